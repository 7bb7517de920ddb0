import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/formula/operations.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/**
 * P4 on the foncière solidaire of Nouvelle-Aquitaine, this site, against a second calculation written apart from the
 * engine, month by month from signature: see fonciere.md beside this file. None of the constants was copied from it.
 */
const computed = computedDeal(scenario('fonciere-solidaire-nouvelle-aquitaine', 'fonciere'));
const FIRST_YEAR = 2027;

function ofYear(name: string, year: number): string {
  const line = computed.deal.setting.calculation.line(`fonciere.${name}`) as Line;
  return computed.figures.of(line)[year - FIRST_YEAR]?.toFixed(2) ?? 'none';
}

function ofMonth(name: string, month: number): string {
  const line = computed.deal.setting.calculation.line(`fonciere.${name}`) as Line;
  return computed.figures.of(line)[month]?.toFixed(2) ?? 'none';
}

function once(id: string): string {
  return computed.figures.of(computed.deal.setting.calculation.line(id) as Line)[0]?.toFixed(2) ?? 'none';
}

describe('P4 by hand: rent and building', () => {
  test('the rent is the discounted market rent, below what the enterprise can bear', () => {
    // 85 × 1.018 × 0.75 = 64.8975 a square metre; bearable: (2 400 000 × 7 % − 26 000) / 2 000 = 71.
    expect(once('lease.annual-rent')).toBe('129795.00');
    expect(once('fonciere.affordable-rent')).toBe('71.00');
  });

  test('the building with interest and fees before entry into service', () => {
    expect(once('building.cost')).toBe('2121880.71');
  });

  test('cash to the month', () => {
    const months = [14, 26, 59, 119, 238];
    expect(months.map((month) => ofMonth('cash', month))).toEqual([
      '90094.72',
      '79307.96',
      '205390.97',
      '485743.92',
      '741135.36',
    ]);
  });
});

describe('P4 by hand: one year of a SCIC', () => {
  test('2028: a loss, carried forward; a share is worth less than its nominal', () => {
    expect(ofYear('result-before-tax', 2028)).toBe('-56061.72');
    expect(ofYear('corporate-tax.charge', 2028)).toBe('0.00');
    expect(ofYear('share-interest.decided', 2028)).toBe('0.00');
    const worth = computed.figures.of(
      computed.deal.setting.calculation.line('fonciere.share-worth') as Line,
    )[1];
    expect(worth?.toFixed(10)).toBe('0.9471987568');
  });

  test('2035: a profit that only makes good earlier losses', () => {
    expect(ofYear('result', 2035)).toBe('11919.69');
    expect(ofYear('allocation.priorLosses', 2035)).toBe('11919.69');
    expect(ofYear('allocation.legalReserve', 2035)).toBe('0.00');
  });

  test('2040: last losses, reserves deducted, tax, reserves, interest cut down by public aid', () => {
    expect(ofYear('result-before-tax', 2040)).toBe('39634.04');
    expect(ofYear('reserves-deducted', 2040)).toBe('19776.69');
    expect(ofYear('corporate-tax.charge', 2040)).toBe('3932.97');
    expect(ofYear('result', 2040)).toBe('35701.07');
    expect(ofYear('allocation.priorLosses', 2040)).toBe('367.27');
    // 15 % of 35 333.80; 57.5 % of it in all.
    expect(ofYear('allocation.legalReserve', 2040)).toBe('5300.07');
    expect(ofYear('allocation.otherReserve', 2040)).toBe('15016.87');
    expect(ofYear('allocation.distributableMax', 2040)).toBe('9433.16');
    expect(ofYear('share-interest.decided', 2040)).toBe('9433.16');
  });

  test('2043 and 2048: interest at the rate wished; capital falls as citizens are paid back', () => {
    expect(ofYear('result', 2043)).toBe('49223.73');
    expect(ofYear('share-interest.decided', 2043)).toBe('9483.50');
    expect(ofYear('reserves-deducted', 2048)).toBe('53055.25');
    expect(ofYear('corporate-tax.charge', 2048)).toBe('13071.58');
    expect(ofYear('allocation.otherReserve', 2048)).toBe('39214.75');
    expect(ofYear('share-interest.decided', 2048)).toBe('8853.50');
    expect(ofYear('reserved-cash', 2048)).toBe('309327.25');
  });
});
