import type { Decimal } from '../decimal.ts';
import type { Sample } from './brackets.ts';
import { evenly, sortedOnce } from './grid.ts';

/** Where a line is highest over an interval, when it nowhere reaches what is asked of it. */
export interface Hill {
  readonly sample: Sample;
  readonly series: number;
  /** Of several equally high, the lowest position is wanted; else the highest. */
  readonly isAscending: boolean;
}

const BLOCK = 64;

/** The index of the highest value; an undefined one holds, so it is higher than all. */
function highest(values: ArrayLike<number>, isAscending: boolean): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    const [value, known] = [values[i] as number, values[best] as number];
    if (Number.isNaN(known)) break;
    if (Number.isNaN(value) || value > known || (value === known && !isAscending)) best = i;
  }
  return best;
}

/**
 * The position where the line is highest, in floats: around the highest of each block comes a closer one.
 * @param positions a first block of the whole interval, in order
 * @param values the line there
 */
export function highestPosition(hill: Hill, positions: readonly number[], values: ArrayLike<number>): number {
  let [tried, found] = [positions, values];
  for (;;) {
    const best = highest(found, hill.isAscending);
    const position = tried[best] as number;
    const low = tried[best - 1] ?? position;
    const high = tried[best + 1] ?? position;
    if (high - low <= 2 && position - low <= 1 && high - position <= 1) return position;
    tried = sortedOnce([...evenly(low, high, BLOCK), position]);
    found = hill.sample(tried)(hill.series);
  }
}

const MOST_TRIES = 100;

/**
 * Corrects what floats could not see: goes on from a position, exactly, as long as it is higher, and back to the first
 * of those equally high.
 * @param valueAt the line, exactly, at each of the positions 0 to `last`
 */
export function climb(valueAt: (position: number) => Decimal, from: number, last: number): number {
  let at = from;
  let tries = 0;
  const go = (direction: 1 | -1, isBetter: (value: Decimal, known: Decimal) => boolean): void => {
    for (let distance = 1; tries < MOST_TRIES; ) {
      tries++;
      const tried = at + direction * distance;
      const isInside = tried >= 0 && tried <= last;
      if (isInside && isBetter(valueAt(tried), valueAt(at))) {
        at = tried;
        distance *= 2;
      } else if (distance === 1) return;
      else distance = 1;
    }
  };
  // A long stride may pass over the top: both ways in turn, until neither goes on.
  for (let before = -1; before !== at; ) {
    before = at;
    go(1, (value, known) => value.gt(known));
    go(-1, (value, known) => value.gte(known));
  }
  return at;
}
