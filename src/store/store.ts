import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

/** The database, that every function of this folder takes first. */
export type Store = Kysely<Database>;
