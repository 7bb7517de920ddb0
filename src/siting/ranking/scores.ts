import { fillUniform } from '../../formula/draws/random.ts';
import { triangularQuantile } from '../../formula/draws/random-distributions.ts';
import { type Comparable, READINGS_OF_VALUE, readingsOf } from './alternatives.ts';

/** Scores of alternatives on criteria, from 0 (the worst of the set) to 1 (the best), at the three readings. */
export interface ScoreTable {
  readonly alternatives: number;
  readonly criteria: number;
  /** One after the other by alternative, then by criterion: low, central, high. */
  readonly low: Float64Array;
  readonly central: Float64Array;
  readonly high: Float64Array;
}

/**
 * Value functions straight from the worst to the best value of the set, its low and high readings included: so they
 * depend on the alternatives compared, and a score is never read alone.
 */
export function scoreTable({ criteria, alternatives }: Comparable): ScoreTable {
  const size = alternatives.length * criteria.length;
  const table = {
    alternatives: alternatives.length,
    criteria: criteria.length,
    low: new Float64Array(size),
    central: new Float64Array(size),
    high: new Float64Array(size),
  };
  for (const [j, { id, better }] of criteria.entries()) {
    const read = alternatives.map(({ values }) => readingsOf(values[id]) ?? { low: 0, central: 0, high: 0 });
    const all = read.flatMap(({ low, central, high }) => [low, central, high]).filter(Number.isFinite);
    const least = Math.min(...all);
    const most = Math.max(...all);
    for (const [i, value] of read.entries()) {
      for (const reading of READINGS_OF_VALUE) {
        // Only ends are undefined: then one value is left, and all that parts the set is where it holds.
        const share = most === least ? value[reading] - least : (value[reading] - least) / (most - least);
        table[reading][i * criteria.length + j] = better === 'higher' ? share : 1 - share;
      }
    }
  }
  return table;
}

/**
 * Weight vectors uniform on the simplex: exponential spacings, each keyed by (seed, criterion, draw), so that neither
 * the order of the criteria nor the number of draws changes one of them.
 * @returns one after the other by draw, then by criterion; each sums to 1
 */
export function drawWeights(ids: readonly string[], draws: number, seed: number): Float64Array {
  const weights = new Float64Array(draws * ids.length);
  const block = new Float64Array(draws);
  for (const [j, id] of ids.entries()) {
    fillUniform(block, { seed, assumption: `ranking.weight.${id}` });
    for (let d = 0; d < draws; d++) weights[d * ids.length + j] = -Math.log(block[d] as number);
  }
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    for (let j = 0; j < ids.length; j++) sum += weights[d * ids.length + j] as number;
    for (let j = 0; j < ids.length; j++)
      weights[d * ids.length + j] = (weights[d * ids.length + j] as number) / sum;
  }
  return weights;
}

const POSITION = { least: 0, mode: 0.5, most: 1 };

/**
 * Where each source stands between its low reading (0) and its high one (1), most often near its central one:
 * triangular. One series a source, so that all that belongs to it moves together.
 */
export function drawPositions(
  sources: readonly string[],
  draws: number,
  seed: number,
): ReadonlyMap<string, Float64Array> {
  return new Map(
    [...new Set(sources)].map((source) => {
      const block = new Float64Array(draws);
      fillUniform(block, { seed, assumption: `ranking.position.${source}` });
      for (let d = 0; d < draws; d++) block[d] = triangularQuantile(POSITION, block[d] as number);
      return [source, block];
    }),
  );
}

/** A score at a position: straight from low to central, then to high; NaN towards an end where it is not defined. */
export function scoreAt(low: number, central: number, high: number, position: number): number {
  return position <= 0.5
    ? low + (central - low) * 2 * position
    : central + (high - central) * (2 * position - 1);
}
