import { descriptionAt, valueAt } from '../dossier/location.ts';
import { monthsBetween } from '../dossier/months.ts';
import { Decimal } from '../formula/decimal.ts';
import { pathsIn } from '../input/blank.ts';
import type { Json, RawDossier } from '../input/description.ts';
import { type Column, columnLabel, columnsOf } from './column-names.ts';
import { addHypotheses, copyNotes, isUnder, moveNotes, notedPaths } from './dossier-notes.ts';
import type { OpenDossier } from './dossier-places.ts';
import { NAMES } from './list-changes.ts';

/** Kinds of columns, with the name that a new one takes. */
export const COLUMN_KINDS = {
  'market-rent': 'R0 – Location au marché',
  'bank-loan': 'R1 – Prêt bancaire seul',
  sci: 'P1 – SCI, fonds propres et quasi-fonds propres',
  'esus-holding': 'P3 – Holding SAS ESUS',
  fonciere: 'P4 – Foncière solidaire',
  guarantee: 'P5 – Garantie publique',
  'impact-bond': 'P2 – Contrat à impact',
} as const;
export type ColumnKind = keyof typeof COLUMN_KINDS;

const PROPOSED = 'valeur proposée, à vérifier';

/** What a property company has besides: a lease outside the deal does not. */
const LEASE_OF_SCI = ['solve', 'rentPerM2Year', 'targetCover', 'managementFeeRate', 'repairsEndowmentYear'];
const PROPOSED_LOAN = { annualRate: '0.04', payments: 180 };
const SHARE_OF_PRICE = { capital: '0.10', ticket: '0.15', holdingCosts: '0.01' } as const;
/** For a dossier whose site has no price. */
const SMALL_AMOUNT = '1000.00';
/** As their descriptions say. */
const USUAL_HORIZON_YEARS = 20;
const USUAL_EXIT_YEAR = 10;

/** A part of a new column that comes from another column. */
interface Taken {
  /** Path in the dossier. */
  readonly from: string;
  /** Path in the new column. */
  readonly to: string;
}

/** A new column, before it is named, and what of it comes from others. */
interface Draft {
  readonly column: Column;
  readonly taken: readonly Taken[];
  /** It runs the programme of the dossier: one made of hypotheses when there is none. */
  readonly needsProgramme?: true;
}

/** Takes parts of other columns for a new one: those of its kind alone when there is one. */
function makeTaker(dossier: RawDossier, made: ColumnKind) {
  const columns = columnsOf(dossier);
  const taken: Taken[] = [];
  const placeOf = (kind: ColumnKind) => {
    const index = columns.findIndex((column) => column.kind === kind);
    return index < 0 ? undefined : `paths[${index}]`;
  };
  const has = (kind: ColumnKind) => placeOf(kind) !== undefined;
  const isUsed = ([kind]: readonly [ColumnKind, ...unknown[]]) => kind === made || !has(made);
  /** The first of these parts that the dossier has. */
  const part = (to: string, ...from: readonly (readonly [kind: ColumnKind, key: string])[]) => {
    for (const [kind, key] of from.filter(isUsed)) {
      const path = `${placeOf(kind)}.${key}`;
      const value = valueAt(dossier, path);
      if (value === undefined || value === null) continue;
      taken.push({ from: path, to });
      return structuredClone(value) as Json;
    }
    return undefined;
  };
  /** The sources of these lists that are wanted, each once by its id. */
  const sources = (
    to: string,
    ...from: readonly (readonly [kind: ColumnKind, key: string, wanted: (source: Column) => boolean])[]
  ) => {
    const found: Column[] = [];
    for (const [kind, key, wanted] of from.filter(isUsed)) {
      const path = `${placeOf(kind)}.${key}`;
      const list = valueAt(dossier, path);
      if (!Array.isArray(list)) continue;
      (list as Column[]).forEach((source, index) => {
        if (!wanted(source) || found.some(({ id }) => id === source.id)) return;
        taken.push({ from: `${path}[${index}]`, to: `${to}[${found.length}]` });
        found.push(structuredClone(source));
      });
    }
    return found as Json;
  };
  return { has, part, sources, taken };
}

const all = () => true;
/** What the enterprise alone may receive, whoever owns the walls. */
const OWN: readonly unknown[] = [
  'self-financing',
  'own-funds',
  'pret-d-honneur',
  'patronage',
  'patronage-of-skills',
];
const isOwn = ({ kind }: Column) => OWN.includes(kind);
const isNotOwn = (source: Column) => !isOwn(source);
const isSelfFinancing = ({ kind }: Column) => kind === 'self-financing';
const isPublicMoney = ({ kind }: Column) => kind === 'grant' || kind === 'avance-remboursable';
/** A company cannot lend to itself what it lends to its property company. */
const isFromOutside = ({ from }: Column) => from !== 'operator';

