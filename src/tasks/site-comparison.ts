import type { Dossier } from '../dossier/dossier.ts';
import { resolveDossier } from '../dossier/resolution.ts';
import type { RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';
import { type Chart, drawChart } from '../report/chart-drawing.ts';
import { siteComparisonPage } from '../report/site-comparison.ts';
import { siteFrontierPlans } from '../report/site-comparison-charts.ts';
import { siteComparisonCsv } from '../report/site-comparison-csv.ts';
import { namedAlternatives } from '../report/site-comparison-names.ts';
import type { SiteComparisonPage } from '../report/site-comparison-page.ts';
import { type SiteColumns, siteColumns } from '../siting/comparison/site-columns.ts';

/** More sites than this are compared on their main path until others are asked for. */
const MOST_SITES_ON_ALL_PATHS = 4;
/** More columns than this have low and high for the main path only: three computations each would take too long. */
const MOST_RANGED_COLUMNS = 20;

/** What will be computed, before anything is: a task a site, so that none outlives its time. */
export interface SiteComparisonPlan {
  readonly title: string;
  readonly operatorName: string;
  /** Ids of the brownfields of the dossier, in their order. */
  readonly sites: readonly string[];
  readonly paths: readonly string[];
  readonly ranged: readonly string[];
}

export interface PlanRequest {
  readonly dossier: unknown;
  /** Ids asked for; those that the dossier does not have are left out. None: the usual ones. */
  readonly paths: readonly string[];
}

/** Which columns a comparison of sites needs. */
export function planSiteComparison({ dossier, paths }: PlanRequest): Reading<SiteComparisonPlan> {
  const resolved = resolveDossier(dossier);
  if (!resolved.ok) return resolved;
  const { values } = resolved.value;
  const sites = values.brownfields.map(({ id }) => id);
  const known = values.paths.map(({ id }) => id);
  const asked = known.filter((id) => paths.includes(id));
  const usual = sites.length <= MOST_SITES_ON_ALL_PATHS ? known : [values.mainPath];
  const wanted = asked.length > 0 ? asked : usual;
  const isAllRanged = wanted.length * sites.length <= MOST_RANGED_COLUMNS;
  const ranged = isAllRanged ? wanted : wanted.filter((id) => id === values.mainPath);
  return {
    ok: true,
    value: { title: values.title, operatorName: values.operator.name, sites, paths: wanted, ranged },
  };
}

export interface SiteColumnsTask {
  readonly dossier: unknown;
  readonly site: string;
  readonly paths: readonly string[];
  readonly ranged: readonly string[];
}

/** Columns kept by a worker: a change of criteria computes none again. They are small. */
const KEPT = 64;
const remembered = new Map<string, SiteColumns>();

/** The paths of a dossier on one of its brownfields. */
export function makeSiteColumns({ dossier, site, paths, ranged }: SiteColumnsTask): Reading<SiteColumns> {
  const key = JSON.stringify([site, paths, ranged, dossier]);
  const known = remembered.get(key);
  if (known !== undefined) return { ok: true, value: known };
  const resolved = resolveDossier(dossier);
  if (!resolved.ok) return resolved;
  const made = siteColumns({
    dossier: dossier as RawDossier,
    values: resolved.value.values,
    site,
    paths,
    ranged,
  });
  if (made === undefined)
    return {
      ok: false,
      problems: [{ path: 'brownfields', message: `aucune friche « ${site} » dans ce dossier` }],
    };
  remembered.set(key, made);
  const oldest = remembered.keys().next().value;
  if (remembered.size > KEPT && oldest !== undefined) remembered.delete(oldest);
  return { ok: true, value: made };
}

export interface SiteComparisonTask {
  readonly dossier: unknown;
  readonly sites: readonly SiteColumns[];
  readonly paths: readonly string[];
  readonly criteria: readonly string[];
}

export interface SiteComparisonAnswer {
  readonly page: SiteComparisonPage;
  readonly charts: readonly Chart[];
}

/** The page of a comparison of sites and its charts, from columns already computed. */
export async function makeSiteComparison(task: SiteComparisonTask): Promise<Reading<SiteComparisonAnswer>> {
  const resolved = resolveDossier(task.dossier);
  if (!resolved.ok) return resolved;
  const values: Dossier = resolved.value.values;
  const { sites, paths, criteria } = task;
  const charts: Chart[] = [];
  for (const plan of siteFrontierPlans(namedAlternatives(sites))) charts.push(await drawChart(plan));
  return { ok: true, value: { page: siteComparisonPage({ values, sites, paths, criteria }), charts } };
}

/** The same columns as .csv. */
export function makeSiteComparisonCsv({ sites }: Pick<SiteComparisonTask, 'sites'>): string {
  return siteComparisonCsv(sites);
}
