import { describe, expect, test } from 'vitest';
import { constant } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import {
  type AidZone,
  type InitialInvestment,
  isResoldEarly,
  writeAidCeiling,
  writeReferenceValue,
} from '../../src/law/aid-ceiling.ts';
import { isInAfrMap } from '../../src/law/aid-ceiling-figures.ts';
import { writeDeMinimis } from '../../src/law/de-minimis.ts';
import { writeSize } from '../../src/law/sme-status.ts';
import { landDiscountGrantEquivalent } from '../../src/law/state-aid.ts';

const money = (value: string) => constant(value, 'money');

interface Case {
  readonly employees?: string;
  readonly publicShare?: string;
  readonly zone?: AidZone;
  readonly investment?: InitialInvestment;
  readonly costs?: string;
  readonly remediation?: string;
  readonly landGain?: string;
  readonly used?: string;
}

function ceilingsOf(asked: Case) {
  const calculation = new Calculation(createTimeline('2026-01-01', 12));
  const size = writeSize(calculation, 'size', {
    countedPublicShare: constant(asked.publicShare ?? '0', 'ratio'),
    exemptPublicShare: constant('0', 'ratio'),
    employees: constant(asked.employees ?? '30', 'count'),
    revenue: money('3000000'),
    balanceSheet: money('2000000'),
  });
  const lines = writeAidCeiling(calculation, 'aid', {
    size,
    zone: asked.zone ?? 'none',
    investment: asked.investment ?? 'unknown',
    eligibleCosts: money(asked.costs ?? '1000000'),
    remediationCosts: money(asked.remediation ?? '0'),
    landGain: money(asked.landGain ?? '0'),
    deMinimis: writeDeMinimis(calculation, 'aid.de-minimis', {
      awarded: [money(asked.used ?? '300000')],
      sgeiMandate: false,
    }),
  });
  const figures = readExactly(calculation);
  const of = (line: (typeof lines)[keyof typeof lines]) => figures.of(line)[0]?.toFixed();
  return {
    intensity: of(lines.intensity),
    byIntensity: of(lines.intensityCeiling),
    byDeMinimis: of(lines.deMinimisCeiling),
    ceiling: of(lines.ceiling),
  };
}

describe('ceilings of aids to premises (CGCT R1511-5, R1511-6; décret 2022-968)', () => {
  test.each<[Case, string]>([
    [{ employees: '30' }, '0.2'],
    [{ employees: '100' }, '0.1'],
    [{ employees: '300' }, '0'],
    // Unknown zone: the lower rates.
    [{ employees: '30', zone: 'unknown', investment: 'new-activity' }, '0.2'],
    [{ employees: '30', zone: 'c', investment: 'new-activity' }, '0.35'],
    [{ employees: '30', zone: 'c', investment: 'same-activity' }, '0.35'],
    [{ employees: '100', zone: 'c', investment: 'same-activity' }, '0.25'],
    // A large enterprise: new activities only.
    [{ employees: '300', zone: 'c', investment: 'new-activity' }, '0.15'],
    [{ employees: '300', zone: 'c', investment: 'same-activity' }, '0'],
    // Regional aid needs an initial investment.
    [{ employees: '30', zone: 'c', investment: 'no' }, '0.2'],
    [{ employees: '30', zone: 'c', investment: 'unknown' }, '0.2'],
    // Zone « a »: its own rates are unknown here, those of zone « c » are a floor.
    [{ employees: '30', zone: 'a', investment: 'new-activity' }, '0.35'],
  ])('%o: %s', (asked, intensity) => {
    expect(ceilingsOf(asked).intensity).toBe(intensity);
  });

  test('25.00 % of public capital loses the rates of an SME, 24.99 % keeps them (faits.md §8, mistake 5)', () => {
    expect(ceilingsOf({ publicShare: '0.2499' })).toMatchObject({ intensity: '0.2', ceiling: '200000' });
    expect(ceilingsOf({ publicShare: '0.25' })).toMatchObject({
      intensity: '0',
      byIntensity: '0',
      ceiling: '0',
    });
    const inZone = { zone: 'c', publicShare: '0.40' } as const;
    expect(ceilingsOf({ ...inZone, investment: 'new-activity' }).intensity).toBe('0.15');
    expect(ceilingsOf({ ...inZone, investment: 'same-activity' }).intensity).toBe('0');
  });

  test('de minimis: a share of the costs within what is left of the ceiling', () => {
    // 30 % of 500 000 for a small enterprise, 20 % for others.
    expect(ceilingsOf({ costs: '500000', used: '0' }).byDeMinimis).toBe('150000');
    expect(ceilingsOf({ costs: '500000', used: '0', employees: '300' }).byDeMinimis).toBe('100000');
    expect(ceilingsOf({ costs: '5000000', used: '180000' }).byDeMinimis).toBe('120000');
    // The more favourable of the two routes: they do not add up on the same costs.
    expect(ceilingsOf({ costs: '500000', used: '0' }).ceiling).toBe('150000');
    expect(ceilingsOf({ costs: '5000000', used: '0' }).ceiling).toBe('1000000');
  });

  test('outside regional zones, 8.25 M€ at most without notification (RGEC art. 4.1 c)', () => {
    expect(ceilingsOf({ costs: '60000000' }).byIntensity).toBe('8250000');
  });

  test('remediation stands apart: costs less the gain in value of the land (RGEC art. 45)', () => {
    const found = ceilingsOf({ costs: '1000000', remediation: '300000', landGain: '100000' });
    expect(found.byIntensity).toBe('140000');
    expect(found.ceiling).toBe('340000');
    expect(ceilingsOf({ costs: '1000000', remediation: '100000', landGain: '400000' }).ceiling).toBe(
      '180000',
    );
  });

  test('the map of regional aids ends on 31/12/2027', () => {
    expect([isInAfrMap('2027-12-31'), isInAfrMap('2028-01-01')]).toEqual([true, false]);
  });
});

describe('a discount on land (faits.md §3.1; CGCT R1511-4)', () => {
  test('400 000 € sold for 320 000 € reaches the ceiling of a small enterprise outside AFR', () => {
    const calculation = new Calculation(createTimeline('2026-01-01', 12));
    const aid = landDiscountGrantEquivalent(calculation, 'a', {
      marketValue: money('400000'),
      price: money('320000'),
    });
    expect(readExactly(calculation).of(aid)[0]?.toFixed()).toBe(ceilingsOf({ costs: '400000' }).ceiling);
  });

  test('resold within three years, what the authority paid is a floor of the reference value', () => {
    expect([isResoldEarly('2025-06-01', '2028-05-31'), isResoldEarly('2025-06-01', '2028-06-01')]).toEqual([
      true,
      false,
    ]);
    const calculation = new Calculation(createTimeline('2026-01-01', 12));
    const marketValue = money('400000');
    const lines = [
      writeReferenceValue(calculation, 'a', { marketValue, sellerPrice: money('450000') }),
      writeReferenceValue(calculation, 'b', { marketValue, sellerPrice: undefined }),
    ];
    const figures = readExactly(calculation);
    expect(lines.map((line) => figures.of(line)[0]?.toFixed())).toEqual(['450000', '400000']);
  });
});
