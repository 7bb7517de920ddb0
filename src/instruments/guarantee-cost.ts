import {
  and,
  CALENDAR_MONTH,
  choose,
  constant,
  integerPart,
  isEqual,
  isLess,
  isMore,
  MONTH,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  roundedToCents,
  sumOfYear,
  times,
  YEAR,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Assumption, Formula, Line } from '../formula/operations.ts';
import { overOneYear } from '../formula/rates.ts';
import type { Rhythm } from '../formula/timeline.ts';
import type { Unit } from '../formula/units.ts';
import type { Guarantee } from './guarantee-terms.ts';
import type { Month, MonthlyMoney, OnceMoney } from './instrument.ts';
import type { LoanLines } from './loan-lines.ts';

/** What a guarantee needs to write itself: its terms, its numbers, where its lines stand. */
export interface GuaranteeContext {
  readonly calculation: Calculation;
  /** Prefix of the ids of its lines. */
  readonly id: string;
  readonly terms: Guarantee;
  /** A number of its terms, as an assumption that keeps its origin. */
  readonly assume: <U extends Unit>(field: string, unit: U) => Assumption<U>;
  readonly borrower: string;
}

const ONE_MONTH = constant(1, 'months');
const TWELVE_MONTHS = constant(12, 'months');

/** Of a balance, what this guarantor would owe at most: its share, within its cap. */
export function guaranteedPart<R extends Rhythm>(
  { terms, assume }: GuaranteeContext,
  balance: Formula<'money', R, 'defined'>,
): Formula<'money', R | 'once', 'defined'> {
  const covered = times(balance, assume('coverage', 'ratio'));
  return terms.amountCap === null ? covered : min(covered, assume('amountCap', 'money'));
}

export interface GuaranteeAtSignature {
  /** What is guaranteed of the whole loan. */
  readonly guaranteed: OnceMoney;
  /** Single fee, and the month in which it is paid; absent when there is none. */
  readonly flatFee: { readonly amount: OnceMoney; readonly paid: MonthlyMoney } | undefined;
}

/** The amount guaranteed on the day of signature, and the fee paid once on it. */
export function guaranteeAtSignature(
  context: GuaranteeContext,
  loanAmount: Formula<'money', 'once', 'defined'>,
  paidAt: Month,
): GuaranteeAtSignature {
  const { calculation, id, terms, assume } = context;
  const about = { party: context.borrower };
  const guaranteed = calculation.once(
    `${id}.guaranteed`,
    'Montant garanti à la signature',
    roundedToCents(guaranteedPart(context, loanAmount)),
    about,
  );
  if (terms.feeKind !== 'flat' || terms.feeRate.isZero()) return { guaranteed, flatFee: undefined };
  const amount = calculation.once(
    `${id}.flat-fee`,
    'Commission de garantie à la signature',
    roundedToCents(times(guaranteed, overOneYear(assume('feeRate', 'ratio/years')))),
    about,
  );
  const paid = calculation.monthly(
    `${id}.flat-fee-paid`,
    'Commission de garantie à la signature, payée',
    choose(isEqual(MONTH, paidAt), amount, NO_MONEY),
    about,
  );
  return { guaranteed, flatFee: { amount, paid } };
}

/**
 * The yearly fee: rate × guaranteed balance at the start of each year of repayment, paid in its first month.
 * @returns undefined when the contract has none
 */
export function yearlyGuaranteeFee(
  context: GuaranteeContext,
  loan: LoanLines,
  opening: Month,
): MonthlyMoney | undefined {
  const { calculation, id, terms, assume } = context;
  if (terms.feeKind !== 'yearly' || terms.feeRate.isZero()) return undefined;
  const years = over(minus(MONTH, plus(opening, ONE_MONTH)), TWELVE_MONTHS);
  const isAnniversary = and(isMore(MONTH, opening), isEqual(integerPart(years), years));
  const fee = roundedToCents(
    times(guaranteedPart(context, loan.opening), overOneYear(assume('feeRate', 'ratio/years'))),
  );
  return calculation.monthly(
    `${id}.yearly-fee`,
    'Commission annuelle de garantie',
    choose(isAnniversary, fee, NO_MONEY),
    { party: context.borrower },
  );
}

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/**
 * A balance on each anniversary of the signature, by fiscal year: year 0 holds the month of signature, and each calendar
 * year has one anniversary.
 */
export function onAnniversaries(
  calculation: Calculation,
  id: string,
  label: string,
  balance: Formula<'money', 'monthly' | 'once', 'defined'>,
): YearlyMoney {
  const month = Number(calculation.timeline.start.slice(5, 7));
  const posted = calculation.monthly(
    `${id}.on-anniversary`,
    `${label}, au mois anniversaire`,
    choose(isEqual(CALENDAR_MONTH, constant(month, 'count')), balance, NO_MONEY),
  );
  return calculation.yearly(id, label, sumOfYear(posted));
}

/** What the guaranteed loan may amount to: all that may still be drawn before the end of the works, then what is owed. */
export function committedBalance(
  loan: LoanLines,
  loanAmount: Formula<'money', 'once', 'defined'>,
  opening: Month,
): Formula<'money', 'monthly' | 'once', 'defined'> {
  return choose(isLess(MONTH, opening), loanAmount, loan.closing);
}

/**
 * Actuarial loss of each year: survival × probability × exposure × loss given default × share, within the cap. Beside
 * the flows: nobody pays it.
 * @param exposure owed at the start of each year since signature
 */
export function expectedLossByYear(
  context: GuaranteeContext,
  exposure: YearlyMoney,
  risk: {
    readonly annualDefaultProbability: Formula<'ratio/years', 'once', 'defined'>;
    readonly recoveredShare: Formula<'ratio', 'once', 'defined'>;
  },
): YearlyMoney {
  const { calculation, id } = context;
  const probability = overOneYear(risk.annualDefaultProbability);
  const survival = power(minus(ONE_RATIO, probability), YEAR);
  const lost = times(exposure, minus(ONE_RATIO, risk.recoveredShare));
  return calculation.yearly(
    `${id}.expected-loss`,
    'Perte attendue de l’année',
    times(times(guaranteedPart(context, lost), probability), survival),
  );
}
