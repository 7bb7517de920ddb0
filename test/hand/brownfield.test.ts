import { describe, expect, test } from 'vitest';
import { centsString, Decimal, ZERO } from '../../src/formula/decimal.ts';
import { developmentBalance } from '../../src/sites/balance/development-balance.ts';
import { landCharge } from '../../src/sites/balance/land-charge.ts';
import { siteCost } from '../../src/sites/cost/site-cost.ts';
import type { Range } from '../../src/sites/range.ts';
import { brownfield, siteNeed } from '../support/any-brownfield.ts';

/** One brownfield against figures worked by hand: see brownfield.md beside this file for every step. */
const SITE = brownfield({
  landAreaM2: '6000',
  developedAreaM2: '6000',
  builtAreaM2: '2000',
  buildingState: 'medium',
  previousUse: 'industry',
  groundPollution: 'suspected',
  price: '150000',
  controlMonths: 6,
  studyMonths: 4,
  permitMonths: 8,
  clearingMonths: 5,
  worksMonths: 12,
});
const NEED = siteNeed('1500');
const COST = siteCost(SITE, NEED, { deed: '2026-12-01' });
const texts = ({ low, central, high }: Range) => [low, central, high].map(centsString);

const ITEMS = {
  studies: ['24000.00', '36000.00', '60000.00'],
  purchase: ['150000.00', '150000.00', '150000.00'],
  'purchase-costs': ['11542.65', '11542.65', '11542.65'],
  demolition: ['25000.00', '37500.00', '50000.00'],
  asbestos: ['0.00', '75000.00', '300000.00'],
  depollution: ['3375.00', '49500.00', '542250.00'],
  unsealing: ['0.00', '0.00', '4500.00'],
  'soil-restoration': ['18000.00', '27000.00', '36000.00'],
  servicing: ['180000.00', '324000.00', '480000.00'],
  rehabilitation: ['600000.00', '825000.00', '1125000.00'],
  construction: ['0.00', '0.00', '0.00'],
  fees: ['82637.50', '147180.00', '304530.00'],
  guarding: ['6600.00', '13200.00', '19800.00'],
  upkeep: ['8000.00', '14000.00', '20000.00'],
  'taxe-fonciere': ['0.00', '18000.00', '36000.00'],
  contingencies: ['117356.25', '231450.00', '519550.00'],
};

describe('a brownfield by hand', () => {
  test.each(Object.entries(ITEMS))('%s', (id, expected) => {
    const found = COST.items.find((item) => item.id === id);
    expect(found === undefined ? [] : texts(found.amount)).toEqual(expected);
  });

  test('total, treated land, months', () => {
    expect(texts(COST.total)).toEqual(['1226511.40', '1959372.65', '3659172.65']);
    expect(texts(COST.treatedLandM2)).toEqual(['225.00', '750.00', '2250.00']);
    const { emptyMonths, carryingMonths, opening } = COST.calendar;
    expect([emptyMonths, carryingMonths, opening].map((range) => range.central.toString())).toEqual([
      '12',
      '24',
      '30',
    ]);
  });

  test('the compte à rebours', () => {
    const terms = { rentPerM2Year: new Decimal(60), requiredYield: new Decimal('0.09') };
    const found = landCharge(SITE, NEED, terms, COST);
    expect(found?.lines.map(({ id, amount }) => [id, centsString(amount.central)])).toEqual([
      ['value', '1000000.00'],
      ['works', '825000.00'],
      ['fees', '90750.00'],
      ['insurance', '12375.00'],
      ['interest', '18315.00'],
      ['letting', '13500.00'],
      ['management', '20625.00'],
      ['contingencies', '144375.00'],
      ['margin', '50000.00'],
    ]);
    const central = (range: Range | undefined) => centsString(range?.central ?? ZERO);
    expect(central(found?.charge)).toBe('-174940.00');
    expect(central(found?.gap)).toBe('324940.00');
    expect(central(found?.readyLand)).toBe('899247.65');
    expect(central(found?.readyGap)).toBe('1074187.65');
  });

  test('the balance of the land, without the buildings', () => {
    const balance = developmentBalance(COST, {
      start: '2026-12-01',
      landCharge: ZERO,
      authority: ZERO,
      grants: [],
    });
    const row = (id: string) => balance.rows.find((one) => one.id === id);
    expect(centsString(row('remuneration')?.ht ?? ZERO)).toBe('35969.91');
    // 899 247.65 + 35 969.91, and interest.
    expect(centsString(balance.expenses.minus(balance.interest))).toBe('935217.56');
    expect(row('clearing')?.ht.toString()).toBe('189000');
    expect(row('clearing')?.vat.toString()).toBe('37800');
    expect(row('land')?.vat.toString()).toBe('0');
  });
});
