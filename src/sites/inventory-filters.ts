import {
  BUILDING_STATES,
  GROUND_POLLUTIONS,
  OWNER_KINDS,
  PREVIOUS_USES,
  ZONINGS,
} from '../dossier/brownfield.ts';
import type { Problem } from '../input/problem.ts';
import { SITE_STATUSES } from './inventory-site.ts';

/** What may be chosen among words, several at once: a site that has one of them is kept. */
export const CHOICES = {
  status: SITE_STATUSES,
  pollution: GROUND_POLLUTIONS,
  buildingState: BUILDING_STATES,
  zoning: ZONINGS,
  ownerKind: OWNER_KINDS,
  previousUse: PREVIOUS_USES,
} as const;
export type ChoiceName = keyof typeof CHOICES;
export const CHOICE_NAMES = Object.keys(CHOICES) as readonly ChoiceName[];

/** A place, by its code: the narrowest one given is enough, and all must hold. */
export const PLACE_NAMES = ['region', 'department', 'epci', 'commune'] as const;
export type PlaceName = (typeof PLACE_NAMES)[number];

export const AMOUNT_NAMES = ['landAreaMin', 'landAreaMax', 'suitabilityMin'] as const;
export type AmountName = (typeof AMOUNT_NAMES)[number];

export const SORTS = {
  name: 'nom',
  commune: 'commune',
  'land-area': 'terrain croissant',
  '-land-area': 'terrain décroissant',
  suitability: 'aptitude croissante',
  '-suitability': 'aptitude décroissante',
} as const;
export type Sort = keyof typeof SORTS;

