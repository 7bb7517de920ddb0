import { describe, expect, test } from 'vitest';
import { constant } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import {
  HALF_YEARLY_TMO,
  type SixHalfYears,
  shareInterestCap,
  writeShareInterestCap,
} from '../../src/law/share-interest-cap.ts';

function capOf(...rates: readonly string[]): string | undefined {
  const calculation = new Calculation(createTimeline('2026-01-01', 12));
  const line = writeShareInterestCap(
    calculation,
    'test',
    rates.map((rate) => constant(rate, 'ratio')) as unknown as SixHalfYears,
  );
  return readExactly(calculation).of(line)[0]?.toFixed();
}

describe('highest interest on shares of a cooperative (faits.md §4.1)', () => {
  test('assemblies of 2025: 4.80 %; no other year is known', () => {
    expect(shareInterestCap('2025-01-01')?.value).toBe('0.048');
    expect(shareInterestCap('2025-12-31')?.value).toBe('0.048');
    expect(shareInterestCap('2024-12-31')).toBeUndefined();
    expect(shareInterestCap('2026-06-30')).toBeUndefined();
  });

  test('the six half-years before 2025 sum to 16.80 points, of which 10.345 were read: mean 2.80 %, cap 4.80 %', () => {
    const read = HALF_YEARLY_TMO.filter(({ since }) => since >= '2022-01-01').map(({ value }) => value);
    const sum = read.reduce((total, value) => total.plus(value), new Decimal(0));
    expect(sum.toFixed()).toBe('0.10345');
    // 2024 was not read half by half: 16.80 − 10.345 = 6.455, here in two equal halves.
    expect(new Decimal('0.168').minus(sum).toFixed()).toBe('0.06455');
    expect(capOf(...read, '0.032275', '0.032275')).toBe('0.048');
  });

  test('the margin is added once, to the mean', () => {
    expect(capOf('0.01', '0.02', '0.03', '0.04', '0.05', '0.06')).toBe('0.055');
  });

  test('a SCIC of 300 000 € of capital pays at most 14 400.00 € of interest in 2025', () => {
    const cap = shareInterestCap('2025-06-30')?.value ?? '0';
    expect(new Decimal(300_000).times(cap).toFixed(2)).toBe('14400.00');
  });
});
