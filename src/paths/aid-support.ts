import {
  choose,
  constant,
  isAtLeast,
  max,
  minus,
  NO_MONEY,
  roundedToCents,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { PARI_PASSU } from '../law/aid-ceiling-figures.ts';
import { flatRateGuarantee, flatRateLoan, isFlatRateOpen } from '../law/de-minimis.ts';
import { lawAssumption } from '../law/figure.ts';
import { referenceRate } from '../law/state-aid.ts';
import { type GuaranteeRating, SAFE_HARBOUR_PREMIUMS } from '../law/state-aid-figures.ts';
import {
  type AidDiscount,
  guaranteeOnSchedule,
  reducedRentOnSchedule,
  softLoanOnSchedule,
  writeAidDiscount,
} from '../law/state-aid-schedule.ts';
import type { PathSetting } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;
type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type YearlyRate = Formula<'ratio/years', 'once', 'defined'>;

export type SupportKind =
  | 'grant'
  | 'land-discount'
  | 'rent'
  | 'soft-loan'
  | 'guarantee'
  | 'minoration'
  | 'public-capital';

/** A public contribution found in a deal: one row of the register of aids. */
export interface Support {
  /** Unique in the deal. Its lines begin with `aid.<id>`. */
  readonly id: string;
  readonly label: string;
  readonly kind: SupportKind;
  /** Party that gives. */
  readonly payer: string;
  /** Company of the deal that receives: operator, or its vehicle. */
  readonly beneficiary: string;
  /** What is given, lent, guaranteed or invested. */
  readonly nominal: OnceMoney;
  readonly grantEquivalent: OnceMoney;
  /** What the flat rate of de minimis aids would count instead; absent when that route is closed or makes no sense. */
  readonly flatRate?: OnceMoney;
  /** How it is priced, in French. */
  readonly method: string;
  /** Its price rests on an estimated market rate, or on a reading to be confirmed. */
  readonly isEstimated: boolean;
  /** Public money that would be no aid if private investors came on the same terms. */
  readonly needsPariPassu: boolean;
}

/** Who gives, who receives, under which name. */
export interface SupportNames {
  readonly id: string;
  readonly label: string;
  readonly payer: string;
  readonly beneficiary: string;
}

/** Nothing when private investors bring enough of the round on the same terms, else the price. */
function unlessPariPassu(setting: PathSetting, id: string, label: string, priced: OnceMoney): OnceMoney {
  const { calculation, assume } = setting;
  return calculation.once(
    `aid.${id}.aid`,
    `${label} : aide, hors pari passu`,
    choose(
      isAtLeast(assume('stateAid.privateShareOfRound', 'ratio'), lawAssumption(calculation, PARI_PASSU)),
      NO_MONEY,
      priced,
    ),
  );
}

/** A grant, counted for its amount. */
export function grantSupport(names: SupportNames, amount: OnceMoney): Support {
  return {
    ...names,
    kind: 'grant',
    nominal: amount,
    grantEquivalent: amount,
    method: 'montant',
    isEstimated: false,
    needsPariPassu: false,
  };
}

/** Money lent by a public party, priced against the reference rate on its own schedule. */
export function loanSupport(
  setting: PathSetting,
  discount: AidDiscount,
  names: SupportNames,
  loan: {
    readonly amount: OnceMoney;
    readonly balance: MonthlyMoney;
    readonly annualRate: YearlyRate;
    /** Of the contract, whole years begun; undefined when an exit may shorten it. */
    readonly years: number | undefined;
    /** The lender says that it lends on market terms: no aid pari passu. */
    readonly onMarketTerms: boolean;
  },
): Support {
  const { calculation } = setting;
  const { rating, security } = setting.dossier.values.stateAid;
  const priced = softLoanOnSchedule(calculation, `aid.${names.id}`, names.label, {
    balance: loan.balance,
    annualRate: loan.annualRate,
    referenceRate: referenceRate(calculation, rating, security),
    discount,
  });
  return {
    ...names,
    kind: 'soft-loan',
    nominal: loan.amount,
    ...(loan.years === undefined || !isFlatRateOpen(loan.years)
      ? {}
      : {
          flatRate: flatRateLoan(calculation, `aid.${names.id}.flat-rate`, {
            amount: loan.amount,
            years: constant(loan.years, 'years'),
          }),
        }),
    grantEquivalent: loan.onMarketTerms ? unlessPariPassu(setting, names.id, names.label, priced) : priced,
    method: 'écart au taux de référence, échéancier réel',
    isEstimated: true,
    needsPariPassu: loan.onMarketTerms,
  };
}

/**
 * Public capital: no aid pari passu; else what is brought less the present value, at the reference rate, of what it gives
 * back. Without a planned return it counts for its amount.
 * @param flow received less paid by who brings it, when the deal says how it leaves
 */
export function capitalSupport(
  setting: PathSetting,
  names: SupportNames,
  amount: OnceMoney,
  flow: MonthlyMoney | undefined,
): Support {
  const priced = flow === undefined ? amount : forgoneReturn(setting, names, flow);
  return {
    ...names,
    kind: 'public-capital',
    nominal: amount,
    grantEquivalent: unlessPariPassu(setting, names.id, names.label, priced),
    method:
      flow === undefined
        ? 'montant, faute de retour prévu'
        : 'apport moins la valeur actuelle de ses retours',
    isEstimated: true,
    needsPariPassu: true,
  };
}

/** What capital costs its investor beyond what it gives back, both discounted at the reference rate of the grant. */
function forgoneReturn(setting: PathSetting, names: SupportNames, flow: MonthlyMoney): OnceMoney {
  const { calculation, assume } = setting;
  const { rating, security } = setting.dossier.values.stateAid;
  const id = `aid.${names.id}`;
  const { factor } = writeAidDiscount(
    calculation,
    id,
    assume('stateAid.grantDate', 'months'),
    referenceRate(calculation, rating, security),
  );
  const discounted = calculation.monthly(
    `${id}.discounted`,
    `${names.label} : versé moins reçu, actualisé`,
    times(minus(NO_MONEY, flow), factor),
  );
  return calculation.once(
    `${id}.forgone-return`,
    `${names.label} : apport moins la valeur actuelle de ses retours`,
    max(NO_MONEY, roundedToCents(total(discounted))),
  );
}

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
    readonly paidPremium: YearlyRate;
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
