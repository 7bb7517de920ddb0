import {
  choose,
  constant,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';

const SIGNATURE = constant(0, 'months');
const ONE_MONTH = constant(1, 'months');
const DAYS_OF_MONTH = constant(30, 'count');
/** Shorter than any typed delay: divides what is left of a balance that no delay spreads. */
const AN_INSTANT = constant('0.01', 'months');
/** Months that the longest delay of the dossier reaches back: 120 days. */
const MONTHS_BACK = 4;

/** Names of a delay and of what it delays. */
export interface Delay {
  /** Prefix of its lines. */
  readonly id: string;
  readonly label: string;
  /** Places in the dossier of the days and of the balance at signature. */
  readonly days: string;
  readonly opening: string;
}

/** What a delay leaves outstanding at the end of each month. */
export interface Outstanding {
  /** The opening balance, once. */
  readonly opening: Line<'money', 'once', 'defined'>;
  /** What the delay leaves of the flow and of the opening balance at the end of the month, to the cent. */
  readonly target: Formula<'money', 'monthly' | 'once', 'defined'>;
  /** The opening balance in the month of signature, 0 in the others. */
  readonly brought: Formula<'money', 'monthly' | 'once', 'defined'>;
}

/**
 * What is outstanding at the end of a month, for a delay of d days and months of 30 days, pro rata: the d/30 last
 * months of the flow, the oldest for its fraction. 45 days: the month itself, and half of the one before. The balance of
 * the signature fades at the same pace: of it remains 1 − 30·k/d at the end of the k-th month.
 */
export function outstandingOf(
  { calculation, assume, company }: ActivitySetting,
  { id, label, days, opening }: Delay,
  flow: MonthlyMoney,
): Outstanding {
  const about = { party: company };
  const inMonths = calculation.once(
    `${id}.delay`,
    `${label} : délai en mois de 30 jours`,
    times(over(assume(days, 'count'), DAYS_OF_MONTH), ONE_MONTH),
    about,
  );
  const weights = Array.from({ length: MONTHS_BACK }, (_, back) =>
    calculation.once(
      `${id}.weight-${back}`,
      back === 0 ? `${label} : part du mois encore due` : `${label} : part encore due, ${back} mois après`,
      min(ONE_RATIO, max(constant(0, 'ratio'), over(minus(inMonths, constant(back, 'months')), ONE_MONTH))),
      about,
    ),
  );
  const opened = calculation.once(
    `${id}.opening`,
    `${label} à la signature`,
    plus(assume(opening, 'money')),
    about,
  );
  const left = max(
    constant(0, 'ratio'),
    minus(ONE_RATIO, over(plus(MONTH, ONE_MONTH), max(inMonths, AN_INSTANT))),
  );
  return {
    opening: opened,
    target: plus(
      roundedToCents(
        sumOfTerms(weights.map((weight, back) => times(back === 0 ? flow : previous(flow, back), weight))),
      ),
      roundedToCents(times(opened, left)),
    ),
    brought: choose(isEqual(MONTH, SIGNATURE), opened, NO_MONEY),
  };
}
