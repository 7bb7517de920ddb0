import type { PathDescription, PathSource } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { sourceLists } from '../dossier/sources.ts';
import { Decimal, ONE, ZERO } from '../formula/decimal.ts';
import { instrumentLegality } from '../law/form-instrument-matrix.ts';
import type { MatrixForm, MatrixInstrument } from '../law/form-instrument-words.ts';
import type { Legality } from '../law/legality.ts';
import {
  authorityAccountLegality,
  authorityBondLegality,
  authorityCapitalLegality,
  authorityPremisesAid,
  scicPublicShareLegality,
} from '../law/local-authority.ts';
import { scopHoldingLegality } from '../law/scop-holding.ts';
import { authorityInterestSubsidy, supportLegality } from './support-legality.ts';

/** A source of funds as the law sees it: who issues, who brings, what. */
interface Issue {
  readonly issuer: MatrixForm;
  readonly from: string;
  readonly kind: PathSource['kind'];
  /** Whether its pay follows the profit. */
  readonly isVariable: boolean;
  readonly amount: Decimal;
}

type Parties = ResolvedDossier['values']['parties'];

/** Which line of the matrix a source falls under; none for money that any form may receive. */
function matrixInstrument({ kind, isVariable }: Issue): MatrixInstrument | undefined {
  if (kind === 'associate-account' || kind === 'convertible-bond') return kind;
  if (kind === 'patronage' || kind === 'patronage-of-skills') return 'patronage';
  return kind === 'subordinated-loan' && isVariable ? 'participating-loan' : undefined;
}

/** The form of who issues the sources of a path: in a group, that of the company, not that of the enterprise before it. */
function issuerOf(path: PathDescription, of: 'vehicle' | 'operator', form: MatrixForm): MatrixForm {
  if (path.kind === 'esus-holding') return of === 'vehicle' ? path.vehicle.form : path.enterpriseForm;
  if (of === 'operator') return form;
  return path.kind === 'fonciere' ? path.vehicle.form : 'SCI';
}

/** Every source of a path, with who issues it: the operator, or its property company. */
function issuesOf(dossier: ResolvedDossier, index: number): Issue[] {
  const { operator, paths } = dossier.values;
  const path = paths[index] as PathDescription;
  const listed = sourceLists(dossier.values)
    .filter(({ pathIndex }) => pathIndex === index)
    .flatMap(({ of, sources }) =>
      sources.map(
        (source): Issue => ({
          issuer: issuerOf(path, of, operator.form),
          // The founders bring what was lent to them.
          from: source.kind === 'pret-d-honneur' ? 'owners' : 'from' in source ? source.from : 'operator',
          kind: source.kind,
          isVariable: 'resultShare' in source && source.resultShare.gt(0),
          amount: 'amount' in source ? source.amount : ZERO,
        }),
      ),
    );
  if (path.kind !== 'sci') return listed;
  const { from, instruments, amount } = path.ticket;
  const ticket = instruments.map(
    (terms): Issue => ({
      issuer: 'SCI',
      from,
      kind: terms.kind,
      isVariable: 'resultShare' in terms && terms.resultShare.gt(0),
      amount,
    }),
  );
  return [...listed, ...ticket];
}

/** What a local authority gives to premises, in words. */
const PREMISES_AIDS: Partial<Record<PathSource['kind'], string>> = {
  grant: 'une subvention',
  'avance-remboursable': 'une avance remboursable',
  'instalment-sale': 'un prix payé à terme',
};

function authorityIssue(issue: Issue, name: string, lawDate: string, buysPremises: boolean): Legality[] {
  const { issuer, kind } = issue;
  if (kind === 'interest-subsidy') return [authorityInterestSubsidy(name)];
  if (kind === 'own-funds') return [authorityCapitalLegality(issuer, name)];
  const aid = PREMISES_AIDS[kind];
  if (aid !== undefined) return buysPremises ? [authorityPremisesAid(name, aid)] : [];
  if (kind === 'associate-account') return [authorityAccountLegality(issuer, name, lawDate)];
  if (kind !== 'convertible-bond') return [];
  return [authorityBondLegality(name)];
}

/** What somebody else than its members brings to an association: it gets no part of a capital. */
function associationFunds(issue: Issue): Legality[] {
  if (issue.issuer !== 'association' || issue.kind !== 'own-funds') return [];
  const { article, remedy } = instrumentLegality('association', 'shares');
  return [
    {
      rule: 'association.own-funds',
      verdict: 'a-verifier',
      article,
      reason:
        'Une association n’a pas de capital : cet apport extérieur est un apport associatif, sans part ni dividende.',
      remedy,
      confidence: 'sourced',
    },
  ];
}

