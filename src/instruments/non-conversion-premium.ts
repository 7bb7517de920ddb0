import {
  choose,
  constant,
  isAtMost,
  isEqual,
  isLess,
  MONTH,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  previous,
  roundedToCents,
  times,
} from '../formula/build.ts';
import { growthFactor } from '../formula/rates.ts';
import type { FundingContext, Month, MonthlyMoney, OnceMoney } from './instrument.ts';

export interface Premium {
  readonly borne: MonthlyMoney;
  readonly running: MonthlyMoney;
  readonly paid: MonthlyMoney;
}

/** The non-conversion premium, from the call month to the repayment: amount × ((1 + p)^(months/12) − 1). */
export function premiumLines(
  { calculation, borrower, id, assume, milestones, exit }: FundingContext,
  terms: { readonly label: string; readonly paymentsPerYear: 12 | 4 | 2 | 1 },
  bond: { readonly amount: OnceMoney; readonly callMonth: Month; readonly schedule: MonthlyMoney },
): Premium {
  const about = { party: borrower };
  const { label } = terms;
  const maturity = plus(
    milestones.opening,
    times(
      over(assume('payments', 'count'), constant(1, 'count')),
      constant(12 / terms.paymentsPerYear, 'months'),
    ),
  );
  const repaidAt =
    exit === undefined
      ? calculation.once(`${id}.premium.month`, `${label} : mois du remboursement`, maturity)
      : calculation.once(
          `${id}.premium.month`,
          `${label} : mois du remboursement`,
          choose(isLess(exit, maturity), exit, maturity),
        );
  const ofMonth = calculation.once(
    `${id}.premium.month-factor`,
    `${label} : prime, un mois`,
    power(
      growthFactor(assume('nonConversionPremiumRate', 'ratio/years')),
      over(ONE_RATIO, constant(12, 'ratio')),
    ),
    about,
  );
  const factor = calculation.later(
    `${id}.premium.factor`,
    `${label} : facteur de la prime`,
    'ratio',
    'monthly',
    about,
  );
  const runs = isAtMost(MONTH, repaidAt);
  calculation.define(
    factor,
    choose(
      isLess(MONTH, plus(bond.callMonth, constant(1, 'months'))),
      ONE_RATIO,
      choose(runs, times(previous(factor), ofMonth), ONE_RATIO),
    ),
  );
  const cumulated = calculation.monthly(
    `${id}.premium.cumulated`,
    `${label} : prime courue`,
    choose(
      isLess(MONTH, bond.callMonth),
      NO_MONEY,
      choose(runs, roundedToCents(times(bond.amount, minus(factor, ONE_RATIO))), NO_MONEY),
    ),
    about,
  );
  return {
    borne: calculation.monthly(
      `${id}.premium.borne`,
      `${label} : prime du mois`,
      choose(runs, minus(cumulated, previous(cumulated)), NO_MONEY),
      about,
    ),
    running: calculation.monthly(
      `${id}.premium.running`,
      `${label} : prime restant due`,
      choose(isLess(MONTH, repaidAt), cumulated, NO_MONEY),
      about,
    ),
    paid: calculation.monthly(
      `${id}.premium.paid`,
      `${label} : prime payée`,
      choose(isEqual(MONTH, repaidAt), cumulated, NO_MONEY),
      about,
    ),
  };
}
