import type { CriterionId, INDUSTRY_CRITERIA } from './industry-criteria.ts';

/** A quantity however it is held: typed text, a number of the inventory, a Decimal. */
type Quantity = { toString(): string } | null | undefined;

/** What the grid reads of a brownfield: that of a dossier, or what a row of the inventory says. */
export interface ReadSite {
  readonly landAreaM2?: Quantity;
  readonly builtAreaM2?: Quantity;
  readonly buildingState?: string;
  readonly groundPollution?: string;
  readonly asbestos?: string;
  readonly zoning?: string;
  readonly criteria?: {
    readonly cityCentre?: string;
    readonly motorwayKm?: Quantity;
    readonly publicTransportM?: Quantity;
    readonly waterConnection?: string;
    readonly roadQuality?: string;
    readonly railSiding?: string;
    readonly floodRisk?: string;
    readonly clayRisk?: string;
    readonly cavities?: string;
    readonly technologicalRisk?: string;
    readonly environmentalZone?: string;
    readonly heritageZone?: string;
    readonly landscape?: string;
    readonly architecture?: string;
    readonly greenCorridor?: string;
    readonly protectedSpecies?: string;
    readonly wetland?: string;
  };
}

type AnswerId<C extends CriterionId> = keyof (typeof INDUSTRY_CRITERIA)[C]['answers'];

/** A quantity as a number, for comparisons with bounds only; undefined when it is not known. */
function numberOf(quantity: Quantity): number | undefined {
  if (quantity === null || quantity === undefined) return undefined;
  const text = quantity.toString();
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** The word itself where the grid knows it. */
function among<T extends string>(word: string | undefined, words: readonly T[]): T | undefined {
  return words.find((known) => known === word);
}

const YES_NO = ['yes', 'no'] as const;

/** No building, said by the state or by the area. */
function hasNoBuilding({ builtAreaM2, buildingState }: ReadSite): boolean {
  return numberOf(builtAreaM2) === 0 || (builtAreaM2 == null && buildingState === 'none');
}

function landArea({ landAreaM2 }: ReadSite): AnswerId<'land-area'> | undefined {
  const area = numberOf(landAreaM2);
  // No brownfield has no land: zero is how files leave it out.
  if (area === undefined || area === 0) return undefined;
  if (area < 10_000) return 'under-1-ha';
  if (area < 15_000) return 'from-1-ha';
  return area <= 50_000 ? 'from-1.5-ha' : 'over-5-ha';
}

function builtArea(site: ReadSite): AnswerId<'built-area'> | undefined {
  const area = hasNoBuilding(site) ? 0 : numberOf(site.builtAreaM2);
  if (area === undefined) return undefined;
  if (area < 5_000) return 'under-5000-m2';
  return area <= 10_000 ? 'from-5000-m2' : 'over-10000-m2';
}

function motorway({ criteria }: ReadSite): AnswerId<'motorway'> | undefined {
  const distance = numberOf(criteria?.motorwayKm);
  if (distance === undefined) return undefined;
  if (distance < 1) return 'under-1-km';
  if (distance < 2) return 'from-1-km';
  return distance < 5 ? 'from-2-km' : 'from-5-km';
}

function publicTransport({ criteria }: ReadSite): AnswerId<'public-transport'> | undefined {
  const distance = numberOf(criteria?.publicTransportM);
  return distance === undefined ? undefined : distance < 500 ? 'under-500-m' : 'from-500-m';
}

function zoning({ zoning: zone }: ReadSite): AnswerId<'zoning'> | undefined {
  if (zone === 'activity' || zone === 'urban') return zone;
  return among(zone, ['housing', 'facility', 'agricultural', 'natural']) && 'other';
}

/**
 * Asbestos found is negative whatever the ground. A ground without pollution is « non » only once no building may hide
 * asbestos. Pollution that is established, its compounds not being described, is « autres composés »; pollution that is
 * only likely or unlikely is not known.
 */
function pollution(site: ReadSite): AnswerId<'pollution'> | undefined {
  if (site.asbestos === 'yes') return 'asbestos';
  if (site.groundPollution === 'known') return 'other';
  const isClean = site.groundPollution === 'none' || site.groundPollution === 'treated';
  return isClean && (site.asbestos === 'no' || hasNoBuilding(site)) ? 'none' : undefined;
}

function buildingState(site: ReadSite): AnswerId<'building-state'> | undefined {
  if (hasNoBuilding(site)) return 'none';
  const { buildingState: state } = site;
  if (state === 'medium' || state === 'mixed') return 'medium';
  return among(state, ['good', 'bad']);
}

/** How each criterion of the grid is answered by what is known of a brownfield; undefined: not known. */
export const SITE_ANSWERS: {
  readonly [C in CriterionId]: (site: ReadSite) => AnswerId<C> | undefined;
} = {
  'land-area': landArea,
  'built-area': builtArea,
  'city-centre': ({ criteria }) => among(criteria?.cityCentre, YES_NO),
  motorway,
  'public-transport': publicTransport,
  zoning,
  pollution,
  'building-state': buildingState,
  water: ({ criteria }) => among(criteria?.waterConnection, YES_NO),
  road: ({ criteria }) => among(criteria?.roadQuality, ['accessible', 'degraded', 'poor']),
  flood: ({ criteria }) => among(criteria?.floodRisk, YES_NO),
  clay: ({ criteria }) => among(criteria?.clayRisk, YES_NO),
  cavities: ({ criteria }) => among(criteria?.cavities, YES_NO),
  'technological-risk': ({ criteria }) => among(criteria?.technologicalRisk, YES_NO),
  environment: ({ criteria }) => among(criteria?.environmentalZone, ['none', 'natura-2000', 'reserve']),
  heritage: ({ criteria }) => among(criteria?.heritageZone, ['none', 'abf', 'listed']),
  landscape: ({ criteria }) => among(criteria?.landscape, ['ordinary', 'remarkable']),
  architecture: ({ criteria }) => among(criteria?.architecture, ['ordinary', 'remarkable']),
  'green-corridor': ({ criteria }) => among(criteria?.greenCorridor, YES_NO),
  'protected-species': ({ criteria }) => among(criteria?.protectedSpecies, YES_NO),
  wetland: ({ criteria }) => among(criteria?.wetland, YES_NO),
  'rail-siding': ({ criteria }) => among(criteria?.railSiding, ['good', 'no']),
};
