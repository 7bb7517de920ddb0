import fc from 'fast-check';
import {
  BROWNFIELD,
  BUILDING_STATES,
  GROUND_POLLUTIONS,
  OWNER_KINDS,
  PREVIOUS_USES,
  ZONINGS,
} from '../../src/dossier/brownfield.ts';
import type { Brownfield, SiteNeed } from '../../src/dossier/dossier.ts';
import { resolvePart } from '../../src/dossier/resolution.ts';
import { SITE_NEED } from '../../src/dossier/site-need.ts';

/** One hectare in Loire of which nothing else is known, but for what is given. */
export function brownfield(given: object = {}): Brownfield {
  const reading = resolvePart(BROWNFIELD, {
    id: 'friche',
    name: 'Friche',
    commune: 'Saint-Étienne',
    department: '42',
    landAreaM2: '10000',
    ...given,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value.values as Brownfield;
}

/** An enterprise that looks for so many square metres. */
export function siteNeed(floorAreaM2 = '3000'): SiteNeed {
  const reading = resolvePart(SITE_NEED, { floorAreaM2 });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value.values as SiteNeed;
}

const oneOf = (words: object) => fc.constantFrom(...Object.keys(words));
const area = (max: number) => fc.integer({ min: 1, max }).map(String);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const months = maybe(fc.integer({ min: 0, max: 60 }));

/** What may be typed of a brownfield: each thing known or not. */
export const anyBrownfield: fc.Arbitrary<Brownfield> = fc
  .record({
    landAreaM2: area(200_000),
    builtAreaM2: maybe(area(50_000)),
    sealedAreaM2: maybe(area(200_000)),
    previousUse: oneOf(PREVIOUS_USES),
    ownerKind: oneOf(OWNER_KINDS),
    buildingState: oneOf(BUILDING_STATES),
    asbestos: fc.constantFrom('yes', 'no', 'unknown'),
    groundPollution: oneOf(GROUND_POLLUTIONS),
    pollutedShare: maybe(share),
    treatedShare: maybe(share),
    zoning: oneOf(ZONINGS),
    ruralCommune: fc.boolean(),
    price: maybe(area(5_000_000)),
    commitmentToBuild: fc.boolean(),
    keptBuiltAreaM2: maybe(area(20_000)),
    developedAreaM2: maybe(area(200_000)),
    soldFloorAreaM2: maybe(area(20_000)),
    rehabilitation: fc.constantFrom('light', 'medium', 'heavy', 'unknown'),
    unitCosts: fc.constantFrom('levier', 'benefriches'),
    department: fc.constantFrom('42', '01', '75', '972'),
    controlMonths: months,
    studyMonths: months,
    permitMonths: months,
    clearingMonths: months,
    worksMonths: months,
  })
  .map(brownfield);
