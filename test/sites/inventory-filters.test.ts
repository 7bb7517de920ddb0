import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { API_WORDS, PAGE_WORDS } from '../../src/sites/filter-words.ts';
import {
  AMOUNT_NAMES,
  CHOICE_NAMES,
  CHOICES,
  filtersQuery,
  type InventoryFilters,
  NO_FILTERS,
  readFilters,
  SORTS,
} from '../../src/sites/inventory-filters.ts';

const read = (text: string, vocabulary = PAGE_WORDS) => readFilters(new URLSearchParams(text), vocabulary);

test('an address without a filter keeps every site, by name', () => {
  expect(read('')).toEqual({ filters: NO_FILTERS, problems: [] });
  expect(read('q=&departement=&surface-min=&tri=&page=')).toEqual({ filters: NO_FILTERS, problems: [] });
});

test('pages speak French, the API English; values are the same', () => {
  const filters: InventoryFilters = {
    words: 'filature',
    places: { department: '2A', epci: '200035731' },
    amounts: { landAreaMin: 1500.5 },
    choices: { pollution: ['none', 'unlikely'], ownerKind: ['epf'] },
    sort: '-land-area',
    page: 3,
  };
  expect(
    read(
      'q=filature&departement=2a&epci=200035731&surface-min=1+500,5&pollution=unlikely&pollution=none&proprietaire=epf&tri=-land-area&page=3',
    ),
  ).toEqual({ filters, problems: [] });
  expect(
    read(
      'q=filature&department=2A&epci=200035731&landAreaMin=1500.5&pollution=none&pollution=unlikely&ownerKind=epf&sort=-land-area&page=3',
      API_WORDS,
    ),
  ).toEqual({ filters, problems: [] });
});

const someOf = (name: (typeof CHOICE_NAMES)[number]) =>
  fc.subarray(Object.keys(CHOICES[name]), { minLength: 1 });
const anyFilters = fc.record({
  words: fc.string({ maxLength: 40 }).map((words) => words.trim()),
  places: fc.record({ department: fc.constantFrom('01', '42', '2B', '974') }, { requiredKeys: [] }),
  amounts: fc.record(
    { landAreaMin: fc.integer({ min: 0, max: 400 }), landAreaMax: fc.integer({ min: 500, max: 900_000 }) },
    { requiredKeys: [] },
  ),
  choices: fc.record(
    { status: someOf('status'), zoning: someOf('zoning'), previousUse: someOf('previousUse') },
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom(...(Object.keys(SORTS) as (keyof typeof SORTS)[])),
  page: fc.integer({ min: 1, max: 500 }),
});

test.each([
  ['pages', PAGE_WORDS],
  ['the API', API_WORDS],
])('what is written in an address of %s is read back', (_, vocabulary) => {
  fc.assert(
    fc.property(anyFilters, (filters) => {
      expect(readFilters(new URLSearchParams(filtersQuery(filters, vocabulary)), vocabulary)).toEqual({
        filters,
        problems: [],
      });
    }),
  );
});

describe('what cannot be read', () => {
  test('is said for every parameter at once, by the name that the address bears', () => {
    const { filters, problems } = read(
      'departement=Loire&surface-min=beaucoup&aptitude-min=101&pollution=forte&tri=taille&page=0',
    );
    expect(filters).toEqual(NO_FILTERS);
    expect(problems.map(({ path }) => path)).toEqual([
      'departement',
      'surface-min',
      'aptitude-min',
      'pollution',
      'tri',
      'page',
    ]);
    for (const { message } of problems) expect(message).toMatch(/ : /);
  });

  test('a maximum below the minimum is left out, and said', () => {
    const { filters, problems } = read('landAreaMin=900&landAreaMax=100', API_WORDS);
    expect(filters.amounts).toEqual({ landAreaMin: 900 });
    expect(problems.map(({ path }) => path)).toEqual(['landAreaMax']);
  });

  test('a known value is kept beside an unknown one', () => {
    expect(read('pollution=known&pollution=nucleaire').filters.choices).toEqual({ pollution: ['known'] });
  });

  test.each(['-5', '1e3', '0x10', '1.5.2', 'Infinity', 'NaN', "1'; DROP TABLE inventory_sites"])(
    'an area of %s is no number',
    (text) => {
      for (const name of AMOUNT_NAMES) {
        const query = new URLSearchParams({ [API_WORDS[name]]: text });
        expect(readFilters(query, API_WORDS).problems.map(({ path }) => path)).toEqual([name]);
      }
    },
  );

  test('whatever is typed, something is read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.values(PAGE_WORDS)), fc.string())), (pairs) => {
        const { filters } = readFilters(new URLSearchParams(pairs), PAGE_WORDS);
        expect(filters.words.length).toBeLessThanOrEqual(200);
        for (const name of CHOICE_NAMES)
          for (const value of filters.choices[name] ?? []) expect(CHOICES[name]).toHaveProperty([value]);
      }),
    );
  });
});
