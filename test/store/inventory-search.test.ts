import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import type { RawBuilder } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type InventoryFilters, NO_FILTERS, SORTS } from '../../src/sites/inventory-filters.ts';
import {
  countByDepartment,
  departmentQuery,
  inventoryVersion,
  pointsQuery,
  sitePoints,
} from '../../src/store/inventory-map.ts';
import {
  everySite,
  findSite,
  PAGE_SIZE,
  pageQueries,
  searchSites,
} from '../../src/store/inventory-search.ts';
import { coherentPlaces, placeChoices, placeNames } from '../../src/store/inventory-territories.ts';
import { makeStore, migrate, type Store } from '../../src/store/store.ts';
import { testOften } from '../support/extent.ts';
import { manySites, seededSite, seedSites } from '../support/inventory-seed.ts';

async function inventory(sites: Parameters<typeof seedSites>[1]): Promise<[Store, Sqlite.Database]> {
  const sqlite = new Sqlite(':memory:');
  const store = makeStore(sqlite);
  await migrate(store);
  await seedSites(store, sites);
  return [store, sqlite];
}

const asked = (changes: Partial<InventoryFilters>): InventoryFilters => ({ ...NO_FILTERS, ...changes });

describe('words', () => {
  let store: Store;
  beforeAll(async () => {
    [store] = await inventory([
      seededSite('a', { name: 'Ancienne filature de l’Égalité', commune: 'Saint-Étienne' }),
      seededSite('b', { name: 'Œuvres sociales', commune: 'Thérouanne' }),
      seededSite('c', { name: 'Filatures réunies', commune: 'Saintes' }),
    ]);
  });

  test.each([
    ['fil', ['a', 'c']],
    ['FILATURE', ['a', 'c']],
    ['egalite', ['a']],
    ['l’Égalité filature', ['a']],
    ['filature saintes', ['c']],
    ['saint etienne', ['a']],
    ['Saint-Ét', ['a']],
    ['sai', ['a', 'c']],
    ['st-etienne', ['a']],
    ['oeuvre', ['b']],
    ['œuvre', ['b']],
    ['therou', ['b']],
    ['lature', []],
    ['filature lille', []],
  ])('« %s » finds %j', async (words, found) => {
    const { sites, total } = await searchSites(store, asked({ words }));
    expect(sites.map(({ siteId }) => siteId).toSorted()).toEqual(found);
    expect(total).toBe(found.length);
  });

  test.each([
    '"',
    'fil" OR "x',
    'search_text: fil',
    'NEAR(a b)',
    'a* NOT b',
    '^fil',
    '(',
    "'; DROP TABLE inventory_sites; --",
    '*',
    '\u0000',
  ])('operators are not: %j', async (words) => {
    await expect(searchSites(store, asked({ words }))).resolves.toMatchObject({ page: 1 });
    expect((await searchSites(store, NO_FILTERS)).total).toBe(3);
  });

  test('what has no letter nor digit finds nothing', async () => {
    expect((await searchSites(store, asked({ words: '*** !' }))).total).toBe(0);
  });
});

describe('order and pages', () => {
  test('sites whose figure is not known come last, either way', async () => {
    const [store] = await inventory([
      seededSite('unknown'),
      seededSite('small', { land_area: 10 }),
      seededSite('large', { land_area: 900 }),
    ]);
    const order = async (sort: InventoryFilters['sort']) =>
      (await searchSites(store, asked({ sort }))).sites.map(({ siteId }) => siteId);
    expect(await order('land-area')).toEqual(['small', 'large', 'unknown']);
    expect(await order('-land-area')).toEqual(['large', 'small', 'unknown']);
  });

  test('communes are ordered without their accents', async () => {
    const [store] = await inventory(
      ['Zuydcoote', 'Épinal', 'Eu', 'Béziers', 'Bourges', 'Œuilly', 'Orange'].map((commune) =>
        seededSite(commune, { name: 'Usine', commune }),
      ),
    );
    const { sites } = await searchSites(store, asked({ sort: 'commune' }));
    expect(sites.map(({ commune }) => commune)).toEqual([
      'Béziers',
      'Bourges',
      'Épinal',
      'Eu',
      'Œuilly',
      'Orange',
      'Zuydcoote',
    ]);
  });

  test('each site is on one page, whatever the order; an export has the same ones', async () => {
    const [store] = await inventory(manySites(130));
    for (const sort of Object.keys(SORTS) as (keyof typeof SORTS)[]) {
      const seen: string[] = [];
      for (let page = 1; page <= 3; page++) {
        const { sites, total } = await searchSites(store, asked({ sort, page }));
        expect(total).toBe(130);
        seen.push(...sites.map(({ siteId }) => siteId));
      }
      expect(new Set(seen).size).toBe(130);
      const exported: string[] = [];
      for await (const slice of everySite(store, asked({ sort, page: 2 })))
        exported.push(...slice.map(({ siteId }) => siteId));
      expect(exported).toEqual(seen);
    }
    expect((await searchSites(store, asked({ page: 4 }))).sites).toEqual([]);
  });
});

