import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { amountOf, landDeal, landDossier, movesOf, netOf } from '../support/land.ts';

const LEASE = { kind: 'emphyteutic', years: 40, canonYear: '24000.00' };

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function pathOf(column: string, change: (dossier: any) => void) {
  const computation = computeDossier(landDossier(column, change));
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const [path] = computation.value.paths;
  if (path === undefined) throw new Error('no path');
  return path;
}

// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function problemsOf(column: string, change: (dossier: any) => void): string[] {
  const computation = computeDossier(landDossier(column, change));
  return computation.ok ? [] : computation.problems.map(({ path, message }) => `${path} : ${message}`);
}

describe('how long a lease lasts', () => {
  test.each([
    ['emphyteutic', 18, 'impossible'],
    ['emphyteutic', 99, undefined],
    ['emphyteutic', 100, 'impossible'],
    ['construction', 17, 'impossible'],
    ['construction', 18, undefined],
    ['construction', 100, 'impossible'],
  ])('%s of %i years', (kind, years, verdict) => {
    const { legality, computed } = pathOf('bank-loan', (dossier) => {
      dossier.site.landLease = { ...LEASE, kind, years };
      dossier.horizonYears = 15;
      dossier.paths[0].terms.payments = 120;
    });
    expect(legality.find(({ rule }) => rule === 'land-lease.years')?.verdict).toBe(verdict);
    expect(computed === undefined).toBe(verdict === 'impossible');
  });

  test('a BRSA is for a microenterprise and twelve years at least (mistake 9)', () => {
    const rules = (employees: string, years: number) =>
      pathOf('bank-loan', (dossier) => {
        dossier.site.landLease = { ...LEASE, kind: 'brsa', years };
        dossier.horizonYears = 5;
        dossier.paths[0].terms.payments = 24;
        dossier.stateAid = { employees, revenue: '1500000.00', balanceSheet: '1500000.00' };
      })
        .legality.filter(({ verdict }) => verdict === 'impossible')
        .map(({ rule }) => rule);
    expect(rules('50', 12)).toEqual(['brsa.tenant']);
    expect(rules('9', 11)).toEqual(['brsa.years']);
    expect(rules('9', 12)).toEqual([]);
  });

  test('a market rent is none of it', () => {
    const { legality } = pathOf('market-rent', (dossier) => {
      dossier.site.landLease = { ...LEASE, years: 100 };
    });
    expect(legality.map(({ rule }) => rule)).not.toContain('land-lease.years');
  });
});

describe('what is refused', () => {
  test('a loan that outlasts the lease', () => {
    expect(
      problemsOf('bank-loan', (dossier) => {
        dossier.site.landLease = { ...LEASE, years: 20 };
        dossier.horizonYears = 20;
        dossier.paths[0].terms.payments = 240;
      }),
    ).toEqual([
      'paths[0].terms.payments : le prêt dure plus longtemps que le bail (20 ans), qui lui sert de gage : réduisez le nombre d’échéances ou allongez le bail',
    ]);
  });

  test('a horizon after the lease, and a carried site that is not sold', () => {
    const found = problemsOf('bank-loan', (dossier) => {
      dossier.site.landLease = { ...LEASE, years: 19 };
      dossier.site.carrying = { acquisitionPrice: '1.00' };
      dossier.paths[0].terms.payments = 120;
    });
    expect(found).toEqual([
      'site.carrying : un site porté par un EPF est revendu, un site en bail de longue durée ne l’est pas : gardez l’un des deux',
      'site.landLease.years : le bail (19 ans) finit avant l’horizon d’étude (22 ans) : allongez le bail ou rapprochez l’horizon',
    ]);
  });
});

describe('what the lease changes', () => {
  test('the value kept tends to full ownership with the years, never beyond it', () => {
    const kept = (years: number) =>
      Number(
        amountOf(
          landDeal('bank-loan', (dossier) => {
            dossier.site.landLease = { ...LEASE, years, canonYear: '0.00' };
          }),
          'measure.value-at-horizon',
        ),
      );
    const owned = Number(amountOf(landDeal('bank-loan'), 'measure.value-at-horizon'));
    const values = [25, 40, 70, 99].map(kept);
    expect(values).toEqual([...values].sort((one, other) => one - other));
    expect(values[0]).toBeLessThan(owned * 0.4);
    expect(values[3]).toBeLessThan(owned);
    expect(values[3]).toBeGreaterThan(owned * 0.99);
  });

  test('an investor of an SCI is not paid for the building beyond the years left', () => {
    const price = (method: string) =>
      Number(
        amountOf(
          landDeal('sci', (dossier) => {
            dossier.site.landLease = { ...LEASE, years: 25, canonYear: '250000.00' };
            dossier.paths[0].exit.method = method;
          }),
          'measure.value-kept-at-horizon',
        ),
      );
    expect(price('indexed-cost')).toBe(price('capitalisation'));
  });

  test('buildings are depreciated within the lease, machines are not', () => {
    const computed = landDeal('bank-loan', (dossier) => {
      dossier.site.landLease = { ...LEASE, years: 23 };
      dossier.project.components = [{ id: 'structure', label: 'Structure', share: '1', years: 40 }];
      dossier.project.equipment[0].years = 30;
    });
    const last = (id: string) => movesOf(computed, id).at(-1)?.[0];
    // The lease ends in month 305, after the timeline of the deal: all of it would be depreciated there.
    const cost = Number(amountOf(computed, 'depreciation.of.structure.base'));
    const first = Number(movesOf(computed, 'depreciation.of.structure')[0]?.[1]);
    expect(first).toBeCloseTo(cost / (305 - 42 + 1), 1);
    const machine = Number(amountOf(computed, 'depreciation.of.equipment.lines.base'));
    const ofMonth = Number(movesOf(computed, 'depreciation.of.equipment.lines')[0]?.[1]);
    expect(ofMonth).toBeCloseTo(machine / 360, 1);
    expect(last('depreciation.of.structure')).toBe(computed.figures.timeline.months - 1);
  });

  test('the owner is paid its entry and its canons, in its own budget when it is public', () => {
    const computed = landDeal('bank-loan', (dossier) => {
      dossier.site.landLease = { ...LEASE, entryPayment: '80000.00' };
      dossier.parties.push({ id: 'land-owner', label: 'Ville', role: 'land-owner', side: 'public-aid' });
    });
    const canons = movesOf(computed, 'site.landLease.canon-paid').reduce(
      (sum, [, paid]) => sum + Number(paid),
      0,
    );
    expect(Number(netOf(computed, 'land-owner'))).toBeCloseTo(80_000 + canons, 2);
    expect(movesOf(computed, 'measure.budget.land-owner.operating-receipts')[0]).toEqual([2, '24000.00']);
    expect(movesOf(computed, 'measure.budget.land-owner.capital-receipts')).toEqual([[2, '80000.00']]);
  });
});
