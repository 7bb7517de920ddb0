import { expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { scenario } from '../support/dossiers.ts';

/** A figure that rests on money or on a rent that nobody found is not shown, and says why. */

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function figuresOf(change: (path: any) => void) {
  const dossier = scenario('sci-envie-soleil', 'sci');
  change(dossier.paths[0]);
  const computation = computeDossier(dossier);
  const found = computation.ok ? computation.value.paths[0] : undefined;
  if (found === undefined) throw new Error('not computed');
  const all = Object.values(found.keyFigures).flat();
  return {
    verdict: found.verdict,
    reasonOf: (id: string) => all.find((figure) => figure.id === id)?.reason,
    valueOf: (id: string) => all.find((figure) => figure.id === id)?.value,
  };
}

test('no rent holds the target cover: neither cost, nor cover, nor return', () => {
  const found = figuresOf((path) => {
    // Years without a rent, in which annuities fall all the same.
    path.lease.rentFreeMonths = 36;
  });
  for (const id of ['occupancy-cost-month', 'premises-paid-month', 'dscr-min', 'investor-irr', 'project-irr'])
    expect([id, found.valueOf(id), found.reasonOf(id)]).toEqual([
      id,
      null,
      'aucun loyer ne tient la couverture visée',
    ]);
  expect(found.verdict).toBe('a-verifier');
});

test('a plan with money to be found has no return of its investor, but keeps what does not depend on it', () => {
  const found = figuresOf((path) => {
    path.terms.solve = 'none';
    path.terms.amount = '1000000.00';
  });
  for (const id of ['occupancy-cost-month', 'investor-irr', 'moic', 'buy-out-price'])
    expect([id, found.valueOf(id), found.reasonOf(id)]).toEqual([
      id,
      null,
      'financement à trouver : le plan ne s’équilibre pas',
    ]);
  expect(found.valueOf('project-irr')).not.toBeNull();
});

test('an exit that nobody pays for in full has no return of the investor, but a price and what is missing of it', () => {
  const found = figuresOf((path) => {
    path.ticket.amount = '3000000.00';
    path.exit.year = 5;
  });
  expect(Number(found.valueOf('buy-out-unfunded'))).toBeGreaterThan(1000);
  expect(Number(found.valueOf('buy-out-price'))).toBeGreaterThan(Number(found.valueOf('buy-out-unfunded')));
  for (const id of ['occupancy-cost-month', 'investor-irr', 'investor-irr.capital', 'moic', 'equity-irr'])
    expect([id, found.valueOf(id), found.reasonOf(id)]).toEqual([
      id,
      null,
      'rachat non financé : une part du prix de sortie reste à trouver',
    ]);
});