describe('filters', () => {
  let store: Store;
  const sites = manySites(400);
  beforeAll(async () => {
    [store] = await inventory(sites);
  });

  const oneOf = (name: 'department' | 'region' | 'epci' | 'insee') =>
    fc.constantFrom(...sites.map((site) => site[name] as string));
  const anyFilters = fc.record({
    words: fc.constantFrom('', 'usine', 'rue gare', 'hop'),
    places: fc.record(
      {
        department: oneOf('department'),
        region: oneOf('region'),
        epci: oneOf('epci'),
        commune: oneOf('insee'),
      },
      { requiredKeys: [] },
    ),
    amounts: fc.record(
      {
        landAreaMin: fc.integer({ min: 0, max: 50_000 }),
        landAreaMax: fc.integer({ min: 50_000, max: 90_000 }),
        suitabilityMin: fc.integer({ min: 0, max: 90 }),
      },
      { requiredKeys: [] },
    ),
    choices: fc.record(
      {
        pollution: fc.subarray(['none', 'known', 'unknown'], { minLength: 1 }),
        ownerKind: fc.subarray(['epf', 'company', 'state', 'person'], { minLength: 1 }),
        status: fc.subarray(['potential', 'with-project', 'unknown'], { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom(...(Object.keys(SORTS) as (keyof typeof SORTS)[])),
    page: fc.constant(1),
  });

  /** The same filters, read one site after another. */
  function kept({ words, places, amounts, choices }: InventoryFilters): string[] {
    return sites
      .filter((site) => {
        const text = site.search_text.split(' ');
        const { landAreaMin = -1, landAreaMax = 1e9, suitabilityMin } = amounts;
        const area = site.land_area ?? null;
        return (
          words.split(' ').every((word) => text.some((other) => other.startsWith(word))) &&
          (places.department ?? site.department) === site.department &&
          (places.region ?? site.region) === site.region &&
          (places.epci ?? site.epci) === site.epci &&
          (places.commune ?? site.insee) === site.insee &&
          (amounts.landAreaMin === undefined && amounts.landAreaMax === undefined
            ? true
            : area !== null && area >= landAreaMin && area <= landAreaMax) &&
          (suitabilityMin === undefined || (site.suitability ?? -1) >= suitabilityMin) &&
          (choices.pollution ?? [site.pollution]).includes(site.pollution) &&
          (choices.ownerKind ?? [site.owner_kind]).includes(site.owner_kind) &&
          (choices.status ?? [site.status]).includes(site.status)
        );
      })
      .map(({ site_id }) => site_id)
      .toSorted();
  }

  testOften('keep what reading each site keeps', { quick: 60, whole: 1000 }, async (numRuns) => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const expected = kept(filters);
        const found: string[] = [];
        for await (const slice of everySite(store, filters)) found.push(...slice.map(({ siteId }) => siteId));
        expect(found.toSorted()).toEqual(expected);
        expect((await searchSites(store, filters)).total).toBe(expected.length);
        const points: string[] = [];
        for await (const slice of sitePoints(store, filters, 1000))
          points.push(...slice.map(({ siteId }) => siteId));
        expect(points.toSorted()).toEqual(expected);
        const counts = await countByDepartment(store, filters);
        expect(counts.reduce((sum, count) => sum + count.sites, 0)).toBe(expected.length);
      }),
      { numRuns },
    );
  });

  test('the map stops at the number of points asked for', async () => {
    let count = 0;
    for await (const slice of sitePoints(store, NO_FILTERS, 30)) count += slice.length;
    expect(count).toBe(30);
  });
});

