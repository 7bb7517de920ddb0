import { describe, expect, test } from 'vitest';
import { constant } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { countsWith, flatRateLoan, isFlatRateOpen, writeDeMinimis } from '../../src/law/de-minimis.ts';

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

  test('flat rate: 500 000 € lent over ten years (faits.md §3.1), more over five', () => {
    const calculation = model();
    const years = (value: number) => constant(value, 'years');
    const amount = money('500000');
    const lines = [
      flatRateLoan(calculation, 'loan', { amount, years: years(10) }),
      flatRateLoan(calculation, 'short-loan', { amount: money('1500000'), years: years(5) }),
    ];
    const figures = readExactly(calculation);
    expect(lines.map((line) => figures.of(line)[0]?.toFixed(2))).toEqual(['200000.00', '300000.00']);
  });

  test('a loan of fifteen years has no flat rate (faits.md §3.1)', () => {
    expect([isFlatRateOpen(10), isFlatRateOpen(15)]).toEqual([true, false]);
  });
});
