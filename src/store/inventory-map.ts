import { type RawBuilder, sql } from 'kysely';
import type { InventoryFilters } from '../sites/inventory-filters.ts';
import type { DepartmentCount, SitePoint } from '../sites/listed-site.ts';
import { selectionOf } from './inventory-conditions.ts';
import type { Store } from './store.ts';

/** A number that changes with every import: what a browser keeps of the inventory is told by it. */
export async function inventoryVersion(db: Store): Promise<string> {
  const { last, at } = await db
    .selectFrom('inventory_imports')
    .select(({ fn }) => [fn.max('id').as('last'), fn.max('imported_at').as('at')])
    .executeTakeFirstOrThrow();
  return last === null ? '' : `${last}-${at}`;
}

/** How many sites the filters keep in each department, by code. */
export async function countByDepartment(
  db: Store,
  filters: InventoryFilters,
): Promise<readonly DepartmentCount[]> {
  return (await departmentQuery(filters).execute(db)).rows;
}

export function departmentQuery(filters: InventoryFilters): RawBuilder<DepartmentCount> {
  const { from, where } = selectionOf(filters);
  return sql<DepartmentCount>`SELECT department, count(*) AS sites FROM ${from} ${where}
    GROUP BY department ORDER BY department IS NULL, department`;
}

/** Sites read at once for the map: a few milliseconds. */
const SLICE = 2_000;

export function pointsQuery(filters: InventoryFilters, after: number): RawBuilder<SitePoint> {
  const { from, where, isWhole } = selectionOf(filters);
  return sql<SitePoint>`SELECT site_id AS siteId, name, commune, longitude, latitude, status
    FROM ${from} ${where} ${sql.raw(isWhole ? 'WHERE' : 'AND')} longitude IS NOT NULL
    ORDER BY department, search_text, id LIMIT ${SLICE} OFFSET ${after}`;
}

/**
 * The points of the sites that the filters keep, by slices, so that other requests are answered between two of them.
 * @param most points at most
 */
export async function* sitePoints(
  db: Store,
  filters: InventoryFilters,
  most: number,
): AsyncGenerator<readonly SitePoint[]> {
  for (let read = 0; read < most; read += SLICE) {
    const { rows } = await pointsQuery(filters, read).execute(db);
    if (rows.length > 0) yield rows.slice(0, most - read);
    if (rows.length < SLICE) return;
  }
}
