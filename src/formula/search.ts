import type { Calculation } from './calculation.ts';
import type { Decimal } from './decimal.ts';
import type { Value } from './exact.ts';
import type { Assumption, Line } from './operations.ts';
import { climb, highestPosition } from './search/best.ts';
import { type Bracket, changes, narrow } from './search/brackets.ts';
import { evenly, type Grid, gridOf, type Interval, sortedOnce } from './search/grid.ts';
import { doubtOf, Readings } from './search/readings.ts';
import { settle } from './search/settling.ts';

/**
 * One unknown at a time: the smallest or largest value of an assumption for which targets hold.
 * Found with blocks of candidates in floats, confirmed exactly on the value and on its neighbour one step away.
 */
export interface Search extends Interval {
  readonly calculation: Calculation;
  /** The unknown. */
  readonly assumption: Assumption;
  /** Values of other assumptions, in place of their own: what was found before. */
  readonly given?: Given;
}

export type Given = ReadonlyMap<string, Decimal>;

type TargetLine = Line<'money' | 'ratio', 'once'>;

/** What is asked of the unknown; several can be asked at once. */
export interface Wanted {
  /** The target holds when this line is positive, zero or undefined. */
  readonly line: TargetLine;
  readonly value: 'smallest' | 'largest';
}

export interface Target extends Search {
  /** The target holds when this line is positive, zero or undefined. */
  readonly line: TargetLine;
}

/** A value of the unknown with the line there, exactly. */
export interface Reached {
  readonly value: Decimal;
  readonly reached: Value;
}

export interface Found {
  /** undefined when no value of the interval holds. */
  readonly value: Decimal | undefined;
  /** The line at that value, exactly; when no value holds, the best that it reaches over the interval. */
  readonly reached: Value;
  /** Where `reached` is reached: the value, or the one that comes nearest to holding. */
  readonly at: Decimal;
  /** The check: one step before the value, where the target fails; undefined at the bound, or when no value holds. */
  readonly neighbour: Reached | undefined;
  /**
   * How often the target changes between held and lost over the candidates of the first block, or 1 when it was only
   * seen to change later. Above 1 it is not monotone: the value is the first found, and others may hold nearer to the
   * bound.
   */
  readonly crossings: number;
}

/** Candidates spread evenly over the interval, and others ever closer to its start: orders of magnitude are unknown. */
const EVEN = 96;
const CLOSER = 64;

/**
 * The smallest value that holds, for a target that stays reached as the unknown grows.
 * @returns the value, confirmed exactly: it holds, and one step less does not (unless it is `from`)
 */
export function smallestThatHolds(target: Target): Found {
  return findAll(target, [{ line: target.line, value: 'smallest' }])[0] as Found;
}

/**
 * The largest value that holds, for a target that stays lost as the unknown grows.
 * @returns the value, confirmed exactly: it holds, and one step more does not (unless it is `to`)
 */
export function largestThatHolds(target: Target): Found {
  return findAll(target, [{ line: target.line, value: 'largest' }])[0] as Found;
}

/**
 * Several targets of one unknown, each for itself: the readings are prepared once and shared.
 * @returns what was found for each target, in their order
 * @throws Error when the interval is empty or the calculation has no such assumption
 */
