import type { Insertable } from 'kysely';
import {
  BUILDING_STATES,
  GROUND_POLLUTIONS,
  OWNER_KINDS,
  PREVIOUS_USES,
  ZONINGS,
} from '../../src/dossier/brownfield.ts';
import { SITE_STATUSES } from '../../src/sites/inventory-site.ts';
import { searchTextOf } from '../../src/sites/search-text.ts';
import type { InventorySitesTable } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';

type Site = Insertable<InventorySitesTable>;

/** A site of which nothing is known but its name: tests say the rest. */
export function seededSite(siteId: string, changes: Partial<Site> = {}): Site {
  const { name = `Friche ${siteId}`, commune = 'Roanne' } = changes;
  return {
    site_id: siteId,
    name,
    search_text: searchTextOf({ name, commune, address: '' }),
    use: 'unknown',
    status: 'unknown',
    commune,
    insee: '42187',
    epci: '200035731',
    department: '42',
    region: '84',
    longitude: 4.0727,
    latitude: 46.0366,
    land_area: null,
    built_area: null,
    pollution: 'unknown',
    building_state: 'unknown',
    asbestos: 'unknown',
    zoning: 'unknown',
    owner_kind: 'unknown',
    suitability: null,
    reliability: null,
    updated_on: null,
    columns: '{}',
    outline: null,
    warnings: '[]',
    content_hash: siteId,
    import: 1,
    ...changes,
  };
}

/** Puts sites in the inventory, as an import would, with the names of their territories. */
export async function seedSites(db: Store, sites: readonly Site[]): Promise<void> {
  await db
    .insertInto('inventory_imports')
    .values({
      file_name: 'essai.csv',
      imported_at: '2026-11-20T08:00:00.000Z',
      accepted: sites.length,
      warned: 0,
      added: sites.length,
      updated: 0,
      rejected: 0,
      notes: '[]',
      first_sites: '[]',
    })
    .execute();
  for (let from = 0; from < sites.length; from += 200) {
    await db
      .insertInto('inventory_sites')
      .values(sites.slice(from, from + 200))
      .execute();
  }
  await db
    .insertInto('inventory_territories')
    .values([
      { kind: 'region', code: '84', name: 'Auvergne-Rhône-Alpes', department: null, region: null, sites: 1 },
      { kind: 'department', code: '42', name: 'Loire', department: null, region: '84', sites: 1 },
      {
        kind: 'epci',
        code: '200035731',
        name: 'CA Roannais Agglomération',
        department: '42',
        region: '84',
        sites: 1,
      },
      { kind: 'commune', code: '42187', name: 'Roanne', department: '42', region: '84', sites: 1 },
    ])
    .execute();
}

const NAMES = [
  'Ancienne filature',
  'Usine',
  'Entrepôt',
  'Fonderie',
  'Tannerie',
  'Laiterie',
  'Caserne',
  'Hôpital',
];
const STREETS = [
  'rue de la Gare',
  'avenue Jean Jaurès',
  'chemin des Prés',
  'quai du Canal',
  'rue de l’Égalité',
];

/** So many sites all over the country, always the same, with rows as wide as those of the national inventory. */
export function manySites(count: number): Site[] {
  let state = 12_345;
  // Mulberry32: the same sites at every run.
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  const oneOf = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const keyOf = (words: object) => oneOf(Object.keys(words));
  const wide = JSON.stringify(
    Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`colonne_${i}`, 'valeur de la colonne'])),
  );
  return Array.from({ length: count }, (_, index) => {
    const department = String(1 + below(95)).padStart(2, '0');
    const commune = `Commune-${department}-${below(60)}`;
    return seededSite(`${department}_${index}`, {
      name: `${oneOf(NAMES)} ${oneOf(STREETS)} ${index}`,
      commune,
      insee: `${department}${String(below(60)).padStart(3, '0')}`,
      epci: `2000${department}${String(below(12)).padStart(3, '0')}`,
      department,
      region: String(11 + (Number(department) % 13)),
      longitude: -4 + below(12_000) / 1000,
      latitude: 42 + below(9000) / 1000,
      land_area: below(10) === 0 ? null : 200 + below(90_000),
      built_area: below(2) === 0 ? null : below(20_000),
      use: keyOf(PREVIOUS_USES),
      status: keyOf(SITE_STATUSES),
      pollution: keyOf(GROUND_POLLUTIONS),
      building_state: keyOf(BUILDING_STATES),
      zoning: keyOf(ZONINGS),
      owner_kind: keyOf(OWNER_KINDS),
      suitability: below(5) === 0 ? null : below(100),
      columns: wide,
      outline: JSON.stringify({ type: 'Point', coordinates: [0, 0], note: 'x'.repeat(600) }),
    });
  });
}
