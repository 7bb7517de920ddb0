import { expect, test } from 'vitest';
import { caseLine } from '../../src/report/case-line.ts';
import type { ComparisonCell, ComparisonLens } from '../../src/report/comparison-page.ts';

const EMPTY: ComparisonLens = { rows: [], notes: [], missing: [], notYet: [] };

function lensOf(id: string, cells: readonly ComparisonCell[]): ComparisonLens {
  return { ...EMPTY, rows: [{ id, label: id, kind: 'line', cells }] };
}

test('a range goes up, whether the lowest is the best or the worst', () => {
  const rates = lensOf('investor-irr', [
    { text: '2,97 %', mark: 'best' },
    { text: '2,23 %', mark: 'worst' },
  ]);
  expect(caseLine({ lenses: { founder: EMPTY, investor: rates, authority: EMPTY } })).toBe(
    'TRI des investisseurs : de 2,23 % à 2,97 % selon la voie',
  );
  const costs = lensOf('occupancy-cost-month', [
    { text: '15 300 €/mois', mark: 'worst' },
    { text: '12 969 €/mois', mark: 'best' },
  ]);
  expect(caseLine({ lenses: { founder: costs, investor: rates, authority: EMPTY } })).toBe(
    'Coût complet d’occupation, valeur conservée déduite : de 12 969 à 15 300 €/mois selon la voie',
  );
});
