import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { wholeUnless } from '../support/extent.ts';
import { amountOf, landDeal, landDossier, movesOf, netOf, wrongIn } from '../support/land.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';

const SALE = {
  kind: 'instalment-sale',
  from: 'land-owner',
  amount: '900000.00',
  callMonth: 30,
  annualRate: '0.02',
  payments: 10,
  paymentsPerYear: 1,
  sellerCost: '2000000.00',
};

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function sold(dossier: any, terms: object = {}) {
  dossier.paths[0].sources.push({ ...SALE, ...terms });
  dossier.parties.push({ id: 'land-owner', label: 'Ville', role: 'local-authority', side: 'public-aid' });
}

describe.each(['bank-loan', 'guarantee', 'sci', 'esus-holding', 'fonciere'])('in %s', (column) => {
  test('laws hold and the readings agree', wholeUnless(column === 'bank-loan'), () => {
    const computed = landDeal(column, sold);
    expect(wrongIn(computed)).toEqual([]);
    expect(disagreements(computed)).toEqual([]);
    expect(explanationsOff(computed, 97)).toEqual([]);
  });
});

test('the price is paid later, the credit is an aid when it is cheap, the seller has its budget', () => {
  const computed = landDeal('bank-loan', (dossier) => {
    sold(dossier);
    dossier.site.marketValue = '1900000.00';
  });
  const kinds = computed.measures.aidRegister.supports.map(({ id, kind }) => `${id} ${kind}`);
  expect(kinds).toContain('operator.instalment-sale soft-loan');
  // A rabais and a cheap credit are two advantages: the value less the price, the interest that is not asked.
  expect(kinds).toContain('land land-discount');
  expect(amountOf(computed, 'aid.land.grantEquivalent')).toBe('300000.00');
  const budget = (row: string) => movesOf(computed, `measure.budget.land-owner.${row}`);
  expect(budget('capital-spending')).toEqual([[2, '2900000.00']]);
  expect(budget('capital-receipts')[0]).toEqual([2, '1600000.00']);
  expect(budget('operating-receipts')[0]).toEqual([2, '7500.00']);
  // Price and interest, less what the site cost it.
  const interest = ['interest-during-works', 'interest-after']
    .flatMap((name) => movesOf(computed, `bank-loan.source.instalment-sale.${name}`))
    .reduce((sum, [, paid]) => sum + Number(paid), 0);
  expect(Number(netOf(computed, 'land-owner'))).toBeCloseTo(1_600_000 + interest - 2_000_000, 2);
});

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function problemsOf(column: string, change: (dossier: any) => void): string[] {
  const computation = computeDossier(landDossier(column, change));
  return computation.ok ? [] : computation.problems.map(({ path, message }) => `${path} : ${message}`);
}

describe('what is refused', () => {
  test('another seller, more than the price, another month', () => {
    expect(
      problemsOf('bank-loan', (dossier) =>
        sold(dossier, { from: 'metropole', amount: '1600000.01', callMonth: 0 }),
      ),
    ).toEqual([
      'paths[0].sources[4].from : « metropole » ne vend pas le site : écrivez land-owner, et nommez cette partie dans « parties »',
      'paths[0].sources[4].amount : la part payée à terme dépasse le prix du site : réduisez-la',
      'paths[0].sources[4].callMonth : le site est acheté au mois 30 : écrivez ce mois',
    ]);
  });

  test('where nothing is bought from the owner', () => {
    const message =
      'paths[0].sources[NN].kind : un prix payé à terme suppose un site acheté à son vendeur par cette société : retirez cette ressource, ou le bail, ou le portage';
    const found = (column: string, change: (dossier: object) => void) =>
      problemsOf(column, change).map((problem) => problem.replace(/sources\[\d+\]/, 'sources[NN]'));
    expect(found('market-rent', (dossier) => sold(dossier))).toEqual([message]);
    expect(
      // biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
      found('bank-loan', (dossier: any) => {
        sold(dossier);
        dossier.site.carrying = { acquisitionPrice: '1.00' };
      }),
    ).toEqual([message]);
  });
});
