import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { amountOf, landDeal, landDossier, movesOf, netOf, wrongIn } from '../support/land.ts';
import { disagreements, explanationsOff } from '../support/readings.ts';

const TURNKEY = { from: 'metropole', rentPerM2Year: '20.00' };
const TEMPORARY = { months: 30, feePerM2Year: '12.00', movingCosts: '80000.00' };

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function computationOf(change: (dossier: any) => void) {
  return computeDossier(landDossier('market-rent', change));
}

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function rulesOf(change: (dossier: any) => void) {
  const computation = computationOf(change);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return new Map(computation.value.paths[0]?.legality.map((item) => [item.rule, item]));
}

describe('premises that a local authority builds and lets', () => {
  const computed = landDeal('market-rent', (dossier) => {
    dossier.paths[0].turnkey = TURNKEY;
  });

  test('laws hold and the readings agree', () => {
    expect(wrongIn(computed)).toEqual([]);
    expect(disagreements(computed)).toEqual([]);
    expect(explanationsOff(computed, 97)).toEqual([]);
  });

  test('what it buys and builds is what another column buys and builds', () => {
    const owned = landDeal('bank-loan');
    for (const id of ['site.price-paid', 'site.acquisition-costs', 'works.amount', 'works.fees'])
      expect(amountOf(computed, id)).toBe(amountOf(owned, id));
    const parts = [
      'site.price-paid',
      'site.acquisition-costs',
      'works.amount',
      'works.fees',
      'works.contingencies',
    ];
    const sum = parts.reduce((whole, id) => whole + Number(amountOf(computed, id)), 0);
    expect(Number(amountOf(computed, 'turnkey.spent'))).toBeCloseTo(sum, 2);
    expect(netOf(computed, 'land-owner')).toBe(netOf(owned, 'land-owner'));
    expect(movesOf(computed, 'measure.budget.metropole.capital-spending').map(([year]) => year)).toEqual([
      2, 3,
    ]);
    expect(movesOf(computed, 'measure.budget.metropole.operating-receipts').length).toBeGreaterThan(15);
  });

  test('at the market rent there is no aid, and a lower rent never makes a smaller one', () => {
    const aid = (rent: string) =>
      Number(
        amountOf(
          landDeal('market-rent', (dossier) => {
            dossier.paths[0].turnkey = { ...TURNKEY, rentPerM2Year: rent };
          }),
          'aid.rent.grant-equivalent',
        ),
      );
    const aids = ['0.00', '20.00', '40.00', '60.00'].map(aid);
    expect(aids).toEqual([...aids].sort((one, other) => other - one));
    expect(aids[3]).toBe(0);
  });

  test('the verdict says who pays and what it keeps', () => {
    const rules = rulesOf((dossier) => {
      dossier.paths[0].turnkey = TURNKEY;
    });
    expect(rules.get('turnkey.aid')).toMatchObject({ verdict: 'a-verifier', confidence: 'sourced' });
    expect(rules.get('turnkey.aid')?.reason).toMatch(
      /Saint-Étienne Métropole achète et aménage les locaux pour .+\s€ et garde un bâtiment estimé à .+\s€ à l’horizon/,
    );
  });
});

describe('a temporary occupation, then a lease elsewhere', () => {
  // biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
  const occupied = (dossier: any) => {
    dossier.paths[0].temporary = TEMPORARY;
    dossier.project.works[1].byTenant = true;
  };
  const computed = landDeal('market-rent', occupied);

  test('laws hold and the readings agree', () => {
    expect(wrongIn(computed)).toEqual([]);
    expect(disagreements(computed)).toEqual([]);
    expect(explanationsOff(computed, 97)).toEqual([]);
  });

  test('works of the tenant are written off by the end of the occupation, and the dossier warns of it', () => {
    const months = movesOf(computed, 'depreciation.of.tenant-fittings').map(([month]) => month);
    expect([months[0], months.at(-1)]).toEqual([42, 71]);
    const computation = computationOf(occupied);
    if (!computation.ok) throw new Error('refused');
    expect(computation.value.warnings.map(({ path }) => path)).toContain('paths[0].temporary.months');
    const without = computationOf((dossier) => {
      dossier.paths[0].temporary = TEMPORARY;
    });
    if (!without.ok) throw new Error('refused');
    expect(without.value.warnings.map(({ path }) => path)).not.toContain('paths[0].temporary.months');
  });

  test('nine years are promised to nobody', () => {
    const rule = rulesOf(occupied).get('occupation.temporary');
    expect(rule).toMatchObject({ verdict: 'a-verifier', confidence: 'memory' });
    expect(rule?.reason).toContain('ni durée de neuf ans');
    expect(rule?.reason).toContain('3 mois de préavis');
  });

  test('a public owner gives an aid for as long as the occupation, a private one none', () => {
    // biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
    const supports = (change: (dossier: any) => void) =>
      landDeal('market-rent', change).measures.aidRegister.supports.map(({ id }) => id);
    expect(supports(occupied)).not.toContain('rent');
    expect(
      supports((dossier) => {
        occupied(dossier);
        dossier.parties.push({ id: 'landlord', label: 'EPF', role: 'landlord', side: 'public-aid' });
      }),
    ).toContain('rent');
  });
});

test('what is refused', () => {
  const computation = computationOf((dossier) => {
    dossier.paths[0].turnkey = { ...TURNKEY, from: 'commune' };
    dossier.paths[0].temporary = { ...TEMPORARY, months: 72 };
    dossier.horizonYears = 9;
  });
  expect(
    computation.ok ? [] : computation.problems.map(({ path, message }) => `${path} : ${message}`),
  ).toEqual([
    'paths[0].turnkey.from : partie « commune » inconnue : ajoutez la collectivité à « parties »',
    'paths[0].temporary : une occupation temporaire précède un bail au marché, non un atelier-relais : gardez l’un des deux',
    'paths[0].temporary.months : l’occupation finit après l’horizon d’étude (9 ans) : raccourcissez-la ou allongez l’horizon',
  ]);
});
