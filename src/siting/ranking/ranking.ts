import {
  type Comparable,
  comparableOf,
  type Excluded,
  type RankedAlternative,
  type RankedCriterion,
} from './alternatives.ts';
import { type Dominated, dominatedOf } from './dominance.ts';
import { drawPositions, drawWeights, scoreAt, scoreTable } from './scores.ts';

/**
 * Robust ranking when nobody sets the weights: stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma and
 * Salminen, « SMAA-2: Stochastic multicriteria acceptability analysis for group decision making », Operations Research
 * 49, 2001). Weight vectors are drawn uniformly; what is uncertain is drawn with them.
 */
export const MOST_CRITERIA = 8;
export const DEFAULT_DRAWS = 10_000;
/** Any number does: the same seed gives the same result, bit for bit, in any order of what is compared. */
export const DEFAULT_SEED = 2_026;
/** « Among the first three. » */
const FIRST_RANKS = 3;

export interface RankedResult {
  readonly id: string;
  /** Share of the draws in which it is the best; several equal ones share a draw. */
  readonly best: number;
  /** Share of the draws in which fewer than three others are better. */
  readonly amongFirst: number;
  /**
   * Mean weights, by criterion, of the draws in which it is the best: what somebody who prefers it cares for. Undefined
   * when it never is.
   */
  readonly centralWeights: Readonly<Record<string, number>> | undefined;
  /** Share of the draws of what is uncertain in which it is the best with these weights. */
  readonly confidence: number | undefined;
}

export interface Ranking {
  /** The likeliest best first; ties by id. */
  readonly results: readonly RankedResult[];
  readonly dominated: readonly Dominated[];
  readonly excluded: readonly Excluded[];
  readonly dropped: readonly string[];
  readonly equal: readonly string[];
  /** Ids of the criteria that were weighed. */
  readonly criteria: readonly string[];
  readonly draws: number;
  readonly seed: number;
}

export interface RankingSettings {
  readonly draws?: number;
  readonly seed?: number;
}

/** Ranks from 0 in `ranks`, -1 for what does not hold in this draw; how many are the best. */
function rank(scores: Float64Array, ranks: Int32Array): number {
  let best = 0;
  for (let i = 0; i < scores.length; i++) {
    if (Number.isNaN(scores[i])) {
      ranks[i] = -1;
      continue;
    }
    let better = 0;
    for (let k = 0; k < scores.length; k++) if ((scores[k] as number) > (scores[i] as number)) better++;
    ranks[i] = better;
    if (better === 0) best++;
  }
  return best;
}

/** Weighted scores of all the alternatives in one draw. */
type Scoring = (weights: Float64Array, weightsFrom: number, draw: number, into: Float64Array) => void;

function scoringOf(comparable: Comparable, draws: number, seed: number): Scoring {
  const table = scoreTable(comparable);
  const { alternatives, criteria, low, central, high } = table;
  const positions = drawPositions(
    comparable.alternatives.map(({ source }) => source),
    draws,
    seed,
  );
  const of = comparable.alternatives.map(({ source }) => positions.get(source));
  const isCertain = low.every((value, at) => value === central[at] && value === high[at]);
  return (weights, weightsFrom, draw, into) => {
    for (let i = 0; i < alternatives; i++) {
      const position = isCertain ? 0.5 : (of[i]?.[draw] ?? 0.5);
      let score = 0;
      for (let j = 0; j < criteria; j++) {
        const at = i * criteria + j;
        const value = isCertain
          ? (central[at] as number)
          : scoreAt(low[at] as number, central[at] as number, high[at] as number, position);
        score += (weights[weightsFrom + j] as number) * value;
      }
      into[i] = score;
    }
  };
}

/** With one fixed vector of weights, in which share of the draws this alternative is the best. */
function confidenceOf(
  scoring: Scoring,
  size: number,
  i: number,
  weights: Float64Array,
  draws: number,
): number {
  const scores = new Float64Array(size);
  let share = 0;
  for (let draw = 0; draw < draws; draw++) {
    scoring(weights, 0, draw, scores);
    const own = scores[i] as number;
    let equal = 0;
    let isBest = !Number.isNaN(own);
    for (let k = 0; k < size && isBest; k++) {
      if ((scores[k] as number) > own) isBest = false;
      else if (scores[k] === own) equal++;
    }
    if (isBest) share += 1 / equal;
  }
  return share / draws;
}

/**
 * Ranks alternatives over all possible weights.
 * @throws Error with more criteria than a person compares, or with two of one id
 */
export function rankAlternatives(
  criteria: readonly RankedCriterion[],
  alternatives: readonly RankedAlternative[],
  { draws = DEFAULT_DRAWS, seed = DEFAULT_SEED }: RankingSettings = {},
): Ranking {
  if (criteria.length > MOST_CRITERIA) throw new Error(`more than ${MOST_CRITERIA} criteria`);
  for (const ids of [criteria.map(({ id }) => id), alternatives.map(({ id }) => id)])
    if (new Set(ids).size < ids.length) throw new Error(`two of the same id among ${ids.join(', ')}`);
  const comparable = comparableOf(criteria, alternatives);
  const size = comparable.alternatives.length;
  const ids = comparable.criteria.map(({ id }) => id);
  const scoring = scoringOf(comparable, draws, seed);
  const weights = drawWeights(ids, draws, seed);
  const scores = new Float64Array(size);
  const ranks = new Int32Array(size);
  const best = new Float64Array(size);
  const amongFirst = new Float64Array(size);
  const weighted = new Float64Array(size * ids.length);
  for (let draw = 0; draw < draws; draw++) {
    const from = draw * ids.length;
    scoring(weights, from, draw, scores);
    const equal = rank(scores, ranks);
    for (let i = 0; i < size; i++) {
      if ((ranks[i] as number) >= 0 && (ranks[i] as number) < FIRST_RANKS)
        amongFirst[i] = (amongFirst[i] as number) + 1;
      if (ranks[i] !== 0) continue;
      best[i] = (best[i] as number) + 1 / equal;
      for (let j = 0; j < ids.length; j++) {
        const at = i * ids.length + j;
        weighted[at] = (weighted[at] as number) + (weights[from + j] as number) / equal;
      }
    }
  }
  const isCertain = comparable.alternatives.every(({ values }) =>
    ids.every((id) => typeof values[id] === 'number'),
  );
  const results = comparable.alternatives.map(({ id }, i): RankedResult => {
    const wins = best[i] as number;
    if (wins === 0)
      return {
        id,
        best: 0,
        amongFirst: (amongFirst[i] as number) / draws,
        centralWeights: undefined,
        confidence: undefined,
      };
    const central = Float64Array.from(ids, (_, j) => (weighted[i * ids.length + j] as number) / wins);
    return {
      id,
      best: wins / draws,
      amongFirst: (amongFirst[i] as number) / draws,
      centralWeights: Object.fromEntries(ids.map((criterion, j) => [criterion, central[j] as number])),
      // Without uncertainty each draw says the same.
      confidence: confidenceOf(scoring, size, i, central, isCertain ? 1 : draws),
    };
  });
  return {
    results: results.toSorted((one, other) => other.best - one.best || (one.id < other.id ? -1 : 1)),
    dominated: dominatedOf(comparable),
    excluded: comparable.excluded,
    dropped: comparable.dropped,
    equal: comparable.equal,
    criteria: ids,
    draws,
    seed,
  };
}
