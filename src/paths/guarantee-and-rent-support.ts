import { constant, max, minus, NO_MONEY, roundedToCents, times, total } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { flatRateGuarantee, isFlatRateOpen } from '../law/de-minimis.ts';
import { lawAssumption } from '../law/figure.ts';
import { type GuaranteeRating, SAFE_HARBOUR_PREMIUMS } from '../law/state-aid-figures.ts';
import { type AidDiscount, guaranteeOnSchedule, reducedRentOnSchedule } from '../law/state-aid-schedule.ts';
import type { Support, SupportNames } from './aid-support.ts';
import type { PathSetting } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** A guarantee of a public party, priced against the safe-harbour premium on the real balance of the loan. */
export function guaranteeSupport(
  setting: PathSetting,
  discount: AidDiscount,
  names: SupportNames,
  guarantee: {
    /** Of the guaranteed loan, owed at the end of each month. */
    readonly balance: MonthlyMoney;
    readonly loanAmount: Formula<'money', 'once', 'defined'>;
    readonly coverage: Formula<'ratio', 'once', 'defined'>;
    readonly paidPremium: Formula<'ratio/years', 'once', 'defined'>;
    /** Of the guarantee, whole years begun. */
    readonly years: number;
    readonly rating: GuaranteeRating;
  },
): Support {
  const { calculation } = setting;
  const guaranteed = calculation.once(
    `aid.${names.id}.guaranteed`,
    `${names.label} : montant garanti`,
    roundedToCents(times(guarantee.loanAmount, guarantee.coverage)),
  );
  return {
    ...names,
    kind: 'guarantee',
    nominal: guaranteed,
    ...(isFlatRateOpen(guarantee.years)
      ? {
          flatRate: flatRateGuarantee(calculation, `aid.${names.id}.flat-rate`, {
            amount: guaranteed,
            years: constant(guarantee.years, 'years'),
          }),
        }
      : {}),
    grantEquivalent: guaranteeOnSchedule(calculation, `aid.${names.id}`, names.label, {
      balance: guarantee.balance,
      coverage: guarantee.coverage,
      safeHarbourPremium: lawAssumption(calculation, SAFE_HARBOUR_PREMIUMS[guarantee.rating]),
      paidPremium: guarantee.paidPremium,
      discount,
    }),
    method: 'écart à la prime refuge, échéancier réel',
    isEstimated: true,
    needsPariPassu: false,
  };
}

/** A rent below the market, month by month, to the end of the timeline of the calculation. */
export function rentSupport(
  setting: PathSetting,
  discount: AidDiscount,
  names: SupportNames,
  rent: { readonly marketRent: MonthlyMoney; readonly rent: MonthlyMoney },
): Support {
  const { calculation } = setting;
  const forgone = calculation.monthly(
    `aid.${names.id}.forgone`,
    `${names.label} : écart au loyer de marché`,
    minus(rent.marketRent, rent.rent),
  );
  return {
    ...names,
    kind: 'rent',
    nominal: calculation.once(
      `aid.${names.id}.forgone-total`,
      `${names.label} : écarts au loyer de marché, en tout`,
      max(NO_MONEY, total(forgone)),
    ),
    grantEquivalent: reducedRentOnSchedule(calculation, `aid.${names.id}`, names.label, {
      ...rent,
      discount,
    }),
    method: 'écart au loyer de marché, actualisé',
    isEstimated: true,
    needsPariPassu: false,
  };
}
