import { describe, expect, test } from 'vitest';
import { IN_WHOLE, wholeUnless } from '../support/extent.ts';
import { landDeal, measureOf } from '../support/land.ts';

/** What a search of the smallest support relies on: more support never makes premises dearer. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function costOf(column: string, change: (dossier: any) => void): number {
  return Number(measureOf(landDeal(column, change), 'occupancy-cost-month'));
}

function expectDecreasing(costs: readonly number[]): void {
  expect(costs).toEqual([...costs].sort((one, other) => other - one));
  expect(costs[0]).toBeGreaterThan(costs.at(-1) as number);
}

describe.each(['bank-loan', 'sci'])('in %s', (column) => {
  test('a larger minoration', wholeUnless(column === 'bank-loan'), () => {
    expectDecreasing(
      ['0.00', '100.00', '90000.00', '300000.00', '900000.00'].map((minorationAmount) =>
        costOf(column, (dossier) => {
          dossier.site.carrying = { acquisitionPrice: '900000.00', minorationAmount };
        }),
      ),
    );
  });

  test('a lower canon', wholeUnless(column === 'bank-loan'), () => {
    expectDecreasing(
      ['90000.00', '89900.00', '30000.00', '0.00'].map((canonYear) =>
        costOf(column, (dossier) => {
          dossier.site.landLease = { canonYear };
        }),
      ),
    );
  });
});

test('a lower rent of premises let by an authority, a lower fee of occupation', IN_WHOLE, () => {
  expectDecreasing(
    ['60.00', '59.99', '20.00', '0.00'].map((rentPerM2Year) =>
      costOf('market-rent', (dossier) => {
        dossier.paths[0].turnkey = { from: 'metropole', rentPerM2Year };
      }),
    ),
  );
  expectDecreasing(
    ['60.00', '59.99', '20.00', '0.00'].map((feePerM2Year) =>
      costOf('market-rent', (dossier) => {
        dossier.paths[0].temporary = { months: 30, feePerM2Year };
      }),
    ),
  );
});
