import { PAGE_WORDS } from '../../src/sites/filter-words.ts';
import { filtersQuery, type InventoryFilters } from '../../src/sites/inventory-filters.ts';

/** Addresses of the pages of the inventory. */
export const LIST_ADDRESS = '/sites';
export const MAP_ADDRESS = '/sites/carte';
export const POINTS_ADDRESS = '/sites/points.geojson';
export const EXPORT_ADDRESS = '/sites/inventaire.csv';
export const IMPORTS_ADDRESS = '/sites/imports';

/** An address of the inventory with its filters. */
export function filteredAddress(address: string, filters: InventoryFilters): string {
  const query = filtersQuery(filters, PAGE_WORDS);
  return query === '' ? address : `${address}?${query}`;
}

export function siteAddress(siteId: string): string {
  return `/sites/${encodeURIComponent(siteId)}`;
}
