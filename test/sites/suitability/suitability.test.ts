import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../src/formula/decimal.ts';
import {
  CRITERION_IDS,
  GRID_WEIGHT,
  INDUSTRY_CRITERIA,
} from '../../../src/sites/suitability/industry-criteria.ts';
import { inventoryScore } from '../../../src/sites/suitability/inventory-score.ts';
import {
  mutabilityIndex,
  potentialOf,
  scoreOf,
  suitabilityOf,
} from '../../../src/sites/suitability/suitability.ts';
import { brownfield } from '../../support/brownfields.ts';

const decimal = (text: string) => new Decimal(text);

test('the published example: 10 of advantages and 2 of constraints give 83.3 %', () => {
  expect(mutabilityIndex(decimal('10'), decimal('2'))?.times(100).toFixed(1)).toBe('83.3');
});

// Copied from the national grid: 22 criteria read, of a weight of 24.5 out of 30.
test('the weights are those of the national grid', () => {
  const sum = CRITERION_IDS.reduce((total, id) => total + INDUSTRY_CRITERIA[id].weight, 0);
  expect([CRITERION_IDS.length, sum, GRID_WEIGHT]).toEqual([22, 24.5, 30]);
  const heavy = CRITERION_IDS.filter((id) => INDUSTRY_CRITERIA[id].weight === 2);
  expect(heavy).toEqual(['land-area', 'built-area', 'zoning', 'pollution', 'building-state']);
});

const effectOf = (id: string, changes: object) => {
  const criterion = suitabilityOf(brownfield(changes)).criteria.find((item) => item.id === id);
  return criterion?.effect;
};

// Bounds as the national algorithm has them: < 10 000, < 15 000, ≤ 50 000; < 5 000, ≤ 10 000; < 1, < 2, < 5; < 500.
describe('bounds of intervals', () => {
  test.each([
    ['9999.99', 'very-negative'],
    ['10000', 'positive'],
    ['15000', 'positive'],
    ['50000', 'positive'],
    ['50000.01', 'very-positive'],
  ])('land of %s m²', (landAreaM2, effect) => {
    expect(effectOf('land-area', { landAreaM2 })).toBe(effect);
  });

  test.each([
    ['0.01', 'very-negative'],
    ['4999.99', 'very-negative'],
    ['5000', 'negative'],
    ['10000', 'negative'],
    ['10000.01', 'positive'],
  ])('buildings of %s m²', (builtAreaM2, effect) => {
    expect(effectOf('built-area', { builtAreaM2 })).toBe(effect);
  });

  test.each([
    ['0', 'very-positive'],
    ['0.99', 'very-positive'],
    ['1', 'positive'],
    ['1.99', 'positive'],
    ['2', 'negative'],
    ['4.99', 'negative'],
    ['5', 'very-negative'],
  ])('motorway at %s km', (motorwayKm, effect) => {
    expect(effectOf('motorway', { criteria: { motorwayKm } })).toBe(effect);
  });

  test.each([
    ['499.99', 'positive'],
    ['500', 'neutral'],
  ])('public transport at %s m', (publicTransportM, effect) => {
    expect(effectOf('public-transport', { criteria: { publicTransportM } })).toBe(effect);
  });
});

describe('pollution', () => {
  test.each([
    [{ groundPollution: 'none', asbestos: 'no' }, 'positive'],
    [{ groundPollution: 'treated', buildingState: 'none' }, 'positive'],
    [{ groundPollution: 'none', asbestos: 'unknown', builtAreaM2: '800' }, undefined],
    [{ groundPollution: 'none', asbestos: 'yes' }, 'negative'],
    [{ groundPollution: 'known', asbestos: 'no' }, 'neutral'],
    [{ groundPollution: 'suspected', asbestos: 'no' }, undefined],
    [{ groundPollution: 'unlikely', asbestos: 'no' }, undefined],
    [{ groundPollution: 'unknown' }, undefined],
  ])('%o', (changes, effect) => {
    expect(effectOf('pollution', changes)).toBe(effect);
  });
});