/** A column of market rent: the enterprise's own cash, its equipment loan, the lease of the others. */
function marketRent(dossier: RawDossier): Draft {
  const { part, sources, taken } = makeTaker(dossier, 'market-rent');
  const lease = (part('lease', ['market-rent', 'lease'], ['sci', 'lease']) ?? {}) as Column;
  for (const key of LEASE_OF_SCI) delete lease[key];
  const terms = part('terms', ['market-rent', 'terms'], ['sci', 'operatorTerms']);
  const own = sources(
    'sources',
    ['market-rent', 'sources', all],
    ['sci', 'operatorSources', isSelfFinancing],
    ['bank-loan', 'sources', isSelfFinancing],
  );
  return {
    column: { kind: 'market-rent', lease, sources: own, ...(terms === undefined ? {} : { terms }) },
    taken,
  };
}

/** A column of bank loan: sources and loan of the others, whoever they finance. */
function bankLoan(dossier: RawDossier): Draft {
  const { has, part, sources, taken } = makeTaker(dossier, 'bank-loan');
  const found = sources(
    'sources',
    ['bank-loan', 'sources', all],
    ['sci', 'operatorSources', all],
    ['sci', 'sources', isFromOutside],
    ['market-rent', 'sources', () => !has('sci')],
  );
  const terms = part('terms', ['bank-loan', 'terms'], ['sci', 'terms']) ?? { ...PROPOSED_LOAN };
  return { column: { kind: 'bank-loan', sources: found, terms }, taken };
}

/** The local authority that a dossier names: it guarantees first. */
function authorityOf(dossier: RawDossier): Json {
  const parties = (dossier.parties ?? []) as unknown as readonly Column[];
  return parties.find(({ role }) => role === 'local-authority')?.id ?? parties[0]?.id ?? 'owners';
}

/** A column of guarantee: the bank loan of the others, half of it guaranteed by the local authority of the dossier. */
function guarantee(dossier: RawDossier): Draft {
  const { has, part, sources, taken } = makeTaker(dossier, 'guarantee');
  const found = sources(
    'sources',
    ['guarantee', 'sources', all],
    ['bank-loan', 'sources', all],
    ['sci', 'operatorSources', () => !has('bank-loan')],
    ['sci', 'sources', (source) => !has('bank-loan') && isFromOutside(source)],
    ['market-rent', 'sources', () => !has('bank-loan') && !has('sci')],
  );
  const terms = part('terms', ['guarantee', 'terms'], ['bank-loan', 'terms'], ['sci', 'terms']) ?? {
    ...PROPOSED_LOAN,
  };
  const guarantees = part('guarantees', ['guarantee', 'guarantees']) ?? [
    { kind: 'local-authority', id: 'collectivite', from: authorityOf(dossier), coverage: '0.5' },
  ];
  const risk = part('risk', ['guarantee', 'risk']);
  return {
    column: { kind: 'guarantee', sources: found, terms, guarantees, ...(risk === undefined ? {} : { risk }) },
    taken,
  };
}

/** An amount in proportion to the price of the site, to the cent. */
function ofPrice(dossier: RawDossier, share: string): string {
  const price = new Decimal(String(valueAt(dossier, 'site.price') ?? '0'));
  return price.isZero() ? SMALL_AMOUNT : price.times(share).toDecimalPlaces(2).toFixed(2);
}

/** The usual year of the exit, unless the works or the horizon ask for another. */
function exitOf(dossier: RawDossier): Column {
  const opening = valueAt(dossier, 'project.opening');
  const horizon = Number(dossier.horizonYears ?? USUAL_HORIZON_YEARS);
  const months = monthsBetween(String(dossier.signature), String(opening));
  const isUsual = USUAL_EXIT_YEAR <= horizon && USUAL_EXIT_YEAR * 12 > months;
  return isUsual ? {} : { year: horizon };
}

function investorOf(dossier: RawDossier): Column {
  const parties = (dossier.parties ?? []) as unknown as readonly Column[];
  const investor = parties.find(({ role }) => role === 'investor')?.id;
  return investor === undefined ? {} : { from: investor };
}