export function findAll(search: Search, targets: readonly Wanted[]): readonly Found[] {
  const { calculation, assumption } = search;
  if (!calculation.assumptions.has(assumption.id)) throw new Error(`no assumption ${assumption.id}`);
  const grid = gridOf(search);
  const lines = targets.map(({ line }) => line);
  const readings = new Readings(calculation, assumption.id, lines, grid, search.given);

  const positions = firstBlock(grid);
  const valuesOf = readings.sample(positions);
  const firsts = targets.map((target, index): First => {
    // A copy: the next block overwrites it.
    const values = Float64Array.from(valuesOf(index));
    const keep = target.value === 'smallest' ? 'first' : 'last';
    const [change] = changes(index, positions, values, holdsInFloats, keep);
    const atBound = values[target.value === 'smallest' ? 0 : values.length - 1] as number;
    return { values, change, isHeldAtBound: holdsInFloats(atBound), crossings: crossingsIn(values, target) };
  });
  const toNarrow = firsts.flatMap(({ change, isHeldAtBound }) =>
    change === undefined || isHeldAtBound ? [] : [change],
  );
  const sample = (tried: readonly number[]) => readings.sample(tried);
  const narrowed = narrow(toNarrow, sample, holdsInFloats, (series) =>
    targets[series]?.value === 'smallest' ? 'first' : 'last',
  );

  return targets.map((target, index) => {
    const first = firsts[index] as First;
    const found = new Exactly(readings, index, grid, target.value);
    const bracket = narrowed.find(({ series }) => series === index);
    if (first.isHeldAtBound) return found.from(target.value === 'smallest' ? 0 : grid.last, first.crossings);
    if (bracket !== undefined) {
      return found.from(target.value === 'smallest' ? bracket.high : bracket.low, first.crossings);
    }
    const hill = { sample, series: index, isAscending: target.value === 'smallest' };
    return found.from(highestPosition(hill, positions, first.values), first.crossings);
  });
}

/** What the first block says of a target. */
interface First {
  readonly values: Float64Array;
  /** The first change met from the bound that the answer is nearest to. */
  readonly change: Bracket | undefined;
  readonly isHeldAtBound: boolean;
  readonly crossings: number;
}

function holdsInFloats(value: number): boolean {
  return Number.isNaN(value) || value >= 0;
}

function holdsExactly(value: Value): boolean {
  return value === null || !value.isNegative();
}

function firstBlock({ last }: Grid): number[] {
  const closer = Array.from({ length: CLOSER }, (_, i) => Math.floor(last ** ((i + 1) / CLOSER)));
  return sortedOnce([...evenly(0, last, EVEN), ...closer.filter((position) => position <= last)]);
}

/** Changes between candidates that floats are sure of. */
function crossingsIn(values: Float64Array, { line }: Wanted): number {
  let crossings = 0;
  let before: boolean | undefined;
  for (const value of values) {
    if (Math.abs(value) <= doubtOf(line.unit, 0)) continue;
    const holds = holdsInFloats(value);
    if (before !== undefined && before !== holds) crossings++;
    before = holds;
  }
  return crossings;
}

/** Confirms exactly what floats found of one target. Steps are counted from the bound that the answer is nearest to. */
class Exactly {
  private readonly readings: Readings;
  private readonly index: number;
  private readonly grid: Grid;
  private readonly wanted: Wanted['value'];

  constructor(readings: Readings, index: number, grid: Grid, wanted: Wanted['value']) {
    this.readings = readings;
    this.index = index;
    this.grid = grid;
    this.wanted = wanted;
  }

  /** Steps of a position, or position of a number of steps. */
  private mirrored(position: number): number {
    return this.wanted === 'smallest' ? position : this.grid.last - position;
  }

  private at(steps: number): Reached {
    const position = this.mirrored(steps);
    return { value: this.grid.at(position), reached: this.readings.exactly(this.index, position) };
  }

  /** @param guess the position where floats say that the target first holds, or comes nearest to holding */
  from(guess: number, crossings: number): Found {
    const { last } = this.grid;
    const steps = settle((tried) => holdsExactly(this.at(tried).reached), this.mirrored(guess), last);
    if (steps === undefined) {
      // No value held: none was undefined.
      const exactly = (tried: number) => this.at(tried).reached as Decimal;
      const { value, reached } = this.at(climb(exactly, this.mirrored(guess), last));
      return { value: undefined, reached, at: value, neighbour: undefined, crossings };
    }
    const { value, reached } = this.at(steps);
    const neighbour = steps === 0 ? undefined : this.at(steps - 1);
    // A change between two candidates of the first block that floats could not tell from zero.
    const seen = neighbour === undefined ? crossings : Math.max(crossings, 1);
    return { value, reached, at: value, neighbour, crossings: seen };
  }
}
