/** Addresses of the pages of kept dossiers. */

export const KEPT_LIST = '/mes-dossiers';
export const IMPORT_ADDRESS = `${KEPT_LIST}/importer`;
export const FORGET_ADDRESS = `${KEPT_LIST}/oublier`;

/** The sheet of a kept dossier. */
export function sheetAddress(address: string): string {
  return `${KEPT_LIST}/${address}`;
}

/** What is done to a kept dossier, by the word that ends the address. */
export function actionAddress(
  address: string,
  action: 'comparer' | 'dupliquer' | 'importer' | 'partager' | 'revoquer',
): string {
  return `${sheetAddress(address)}/${action}`;
}

/** The key under which a version is opened, as any other dossier: it holds the address of its dossier. */
export function versionKey(address: string, number: number): string {
  return `${address}-${number}`;
}

export function comparisonAddress(address: string, from: number, to: number): string {
  return `${actionAddress(address, 'comparer')}?de=${from}&a=${to}`;
}
