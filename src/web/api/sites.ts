import type { Handler } from 'hono';
import { nearestWord } from '../../input/nearest.ts';
import type { Problem } from '../../input/problem.ts';
import { API_WORDS } from '../../sites/filter-words.ts';
import { filtersQuery, readFilters } from '../../sites/inventory-filters.ts';
import type { ListedSite } from '../../sites/listed-site.ts';
import { findSite, searchSites } from '../../store/inventory-search.ts';
import type { WebDependencies } from '../dependencies.ts';
import { problemAnswer, refusedData } from './problems.ts';
import type { SiteAnswer, SitesAnswer } from './sites-shape.ts';

const ADDRESS = '/api/v1/sites';
const REVALIDATED = { 'Cache-Control': 'no-cache' };
const KNOWN = Object.values(API_WORDS);

/** Parameters that no filter bears: a slip would else be a filter forgotten in silence. */
function unknownParameters(query: URLSearchParams): readonly Problem[] {
  const unknown = [...new Set(query.keys())].filter((name) => !KNOWN.includes(name));
  return unknown.map((name) => {
    const near = nearestWord(name, KNOWN);
    const remedy =
      near === undefined
        ? `retirez-le (paramètres connus : ${KNOWN.join(', ')})`
        : `vouliez-vous « ${near} » ?`;
    return { path: name.slice(0, 60), message: `paramètre inconnu : ${remedy}` };
  });
}

const decimalText = (value: number | null) => (value === null ? null : String(value));

function answered(site: ListedSite): SitesAnswer['sites'][number] {
  return { ...site, landAreaM2: decimalText(site.landAreaM2), builtAreaM2: decimalText(site.builtAreaM2) };
}

/** A page of the brownfields that the filters keep. */
export function listSites({ store }: WebDependencies): Handler {
  return async (context) => {
    const query = new URL(context.req.url).searchParams;
    const { filters, problems } = readFilters(query, API_WORDS);
    const refused = [...unknownParameters(query), ...problems];
    if (refused.length > 0) return refusedData(refused);
    const { total, page, pageSize, sites } = await searchSites(store, filters);
    const next =
      page * pageSize < total
        ? { next: `${ADDRESS}?${filtersQuery({ ...filters, page: page + 1 }, API_WORDS)}` }
        : {};
    const answer: SitesAnswer = { total, page, pageSize, sites: sites.map(answered), ...next };
    return context.json(answer, 200, REVALIDATED);
  };
}

function geometry(outline: string | null): SiteAnswer['outline'] {
  if (outline === null) return null;
  try {
    return JSON.parse(outline);
  } catch {
    return null;
  }
}

/** All that the inventory knows of a brownfield. */
export function oneSite({ store }: WebDependencies): Handler {
  return async (context) => {
    const siteId = context.req.param('siteId') ?? '';
    const site = await findSite(store, siteId);
    if (site === undefined) {
      const detail = `Friche « ${siteId.slice(0, 80)} » introuvable : cherchez-la à l’adresse ${ADDRESS}.`;
      return problemAnswer('introuvable', detail);
    }
    const answer: SiteAnswer = {
      ...site,
      ...answered(site),
      outline: geometry(site.outline),
      warnings: [...site.warnings],
    };
    return context.json(answer, 200, REVALIDATED);
  };
}
