import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  at,
  choose,
  constant,
  isAtLeast,
  isEqual,
  MONTH,
  minus,
  NO_MONEY,
  plus,
  sumOfTerms,
  total,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { centsString, Decimal } from '../../src/formula/decimal.ts';
import { type Figures, readExactly } from '../../src/formula/exact.ts';
import type { Formula, Line } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { type LoanLines, loanLines } from '../../src/instruments/loan-lines.ts';
import { type Case, LOAN_CASES, type Row } from './loan-cases.ts';

const TYPED = { kind: 'fact', text: 'test' } as const;

function write(terms: Case): { calculation: Calculation; loan: LoanLines; figures: Figures } {
  const end = terms.endOfMobilisation ?? 0;
  const months = end + (terms.payments * 12) / terms.perYear + 1;
  const calculation = new Calculation(createTimeline('2026-01-15', months));
  const month = (value: number) => constant(value, 'months');
  const draws = Object.entries(terms.drawn).map(([when, value]) =>
    choose(isEqual(MONTH, month(Number(when))), constant(value, 'money'), NO_MONEY),
  );
  const loan = loanLines(calculation, 'loan', {
    drawn: calculation.monthly('drawn', 'Tirages', sumOfTerms(draws)),
    annualRate:
      typeof terms.rate === 'string'
        ? calculation.assumption('rate', 'Taux', 'ratio/years', terms.rate, TYPED)
        : calculation.monthly('rate', 'Taux', steps(terms.rate)),
    rateConvention: terms.convention ?? 'proportional',
    endOfMobilisation: month(end),
    payments: constant(terms.payments, 'count'),
    paymentsPerYear: terms.perYear,
    repayment: terms.repayment,
    interestDuringMobilisation: terms.capitalised ? 'capitalised' : 'paid',
    ...(terms.deferral && {
      deferral: { kind: terms.deferral[0], payments: constant(terms.deferral[1], 'count') },
    }),
    ...(terms.commitment && {
      commitment: {
        amount: constant(terms.commitment.amount, 'money'),
        annualFeeRate: constant(terms.commitment.rate, 'ratio/years'),
      },
    }),
  });
  return { calculation, loan, figures: readExactly(calculation) };
}

/** A rate that changes in given months. */
function steps(
  rates: readonly (readonly [number, string])[],
): Formula<'ratio/years', 'monthly' | 'once', 'defined'> {
  let rate: Formula<'ratio/years', 'monthly' | 'once', 'defined'> = constant(0, 'ratio/years');
  for (const [from, value] of rates) {
    rate = choose(isAtLeast(MONTH, constant(from, 'months')), constant(value, 'ratio/years'), rate);
  }
  return rate;
}

const cents = (figures: Figures, line: Line, month: number) =>
  centsString(figures.of(line)[month] ?? new Decimal(Number.NaN));

function rowOf(figures: Figures, loan: LoanLines, month: number): Row {
  const of = (line: Line) => cents(figures, line, month);
  return [
    month,
    of(loan.opening),
    of(loan.interest),
    of(loan.capitalised),
    of(loan.principal),
    of(loan.closing),
  ];
}

