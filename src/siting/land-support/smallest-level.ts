import { Decimal } from '../../formula/decimal.ts';
import { settle } from '../../formula/search/settling.ts';
import type { SupportTrial } from './support-trial.ts';

/** Levels are tried by their rank: 0 is no support, each rank a step more, the last the greatest level. */
export interface LevelSearch {
  /** @returns undefined when the dossier refuses that level */
  readonly at: (rank: number) => SupportTrial | undefined;
  /** Rank of the greatest level. */
  readonly last: number;
  /** Where to look first, when something is known already. */
  readonly start?: number;
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

const MOST_GUESSES = 7;

/** Rank at which straight lines between a level that fails and one that holds say that all begins to hold. */
function expectedRank(low: number, failing: SupportTrial, high: number, holding: SupportTrial): number {
  let share = new Decimal(0);
  for (const [id, margin] of failing.margins) {
    const above = holding.margins.get(id) ?? null;
    if (margin === null || above === null || margin.gte(0) || above.lte(margin)) continue;
    share = Decimal.max(share, margin.negated().div(above.minus(margin)));
  }
  const middle = Math.floor((low + high) / 2);
  if (share.isZero()) return middle;
  const rank = share
    .times(high - low)
    .plus(low)
    .ceil()
    .toNumber();
  return Math.min(high, Math.max(low + 1, rank));
}

/**
 * The smallest level of a form that meets all that is asked, no support being known to fail. Straight lines say where
 * to look; then exactly, step by step: what is found holds and one step less does not.
 */
export function smallestLevel({ at, last, start, probes }: LevelSearch): LevelFound {
  const nothing = { rank: undefined, trial: undefined, stepLess: undefined };
  const tried = new Map<number, SupportTrial | undefined>();
  const trialAt = (rank: number) => {
    if (!tried.has(rank)) tried.set(rank, at(rank));
    return tried.get(rank);
  };
  const holds = (rank: number) => trialAt(rank)?.holds === true;
  if (last < 1) return { ...nothing, atGreatest: trialAt(0) };
  const top = start !== undefined && start > 0 && start < last && holds(start) ? start : last;
  if (!holds(top)) {
    const held = between(0, last, probes + 1).find(holds);
    if (held === undefined) return { ...nothing, atGreatest: trialAt(last) };
    return answer(settle(holds, held, last) ?? held);
  }
  const rank = settle(holds, guess(top), last) ?? top;
  const smaller = between(0, rank - 1, probes).find(holds);
  return answer(smaller === undefined ? rank : (settle(holds, smaller, last) ?? rank));

  function guess(from: number): number {
    let [low, high] = [0, from];
    for (let guesses = 0; guesses < MOST_GUESSES && high - low > 1; guesses++) {
      const failing = trialAt(low);
      const holding = trialAt(high);
      if (failing === undefined || holding === undefined) return high;
      const next = expectedRank(low, failing, high, holding);
      if (next >= high) {
        // Straight lines end here: one step less tells.
        if (!holds(high - 1)) return high;
        high -= 1;
      } else if (holds(next)) high = next;
      else low = next;
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

/** Ranks spread evenly strictly inside an interval. */
function between(low: number, high: number, count: number): number[] {
  const ranks = Array.from({ length: count }, (_, i) =>
    Math.round(low + ((high - low) * (i + 1)) / (count + 1)),
  );
  return [...new Set(ranks)].filter((rank) => rank > low && rank < high);
}
