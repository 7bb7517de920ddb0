import { DEPARTMENTS } from '../input/departments.ts';
import type { RawDossier } from '../input/description.ts';
import type { InventorySite } from './inventory-site.ts';

/** Where a fact of a dossier comes from. */
export interface SiteFact {
  /** Inside the BROWNFIELD part. */
  readonly path: string;
  readonly source: string;
}

/** A site of the inventory as a part of a dossier. */
export interface SiteBrownfield {
  /** What `resolvePart(BROWNFIELD, …)` reads; nothing that the inventory does not say. */
  readonly json: RawDossier;
  readonly facts: readonly SiteFact[];
  /** Paths that a brownfield needs and the inventory does not know: to be asked for. */
  readonly missing: readonly string[];
}

type KnownSite = Pick<
  InventorySite,
  | 'siteId'
  | 'name'
  | 'commune'
  | 'department'
  | 'use'
  | 'ownerKind'
  | 'landArea'
  | 'builtArea'
  | 'buildingState'
  | 'asbestos'
  | 'pollution'
  | 'zoning'
  | 'updatedOn'
>;

/** A short name for ids of lines: « 50419_27068 » → « 50419-27068 ». */
function kebab(siteId: string): string {
  const text = siteId
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return text === '' ? 'friche' : text;
}

/** Square metres as decimal text, to the hundredth. */
function areaText(area: number): string {
  return String(Math.round(area * 100) / 100);
}

function sourceOf({ siteId, updatedOn }: KnownSite): string {
  const day = updatedOn === null ? '' : `, mis à jour le ${updatedOn.split('-').reverse().join('/')}`;
  return `Inventaire national des friches (Cartofriches), site ${siteId}${day}`;
}

/**
 * The brownfield that a site of the inventory is, ready to be resolved. What the inventory does not know stays out:
 * the defaults of the dossier then say « inconnu », and land or department left out are listed in `missing`.
 */
export function brownfieldOf(site: KnownSite): SiteBrownfield {
  const { commune, department, landArea, builtArea } = site;
  const known: [string, string][] = [];
  const missing: string[] = [];
  if (commune !== '') known.push(['commune', commune.slice(0, 120)]);
  else missing.push('commune');
  if (department !== null && DEPARTMENTS.includes(department)) known.push(['department', department]);
  else missing.push('department');
  if (landArea !== null && landArea > 0) known.push(['landAreaM2', areaText(landArea)]);
  else missing.push('landAreaM2');
  if (builtArea !== null) known.push(['builtAreaM2', areaText(builtArea)]);
  const words = {
    previousUse: site.use,
    ownerKind: site.ownerKind,
    buildingState: site.buildingState,
    asbestos: site.asbestos,
    groundPollution: site.pollution,
    zoning: site.zoning,
  };
  for (const [path, word] of Object.entries(words)) if (word !== 'unknown') known.push([path, word]);
  const source = sourceOf(site);
  return {
    json: {
      id: kebab(site.siteId),
      name: site.name.slice(0, 160),
      ...(site.siteId.length > 80 ? {} : { inventoryId: site.siteId }),
      ...Object.fromEntries(known),
    },
    facts: ['name', ...known.map(([path]) => path)].map((path) => ({ path, source })),
    missing,
  };
}
