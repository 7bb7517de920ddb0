import { computeDossier } from '../../analysis/computation.ts';
import type { ComputedPath } from '../../analysis/computed.ts';
import type { KeyFigure, Lens } from '../../analysis/key-figure.ts';
import type { Verdict } from '../../analysis/legality-rule.ts';
import type { Brownfield, Dossier, PathDescription } from '../../dossier/dossier.ts';
import { addMonths } from '../../dossier/months.ts';
import type { Json, RawDossier } from '../../input/description.ts';
import type { Problem, Reading } from '../../input/problem.ts';
import { siteCalendar } from '../../sites/calendar/site-calendar.ts';
import { type SiteCost, siteCost } from '../../sites/cost/site-cost.ts';
import { dossierOnSite } from '../../sites/dossier-on-site.ts';
import { mapRange, type Range, type ReadingOfRange } from '../../sites/range.ts';
import { type Fit, fitOf } from '../../sites/suitability/fit.ts';
import { type ReliabilityClass, suitabilityOf } from '../../sites/suitability/suitability.ts';

/** The key figures that sites × paths are compared on, by lens. */
export const COMPARED_FIGURES = {
  founder: [
    'occupancy-cost-m2',
    'occupancy-cost-month',
    'premises-paid-month',
    'own-funds-needed',
    'lowest-cash',
    'months-to-opening',
  ],
  investor: ['total-cost', 'own-funds-share', 'dscr-min', 'smallest-cover', 'investor-irr'],
  authority: [
    'public-present-cost',
    'public-budget',
    'cost-per-job',
    'cost-per-insertion-job',
    'jobs-created',
    'brownfield-m2',
  ],
} as const satisfies Readonly<Record<Lens, readonly string[]>>;

/** A key figure at the central cost of the site, and at its low and high ones when they were computed. */
export interface SiteFigure extends Omit<KeyFigure, 'line'> {
  readonly low?: string | null;
  readonly high?: string | null;
}

/** One way of financing the enterprise on one brownfield, as plain data. */
export interface SitePathColumn {
  readonly site: string;
  readonly path: string;
  readonly label: string;
  readonly kind: PathDescription['kind'];
  readonly verdict: Verdict;
  /** The first rule of that verdict, when it is not « possible ». */
  readonly reason: string | undefined;
  /** Why the dossier refuses this path on this site; nothing is then computed. */
  readonly problem: string | undefined;
  /** Decimal string of what is still to be found. */
  readonly gap: string | undefined;
  /** Labels of the limits of the bank that it misses. */
  readonly missedLimits: readonly string[];
  readonly figures: Readonly<Record<string, SiteFigure>>;
  /** Whether low and high were computed. */
  readonly isRanged: boolean;
  /** Why it does not hold at the low or at the high cost of the site. */
  readonly faults: { readonly low?: EndFault; readonly high?: EndFault };
}

/** What stops a path at one end of the cost of a site: money still to be found, or the dossier refused. */
export interface EndFault {
  /** Decimal string. */
  readonly gap?: string;
  readonly problem?: string;
}

/** A brownfield of a dossier and what each path makes of it, as plain data: decimals are strings. */
export interface SiteColumns {
  readonly site: string;
  readonly name: string;
  readonly commune: string;
  readonly department: string;
  /** Cost until the opening, sales deducted, before VAT. */
  readonly cost: Range<string>;
  readonly months: Range<number>;
  readonly suitability: {
    readonly index: string | null;
    readonly potential: string | null;
    readonly reliability: string;
    readonly reliabilityClass: ReliabilityClass;
  };
  readonly fit: Fit;
  /** Why the enterprise cannot be computed on it. */
  readonly problems: readonly Problem[];
  readonly columns: readonly SitePathColumn[];
}

/** Which readings of the cost of the site are computed for which paths. */
export interface SiteColumnsRequest {
  /** As typed. */
  readonly dossier: RawDossier;
  /** The same, resolved. */
  readonly values: Dossier;
  readonly site: string;
  /** Ids of the paths wanted. */
  readonly paths: readonly string[];
  /** Ids of those of them that are also computed at the low and the high cost of the site. */
  readonly ranged: readonly string[];
}

/** Without the line: it explains the dossier on its present site, not on this brownfield. */
function figureOf({ keyFigures }: ComputedPath, lens: Lens, id: string): SiteFigure | undefined {
  const found = keyFigures[lens].find((figure) => figure.id === id);
  if (found === undefined) return undefined;
  const { line: _, ...figure } = found;
  return figure;
}

/** A path on a site: computed, or refused with what the dossier says against it. */
type OnSite = { readonly path: ComputedPath } | { readonly problem: string };
type Found = ReadonlyMap<string, OnSite>;

/** The dossier with one of its paths: what another path says wrong on this site is no fault of this one. */
function alone(dossier: RawDossier, index: number, id: string): RawDossier {
  const { mainPath: _, facts, hypotheses, confirmations, paths, ...others } = dossier;
  const list = (value: Json | undefined) => (Array.isArray(value) ? (value as readonly RawDossier[]) : []);
  const ofOthers = ({ path }: RawDossier) => typeof path === 'string' && path.startsWith('paths[');
  return {
    ...others,
    facts: list(facts).filter((note) => !ofOthers(note)),
    hypotheses: list(hypotheses).filter((note) => !ofOthers(note)),
    confirmations: list(confirmations).filter((note) => note.path === id),
    paths: list(paths).slice(index, index + 1),
  };
}

