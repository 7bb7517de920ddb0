import { describe, expect, test } from 'vitest';
import { centsString, Decimal } from '../../../src/formula/decimal.ts';
import { perHectareCheck } from '../../../src/report/site-cost-tables.ts';
import { siteCost } from '../../../src/sites/cost/site-cost.ts';
import { UNIT_COSTS } from '../../../src/sites/cost/unit-costs.ts';
import { brownfield, siteNeed } from '../../support/any-brownfield.ts';

/** The mistakes that a hurried reader of the published ratios makes. */
const SITE = {
  developedAreaM2: '10000',
  builtAreaM2: '4000',
  buildingState: 'bad',
  asbestos: 'yes',
  previousUse: 'industry',
  groundPollution: 'known',
  pollutedShare: '0.5',
  treatedShare: '0.25',
};

function central(given: object, id: string): string {
  const found = siteCost(brownfield({ ...SITE, ...given }), siteNeed()).items.find((item) => item.id === id);
  return found === undefined ? '' : centsString(found.amount.central);
}

describe('traps', () => {
  test('demolition and asbestos are 75 and 75 €/m², never with the lump of 150 that holds both', () => {
    expect([central({}, 'demolition'), central({}, 'asbestos')]).toEqual(['300000.00', '300000.00']);
  });

  test('depollution counts treated land, not all the land nor all the polluted land', () => {
    expect(central({}, 'depollution')).toBe('82500.00');
    const high = siteCost(brownfield(SITE), siteNeed()).items.find(({ id }) => id === 'depollution')?.amount
      .high;
    expect(high?.toString()).toBe('301250');
  });

  // 1 000 m² of premises at 60 % of built land: 1 667 m², whatever ten hectares surround them; all of it only at worst.
  test('unsaid, developed land is what the premises take, all the land at the highest reading', () => {
    const { developedAreaM2, ...unsaid } = SITE;
    expect(developedAreaM2).toBe('10000');
    const { measures } = siteCost(brownfield({ ...unsaid, landAreaM2: '100000' }), siteNeed('1000'));
    const { low, central, high } = measures.developedAreaM2.range;
    expect([low, central, high].map(String)).toEqual(['1667', '1667', '100000']);
    expect(measures.developedAreaM2.isFact).toBe(false);
  });

  test('land, developed land and floor are not one another', () => {
    const cost = siteCost(brownfield({ ...SITE, developedAreaM2: '4000' }), siteNeed('2500'));
    const quantities = Object.fromEntries(
      cost.items.flatMap(({ id, terms }) =>
        terms[0] === undefined ? [] : [[id, terms[0].quantity.central.toString()]],
      ),
    );
    expect(quantities).toMatchObject({
      purchase: '10000',
      studies: '4000',
      servicing: '4000',
      depollution: '500',
      demolition: '4000',
      construction: '2500',
      guarding: '10000',
    });
  });

  test('the averages per hectare are said beside the items and never added to them', () => {
    const cost = siteCost(brownfield(SITE), siteNeed());
    const sum = cost.items.reduce((all, { amount }) => all.plus(amount.central), new Decimal(0));
    expect(centsString(sum)).toBe(centsString(cost.total.central));
    expect(perHectareCheck(cost)).toContain('540 000 € (Cerema');
    expect(perHectareCheck(cost)).toContain('ne s’ajoutent pas');
  });

  test('rehabilitation and demolition share the buildings: no square metre is both', () => {
    const cost = siteCost(
      brownfield({ ...SITE, buildingState: 'medium', keptBuiltAreaM2: '1500' }),
      siteNeed(),
    );
    const quantity = (id: string) =>
      cost.items.find((item) => item.id === id)?.terms[0]?.quantity.central.toNumber();
    expect([quantity('demolition'), quantity('rehabilitation'), quantity('construction')]).toEqual([
      2500, 1500, 1500,
    ]);
  });

  test('duties are those of the department, 125 € with a commitment to build, flat for Bénéfriches', () => {
    const price = { price: '1000000' };
    // 6.3185 % in Loire, 5.80665 % in Ain; contribution and notary are the same.
    const loire = Number(central({ ...price, department: '42' }, 'purchase-costs'));
    const ain = Number(central({ ...price, department: '01' }, 'purchase-costs'));
    const built = Number(central({ ...price, commitmentToBuild: true }, 'purchase-costs'));
    expect(loire - ain).toBeCloseTo(63_185 - 58_066.5, 2);
    expect(loire - built).toBeCloseTo(63_185 - 125, 2);
    expect(central({ ...price, unitCosts: 'benefriches' }, 'purchase-costs')).toBe('58100.00');
  });

  test('no guarding in a rural commune', () => {
    expect(central({ ruralCommune: true }, 'guarding')).toBe('0.00');
    expect(Number(central({}, 'guarding'))).toBeGreaterThan(0);
  });

  test('every unit cost is in order and says where it comes from', () => {
    for (const set of Object.values(UNIT_COSTS)) {
      const { rehabilitation, ...others } = set;
      for (const cost of [...Object.values(others), ...Object.values(rehabilitation)]) {
        const [low, middle, high] = [cost.low, cost.central, cost.high].map(Number) as [
          number,
          number,
          number,
        ];
        expect(low <= middle && middle <= high, cost.id).toBe(true);
        expect(cost.source.length > 10 && cost.year >= 2018, cost.id).toBe(true);
      }
    }
  });
});
