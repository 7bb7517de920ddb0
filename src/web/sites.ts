import { type Context, Hono } from 'hono';
import { filteredAddress, LIST_ADDRESS } from '../../views/sites/addresses.ts';
import { sitesFragment, sitesPage } from '../../views/sites/list-page.ts';
import { mapPage } from '../../views/sites/map-page.ts';
import type { SiteSection } from '../../views/sites/site-page.ts';
import { inventorySections, sitePage } from '../../views/sites/site-page.ts';
import { suitabilitySection } from '../../views/sites/suitability-section.ts';
import { BROWNFIELD } from '../dossier/brownfield.ts';
import { resolvePart } from '../dossier/resolution.ts';
import { siteSuitability } from '../report/site-suitability.ts';
import { brownfieldOfRecord } from '../sites/brownfield-of-record.ts';
import { PAGE_WORDS } from '../sites/filter-words.ts';
import { type ReadFilters, readFilters } from '../sites/inventory-filters.ts';
import type { SiteRecord } from '../sites/listed-site.ts';
import { countByDepartment } from '../store/inventory-map.ts';
import { findSite, hasSites, searchSites } from '../store/inventory-search.ts';
import { coherentPlaces, departmentNames, placeChoices, placeNames } from '../store/inventory-territories.ts';
import { costSection } from './brownfield-pages.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, UNKNOWN_SITE } from './failures.ts';
import { wantsFragment } from './fragments.ts';
import { compareSection, type RefusedComparison, siteComparing } from './site-comparing.ts';
import { exportedSites } from './sites-export.ts';
import { MOST_POINTS, pointsFile } from './sites-points.ts';

/** The inventory of brownfields, mounted at `/sites`: list, map, page of a site, files. */
export function sitePages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.get('/', listSites(deps));
  pages.get('/carte', showMap(deps));
  pages.get('/points.geojson', pointsFile(deps));
  pages.get('/inventaire.csv', exportedSites(deps));
  pages.get('/:siteId', showSite(deps));
  pages.route(
    '/',
    siteComparing(deps, (c, site, refused) => answerSite(deps, c, site, refused)),
  );
  return pages;
}

/** The filters of the address, with places that make sense together. */
async function askedFilters({ store }: WebDependencies, c: Context): Promise<ReadFilters> {
  const { filters, problems } = readFilters(new URL(c.req.url).searchParams, PAGE_WORDS);
  return { filters: { ...filters, places: await coherentPlaces(store, filters.places) }, problems };
}

/** A form without script sends its empty fields too: the address that people keep has none. */
function hasEmptyFields(c: Context): boolean {
  return [...new URL(c.req.url).searchParams.values()].some((value) => value === '');
}

function listSites(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const { filters, problems } = await askedFilters(deps, c);
    const isFragment = wantsFragment(c);
    const address = filteredAddress(LIST_ADDRESS, filters);
    if (!isFragment && problems.length === 0 && hasEmptyFields(c)) return c.redirect(address, 303);
    const { store, assets } = deps;
    const found = await searchSites(store, filters);
    const results = { ...found, filters, problems, names: await placeNames(store, filters.places) };
    const form = {
      action: LIST_ADDRESS,
      filters,
      problems,
      places: await placeChoices(store, filters.places),
    };
    c.header('Cache-Control', 'private, no-cache');
    if (isFragment) {
      c.header('HX-Replace-Url', address);
      return c.html(sitesFragment(results, form));
    }
    const isEmpty = found.total === 0 && !(await hasSites(store));
    return c.html(sitesPage({ assets, results, form, isEmpty }));
  };
}

function showMap(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const { filters } = await askedFilters(deps, c);
    const { store, assets } = deps;
    c.header('Cache-Control', 'private, no-cache');
    return c.html(
      mapPage({
        assets,
        filters,
        names: await placeNames(store, filters.places),
        counts: await countByDepartment(store, filters),
        departments: await departmentNames(store),
        mostPoints: MOST_POINTS,
      }),
    );
  };
}

function showSite(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const site = await findSite(deps.store, c.req.param('siteId') ?? '');
    if (site === undefined) return answerFailure(deps, c, UNKNOWN_SITE);
    return answerSite(deps, c, site);
  };
}

/** The page of a site, with what its form was refused. */
async function answerSite(
  deps: WebDependencies,
  c: Context,
  site: SiteRecord,
  refused?: RefusedComparison,
): Promise<Response> {
  const { store, assets } = deps;
  const places = {
    ...(site.region === null ? {} : { region: site.region }),
    ...(site.department === null ? {} : { department: site.department }),
    ...(site.epci === null ? {} : { epci: site.epci }),
    ...(site.insee === null ? {} : { commune: site.insee }),
  };
  const view = { site, names: await placeNames(store, places) };
  c.header('Cache-Control', 'private, no-cache');
  const [facts, ...others] = inventorySections(view);
  const sections = [
    ...(facts === undefined ? [] : [facts]),
    await costSection(deps, site),
    ...suitability(site),
    compareSection(deps, site, c.req.query('dossier'), refused),
    ...others,
  ];
  return c.html(sitePage({ assets, view, sections }), refused === undefined ? 200 : 422);
}

/** What the national grid says of a site; nothing where the inventory does not say enough to read it as a brownfield. */
function suitability(site: SiteRecord): SiteSection[] {
  const read = resolvePart(BROWNFIELD, brownfieldOfRecord(site).json);
  return read.ok ? [suitabilitySection(siteSuitability(read.value.values))] : [];
}
