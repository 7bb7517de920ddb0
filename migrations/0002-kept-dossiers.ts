import { type Kysely, sql } from 'kysely';

/**
 * Dossiers that people keep, their numbered versions, and the links that show one version.
 * What a version says never changes: SQLite itself refuses, whatever program asks.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('saved_inputs')
    .addColumn('kept_dossier', 'text', (column) => column.notNull().defaultTo(''))
    .execute();

  await db.schema
    .createTable('kept_dossiers')
    .addColumn('address', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('kept_versions')
    .addColumn('dossier', 'text', (column) => column.notNull().references('kept_dossiers.address'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('comment', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('engine_version', 'text', (column) => column.notNull())
    .addColumn('law_date', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('kept_versions_number', ['dossier', 'number'])
    .addCheckConstraint('kept_versions_first', sql`number >= 1`)
    .addCheckConstraint('kept_versions_comment', sql`length(comment) <= 500`)
    .execute();

  await db.schema
    .createTable('share_links')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('dossier', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addForeignKeyConstraint('share_links_version', ['dossier', 'number'], 'kept_versions', [
      'dossier',
      'number',
    ])
    .execute();
  await db.schema
    .createIndex('share_links_by_version')
    .on('share_links')
    .columns(['dossier', 'number'])
    .execute();

  for (const trigger of TRIGGERS) await trigger.execute(db);
}

const TRIGGERS = [
  sql`CREATE TRIGGER kept_versions_no_update BEFORE UPDATE ON kept_versions
    BEGIN SELECT RAISE(ABORT, 'a kept version never changes'); END`,
  sql`CREATE TRIGGER kept_versions_no_delete BEFORE DELETE ON kept_versions
    BEGIN SELECT RAISE(ABORT, 'a kept version is never removed'); END`,
  // Also what stops INSERT OR REPLACE, which fires no DELETE trigger.
  sql`CREATE TRIGGER kept_versions_follow BEFORE INSERT ON kept_versions
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM kept_versions WHERE dossier = NEW.dossier)
    BEGIN SELECT RAISE(ABORT, 'versions are numbered one after the other'); END`,
  sql`CREATE TRIGGER kept_dossiers_no_delete BEFORE DELETE ON kept_dossiers
    BEGIN SELECT RAISE(ABORT, 'a kept dossier is never removed'); END`,
  sql`CREATE TRIGGER kept_dossiers_same_address BEFORE UPDATE ON kept_dossiers
    WHEN NEW.address <> OLD.address OR NEW.created_at <> OLD.created_at
    BEGIN SELECT RAISE(ABORT, 'a kept dossier keeps its address'); END`,
  // A link only ever changes once, when it is revoked.
  sql`CREATE TRIGGER share_links_revoked_once BEFORE UPDATE ON share_links
    WHEN OLD.revoked_at IS NOT NULL OR NEW.token <> OLD.token OR NEW.dossier <> OLD.dossier
      OR NEW.number <> OLD.number OR NEW.created_at <> OLD.created_at
    BEGIN SELECT RAISE(ABORT, 'a share link can only be revoked'); END`,
];
