/** How many columns a comparison has at most. */
const COLUMNS = 7;

/**
 * The dossier with seven columns: while a case has fewer, its loan and its SCI stand again, dearer each time, so that
 * no two columns are alike.
 */
// biome-ignore lint/suspicious/noExplicitAny: the parts of a dossier are changed freely
export function sevenColumns(dossier: any): any {
  const whole = structuredClone(dossier);
  const models = whole.paths.filter(({ terms }: { terms?: { annualRate?: string } }) => terms?.annualRate);
  for (let rank = 0; whole.paths.length < COLUMNS; rank++) {
    const { id, label, terms, ...column } = structuredClone(models[rank % models.length]);
    const annualRate = (Number(terms.annualRate) + 0.001 * (rank + 1)).toFixed(4);
    whole.paths.push({
      ...column,
      id: `${id}-${rank}`,
      label: `${label} ${rank}`,
      terms: { ...terms, annualRate },
    });
  }
  return whole;
}
