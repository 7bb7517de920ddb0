import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COST_ITEMS } from '../../../src/dossier/brownfield.ts';
import { centsString, Decimal } from '../../../src/formula/decimal.ts';
import { siteCalendar } from '../../../src/sites/calendar/site-calendar.ts';
import { siteCost } from '../../../src/sites/cost/site-cost.ts';
import { unknownsOf } from '../../../src/sites/cost/unknowns.ts';
import { type Range, READINGS } from '../../../src/sites/range.ts';
import { anyBrownfield, brownfield, siteNeed } from '../../support/any-brownfield.ts';
import { testOften } from '../../support/extent.ts';

const texts = ({ low, central, high }: Range) => [low, central, high].map(centsString);

function inOrder({ low, central, high }: Range, what: string): void {
  expect(low.lte(central) && central.lte(high), `${what}: ${low} ${central} ${high}`).toBe(true);
}

function item(cost: ReturnType<typeof siteCost>, id: keyof typeof COST_ITEMS) {
  const found = cost.items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}

testOften('every item is in order, and they add up', { quick: 60, whole: 800 }, (numRuns) => {
  fc.assert(
    fc.property(anyBrownfield, (site) => {
      const cost = siteCost(site, siteNeed());
      expect(cost.items.map(({ id }) => id)).toEqual(Object.keys(COST_ITEMS));
      for (const { id, amount, terms } of cost.items) {
        inOrder(amount, id);
        for (const { quantity } of terms) inOrder(quantity, `quantity of ${id}`);
      }
      for (const range of [cost.total, cost.sales, cost.net, cost.treatedLandM2]) inOrder(range, 'a total');
      for (const reading of READINGS) {
        const sum = cost.items.reduce((total, { amount }) => total.plus(amount[reading]), new Decimal(0));
        expect(centsString(cost.total[reading])).toBe(centsString(sum));
      }
      expect(centsString(cost.net.low)).toBe(centsString(cost.total.low.minus(cost.sales.high)));
      expect(centsString(cost.net.high)).toBe(centsString(cost.total.high.minus(cost.sales.low)));
      // Land is never less than what is treated of it.
      expect(cost.treatedLandM2.high.lte(site.landAreaM2)).toBe(true);
    }),
    { numRuns },
  );
});

testOften('phases follow one another, each reading after the other', { quick: 60, whole: 800 }, (numRuns) => {
  fc.assert(
    fc.property(anyBrownfield, (site) => {
      const calendar = siteCalendar(site, siteNeed());
      for (const phase of calendar.phases) {
        inOrder(phase.start, phase.id);
        inOrder(phase.end, phase.id);
        inOrder(phase.months, phase.id);
      }
      inOrder(calendar.opening, 'opening');
      for (const reading of READINGS) {
        const at = (id: string, edge: 'start' | 'end') =>
          calendar.phases.find((phase) => phase.id === id)?.[edge][reading] as Decimal;
        expect(at('asbestos', 'start').gte(at('permit', 'end'))).toBe(true);
        expect(at('asbestos', 'start').gte(at('studies', 'end'))).toBe(true);
        expect(at('asbestos', 'start').gte(calendar.deed[reading])).toBe(true);
        expect(at('works', 'end').eq(calendar.opening[reading])).toBe(true);
      }
    }),
    { numRuns },
  );
});

describe('what is known takes the place of a range', () => {
  const site = { builtAreaM2: '4000', previousUse: 'industry' };

  test('a typed price', () => {
    const cost = siteCost(brownfield({ ...site, price: '250000' }), siteNeed());
    expect(item(cost, 'purchase')).toMatchObject({ kind: 'typed' });
    expect(texts(item(cost, 'purchase').amount)).toEqual(['250000.00', '250000.00', '250000.00']);
    expect(cost.drivers.map(({ id }) => id)).not.toContain('price');
  });

  test('a quote replaces its item whole, with its document', () => {
    const quotes = [{ item: 'depollution', amount: '187500', source: 'devis du 3 mars 2026' }];
    const before = siteCost(brownfield(site), siteNeed());
    const cost = siteCost(brownfield({ ...site, quotes }), siteNeed());
    expect(item(cost, 'depollution')).toMatchObject({
      kind: 'quote',
      source: 'devis du 3 mars 2026',
      terms: [],
    });
    expect(texts(item(cost, 'depollution').amount)).toEqual(['187500.00', '187500.00', '187500.00']);
    expect(item(cost, 'demolition').amount).toEqual(item(before, 'demolition').amount);
    // What remains of the ground is its months.
    expect(cost.drivers.map(({ id }) => id)).not.toContain('ground');
  });

  test('typed months', () => {
    const typed = { controlMonths: 6, studyMonths: 4, permitMonths: 8, clearingMonths: 5, worksMonths: 12 };
    const calendar = siteCalendar(brownfield({ ...site, ...typed }), siteNeed());
    // Studies from 3 to 7, permit from 5 to 13, clearing to 18, works to 30.
    expect(texts(calendar.opening)).toEqual(['30.00', '30.00', '30.00']);
    expect(texts(calendar.emptyMonths)).toEqual(['12.00', '12.00', '12.00']);
  });

  test('a study of the ground', () => {
    const study = {
      developedAreaM2: '10000',
      groundPollution: 'known',
      pollutedShare: '0.2',
      treatedShare: '0.5',
    };
    const cost = siteCost(brownfield({ ...site, ...study }), siteNeed());
    // 10 000 × 0.2 × 0.5 = 1 000 m² treated, 15, 66 and 241 € each: never the whole hectare.
    expect(texts(item(cost, 'depollution').amount)).toEqual(['15000.00', '66000.00', '241000.00']);
  });

  test('a survey without asbestos, a bare site, a rural commune', () => {
    const cost = siteCost(
      brownfield({ asbestos: 'no', ruralCommune: true, buildingState: 'none' }),
      siteNeed(),
    );
    for (const id of ['asbestos', 'demolition', 'rehabilitation', 'guarding', 'upkeep'] as const) {
      expect(texts(item(cost, id).amount), id).toEqual(['0.00', '0.00', '0.00']);
    }
    expect(item(cost, 'construction').terms[0]?.quantity.central.toString()).toBe('3000');
  });
});

