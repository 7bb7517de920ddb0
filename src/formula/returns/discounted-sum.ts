import {
  type Expansion,
  type KnotReader,
  type PointReading,
  type Sign,
  type SumReader,
  signChanges,
} from './root-isolation.ts';

/** Flows in ascending order of distinct times; the amounts are not zero. */
export interface DoubleFlows {
  readonly times: Float64Array;
  readonly amounts: Float64Array;
}

/** Points are logarithms. */
export interface DoubleSumReader extends SumReader, KnotReader<number> {
  /** Without a pivot, the one that suits each point best. */
  rootBetween(order: number, low: number, high: number, pivot?: number): number;
}

const HIGHEST_ORDER = 3;
const UNIT_ROUNDOFF = 2 ** -53;
/** What underflow may take from one term, amounts being scaled to at most 1. */
const UNDERFLOW = 1e-300;

/**
 * Reads a sum of discounted flows F(x) = sum of c_i e^(-t_i x) in doubles, every result with a bound of its
 * rounding error. To avoid overflow, flows are discounted to the first one where x >= 0 and to the last one
 * where x < 0, which multiplies F by a positive number only.
 * @param flows amounts scaled so that the greatest is 1 in absolute value; times from 0, in any unit: x is the
 *   logarithm of 1 + rate for one unit.
 */
export function doubleSumReader({ times, amounts }: DoubleFlows): DoubleSumReader {
  const count = times.length;
  const lastTime = times[count - 1] ?? 0;
  const rootsAtMost = signChanges(amounts.map(Math.sign));
  const terms = new Float64Array(count);
  const relativeDoubts = new Float64Array(count);
  const signs = new Int8Array(count);
  let discountedAt = Number.NaN;
  let meanTime = 0;

  function discount(at: number): void {
    if (at === discountedAt) return;
    const reference = at >= 0 ? 0 : lastTime;
    let size = 0;
    let moment = 0;
    for (let index = 0; index < count; index += 1) {
      const time = times[index] ?? 0;
      const exponent = -Math.abs(time - reference) * Math.abs(at);
      const term = (amounts[index] ?? 0) * Math.exp(exponent);
      terms[index] = term;
      // Amount, exponential, powers of the time: 12; the sum of all: count; the exponent itself: 2 per unit.
      relativeDoubts[index] = (count + 12 - 2 * exponent) * UNIT_ROUNDOFF;
      size += Math.abs(term);
      moment += Math.abs(term) * time;
    }
    meanTime = size > 0 ? moment / size : 0;
    discountedAt = at;
  }

  /** Cumulates the terms from one end; leaves the signs of the cumulated sums and gives the last one. */
  function cumulate(from: number, step: 1 | -1): Sign {
    let sum = 0;
    let doubt = count * UNDERFLOW;
    for (let index = from; index >= 0 && index < count; index += step) {
      const term = terms[index] ?? 0;
      sum += term;
      doubt += Math.abs(term) * (relativeDoubts[index] ?? 0);
      signs[index] = Math.abs(sum) > doubt ? Math.sign(sum) : 0;
    }
    return signOf(sum, doubt);
  }

  function readPoint(at: number): PointReading {
    discount(at);
    const sign = cumulate(0, 1);
    const rootsAbove = Math.min(rootsAtMost, signChanges(signs));
    cumulate(count - 1, -1);
    const rootsBelow = Math.min(rootsAtMost, signChanges(signs));
    return { at, sign, rootsAbove, rootsBelow };
  }

  function expand(centre: number, halfWidth: number, givenPivot?: number): Expansion {
    discount(centre);
    const pivot = givenPivot ?? meanTime;
    const derivatives = new Float64Array(HIGHEST_ORDER + 1);
    const uncertainties = new Float64Array(HIGHEST_ORDER + 1).fill(count * UNDERFLOW);
    let remainder = 0;
    for (let index = 0; index < count; index += 1) {
      const lever = pivot - (times[index] ?? 0);
      const doubt = relativeDoubts[index] ?? 0;
      let term = terms[index] ?? 0;
      for (let order = 0; order <= HIGHEST_ORDER; order += 1) {
        derivatives[order] = (derivatives[order] ?? 0) + term;
        uncertainties[order] = (uncertainties[order] ?? 0) + Math.abs(term) * doubt;
        term *= lever;
      }
      if (halfWidth > 0) {
        remainder += (Math.abs(term) + UNDERFLOW) * Math.exp(Math.abs(lever) * halfWidth);
      }
    }
    return { pivot, derivatives, uncertainties, remainder };
  }

  function signAt(order: number, at: number, pivot: number): Sign {
    const { derivatives, uncertainties } = expand(at, 0, pivot);
    return signOf(derivatives[order] ?? 0, uncertainties[order] ?? 0);
  }

  function rootBetween(order: number, low: number, high: number, pivot?: number): number {
    let below = low;
    let above = high;
    const signBelow = Math.sign(expand(low, 0, pivot).derivatives[order] ?? 0);
    // As near as possible to a rate of zero: further away, discounting leaves but one flow to be seen.
    let point = Math.min(Math.max(0, low), high);
    let lastStep = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 200; round += 1) {
      const { derivatives } = expand(point, 0, pivot);
      const value = derivatives[order] ?? 0;
      if (value === 0) return point;
      if (Math.sign(value) === signBelow) below = point;
      else above = point;
      let next = point - value / (derivatives[order + 1] ?? 0);
      // Newton's method only as long as it stays inside and gains on bisection.
      if (!(next >= below && next <= above && Math.abs(next - point) <= lastStep / 2)) {
        next = below + (above - below) / 2;
      }
      lastStep = Math.abs(next - point);
      if (lastStep <= 2 * UNIT_ROUNDOFF * Math.abs(next)) return next;
      point = next;
    }
    return point;
  }

  return { lastTime, readPoint, expand, pointAt: (logarithm) => logarithm, signAt, rootBetween };
}

function signOf(value: number, doubt: number): Sign {
  if (Math.abs(value) <= doubt) return 0;
  return value > 0 ? 1 : -1;
}
