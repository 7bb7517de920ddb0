import type { Calculation } from './calculation.ts';
import type { Decimal } from './decimal.ts';
import { signOfDifference } from './exact/short-decimals.ts';
import type { Value } from './exact.ts';
import type { Line } from './operations.ts';
import { changes, narrow } from './search/brackets.ts';
import { evenly, type Grid, gridOf, type Interval, sortedOnce } from './search/grid.ts';
import { doubtOf, Readings } from './search/readings.ts';
import { comparisonDecimals, type Unit } from './units.ts';

/**
 * Crossovers: the values of an assumption at which a line of one calculation passes above, or below, a line of another.
 *
 * Everything else keeps its value, amounts solved included: they are not solved anew at each value of the assumption.
 * Found with draws in blocks of candidates, confirmed exactly on both sides. Two amounts are equal to the cent, two
 * ratios to the ninth decimal. A passage above and back within one gap between candidates may be missed.
 */
export interface Compared<U extends Unit = Unit> {
  readonly calculation: Calculation;
  readonly line: Line<U, 'once'>;
}

/** Which of the two lines is the higher; neither when they are equal; undefined when one of them is. */
export type Higher = 'one' | 'other' | 'neither' | 'undefined';

/** Both lines at a value of the assumption, exactly. */
export interface Point {
  readonly value: Decimal;
  readonly one: Value;
  readonly other: Value;
}

/** Values of the assumption, from one to the other, both included, over which the same line is the higher. */
export interface Stretch {
  readonly higher: Higher;
  readonly from: Point;
  readonly to: Point;
}

/** The higher line changes. The check: both lines on each side, one step away unless they are equal in between. */
export interface Crossover {
  readonly before: Point;
  readonly after: Point;
  /** The higher line from there on. */
  readonly higher: 'one' | 'other';
}

export interface Crossovers {
  /** The whole interval, in order. A single stretch says which line is the higher over all of it. */
  readonly stretches: readonly Stretch[];
  /** In order; none when the same line is the higher wherever both are defined and different. */
  readonly crossovers: readonly Crossover[];
}

const FIRST_BLOCK = 257;

/**
 * All the crossovers of an interval.
 * @param assumption id of the assumption, in one calculation or in both; the values tried are `from` + whole steps
 * @throws Error when neither has it, when units differ, or when the interval is empty
 */
export function crossovers<U extends Unit>(
  one: Compared<U>,
  other: Compared<NoInfer<U>>,
  assumption: string,
  interval: Interval,
): Crossovers {
  if (!one.calculation.assumptions.has(assumption) && !other.calculation.assumptions.has(assumption)) {
    throw new Error(`no assumption ${assumption}`);
  }
  if (one.line.unit !== other.line.unit) {
    throw new Error(`${one.line.id} and ${other.line.id} have not the same unit`);
  }
  const grid = gridOf(interval);
  const lines = new Difference(one, other, assumption, grid);
  const stretches = lines.stretches();
  return { stretches, crossovers: changesOfSide(stretches) };
}

/** Both lines along the interval. */
class Difference {
  private readonly one: Readings;
  private readonly other: Readings;
  private readonly unit: Unit;
  private readonly grid: Grid;

  constructor(one: Compared, other: Compared, assumption: string, grid: Grid) {
    this.one = new Readings(one.calculation, assumption, [one.line], grid);
    this.other = new Readings(other.calculation, assumption, [other.line], grid);
    this.unit = one.line.unit;
    this.grid = grid;
  }

  private point(position: number): Point {
    const [one, other] = [this.one.exactly(0, position), this.other.exactly(0, position)];
    return { value: this.grid.at(position), one, other };
  }

  /** Which line is the higher at a position, exactly. */
  private higher(position: number): Higher {
    const { one, other } = this.point(position);
    if (one === null || other === null) return 'undefined';
    const sign = signOfDifference(one, other, comparisonDecimals(this.unit));
    return sign === 0 ? 'neither' : sign > 0 ? 'one' : 'other';
  }

  /** One line less the other in floats, as many times the doubt that floats leave: below 1 they cannot tell. */
  private sample(positions: readonly number[]): Float64Array {
    const one = this.one.sample(positions)(0);
    const other = this.other.sample(positions)(0);
    return Float64Array.from(positions, (_, i) => {
      const [a, b] = [one[i] as number, other[i] as number];
      return (a - b) / doubtOf(this.unit, Math.max(Math.abs(a), Math.abs(b)));
    });
  }

  /** Positions between which floats see no change, in order: both ends and both sides of each change. */
  private probes(): number[] {
    const { last } = this.grid;
    const sample = (tried: readonly number[]) => {
      const found = this.sample(tried);
      return () => found;
    };
    const positions = evenly(0, last, FIRST_BLOCK);
    const first = changes(0, positions, sample(positions)(), kindOf, 'all');
    const narrowed = narrow(first, sample, kindOf, () => 'all');
    return sortedOnce([0, last, ...narrowed.flatMap(({ low, high }) => [low, high])]);
  }

  /** The stretches of the interval, their ends read exactly. */
  stretches(): Stretch[] {
    const changed: number[] = [];
    const look = (low: number, high: number): void => {
      if (this.higher(low) === this.higher(high)) return;
      if (high - low === 1) {
        changed.push(high);
        return;
      }
      const middle = Math.floor((low + high) / 2);
      look(low, middle);
      look(middle, high);
    };
    const probes = this.probes();
    for (const [index, high] of probes.entries()) {
      const low = probes[index - 1];
      if (low === undefined) continue;
      // Lines that only touch differ neither at one end nor at the other: the middle is read as well.
      const middle = Math.floor((low + high) / 2);
      look(low, middle);
      look(middle, high);
    }
    return [0, ...changed].map((from, index) => ({
      higher: this.higher(from),
      from: this.point(from),
      to: this.point((changed[index] ?? this.grid.last + 1) - 1),
    }));
  }
}

/** What floats say of a difference counted in doubts. */
function kindOf(value: number): string {
  if (Number.isNaN(value)) return 'undefined';
  if (Math.abs(value) <= 1) return 'unsure';
  return value > 0 ? 'one' : 'other';
}

/** Where one line passes the other, directly or after being equal to it. */
function changesOfSide(stretches: readonly Stretch[]): Crossover[] {
  const found: Crossover[] = [];
  let before: Stretch | undefined;
  for (const stretch of stretches) {
    const { higher } = stretch;
    if (higher === 'neither') continue;
    if (higher === 'undefined') {
      before = undefined;
      continue;
    }
    if (before !== undefined && before.higher !== higher) {
      found.push({ before: before.to, after: stretch.from, higher });
    }
    before = stretch;
  }
  return found;
}
