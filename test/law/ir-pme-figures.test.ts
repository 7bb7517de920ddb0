import { describe, expect, test } from 'vitest';
import {
  IR_PME_COUPLE_CEILING,
  IR_PME_HOLDING_YEARS,
  IR_PME_REPAYMENT_YEARS,
  IR_PME_SINGLE_CEILING,
  irPmeRate,
} from '../../src/law/ir-pme-figures.ts';

describe('IR-PME', () => {
  // parameters.json irpme.esus.taux: 25 % from 21/02/2026 to 31/12/2027, 18 % from 01/01 to 20/02/2026.
  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', '0.18'],
    ['2026-02-20', '0.18'],
    ['2026-02-21', '0.25'],
    ['2027-12-31', '0.25'],
    ['2028-01-01', '0.18'],
  ])('paid on %s: %s', (date, expected) => {
    expect(irPmeRate(date)?.value).toBe(expected);
  });

  test('the rate that was deduced says that it is to be validated', () => {
    expect(irPmeRate('2026-01-15')?.confidence).toBe('memory');
    expect(irPmeRate('2026-03-15')?.confidence).toBe('sourced');
  });

  test('ceilings and years (parameters.json irpme.plafond_celib)', () => {
    const values = [
      IR_PME_SINGLE_CEILING,
      IR_PME_COUPLE_CEILING,
      IR_PME_HOLDING_YEARS,
      IR_PME_REPAYMENT_YEARS,
    ].map(({ value }) => value);
    expect(values).toEqual(['50000', '100000', '5', '7']);
  });
});
