import { type Kysely, sql } from 'kysely';

/** Letters of the names of French communes that have an accent, and what they are sorted as. */
const PLAIN_LETTERS: readonly (readonly [string, string])[] = [
  ['É', 'E'],
  ['é', 'E'],
  ['È', 'E'],
  ['è', 'E'],
  ['Ê', 'E'],
  ['ê', 'E'],
  ['ë', 'E'],
  ['Î', 'I'],
  ['î', 'I'],
  ['ï', 'I'],
  ['â', 'A'],
  ['à', 'A'],
  ['ô', 'O'],
  ['û', 'U'],
  ['ü', 'U'],
  ['ç', 'C'],
  ['Œ', 'OE'],
  ['œ', 'OE'],
];

/** What lists and the map of brownfields read: in one index, so that a page never reads the wide rows it leaves out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const plain = PLAIN_LETTERS.reduce(
    (text, [accented, letter]) => `replace(${text}, '${accented}', '${letter}')`,
    'commune',
  );
  await sql`ALTER TABLE inventory_sites
    ADD COLUMN commune_key TEXT GENERATED ALWAYS AS (upper(${sql.raw(plain)})) VIRTUAL`.execute(db);
  await db.schema
    .createIndex('inventory_by_facts')
    .on('inventory_sites')
    .columns([
      'department',
      'search_text',
      'region',
      'epci',
      'insee',
      'land_area',
      'suitability',
      'status',
      'pollution',
      'building_state',
      'zoning',
      'owner_kind',
      'use',
      'commune_key',
      // What the map draws.
      'site_id',
      'name',
      'commune',
      'longitude',
      'latitude',
    ])
    .execute();
}