/** A column of property company: loan and grants of the bank loan, capital and ticket in proportion to the price. */
function sci(dossier: RawDossier): Draft {
  const { has, part, sources, taken } = makeTaker(dossier, 'sci');
  const capital = ofPrice(dossier, SHARE_OF_PRICE.capital);
  const amount = ofPrice(dossier, SHARE_OF_PRICE.ticket);
  const column = {
    kind: 'sci',
    vehicle: part('vehicle', ['sci', 'vehicle']) ?? { capital },
    ticket: part('ticket', ['sci', 'ticket']) ?? { ...investorOf(dossier), amount },
    sources: sources('sources', ['sci', 'sources', all], ['bank-loan', 'sources', isNotOwn]),
    terms: part('terms', ['sci', 'terms'], ['bank-loan', 'terms']) ?? { ...PROPOSED_LOAN },
    lease: part('lease', ['sci', 'lease'], ['market-rent', 'lease']) ?? {},
    operatorSources: sources(
      'operatorSources',
      ['sci', 'operatorSources', all],
      ['bank-loan', 'sources', isOwn],
      ['market-rent', 'sources', () => !has('bank-loan')],
    ),
    operatorTerms: part('operatorTerms', ['sci', 'operatorTerms'], ['market-rent', 'terms']) ?? {},
    exit: part('exit', ['sci', 'exit']) ?? exitOf(dossier),
  };
  return { column, taken };
}

/** The market rent of the site, typed: what is missing then shows as a gap, not as a rent that nobody could pay. */
function marketLeaseOf(dossier: RawDossier): Column {
  const rent = valueAt(dossier, 'site.marketRentPerM2Year');
  return rent === undefined || rent === null ? {} : { solve: 'none', rentPerM2Year: rent as Json };
}

/** A column of holding: loan and grants of the others, founders and a round in proportion to the price; without site, the round enters the enterprise itself. */
function esusHolding(dossier: RawDossier): Draft {
  const { part, sources, taken } = makeTaker(dossier, 'esus-holding');
  const hasSite = dossier.site !== null && dossier.site !== undefined;
  const investor = investorOf(dossier).from ?? 'investor';
  const column = {
    kind: 'esus-holding',
    entry: part('entry', ['esus-holding', 'entry']) ?? (hasSite ? 'holding' : 'direct'),
    vehicle: part('vehicle', ['esus-holding', 'vehicle']) ?? {
      managementCostsYear: ofPrice(dossier, SHARE_OF_PRICE.holdingCosts),
    },
    founders: part('founders', ['esus-holding', 'founders']) ?? [
      { from: 'owners', amount: ofPrice(dossier, SHARE_OF_PRICE.ticket) },
    ],
    rounds: part('rounds', ['esus-holding', 'rounds']) ?? [
      { subscriptions: [{ from: investor, amount: ofPrice(dossier, SHARE_OF_PRICE.capital) }] },
    ],
    bonds: part('bonds', ['esus-holding', 'bonds']) ?? [],
    sources: sources(
      'sources',
      ['esus-holding', 'sources', all],
      ['sci', 'sources', isPublicMoney],
      ['bank-loan', 'sources', isPublicMoney],
    ),
    terms: part('terms', ['esus-holding', 'terms'], ['sci', 'terms'], ['bank-loan', 'terms']) ?? {
      ...PROPOSED_LOAN,
    },
    lease: part('lease', ['esus-holding', 'lease']) ?? marketLeaseOf(dossier),
    enterprise: part('enterprise', ['esus-holding', 'enterprise']) ?? {},
    subsidiaries: part('subsidiaries', ['esus-holding', 'subsidiaries']) ?? [],
    operatorSources: sources(
      'operatorSources',
      ['esus-holding', 'operatorSources', all],
      ['market-rent', 'sources', isSelfFinancing],
    ),
    operatorTerms:
      part(
        'operatorTerms',
        ['esus-holding', 'operatorTerms'],
        ['sci', 'operatorTerms'],
        ['market-rent', 'terms'],
      ) ?? {},
    exit: part('exit', ['esus-holding', 'exit']) ?? exitOf(dossier),
  };
  return { column, taken };
}

/** Members of a proposed foncière: two fifths of the price in shares, statutes that share the votes. */
function collegesOf(dossier: RawDossier): Json {
  const parties = (dossier.parties ?? []) as unknown as readonly Column[];
  const idOf = (role: string, otherwise: string) =>
    parties.find((party) => party.role === role)?.id ?? otherwise;
  const college = (
    id: string,
    label: string,
    category: string,
    from: Json,
    share: string,
    votes: string,
  ) => ({
    id,
    label,
    category,
    from,
    amount: ofPrice(dossier, share),
    votes,
  });
  return [
    college('locataires', 'Locataires', 'beneficiaries', 'operator', '0.01', '0.20'),
    college('salaries', 'Salariés', 'employees', 'owners', '0.005', '0.10'),
    college('citoyens', 'Citoyens', 'citizens', idOf('citizens', 'citizens'), '0.15', '0.30'),
    college('financeurs', 'Financeurs solidaires', 'partners', idOf('investor', 'investor'), '0.24', '0.40'),
  ] as unknown as Json;
}

