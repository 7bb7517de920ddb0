import { pathOf, type Wanted, warningsOf } from '../analysis/computation.ts';
import type { Computation, ComputedDeal, ComputedPath } from '../analysis/computed.ts';
import type { KeyFigure, Lens } from '../analysis/key-figure.ts';
import { NO_SITE } from '../analysis/key-figure-list.ts';
import { nearestLawful } from '../analysis/nearest-lawful.ts';
import type { PathDescription } from '../dossier/dossier.ts';
import { styleOfRatio } from '../dossier/ratio-styles.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeDate, writeEuros, writeMoney, writeMultiple, writeRate } from '../formula/french.ts';
import type { RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';
import { chartsOf } from '../report/charts-data.ts';
import { allTables } from '../report/deal-tables.ts';
import { formGroups } from '../report/form-groups.ts';
import type { FormMode } from '../report/form-parts.ts';
import { writeKeyFigure } from '../report/key-figure-writing.ts';
import type { NearestLawful, PageKeyFigure, PathPage } from '../report/page.ts';
import { rentCheckOf } from '../report/rent-sentences.ts';
import { structureOf } from '../report/structure.ts';
import { rememberedComputation } from './remembered.ts';
import { sizingSentences } from './sizing-sentences.ts';
import { tableView } from './table-view.ts';

/** What names a path of a dossier. */
export interface PathRequest {
  readonly dossier: unknown;
  /** Id of the path; the main one unless given. */
  readonly path?: string | undefined;
  /** Which form its page has; express unless given. */
  readonly form?: FormMode | undefined;
  /** Whether several paths are shown side by side: then only the form of all of them is wanted. */
  readonly compares?: boolean | undefined;
  /** `vehicle`: all the sites of a foncière, where its column counts one. */
  readonly scope?: 'vehicle' | undefined;
}

/** Key figures that answer the three users first, by kind of path. */
const HEADLINES: Readonly<Record<PathDescription['kind'], readonly string[]>> = {
  'market-rent': [
    'occupancy-cost-month',
    'current-rent-month',
    'premises-paid-month',
    'own-funds-needed',
    'lowest-cash',
    'smallest-cover',
  ],
  'bank-loan': [
    'occupancy-cost-month',
    'current-rent-month',
    'own-funds-needed',
    'lowest-cash',
    'smallest-cover',
    'public-budget',
  ],
  sci: [
    'occupancy-cost-month',
    'current-rent-month',
    'own-funds-needed',
    'investor-irr',
    'dscr-min',
    'buy-out-price',
  ],
  'esus-holding': [
    'occupancy-cost-month',
    'current-rent-month',
    'own-funds-needed',
    'enterprise-capital-kept',
    'investor-irr',
    'buy-out-price',
  ],
  fonciere: [
    'occupancy-cost-month',
    'current-rent-month',
    'own-funds-needed',
    'occupancy-ratio',
    'investor-irr',
    'dscr-min',
  ],
  guarantee: [
    'occupancy-cost-month',
    'current-rent-month',
    'own-funds-needed',
    'lowest-cash',
    'smallest-cover',
    'expected-loss',
  ],
  'impact-bond': [
    'occupancy-cost-month',
    'current-rent-month',
    'own-funds-needed',
    'lowest-cash',
    'programme-left',
    'failure-written-off',
    'investor-irr',
    'public-cost-per-result',
  ],
};

/** Those of a contrat à impact alone: the payer's first, for want of premises. */
const HEADLINES_WITHOUT_SITE: readonly string[] = [
  'public-cost-per-result',
  'attributable-avoided-cost',
  'grant-cost-per-result',
  'investor-irr',
  'failure-written-off',
  'programme-left',
  'public-budget',
  'lowest-cash',
];

function headlinesOf(kind: PathDescription['kind'], hasSite: boolean): readonly string[] {
  return kind === 'impact-bond' && !hasSite ? HEADLINES_WITHOUT_SITE : HEADLINES[kind];
}

/** The path that a page shows: others need not be computed. */
export function wantedPath({ path }: PathRequest): Wanted {
  return path === undefined ? 'main' : { id: path };
}

/** A path that the dossier does not have. */
export function unknownPath<T>(computation: Computation, id: string | undefined): Reading<T> {
  const known = computation.dossier.values.paths.map((path) => path.id).join(', ');
  return {
    ok: false,
    problems: [{ path: 'path', message: `voie « ${id} » inconnue : choisissez parmi ${known}` }],
  };
}

/** What a path that is refused could be instead. */
export function nearestLawfulOf({ dossier }: Computation, found: ComputedPath): NearestLawful | undefined {
  if (found.verdict !== 'impossible') return undefined;
  const index = dossier.values.paths.findIndex(({ id }) => id === found.path.id);
  const nearest = nearestLawful(dossier.typed as RawDossier, index);
  return nearest === undefined ? undefined : { label: nearest.label, isBuilt: nearest.dossier !== undefined };
}

function keyFigureView(figure: KeyFigure): PageKeyFigure {
  return {
    id: figure.id,
    label: figure.label,
    text: writeKeyFigure(figure),
    reason: figure.reason,
    ...(figure.line === undefined ? {} : { figure: figure.line, period: '' }),
  };
}

function computedParts(computed: ComputedDeal) {
  const { figures } = computed;
  return {
    gap: computed.gap === undefined ? undefined : writeEuros(new Decimal(computed.gap)),
    sizing: sizingSentences(computed),
    rent: rentCheckOf(computed),
    // A limit that no loan reaches says nothing of the loan.
    limits: computed.sizings.flatMap(({ limits, binding }) =>
      limits
        .filter((limit) => !computed.covenants.some(({ id, untested }) => id === limit.id && untested))
        .map((limit) => ({
          label: limit.label,
          largestLoan: writeEuros(new Decimal(limit.largestLoan)),
          binds: binding === limit.id,
        })),
    ),
    tables: allTables(computed).map((table) => tableView(computed, table)),
    checks: computed.checks.map((check) => ({
      id: check.id,
      label: check.label,
      text: writeMoney(new Decimal(check.value)),
      holds: check.holds,
      figure: check.line,
      period: '',
    })),
    covenants: computed.covenants.map((covenant) => {
      const isCover = styleOfRatio(covenant.id) === 'multiple';
      const ratio = (value: Decimal) =>
        isCover ? writeMultiple(value.toDecimalPlaces(2)) : writeRate(value.toDecimalPlaces(4), 4);
      const write = (value: string | null, none: string) =>
        value === null ? none : ratio(new Decimal(value));
      return {
        id: covenant.id,
        label: covenant.label,
        limit: write(covenant.limit, 'aucune'),
        value: write(covenant.value, 'non défini'),
        firstBreach: covenant.firstBreach ?? '–',
        met: covenant.met,
        untested: covenant.untested,
        figure: covenant.line,
        period: '',
      };
    }),
    charts: chartsOf(computed),
    structure: structureOf(computed),
    horizon: figures.timeline.months,
  };
}

const NOTHING_COMPUTED = {
  structure: undefined,
  gap: undefined,
  sizing: [],
  rent: undefined,
  limits: [],
  tables: [],
  checks: [],
  covenants: [],
  charts: {
    sourcesAndUses: [],
    cash: [],
    debt: [],
    cover: { label: 'EBE / annuités', points: [] },
    coverLimit: undefined,
    flows: [],
  },
};

function pageOf(computation: Computation, found: ComputedPath, request: PathRequest): PathPage {
  const { dossier } = computation;
  const { values } = dossier;
  const compares = request.compares === true;
  const index = values.paths.findIndex((path) => path.id === found.path.id);
  // What has a value first: what is not computed yet would hide it.
  const lens = (name: Lens) => {
    // Twenty times « pas de site » would hide what the dossier has: the head of the page says it once.
    const views = found.keyFigures[name].filter(({ reason }) => reason !== NO_SITE).map(keyFigureView);
    return [
      ...views.filter((view) => view.text !== undefined),
      ...views.filter((view) => view.text === undefined),
    ];
  };
  const keyFigures = { founder: lens('founder'), investor: lens('investor'), authority: lens('authority') };
  const all = [...keyFigures.founder, ...keyFigures.investor, ...keyFigures.authority];
  return {
    title: values.title,
    summary: values.summary,
    pathId: found.path.id,
    pathLabel: found.path.label,
    paths: values.paths.map(({ id, label }) => ({ id, label })),
    operatorName: values.operator.name,
    siteName: values.site?.name ?? 'sans site',
    lawDate: writeDate(values.lawDate),
    verdict: found.verdict,
    legality: found.legality,
    nearestLawful: nearestLawfulOf(computation, found),
    headline: headlinesOf(found.path.kind, values.site !== null).flatMap(
      (id) => all.find((figure) => figure.id === id) ?? [],
    ),
    keyFigures,
    warnings: compares ? computation.warnings : warningsOf(computation, found),
    fields: formGroups(dossier, {
      paths: compares ? values.paths.map((_, position) => position) : [index],
      mode: request.form ?? 'express',
    }),
    hasVehiclePage: found.path.kind === 'fonciere' && found.computed !== undefined,
    empty: found.computed === undefined,
    ...(found.computed === undefined || compares ? NOTHING_COMPUTED : computedParts(found.computed)),
  };
}

/** The page of a path, as plain data. */
export function makePathPage(request: PathRequest): Reading<PathPage> {
  const computation = rememberedComputation(
    request.dossier,
    request.compares === true ? 'all' : wantedPath(request),
  );
  if (!computation.ok) return computation;
  const found = pathOf(computation.value, request.path);
  if (found === undefined) return unknownPath(computation.value, request.path);
  return { ok: true, value: pageOf(computation.value, found, request) };
}
