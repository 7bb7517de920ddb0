import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal } from '../formula/decimal.ts';
import { settle } from '../formula/search/settling.ts';
import { type PlanTrial, tryAmount } from './plan-trial.ts';
import type { AmountQuestion } from './search-questions.ts';

/**
 * The smallest amount of own funds, or of ticket, with which a plan closes within the limits of the bank. Each amount
 * tried sizes loans and rent anew, so that few may be tried: what is missed follows the amount along a nearly straight
 * line, which tells where to look; then exactly, euro by euro.
 */
export interface SmallestAmount {
  /** As the dossier stands. */
  readonly present: PlanTrial;
  /** Undefined when no amount was found up to the bound. */
  readonly found: PlanTrial | undefined;
  /** The check: one euro less, where something is missed; undefined at the least amount, or when nothing was found. */
  readonly before: PlanTrial | undefined;
  /** When nothing was found, the amount that comes nearest. */
  readonly best: PlanTrial | undefined;
  /** Greatest amount that may be tried. */
  readonly to: Decimal;
  /** How many amounts were tried. */
  readonly tried: number;
}

const MOST_GUESSES = 8;
/** Part of an interval that is left between an amount that holds and the one tried next. */
const JUST_UNDER = '0.05';
/** Amounts looked at apart, so that a smaller one that holds does not stay unseen. */
const PROBES = 4;
const BOUND_PROBES = 8;

/**
 * Where straight lines through two amounts say that everything begins to hold; undefined when they say that it never
 * does. What is to be found stops at zero: where it is nothing, a euro brought is a euro less to be found.
 */
function expectedAmount(low: PlanTrial, high: PlanTrial): Decimal | undefined {
  const width = high.amount.minus(low.amount);
  let expected = low.amount;
  for (const [id, margin] of low.margins) {
    const above = high.margins.get(id) ?? null;
    if (margin === null || above === null || margin.gte(0)) continue;
    if (above.lte(margin)) return undefined;
    const isClipped = id === 'gap' && above.isZero();
    const gained = isClipped ? margin.negated() : margin.negated().times(width).div(above.minus(margin));
    expected = Decimal.max(expected, low.amount.plus(gained));
  }
  return expected.ceil();
}

/** What comes nearest to holding: the least to be found, then the fewest limits missed, then the least amount. */
function nearest(trials: readonly PlanTrial[]): PlanTrial | undefined {
  const missed = ({ limits }: PlanTrial) => limits.filter(({ isMissed }) => isMissed).length;
  return trials.toSorted(
    (one, other) =>
      one.gap.comparedTo(other.gap) || missed(one) - missed(other) || one.amount.comparedTo(other.amount),
  )[0];
}

/** Amounts tried, each once, by whole euros above the least. */
class Trials {
  readonly tried = new Map<number, PlanTrial | undefined>();
  private readonly from: Decimal;
  readonly last: number;
  private readonly make: (amount: Decimal) => PlanTrial | undefined;

  constructor(make: (amount: Decimal) => PlanTrial | undefined, from: Decimal, to: Decimal) {
    this.make = make;
    this.from = from;
    this.last = to.minus(from).toNumber();
  }

  at(position: number): PlanTrial | undefined {
    if (!this.tried.has(position)) this.tried.set(position, this.make(this.from.plus(position)));
    return this.tried.get(position);
  }

  /** Keeps what was tried already, at a whole amount. */
  keep(trial: PlanTrial): void {
    this.tried.set(trial.amount.minus(this.from).toNumber(), trial);
  }

  holds = (position: number): boolean => this.at(position)?.holds === true;

  /** The position of an amount, inside the interval. */
  near(amount: Decimal): number {
    return Math.min(this.last, Math.max(0, amount.minus(this.from).ceil().toNumber()));
  }

  /** Positions spread evenly strictly inside an interval. */
  static between(low: number, high: number, count: number): number[] {
    const positions = Array.from({ length: count }, (_, i) =>
      Math.round(low + ((high - low) * (i + 1)) / (count + 1)),
    );
    return [...new Set(positions)].filter((position) => position > low && position < high);
  }

  /**
   * A position where everything may well hold for the first time, the least amount being known to fail: where the line
   * through two amounts that fail says, these being nearer and nearer.
   */
  guess(start: number): number {
    let [low, high] = [this.at(0), this.at(start)];
    let best = start;
    for (let guesses = 0; guesses < MOST_GUESSES && low !== undefined && high !== undefined; guesses++) {
      const expected = expectedAmount(low, high);
      if (expected === undefined) return this.last;
      const isBelow = high.holds && guesses > 0;
      // An amount that holds says little of what was missed: a second that fails is looked for just under it.
      const width = high.amount.minus(low.amount);
      const next = this.near(isBelow ? high.amount.minus(width.times(JUST_UNDER)) : expected);
      if (!isBelow) best = next;
      if (this.tried.has(next)) return best;
      const tried = this.at(next);
      if (tried === undefined) return best;
      if (tried.holds && !high.holds) {
        if (next === 0 || !this.holds(next - 1)) return best;
        [low, high] = [high, tried];
      } else if (tried.holds || high.holds) high = tried;
      else [low, high] = tried.amount.gt(high.amount) ? [high, tried] : [low, tried];
    }
    return best;
  }
}

/**
 * Searches the smallest amount, in whole euros.
 * @returns undefined when the dossier as it stands has no figures
 */
export function smallestAmount(
  dossier: ResolvedDossier,
  pathIndex: number,
  question: AmountQuestion,
): SmallestAmount | undefined {
  const make = (amount: Decimal) => tryAmount(dossier, pathIndex, question, amount);
  const present = make(question.present);
  if (present === undefined) return undefined;
  const cost = Decimal.max(present.totalUses.ceil(), question.present.ceil());
  const to = Decimal.max(question.to ?? cost, question.from);
  const trials = new Trials(make, question.from, to);
  if (present.amount.isInteger() && present.amount.gte(question.from)) trials.keep(present);
  const answer = (position: number): SmallestAmount => ({
    present,
    found: trials.at(position),
    before: position === 0 ? undefined : trials.at(position - 1),
    best: undefined,
    to,
    tried: trials.tried.size,
  });
  if (trials.holds(0)) return answer(0);
  const start = present.holds ? trials.near(question.present) : trials.last;
  let position = settle(trials.holds, trials.guess(start), trials.last);
  if (position === undefined) {
    const held = Trials.between(0, trials.last, BOUND_PROBES).find(trials.holds);
    position = held === undefined ? undefined : settle(trials.holds, held, trials.last);
  }
  if (position === undefined) {
    const known = [...trials.tried.values()].filter((trial) => trial !== undefined);
    return {
      present,
      found: undefined,
      before: undefined,
      best: nearest(known),
      to,
      tried: trials.tried.size,
    };
  }
  const smaller = Trials.between(0, position - 1, PROBES).find(trials.holds);
  return answer(smaller === undefined ? position : (settle(trials.holds, smaller, trials.last) ?? position));
}
