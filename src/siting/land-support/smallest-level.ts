import { Decimal } from '../../formula/decimal.ts';
import { settle } from '../../formula/search/settling.ts';
import type { SupportTrial } from './support-trial.ts';

/** Levels are tried by their rank: 0 is no support, each rank a step more, the last the greatest level. */
export interface LevelSearch {
  /** @returns undefined when the dossier refuses that level */
  readonly at: (rank: number) => SupportTrial | undefined;
  /** Rank of the greatest level. */
  readonly last: number;
  /** Where the smallest level is expected, when something is known already. */
  readonly expected?: number;
  /** Ranks looked at apart, so that a smaller one that holds does not stay unseen. */
  readonly probes: number;
}

export interface LevelFound {
  /** Rank of the smallest level that holds; undefined when none does. */
  readonly rank: number | undefined;
  readonly trial: SupportTrial | undefined;
  /** The check: one step less; undefined at no support, or when nothing was found. */
  readonly stepLess: SupportTrial | undefined;
  /** At the greatest level, when nothing was found. */
  readonly atGreatest: SupportTrial | undefined;
}

const MOST_GUESSES = 9;
/** Between two levels that give the slope of the margins. */
const SLOPE_STEPS = 20;

/** Where the line of a margin through two trials crosses zero; the greatest of those that grow. */
function crossing(one: number, at: SupportTrial, other: number, beside: SupportTrial): number | undefined {
  let found: Decimal | undefined;
  for (const [id, margin] of at.margins) {
    const second = beside.margins.get(id) ?? null;
    if (margin === null || second === null) continue;
    const slope = second.minus(margin).div(other - one);
    if (slope.lte(0)) continue;
    const rank = new Decimal(one).minus(margin.div(slope));
    if (found === undefined || rank.gt(found)) found = rank;
  }
  return found?.ceil().toNumber();
}

/**
 * The smallest level of a form that meets all that is asked, no support being known to fail. Straight lines say where
 * to look; then exactly, step by step: what is found holds and one step less does not.
 */
export function smallestLevel({ at, last, expected, probes }: LevelSearch): LevelFound {
  const nothing = { rank: undefined, trial: undefined, stepLess: undefined };
  const tried = new Map<number, SupportTrial | undefined>();
  const trialAt = (rank: number) => {
    if (!tried.has(rank)) tried.set(rank, at(rank));
    return tried.get(rank);
  };
  const holds = (rank: number) => trialAt(rank)?.holds === true;
  if (last < 1) return { ...nothing, atGreatest: trialAt(0) };
  const near = expected === undefined ? undefined : nearby(Math.min(last, Math.max(1, expected)));
  if (near !== undefined) return answer(near);
  const top = last;
  if (!holds(top)) {
    const held = between(0, last, probes + 1).find(holds);
    if (held === undefined) return { ...nothing, atGreatest: trialAt(last) };
    return answer(settle(holds, held, last) ?? held);
  }
  const rank = settle(holds, guess(top), last) ?? top;
  const smaller = between(0, rank - 1, probes).find(holds);
  return answer(smaller === undefined ? rank : (settle(holds, smaller, last) ?? rank));

  /** Straight from where the level is expected: a second level beside it gives the slope. Undefined: look everywhere. */
  function nearby(first: number): number | undefined {
    const beside = Math.max(0, Math.min(last, holds(first) ? first - SLOPE_STEPS : first + SLOPE_STEPS));
    const [one, other] = [trialAt(first), trialAt(beside)];
    const crossed = one && other && beside !== first ? crossing(first, one, beside, other) : undefined;
    const found = settle(holds, Math.min(last, Math.max(0, crossed ?? first)), last);
    return found;
  }

  /** Secant on the two last levels tried, kept between one that fails and one that holds; halves when it leaves them. */
  function guess(from: number): number {
    let [low, high] = [0, from];
    let [one, other] = [0, from];
    for (let guesses = 0; guesses < MOST_GUESSES && high - low > 1; guesses++) {
      const [at, beside] = [trialAt(one), trialAt(other)];
      const expected = at && beside && crossing(one, at, other, beside);
      const isInside = expected !== undefined && expected > low && expected <= high;
      let next = isInside ? expected : Math.floor((low + high) / 2);
      // The line ends on a level that holds: one step less tells whether it is the smallest.
      if (next === high) next = high - 1;
      if (next === low) return high;
      if (holds(next)) high = next;
      else if (next === high - 1) return high;
      else low = next;
      [one, other] = [
        next,
        one === next ? other : other === next ? one : isNearer(one, other, next) ? one : other,
      ];
    }
    return high;
  }

  function answer(rank: number): LevelFound {
    return {
      rank,
      trial: trialAt(rank),
      stepLess: rank === 0 ? undefined : trialAt(rank - 1),
      atGreatest: undefined,
    };
  }
}

function isNearer(one: number, other: number, to: number): boolean {
  return Math.abs(one - to) <= Math.abs(other - to);
}

/** Ranks spread evenly strictly inside an interval. */
function between(low: number, high: number, count: number): number[] {
  const ranks = Array.from({ length: count }, (_, i) =>
    Math.round(low + ((high - low) * (i + 1)) / (count + 1)),
  );
  return [...new Set(ranks)].filter((rank) => rank > low && rank < high);
}
