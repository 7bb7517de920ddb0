import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { PAGE_WORDS } from '../sites/filter-words.ts';
import { filtersQuery, readFilters } from '../sites/inventory-filters.ts';
import type { SitePoint } from '../sites/listed-site.ts';
import { inventoryVersion, sitePoints } from '../store/inventory-map.ts';
import type { WebDependencies } from './dependencies.ts';

/** Points of a map: more than the whole national inventory; past it, the page says that it shows no more. */
export const MOST_POINTS = 30_000;

/** About a metre. */
const DECIMALS = 5;

function feature({ siteId, name, commune, longitude, latitude, status }: SitePoint): string {
  const coordinates = [Number(longitude.toFixed(DECIMALS)), Number(latitude.toFixed(DECIMALS))];
  return JSON.stringify({
    type: 'Feature',
    id: siteId,
    geometry: { type: 'Point', coordinates },
    properties: { name, commune, status },
  });
}

/** The points of the map as GeoJSON, sent by slices: a browser that has them already is told so. */
export function pointsFile({ store }: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const { filters } = readFilters(new URL(c.req.url).searchParams, PAGE_WORDS);
    const what = `${await inventoryVersion(store)} ${filtersQuery(filters, PAGE_WORDS)}`;
    const etag = `W/"${createHash('sha256').update(what).digest('hex').slice(0, 16)}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', 'private, no-cache');
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
    c.header('Content-Type', 'application/geo+json; charset=utf-8');
    return stream(c, async (output) => {
      await output.write('{"type":"FeatureCollection","features":[');
      let separator = '';
      for await (const slice of sitePoints(store, filters, MOST_POINTS)) {
        await output.write(separator + slice.map(feature).join(',\n'));
        separator = ',\n';
        // Other requests are answered between two slices.
        await new Promise((resolve) => setImmediate(resolve));
      }
      await output.write(']}');
    });
  };
}
