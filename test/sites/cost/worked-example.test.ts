import { describe, expect, test } from 'vitest';
import { centsString, Decimal } from '../../../src/formula/decimal.ts';
import { siteCost } from '../../../src/sites/cost/site-cost.ts';
import { BENEFRICHES_UNIT_COSTS } from '../../../src/sites/cost/unit-costs.ts';
import { brownfield } from '../../support/any-brownfield.ts';

/**
 * One hectare of former industry in a town of 10 000 inhabitants, costed with the default ratios of Bénéfriches (ADEME)
 * and arithmetic done apart from this project: 10 000 m² of land, 4 000 m² built, 9 500 m² sealed, half of the land polluted,
 * a quarter of which is treated; then 60 % built, 30 % sealed, 10 % green.
 */
const EXPECTED = {
  purchase: '720000.00',
  'purchase-costs': '41832.00',
  depollution: '82500.00',
  demolition: '300000.00',
  asbestos: '300000.00',
  unsealing: '5000.00',
  'soil-restoration': '45000.00',
  studies: '60000.00',
  servicing: '540000.00',
  // « Autres dépenses »: 9 % of studies and works, in place of fees and contingencies.
  contingencies: '54000.00',
  fees: '0.00',
  rehabilitation: '0.00',
  construction: '0.00',
  guarding: '0.00',
  upkeep: '0.00',
  'taxe-fonciere': '0.00',
} as const;

const SITE = {
  landAreaM2: '10000',
  builtAreaM2: '4000',
  sealedAreaM2: '9500',
  previousUse: 'industry',
  groundPollution: 'known',
  pollutedShare: '0.5',
  treatedShare: '0.25',
  asbestos: 'yes',
  buildingState: 'medium',
  keptBuiltAreaM2: '0',
  soldFloorAreaM2: '6000',
  builtShareAfter: '0.6',
  sealedShareAfter: '0.3',
  greenShareAfter: '0.1',
  unitCosts: 'benefriches',
  // The example has no carrying: everything happens on one day.
  controlMonths: 0,
  studyMonths: 0,
  permitMonths: 0,
  clearingMonths: 0,
  worksMonths: 0,
};

describe('the hectare of Bénéfriches', () => {
  const cost = siteCost(brownfield(SITE));

  test.each(Object.entries(EXPECTED))('%s: %s', (id, expected) => {
    const amount = cost.items.find((item) => item.id === id)?.amount;
    expect([amount?.low, amount?.central, amount?.high].map((one) => centsString(one as Decimal))).toEqual([
      expected,
      expected,
      expected,
    ]);
  });

  test('reinstatement, total, sale and deficit', () => {
    const parts = ['depollution', 'demolition', 'asbestos', 'unsealing', 'soil-restoration'];
    const reinstatement = cost.items
      .filter(({ id }) => parts.includes(id))
      .reduce((sum, { amount }) => sum.plus(amount.central), new Decimal(0));
    expect(centsString(reinstatement)).toBe('732500.00');
    expect(centsString(cost.total.central)).toBe('2148332.00');
    expect(centsString(cost.sales.central)).toBe('435000.00');
    expect(centsString(cost.net.central)).toBe('1713332.00');
  });

  test('the ratios are those of the example', () => {
    const { purchase, flatDuties, depollution, demolition, asbestos, unsealing } = BENEFRICHES_UNIT_COSTS;
    const { soilRestoration, studies, servicing, contingenciesOnStudiesAndServicing, sale } =
      BENEFRICHES_UNIT_COSTS;
    const all = [
      purchase,
      flatDuties,
      depollution,
      demolition,
      asbestos,
      unsealing,
      soilRestoration,
      studies,
      servicing,
    ];
    expect([...all, contingenciesOnStudiesAndServicing, sale].map((one) => one?.central)).toEqual([
      '72',
      '0.0581',
      '66',
      '75',
      '75',
      '10',
      '45',
      '6',
      '54',
      '0.09',
      '72.5',
    ]);
  });
});
