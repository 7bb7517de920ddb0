import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedPath } from '../../src/analysis/computed.ts';
import { lawfulAlternative } from '../../src/analysis/lawful-alternative.ts';
import { nearestLawful } from '../../src/analysis/nearest-lawful.ts';
import type { RawDossier } from '../../src/input/description.ts';
import { scenario } from '../support/dossiers.ts';

const CASE = 'sci-envie-soleil';

function computedPath(dossier: unknown): ComputedPath {
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.value.paths[0] as ComputedPath;
}

const refusals = (found: ComputedPath) =>
  found.legality.filter(({ verdict }) => verdict === 'impossible').map(({ rule }) => rule);

// biome-ignore lint/suspicious/noExplicitAny: tests read and change any part of a dossier
type Anything = any;

/** What is wrong, what refuses it, and what the nearest lawful structure becomes. */
const CASES: readonly {
  readonly name: string;
  readonly column: string;
  readonly change: (dossier: Anything) => void;
  readonly rules: readonly string[];
  readonly label: RegExp;
  readonly becomes: (dossier: Anything) => unknown;
  readonly expected: unknown;
}[] = [
  {
    name: 'a local authority in a SCI: the investor of the dossier takes its place',
    column: 'sci',
    change: (dossier) => {
      dossier.paths[0].ticket.from = 'metropole';
    },
    rules: ['authority.capital', 'authority.associate-account'],
    label: /^la même SCI, avec « Banque des Territoires » à la place de « Saint-Étienne Métropole »$/,
    becomes: (dossier) => dossier.paths[0].ticket.from,
    expected: 'bdt',
  },
  {
    name: 'a local authority in a SCI, no investor in the dossier: the Banque des Territoires is added',
    column: 'sci',
    change: (dossier) => {
      dossier.paths[0].ticket.from = 'metropole';
      dossier.parties = dossier.parties.filter(({ id }: { id: string }) => id !== 'bdt');
    },
    rules: ['authority.capital', 'authority.associate-account'],
    label: /Banque des Territoires/,
    becomes: (dossier) => dossier.parties.at(-1),
    expected: {
      id: 'banque-des-territoires',
      label: 'Banque des Territoires',
      role: 'investor',
      side: 'public-market',
    },
  },
  {
    name: 'an associate account of a local authority in a SCI: its avance remboursable',
    column: 'sci',
    change: (dossier) => {
      dossier.paths[0].sources.push({
        kind: 'associate-account',
        id: 'avance-metropole',
        label: 'Compte courant de la métropole',
        from: 'metropole',
        amount: '100000.00',
      });
    },
    rules: ['authority.associate-account'],
    label: /avance remboursable de « Saint-Étienne Métropole »/,
    becomes: (dossier) => dossier.paths[0].sources.at(-1),
    expected: {
      kind: 'avance-remboursable',
      id: 'avance-metropole',
      label: 'Avance remboursable',
      from: 'metropole',
      amount: '100000.00',
    },
  },
  {
    name: 'a local authority in the capital of a SAS of the ESS: an investor',
    column: 'bank-loan',
    change: (dossier) => {
      dossier.paths[0].sources.push({
        kind: 'own-funds',
        id: 'parts-region',
        from: 'region',
        amount: '50000.00',
      });
    },
    rules: ['authority.capital'],
    label: /un apport de « Banque des Territoires »/,
    becomes: (dossier) => dossier.paths[0].sources.at(-1).from,
    expected: 'bdt',
  },
  {
    name: 'a local authority in the capital of a SCOP: a subordinated loan of an investor',
    column: 'bank-loan',
    change: (dossier) => {
      dossier.operator.form = 'SCOP';
      dossier.paths[0].sources.push({
        kind: 'own-funds',
        id: 'parts-region',
        from: 'region',
        amount: '50000.00',
      });
    },
    rules: ['authority.capital'],
    label: /un prêt subordonné de « Banque des Territoires »/,
    becomes: (dossier) => dossier.paths[0].sources.at(-1),
    expected: { kind: 'subordinated-loan', id: 'parts-region', from: 'bdt', amount: '50000.00' },
  },
  {
    name: 'outsiders above 49 % of a SCOP: 49 % of the capital, to the cent, the rest lent',
    column: 'bank-loan',
    change: (dossier) => {
      dossier.operator.form = 'SCOP';
      dossier.operator.openingCapital = '51000.00';
      dossier.paths[0].sources = [
        { kind: 'own-funds', id: 'parts-bdt', from: 'bdt', amount: '60000.00', label: 'Parts' },
      ];
    },
    rules: ['scop.employee-capital', 'scop.associate-capital'],
    label: /49 % du capital de la SCOP/,
    becomes: (dossier) => dossier.paths[0].sources.map(({ kind, amount }: Anything) => `${kind} ${amount}`),
    expected: ['own-funds 49000.00', 'subordinated-loan 11000.00'],
  },
  {
    name: 'authorities above half of a SCIC: half, the rest as an associate account',
    column: 'bank-loan',
    change: (dossier) => {
      dossier.operator.form = 'SCIC';
      dossier.operator.openingCapital = '40000.00';
      dossier.paths[0].sources = [
        { kind: 'own-funds', id: 'parts-region', from: 'region', amount: '40000.01', label: 'Parts' },
      ];
    },
    rules: ['scic.public-capital'],
    label: /50 % du capital de la SCIC/,
    becomes: (dossier) => dossier.paths[0].sources.map(({ kind, amount }: Anything) => `${kind} ${amount}`),
    expected: ['own-funds 40000.00', 'associate-account 0.01'],
  },
];

