import { describe, expect, test } from 'vitest';
import { constant, minus, over, times, YEAR } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import {
  aidDiscountRate,
  guaranteeGrantEquivalent,
  landDiscountGrantEquivalent,
  reducedRentGrantEquivalent,
  referenceRate,
  softLoanGrantEquivalent,
} from '../../src/law/state-aid.ts';
import { SAFE_HARBOUR_PREMIUMS } from '../../src/law/state-aid-figures.ts';

const yearlyRate = (value: string) => constant(value, 'ratio/years');
const money = (value: string) => constant(value, 'money');

/** A loan repaid in equal yearly parts: its balance at the start of each year. */
function levelPrincipal(calculation: Calculation, amount: string, years: number) {
  const left = over(minus(constant(years, 'count'), YEAR), constant(years, 'count'));
  return calculation.yearly('outstanding', 'Encours', times(money(amount), left));
}

function model(years: number): Calculation {
  return new Calculation(createTimeline('2026-01-01', 12 * years));
}

describe('grant equivalents: faits.md §3.1', () => {
  test.each([
    ['0.049', '93104.84'],
    ['0.067', '136076.31'],
    // At the reference rate there is no aid; above it there is none either, and certainly not a negative one.
    ['0.01', '0'],
    ['0.005', '0'],
  ])('soft loan of 500 000 € at 1 %, reference %s: %s', (reference, expected) => {
    const calculation = model(10);
    const line = softLoanGrantEquivalent(calculation, 'aid', {
      outstanding: levelPrincipal(calculation, '500000', 10),
      annualRate: yearlyRate('0.01'),
      referenceRate: yearlyRate(reference),
      discountRate: yearlyRate('0.037'),
    });
    expect(readExactly(calculation).of(line)[0]?.toFixed()).toBe(expected);
  });

  test.each([
    ['B', '129390.23'],
    ['BB', '68100.12'],
    ['BBB', '27240.05'],
  ] as const)('free guarantee of half of 1 M€ over 15 years, %s: %s', (rating, expected) => {
    const calculation = model(15);
    const line = guaranteeGrantEquivalent(calculation, 'aid', {
      outstanding: levelPrincipal(calculation, '1000000', 15),
      coverage: constant('0.5', 'ratio'),
      safeHarbourPremium: yearlyRate(SAFE_HARBOUR_PREMIUMS[rating].value),
      paidPremium: yearlyRate('0'),
      discountRate: yearlyRate('0.037'),
    });
    const value = readExactly(calculation).of(line)[0];
    expect(value?.toFixed()).toBe(expected);
    // Neither nothing nor the amount guaranteed.
    expect(value?.gt(0) && value.lt(500_000)).toBe(true);
  });

  test('land sold below its value, and above it', () => {
    const calculation = model(1);
    const below = landDiscountGrantEquivalent(calculation, 'a', {
      marketValue: money('400000'),
      price: money('320000'),
    });
    const above = landDiscountGrantEquivalent(calculation, 'b', {
      marketValue: money('400000'),
      price: money('410000'),
    });
    const figures = readExactly(calculation);
    expect([below, above].map((line) => figures.of(line)[0]?.toFixed())).toEqual(['80000', '0']);
  });

  test('a rent of 25 000 € instead of 60 000 € for 18 years', () => {
    const calculation = model(18);
    const line = reducedRentGrantEquivalent(calculation, 'aid', {
      marketRent: money('60000'),
      rent: money('25000'),
      discountRate: yearlyRate('0.037'),
    });
    expect(readExactly(calculation).of(line)[0]?.toFixed()).toBe('454077.79');
  });
});

test('reference rates: 2.70 % of base, 3.70 % to discount, 4.90 % for BB, 6.70 % without rating', () => {
  const calculation = model(1);
  const lines = [
    calculation.once('discount', 'Actualisation', aidDiscountRate(calculation)),
    calculation.once('bb', 'BB', referenceRate(calculation, 'BB', 'normal')),
    calculation.once('unrated', 'Sans notation', referenceRate(calculation, 'unrated', 'normal')),
  ];
  const figures = readExactly(calculation);
  expect(lines.map((line) => figures.of(line)[0]?.toFixed())).toEqual(['0.037', '0.049', '0.067']);
});