/** Which sites of the inventory, in which order, from which page. */
export interface InventoryFilters {
  /** Beginnings of words of the name, the commune or the address; '' for none. */
  readonly words: string;
  readonly places: Readonly<Partial<Record<PlaceName, string>>>;
  /** Areas in m²; suitability from 0 to 100. A site of which it is not known is left out. */
  readonly amounts: Readonly<Partial<Record<AmountName, number>>>;
  readonly choices: Readonly<Partial<Record<ChoiceName, readonly string[]>>>;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

export const NO_FILTERS: InventoryFilters = {
  words: '',
  places: {},
  amounts: {},
  choices: {},
  sort: 'name',
  page: 1,
};

export type FilterName = PlaceName | AmountName | ChoiceName | 'words' | 'sort' | 'page';

/** What an address calls each filter. */
export type Vocabulary = Readonly<Record<FilterName, string>>;

/** The forms of the codes of INSEE, and how one is written. */
const PLACE_CODES: Readonly<Record<PlaceName, { readonly code: RegExp; readonly example: string }>> = {
  region: { code: /^\d{2}$/, example: '84' },
  department: { code: /^(\d{2}|2[AB]|9[78]\d)$/, example: '42' },
  epci: { code: /^\d{9}$/, example: '200035731' },
  commune: { code: /^(\d{5}|2[AB]\d{3})$/, example: '42187' },
};

const LONGEST_WORDS = 200;
/** Ten thousand hectares: past it, a surface is a slip. */
const LARGEST: Readonly<Record<AmountName, number>> = {
  landAreaMin: 1e8,
  landAreaMax: 1e8,
  suitabilityMin: 100,
};
const LAST_PAGE = 100_000;

export interface ReadFilters {
  /** What could be read; a filter that has a problem is left out. */
  readonly filters: InventoryFilters;
  /** `path` is the name of the parameter, in the vocabulary of the address. */
  readonly problems: readonly Problem[];
}

/** « 1 500,5 » and « 1500.5 » are numbers; anything else is not. */
function numberFrom(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

function readAmounts(query: URLSearchParams, vocabulary: Vocabulary, problems: Problem[]) {
  const amounts: Partial<Record<AmountName, number>> = {};
  for (const name of AMOUNT_NAMES) {
    const path = vocabulary[name];
    const text = (query.get(path) ?? '').trim();
    if (text === '') continue;
    const value = numberFrom(text);
    if (value === undefined) {
      problems.push({ path, message: 'nombre illisible : écrivez un nombre positif, par exemple 5000' });
    } else if (value > LARGEST[name]) {
      problems.push({ path, message: `trop grand : au plus ${LARGEST[name]}` });
    } else {
      amounts[name] = value;
    }
  }
  const { landAreaMin, landAreaMax } = amounts;
  if (landAreaMin !== undefined && landAreaMax !== undefined && landAreaMin > landAreaMax) {
    problems.push({
      path: vocabulary.landAreaMax,
      message: 'plus petit que le minimum : aucune friche ne peut convenir, échangez les deux',
    });
    delete amounts.landAreaMax;
  }
  return amounts;
}

function readPlaces(query: URLSearchParams, vocabulary: Vocabulary, problems: Problem[]) {
  const places: Partial<Record<PlaceName, string>> = {};
  for (const name of PLACE_NAMES) {
    const path = vocabulary[name];
    const text = (query.get(path) ?? '').trim().toUpperCase();
    if (text === '') continue;
    const { code, example } = PLACE_CODES[name];
    if (code.test(text)) places[name] = text;
    else problems.push({ path, message: `code inconnu : écrivez le code INSEE, par exemple « ${example} »` });
  }
  return places;
}

function readChoices(query: URLSearchParams, vocabulary: Vocabulary, problems: Problem[]) {
  const choices: Partial<Record<ChoiceName, readonly string[]>> = {};
  for (const name of CHOICE_NAMES) {
    const path = vocabulary[name];
    const known = Object.keys(CHOICES[name]);
    const asked = [...new Set(query.getAll(path).filter((value) => value !== ''))];
    const kept = known.filter((value) => asked.includes(value));
    if (kept.length < asked.length) {
      problems.push({ path, message: `valeur inconnue : choisissez parmi ${known.join(', ')}` });
    }
    if (kept.length > 0) choices[name] = kept;
  }
  return choices;
}

function readPage(query: URLSearchParams, vocabulary: Vocabulary, problems: Problem[]): number {
  const text = query.get(vocabulary.page) ?? '';
  if (text === '') return 1;
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (page >= 1 && page <= LAST_PAGE) return page;
  problems.push({ path: vocabulary.page, message: 'page inconnue : écrivez un nombre entier à partir de 1' });
  return 1;
}

function readSort(query: URLSearchParams, vocabulary: Vocabulary, problems: Problem[]): Sort {
  const text = query.get(vocabulary.sort) ?? '';
  if (text === '') return 'name';
  if (Object.hasOwn(SORTS, text)) return text as Sort;
  problems.push({
    path: vocabulary.sort,
    message: `tri inconnu : choisissez parmi ${Object.keys(SORTS).join(', ')}`,
  });
  return 'name';
}

/**
 * Reads the filters of an address: all its problems at once, and what could be read.
 * @param vocabulary `PAGE_WORDS` or `API_WORDS`
 */
export function readFilters(query: URLSearchParams, vocabulary: Vocabulary): ReadFilters {
  const problems: Problem[] = [];
  const words = (query.get(vocabulary.words) ?? '').trim();
  if (words.length > LONGEST_WORDS) {
    problems.push({ path: vocabulary.words, message: `trop long : au plus ${LONGEST_WORDS} caractères` });
  }
  const filters: InventoryFilters = {
    words: words.slice(0, LONGEST_WORDS),
    places: readPlaces(query, vocabulary, problems),
    amounts: readAmounts(query, vocabulary, problems),
    choices: readChoices(query, vocabulary, problems),
    sort: readSort(query, vocabulary, problems),
    page: readPage(query, vocabulary, problems),
  };
  return { filters, problems };
}

/** The filters as the query of an address, without « ? »: the same filters always give the same text. */
export function filtersQuery(filters: InventoryFilters, vocabulary: Vocabulary): string {
  const query = new URLSearchParams();
  if (filters.words !== '') query.append(vocabulary.words, filters.words);
  for (const name of PLACE_NAMES) {
    const code = filters.places[name];
    if (code !== undefined) query.append(vocabulary[name], code);
  }
  for (const name of AMOUNT_NAMES) {
    const value = filters.amounts[name];
    if (value !== undefined) query.append(vocabulary[name], String(value));
  }
  for (const name of CHOICE_NAMES) {
    for (const value of filters.choices[name] ?? []) query.append(vocabulary[name], value);
  }
  if (filters.sort !== 'name') query.append(vocabulary.sort, filters.sort);
  if (filters.page > 1) query.append(vocabulary.page, String(filters.page));
  return query.toString();
}
