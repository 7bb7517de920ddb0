import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { scenario } from '../support/dossiers.ts';

/** Who may issue what, and who may bring it, in whole dossiers. Numbers in names are those of the list of ten mistakes. */
const CASE = 'sci-envie-soleil';

/** What the rules say of the only path of a changed case: « rule verdict ». */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
function rulesOf(column: string, change: (dossier: any) => void): string[] {
  const dossier = scenario(CASE, column);
  change(dossier);
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return (computation.value.paths[0]?.legality ?? []).map(({ rule, verdict }) => `${rule} ${verdict}`);
}

describe('3. what else depends on who issues', () => {
  test('a loan whose pay follows the profit: doubtful for a SCI, open to a company', () => {
    const variable = { kind: 'subordinated-loan', share: '1', resultShare: '0.1' };
    const ofSci = rulesOf('sci', (dossier) => {
      dossier.paths[0].ticket.instruments = [variable];
    });
    expect(ofSci).toContain('sci.participating-loan a-verifier');
    const ofCompany = rulesOf('bank-loan', (dossier) => {
      const { share: _, ...terms } = variable;
      dossier.paths[0].sources.push({ ...terms, from: 'bdt', amount: '10000.00' });
    });
    expect(ofCompany.filter((rule) => rule.includes('participating-loan'))).toEqual([]);
  });

  test('an association has neither associate account nor capital for an investor, but its members may bring funds', () => {
    const found = (source: object) =>
      rulesOf('bank-loan', (dossier) => {
        dossier.operator.form = 'association';
        dossier.paths[0].sources = [{ amount: '10000.00', ...source }];
      }).filter((rule) => rule.startsWith('association.'));
    expect(found({ kind: 'associate-account', from: 'bdt' })).toEqual([
      'association.associate-account a-verifier',
    ]);
    expect(found({ kind: 'own-funds', from: 'bdt' })).toEqual(['association.own-funds a-verifier']);
    expect(found({ kind: 'own-funds' })).toEqual([]);
  });

  test('a convertible bond: a SAS may, an association may not, in practice', () => {
    const found = (form: string) =>
      rulesOf('bank-loan', (dossier) => {
        dossier.operator.form = form;
        dossier.paths[0].sources = [{ kind: 'convertible-bond', from: 'bdt', amount: '10000.00' }];
      }).filter((rule) => rule.includes('convertible-bond'));
    expect(found('SAS')).toEqual([]);
    expect(found('association')).toEqual(['association.convertible-bond a-verifier']);
    expect(found('SCOP')).toEqual(['scop.convertible-bond a-verifier']);
  });
});

describe('who may help premises', () => {
  const competence = (column: string, change: Parameters<typeof rulesOf>[1] = () => {}) =>
    rulesOf(column, change).filter((rule) => rule.startsWith('authority.premises-aid'));

  test('each local authority that gives has its text, by payer and form', () => {
    expect(competence('bank-loan')).toEqual(Array(2).fill('authority.premises-aid possible'));
    const withAdvance = competence('bank-loan', (dossier) => {
      dossier.paths[0].sources.push({ kind: 'avance-remboursable', from: 'metropole', amount: '10000.00' });
    });
    expect(withAdvance).toHaveLength(3);
  });

  test('nothing is said of who rents at the market, or of a funder that is no authority', () => {
    expect(
      competence('market-rent', (dossier) => {
        dossier.paths[0].sources.push({ kind: 'grant', from: 'region', amount: '1000.00' });
      }),
    ).toEqual([]);
    expect(
      competence('bank-loan', (dossier) => {
        for (const party of dossier.parties) if (party.role === 'local-authority') party.role = 'state';
      }),
    ).toEqual([]);
  });

  test('in the capital of a SCIC a local authority is possible, with its limit of half', () => {
    const found = rulesOf('bank-loan', (dossier) => {
      dossier.operator.form = 'SCIC';
      dossier.operator.openingCapital = '500000.00';
      dossier.paths[0].sources.push({ kind: 'own-funds', from: 'metropole', amount: '10000.00' });
    });
    expect(found).toContain('authority.capital possible');
  });
});

describe('5 and 6. local authorities in capital and accounts', () => {
  const authority = { from: 'metropole', amount: '10000.00' };
  test.each([
    ['SAS', 'own-funds', 'authority.capital impossible'],
    ['SAS-ESS', 'own-funds', 'authority.capital impossible'],
    ['SCOP', 'own-funds', 'authority.capital impossible'],
    ['SAS-ESS', 'associate-account', 'authority.associate-account impossible'],
    ['SCIC', 'associate-account', 'authority.associate-account a-verifier'],
    ['association', 'own-funds', 'authority.capital a-verifier'],
    ['SAS', 'convertible-bond', 'authority.convertible-bond a-verifier'],
  ])('%s, %s of a local authority: %s', (form, kind, expected) => {
    const found = rulesOf('bank-loan', (dossier) => {
      dossier.operator.form = form;
      dossier.paths[0].sources = [{ kind, ...authority }];
    });
    expect(found.filter((rule) => rule.startsWith('authority.'))).toEqual([expected]);
  });

  test.each([
    ['24990.00', []],
    ['24999.99', []],
    ['25000.00', ['scic.sme-status a-verifier']],
    ['50000.00', ['scic.sme-status a-verifier']],
    ['50000.01', ['scic.public-capital impossible']],
  ])('a SCIC of 100 000 € of which a local authority brings %s €: %j', (amount, expected) => {
    const found = rulesOf('bank-loan', (dossier) => {
      dossier.operator.form = 'SCIC';
      dossier.operator.openingCapital = (100_000 - Number(amount)).toFixed(2);
      dossier.paths[0].sources = [{ kind: 'own-funds', from: 'metropole', amount }];
    });
    expect(found.filter((rule) => rule.startsWith('scic.'))).toEqual(expected);
  });
});

test('dividends of a SCI at the IS held under 5 % are told to be taxed, never refused; at 5 % and above nothing is told', () => {
  const told = (operatorShare: string, taxRegime = 'IS') =>
    rulesOf('sci', (dossier) => {
      Object.assign(dossier.paths[0].vehicle, { operatorShare, taxRegime });
    }).filter((rule) => rule.startsWith('parent-subsidiary'));
  // CGI 145: 5 % of the capital.
  expect(told('0.04')).toEqual(['parent-subsidiary.share a-verifier']);
  expect(told('0.05')).toEqual([]);
  expect(told('0.04', 'IR')).toEqual([]);
});