describe('loan lines', () => {
  test.each(LOAN_CASES)('$name', ({ terms, rows }) => {
    const { figures, loan } = write(terms);
    expect(rows.map(([month]) => rowOf(figures, loan, month))).toEqual(rows);
  });

  test('money drawn in a month bears interest from the next month', () => {
    const { figures, loan } = write({
      drawn: { 0: '120000' },
      rate: '0.1',
      payments: 2,
      perYear: 12,
      repayment: 'bullet',
    });
    expect([0, 1, 2].map((month) => cents(figures, loan.interest, month))).toEqual([
      '0.00',
      '1000.00',
      '1000.00',
    ]);
  });

  test('interest runs between yearly payments, so that each fiscal year bears its own', () => {
    // 100 000 at 6 %, first payment 12 months after March 2026: 9 months of interest belong to 2026.
    const { figures, loan } = write({
      drawn: { 0: '100000' },
      endOfMobilisation: 2,
      rate: '0.06',
      payments: 3,
      perYear: 1,
      repayment: 'bullet',
    });
    expect(cents(figures, loan.accrued as Line, 11)).toBe('4500.00');
    expect(cents(figures, loan.accrued as Line, 14)).toBe('0.00');
    expect(cents(figures, loan.interestBorne, 14)).toBe('500.00');
  });

  test('a commitment fee is due each month on what was not drawn at the end of the month before', () => {
    const { figures, loan } = write({
      drawn: { 0: '400000', 3: '250000', 5: '150000' },
      endOfMobilisation: 5,
      rate: '0.04',
      payments: 4,
      perYear: 4,
      repayment: 'bullet',
      commitment: { amount: '800000', rate: '0.006' },
    });
    const fees = [0, 1, 2, 3, 4, 5, 6].map((month) => cents(figures, loan.commitmentFee as Line, month));
    // 400 000 × 0.6 % / 12 = 200, then 150 000 × 0.6 % / 12 = 75.
    expect(fees).toEqual(['0.00', '200.00', '200.00', '200.00', '75.00', '75.00', '0.00']);
  });

  test('a loan that must pay its own fees and interest is no circle', () => {
    const calculation = new Calculation(createTimeline('2026-01-15', 36));
    const drawn = calculation.later('drawn', 'Tirages', 'money', 'monthly');
    const loan = loanLines(calculation, 'loan', {
      drawn,
      annualRate: constant('0.05', 'ratio/years'),
      rateConvention: 'proportional',
      endOfMobilisation: constant(5, 'months'),
      payments: constant(10, 'count'),
      paymentsPerYear: 12,
      repayment: 'level-payment',
      commitment: { amount: constant(200000, 'money'), annualFeeRate: constant('0.01', 'ratio/years') },
    });
    const works = choose(isAtLeast(constant(5, 'months'), MONTH), constant(10000, 'money'), NO_MONEY);
    const costs = plus(loan.interestPaid, loan.commitmentFee ?? NO_MONEY);
    const inWorks = choose(isAtLeast(constant(5, 'months'), MONTH), costs, NO_MONEY);
    calculation.define(drawn, plus(works, inWorks));
    const closing = calculation.once('end', 'Fin', at(loan.closing, constant(15, 'months')));
    expect(cents(readExactly(calculation), closing, 0)).toBe('0.00');
  });
});

const anyLoan: fc.Arbitrary<Case> = fc
  .record({
    amount: fc.integer({ min: 1, max: 1_000_000_000 }),
    rate: fc.integer({ min: 0, max: 5000 }),
    payments: fc.integer({ min: 1, max: 40 }),
    perYear: fc.constantFrom(12, 4, 2, 1),
    repayment: fc.constantFrom('level-payment', 'level-principal', 'bullet'),
    deferral: fc.option(fc.tuple(fc.constantFrom('partial', 'total'), fc.nat({ max: 39 })), {
      nil: undefined,
    }),
    end: fc.nat({ max: 14 }),
    capitalised: fc.boolean(),
    convention: fc.constantFrom('actuarial', undefined),
  })
  .map((made) => ({
    // In cents: half at signature, the rest when the works end.
    drawn: {
      0: new Decimal(made.amount).div(200).toFixed(2),
      [made.end]: new Decimal(made.amount).div(100).toFixed(2),
    },
    endOfMobilisation: made.end,
    rate: new Decimal(made.rate).div(10000).toFixed(4),
    payments: made.payments,
    perYear: made.perYear,
    repayment: made.repayment,
    capitalised: made.capitalised,
    ...(made.convention === undefined ? {} : { convention: made.convention }),
    ...(made.deferral === undefined
      ? {}
      : { deferral: [made.deferral[0], Math.min(made.deferral[1], made.payments - 1)] as const }),
  }));

describe('what holds for every loan', () => {
  test('it closes at 0, its balances follow, its principal sums to what was lent', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const { calculation, loan } = write(terms);
        const drift = calculation.monthly(
          'drift',
          'Écart',
          minus(minus(plus(loan.opening, loan.drawn, loan.capitalised), loan.principal), loan.closing),
        );
        const lent = calculation.once('lent', 'Prêté', plus(total(loan.drawn), total(loan.capitalised)));
        const repaid = calculation.once('repaid', 'Remboursé', total(loan.principal));
        const due = calculation.once('due', 'Intérêts échus', total(loan.interest));
        const borne = calculation.once('borne', 'Intérêts supportés', total(loan.interestBorne));
        const figures = readExactly(calculation);
        const last = figures.timeline.months - 1;
        expect(cents(figures, loan.closing, last)).toBe('0.00');
        expect(figures.of(drift).every((value) => value?.isZero())).toBe(true);
        expect(cents(figures, repaid, 0)).toBe(cents(figures, lent, 0));
        expect(cents(figures, borne, 0)).toBe(cents(figures, due, 0));
        for (const line of [loan.closing, loan.interestPaid, loan.principal, loan.payment]) {
          expect(figures.of(line).every((value) => value !== null && !value.isNegative())).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
