import type { Brownfield, SiteNeed } from '../dossier/dossier.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { SiteCost } from './cost/site-cost.ts';
import type { ReadingOfRange } from './range.ts';

/** What the dossier has to know of the site once it is chosen, for one reading of its ranges. */
export interface Chosen {
  readonly brownfield: Brownfield;
  readonly need: SiteNeed;
  readonly cost: SiteCost;
  readonly reading: ReadingOfRange;
  readonly signature: string;
}

/** How the site of the dossier is held, which is about that site alone. */
export const HELD = ['carrying', 'landLease'] as const;

/** What the register of aids knows of one site: never that of the next. */
export const AID_OF_THE_SITE = [
  'remediationCosts',
  'remediationLandGain',
  'sellerPurchasePrice',
  'sellerPurchaseDate',
] as const;

/** A group of a dossier as typed; empty when absent. */
export const asGroup = (value: Json | undefined): RawDossier =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as RawDossier) : {};

/** A list of a dossier as typed; empty when absent. */
export const asList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** The terms of state aid, without those of a site that is left. */
export function stateAidOf({ brownfield }: Chosen, dossier: RawDossier): RawDossier {
  const before = asGroup(dossier.stateAid);
  const isSame = asGroup(dossier.site).chosenBrownfield === brownfield.id;
  const isNear = isSame || asGroup(dossier.site).commune === brownfield.commune;
  const { afrZone, ...others } = before;
  const kept = isSame
    ? others
    : Object.fromEntries(
        Object.entries(others).filter(([key]) => !(AID_OF_THE_SITE as readonly string[]).includes(key)),
      );
  // A zone is that of a commune: it does not follow the enterprise to another one.
  const zone = brownfield.afrZone === 'unknown' ? (isNear ? afrZone : undefined) : brownfield.afrZone;
  return zone === undefined ? kept : { afrZone: zone, ...kept };
}
