import {
  constant,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  roundedToCents,
  times,
  total,
  YEAR,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { lawAssumption } from './figure.ts';
import {
  BASE_RATE,
  DISCOUNT_MARGIN,
  type Rating,
  REFERENCE_MARGINS,
  type Security,
} from './state-aid-figures.ts';

/**
 * « Équivalent-subvention brut »: what a public contribution other than a grant is worth as one, at the day it is
 * granted. Rates are those of that day for the whole life of the aid. Years are counted from the grant: year 0 of the
 * calculation is the first year of the aid.
 */
type YearlyRate = Formula<'ratio/years', 'once', 'defined'>;
type YearlyMoney = Formula<'money', 'yearly' | 'once', 'defined'>;
type MoneyLine = Line<'money', 'once', 'defined'>;

const ONE_YEAR = constant(1, 'years');
const ONE_COUNT = constant(1, 'count');

/** The published base rate that a dossier gives: one calculation has one grant, hence one base rate. */
const TYPED_BASE_RATES = new WeakMap<Calculation, YearlyRate>();

/** Says which base rate of the Union a calculation reads instead of the estimate, before any rate of aids is asked. */
export function applyBaseRate(calculation: Calculation, rate: YearlyRate): void {
  TYPED_BASE_RATES.set(calculation, rate);
}

/** The base rate of the Union: the published one that was typed, else the value of the law, which may be an estimate. */
function baseRate(calculation: Calculation): YearlyRate {
  return TYPED_BASE_RATES.get(calculation) ?? lawAssumption(calculation, BASE_RATE);
}

/** Reference rate = base + margin of the borrower's rating and security. */
export function referenceRate(calculation: Calculation, rating: Rating, security: Security): YearlyRate {
  const margin = REFERENCE_MARGINS[rating][security];
  return plus(baseRate(calculation), lawAssumption(calculation, margin));
}

/** Discount rate of aids = base + 1 point. */
export function aidDiscountRate(calculation: Calculation): YearlyRate {
  return plus(baseRate(calculation), lawAssumption(calculation, DISCOUNT_MARGIN));
}

/** Writes the advantage of each year and its sum discounted, never negative, rounded to the cent. */
function equivalent(
  calculation: Calculation,
  prefix: string,
  advantage: YearlyMoney,
  discountRate: YearlyRate,
  when: 'start' | 'end',
  paidAtGrant?: Formula<'money', 'once', 'defined'>,
): MoneyLine {
  const yearly = calculation.yearly(`${prefix}.advantage`, 'Avantage de l’année', advantage);
  const years = when === 'start' ? YEAR : plus(YEAR, ONE_COUNT);
  const discounted = calculation.yearly(
    `${prefix}.discounted`,
    'Avantage de l’année, actualisé',
    over(yearly, power(plus(ONE_RATIO, times(discountRate, ONE_YEAR)), years)),
  );
  return calculation.once(
    `${prefix}.grantEquivalent`,
    'Équivalent-subvention brut',
    max(
      roundedToCents(paidAtGrant === undefined ? total(discounted) : minus(total(discounted), paidAtGrant)),
      NO_MONEY,
    ),
  );
}

export interface SoftLoanTerms {
  /** Balance owed at the start of each year, on its actual schedule. */
  readonly outstanding: YearlyMoney;
  readonly annualRate: YearlyRate;
  readonly referenceRate: YearlyRate;
  readonly discountRate: YearlyRate;
}

/** A loan below the reference rate: Σ balance × (reference − rate), at each year's end (communication 2008/C 14/02). */
export function softLoanGrantEquivalent(
  calculation: Calculation,
  prefix: string,
  terms: SoftLoanTerms,
): MoneyLine {
  const spread = times(minus(terms.referenceRate, terms.annualRate), ONE_YEAR);
  return equivalent(calculation, prefix, times(terms.outstanding, spread), terms.discountRate, 'end');
}

export interface GuaranteeAidTerms {
  /** Balance of the guaranteed loan at the start of each year, on its actual schedule. */
  readonly outstanding: YearlyMoney;
  /** Share of the loan that is guaranteed. */
  readonly coverage: Formula<'ratio', 'once', 'defined'>;
  readonly safeHarbourPremium: YearlyRate;
  readonly paidPremium: YearlyRate;
  /** Paid once, the day of the grant, beside the yearly premium or instead of it. */
  readonly paidAtGrant?: Formula<'money', 'once', 'defined'>;
  readonly discountRate: YearlyRate;
}

/** A guarantee below the safe-harbour premium: Σ balance × share × (premium − paid), at each year's start (2008/C 155/02). */
export function guaranteeGrantEquivalent(
  calculation: Calculation,
  prefix: string,
  terms: GuaranteeAidTerms,
): MoneyLine {
  const spread = times(minus(terms.safeHarbourPremium, terms.paidPremium), ONE_YEAR);
  const guaranteed = times(terms.outstanding, terms.coverage);
  return equivalent(
    calculation,
    prefix,
    times(guaranteed, spread),
    terms.discountRate,
    'start',
    terms.paidAtGrant,
  );
}

/** Land or a building sold below its value: value − price, never negative (CGCT L1511-3, R1511-4 and following). */
export function landDiscountGrantEquivalent(
  calculation: Calculation,
  prefix: string,
  terms: {
    readonly marketValue: Formula<'money', 'once', 'defined'>;
    readonly price: Formula<'money', 'once', 'defined'>;
  },
): MoneyLine {
  return calculation.once(
    `${prefix}.grantEquivalent`,
    'Équivalent-subvention brut',
    max(roundedToCents(minus(terms.marketValue, terms.price)), NO_MONEY),
  );
}

/** A rent below the market: Σ (market rent − rent), at each year's end. */
export function reducedRentGrantEquivalent(
  calculation: Calculation,
  prefix: string,
  terms: { readonly marketRent: YearlyMoney; readonly rent: YearlyMoney; readonly discountRate: YearlyRate },
): MoneyLine {
  return equivalent(calculation, prefix, minus(terms.marketRent, terms.rent), terms.discountRate, 'end');
}