describe('what is not known of the ground', () => {
  const shareOf = (given: object) =>
    siteCost(brownfield({ builtAreaM2: '1', ...given })).measures.pollutedShare.range;
  const written = (given: object) => Object.values(shareOf(given)).map((one) => one.toString());

  test.each([
    [{ previousUse: 'industry', groundPollution: 'none' }, ['0', '0', '0']],
    [{ previousUse: 'industry', groundPollution: 'treated' }, ['0', '0', '0']],
    [{ previousUse: 'industry', groundPollution: 'unlikely' }, ['0', '0', '0.25']],
    [{ previousUse: 'industry', groundPollution: 'suspected' }, ['0.25', '0.5', '0.75']],
    [{ previousUse: 'industry', groundPollution: 'known' }, ['0.25', '0.5', '1']],
    [{ previousUse: 'industry', groundPollution: 'unknown' }, ['0', '0.5', '0.75']],
    [{ previousUse: 'housing', groundPollution: 'known' }, ['0.1', '0.25', '0.5']],
    [
      { previousUse: 'industry', groundPollution: 'unknown', unitCosts: 'benefriches' },
      ['0.5', '0.5', '0.5'],
    ],
    [
      { previousUse: 'military', groundPollution: 'suspected', unitCosts: 'benefriches' },
      ['0.05', '0.05', '0.05'],
    ],
    [{ previousUse: 'none', groundPollution: 'none', pollutedShare: '0.3' }, ['0.3', '0.3', '0.3']],
  ])('%j', (given, expected) => {
    expect(written(given.previousUse === 'none' ? { ...given, previousUse: 'other' } : given)).toEqual(
      expected,
    );
  });
});

test('an unknown has a remedy, and a known site has none', () => {
  expect(unknownsOf(brownfield()).map(({ field }) => field)).toEqual([
    'groundPollution',
    'asbestos',
    'builtAreaM2',
    'buildingState',
    'sealedAreaM2',
    'price',
    'ownerKind',
    'zoning',
    'previousUse',
    'marketValue',
  ]);
  const told = {
    groundPollution: 'known',
    pollutedShare: '0.2',
    asbestos: 'yes',
    builtAreaM2: '4000',
    buildingState: 'medium',
    sealedAreaM2: '9000',
    price: '100000',
    ownerKind: 'epf',
    zoning: 'activity',
    previousUse: 'industry',
    marketValue: '150000',
  };
  expect(unknownsOf(brownfield(told))).toEqual([]);
});

test('the widest unknown comes first, and each is the gap that it makes alone', () => {
  const cost = siteCost(brownfield({ builtAreaM2: '4000', previousUse: 'industry' }), siteNeed());
  const gaps = cost.drivers.map(({ gap }) => gap.toNumber());
  expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  for (const { low, high, gap } of cost.drivers) {
    expect(low.gte(cost.net.low) && high.lte(cost.net.high)).toBe(true);
    expect(gap.eq(high.minus(low))).toBe(true);
  }
});

test('what cannot both hold is said, with what is made of it', () => {
  const cost = siteCost(
    brownfield({ builtAreaM2: '1000', keptBuiltAreaM2: '4000', developedAreaM2: '20000', zoning: 'natural' }),
    siteNeed(),
  );
  expect(cost.warnings.filter((text) => /gardée|aménagé|zone/.test(text))).toHaveLength(3);
  expect(item(cost, 'rehabilitation').terms[0]?.quantity.high.toString()).toBe('1000');
  expect(item(cost, 'construction').terms[0]?.quantity.high.toString()).toBe('2000');
  expect(item(cost, 'servicing').terms[0]?.quantity.high.toString()).toBe('10000');
});

test('a fact is never what follows from a guess', () => {
  const measures = (given: object) =>
    siteCost(brownfield({ builtAreaM2: '4000', floorAreaM2: '3000', ...given }), siteNeed()).measures;
  const guessed = measures({ buildingState: 'bad', sealedAreaM2: '9000' });
  // Pulled down because nobody decided; the whole land because nobody said; sealed after by the usual programme.
  for (const id of ['newAreaM2', 'developedAreaM2', 'unsealedAreaM2'] as const) {
    expect(guessed[id].isFact, id).toBe(false);
  }
  const known = measures({ keptBuiltAreaM2: '1000', developedAreaM2: '5000' });
  expect([known.newAreaM2.isFact, known.developedAreaM2.isFact]).toEqual([true, true]);
});
