import { expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { scenario } from '../support/dossiers.ts';

test('premises that an authority builds and lets are never said to cost the public nothing', () => {
  const dossier = scenario('sci-envie-soleil', 'market-rent') as { paths: Record<string, unknown>[] };
  dossier.paths[0] = { ...dossier.paths[0], turnkey: { from: 'metropole', rentPerM2Year: '30.00' } };
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const figures = computation.value.paths[0]?.keyFigures.authority ?? [];
  for (const id of ['public-budget', 'public-present-cost', 'cost-per-job']) {
    const figure = figures.find((one) => one.id === id);
    expect(figure?.value, id).toBeNull();
    expect(figure?.reason, id).toContain('bâtis et loués par une collectivité');
  }
});
