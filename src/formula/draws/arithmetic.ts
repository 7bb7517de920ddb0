import type { Aggregate } from '../operations.ts';

/**
 * What the generated functions call. V: blocks of draws; S: values that do not vary; o: the table of numbers of
 * blocks and values. Block 0 and value 0 hold zeros: what lies outside the timeline.
 */

/** How far a computed month may be from a whole number through float dust alone. */
const MONTH_DUST = 1e-9;

/** base ^ exponent. Small whole exponents by repeated squaring: three times as fast as the general logarithm. */
export function power(base: number, exponent: number): number {
  if (!(exponent >= 0 && exponent <= 1024 && exponent === Math.floor(exponent))) return base ** exponent;
  let result = 1;
  let square = base;
  for (let left = exponent | 0; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}

/** Position in a row of `count` cells of the month wanted, or -1 outside (also for a month that is not whole). */
function positionOf(count: number, month: number): number {
  const position = Math.round(month);
  return position >= 0 && position < count && Math.abs(month - position) < MONTH_DUST ? position : -1;
}

/** The value, among `count` in order from S[first], of the month wanted. */
export function valueAt(S: Float64Array, first: number, count: number, month: number): number {
  const position = positionOf(count, month);
  return position < 0 ? 0 : (S[first + position] as number);
}

/** The block, among `count` listed in the table from `list`, of the month wanted. */
export function blockAt(
  V: readonly Float64Array[],
  o: Int32Array,
  list: number,
  count: number,
  month: number,
): Float64Array {
  const position = positionOf(count, month);
  return V[position < 0 ? 0 : (o[list + position] as number)] as Float64Array;
}

/** S[first] + … + S[last]; 0 when there are none. */
export function sum(S: Float64Array, first: number, last: number): number {
  let result = 0;
  for (let k = first; k <= last; k++) result += S[k] as number;
  return result;
}

/** Smallest of S[first] … S[last], undefined ones skipped. */
export function smallest(S: Float64Array, first: number, last: number): number {
  let result = Number.NaN;
  for (let k = first; k <= last; k++) {
    const value = S[k] as number;
    if (!(value >= result) && !Number.isNaN(value)) result = value;
  }
  return result;
}

/** Largest of S[first] … S[last], undefined ones skipped. */
export function largest(S: Float64Array, first: number, last: number): number {
  let result = Number.NaN;
  for (let k = first; k <= last; k++) {
    const value = S[k] as number;
    if (!(value <= result) && !Number.isNaN(value)) result = value;
  }
  return result;
}

type Term = (into: Float64Array, term: Float64Array, n: number) => void;

const addTerm: Term = (into, term, n) => {
  for (let i = 0; i < n; i++) into[i] = (into[i] as number) + (term[i] as number);
};

const keepSmaller: Term = (into, term, n) => {
  for (let i = 0; i < n; i++) {
    const value = term[i] as number;
    if (!(value >= (into[i] as number)) && !Number.isNaN(value)) into[i] = value;
  }
};

const keepLarger: Term = (into, term, n) => {
  for (let i = 0; i < n; i++) {
    const value = term[i] as number;
    if (!(value <= (into[i] as number)) && !Number.isNaN(value)) into[i] = value;
  }
};

/** Adds four terms a pass: one reading and one writing of the result for four of them. */
const addTerms = (V: readonly Float64Array[], o: Int32Array, at: number, n: number): void => {
  const into = V[o[at] as number] as Float64Array;
  let k = o[at + 1] as number;
  const last = k + (o[at + 2] as number);
  into.fill(0, 0, n);
  for (; k + 4 <= last; k += 4) {
    const a = V[o[k] as number] as Float64Array;
    const b = V[o[k + 1] as number] as Float64Array;
    const c = V[o[k + 2] as number] as Float64Array;
    const d = V[o[k + 3] as number] as Float64Array;
    for (let i = 0; i < n; i++) {
      into[i] =
        (into[i] as number) + (a[i] as number) + (b[i] as number) + (c[i] as number) + (d[i] as number);
    }
  }
  for (; k < last; k++) addTerm(into, V[o[k] as number] as Float64Array, n);
};

function extremeOfTerms(take: Term) {
  return (V: readonly Float64Array[], o: Int32Array, at: number, n: number): void => {
    const into = V[o[at] as number] as Float64Array;
    const first = o[at + 1] as number;
    const last = first + (o[at + 2] as number);
    into.fill(Number.NaN, 0, n);
    for (let k = first; k < last; k++) take(into, V[o[k] as number] as Float64Array, n);
  };
}

type AggregateKernel = (
  V: readonly Float64Array[],
  S: Float64Array,
  o: Int32Array,
  at: number,
  n: number,
) => void;

const smallestOfTerms = extremeOfTerms(keepSmaller);
const largestOfTerms = extremeOfTerms(keepLarger);

/** Aggregates over cells that vary: into block o[at], the o[at + 2] blocks listed in the table from o[at + 1]. */
export const AGGREGATE_KERNELS: Record<Aggregate, AggregateKernel> = {
  sum: (V, _S, o, at, n) => addTerms(V, o, at, n),
  min: (V, _S, o, at, n) => smallestOfTerms(V, o, at, n),
  max: (V, _S, o, at, n) => largestOfTerms(V, o, at, n),
};

const takeTerm =
  (take: Term): AggregateKernel =>
  (V, _S, o, at, n) =>
    take(V[o[at] as number] as Float64Array, V[o[at + 1] as number] as Float64Array, n);

/** Takes one more cell into an aggregate: into block o[at], the block o[at + 1]. */
export const ACCUMULATING_KERNELS: Record<Aggregate, AggregateKernel> = {
  sum: takeTerm(addTerm),
  min: takeTerm(keepSmaller),
  max: takeTerm(keepLarger),
};

/** Starts an aggregate: block o[at] becomes a copy of the block o[at + 1]. */
export const STARTING_KERNEL: AggregateKernel = takeTerm((into, term, n) => {
  for (let i = 0; i < n; i++) into[i] = term[i] as number;
});