describe('the nearest lawful structure', () => {
  test.each(CASES)('$name', ({ column, change, rules, label, becomes, expected }) => {
    const dossier = scenario(CASE, column);
    change(dossier);
    const before = JSON.stringify(dossier);
    const refused = computedPath(dossier);
    expect(refused.verdict).toBe('impossible');
    expect([...new Set(refusals(refused))]).toEqual(rules);
    expect(refused.computed).toBeUndefined();
    const nearest = nearestLawful(dossier, 0);
    expect(nearest?.label).toMatch(label);
    expect(becomes(nearest?.dossier)).toEqual(expected);
    // Nothing typed is touched, and the structure proposed is computed.
    expect(JSON.stringify(dossier)).toBe(before);
    const lawful = computedPath(nearest?.dossier);
    expect(refusals(lawful)).toEqual([]);
    expect(lawful.computed).toBeDefined();
    expect(nearest?.changed.length).toBeGreaterThan(0);
  });

  test('a path that nothing refuses, and one without site, have none', () => {
    const dossier = scenario(CASE, 'sci');
    expect(nearestLawful(dossier, 0)).toBeUndefined();
    expect(nearestLawful({ ...dossier, site: null }, 0)).toBeUndefined();
  });

  test('titres participatifs of a SCI become a subordinated loan', () => {
    const dossier = scenario(CASE, 'sci');
    dossier.paths[0].ticket.instruments = [{ kind: 'titre-participatif', share: '1', annualRate: '0.03' }];
    const found = lawfulAlternative(dossier, 0, 'sci.titre-participatif');
    const lawful = found?.dossier as Anything;
    expect(lawful.paths[0].ticket.instruments).toEqual([{ kind: 'subordinated-loan', share: '1' }]);
    expect(refusals(computedPath(lawful))).toEqual([]);
  });

  test('what no engine computes yet is named, without a dossier', () => {
    const dossier = scenario(CASE, 'sci') as RawDossier;
    const found = lawfulAlternative(dossier, 0, 'guarantee.object');
    expect(found).toEqual({ label: 'la garantie de l’emprunt bancaire', changed: [] });
    expect(lawfulAlternative(dossier, 0, 'no.such-rule')).toBeUndefined();
  });
});

test('49.00 % of a SCOP and 50.00 % of a SCIC are computed as they are', () => {
  const scop = scenario(CASE, 'bank-loan');
  scop.operator.form = 'SCOP';
  scop.operator.openingCapital = '51000.00';
  scop.paths[0].sources = [{ kind: 'own-funds', id: 'parts', from: 'bdt', amount: '49000.00' }];
  expect(computedPath(scop).verdict).toBe('a-verifier');
  const scic = scenario(CASE, 'bank-loan');
  scic.operator.form = 'SCIC';
  scic.operator.openingCapital = '40000.00';
  scic.paths[0].sources = [{ kind: 'own-funds', id: 'parts', from: 'region', amount: '40000.00' }];
  const found = computedPath(scic);
  expect(found.verdict).toBe('a-verifier');
  expect(found.legality.map(({ rule }) => rule)).toContain('scic.sme-status');
});

test('a capital that nobody typed refuses nothing: it asks to be typed', () => {
  const dossier = scenario(CASE, 'bank-loan');
  dossier.operator.form = 'SCIC';
  delete dossier.operator.openingCapital;
  dossier.paths[0].sources = [{ kind: 'own-funds', id: 'parts', from: 'region', amount: '40000.00' }];
  const found = computedPath(dossier).legality.find(({ rule }) => rule === 'scic.public-capital');
  expect(found?.verdict).toBe('a-verifier');
  expect(found?.remedy).toContain('Renseignez le capital social');
});