/** A column of foncière solidaire: loan and grants of the others, members and lease proposed; its other sites are to be described. */
function fonciere(dossier: RawDossier): Draft {
  const { has, part, sources, taken } = makeTaker(dossier, 'fonciere');
  const column = {
    kind: 'fonciere',
    vehicle: part('vehicle', ['fonciere', 'vehicle']) ?? {},
    colleges: part('colleges', ['fonciere', 'colleges']) ?? collegesOf(dossier),
    pooledSources: sources('pooledSources', ['fonciere', 'pooledSources', all]),
    sources: sources(
      'sources',
      ['fonciere', 'sources', all],
      ['sci', 'sources', isPublicMoney],
      ['bank-loan', 'sources', isPublicMoney],
    ),
    terms: part('terms', ['fonciere', 'terms'], ['sci', 'terms'], ['bank-loan', 'terms']) ?? {
      ...PROPOSED_LOAN,
    },
    lease: part('lease', ['fonciere', 'lease']) ?? {},
    operatorSources: sources(
      'operatorSources',
      ['fonciere', 'operatorSources', all],
      ['sci', 'operatorSources', all],
      ['bank-loan', 'sources', isOwn],
      ['market-rent', 'sources', () => !has('bank-loan') && !has('sci')],
    ),
    operatorTerms:
      part(
        'operatorTerms',
        ['fonciere', 'operatorTerms'],
        ['sci', 'operatorTerms'],
        ['market-rent', 'terms'],
      ) ?? {},
    lots: part('lots', ['fonciere', 'lots']) ?? [],
  };
  return { column, taken };
}

/** A column of contrat à impact: the bank loan of the others, beside the programme of the dossier. */
function impactBond(dossier: RawDossier): Draft {
  const { has, part, sources, taken } = makeTaker(dossier, 'impact-bond');
  const found = sources(
    'sources',
    ['impact-bond', 'sources', all],
    ['bank-loan', 'sources', all],
    ['sci', 'operatorSources', () => !has('bank-loan')],
    ['sci', 'sources', (source) => !has('bank-loan') && isFromOutside(source)],
    ['market-rent', 'sources', () => !has('bank-loan') && !has('sci')],
  );
  const terms = part('terms', ['impact-bond', 'terms'], ['bank-loan', 'terms'], ['sci', 'terms']) ?? {
    ...PROPOSED_LOAN,
  };
  return { column: { kind: 'impact-bond', sources: found, terms }, taken, needsProgramme: true };
}

const DRAFTS = {
  'market-rent': marketRent,
  'bank-loan': bankLoan,
  sci,
  'esus-holding': esusHolding,
  fonciere,
  guarantee,
  'impact-bond': impactBond,
} as const;

/** A column of a kind, made of what the other columns have and of proposed values; before it is named. */
export function draftColumn(dossier: RawDossier, kind: ColumnKind): Draft {
  return DRAFTS[kind](dossier);
}

/**
 * Says where each value of a new column comes from: the notes of the part that it was taken from, else the column it
 * was taken from, else that it is proposed.
 * @param path of the column, at the end of the list
 */
export function noteDraft(dossier: OpenDossier, { taken }: Draft, path: string): void {
  for (const { from, to } of taken) copyNotes(dossier, from, `${path}.${to}`);
  // A lease outside the deal does without some conditions: their notes go with them.
  moveNotes(dossier, (noted) =>
    isUnder(noted, path) && descriptionAt(noted, dossier) === undefined ? undefined : noted,
  );
  const noted = notedPaths(dossier);
  const said = new Set<string>();
  for (const { from, to } of taken) {
    const index = Number(/^paths\[(\d+)\]/.exec(from)?.[1]);
    const paths = pathsIn(valueAt(dossier, `${path}.${to}`) as Json, `${path}.${to}`);
    const silent = paths.filter((leaf) => !noted.has(leaf) && !NAMES.test(leaf));
    addHypotheses(dossier, silent, `repris de la voie « ${columnLabel(dossier, index)} », à vérifier`);
    for (const leaf of silent) said.add(leaf);
  }
  const proposed = pathsIn(valueAt(dossier, path) as Json, path).filter(
    (leaf) => !noted.has(leaf) && !said.has(leaf) && !NAMES.test(leaf),
  );
  addHypotheses(dossier, proposed, PROPOSED);
}