const sum = (issues: readonly Issue[]) => issues.reduce((total, { amount }) => total.plus(amount), ZERO);

/** A refusal that rests on a capital nobody typed is only to verify. */
function restingOnCapital(dossier: ResolvedDossier, found: readonly Legality[]): Legality[] {
  if (dossier.origins['operator.openingCapital'] === 'typed') return [...found];
  return found.map((item) => ({
    ...item,
    verdict: 'a-verifier',
    reason: `${item.reason} Le capital d’avant l’opération n’est pas renseigné.`,
    remedy: `Renseignez le capital social à la signature. ${item.remedy}`,
  }));
}

/**
 * New capital of a cooperative: the part of outsiders in a SCOP, of local authorities in a SCIC. Those who hold shares
 * already are not in the dossier: their part is what these sources add to.
 */
function cooperativeCapital(
  dossier: ResolvedDossier,
  issues: readonly Issue[],
  parties: Parties,
): Legality[] {
  const { form, openingCapital } = dossier.values.operator;
  if (form !== 'SCOP' && form !== 'SCIC') return [];
  const shares = issues.filter(
    ({ kind, issuer }) => (kind === 'own-funds' || kind === 'pret-d-honneur') && issuer === form,
  );
  const total = openingCapital.plus(sum(shares));
  const roleOf = (from: string) => parties.find(({ id }) => id === from)?.role ?? from;
  if (form === 'SCIC') {
    const held = sum(shares.filter(({ from }) => roleOf(from) === 'local-authority'));
    return held.isZero() ? [] : restingOnCapital(dossier, scicPublicShareLegality(held.div(total)));
  }
  const outsiders = shares.filter(
    ({ from }) => roleOf(from) !== 'owners' && roleOf(from) !== 'local-authority',
  );
  const brought = sum(outsiders);
  if (brought.isZero()) return [];
  const byOne = outsiders.map(({ from }) => sum(outsiders.filter((other) => other.from === from)));
  const broken = scopHoldingLegality({
    employeeCapital: ONE.minus(brought.div(total)),
    largestAssociate: Decimal.max(...byOne).div(total),
    // The dossier says nothing of votes.
    employeeVotes: ONE,
    outsiderVotes: ZERO,
    cooperativeVotes: ZERO,
  });
  if (broken.length > 0) return restingOnCapital(dossier, broken);
  return [
    {
      rule: 'scop.outsiders',
      verdict: 'a-verifier',
      article: 'Loi 78-763 art. 5 et 25 ; loi 47-1775 art. 3 bis',
      reason:
        'Des extérieurs entrent au capital de la SCOP : avec ceux qui y sont déjà, 49 % du capital et 35 % des voix au plus.',
      remedy: 'Ajoutez les parts déjà détenues par des extérieurs, et écrivez les voix dans les statuts.',
      confidence: 'sourced',
    },
  ];
}

function toldOnce(found: readonly Legality[]): Legality[] {
  const known = new Set<string>();
  return found.filter(({ rule, reason }) => {
    const key = `${rule} ${reason}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/**
 * What the law says of each source of a path: who may issue it, who may bring it. Only what is not simply possible, but
 * for local authorities, whose acts each have a text.
 */
export function sourcesLegality(dossier: ResolvedDossier, index: number): Legality[] {
  const { parties, lawDate, site, paths } = dossier.values;
  // Who rents at the market receives nothing for walls; without a site there are none.
  const buysPremises = site !== null && paths[index]?.kind !== 'market-rent';
  const issues = issuesOf(dossier, index);
  const found = issues.flatMap((issue): Legality[] => {
    const party = parties.find(({ id }) => id === issue.from);
    if (party?.role === 'local-authority') return authorityIssue(issue, party.label, lawDate, buysPremises);
    if (issue.from !== 'owners' && party?.role !== 'owners') {
      const outside = associationFunds(issue);
      if (outside.length > 0) return outside;
    }
    const of = supportLegality(issue, dossier.values.operator.subjectToCorporateTax);
    const instrument = matrixInstrument(issue);
    if (instrument === undefined) return of;
    const cell = instrumentLegality(issue.issuer, instrument);
    return cell.verdict === 'possible' ? of : [cell, ...of];
  });
  return toldOnce([...found, ...cooperativeCapital(dossier, issues, parties)]);
}
