import {
  choose,
  constant,
  integerPart,
  isAtLeast,
  isEqual,
  MONTH,
  max,
  minus,
  NO_MONEY,
  next,
  ONE_RATIO,
  over,
  plus,
  power,
  previous,
  roundedToCents,
  times,
  total,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';

/**
 * Grant equivalents read on the actual schedule of a contract, month by month. Years are counted from the grant, not by
 * fiscal year: those of the contract, whatever the closing of the enterprise.
 */
type YearlyRate = Formula<'ratio/years', 'once', 'defined'>;
type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type MoneyLine = Line<'money', 'once', 'defined'>;
type Month = Formula<'months', 'once', 'defined'>;

const ONE_YEAR = constant(1, 'years');
const YEAR_OF_MONTHS = constant(12, 'months');
const TWELVE = constant(12, 'ratio');

/** What every equivalent of one calculation is discounted with: the rate and the date of the grant, fixed at that date. */
export interface AidDiscount {
  readonly grantMonth: Month;
  /** 1 in the month of the grant; then 1 / (1 + rate)^k in the twelve months of year k. */
  readonly factor: Line<'ratio', 'monthly', 'defined'>;
}

/** Writes the discount factor of aids, id `<prefix>.discount-factor`. */
export function writeAidDiscount(
  calculation: Calculation,
  prefix: string,
  grantMonth: Month,
  annualRate: YearlyRate,
): AidDiscount {
  const sinceGrant = max(constant(0, 'months'), plus(minus(MONTH, grantMonth), constant(11, 'months')));
  const years = integerPart(over(sinceGrant, YEAR_OF_MONTHS));
  return {
    grantMonth,
    factor: calculation.monthly(
      `${prefix}.discount-factor`,
      'Facteur d’actualisation des aides',
      over(ONE_RATIO, power(plus(ONE_RATIO, times(annualRate, ONE_YEAR)), years)),
    ),
  };
}

function equivalent(
  calculation: Calculation,
  id: string,
  label: string,
  advantage: Formula<'money', 'monthly' | 'once', 'defined'>,
): MoneyLine {
  const discounted = calculation.monthly(`${id}.discounted`, `${label} : avantage actualisé`, advantage);
  return calculation.once(
    `${id}.grant-equivalent`,
    `${label} : équivalent-subvention brut`,
    max(roundedToCents(total(discounted)), NO_MONEY),
  );
}

/**
 * A loan below the reference rate: what each month's interest lacks on the balance then owed, discounted at the end of
 * its year. With yearly payments this is Σ balance × (reference − rate) / (1 + r)^t. Source: communication 2008/C 14/02.
 */
export function softLoanOnSchedule(
  calculation: Calculation,
  id: string,
  label: string,
  terms: {
    /** Owed at the end of each month. */
    readonly balance: MonthlyMoney;
    readonly annualRate: YearlyRate;
    readonly referenceRate: YearlyRate;
    readonly discount: AidDiscount;
  },
): MoneyLine {
  const spread = over(times(minus(terms.referenceRate, terms.annualRate), ONE_YEAR), TWELVE);
  return equivalent(
    calculation,
    id,
    label,
    times(times(previous(terms.balance), spread), terms.discount.factor),
  );
}

/**
 * A guarantee below the safe-harbour premium: Σ guaranteed balance × (premium − paid), at each year's start, on what is
 * guaranteed then; a loan still being drawn counts for its balance at the end of that year. Source: 2008/C 155/02 § 3.3.
 */
export function guaranteeOnSchedule(
  calculation: Calculation,
  id: string,
  label: string,
  terms: {
    /** Of the guaranteed loan, owed at the end of each month. */
    readonly balance: MonthlyMoney;
    readonly coverage: Formula<'ratio', 'once', 'defined'>;
    readonly safeHarbourPremium: YearlyRate;
    readonly paidPremium: YearlyRate;
    readonly discount: AidDiscount;
  },
): MoneyLine {
  const { balance, coverage, discount } = terms;
  const elapsed = over(minus(MONTH, discount.grantMonth), YEAR_OF_MONTHS);
  const isYearStart = isEqual(integerPart(elapsed), elapsed);
  const isGranted = isAtLeast(MONTH, discount.grantMonth);
  const spread = times(minus(terms.safeHarbourPremium, terms.paidPremium), ONE_YEAR);
  const guaranteed = times(max(balance, next(balance, 11)), coverage);
  return equivalent(
    calculation,
    id,
    label,
    choose(
      isGranted,
      choose(isYearStart, times(times(guaranteed, spread), discount.factor), NO_MONEY),
      NO_MONEY,
    ),
  );
}

/** A rent below the market: what each month's rent lacks, discounted at the end of its year. */
export function reducedRentOnSchedule(
  calculation: Calculation,
  id: string,
  label: string,
  terms: { readonly marketRent: MonthlyMoney; readonly rent: MonthlyMoney; readonly discount: AidDiscount },
): MoneyLine {
  return equivalent(
    calculation,
    id,
    label,
    times(minus(terms.marketRent, terms.rent), terms.discount.factor),
  );
}

/** Money paid over the years (interest subsidy): what is paid in each month, discounted at the end of its year. */
export function paidOnSchedule(
  calculation: Calculation,
  id: string,
  label: string,
  terms: { readonly paid: MonthlyMoney; readonly discount: AidDiscount },
): MoneyLine {
  return equivalent(calculation, id, label, times(terms.paid, terms.discount.factor));
}
