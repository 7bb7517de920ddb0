const WHOLE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** « 2 594 ». */
export function writeWhole(count: number): string {
  return WHOLE.format(count);
}

/** « 2 lignes gardées », « 1 ligne gardée », « aucune ligne gardée ». */
export function counted(count: number, one: string, several: string): string {
  if (count === 0) return `aucune ${one}`;
  return `${writeWhole(count)} ${count > 1 ? several : one}`;
}