/** The paths wanted, computed on the site at one reading of its cost. */
function pathsOnSite(
  request: SiteColumnsRequest,
  paths: readonly string[],
  reading: ReadingOfRange,
): Reading<Found> {
  const onSite = dossierOnSite(request.dossier, request.site, reading);
  if (!onSite.ok) return onSite;
  const described = request.values.paths;
  const isAll = described.every(({ id }) => paths.includes(id));
  const whole = isAll ? computeDossier(onSite.value) : undefined;
  if (whole?.ok) {
    return { ok: true, value: new Map(whole.value.paths.map((path) => [path.path.id, { path }])) };
  }
  const found = new Map<string, OnSite>();
  for (const [index, { id }] of described.entries()) {
    if (!paths.includes(id)) continue;
    const computation = computeDossier(alone(onSite.value, index, id));
    const [path] = computation.ok ? computation.value.paths : [];
    if (path !== undefined) found.set(id, { path });
    else if (!computation.ok)
      found.set(id, { problem: computation.problems.map(({ message }) => message).join(' ; ') });
  }
  return { ok: true, value: found };
}

/** Why a path does not hold at one end of the cost of the site; undefined when it does. */
function faultAt(found: OnSite | undefined): EndFault | undefined {
  if (found === undefined) return undefined;
  if ('problem' in found) return { problem: found.problem };
  const { computed, verdict, legality } = found.path;
  if (computed === undefined)
    return { problem: legality.find((rule) => rule.verdict === verdict)?.reason ?? 'voie fermée' };
  return computed.gap === undefined ? undefined : { gap: computed.gap };
}

/** A path that its dossier refuses on this site. */
function refusedColumn(site: string, path: PathDescription, problem: string): SitePathColumn {
  return {
    site,
    path: path.id,
    label: path.label,
    kind: path.kind,
    verdict: 'a-verifier',
    reason: undefined,
    problem,
    gap: undefined,
    missedLimits: [],
    figures: {},
    isRanged: false,
    faults: {},
  };
}

function columnOf(
  site: string,
  central: ComputedPath,
  low: OnSite | undefined,
  high: OnSite | undefined,
): SitePathColumn {
  const { path, verdict, legality, computed } = central;
  const rule = legality.find((one) => one.verdict === verdict && one.confirmed === undefined);
  const isRanged = low !== undefined && high !== undefined;
  const at = (end: OnSite | undefined, lens: Lens, id: string) =>
    end === undefined || 'problem' in end ? null : (figureOf(end.path, lens, id)?.value ?? null);
  const figures: Record<string, SiteFigure> = {};
  for (const [lens, ids] of Object.entries(COMPARED_FIGURES) as [Lens, readonly string[]][]) {
    for (const id of ids) {
      const figure = figureOf(central, lens, id);
      if (figure === undefined) continue;
      figures[id] = isRanged ? { ...figure, low: at(low, lens, id), high: at(high, lens, id) } : figure;
    }
  }
  const [lowFault, highFault] = [faultAt(low), faultAt(high)];
  return {
    site,
    path: path.id,
    label: path.label,
    kind: path.kind,
    verdict,
    reason: verdict === 'possible' ? undefined : rule?.reason,
    problem: undefined,
    gap: computed?.gap,
    missedLimits: (computed?.covenants ?? []).filter(({ met }) => met === false).map(({ label }) => label),
    figures,
    isRanged,
    faults: {
      ...(lowFault === undefined ? {} : { low: lowFault }),
      ...(highFault === undefined ? {} : { high: highFault }),
    },
  };
}

/** What the site costs, when it opens, how it suits: before any way of financing it. */
function aboutSite(values: Dossier, site: Brownfield, cost: SiteCost) {
  const { index, potential, reliability, reliabilityClass } = suitabilityOf(site);
  const months = mapRange(cost.calendar.opening, (count) => count.toDecimalPlaces(0, 0).toNumber());
  return {
    site: site.id,
    name: site.name,
    commune: site.commune,
    department: site.department,
    cost: mapRange(cost.net, (amount) => amount.toFixed(2)),
    months,
    suitability: {
      index: index?.toFixed(6) ?? null,
      potential,
      reliability: reliability.toFixed(6),
      reliabilityClass,
    },
    fit: fitOf(site, values.siteNeed, values.operator.jobs, months),
  };
}

/**
 * The enterprise of a dossier on one of its brownfields: each path wanted is sized and computed as any column of a
 * comparison, on the site and the calendar of the brownfield.
 * @returns undefined when the dossier has no such brownfield
 */
export function siteColumns(request: SiteColumnsRequest): SiteColumns | undefined {
  const { values, site: id, paths, ranged } = request;
  const site = values.brownfields.find((one) => one.id === id);
  if (site === undefined) return undefined;
  const deed = siteCalendar(site, values.siteNeed).deed.central.toDecimalPlaces(0, 0).toNumber();
  const cost = siteCost(site, values.siteNeed, { deed: addMonths(values.signature, deed) });
  const about = aboutSite(values, site, cost);
  const central = pathsOnSite(request, paths, 'central');
  if (!central.ok) return { ...about, problems: central.problems, columns: [] };
  const at = (reading: ReadingOfRange): Found => {
    const found = ranged.length === 0 ? undefined : pathsOnSite(request, ranged, reading);
    return found?.ok ? found.value : new Map();
  };
  const [low, high] = [at('low'), at('high')];
  const columns = values.paths.flatMap((path) => {
    const found = central.value.get(path.id);
    if (found === undefined) return [];
    if ('problem' in found) return [refusedColumn(id, path, found.problem)];
    return [columnOf(id, found.path, low.get(path.id), high.get(path.id))];
  });
  return { ...about, problems: [], columns };
}
