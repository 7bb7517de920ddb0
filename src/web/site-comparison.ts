import { type Context, Hono } from 'hono';
import { lensFrom, type ShownSites } from '../../views/addresses.ts';
import { noSitesPage, siteComparisonPage } from '../../views/site-comparison.ts';
import type { Reading } from '../input/problem.ts';
import type { SiteColumns } from '../siting/comparison/site-columns.ts';
import type { SiteComparisonPlan } from '../tasks/site-comparison.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER } from './failures.ts';
import { refuseRevoked } from './kept-revoked.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';

/** The brownfields of a dossier compared, mounted at `/dossiers`. */
export function siteComparisonPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.use('/:key/friches', refuseRevoked(deps));
  pages.use('/:key/friches.csv', refuseRevoked(deps));
  pages.get('/:key/friches', showSites(deps));
  pages.get('/:key/friches.csv', sitesFile(deps));
  return pages;
}

function shownSites(c: Context): Required<ShownSites> {
  return {
    paths: c.req.queries('voies') ?? [],
    criteria: c.req.queries('criteres') ?? [],
    lens: lensFrom(c.req.query('regard')),
  };
}

/**
 * The columns of each site: a task a site, one after the other, so that none outlives its time and other requests come
 * between them.
 */
async function columnsOf(
  deps: WebDependencies,
  { dossier }: OpenedDossier,
  { sites, paths, ranged }: SiteComparisonPlan,
): Promise<Reading<readonly SiteColumns[]>> {
  const columns: SiteColumns[] = [];
  for (const site of sites) {
    const made = await deps.run('siteColumns', { dossier, site, paths, ranged });
    if (!made.ok) return made;
    columns.push(made.value);
  }
  return { ok: true, value: columns };
}

function showSites(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const { dossier, key } = opened;
    const shown = shownSites(c);
    const plan = await deps.run('siteComparisonPlan', { dossier, paths: shown.paths });
    if (!plan.ok) return answerRefusal(deps, c, plan.problems);
    c.header('Cache-Control', 'private, no-cache');
    const { assets } = deps;
    if (plan.value.sites.length === 0) return c.html(noSitesPage({ assets, key, plan: plan.value }));
    const sites = await columnsOf(deps, opened, plan.value);
    if (!sites.ok) return answerRefusal(deps, c, sites.problems);
    const { paths } = plan.value;
    const { criteria } = shown;
    const made = await deps.run('siteComparison', { dossier, sites: sites.value, paths, criteria });
    if (!made.ok) return answerRefusal(deps, c, made.problems);
    return c.html(siteComparisonPage({ assets, key, shown, ...made.value }));
  };
}

function sitesFile(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const plan = await deps.run('siteComparisonPlan', {
      dossier: opened.dossier,
      paths: shownSites(c).paths,
    });
    if (!plan.ok) return answerRefusal(deps, c, plan.problems);
    const sites = await columnsOf(deps, opened, plan.value);
    if (!sites.ok) return answerRefusal(deps, c, sites.problems);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="levier-friches-comparees.csv"');
    c.header('Cache-Control', 'private, no-cache');
    return c.body(await deps.run('siteComparisonCsv', { sites: sites.value }));
  };
}
