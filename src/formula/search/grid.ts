import type { Decimal } from '../decimal.ts';

/** The values that a search tries: `from`, then one step after the other, as long as `to` is not passed. */
export interface Interval {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step: Decimal;
}

/** An interval seen as positions 0 to `last`. */
export interface Grid {
  readonly last: number;
  /** The value at a position, exactly. */
  readonly at: (position: number) => Decimal;
  /** The same as a float, for draws. */
  readonly numberAt: (position: number) => number;
}

/** @throws Error when the interval is empty, the step is not positive, or there are too many steps to count them */
export function gridOf({ from, to, step }: Interval): Grid {
  if (!step.gt(0) || to.lt(from)) throw new Error(`nothing to search from ${from} to ${to} by ${step}`);
  const last = to.minus(from).div(step).floor().toNumber();
  if (!Number.isSafeInteger(last)) throw new Error(`too many steps of ${step} from ${from} to ${to}`);
  const [first, size] = [from.toNumber(), step.toNumber()];
  return {
    last,
    at: (position) => from.plus(step.times(position)),
    numberAt: (position) => first + size * position,
  };
}

/** Positions in order, each once: what a block of candidates is made of. */
export function sortedOnce(positions: readonly number[]): number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}

/** `count` positions spread evenly over the grid, both ends included; every position when there are fewer. */
export function evenly(low: number, high: number, count: number): number[] {
  const tried = Math.min(count, high - low + 1);
  return Array.from({ length: tried }, (_, i) =>
    tried === 1 ? low : low + Math.round(((high - low) * i) / (tried - 1)),
  );
}
