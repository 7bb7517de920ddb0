import { test } from 'vitest';
import { computeBrownfieldCost } from '../../src/sites/cost/site-cost.ts';
import { around, expectAgreement } from '../support/agreement.ts';
import { brownfield, siteNeed } from '../support/any-brownfield.ts';

const DRAWS = 16;
/** A duration is moved by three months: a shorter one would begin before it ends. */
const SHORTEST = 3;

test('the cost of a site: draws give what the exact reading gives', () => {
  const site = brownfield({
    builtAreaM2: '4000',
    previousUse: 'industry',
    soldFloorAreaM2: '500',
    zoning: 'housing',
  });
  const { into } = computeBrownfieldCost(site, siteNeed('5000'));
  const { calculation, ranged } = into;
  const moved = ranged.flatMap(({ id, unit, range }) => {
    const assumption = calculation.assumptions.get(id);
    if (assumption === undefined || (unit === 'months' && range.central.lt(SHORTEST))) return [];
    return [[id, around(assumption, DRAWS)] as const];
  });
  expectAgreement(calculation, new Map(moved), DRAWS);
});
