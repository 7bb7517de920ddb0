import { describe, expect, test } from 'vitest';
import { esusPayCeilings } from '../../src/law/wage-figures.ts';

/** In euros, to the cent. */
function ceilings(date: string) {
  const { smic, average, highest } = esusPayCeilings(date);
  return [smic, average, highest].map((value) => value.toFixed(2));
}

describe('minimum wage and pay of an ESUS (faits.md §4.1)', () => {
  test('12.31 € an hour, 1 820 hours: 22 404.20 a year, × 7, × 10', () => {
    expect(ceilings('2026-11-22')).toEqual(['22404.20', '156829.40', '224042.00']);
  });

  test('the steps of 2025 and 2026', () => {
    // 11.88 × 1 820 and 12.02 × 1 820.
    expect(ceilings('2025-06-30')[0]).toBe('21621.60');
    expect(ceilings('2026-05-31')[0]).toBe('21876.40');
    expect(ceilings('2026-06-01')[0]).toBe('22404.20');
  });
});
