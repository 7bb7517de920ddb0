import { describe, expect, test } from 'vitest';
import { constant } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { countsWith, flatRateLoan, writeDeMinimis } from '../../src/law/de-minimis.ts';
import { applyLawOf } from '../../src/law/figure.ts';

const model = () => new Calculation(createTimeline('2026-01-01', 12));
const money = (value: string) => constant(value, 'money');

describe('de minimis: règlement (UE) 2023/2831', () => {
  test.each([
    // Three rolling years to the grant of 15 March 2027, whatever the fiscal years.
    ['2024-03-16', true],
    ['2024-03-15', false],
    ['2024-01-10', false],
    ['2026-12-31', true],
    ['2027-03-15', true],
    ['2027-03-16', false],
  ])('an aid of %s counts with one granted on 2027-03-15: %s', (awarded, counts) => {
    expect(countsWith(awarded, '2027-03-15')).toBe(counts);
  });

  test('a grant of 29 February counts from 1 March three years earlier', () => {
    expect([countsWith('2025-02-28', '2028-02-29'), countsWith('2025-03-01', '2028-02-29')]).toEqual([
      false,
      true,
    ]);
  });

  test.each([
    [['120000', '80000'], false, '200000', '100000'],
    [['250000', '150000'], false, '400000', '0'],
    [['250000', '150000'], true, '400000', '350000'],
    [[], false, '0', '300000'],
  ])('%o used, mandate %s: %s used, %s left', (awarded, sgeiMandate, used, left) => {
    const calculation = model();
    const lines = writeDeMinimis(calculation, 'x', { awarded: awarded.map(money), sgeiMandate });
    const figures = readExactly(calculation);
    expect([figures.of(lines.used)[0]?.toFixed(), figures.of(lines.left)[0]?.toFixed()]).toEqual([
      used,
      left,
    ]);
  });

  function flatRate(amount: string, years: number, lawDate?: string): string | undefined {
    const calculation = model();
    if (lawDate !== undefined) applyLawOf(calculation, lawDate);
    const line = flatRateLoan(calculation, 'loan', {
      amount: money(amount),
      years: constant(years, 'years'),
    });
    return readExactly(calculation).of(line)[0]?.toFixed(2);
  }

  test.each([
    // faits.md § 3.1, then the whole ceiling at each threshold.
    ['500000', 10, '200000.00'],
    ['750000', 10, '300000.00'],
    ['1500000', 5, '300000.00'],
    ['500000', 5, '100000.00'],
  ])('flat rate of %s € lent over %s years: %s', (amount, years, expected) => {
    expect(flatRate(amount, years)).toBe(expected);
  });

  test.each([
    ['500000', 11],
    ['500000', 15],
    ['750000.01', 10],
    ['750000.01', 6],
    ['1500000.01', 5],
  ])('the flat rate is closed to %s € over %s years', (amount, years) => {
    expect(flatRate(amount, years)).toBeUndefined();
  });

  test('before 2024: 500 000 € over ten years, 1 000 000 € over five, for a ceiling of 200 000 €', () => {
    expect(flatRate('500000', 10, '2023-12-31')).toBe('200000.00');
    expect(flatRate('500000.01', 10, '2023-12-31')).toBeUndefined();
    expect(flatRate('1000000', 5, '2023-12-31')).toBe('200000.00');
    expect(flatRate('1000000.01', 5, '2023-12-31')).toBeUndefined();
  });

  test.each([
    ['2023-12-31', false, '200000'],
    ['2024-01-01', false, '300000'],
    ['2023-12-31', true, '500000'],
    ['2024-01-01', true, '750000'],
    // Past the end of the regulation, its last ceiling is read; the check on expiry says so.
    ['2031-06-30', false, '300000'],
  ])('under the law of %s, mandate %s: a ceiling of %s', (lawDate, sgeiMandate, expected) => {
    const calculation = model();
    applyLawOf(calculation, lawDate);
    const { left } = writeDeMinimis(calculation, 'x', { awarded: [], sgeiMandate });
    expect(readExactly(calculation).of(left)[0]?.toFixed()).toBe(expected);
  });
});
