import type { Calculation } from './calculation.ts';
import type { Decimal } from './decimal.ts';
import { prepareDraws } from './draws.ts';
import { readExactly, type Value } from './exact.ts';
import type { Assumption, Line } from './operations.ts';

/**
 * One unknown at a time: the smallest or largest value of an assumption for which a target holds.
 * Found with blocks of candidates in floats, confirmed exactly on the value and on its neighbour one step away.
 */
export interface Target {
  readonly calculation: Calculation;
  /** The unknown. */
  readonly assumption: Assumption;
  /** The target holds when this line is positive, zero or undefined. */
  readonly line: Line<'money' | 'ratio', 'once'>;
  /** Bounds of the search. */
  readonly from: Decimal;
  readonly to: Decimal;
  /** Values tried are `from` plus whole numbers of steps. */
  readonly step: Decimal;
}

export interface Found {
  /** undefined when no value of the interval holds. */
  readonly value: Decimal | undefined;
  /** The line at that value, exactly; at the most favourable bound when no value holds. */
  readonly reached: Value;
}

const CANDIDATES = 500;

/**
 * The smallest value that holds, for a target that stays reached as the unknown grows.
 * @returns the value, confirmed exactly: it holds, and one step less does not (unless it is `from`)
 */
export function smallestThatHolds(target: Target): Found {
  return search(target, 'smallest');
}

/**
 * The largest value that holds, for a target that stays lost as the unknown grows.
 * @returns the value, confirmed exactly: it holds, and one step more does not (unless it is `to`)
 */
export function largestThatHolds(target: Target): Found {
  return search(target, 'largest');
}

/**
 * Both directions are one search: steps are counted from the unfavourable bound, and the first count that holds is
 * wanted.
 */
function search(target: Target, wanted: 'smallest' | 'largest'): Found {
  const { calculation, assumption, line, from, to, step } = target;
  const count = to.minus(from).div(step).floor().toNumber();
  const valueAt = (steps: number): Decimal =>
    wanted === 'smallest' ? from.plus(step.times(steps)) : from.plus(step.times(count - steps));
  const exactly = (steps: number): Value =>
    readExactly(calculation, new Map([[assumption.id, valueAt(steps)]]), [line]).of(line)[0] ?? null;
  const holds = (value: Value): boolean => value === null || !value.isNegative();

  const reader = prepareDraws(calculation, { varying: [assumption.id], kept: [line] });
  if (!reader.varies(line)) {
    const value = exactly(0);
    return { value: holds(value) ? valueAt(0) : undefined, reached: value };
  }
  const candidates = new Float64Array(CANDIDATES);
  const positions: number[] = [];
  let low = 0;
  let high = count;
  // Each round keeps the interval between two neighbouring candidates; three rounds cover a hundred million steps.
  while (high - low > 1) {
    const tried = Math.min(CANDIDATES, high - low + 1);
    positions.length = 0;
    for (let i = 0; i < tried; i++) {
      const position = tried === 1 ? low : low + Math.floor(((high - low) * i) / (tried - 1));
      positions.push(position);
      candidates[i] = valueAt(position).toNumber();
    }
    reader.run(new Map([[assumption.id, candidates.subarray(0, tried)]]), tried);
    const values = reader.value(line, 0);
    // Floats may be wrong by a cent beside the target; the exact reading decides there.
    const first = positions.findIndex((_, i) => Number.isNaN(values[i]) || (values[i] as number) >= 0);
    if (first === 0) {
      high = positions[0] as number;
      break;
    }
    if (first < 0) {
      low = positions[tried - 1] as number;
      break;
    }
    low = positions[first - 1] as number;
    high = positions[first] as number;
    if (tried === high - low + 1) break;
  }

  let steps = high;
  let value = exactly(steps);
  for (let tries = 0; !holds(value) && steps < count && tries < CANDIDATES; tries++) value = exactly(++steps);
  if (!holds(value)) return { value: undefined, reached: value };
  for (let tries = 0; steps > 0 && tries < CANDIDATES; tries++) {
    const closer = exactly(steps - 1);
    if (!holds(closer)) break;
    steps--;
    value = closer;
  }
  return { value: valueAt(steps), reached: value };
}
