import { computeDossier } from '../../analysis/computation.ts';
import type { ComputedPath } from '../../analysis/computed.ts';
import type { KeyFigure, Lens } from '../../analysis/key-figure.ts';
import type { Verdict } from '../../analysis/legality-rule.ts';
import { addMonths } from '../../dossier/months.ts';
import type { Brownfield, Dossier, PathDescription } from '../../dossier/dossier.ts';
import type { RawDossier } from '../../input/description.ts';
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
  /** Decimal string of what is still to be found. */
  readonly gap: string | undefined;
  /** Labels of the limits of the bank that it misses. */
  readonly missedLimits: readonly string[];
  readonly figures: Readonly<Record<string, SiteFigure>>;
  /** Whether low and high were computed. */
  readonly isRanged: boolean;
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

type Found = ReadonlyMap<string, ComputedPath>;

/** The paths wanted, computed on the site at one reading of its cost. */
function pathsOnSite(
  request: SiteColumnsRequest,
  paths: readonly string[],
  reading: ReadingOfRange,
): Reading<Found> {
  const onSite = dossierOnSite(request.dossier, request.site, reading);
  if (!onSite.ok) return onSite;
  const isAll = request.values.paths.every(({ id }) => paths.includes(id));
  const found = new Map<string, ComputedPath>();
  for (const only of isAll ? (['all'] as const) : paths.map((id) => ({ id }))) {
    const computation = computeDossier(onSite.value, undefined, only);
    if (!computation.ok) return computation;
    for (const path of computation.value.paths) found.set(path.path.id, path);
  }
  return { ok: true, value: found };
}

function columnOf(
  site: string,
  central: ComputedPath,
  low: ComputedPath | undefined,
  high: ComputedPath | undefined,
): SitePathColumn {
  const { path, verdict, legality, computed } = central;
  const rule = legality.find((one) => one.verdict === verdict && one.confirmed === undefined);
  const figures: Record<string, SiteFigure> = {};
  for (const [lens, ids] of Object.entries(COMPARED_FIGURES)) {
    for (const id of ids) {
      const figure = figureOf(central, lens as Lens, id);
      if (figure === undefined) continue;
      const at = (other: ComputedPath | undefined) =>
        other === undefined ? undefined : (figureOf(other, lens as Lens, id)?.value ?? null);
      const [least, most] = [at(low), at(high)];
      figures[id] = {
        ...figure,
        ...(least === undefined || most === undefined ? {} : { low: least, high: most }),
      };
    }
  }
  return {
    site,
    path: path.id,
    label: path.label,
    kind: path.kind,
    verdict,
    reason: verdict === 'possible' ? undefined : rule?.reason,
    gap: computed?.gap,
    missedLimits: (computed?.covenants ?? []).filter(({ met }) => met === false).map(({ label }) => label),
    figures,
    isRanged: low !== undefined && high !== undefined,
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
  const cost = siteCost(site, values.siteNeed, addMonths(values.signature, deed));
  const about = aboutSite(values, site, cost);
  const central = pathsOnSite(request, paths, 'central');
  if (!central.ok) return { ...about, problems: central.problems, columns: [] };
  const at = (reading: ReadingOfRange): Found => {
    const found = ranged.length === 0 ? undefined : pathsOnSite(request, ranged, reading);
    return found?.ok ? found.value : new Map();
  };
  const [low, high] = [at('low'), at('high')];
  const columns = paths.flatMap((path) => {
    const found = central.value.get(path);
    return found === undefined ? [] : [columnOf(id, found, low.get(path), high.get(path))];
  });
  return { ...about, problems: [], columns };
}