describe('plans', () => {
  const cases: readonly (readonly [string, InventoryFilters])[] = [
    ['nothing', NO_FILTERS],
    ['words', asked({ words: 'usine gare' })],
    ['a region', asked({ places: { region: '84' } })],
    ['a department', asked({ places: { department: '42' }, sort: '-suitability' })],
    ['a grouping', asked({ places: { epci: '200035731' } })],
    ['a commune', asked({ places: { commune: '42187' } })],
    ['areas', asked({ amounts: { landAreaMin: 10, landAreaMax: 1e6 }, sort: '-land-area' })],
    ['suitability', asked({ amounts: { suitabilityMin: 10 } })],
    ['choices', asked({ choices: { pollution: ['none', 'known'], zoning: ['activity'] }, sort: 'commune' })],
    [
      'words, places and choices',
      asked({ words: 'u', places: { region: '84' }, choices: { status: ['unknown'] } }),
    ],
  ];

  test.each(cases)('%s: no query reads the whole rows of the table', async (_, filters) => {
    const [store, sqlite] = await inventory(manySites(50));
    const { count, ids } = pageQueries(filters);
    for (const query of [
      count,
      ids,
      departmentQuery(filters),
      pointsQuery(filters, 0),
    ] as RawBuilder<unknown>[]) {
      const { sql, parameters } = query.compile(store);
      const steps = sqlite
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...parameters)
        .map(({ detail }) => detail)
        .filter((detail) => detail.includes('inventory_sites'));
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) {
        expect(step).toMatch(
          /^(SEARCH inventory_sites USING (COVERING )?INDEX|SCAN inventory_sites USING COVERING INDEX) /,
        );
      }
    }
  });

  test('25 000 sites: a page costs a fraction of reading every row', async () => {
    // A ratio in one run, never a time: the index that a page follows is smaller than the table.
    const [, sqlite] = await inventory(manySites(300));
    const bytes = (name: string) =>
      sqlite
        .prepare<[string], { size: number }>('SELECT sum(pgsize) AS size FROM dbstat WHERE name = ?')
        .get(name)?.size ?? Number.NaN;
    expect(bytes('inventory_by_facts')).toBeLessThan(bytes('inventory_sites') / 4);
  });
});

describe('one site', () => {
  test('is found with all its columns and the import it comes from', async () => {
    const [store] = await inventory([
      seededSite('42/1', {
        columns: '{"site_nom":"X"}',
        warnings: '[{"field":"a","value":"b","problem":"c","remedy":"d"}]',
      }),
    ]);
    expect(await findSite(store, '42/1')).toMatchObject({
      siteId: '42/1',
      columns: { site_nom: 'X' },
      warnings: [{ field: 'a', value: 'b', problem: 'c', remedy: 'd' }],
      importedFrom: { fileName: 'essai.csv', importedAt: '2026-11-20T08:00:00.000Z' },
    });
    expect(await findSite(store, 'none')).toBeUndefined();
  });

  test('an import changes the version of the inventory', async () => {
    const [store] = await inventory([]);
    const before = await inventoryVersion(store);
    await store
      .insertInto('inventory_imports')
      .values({
        file_name: 'b.csv',
        imported_at: '2026-11-21T08:00:00.000Z',
        accepted: 0,
        warned: 0,
        added: 0,
        updated: 0,
        rejected: 0,
        notes: '[]',
        first_sites: '[]',
      })
      .execute();
    expect(await inventoryVersion(store)).not.toBe(before);
  });
});

describe('places', () => {
  test('a form offers groupings and communes once a department is chosen', async () => {
    const [store] = await inventory([seededSite('a')]);
    const names = async (places: Parameters<typeof placeChoices>[1]) => {
      const choices = await placeChoices(store, places);
      return Object.values(choices).map((list) => list.map(({ name }: { name: string }) => name));
    };
    expect(await names({})).toEqual([['Auvergne-Rhône-Alpes'], ['Loire'], [], []]);
    expect(await names({ department: '42' })).toEqual([
      ['Auvergne-Rhône-Alpes'],
      ['Loire'],
      ['CA Roannais Agglomération'],
      ['Roanne'],
    ]);
    expect(await placeNames(store, { department: '42', commune: '99999' })).toEqual({ department: 'Loire' });
  });

  test('a place that does not lie in a wider one is left out', async () => {
    const [store] = await inventory([seededSite('a')]);
    expect(await coherentPlaces(store, { region: '11', department: '42' })).toEqual({ region: '11' });
    expect(await coherentPlaces(store, { region: '84', department: '42', commune: '42187' })).toEqual({
      region: '84',
      department: '42',
      commune: '42187',
    });
  });
});

test('a page is of fifty sites', () => {
  expect(PAGE_SIZE).toBe(50);
});