test('no building is no built area, whichever way it is said', () => {
  expect(effectOf('built-area', { buildingState: 'none' })).toBe('very-negative');
  expect(effectOf('building-state', { buildingState: 'none' })).toBe('positive');
  // Built area 2×2 against, state 2×1 for.
  for (const site of [
    { buildingState: 'none' },
    { builtAreaM2: 0 },
    { builtAreaM2: '0', buildingState: 'bad' },
  ])
    expect(scoreOf(site)).toEqual({ index: 2 / 6, reliability: 4 / 30 });
});

const WELL_KNOWN = {
  landAreaM2: '32000',
  builtAreaM2: '6400',
  buildingState: 'medium',
  groundPollution: 'known',
  asbestos: 'no',
  zoning: 'activity',
  criteria: { cityCentre: 'no', motorwayKm: '3.2', waterConnection: 'yes', floodRisk: 'no' },
};

test('an index by hand, neutral criteria on both sides', () => {
  // Land 2×1; built −2×1; state 2×½ both; pollution 2×½ both; zoning 2×2; centre 1×2; motorway −½×1; water 1×2; flood 1×½ both.
  const found = suitabilityOf(brownfield(WELL_KNOWN));
  expect(found.advantages.toFixed()).toBe('12.5');
  expect(found.constraints.toFixed()).toBe('5');
  expect(found.index?.toFixed(6)).toBe('0.714286');
  expect(found.potential).toBe('excellent');
  // 2 + 2 + 2 + 2 + 2 + 1 + 0.5 + 1 + 1 = 13.5 of 30.
  expect(found.reliability.toFixed(2)).toBe('0.45');
  expect(found.reliabilityClass).toBe('medium');
  const motorway = found.criteria.find(({ id }) => id === 'motorway');
  expect(motorway).toMatchObject({ value: '3,2\u00a0km', when: 'de 2 à 5 km', known: true });
  expect(found.criteria.find(({ id }) => id === 'wetland')).toMatchObject({ value: 'inconnu', known: false });
});

test('what is not known changes the reliability, never the index', () => {
  const [less, more] = [
    brownfield(WELL_KNOWN),
    brownfield({ ...WELL_KNOWN, asbestos: 'unknown', groundPollution: 'unknown' }),
  ];
  // Without the neutral pollution: 11.5 / (11.5 + 4).
  expect(suitabilityOf(more).index?.toFixed(6)).toBe('0.741935');
  expect(suitabilityOf(more).reliability.lt(suitabilityOf(less).reliability)).toBe(true);
});

test('the light reading of the inventory gives the same index and reliability', () => {
  for (const changes of [WELL_KNOWN, {}, { landAreaM2: '50000', zoning: 'natural' }]) {
    const site = brownfield(changes);
    const whole = suitabilityOf(site);
    const light = scoreOf({ landAreaM2: '20000', ...changes });
    expect(light?.index).toBeCloseTo(whole.index?.toNumber() ?? -1, 14);
    expect(light?.reliability).toBeCloseTo(whole.reliability.toNumber(), 14);
    expect(scoreOf(site)).toEqual(light);
  }
});

test('a row of which nothing is known has no score', () => {
  expect(scoreOf({})).toBeNull();
  expect(scoreOf({ landAreaM2: 0, builtAreaM2: null, zoning: 'unknown' })).toBeNull();
  expect(scoreOf({ landAreaM2: Number.NaN, builtAreaM2: 'NA' })).toBeNull();
});

test('a site of the inventory has the same index, from 0 to 100', () => {
  expect(
    inventoryScore({ landAreaM2: '32000', builtAreaM2: '6400', zoning: 'activity', name: 'Usine' }),
  ).toEqual({
    // Land 2×1 for, buildings 2×1 against, zoning 2×2 for: 6 of 8; 6 known of 30.
    index: 75,
    reliability: 20,
  });
  expect(inventoryScore({ name: 'Usine', commune: 'Roanne' })).toBeNull();
});

test.each([
  ['0.7', 'excellent'],
  ['0.6995', 'excellent'],
  ['0.6994', 'favorable'],
  ['0.5', 'modéré'],
  ['0.4', 'peu favorable'],
  ['0.3994', 'défavorable'],
])('potential of %s', (index, word) => {
  expect(potentialOf(decimal(index))).toBe(word);
});
