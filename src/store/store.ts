import type Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as savedInputs from '../../migrations/0001-saved-inputs.ts';
import * as keptDossiers from '../../migrations/0002-kept-dossiers.ts';
import * as inventory from '../../migrations/0003-inventory.ts';
import * as inventorySearch from '../../migrations/0004-inventory-search.ts';
import type { Database } from './database.ts';

/** The database, that every function of this folder takes first. */
export type Store = Kysely<Database>;

/** In the order of their names. A migration is never edited once released. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-saved-inputs': savedInputs,
  '0002-kept-dossiers': keptDossiers,
  '0003-inventory': inventory,
  '0004-inventory-search': inventorySearch,
};

/** How every connection of ours is set. */
export function prepareConnection(sqlite: Sqlite.Database): void {
  // Readers and the writer do not wait for each other.
  sqlite.pragma('journal_mode = WAL');
  // The log is on the disk before a save is acknowledged: neither a crash nor a power cut takes it back.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('busy_timeout = 2000');
  sqlite.pragma('foreign_keys = ON');
}

/** @param sqlite an open database file, or one in memory for tests: only `server.ts` opens files */
export function makeStore(sqlite: Sqlite.Database): Store {
  prepareConnection(sqlite);
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
}

/** Brings the tables to the form that this version expects. @throws the failure of the first migration that fails */
export async function migrate(db: Store): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
