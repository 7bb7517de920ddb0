import { Decimal, ONE, ZERO } from '../decimal.ts';
import {
  type Expansion,
  type KnotReader,
  type PointReading,
  type Sign,
  type SumReader,
  signChanges,
} from './root-isolation.ts';

/** 50 digits, so that the results keep 28 good ones where flows nearly cancel out. */
export const Precise = Decimal.clone({ precision: 50 });
/** Enough for the sizes against which rounding is judged. */
const Rough = Decimal.clone({ precision: 10 });

/** A flow at a whole number of steps (periods, days) from the first one. */
export interface StepFlow {
  readonly step: number;
  readonly amount: Decimal;
}

/** Points are discount factors of one step, which descend as the logarithms of 1 + rate ascend. */
export interface PreciseSumReader extends SumReader, KnotReader<Decimal> {
  /** Without an approach, the search starts in the middle. */
  rootBetween(order: number, from: Decimal, to: Decimal, pivot: number, approach?: Approach): Decimal;
}

/** What doubles found out about a root. */
export interface Approach {
  readonly signFrom: Sign;
  /** The root to about the digits of a double. */
  readonly start: Decimal;
}

/** Roots up to this multiplicity are told apart from none. */
const HIGHEST_ORDER = 12;
/** Size of the last digit of a Precise number, relatively. */
const ROUNDOFF = 1e-49;
/** Discount factors are found to this relative error: for 365 steps a year, rates keep 30 digits. */
const TOLERANCE = new Precise('1e-33');

/**
 * Reads a sum of discounted flows in decimals of 50 digits, as a polynomial of the discount factor of one step,
 * w = 1 / (1 + rate per step): the powers of w are products, and no logarithm is needed.
 * Much slower than doubleSumReader: for what that one cannot tell, and for the last digits.
 * @param flows in ascending order of distinct steps, the first one at 0; the amounts are not zero.
 */
