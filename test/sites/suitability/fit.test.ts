import { describe, expect, test } from 'vitest';
import type { Operator, SiteNeed } from '../../../src/dossier/dossier.ts';
import { resolvePart } from '../../../src/dossier/resolution.ts';
import { SITE_NEED } from '../../../src/dossier/site-need.ts';
import { Decimal } from '../../../src/formula/decimal.ts';
import { fitOf } from '../../../src/sites/suitability/fit.ts';
import { suitabilityOf } from '../../../src/sites/suitability/suitability.ts';
import { brownfield } from '../../support/brownfields.ts';

function need(changes: object = {}): SiteNeed {
  const read = resolvePart(SITE_NEED, { floorAreaM2: '3000', ...changes });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.values;
}

const jobs = (after: number) => [{ after: new Decimal(after) }] as unknown as Operator['jobs'];

function item(id: string, site: object, asked: object = {}, months?: [number, number, number]) {
  const range = months && { low: months[0], central: months[1], high: months[2] };
  const found = fitOf(brownfield(site), need(asked), jobs(30), range).items.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

describe('each need, and its bounds', () => {
  test.each([
    // 60 % of 5 000 m² are 3 000 m².
    ['floor-area', { landAreaM2: '5000' }, {}, 'fits'],
    ['floor-area', { landAreaM2: '4999' }, {}, 'does-not'],
    ['floor-area', { landAreaM2: '4000', builtAreaM2: '3200', buildingState: 'good' }, {}, 'fits'],
    ['floor-area', { floorAreaM2: '2999.99' }, {}, 'does-not'],
    ['land-area', { landAreaM2: '8000' }, { landAreaM2: '8000' }, 'fits'],
    ['land-area', { landAreaM2: '7999' }, { landAreaM2: '8000' }, 'does-not'],
    ['area-per-job', { floorAreaM2: '1500' }, {}, 'fits'],
    ['area-per-job', { floorAreaM2: '1499' }, {}, 'to-check'],
    ['existing-building', { builtAreaM2: '3000', buildingState: 'good' }, {}, 'fits'],
    ['existing-building', { builtAreaM2: '2000', buildingState: 'medium' }, {}, 'to-check'],
    ['existing-building', { builtAreaM2: '9000', buildingState: 'mixed' }, {}, 'to-check'],
    ['existing-building', {}, {}, 'to-check'],
    ['lorry-access', { criteria: { roadQuality: 'accessible' } }, {}, 'fits'],
    ['lorry-access', { criteria: { roadQuality: 'degraded' } }, {}, 'to-check'],
    ['lorry-access', { criteria: { roadQuality: 'poor' } }, {}, 'does-not'],
    ['lorry-access', { criteria: { roadQuality: 'poor' } }, { lorryAccess: false }, 'fits'],
    ['lorry-access', {}, {}, 'to-check'],
    ['motorway', { criteria: { motorwayKm: '10' } }, { maximumMotorwayKm: '10' }, 'fits'],
    ['motorway', { criteria: { motorwayKm: '10.1' } }, { maximumMotorwayKm: '10' }, 'does-not'],
    ['motorway', {}, { maximumMotorwayKm: '10' }, 'to-check'],
    ['motorway', {}, {}, 'fits'],
    ['public-transport', { criteria: { publicTransportM: '499' } }, { publicTransportNeeded: true }, 'fits'],
    [
      'public-transport',
      { criteria: { publicTransportM: '500' } },
      { publicTransportNeeded: true },
      'does-not',
    ],
    ['public-transport', {}, { publicTransportNeeded: true }, 'to-check'],
    ['planning', { zoning: 'activity' }, {}, 'fits'],
    ['planning', { zoning: 'housing' }, {}, 'to-check'],
    ['planning', { zoning: 'natural' }, {}, 'does-not'],
  ])('%s, %o, %o: %s', (id, site, asked, verdict) => {
    expect(item(id, site, asked).verdict).toBe(verdict);
  });

  test.each([
    [[10, 18, 24], 'fits'],
    [[10, 18, 25], 'to-check'],
    [[25, 30, 40], 'does-not'],
  ] as const)('an opening within %o months for 24', (months, verdict) => {
    expect(item('opening', {}, { latestOpeningMonths: 24 }, [...months]).verdict).toBe(verdict);
  });
});

test('what does not fit says why, with figures, and what to do', () => {
  const found = item('floor-area', { landAreaM2: '4000' });
  expect(found.reason).toBe(
    '2\u202f400\u00a0m² de locaux possibles pour 3\u202f000\u00a0m² cherchés : il manque 600\u00a0m².',
  );
  expect(found.remedy).toBe(
    'Bâtir sur deux niveaux, aménager plus de terrain, ou réduire le besoin de locaux.',
  );
});

test('the fit is the worst of its items and never changes the national index', () => {
  const site = brownfield({ landAreaM2: '4000' });
  expect(fitOf(site, need(), jobs(30)).verdict).toBe('does-not');
  expect(fitOf(site, need({ floorAreaM2: '1000' }), jobs(10)).verdict).toBe('to-check');
  const before = suitabilityOf(site).index?.toFixed();
  fitOf(site, need({ floorAreaM2: '9000' }), jobs(1));
  expect(suitabilityOf(site).index?.toFixed()).toBe(before);
});
