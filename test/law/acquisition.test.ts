import { describe, expect, test } from 'vitest';
import { constant } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { centsString } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import type { Line } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { DEPARTMENTS } from '../../src/input/departments.ts';
import {
  type AcquisitionTerms,
  acquisitionCosts,
  sciSharesDuty,
  transferDuty,
} from '../../src/law/acquisition.ts';

function costs(price: string, department: string, changes: Partial<AcquisitionTerms> = {}) {
  const calculation = new Calculation(createTimeline('2026-01-01', 12));
  const lines = acquisitionCosts(calculation, 'purchase', {
    price: constant(price, 'money'),
    department,
    date: '2026-11-30',
    ...changes,
  });
  const figures = readExactly(calculation);
  const of = (line: Line) => centsString(figures.of(line)[0] ?? figures.assumption('none'));
  return {
    duty: of(lines.droitsDeMutation),
    security: of(lines.securiteImmobiliere),
    ht: of(lines.emolumentsHt),
    ttc: of(lines.emolumentsTtc),
    total: of(lines.total),
    warnings: lines.warnings,
  };
}

describe('purchase of a building', () => {
  // faits.md §4.1 and acceptance law.json.
  test.each([
    ['1000000', '42', {}, '63185.00', '1000.00', '8387.25', '10064.70', '74249.70'],
    ['1000000', '26', {}, '58066.50', '1000.00', '8387.25', '10064.70', '69131.20'],
    ['4000000', '42', {}, '252740.00', '4000.00', '32357.25', '38828.70', '295568.70'],
    ['720000', '42', { commitmentToBuild: true }, '125.00', '720.00', '6150.05', '7380.06', '8225.06'],
    ['1000000', '42', { newBuilding: true }, '7150.00', '1000.00', '8387.25', '10064.70', '18214.70'],
    // Contribution of 15 € at least; first bracket only: 6 500 × 3.87 % = 251.55.
    ['6500', '42', {}, '410.70', '15.00', '251.55', '301.86', '727.56'],
    ['1', '42', {}, '0.06', '15.00', '0.04', '0.05', '15.11'],
  ] as const)('%s € in %s %o', (price, department, changes, duty, security, ht, ttc, total) => {
    expect(costs(price, department, changes)).toMatchObject({ duty, security, ht, ttc, total });
  });

  test('VAT and the deadline are said, where they matter', () => {
    expect(costs('1000', '42', { newBuilding: true }).warnings.join()).toContain('TVA');
    expect(costs('1000', '42', { commitmentToBuild: true }).warnings.join()).toContain('quatre ans');
    expect(costs('1000', '42').warnings).toEqual([]);
  });

  test('both regimes at once are refused', () => {
    expect(() => costs('1000', '42', { newBuilding: true, commitmentToBuild: true })).toThrow('not both');
  });

  test('shares of an SCI: 5 %', () => {
    const calculation = new Calculation(createTimeline('2026-01-01', 12));
    const duty = sciSharesDuty(calculation, 'shares', constant('1234.50', 'money'));
    expect(readExactly(calculation).of(duty)[0]?.toFixed()).toBe('61.73');
  });
});

describe('rate of the droits de mutation', () => {
  test.each([
    ['42', '2026-11-30', '0.063185'],
    ['75', '2026-11-30', '0.063185'],
    ['42', '2028-03-31', '0.063185'],
    ['42', '2025-03-31', '0.0580665'],
    ['972', '2026-01-31', '0.0580665'],
    ['972', '2026-02-01', '0.063185'],
  ])('department %s on %s: %s, without warning', (department, date, expected) => {
    const { rate, warnings } = transferDuty(department, date);
    expect(rate.value).toBe(expected);
    expect(warnings).toEqual([]);
  });

  test('after 31/03/2028 the raised rate is dropped, and said to be validated', () => {
    const { rate, warnings } = transferDuty('42', '2028-04-01');
    expect(rate.value).toBe('0.0580665');
    expect(warnings.join()).toContain('31/03/2028');
    expect(transferDuty('26', '2028-04-01').warnings).toEqual([]);
  });

  test('twelve departments kept 4.5 %: neither 5.81 % everywhere nor 6.32 % everywhere', () => {
    const kept = DEPARTMENTS.filter((code) => transferDuty(code, '2026-11-30').rate.value === '0.0580665');
    expect(kept).toEqual(['01', '03', '04', '06', '26', '27', '38', '40', '48', '60', '71', '90']);
  });

  test.each(['07', '36', '65', '971', '973', '974', '976'])(
    'department %s: 5 %%, to be validated',
    (department) => {
      const { rate, warnings } = transferDuty(department, '2026-11-30');
      expect(rate.value).toBe('0.063185');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('à valider');
    },
  );

  test('between April and July 2025 each department had its own first day', () => {
    expect(transferDuty('42', '2025-04-15').warnings).toHaveLength(1);
  });
});