export function preciseSumReader(flows: readonly StepFlow[]): PreciseSumReader {
  const steps = flows.map(({ step }) => step);
  const amounts = flows.map(({ amount }) => amount);
  const lastTime = steps.at(-1) ?? 0;
  const rootsAtMost = signChanges(amounts.map((amount) => amount.s));
  const longestGap = steps.reduce(
    (longest, step, index) => Math.max(longest, step - (steps[index - 1] ?? 0)),
    0,
  );
  // Horner's scheme multiplies each term at most once per flow, by a power made of twice log2(gap) products.
  const relativeDoubt = steps.length * (6 + 2 * Math.log2(longestGap + 1)) * ROUNDOFF;
  const weighted = new Map<string, { exact: Decimal[]; sizes: Decimal[] }>();

  /** Amounts times the power of their lever (pivot - step): the coefficients of a derivative. */
  function coefficients(order: number, pivot: number): { exact: Decimal[]; sizes: Decimal[] } {
    const key = order === 0 ? '' : `${order} ${pivot}`;
    const known = weighted.get(key);
    if (known !== undefined) return known;
    const exact = amounts.map((amount, index) =>
      new Precise(amount).times(new Precise(pivot).minus(steps[index] ?? 0).pow(order)),
    );
    const sizes = exact.map((coefficient) => new Rough(coefficient).abs().toSignificantDigits(10));
    weighted.set(key, { exact, sizes });
    return { exact, sizes };
  }

  function valueAt(order: number, factor: Decimal, pivot: number): Decimal {
    return polynomial(coefficients(order, pivot).exact, steps, new Precise(factor));
  }

  /** Sum of the absolute values of the terms, to a few digits. */
  function sizeAt(order: number, factor: Decimal, pivot: number): Decimal {
    return polynomial(coefficients(order, pivot).sizes, steps, new Rough(factor).toSignificantDigits(10));
  }

  function signOf(value: Decimal, size: Decimal): Sign {
    if (value.abs().lte(size.times(relativeDoubt))) return 0;
    return value.isNegative() ? -1 : 1;
  }

  function signAt(order: number, factor: Decimal, pivot: number): Sign {
    return signOf(valueAt(order, factor, pivot), sizeAt(order, factor, pivot));
  }

  function pointAt(logarithm: number): Decimal {
    return Precise.exp(-logarithm);
  }

  function readPoint(at: number): PointReading {
    const sign = signAt(0, pointAt(at), 0);
    return { at, sign, rootsAbove: rootsAtMost, rootsBelow: rootsAtMost };
  }

  function expand(centre: number, halfWidth: number, givenPivot?: number): Expansion {
    const factor = pointAt(centre);
    const size = sizeAt(0, factor, 0);
    // A whole pivot keeps the coefficients short.
    const pivot = givenPivot ?? Math.round(sizeAt(1, factor, 0).div(size).toNumber());
    const derivatives = new Float64Array(HIGHEST_ORDER + 1);
    const uncertainties = new Float64Array(HIGHEST_ORDER + 1);
    for (let order = 0; order <= HIGHEST_ORDER; order += 1) {
      derivatives[order] = valueAt(order, factor, pivot).div(size).toNumber();
      const levers = sizeAt(order, factor, pivot).div(size).toNumber();
      uncertainties[order] = levers * relativeDoubt + Math.abs(derivatives[order] ?? 0) * 1e-9;
    }
    const longestLever = Math.max(pivot, lastTime - pivot);
    const remainder =
      sizeAt(HIGHEST_ORDER + 1, factor, pivot)
        .div(size)
        .toNumber() *
      Math.exp(longestLever * halfWidth) *
      1.001;
    return { pivot, derivatives, uncertainties, remainder };
  }

  /** Gives sizes that are good enough to judge rounding by; they hardly vary between close factors. */
  function nearbySizes(order: number, pivot: number): (factor: Decimal) => Decimal {
    let known: { factor: Decimal; size: Decimal } | undefined;
    return (factor) => {
      if (known === undefined || factor.div(known.factor).minus(1).abs().times(lastTime).gt(0.1)) {
        known = { factor, size: sizeAt(order, factor, pivot) };
      }
      return known.size;
    };
  }

  function rootBetween(
    order: number,
    from: Decimal,
    to: Decimal,
    pivot: number,
    approach?: Approach,
  ): Decimal {
    const sizeNear = nearbySizes(order, pivot);
    let greater = from;
    let smaller = to;
    const signGreater = approach?.signFrom ?? signAt(order, from, pivot);
    let root = approach?.start ?? from.plus(to).div(2);
    let slope = ZERO;
    let isSlopeGood = false;
    let lastMove: Decimal | undefined;
    for (let round = 0; round < 1000; round += 1) {
      const value = valueAt(order, root, pivot);
      const sign = signOf(value, sizeNear(root));
      if (sign === 0) return root;
      if (sign === signGreater) greater = root;
      else smaller = root;
      if (!isSlopeGood) slope = valueAt(order + 1, root, pivot);
      // The logarithm moves by -value / slope, hence the factor by as much, the other way round, relatively.
      let move = slope.isZero() ? undefined : root.times(value.div(slope));
      if (
        move === undefined ||
        !isBetween(root.plus(move), smaller, greater) ||
        gainsLittle(move, lastMove)
      ) {
        move = smaller.plus(greater).div(2).minus(root);
      }
      const gain = lastMove === undefined ? ONE : move.div(lastMove).abs();
      const next = root.plus(move);
      const remaining = Precise.max(move.times(gain).abs(), TOLERANCE.times(root));
      if (remaining.lte(TOLERANCE.times(root))) {
        // Proof: a little beyond, the sign is the other one.
        const beyond = next.plus(move.isNegative() ? remaining.neg() : remaining);
        if (!isBetween(beyond, smaller, greater)) return next;
        if (signOf(valueAt(order, beyond, pivot), sizeNear(beyond)) !== sign) return next;
      }
      // Slopes are computed again as long as the moves do not shrink fast; the first one of an approach is good.
      isSlopeGood = gain.lt(1e-4) || (round === 0 && approach !== undefined);
      lastMove = move;
      root = next;
    }
    return root;
  }

  return { lastTime, readPoint, expand, pointAt, signAt, rootBetween };
}

/** Sum of coefficient x base^step, by Horner's scheme from the last step; the base decides the precision. */
export function polynomial(
  coefficients: readonly Decimal[],
  steps: readonly number[],
  base: Decimal,
): Decimal {
  const Precision = base.constructor as typeof Decimal;
  const powers = new Map<number, Decimal>([[0, new Precision(1)]]);
  function power(exponent: number): Decimal {
    const known = powers.get(exponent);
    if (known !== undefined) return known;
    const half = power(Math.floor(exponent / 2));
    const square = half.times(half);
    const result = exponent % 2 === 0 ? square : square.times(base);
    powers.set(exponent, result);
    return result;
  }
  let sum = new Precision(0);
  let position = steps.at(-1) ?? 0;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index] ?? 0;
    sum = sum.times(power(position - step)).plus(coefficients[index] ?? 0);
    position = step;
  }
  return sum.times(power(position));
}

function isBetween(value: Decimal, smaller: Decimal, greater: Decimal): boolean {
  return value.gt(smaller) && value.lt(greater);
}

function gainsLittle(move: Decimal, lastMove: Decimal | undefined): boolean {
  return lastMove !== undefined && move.abs().times(2).gt(lastMove.abs());
}
