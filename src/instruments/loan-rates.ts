import {
  choose,
  constant,
  integerPart,
  inYearOf,
  isAtMost,
  isDifferent,
  isEqual,
  MONTH,
  minus,
  ONE_RATIO,
  over,
  plus,
  power,
  previous,
  times,
} from '../formula/build.ts';
import type { About, Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Rhythm } from '../formula/timeline.ts';

/** proportional: the yearly rate divided (banks); actuarial: compounding to it (Caisse des Dépôts). */
export type RateConvention = 'proportional' | 'actuarial';

/** A fixed yearly rate, or the line of an indexed one, margin included. Never negative. */
export type YearlyRate =
  | Formula<'ratio/years', 'once', 'defined'>
  | Line<'ratio/years', 'yearly', 'defined'>
  | Line<'ratio/years', 'monthly', 'defined'>;

export interface LoanRateTerms {
  readonly annualRate: YearlyRate;
  readonly rateConvention: RateConvention;
  readonly endOfMobilisation: Formula<'months', 'once', 'defined'>;
  readonly paymentsPerYear: 12 | 4 | 2 | 1;
}

type RateFormula = Formula<'ratio', 'monthly' | 'once', 'defined'>;

type MoneyFormula = Formula<'money', 'monthly' | 'once', 'defined'>;

export interface LoanRates {
  /** Interest of one payment's period, or of one month of the mobilisation, on a balance; not rounded. */
  readonly interestOfPeriod: (balance: MoneyFormula) => MoneyFormula;
  readonly interestOfMonth: (balance: MoneyFormula) => MoneyFormula;
  /** Rate of one payment's period. */
  readonly period: RateFormula;
  /** Whether the period's rate differs from that of the period before; undefined for a fixed rate. */
  readonly changed: Formula<'truth', 'monthly' | 'once', 'defined'> | undefined;
}

const ONE_YEAR = constant(1, 'years');

/** The rate of a period from a yearly one: r / n, or (1 + r)^(1 / n) − 1. */
export function periodicRate<R extends 'once' | 'monthly' | 'yearly'>(
  annualRate: Formula<'ratio/years', R, 'defined'>,
  convention: RateConvention,
  periodsPerYear: number,
): Formula<'ratio', R | 'once', 'defined'> {
  const yearly = times(annualRate, ONE_YEAR);
  if (periodsPerYear === 1) return yearly;
  const periods = constant(periodsPerYear, 'ratio');
  if (convention === 'proportional') return over(yearly, periods);
  return minus(power(plus(ONE_RATIO, yearly), over(ONE_RATIO, periods)), ONE_RATIO);
}

/**
 * The rates that a loan applies, ids `<prefix>.…`. Fixed: computed once. Indexed: the rate in force in the first month
 * of a period holds for the whole period (« taux préfixé »).
 */
export function loanRates(
  calculation: Calculation,
  prefix: string,
  terms: LoanRateTerms,
  about: About,
): LoanRates {
  const { annualRate, rateConvention, paymentsPerYear } = terms;
  const inMonth = monthlyReading(annualRate);
  if (inMonth === undefined) {
    const fixed = annualRate as Formula<'ratio/years', 'once', 'defined'>;
    const once = (name: string, label: string, periods: number) =>
      calculation.once(`${prefix}.${name}`, label, periodicRate(fixed, rateConvention, periods), about);
    const period = once('periodicRate', 'Taux d’intérêt d’une échéance', paymentsPerYear);
    const month =
      paymentsPerYear === 12 ? period : once('monthlyRate', 'Taux d’intérêt mensuel de la mobilisation', 12);
    return {
      period,
      interestOfPeriod: interestAt(fixed, period, rateConvention, paymentsPerYear),
      interestOfMonth: interestAt(fixed, month, rateConvention, 12),
      changed: undefined,
    };
  }

  const applied = calculation.later(
    `${prefix}.appliedRate`,
    'Taux annuel appliqué',
    'ratio/years',
    'monthly',
    about,
  );
  const monthsPerPeriod = 12 / paymentsPerYear;
  calculation.define(
    applied,
    monthsPerPeriod === 1
      ? inMonth
      : choose(startsPeriod(terms, monthsPerPeriod), inMonth, previous(applied)),
  );
  // A root costs a logarithm: it is taken again only when the yearly rate moves.
  const monthly = (name: string, label: string, periods: number) => {
    const line = calculation.later(`${prefix}.${name}`, label, 'ratio', 'monthly', about);
    const rate = periodicRate(applied, rateConvention, periods);
    calculation.define(line, choose(isEqual(applied, previous(applied)), previous(line), rate));
    return line;
  };
  const period = monthly('periodicRate', 'Taux d’intérêt d’une échéance', paymentsPerYear);
  const month =
    paymentsPerYear === 12 ? period : monthly('monthlyRate', 'Taux d’intérêt mensuel de la mobilisation', 12);
  return {
    period,
    interestOfPeriod: interestAt(applied, period, rateConvention, paymentsPerYear),
    interestOfMonth: interestAt(applied, month, rateConvention, 12),
    changed: isDifferent(applied, previous(applied, monthsPerPeriod)),
  };
}

/**
 * Interest on a balance: balance × yearly rate / n when the rate is proportional, so that the explanation shows the
 * yearly rate that the contract states; balance × rate of the period when it is actuarial.
 */
function interestAt(
  annualRate: Formula<'ratio/years', 'monthly' | 'once', 'defined'>,
  periodic: RateFormula,
  convention: RateConvention,
  periodsPerYear: number,
): (balance: MoneyFormula) => MoneyFormula {
  if (convention === 'actuarial') return (balance) => times(balance, periodic);
  return (balance) => {
    const ofYear = times(balance, times(annualRate, ONE_YEAR));
    return periodsPerYear === 1 ? ofYear : over(ofYear, constant(periodsPerYear, 'ratio'));
  };
}

/** The yearly rate of a month; undefined when the rate is fixed. */
function monthlyReading(annualRate: YearlyRate): Formula<'ratio/years', 'monthly', 'defined'> | undefined {
  const rhythm = 'rhythm' in annualRate ? (annualRate.rhythm as Rhythm) : 'once';
  if (rhythm === 'yearly') return inYearOf(annualRate as Line<'ratio/years', 'yearly', 'defined'>);
  return rhythm === 'monthly' ? (annualRate as Line<'ratio/years', 'monthly', 'defined'>) : undefined;
}

/** Whether a month is the first of a period: each month of the mobilisation, then the month after each payment. */
function startsPeriod(
  terms: LoanRateTerms,
  monthsPerPeriod: number,
): Formula<'truth', 'monthly' | 'once', 'defined'> {
  const sincePayment = over(
    minus(minus(MONTH, terms.endOfMobilisation), constant(1, 'months')),
    constant(monthsPerPeriod, 'months'),
  );
  return choose(
    isAtMost(MONTH, terms.endOfMobilisation),
    constant(1, 'truth'),
    isEqual(integerPart(sincePayment), sincePayment),
  );
}
