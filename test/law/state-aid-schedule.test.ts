import { describe, expect, test } from 'vitest';
import { choose, constant, isEqual, isMore, MONTH, NO_MONEY } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { loanLines } from '../../src/instruments/loan-lines.ts';
import {
  guaranteeOnSchedule,
  reducedRentOnSchedule,
  softLoanOnSchedule,
  writeAidDiscount,
} from '../../src/law/state-aid-schedule.ts';

const yearlyRate = (value: string) => constant(value, 'ratio/years');

interface Loan {
  readonly amount: string;
  readonly years: number;
  readonly drawnAt?: number;
  readonly paymentsPerYear?: 12 | 1;
  readonly repayment?: 'level-principal' | 'bullet';
  /** Month of signature: fiscal years close in December, those of an aid do not. */
  readonly signature?: string;
}

/** The real schedule of a loan drawn at once and repaid from that month on, and the discount of its aid. */
function lent(loan: Loan) {
  const calculation = new Calculation(createTimeline(loan.signature ?? '2026-01-01', 12 * loan.years + 24));
  const drawnAt = constant(loan.drawnAt ?? 0, 'months');
  const perYear = loan.paymentsPerYear ?? 1;
  const { closing } = loanLines(calculation, 'loan', {
    drawn: calculation.monthly(
      'drawn',
      'Versement',
      choose(isEqual(MONTH, drawnAt), constant(loan.amount, 'money'), NO_MONEY),
    ),
    annualRate: yearlyRate('0.01'),
    rateConvention: 'proportional',
    endOfMobilisation: drawnAt,
    payments: constant(loan.years * perYear, 'count'),
    paymentsPerYear: perYear,
    repayment: loan.repayment ?? 'level-principal',
  });
  const discount = writeAidDiscount(calculation, 'aid', drawnAt, yearlyRate('0.037'));
  return { calculation, closing, discount };
}

function softLoan(loan: Loan, reference = '0.049') {
  const { calculation, closing, discount } = lent(loan);
  const line = softLoanOnSchedule(calculation, 'a', 'Prêt', {
    balance: closing,
    annualRate: yearlyRate('0.01'),
    referenceRate: yearlyRate(reference),
    discount,
  });
  return readExactly(calculation).of(line)[0]?.toFixed(2);
}

function guarantee(loan: Loan, premium: string) {
  const { calculation, closing, discount } = lent(loan);
  const line = guaranteeOnSchedule(calculation, 'a', 'Garantie', {
    balance: closing,
    coverage: constant('0.5', 'ratio'),
    safeHarbourPremium: yearlyRate(premium),
    paidPremium: yearlyRate('0'),
    discount,
  });
  return readExactly(calculation).of(line)[0]?.toFixed(2);
}

describe('equivalents on the actual schedule give the worked values of faits.md §3.1', () => {
  const loan = { amount: '500000', years: 10 };
  test.each([
    ['0.049', '93104.84'],
    ['0.067', '136076.31'],
    ['0.01', '0.00'],
    ['0.002', '0.00'],
  ])('500 000 € at 1 %% over ten years, reference %s: %s', (reference, expected) => {
    expect(softLoan(loan, reference)).toBe(expected);
  });

  test.each([
    ['0.038', '129390.23'],
    ['0.02', '68100.12'],
    ['0.008', '27240.05'],
  ])('half of 1 M€ over fifteen years, free, premium %s: %s', (premium, expected) => {
    // A real loan rounds its fifteenths to the cent: the aid may differ by one.
    const found = Number(guarantee({ amount: '1000000', years: 15 }, premium));
    expect(Math.abs(found - Number(expected))).toBeLessThan(0.011);
  });

  test('the same whatever the month of signature: years run from the grant, not by fiscal year', () => {
    expect(softLoan({ ...loan, signature: '2026-10-15' })).toBe('93104.84');
    expect(softLoan({ ...loan, drawnAt: 7 })).toBe('93104.84');
    const guaranteed = { amount: '1000000', years: 15 };
    const later = { ...guaranteed, signature: '2026-10-15', drawnAt: 7 };
    expect(guarantee(later, '0.038')).toBe(guarantee(guaranteed, '0.038'));
  });

  test('another schedule is another aid: monthly payments weigh less, a bullet more', () => {
    const monthly = Number(softLoan({ ...loan, paymentsPerYear: 12 }));
    const bullet = Number(softLoan({ ...loan, repayment: 'bullet' }));
    // Average balance of year k, monthly: 500 000 × (1 − (k − 1)/10 − 11/240).
    let expected = 0;
    for (let year = 1; year <= 10; year++)
      expected += (500_000 * (1 - (year - 1) / 10 - 11 / 240) * 0.039) / 1.037 ** year;
    expect(monthly).toBeCloseTo(expected, 0);
    const annuity = (1 - 1.037 ** -10) / 0.037;
    expect(bullet).toBeCloseTo(500_000 * 0.039 * annuity, 1);
    expect(monthly).toBeLessThan(93_104.84);
    expect(bullet).toBeGreaterThan(93_104.84);
  });

  test('never the amount lent or guaranteed, never nothing (faits.md §8, mistake 7)', () => {
    expect(Number(softLoan(loan))).toBeGreaterThan(0);
    expect(Number(softLoan(loan))).toBeLessThan(500_000);
  });

  test('a rent below the market: Σ (market − rent), each year at its end', () => {
    const calculation = new Calculation(createTimeline('2026-01-01', 12 * 18 + 12));
    const discount = writeAidDiscount(calculation, 'aid', constant(0, 'months'), yearlyRate('0.037'));
    const during = (value: string) =>
      choose(
        isMore(MONTH, constant(0, 'months')),
        choose(isMore(constant(217, 'months'), MONTH), constant(value, 'money'), NO_MONEY),
        NO_MONEY,
      );
    const line = reducedRentOnSchedule(calculation, 'a', 'Loyer', {
      marketRent: calculation.monthly('market', 'Loyer de marché', during('5000')),
      rent: calculation.monthly('rent', 'Loyer', during('2083.33')),
      discount,
    });
    // 60 000 € a year against 24 999.96 €, eighteen years (25 000 € gives 454 077.79 €).
    expect(Number(readExactly(calculation).of(line)[0])).toBeCloseTo(454_077.79 + 0.52, 1);
  });
});
