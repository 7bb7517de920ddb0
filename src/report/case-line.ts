import type { ComparisonPage } from './comparison-page.ts';

/** « 12 969 » of « 12 969 €/mois ». */
function withoutUnit(text: string): string {
  return text.replace(/\s€.*$/, '');
}

type Cells = ComparisonPage['lenses']['founder']['rows'][number]['cells'];

/** The marks of the lowest and of the highest value of a row. */
const LOWER_IS_BETTER = ['best', 'worst'] as const;
const HIGHER_IS_BETTER = ['worst', 'best'] as const;

/** « de 12 969 à 15 300 €/mois selon la voie », the lowest first, or the one value that all have. */
function told(
  cells: Cells,
  marks: typeof LOWER_IS_BETTER | typeof HIGHER_IS_BETTER,
  unit: (text: string) => string,
): string | undefined {
  const [low, high] = marks.map((mark) => cells.find((cell) => cell.mark === mark)?.text);
  const known = cells.flatMap(({ text }) => text ?? []);
  if (low !== undefined && high !== undefined) return `de ${unit(low)} à ${high} selon la voie`;
  return new Set(known).size === 1 ? known[0] : undefined;
}

/**
 * What a computed case says in one line, for its card: the cheapest and the dearest of its funded paths to occupy;
 * without site, what its investors get. Undefined when no path has that figure.
 */
export function caseLine({ lenses }: Pick<ComparisonPage, 'lenses'>): string | undefined {
  const cellsOf = (lens: 'founder' | 'investor', figure: string) =>
    lenses[lens].rows.find(({ id }) => id === figure)?.cells ?? [];
  const cost = told(cellsOf('founder', 'occupancy-cost-month'), LOWER_IS_BETTER, withoutUnit);
  if (cost !== undefined) return `Coût complet d’occupation, valeur conservée déduite : ${cost}`;
  const rate = told(cellsOf('investor', 'investor-irr'), HIGHER_IS_BETTER, (text) => text);
  return rate === undefined ? undefined : `TRI des investisseurs : ${rate}`;
}
