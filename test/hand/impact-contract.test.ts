import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import type { Line } from '../../src/formula/operations.ts';
import { periodicRatesOfReturn } from '../../src/formula/rates-of-return.ts';
import { withProgramme } from '../support/any-programme.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/** Two measurements against figures worked by hand: see impact-contract.md beside this file for every step. */
const PROGRAMME = {
  cap: '110000.00',
  premiumRateCap: '0.04',
  expenses: [{ id: 'suivi', label: 'Suivi', amount: '90000.00', months: 24 }],
  tranches: [
    { id: 'a', label: 'A', amount: '60000.00', month: 0 },
    { id: 'b', label: 'B', from: 'bank', amount: '40000.00', month: 12 },
  ],
  indicators: [
    {
      id: 'insertions',
      label: 'Insertions',
      threshold: '20',
      target: '40',
      ceiling: '60',
      unitPrice: '1250.50',
    },
    {
      id: 'formations',
      label: 'Formations',
      pricing: 'tier',
      threshold: '50',
      target: '70',
      ceiling: '90',
      weight: '0.5',
      paymentAtThreshold: '5000.00',
      paymentAtTarget: '12000.00',
      paymentAtCeiling: '20000.00',
    },
  ],
  measurements: [
    {
      id: 'm1',
      label: 'Mesure 1',
      month: 24,
      results: [
        { indicator: 'insertions', failure: '10', expected: '45', success: '60' },
        { indicator: 'formations', failure: '40', expected: '72', success: '95' },
      ],
    },
    {
      id: 'm2',
      label: 'Mesure 2',
      month: 36,
      results: [
        { indicator: 'insertions', failure: '15', expected: '65', success: '70' },
        { indicator: 'formations', failure: '52', expected: '55', success: '95' },
      ],
    },
  ],
};

function worked(): ComputedDeal {
  return computedDeal(withProgramme({ programme: PROGRAMME, path: { kind: 'impact-bond' } }));
}

function amounts(computed: ComputedDeal, prefix: string, ...ids: readonly string[]): string[] {
  const { calculation } = computed.deal.setting;
  return ids.map(
    (id) => computed.figures.of(calculation.line(`${prefix}.${id}`) as Line)[0]?.toFixed(2) ?? 'non défini',
  );
}

const STEPS = ['due-1', 'due-2', 'payment', 'owed', 'capital', 'premium', 'kept'] as const;

describe('two measurements of two tranches', () => {
  test('the first repays capital alone', () => {
    const computed = worked();
    expect(amounts(computed, 'impact.expected.m1', ...STEPS)).toEqual([
      '56272.50',
      '6000.00',
      '62272.50',
      '100000.00',
      '62272.50',
      '0.00',
      '0.00',
    ]);
    expect(amounts(computed, 'impact', 'tranche-1.m1.capital', 'tranche-2.m1.capital')).toEqual([
      '37363.50',
      '24909.00',
    ]);
  });

  test('the second stops at the cap, ends the capital, then pays 4 % and leaves the rest', () => {
    const computed = worked();
    expect(amounts(computed, 'impact.expected.m2', ...STEPS, 'ceiling')).toEqual([
      '75030.00',
      '2500.00',
      '47727.50',
      '37727.50',
      '37727.50',
      '8264.94',
      '1735.06',
      '45992.44',
    ]);
    expect(
      amounts(
        computed,
        'impact',
        'tranche-1.m2.capital',
        'tranche-2.m2.capital',
        'tranche-1.m2.premium',
        'tranche-2.m2.premium',
      ),
    ).toEqual(['22636.50', '15091.00', '4958.96', '3305.98']);
    expect(amounts(computed, 'impact.expected', 'payments', 'written-off')).toEqual(['110000.00', '0.00']);
  });

  test('failure: the investors lose what nobody pays', () => {
    expect(amounts(worked(), 'impact.failure', 'payments', 'capital', 'premium', 'written-off')).toEqual([
      '2500.00',
      '2500.00',
      '0.00',
      '97500.00',
    ]);
  });

  test('the plan of the programme is balanced: 210 000 € on both sides', () => {
    expect(amounts(worked(), 'impact.plan', 'surplus', 'own', 'total-uses', 'total-sources')).toEqual([
      '1735.06',
      '0.00',
      '210000.00',
      '210000.00',
    ]);
  });
});

describe('one flow, 1.3 M€ for 1.5 M€', () => {
  test.each([
    [6, '2.41'],
    [6.5, '2.23'],
    [3.25, '4.50'],
  ])('%d years later: %s %%', (years, expected) => {
    // Quarters: the same number of periods between the two flows as the formula has years × 4.
    const quarters = years * 4;
    const flows = Array.from(
      { length: quarters + 1 },
      (_, quarter) => new Decimal(quarter === 0 ? '-1300000' : quarter === quarters ? '1500000' : '0'),
    );
    const [rate] = periodicRatesOfReturn(flows).rates;
    const yearly = rate?.plus(1).pow(4).minus(1) ?? new Decimal(0);
    const formula = new Decimal('1.5').div('1.3').pow(new Decimal(1).div(years)).minus(1);
    expect(yearly.minus(formula).abs().lt('1e-15')).toBe(true);
    expect(yearly.times(100).toFixed(2)).toBe(expected);
  });

  test.each([
    ['paye-une-fois', '2.41'],
    ['paye-six-mois-plus-tard', '2.23'],
  ])('the Adie case, %s: %s %% on dated flows', (path, expected) => {
    const found = computedDeal(scenario('contrat-impact-adie', path)).returns.find(
      ({ id }) => id === 'investor-irr',
    );
    expect(found?.rates.map((rate) => rate.times(100).toFixed(2))).toEqual([expected]);
  });

  test('its four drawings are worth more to who waits less: the rate makes their dated flows nil', () => {
    const found = computedDeal(scenario('contrat-impact-adie', 'quatre-versements')).returns.find(
      ({ id }) => id === 'investor-irr',
    );
    const rate = found?.rates[0]?.toNumber() ?? 0;
    expect(rate).toBeGreaterThan(0.0241);
    const first = Date.parse(found?.flows[0]?.date ?? '');
    const value = (found?.flows ?? []).reduce(
      (sum, { date, amount }) =>
        sum + amount.toNumber() / (1 + rate) ** ((Date.parse(date) - first) / 86_400_000 / 365),
      0,
    );
    expect(found?.flows).toHaveLength(5);
    expect(Math.abs(value)).toBeLessThan(0.001);
  });
});
