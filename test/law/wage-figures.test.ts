import { describe, expect, test } from 'vitest';
import { annualSmic } from '../../src/law/wage-figures.ts';

describe('minimum wage of a year (faits.md §4.1)', () => {
  test('12.31 € an hour, 1 820 hours: 22 404.20; 7 and 10 times for the pay of an ESUS', () => {
    const smic = annualSmic('2026-11-22');
    expect([1, 7, 10].map((times) => smic?.times(times).toFixed(2))).toEqual([
      '22404.20',
      '156829.40',
      '224042.00',
    ]);
  });

  // 11.88 × 1 820 and 12.02 × 1 820.
  test.each([
    ['2025-06-30', '21621.60'],
    ['2026-05-31', '21876.40'],
    ['2026-06-01', '22404.20'],
  ])('on %s: %s', (date, expected) => {
    expect(annualSmic(date)?.toFixed(2)).toBe(expected);
  });

  test('a SMIC older than those read is not known', () => {
    expect(annualSmic('2024-11-01')?.toFixed(2)).toBe('21621.60');
    expect(annualSmic('2024-10-31')).toBeUndefined();
  });
});
