import type { Kysely } from 'kysely';

/** Inputs saved by the page: one row for each content and parent, found by its unguessable key. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_inputs')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('parent', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('saved_inputs_content', ['parent', 'content_hash'])
    .execute();
}
