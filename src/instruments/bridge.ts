import { max, minus, NO_MONEY, previous, roundedToCents, times } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { proportionalRate } from '../formula/rates.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

export interface Bridge {
  readonly drawn: MonthlyMoney;
  readonly repaid: MonthlyMoney;
  readonly interest: MonthlyMoney;
}

/**
 * A bridge (relais): what it carries each month is given; drawings, repayments and monthly interest follow.
 * Interest of a month is on the balance of the end of the month before, proportional, rounded to the cent.
 * @param balance what is carried at the end of each month, never negative
 */
export function bridgeLines(
  calculation: Calculation,
  id: string,
  balance: MonthlyMoney,
  annualRate: Formula<'ratio/years', 'once', 'defined'>,
  party: string,
): Bridge {
  const about = { party };
  return {
    drawn: calculation.monthly(
      `${id}.drawn`,
      'Tirage du relais',
      max(NO_MONEY, minus(balance, previous(balance))),
      about,
    ),
    repaid: calculation.monthly(
      `${id}.repaid`,
      'Remboursement du relais',
      max(NO_MONEY, minus(previous(balance), balance)),
      about,
    ),
    interest: calculation.monthly(
      `${id}.interest`,
      'Intérêts du relais',
      roundedToCents(times(previous(balance), proportionalRate(annualRate, 12))),
      about,
    ),
  };
}
