import { readScenario, type Scenario } from '../../src/dossier/scenario.ts';
import { SCENARIO, scenarioText, wholeScenarioText } from './web-app.ts';

/** Id of a case with three loans: one funded, a dearer one with more own funds, one that its bank keeps too small. */
export const COMPARED = 'trois-prets';

/** The dossier of that case, a fresh copy that a test may change. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function comparedDossier(): any {
  const dossier = JSON.parse(scenarioText());
  const first = dossier.paths.find((path: { readonly kind: string }) => path.kind === 'bank-loan');
  const another = (id: string, label: string) => ({ ...structuredClone(first), id, label });
  const dearer = another('dearer', 'R2 – Prêt plus cher, apport doublé');
  dearer.terms.annualRate = '0.0450';
  dearer.sources.find(({ kind }: { readonly kind: string }) => kind === 'own-funds').amount = '600000.00';
  const limited = another('limited', 'R3 – Prêt plafonné, sans subvention');
  limited.terms.maximumLoanToCost = '0.60';
  limited.sources = limited.sources.filter(({ kind }: { readonly kind: string }) => kind !== 'grant');
  return {
    ...dossier,
    id: COMPARED,
    title: 'Trois prêts',
    paths: [another('plain', 'R1 – Prêt bancaire seul'), dearer, limited],
    mainPath: 'plain',
    facts: [],
    hypotheses: [],
  };
}

/** The dossier of a site rented at market rent, bought with a loan, or held by a property company with an investor. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function threeWaysDossier(): any {
  const dossier = comparedDossier();
  const [loan] = dossier.paths;
  const { sources, terms } = loan;
  return {
    ...dossier,
    id: 'trois-voies',
    parties: [
      ...dossier.parties.filter(({ id }: { readonly id: string }) => id !== 'bdt'),
      { id: 'bdt', label: 'Banque des Territoires', role: 'public-funder', side: 'public-market' },
    ],
    paths: [
      {
        kind: 'market-rent',
        id: 'market-rent',
        label: 'R0 – Location au marché',
        lease: {},
        sources: sources.slice(0, 1),
        terms: {},
      },
      loan,
      {
        kind: 'sci',
        id: 'sci',
        label: 'P1 – SCI',
        vehicle: { name: 'SCI Envie Soleil', capital: '100000.00' },
        ticket: { from: 'bdt', amount: '700000.00' },
        sources: sources.slice(2),
        terms,
        lease: {},
        operatorSources: sources.slice(0, 2),
        operatorTerms: {},
        exit: {},
      },
    ],
    mainPath: 'sci',
  };
}

/** Id of the study's case with its three columns, beside the one that has a single column. */
export const WHOLE = 'trois-colonnes';

/** The study's case with its three columns, under an id of its own. */
export function wholeScenario(): Scenario {
  const read = readScenario(
    `${WHOLE}.json`,
    JSON.stringify({ ...JSON.parse(wholeScenarioText()), id: WHOLE }),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** The two cases of the tests of pages: the study's, and the one that compares. */
export function comparedScenarios(): Scenario[] {
  return [
    [SCENARIO, scenarioText()],
    [COMPARED, JSON.stringify(comparedDossier())],
  ].map(([id, text]) => {
    const read = readScenario(`${id}.json`, text ?? '');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  });
}
