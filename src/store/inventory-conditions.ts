import { type RawBuilder, sql } from 'kysely';
import {
  CHOICE_NAMES,
  type ChoiceName,
  type InventoryFilters,
  PLACE_NAMES,
} from '../sites/inventory-filters.ts';
import { folded } from '../sites/standard/plain-text.ts';

type Condition = RawBuilder<unknown>;

const PLACE_COLUMNS = {
  region: 'region',
  department: 'department',
  epci: 'epci',
  commune: 'insee',
} as const;

const CHOICE_COLUMNS: Readonly<Record<ChoiceName, string>> = {
  status: 'status',
  pollution: 'pollution',
  buildingState: 'building_state',
  zoning: 'zoning',
  ownerKind: 'owner_kind',
  previousUse: 'use',
};

/** Words past which a search says no more. */
const MOST_WORDS = 12;

/** As names are folded: « saint » is written « st ». */
const SHORTENED = [
  ['saint', 'st'],
  ['sainte', 'ste'],
] as const;

/** A word as the beginning of one; « sai » is also the beginning of « saint », which is not written so. */
function matchOfWord(word: string): string {
  const also = SHORTENED.filter(([long]) => word.length >= 2 && long.startsWith(word));
  return `(${[`"${word}"*`, ...also.map(([, short]) => `"${short}"`)].join(' OR ')})`;
}

/**
 * What FTS5 looks for: each word typed as the beginning of a word, all of them. Only letters and digits pass, so that
 * nothing typed is read as its operators; undefined when there is none.
 */
export function matchOf(words: string): string | undefined {
  const found = folded(words).match(/[a-z0-9]+/g);
  return found === null ? undefined : found.slice(0, MOST_WORDS).map(matchOfWord).join(' AND ');
}

/** The conditions on facts and places, that one index holds. */
function factConditions({ places, amounts, choices }: InventoryFilters): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const name of PLACE_NAMES) {
    const code = places[name];
    if (code !== undefined) conditions.push(sql`${sql.ref(PLACE_COLUMNS[name])} = ${code}`);
  }
  const { landAreaMin, landAreaMax, suitabilityMin } = amounts;
  if (landAreaMin !== undefined) conditions.push(sql`land_area >= ${landAreaMin}`);
  if (landAreaMax !== undefined) conditions.push(sql`land_area <= ${landAreaMax}`);
  if (suitabilityMin !== undefined) conditions.push(sql`suitability >= ${suitabilityMin}`);
  for (const name of CHOICE_NAMES) {
    const values = choices[name];
    if (values !== undefined) {
      conditions.push(sql`${sql.ref(CHOICE_COLUMNS[name])} IN (${sql.join(values)})`);
    }
  }
  return conditions;
}

/** Where the sites of some filters are read, and what they must satisfy. */
export interface Selection {
  /** The table with the index that is followed. */
  readonly from: Condition;
  /** `WHERE …`, or nothing. */
  readonly where: Condition;
  /** Whether every site is selected. */
  readonly isWhole: boolean;
}

/** The narrowest index of a place: a place has few sites, whose rows are then read. */
const PLACE_INDEXES = [
  ['commune', 'inventory_by_commune'],
  ['epci', 'inventory_by_epci'],
] as const;

/**
 * The selection of some filters. The index is named: without statistics of the tables, SQLite would follow the first
 * range that it sees, and read most of the wide rows.
 */
export function selectionOf(filters: InventoryFilters): Selection {
  const match = matchOf(filters.words);
  const conditions = [
    ...factConditions(filters),
    ...(match === undefined
      ? []
      : [sql`id IN (SELECT rowid FROM inventory_words WHERE inventory_words MATCH ${match})`]),
    // Words were typed, none of which is one: nothing has them.
    ...(match === undefined && filters.words !== '' ? [sql`0`] : []),
  ];
  const narrow = PLACE_INDEXES.find(([name]) => filters.places[name] !== undefined)?.[1];
  return {
    from: sql`inventory_sites INDEXED BY ${sql.ref(narrow ?? 'inventory_by_facts')}`,
    where: conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`,
    isWhole: conditions.length === 0,
  };
}
