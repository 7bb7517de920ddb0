import type { ListedSite } from '../sites/listed-site.ts';
import { textCsvLines } from './csv.ts';

/** How a text of a site is written for a person: the labels of views. */
export interface SiteLabels {
  readonly status: (site: ListedSite) => string;
  readonly previousUse: (site: ListedSite) => string;
  readonly pollution: (site: ListedSite) => string;
  readonly buildingState: (site: ListedSite) => string;
  readonly asbestos: (site: ListedSite) => string;
  readonly zoning: (site: ListedSite) => string;
  readonly ownerKind: (site: ListedSite) => string;
}

type Cell = string | number | null;

const COLUMNS: readonly (readonly [string, (site: ListedSite, labels: SiteLabels) => Cell])[] = [
  ['Identifiant', ({ siteId }) => siteId],
  ['Friche', ({ name }) => name],
  ['Commune', ({ commune }) => commune],
  ['Code INSEE', ({ insee }) => insee],
  ['SIREN de l’intercommunalité', ({ epci }) => epci],
  ['Département', ({ department }) => department],
  ['Région', ({ region }) => region],
  ['Longitude', ({ longitude }) => longitude],
  ['Latitude', ({ latitude }) => latitude],
  ['Terrain (m²)', ({ landAreaM2 }) => landAreaM2],
  ['Surface bâtie (m²)', ({ builtAreaM2 }) => builtAreaM2],
  ['Statut', (site, { status }) => status(site)],
  ['Nature de la friche', (site, { previousUse }) => previousUse(site)],
  ['Pollution du sol', (site, { pollution }) => pollution(site)],
  ['État des bâtiments', (site, { buildingState }) => buildingState(site)],
  ['Amiante ou plomb', (site, { asbestos }) => asbestos(site)],
  ['Zonage', (site, { zoning }) => zoning(site)],
  ['Propriétaire', (site, { ownerKind }) => ownerKind(site)],
  ['Aptitude (0 à 100)', ({ suitability }) => suitability],
  ['Fiabilité (0 à 100)', ({ reliability }) => reliability],
];

/** The first line, with the mark that tells spreadsheets the encoding. */
export function inventoryCsvHead(): string {
  return `\uFEFF${textCsvLines([COLUMNS.map(([label]) => label)])}`;
}

/** Lines of sites: decimal commas, empty when not known, no formula. */
export function inventoryCsvLines(sites: readonly ListedSite[], labels: SiteLabels): string {
  return textCsvLines(sites.map((site) => COLUMNS.map(([, of]) => of(site, labels) ?? '')));
}
