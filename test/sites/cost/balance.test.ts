import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centsString, Decimal, ZERO } from '../../../src/formula/decimal.ts';
import { balanceAges } from '../../../src/sites/balance/balance-ages.ts';
import { type BalanceTerms, developmentBalance } from '../../../src/sites/balance/development-balance.ts';
import { doingNothing } from '../../../src/sites/balance/doing-nothing.ts';
import { landCharge } from '../../../src/sites/balance/land-charge.ts';
import { siteCost } from '../../../src/sites/cost/site-cost.ts';
import { READINGS } from '../../../src/sites/range.ts';
import { anyBrownfield, brownfield, siteNeed } from '../../support/any-brownfield.ts';
import { testOften } from '../../support/extent.ts';

const TERMS: BalanceTerms = {
  start: '2026-12-01',
  landCharge: new Decimal('120000'),
  authority: new Decimal('50000'),
  grants: [{ label: 'Région', amount: new Decimal('100000.01') }],
};

testOften(
  'static and over time are one balance, before VAT and with it',
  { quick: 4, whole: 80 },
  (numRuns) => {
    fc.assert(
      fc.property(anyBrownfield, fc.constantFrom(...READINGS), (site, reading) => {
        const balance = developmentBalance(siteCost(site, siteNeed()), TERMS, reading);
        const sum = (side: string, column: 'ht' | 'vat' | 'ttc') =>
          balance.rows.filter((row) => row.side === side).reduce((all, row) => all.plus(row[column]), ZERO);
        for (const { ht, vat, ttc } of balance.rows) expect(ttc.eq(ht.plus(vat))).toBe(true);
        const last = balance.months.at(-1)?.cumulated ?? ZERO;
        expect(centsString(last)).toBe(centsString(sum('receipt', 'ht').minus(sum('expense', 'ht'))));
        expect(centsString(last)).toBe(centsString(balance.leftToAuthority.negated()));
        // With VAT paid to the State the balance closes as it does without.
        const withVat = sum('receipt', 'ttc').minus(sum('expense', 'ttc')).minus(balance.vatPaid);
        expect(centsString(withVat)).toBe(centsString(last));
        const lowest = balance.months.reduce((low, { cumulated }) => Decimal.min(low, cumulated), ZERO);
        expect(centsString(balance.peakNeed)).toBe(centsString(lowest.negated()));
        expect(balance.interest.gte(0)).toBe(true);
      }),
      { numRuns },
    );
  },
);

testOften('the admissible land charge', { quick: 30, whole: 300 }, (numRuns) => {
  fc.assert(
    fc.property(anyBrownfield, (site) => {
      const found = landCharge(site, siteNeed());
      if (found === undefined) throw new Error('nothing to let');
      for (const range of [found.charge, found.gap, found.readyGap]) {
        expect(range.low.lte(range.central) && range.central.lte(range.high)).toBe(true);
      }
      const central = found.lines.reduce(
        (left, { sign, amount }) =>
          sign === 'plus' ? left.plus(amount.central) : left.minus(amount.central),
        ZERO,
      );
      expect(centsString(central)).toBe(centsString(found.charge.central));
      expect(centsString(found.gap.high)).toBe(centsString(found.asked.high.minus(found.charge.low)));
      // A higher rent never leaves less for the land.
      const higher = landCharge(site, siteNeed(), { rentPerM2Year: found.terms.rentPerM2Year.plus(1) });
      expect(higher?.charge.central.gte(found.charge.central)).toBe(true);
    }),
    { numRuns },
  );
});

test('an age exists once an amount is typed for it, and the most recent amount wins', () => {
  const quotes = [
    { item: 'demolition', amount: '100000', source: 'devis', age: 'initial' },
    { item: 'demolition', amount: '130000', source: 'décompte', age: 'closing' },
    { item: 'asbestos', amount: '40000', source: 'devis', age: 'initial' },
  ];
  const site = brownfield({ builtAreaM2: '4000', buildingState: 'bad', quotes });
  const ages = balanceAges(site, siteNeed(), TERMS);
  expect(ages.map(({ age, established }) => [age, established !== undefined])).toEqual([
    ['feasibility', true],
    ['initial', true],
    ['updated', false],
    ['closing', true],
  ]);
  const at = (age: string, item: string) => {
    const found = ages.find((one) => one.age === age)?.established;
    return [
      found?.states.get(item as 'demolition'),
      found?.cost.items.find(({ id }) => id === item)?.amount.central.toString(),
    ];
  };
  expect(at('feasibility', 'demolition')).toEqual(['estimated', '300000']);
  expect(at('initial', 'demolition')).toEqual(['known', '100000']);
  expect(at('closing', 'demolition')).toEqual(['known', '130000']);
  expect(at('closing', 'asbestos')).toEqual(['carried', '40000']);
  expect(at('closing', 'servicing')[0]).toBe('estimated');
  expect(
    siteCost(site, siteNeed())
      .items.find(({ id }) => id === 'demolition')
      ?.amount.low.toString(),
  ).toBe('130000');
});

describe('doing nothing', () => {
  test('guarding, upkeep, tax, over ten years at 4 %', () => {
    const found = doingNothing(brownfield({ builtAreaM2: '4000', ownerKind: 'epf' }), new Decimal(3000));
    // 10 000 × 2.20 + 4 000 × 7 + 4 000 × 9 × 50 % = 22 000 + 28 000 + 18 000.
    expect(found.lines.map(({ yearly }) => yearly.central.toString())).toEqual(['22000', '28000', '18000']);
    expect(found.yearly.central.toString()).toBe('68000');
    // 68 000 × (1 − 1.04⁻¹⁰) / 0.04 = 68 000 × 8.110895779 (tables of annuities).
    expect(centsString(found.presentCost.central)).toBe('551540.91');
    // 3 000 × 9 − 18 000.
    expect(found.taxNotCollected.central.toString()).toBe('9000');
    expect(found.lines[0]?.payer).toContain('établissement public foncier');
  });
});
