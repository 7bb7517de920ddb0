import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type InventoryFilters, NO_FILTERS, type Sort } from '../src/sites/inventory-filters.ts';
import { countByDepartment, sitePoints } from '../src/store/inventory-map.ts';
import { searchSites } from '../src/store/inventory-search.ts';
import { makeStore, migrate } from '../src/store/store.ts';
import { manySites, seedSites } from '../test/support/inventory-seed.ts';

/** How long pages of an inventory of 25 000 brownfields take, on disk: `node bench/inventory.ts`. Target: 100 ms a page. */
const SITES = 25_000;
const folder = mkdtempSync(join(tmpdir(), 'levier-inventory-'));
const store = makeStore(new Sqlite(join(folder, 'levier.db')));
await migrate(store);
await seedSites(store, manySites(SITES));

const filters = (changes: Partial<InventoryFilters>): InventoryFilters => ({ ...NO_FILTERS, ...changes });
const LAST = SITES / 50;
const cases: readonly (readonly [string, InventoryFilters])[] = [
  ['every site, first page', filters({})],
  ['every site, last page', filters({ page: LAST })],
  ...(['commune', 'land-area', '-land-area', '-suitability'] as readonly Sort[]).map(
    (sort) => [`every site by ${sort}, last page`, filters({ sort, page: LAST })] as const,
  ),
  ['a word that half of them begin with', filters({ words: 'r' })],
  ['the same by area, last page', filters({ words: 'r', sort: '-land-area', page: LAST - 1 })],
  ['three words', filters({ words: 'usine rue gare' })],
  ['a department', filters({ places: { department: '42' } })],
  ['a region and an area', filters({ places: { region: '15' }, amounts: { landAreaMin: 5000 } })],
  ['a grouping', filters({ places: { epci: '200042003' } })],
  ['a wide range of areas, last page', filters({ amounts: { landAreaMin: 201 }, page: 450 })],
  [
    'everything at once',
    filters({
      words: 'u',
      amounts: { landAreaMin: 300, suitabilityMin: 5 },
      choices: {
        pollution: ['none', 'known', 'unknown', 'suspected'],
        zoning: ['activity', 'urban', 'unknown'],
        buildingState: ['good', 'bad', 'unknown'],
        ownerKind: ['company', 'epf'],
      },
      sort: '-suitability',
    }),
  ],
  ['nothing found', filters({ words: 'zzz', sort: '-land-area' })],
];
for (const [what, asked] of cases) {
  const times: number[] = [];
  let total = 0;
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    total = (await searchSites(store, asked)).total;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(
    `${what.padEnd(44)} ${String(total).padStart(6)} sites  ${(times[3] ?? 0).toFixed(1).padStart(7)} ms (worst ${(times.at(-1) ?? 0).toFixed(1)})   target < 100`,
  );
}
let start = performance.now();
await countByDepartment(store, NO_FILTERS);
console.log(`${'counts by department'.padEnd(58)} ${(performance.now() - start).toFixed(1).padStart(7)} ms`);
start = performance.now();
let [longest, last, points] = [0, start, 0];
for await (const slice of sitePoints(store, NO_FILTERS, 30_000)) {
  points += slice.length;
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}
console.log(
  `${`${points} points of the map`.padEnd(58)} ${(performance.now() - start).toFixed(1).padStart(7)} ms, longest slice ${longest.toFixed(1)}`,
);
await store.destroy();
rmSync(folder, { recursive: true });
