import { type Selectable, sql } from 'kysely';
import type { InventoryFilters, Sort } from '../sites/inventory-filters.ts';
import type { ListedSite, SiteRecord } from '../sites/listed-site.ts';
import type { InventorySitesTable } from './database.ts';
import { selectionOf } from './inventory-conditions.ts';
import type { Store } from './store.ts';

/** Sites of a page. */
export const PAGE_SIZE = 50;

const SUMMARY = [
  'site_id',
  'name',
  'use',
  'status',
  'commune',
  'insee',
  'epci',
  'department',
  'region',
  'longitude',
  'latitude',
  'land_area',
  'built_area',
  'pollution',
  'building_state',
  'asbestos',
  'zoning',
  'owner_kind',
  'suitability',
  'reliability',
] as const;

type SummaryRow = Pick<Selectable<InventorySitesTable>, (typeof SUMMARY)[number]>;

function listed(row: SummaryRow): ListedSite {
  return {
    siteId: row.site_id,
    name: row.name,
    commune: row.commune,
    insee: row.insee,
    epci: row.epci,
    department: row.department,
    region: row.region,
    longitude: row.longitude,
    latitude: row.latitude,
    landAreaM2: row.land_area,
    builtAreaM2: row.built_area,
    status: row.status,
    previousUse: row.use,
    pollution: row.pollution,
    buildingState: row.building_state,
    asbestos: row.asbestos,
    zoning: row.zoning,
    ownerKind: row.owner_kind,
    suitability: row.suitability,
    reliability: row.reliability,
  };
}

export interface SitePage {
  /** Sites that the filters keep, on all pages. */
  readonly total: number;
  /** From 1; may be past the last one, which is then empty. */
  readonly page: number;
  readonly pageSize: number;
  readonly sites: readonly ListedSite[];
}

/** Letters of the names of French communes that have an accent, and what they are sorted as. */
const PLAIN_LETTERS: readonly (readonly [string, string])[] = [
  ['É', 'E'],
  ['é', 'E'],
  ['È', 'E'],
  ['è', 'E'],
  ['Ê', 'E'],
  ['ê', 'E'],
  ['ë', 'E'],
  ['Î', 'I'],
  ['î', 'I'],
  ['ï', 'I'],
  ['â', 'A'],
  ['à', 'A'],
  ['ô', 'O'],
  ['û', 'U'],
  ['ü', 'U'],
  ['ç', 'C'],
  ['Œ', 'OE'],
  ['œ', 'OE'],
];

/** The name of the commune in capitals, without accents: read from the index, where a generated column would not be. */
const COMMUNE_KEY = `upper(${PLAIN_LETTERS.reduce(
  (text, [accented, letter]) => `replace(${text}, '${accented}', '${letter}')`,
  'commune',
)})`;

/** Sites whose figure is not known come last, either way; equals stand by name, and always in the same order. */
const ORDERS: Readonly<Record<Sort, string>> = {
  name: 'search_text, id',
  commune: `${COMMUNE_KEY}, search_text, id`,
  'land-area': 'land_area IS NULL, land_area, search_text, id',
  '-land-area': 'land_area IS NULL, land_area DESC, search_text, id',
  suitability: 'suitability IS NULL, suitability, search_text, id',
  '-suitability': 'suitability IS NULL, suitability DESC, search_text, id',
};

/**
 * The queries of a page, in SQL: also what tests ask SQLite the plan of.
 * @param size sites of a page
 */
export function pageQueries(filters: InventoryFilters, size = PAGE_SIZE) {
  const { from, where, isWhole } = selectionOf(filters);
  const offset = (filters.page - 1) * size;
  // The names of all the sites stand in order in an index of their own.
  const ordered =
    isWhole && filters.sort === 'name' ? sql`inventory_sites INDEXED BY inventory_by_name` : from;
  return {
    count: sql<{ total: number }>`SELECT count(*) AS total FROM ${from} ${where}`,
    ids: sql<{ id: number }>`SELECT id FROM ${ordered} ${where}
      ORDER BY ${sql.raw(ORDERS[filters.sort])} LIMIT ${size} OFFSET ${offset}`,
  };
}

/** A page of the sites that the filters keep, with how many they are. */
export async function searchSites(db: Store, filters: InventoryFilters): Promise<SitePage> {
  const queries = pageQueries(filters);
  const counted = await queries.count.execute(db);
  const ids = (await queries.ids.execute(db)).rows.map(({ id }) => id);
  return {
    total: counted.rows[0]?.total ?? 0,
    page: filters.page,
    pageSize: PAGE_SIZE,
    sites: await summariesOf(db, ids),
  };
}

/** @param ids at most some hundreds. @returns the sites in that order */
async function summariesOf(db: Store, ids: readonly number[]): Promise<readonly ListedSite[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('inventory_sites')
    .select(['id', ...SUMMARY])
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, listed(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Sites read at once for an export. */
const EXPORT_SLICE = 500;

/** Every site that the filters keep, whatever their page, in their order, by slices. */
export async function* everySite(
  db: Store,
  filters: InventoryFilters,
): AsyncGenerator<readonly ListedSite[]> {
  const { ids } = pageQueries({ ...filters, page: 1 }, Number.MAX_SAFE_INTEGER);
  const found = (await ids.execute(db)).rows.map(({ id }) => id);
  for (let from = 0; from < found.length; from += EXPORT_SLICE) {
    yield await summariesOf(db, found.slice(from, from + EXPORT_SLICE));
  }
}

/** All that is known of a site; undefined when no site has this identifier. */
export async function findSite(db: Store, siteId: string): Promise<SiteRecord | undefined> {
  const row = await db
    .selectFrom('inventory_sites')
    .innerJoin('inventory_imports', 'inventory_imports.id', 'inventory_sites.import')
    .selectAll('inventory_sites')
    .select(['file_name', 'imported_at'])
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...listed(row),
    updatedOn: row.updated_on,
    columns: JSON.parse(row.columns),
    outline: row.outline,
    warnings: JSON.parse(row.warnings),
    importedFrom: { fileName: row.file_name, importedAt: row.imported_at },
  };
}

/** Whether the inventory has any site. */
export async function hasSites(db: Store): Promise<boolean> {
  const found = await db.selectFrom('inventory_sites').select('id').limit(1).executeTakeFirst();
  return found !== undefined;
}
