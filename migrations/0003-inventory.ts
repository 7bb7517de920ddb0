import { type Kysely, sql } from 'kysely';

/** The inventory of brownfields, the imports that made it, and the names of the territories where it has sites. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inventory_imports')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .addColumn('accepted', 'integer', (column) => column.notNull())
    .addColumn('warned', 'integer', (column) => column.notNull())
    .addColumn('added', 'integer', (column) => column.notNull())
    .addColumn('updated', 'integer', (column) => column.notNull())
    .addColumn('rejected', 'integer', (column) => column.notNull())
    // What was said once of the whole file, as JSON text.
    .addColumn('notes', 'text', (column) => column.notNull())
    // The first sites that it kept, as JSON text.
    .addColumn('first_sites', 'text', (column) => column.notNull())
    .execute();

  // Rows rejected or accepted with warnings: what is downloaded.
  await db.schema
    .createTable('inventory_import_rows')
    .addColumn('import', 'integer', (column) => column.notNull().references('inventory_imports.id'))
    .addColumn('is_rejected', 'integer', (column) => column.notNull())
    .addColumn('row', 'integer', (column) => column.notNull())
    .addColumn('site_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('problems', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('inventory_import_rows_key', ['import', 'is_rejected', 'row'])
    .modifyEnd(sql`WITHOUT ROWID`)
    .execute();

  await db.schema
    .createTable('inventory_sites')
    // Names the words of a site in the index below, whatever is done to the file.
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('site_id', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    // Name, commune and address without accents nor capitals: what a search reads.
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('use', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('commune', 'text', (column) => column.notNull())
    .addColumn('insee', 'text')
    .addColumn('epci', 'text')
    .addColumn('department', 'text')
    .addColumn('region', 'text')
    .addColumn('longitude', 'real')
    .addColumn('latitude', 'real')
    .addColumn('land_area', 'real')
    .addColumn('built_area', 'real')
    .addColumn('pollution', 'text', (column) => column.notNull())
    .addColumn('building_state', 'text', (column) => column.notNull())
    .addColumn('asbestos', 'text', (column) => column.notNull())
    .addColumn('zoning', 'text', (column) => column.notNull())
    .addColumn('owner_kind', 'text', (column) => column.notNull())
    .addColumn('suitability', 'real')
    .addColumn('reliability', 'real')
    // When its owner of data last looked at it, ISO date.
    .addColumn('updated_on', 'text')
    // Every column of the file, under its own name, as JSON text.
    .addColumn('columns', 'text', (column) => column.notNull())
    // Outline as GeoJSON text, simplified when it is too fine to be drawn.
    .addColumn('outline', 'text')
    // What was repaired or left unread, as JSON text.
    .addColumn('warnings', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('import', 'integer', (column) => column.notNull().references('inventory_imports.id'))
    .execute();

  const indexes: Readonly<Record<string, readonly string[]>> = {
    inventory_by_name: ['search_text'],
    inventory_by_department: ['department', 'search_text'],
    inventory_by_region: ['region', 'search_text'],
    inventory_by_epci: ['epci', 'search_text'],
    inventory_by_commune: ['insee', 'search_text'],
    inventory_by_land: ['land_area'],
    inventory_by_suitability: ['suitability'],
    inventory_by_import: ['import'],
  };
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema
      .createIndex(name)
      .on('inventory_sites')
      .columns([...columns])
      .execute();
  }

  // The communes, groupings, departments and regions that have a site, by name.
  await db.schema
    .createTable('inventory_territories')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    // Of a commune or of a grouping that lies in one; null else.
    .addColumn('department', 'text')
    .addColumn('region', 'text')
    .addColumn('sites', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('inventory_territories_key', ['kind', 'code'])
    .execute();

  // Words of names, communes and addresses, found by their beginnings.
  await sql`CREATE VIRTUAL TABLE inventory_words USING fts5(
    search_text, content='inventory_sites', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')`.execute(
    db,
  );
  for (const trigger of TRIGGERS) await trigger.execute(db);
}

/** The index of words follows the sites. */
const TRIGGERS = [
  sql`CREATE TRIGGER inventory_words_added AFTER INSERT ON inventory_sites
    BEGIN INSERT INTO inventory_words (rowid, search_text) VALUES (new.id, new.search_text); END`,
  sql`CREATE TRIGGER inventory_words_removed AFTER DELETE ON inventory_sites
    BEGIN INSERT INTO inventory_words (inventory_words, rowid, search_text)
      VALUES ('delete', old.id, old.search_text); END`,
  sql`CREATE TRIGGER inventory_words_changed AFTER UPDATE OF id, search_text ON inventory_sites
    BEGIN INSERT INTO inventory_words (inventory_words, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
      INSERT INTO inventory_words (rowid, search_text) VALUES (new.id, new.search_text); END`,
];
