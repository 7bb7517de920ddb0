import {
  choose,
  constant,
  integerPart,
  isAtMost,
  isEqual,
  isMore,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  or,
  over,
  plus,
  previous,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { About, Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { levelPayment } from './annuity.ts';
import { type LoanRates, type LoanRateTerms, loanRates, periodicRate } from './loan-rates.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type MoneyFormula = Formula<'money', 'monthly' | 'once', 'defined'>;
type Count = Formula<'count', 'once', 'defined'>;

/**
 * A loan, whoever lends: drawings, a period of mobilisation, then `payments` instalments, deferred ones included.
 *
 * Money drawn in month m bears interest from m + 1. To the end of mobilisation interest is monthly, on the drawn
 * balance. Payment k falls k × 12 / paymentsPerYear months after the end of mobilisation; its interest is the balance
 * at the rate of the period. Every amount is rounded to the cent when it arises; the last payment clears the balance.
 */
export interface LoanTerms extends LoanRateTerms {
  /** Drawings of each month: never negative, none after the end of mobilisation. */
  readonly drawn: MonthlyMoney;
  /** Number of payments, those in deferral included. At least 1. */
  readonly payments: Count;
  readonly repayment: 'level-payment' | 'level-principal' | 'bullet';
  readonly deferral?: {
    /** partial: interest is paid; total: it is added to the balance. */
    readonly kind: 'none' | 'partial' | 'total';
    /** Fewer than the payments of the loan. */
    readonly payments: Count;
  };
  /** What becomes of the interest of the mobilisation: paid unless said. */
  readonly interestDuringMobilisation?: 'paid' | 'capitalised';
  /** Fee on what is committed and not drawn yet, each month of the mobilisation. */
  readonly commitment?: {
    /** Amount committed at signature, given apart from the drawings since these may have to pay the fee. */
    readonly amount: Formula<'money', 'once', 'defined'>;
    readonly annualFeeRate: Formula<'ratio/years', 'once', 'defined'>;
  };
  /** The borrower. */
  readonly party?: string;
}

/** Monthly, in euros, never negative: opening + drawn + capitalised − principal = closing. */
export interface LoanLines {
  /** Number of the payment that falls in the month, 0 in the other months. */
  readonly number: Line<'count', 'monthly', 'defined'>;
  readonly opening: MonthlyMoney;
  readonly drawn: MonthlyMoney;
  /** Interest due in the month: paid + capitalised. */
  readonly interest: MonthlyMoney;
  readonly capitalised: MonthlyMoney;
  readonly interestPaid: MonthlyMoney;
  readonly principal: MonthlyMoney;
  /** Interest paid + principal. */
  readonly payment: MonthlyMoney;
  readonly closing: MonthlyMoney;
  /** Interest that the month bears: due, plus what runs until the next payment, less what ran before. */
  readonly interestBorne: MonthlyMoney;
  /** Interest run since the last payment and not due yet (« intérêts courus »); absent with monthly payments. */
  readonly accrued?: MonthlyMoney;
  /** Committed and not drawn; there when the terms have a commitment. */
  readonly undrawn?: MonthlyMoney;
  readonly commitmentFee?: MonthlyMoney;
}

const NO_COUNT = constant(0, 'count');
const ONE_COUNT = constant(1, 'count');

/**
 * Writes the lines of a loan, ids `<prefix>.…`.
 * Level payment: P·i / (1 − (1 + i)^−n), rounded to the cent once, when amortisation starts, and again at each change
 * of an indexed rate, on the balance and the payments left. Level principal: the balance when amortisation starts, in
 * equal parts rounded to the cent; the last part takes the rest. Bullet: everything at the last payment.
 * @returns see LoanLines
 */
export function loanLines(calculation: Calculation, prefix: string, terms: LoanTerms): LoanLines {
  const { drawn, payments } = terms;
  const monthsPerPeriod = 12 / terms.paymentsPerYear;
  const about: About = terms.party === undefined ? {} : { party: terms.party };
  const money = (name: string, label: string, formula: MoneyFormula) =>
    calculation.monthly(`${prefix}.${name}`, label, formula, about);

  const closing = calculation.later(`${prefix}.closing`, 'Capital restant dû', 'money', 'monthly', about);
  const opening = money('opening', 'Capital restant dû au début du mois', previous(closing));
  const rates = loanRates(calculation, prefix, terms, about);

  const inMobilisation = isAtMost(MONTH, terms.endOfMobilisation);
  const periods = periodsElapsed(terms, monthsPerPeriod);
  const onPaymentDate =
    monthsPerPeriod === 1 ? periods : choose(isEqual(integerPart(periods), periods), periods, NO_COUNT);
  const number = calculation.monthly(
    `${prefix}.number`,
    'Numéro de l’échéance',
    choose(or(inMobilisation, isMore(periods, payments)), NO_COUNT, onPaymentDate),
    about,
  );
  const ofPeriod = roundedToCents(rates.interestOfPeriod(opening));
  const ofMonth = choose(inMobilisation, roundedToCents(rates.interestOfMonth(opening)), NO_MONEY);
  const interest = money(
    'interest',
    'Intérêts',
    monthsPerPeriod === 1 ? ofPeriod : choose(isMore(number, NO_COUNT), ofPeriod, ofMonth),
  );
  const capitalises = terms.interestDuringMobilisation === 'capitalised' || terms.deferral?.kind === 'total';
  const capitalised = capitalises
    ? money('capitalised', 'Intérêts capitalisés', toCapitalise(terms, number, interest))
    : calculation.nothing();
  const interestPaid = capitalises
    ? money('interestPaid', 'Intérêts payés', minus(interest, capitalised))
    : interest;
  const amortised = amortisation(calculation, prefix, terms, { number, opening, interest, rates, about });
  const principal = money(
    'principal',
    'Amortissement du capital',
    choose(
      isMore(number, lastDeferred(terms)),
      choose(isEqual(number, payments), opening, amortised),
      NO_MONEY,
    ),
  );
  const payment = money('payment', 'Échéance', plus(interestPaid, principal));
  calculation.define(
    closing,
    minus(capitalises ? plus(opening, drawn, capitalised) : plus(opening, drawn), principal),
  );

  const lines = { number, opening, drawn, interest, capitalised, interestPaid, principal, payment, closing };
  const fee = commitmentFee(calculation, prefix, terms, about);
  if (monthsPerPeriod === 1) return { ...lines, ...fee, interestBorne: interest };
  const fraction = over(minus(periods, integerPart(periods)), ONE_COUNT);
  const accrued = money(
    'accrued',
    'Intérêts courus non échus',
    choose(inMobilisation, NO_MONEY, roundedToCents(times(rates.interestOfPeriod(closing), fraction))),
  );
  const interestBorne = money(
    'interestBorne',
    'Intérêts à la charge du mois',
    minus(plus(interest, accrued), previous(accrued)),
  );
  return { ...lines, ...fee, interestBorne, accrued };
}

/** Periods since the end of mobilisation: whole on payment dates, negative before. */
function periodsElapsed(
  terms: LoanTerms,
  monthsPerPeriod: number,
): Formula<'count', 'monthly' | 'once', 'defined'> {
  const elapsed = minus(MONTH, terms.endOfMobilisation);
  return times(over(elapsed, constant(monthsPerPeriod, 'months')), ONE_COUNT);
}

function lastDeferred(terms: LoanTerms): Count {
  return terms.deferral === undefined || terms.deferral.kind === 'none' ? NO_COUNT : terms.deferral.payments;
}

/** Payment number 0 is every month of the mobilisation, and months without payment, which have no interest. */
function toCapitalise(
  terms: LoanTerms,
  number: Line<'count', 'monthly', 'defined'>,
  interest: MonthlyMoney,
): MoneyFormula {
  const mobilisation = terms.interestDuringMobilisation === 'capitalised';
  const inDeferral = choose(isAtMost(number, lastDeferred(terms)), interest, NO_MONEY);
  if (terms.deferral?.kind === 'total') {
    return mobilisation ? inDeferral : choose(isEqual(number, NO_COUNT), NO_MONEY, inDeferral);
  }
  return mobilisation ? choose(isEqual(number, NO_COUNT), interest, NO_MONEY) : NO_MONEY;
}

interface Balance {
  readonly number: Line<'count', 'monthly', 'defined'>;
  readonly opening: MonthlyMoney;
  readonly interest: MonthlyMoney;
  readonly rates: LoanRates;
  readonly about: About;
}

/** Principal of a payment before the last one. What is level is computed once, then read from the payment before. */
function amortisation(
  calculation: Calculation,
  prefix: string,
  terms: LoanTerms,
  { number, opening, interest, rates, about }: Balance,
): MoneyFormula {
  if (terms.repayment === 'bullet') return NO_MONEY;
  const first = plus(lastDeferred(terms), ONE_COUNT);
  const left = over(plus(minus(terms.payments, number), ONE_COUNT), ONE_COUNT);
  const carried = (line: MonthlyMoney) => previous(line, 12 / terms.paymentsPerYear);
  const later = (name: string, label: string) =>
    calculation.later(`${prefix}.${name}`, label, 'money', 'monthly', about);

  if (terms.repayment === 'level-principal') {
    const part = later('levelPrincipal', 'Part constante du capital');
    const computed = roundedToCents(over(opening, left));
    const afterwards = choose(isMore(number, first), carried(part), NO_MONEY);
    calculation.define(part, choose(isEqual(number, first), computed, afterwards));
    return min(opening, part);
  }
  const computed = roundedToCents(levelPayment(opening, rates.period, left));
  const level = later('levelPayment', 'Échéance constante');
  const same = rates.changed === undefined ? carried(level) : choose(rates.changed, computed, carried(level));
  const afterwards = choose(isMore(number, first), same, NO_MONEY);
  calculation.define(level, choose(isEqual(number, first), computed, afterwards));
  return min(opening, minus(level, interest));
}

/** « Commission de non-utilisation »: monthly, on what was undrawn at the end of the month before. */
function commitmentFee(
  calculation: Calculation,
  prefix: string,
  terms: LoanTerms,
  about: About,
): Pick<LoanLines, 'undrawn' | 'commitmentFee'> {
  if (terms.commitment === undefined) return {};
  const { amount, annualFeeRate } = terms.commitment;
  const inMobilisation = isAtMost(MONTH, terms.endOfMobilisation);
  const undrawn = calculation.later(`${prefix}.undrawn`, 'Part non tirée', 'money', 'monthly', about);
  const before = choose(isEqual(MONTH, constant(0, 'months')), amount, previous(undrawn));
  calculation.define(undrawn, choose(inMobilisation, max(minus(before, terms.drawn), NO_MONEY), NO_MONEY));
  const monthlyFee = periodicRate(annualFeeRate, 'proportional', 12);
  const fee = calculation.monthly(
    `${prefix}.commitmentFee`,
    'Commission de non-utilisation',
    choose(inMobilisation, roundedToCents(times(previous(undrawn), monthlyFee)), NO_MONEY),
    about,
  );
  return { undrawn, commitmentFee: fee };
}
