import { expect, test } from 'vitest';
import { constant } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { deMinimisGuaranteeAid } from '../../src/law/de-minimis-guarantee.ts';
import { applyLawOf } from '../../src/law/figure.ts';

function aid(
  guaranteed: string,
  coverage: string,
  years: string,
  lawDate = '2026-01-01',
): string | undefined {
  const calculation = new Calculation(createTimeline('2026-01-01', 12));
  applyLawOf(calculation, lawDate);
  const line = deMinimisGuaranteeAid(calculation, 'aid', {
    guaranteed: constant(guaranteed, 'money'),
    coverage: constant(coverage, 'ratio'),
    years: constant(years, 'years'),
  });
  return readExactly(calculation).of(line)[0]?.toFixed(2);
}

test.each([
  // faits.md § 3.1: 500 000 € guaranteed over ten years.
  ['500000', '0.5', '10', '133333.33'],
  // The whole ceiling at each threshold, and the share of a shorter loan.
  ['1125000', '0.8', '10', '300000.00'],
  ['2250000', '0.5', '5', '300000.00'],
  ['500000', '0.5', '5', '66666.67'],
  ['0', '0.5', '10', '0.00'],
])('%s € at %s over %s years: %s', (guaranteed, coverage, years, expected) => {
  expect(aid(guaranteed, coverage, years)).toBe(expected);
});

test.each([
  ['500000', '0.5', '15'],
  ['500000', '0.5', '10.01'],
  ['1125000.01', '0.5', '10'],
  ['2250000.01', '0.5', '5'],
  ['1200000', '0.5', '6'],
  ['500000', '0.81', '10'],
])('the flat way is closed: %s € at %s over %s years', (guaranteed, coverage, years) => {
  expect(aid(guaranteed, coverage, years)).toBeUndefined();
});

test('before 2024, the regulation of 2013: 750 000 € over ten years for a ceiling of 200 000 €', () => {
  expect(aid('750000', '0.8', '10', '2023-12-31')).toBe('200000.00');
  expect(aid('750000.01', '0.8', '10', '2023-12-31')).toBeUndefined();
  expect(aid('1500000', '0.8', '5', '2023-12-31')).toBe('200000.00');
  expect(aid('1500000.01', '0.8', '5', '2023-12-31')).toBeUndefined();
});
