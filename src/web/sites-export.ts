import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { SITE_WORDS } from '../../views/sites/words.ts';
import { inventoryCsvHead, inventoryCsvLines } from '../report/inventory-csv.ts';
import { PAGE_WORDS } from '../sites/filter-words.ts';
import { readFilters } from '../sites/inventory-filters.ts';
import { everySite } from '../store/inventory-search.ts';
import type { WebDependencies } from './dependencies.ts';

/** Every site that the filters keep, for a spreadsheet. */
export function exportedSites({ store }: WebDependencies) {
  return (c: Context): Response => {
    const { filters } = readFilters(new URL(c.req.url).searchParams, PAGE_WORDS);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="levier-friches.csv"');
    c.header('Cache-Control', 'private, no-cache');
    return stream(c, async (output) => {
      await output.write(inventoryCsvHead());
      for await (const sites of everySite(store, filters)) {
        await output.write(inventoryCsvLines(sites, SITE_WORDS));
        // Other requests are answered between two slices.
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  };
}
