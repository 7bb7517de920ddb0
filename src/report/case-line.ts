import type { ComparisonPage } from './comparison-page.ts';

/** « 12 969 » of « 12 969 €/mois ». */
function withoutUnit(text: string): string {
  return text.replace(/\s€.*$/, '');
}

/**
 * What a computed case says in one line, for its card: the cheapest and the dearest of its funded paths to occupy.
 * Undefined when no path has that figure.
 */
export function caseLine({ lenses }: Pick<ComparisonPage, 'lenses'>): string | undefined {
  const cells = lenses.founder.rows.find(({ id }) => id === 'occupancy-cost-month')?.cells ?? [];
  const [best, worst] = (['best', 'worst'] as const).map(
    (mark) => cells.find((cell) => cell.mark === mark)?.text,
  );
  const known = cells.flatMap(({ text }) => text ?? []);
  const told =
    best !== undefined && worst !== undefined
      ? `de ${withoutUnit(best)} à ${worst} selon la voie`
      : new Set(known).size === 1
        ? known[0]
        : undefined;
  return told === undefined ? undefined : `Coût complet d’occupation, valeur conservée déduite : ${told}`;
}
