import { evenly, sortedOnce } from './grid.ts';

/**
 * Narrows the places where something changes, in floats: blocks of candidates between two positions that differ, until
 * they are neighbours. All the places wanted are narrowed together, in the same blocks.
 */

/** Gives, for positions of a grid, the values of each series (a target, a difference) at those positions. */
export type Sample = (positions: readonly number[]) => (series: number) => ArrayLike<number>;

/** Two positions at which the kind of a series differs; nothing is known of what lies between. */
export interface Bracket {
  readonly series: number;
  readonly low: number;
  readonly high: number;
  readonly lowValue: number;
  readonly highValue: number;
}

/** What a value is, for the search: it holds or not, it is above or below. */
export type KindOf = (value: number, series: number) => string | boolean;

/** Which changes of a series are looked for: the first met from below, from above, or all. */
export type Keep = 'first' | 'last' | 'all';

/** Candidates of a block, shared by the brackets, and the least that one bracket is given. */
const BLOCK = 256;
const AT_LEAST = 3;
const AT_MOST = 24;
/** Distances from the place where a straight line would change: targets nearly are straight lines. */
const AROUND = [0, 1, 2, 5, 20, 100, 1000, 20_000];

/** The changes between neighbours of a block, each a bracket. */
export function changes(
  series: number,
  positions: readonly number[],
  values: ArrayLike<number>,
  kindOf: KindOf,
  keep: Keep,
): Bracket[] {
  const found: Bracket[] = [];
  for (let i = 1; i < positions.length; i++) {
    const [lowValue, highValue] = [values[i - 1] as number, values[i] as number];
    if (kindOf(lowValue, series) === kindOf(highValue, series)) continue;
    found.push({
      series,
      low: positions[i - 1] as number,
      high: positions[i] as number,
      lowValue,
      highValue,
    });
  }
  if (keep === 'first') return found.slice(0, 1);
  return keep === 'last' ? found.slice(-1) : found;
}

/** Positions to try strictly inside a bracket. */
function candidatesIn({ low, high, lowValue, highValue }: Bracket, count: number): number[] {
  if (high - low - 1 <= count) return evenly(low + 1, high - 1, count);
  const spread = evenly(low, high, count + 2).slice(1, -1);
  const share = lowValue / (lowValue - highValue);
  if (!(share >= 0 && share <= 1)) return spread;
  const guess = Math.floor(low + (high - low) * share);
  const close = AROUND.flatMap((distance) => [guess - distance, guess + 1 + distance]);
  return sortedOnce([...spread, ...close.filter((position) => position > low && position < high)]);
}

/**
 * @param keepOf which changes are wanted of each series, inside a bracket that holds several
 * @returns brackets of neighbours, in no order
 */
export function narrow(
  brackets: readonly Bracket[],
  sample: Sample,
  kindOf: KindOf,
  keepOf: (series: number) => Keep,
): Bracket[] {
  const narrowed: Bracket[] = [];
  let wide = [...brackets];
  for (;;) {
    narrowed.push(...wide.filter(({ low, high }) => high - low <= 1));
    wide = wide.filter(({ low, high }) => high - low > 1);
    if (wide.length === 0) return narrowed;
    const each = Math.min(AT_MOST, Math.max(AT_LEAST, Math.floor(BLOCK / wide.length)));
    const inside = wide.map((bracket) => candidatesIn(bracket, each));
    const positions = sortedOnce(inside.flat());
    const valuesOf = sample(positions);
    const indexOf = new Map(positions.map((position, index) => [position, index] as const));
    wide = wide.flatMap((bracket, b) => {
      const { series, low, high, lowValue, highValue } = bracket;
      const tried = inside[b] as number[];
      const all = valuesOf(series);
      const values = tried.map((position) => all[indexOf.get(position) as number] as number);
      return changes(series, [low, ...tried, high], [lowValue, ...values, highValue], kindOf, keepOf(series));
    });
  }
}
