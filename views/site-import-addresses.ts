/** Addresses of the imports of the inventory. */

export const IMPORTS_ADDRESS = '/sites/imports';

export function runningAddress(key: string): string {
  return `${IMPORTS_ADDRESS}/en-cours/${key}`;
}

export function cancelAddress(key: string): string {
  return `${runningAddress(key)}/annuler`;
}

export type RowsShown = 'rejetees' | 'avertissements';

/** The page of an import; with which rows, after which one. */
export function importAddress(id: number, rows?: RowsShown, after = 0): string {
  if (rows === undefined) return `${IMPORTS_ADDRESS}/${id}`;
  return `${IMPORTS_ADDRESS}/${id}?lignes=${rows}${after === 0 ? '' : `&apres=${after}`}`;
}

export function reportAddress(id: number): string {
  return `${IMPORTS_ADDRESS}/${id}/rapport.csv`;
}

export function siteAddress(siteId: string): string {
  return `/sites/${encodeURIComponent(siteId)}`;
}
