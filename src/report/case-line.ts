import type { ComparisonPage } from './comparison-page.ts';

/** « 12 969 » of « 12 969 €/mois ». */
function withoutUnit(text: string): string {
  return text.replace(/\s€.*$/, '');
}

type Cells = ComparisonPage['lenses']['founder']['rows'][number]['cells'];

/** « de 12 969 à 15 300 €/mois selon la voie », or the one value that all have. */
function told(cells: Cells, unit: (text: string) => string): string | undefined {
  const [best, worst] = (['best', 'worst'] as const).map(
    (mark) => cells.find((cell) => cell.mark === mark)?.text,
  );
  const known = cells.flatMap(({ text }) => text ?? []);
  if (best !== undefined && worst !== undefined) return `de ${unit(best)} à ${worst} selon la voie`;
  return new Set(known).size === 1 ? known[0] : undefined;
}

/**
 * What a computed case says in one line, for its card: the cheapest and the dearest of its funded paths to occupy;
 * without site, what its investors get. Undefined when no path has that figure.
 */
export function caseLine({ lenses }: Pick<ComparisonPage, 'lenses'>): string | undefined {
  const cellsOf = (lens: 'founder' | 'investor', figure: string) =>
    lenses[lens].rows.find(({ id }) => id === figure)?.cells ?? [];
  const cost = told(cellsOf('founder', 'occupancy-cost-month'), withoutUnit);
  if (cost !== undefined) return `Coût complet d’occupation, valeur conservée déduite : ${cost}`;
  const rate = told(cellsOf('investor', 'investor-irr'), (text) => text);
  return rate === undefined ? undefined : `TRI des investisseurs : ${rate}`;
}
