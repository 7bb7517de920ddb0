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
    expect(once('building.cost')).toBe('2119335.50');
  });

  test('cash to the month', () => {
    const months = [14, 26, 59, 119, 238];
    expect(months.map((month) => ofMonth('cash', month))).toEqual([
      '90094.72',
      '83164.13',
      '219851.03',
      '518293.86',
      '803897.50',
    ]);
  });
});

describe('P4 by hand: one year of a SCIC', () => {
  test('2028: a loss, carried forward; a share is worth less than its nominal', () => {
    expect(ofYear('result-before-tax', 2028)).toBe('-54728.30');
    expect(ofYear('corporate-tax.charge', 2028)).toBe('0.00');
    expect(ofYear('share-interest.decided', 2028)).toBe('0.00');
    const worth = computed.figures.of(
      computed.deal.setting.calculation.line('fonciere.share-worth') as Line,
    )[1];
    expect(worth?.toFixed(10)).toBe('0.9515357095');
  });

  test('2035: a profit that only makes good earlier losses', () => {
    expect(ofYear('result', 2035)).toBe('13355.84');
    expect(ofYear('allocation.priorLosses', 2035)).toBe('13355.84');
    expect(ofYear('allocation.legalReserve', 2035)).toBe('0.00');
  });

  test('2040: reserves deducted, tax, reserves, interest cut down by public aid', () => {
    expect(ofYear('result-before-tax', 2040)).toBe('40881.25');
    expect(ofYear('reserves-deducted', 2040)).toBe('20589.83');
    expect(ofYear('corporate-tax.charge', 2040)).toBe('5072.86');
    expect(ofYear('result', 2040)).toBe('35808.39');
    // 15 %; 57.5 % in all.
    expect(ofYear('allocation.legalReserve', 2040)).toBe('5371.26');
    expect(ofYear('allocation.otherReserve', 2040)).toBe('15218.57');
    expect(ofYear('allocation.distributableMax', 2040)).toBe('9634.86');
    expect(ofYear('share-interest.decided', 2040)).toBe('9634.86');
  });

  test('2043 and 2048: interest at the rate wished; capital falls as citizens are paid back', () => {
    expect(ofYear('result', 2043)).toBe('50017.30');
    expect(ofYear('share-interest.decided', 2043)).toBe('10158.50');
    expect(ofYear('reserves-deducted', 2048)).toBe('53324.47');
    expect(ofYear('corporate-tax.charge', 2048)).toBe('13137.91');
    expect(ofYear('allocation.otherReserve', 2048)).toBe('39413.74');
    expect(ofYear('share-interest.decided', 2048)).toBe('9528.50');
    expect(ofYear('reserved-cash', 2048)).toBe('309327.25');
  });
});
