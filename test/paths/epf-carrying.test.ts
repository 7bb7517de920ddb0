import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { amountOf, landDeal, landDossier, movesOf } from '../support/land.ts';

const CARRYING = { acquisitionPrice: '600000.00', minorationAmount: '100000.00' };

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function problemsOf(change: (dossier: any) => void): string[] {
  const computation = computeDossier(landDossier('bank-loan', change));
  return computation.ok ? [] : computation.problems.map(({ path, message }) => `${path} : ${message}`);
}

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function rulesOf(change: (dossier: any) => void) {
  const computation = computeDossier(landDossier('bank-loan', change));
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return new Map(computation.value.paths[0]?.legality.map((item) => [item.rule, item]));
}

describe('the minoration is counted once', () => {
  test('its price is the whole aid when the value of the site is below what it cost', () => {
    const computed = landDeal('bank-loan', (dossier) => {
      Object.assign(dossier.site, { carrying: CARRYING, marketValue: '300000.00' });
    });
    expect(amountOf(computed, 'aid.land.grantEquivalent')).toBe('100000.00');
    expect(computed.measures.aidRegister.supports.filter(({ id }) => id === 'land')).toHaveLength(1);
  });

  test('a value above what the site cost makes the advantage larger, never the sum of both', () => {
    const computed = landDeal('bank-loan', (dossier) => {
      Object.assign(dossier.site, { carrying: CARRYING, marketValue: '1000000.00' });
    });
    const price = Number(amountOf(computed, 'site.price-paid'));
    expect(Number(amountOf(computed, 'aid.land.grantEquivalent'))).toBeCloseTo(1_000_000 - price, 2);
  });

  test('without minoration nor value, a carried site is no aid', () => {
    const computed = landDeal('bank-loan', (dossier) => {
      dossier.site.carrying = { acquisitionPrice: '600000.00' };
    });
    expect(amountOf(computed, 'aid.land.grantEquivalent')).toBe('0.00');
  });
});

test('the minoration is public money, in the budget of the EPF by year and in the cost per job', () => {
  const carried = landDeal('bank-loan', (dossier) => {
    dossier.site.carrying = CARRYING;
  });
  const without = landDeal('bank-loan', (dossier) => {
    dossier.site.carrying = { ...CARRYING, minorationAmount: '0.00' };
  });
  const publicBudget = (computed: typeof carried) => Number(amountOf(computed, 'measure.public-budget'));
  // The loan of a grant share may not move: grants of this case are typed amounts or shares of works.
  expect(publicBudget(carried) - publicBudget(without)).toBeCloseTo(100_000, 2);
  expect(movesOf(carried, 'measure.budget.epf.capital-spending').map(([year]) => year)).toEqual([0]);
  expect(movesOf(carried, 'measure.budget.epf.capital-receipts').map(([year]) => year)).toEqual([2]);
});

describe('what is refused or told', () => {
  test('an EPF that buys after having sold', () => {
    expect(
      problemsOf((dossier) => {
        dossier.site.carrying = { ...CARRYING, purchaseMonth: 31 };
      }),
    ).toEqual([
      'site.carrying.purchaseMonth : l’EPF achèterait au mois 31, après avoir revendu (mois 30, date d’achat du site) : avancez son achat ou repoussez la date d’achat du site',
    ]);
  });

  test('an unknown local authority', () => {
    expect(
      problemsOf((dossier) => {
        dossier.site.carrying = { ...CARRYING, buyer: 'commune' };
      })[0],
    ).toContain('partie « commune » inconnue');
  });

  test('demolition counted by the EPF and again by the project (mistake 10)', () => {
    const warned = (works: string) => {
      const computation = computeDossier(
        landDossier('bank-loan', (dossier) => {
          dossier.site.carrying = { ...CARRYING, works };
          dossier.project.works[0].label = 'Désamiantage et démolition partielle';
        }),
      );
      if (!computation.ok) throw new Error('refused');
      return computation.value.warnings
        .map(({ path }) => path)
        .filter((path) => path.startsWith('project.works'));
    };
    expect(warned('150000.00')).toEqual(['project.works[0].amount']);
    expect(warned('0.00')).toEqual([]);
  });

  test('who buys back, for how much, and a minoration above its cap', () => {
    const rules = rulesOf((dossier) => {
      dossier.site.carrying = {
        ...CARRYING,
        buyer: 'metropole',
        minorationAmount: '900000.00',
        minorationCap: '0.5',
      };
    });
    expect(rules.get('epf.buy-back')?.reason).toContain(
      'Si l’opération n’aboutit pas, Saint-Étienne Métropole rachète le site à Établissement public foncier',
    );
    expect(rules.get('epf.minoration')).toMatchObject({ verdict: 'a-verifier', confidence: 'uncertain' });
    expect(rules.get('epf.minoration')?.reason).toContain('dépasse le plafond saisi');
  });
});
