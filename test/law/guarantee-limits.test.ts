import { describe, expect, test } from 'vitest';
import { constant } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { guaranteeLimits } from '../../src/law/guarantee-limits.ts';

interface Asked {
  readonly revenue: string;
  readonly own: string;
  readonly guaranteed: string;
  readonly debtor?: string;
  readonly provisions?: string;
  readonly annuity?: string;
  readonly coverage: string;
  readonly other?: string;
  readonly development?: boolean;
  readonly generalInterest?: boolean;
}

function limits(asked: Asked) {
  const calculation = new Calculation(createTimeline('2026-01-01', 12));
  const found = guaranteeLimits(calculation, 'guarantee', {
    realOperatingRevenue: constant(asked.revenue, 'money'),
    ownAnnuities: constant(asked.own, 'money'),
    guaranteedAnnuities: constant(asked.guaranteed, 'money'),
    debtorGuaranteedAnnuities: constant(asked.debtor ?? 0, 'money'),
    provisions: constant(asked.provisions ?? 0, 'money'),
    // Level annuity of 4 M€ over 20 years at 3.80 %: faits.md §3.1.
    annuity: constant(asked.annuity ?? '289138.17', 'money'),
    coverage: constant(asked.coverage, 'ratio'),
    otherCoverage: constant(asked.other ?? 0, 'ratio'),
    development: asked.development ?? false,
    generalInterest: asked.generalInterest ?? false,
  });
  const figures = readExactly(calculation);
  const text = (line: Parameters<typeof figures.of>[0]) => figures.of(line)[0]?.toFixed();
  return {
    annuity: text(found.guaranteedAnnuity),
    maximum: text(found.maximumCoverage),
    ratios: found.ratios.map(({ value, limit, headroom, met }) => [
      text(value),
      text(limit),
      text(headroom),
      text(met) === '1',
    ]),
  };
}

const TOWN = { revenue: '60000000', own: '6000000', guaranteed: '1000000', coverage: '0.5' } as const;

describe('ratios Galland (CGCT L2252-1, D1511-30 s.)', () => {
  test('half of a loan of 4 M€ guaranteed by an EPCI of 60 M€ of revenue', () => {
    expect(limits(TOWN)).toEqual({
      annuity: '144569.09',
      maximum: '0.5',
      ratios: [
        ['7144569.09', '30000000', '22855430.91', true],
        ['144569.09', '3000000', '2855430.91', true],
        ['0.5', '0.5', '0', true],
      ],
    });
  });

  test('before any new guarantee the head-room of the first ratio is 23 M€', () => {
    expect(limits({ ...TOWN, coverage: '0' }).ratios[0]?.[2]).toBe('23000000');
  });

  test('annuities count, not amounts: 2 M€ guaranteed would break what 145 k€ a year does not', () => {
    expect(limits({ ...TOWN, revenue: '16000000' }).ratios[0]?.[3]).toBe(true);
  });

  test('the second limit is 10 % of 50 % of revenue, not 10 % of revenue', () => {
    const small = limits({
      revenue: '4200000',
      own: '0',
      guaranteed: '300000',
      debtor: '100000',
      coverage: '0.5',
    });
    expect(small.ratios[1]).toEqual(['244569.09', '210000', '-34569.09', false]);
    // (210 000 − 100 000) / 289 138.17, cut down: rounding up would break the ratio.
    expect(small.maximum).toBe('0.38044');
  });

  test('the third counts all authorities together, not each apart', () => {
    const shared = limits({ ...TOWN, coverage: '0.4', other: '0.2' });
    expect(shared.ratios[2]).toEqual(['0.6', '0.5', '-0.1', false]);
    expect(shared.maximum).toBe('0.3');
  });

  test('80 % for development operations; lifted for bodies of general interest, whose other ratios remain', () => {
    expect(limits({ ...TOWN, coverage: '0.7', development: true }).ratios[2]).toEqual([
      '0.7',
      '0.8',
      '0.1',
      true,
    ]);
    const charity = limits({ ...TOWN, coverage: '1', generalInterest: true });
    expect(charity.ratios[2]).toEqual(['1', '1', '0', true]);
    expect(charity.maximum).toBe('1');
    const poor = limits({ ...TOWN, revenue: '14100000', coverage: '1', generalInterest: true });
    expect(poor.ratios[0]?.[3]).toBe(false);
  });

  test('provisions are deducted from the first ratio only', () => {
    const provided = limits({ ...TOWN, provisions: '400000' });
    expect(provided.ratios[0]?.[0]).toBe('6744569.09');
    expect(provided.ratios[1]?.[0]).toBe('144569.09');
  });

  test('no coverage at all when the authority is already past its limit', () => {
    expect(limits({ revenue: '4000000', own: '2100000', guaranteed: '0', coverage: '0.5' }).maximum).toBe(
      '0',
    );
  });

  test('the maximum coverage meets the three ratios, and a hair more does not', () => {
    const asked = { revenue: '4200000', own: '1900000', guaranteed: '120000', other: '0.2' };
    expect(limits({ ...asked, coverage: '0.5' }).maximum).toBe('0.276684');
    const met = (coverage: string) => limits({ ...asked, coverage }).ratios.every((ratio) => ratio[3]);
    expect(met('0.276684')).toBe(true);
    expect(met('0.276686')).toBe(false);
  });
});
