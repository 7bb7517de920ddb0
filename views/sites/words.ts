import {
  BUILDING_STATES,
  GROUND_POLLUTIONS,
  OWNER_KINDS,
  PREVIOUS_USES,
  ZONINGS,
} from '../../src/dossier/brownfield.ts';
import { YES_NO_UNKNOWN } from '../../src/dossier/brownfield-criteria.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { writeCount, writeValue } from '../../src/formula/french.ts';
import {
  type AmountName,
  CHOICES,
  type ChoiceName,
  type PlaceName,
} from '../../src/sites/inventory-filters.ts';
import { SITE_STATUSES } from '../../src/sites/inventory-site.ts';
import type { ListedSite } from '../../src/sites/listed-site.ts';

/** What the inventory is called on screen. */
export const CHOICE_TITLES: Readonly<Record<ChoiceName, string>> = {
  status: 'Statut',
  pollution: 'Pollution du sol',
  buildingState: 'État des bâtiments',
  zoning: 'Zonage d’urbanisme',
  ownerKind: 'Propriétaire',
  previousUse: 'Nature de la friche',
};

export const PLACE_TITLES: Readonly<Record<PlaceName, string>> = {
  region: 'Région',
  department: 'Département',
  epci: 'Intercommunalité',
  commune: 'Commune',
};

export const AMOUNT_TITLES: Readonly<Record<AmountName, string>> = {
  landAreaMin: 'Terrain d’au moins',
  landAreaMax: 'Terrain d’au plus',
  suitabilityMin: 'Aptitude d’au moins',
};

/** The label of a word of a list; the word itself when this version of Levier does not know it. */
function labelIn(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

export function choiceLabel(name: ChoiceName, key: string): string {
  return labelIn(CHOICES[name], key);
}

/** What is known of a site, in words. */
export const SITE_WORDS = {
  status: ({ status }: ListedSite) => labelIn(SITE_STATUSES, status),
  previousUse: ({ previousUse }: ListedSite) => labelIn(PREVIOUS_USES, previousUse),
  pollution: ({ pollution }: ListedSite) => labelIn(GROUND_POLLUTIONS, pollution),
  buildingState: ({ buildingState }: ListedSite) => labelIn(BUILDING_STATES, buildingState),
  asbestos: ({ asbestos }: ListedSite) => labelIn(YES_NO_UNKNOWN, asbestos),
  zoning: ({ zoning }: ListedSite) => labelIn(ZONINGS, zoning),
  ownerKind: ({ ownerKind }: ListedSite) => labelIn(OWNER_KINDS, ownerKind),
} as const;

/** 11 268 m²; « n.c. » when it is not known. */
export function writeArea(area: number | null): string {
  return area === null ? 'n.c.' : writeValue(new Decimal(String(area)), 'area');
}

/** 62 / 100. */
export function writeScore(score: number | null): string {
  return score === null ? 'n.c.' : `${writeCount(new Decimal(String(Math.round(score))))} / 100`;
}

/** « 1 234 friches », « Une friche », « Aucune friche ». */
export function countSites(count: number): string {
  if (count === 0) return 'Aucune friche';
  return count === 1 ? 'Une friche' : `${writeCount(new Decimal(count))} friches`;
}

/** « Roanne (42) »; what is known of it. */
export function placeOf({ commune, department }: Pick<ListedSite, 'commune' | 'department'>): string {
  if (commune === '') return department === null ? 'commune n.c.' : `département ${department}`;
  return department === null ? commune : `${commune} (${department})`;
}
