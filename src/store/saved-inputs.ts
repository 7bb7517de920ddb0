import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { SavedInputsTable } from './database.ts';
import type { Store } from './store.ts';

export type SavedInputs = Readonly<Selectable<SavedInputsTable>>;

export interface InputsToSave {
  readonly json: string;
  /** Key of the inputs or id of the case that was changed. */
  readonly parent: string;
  /** Used when these inputs are new. */
  readonly key: string;
  /** ISO 8601. */
  readonly now: string;
  /** Address of the kept dossier that the parent belongs to, if any: the next version goes there. */
  readonly keptDossier?: string | undefined;
}

/** Base 32 without letters that are taken for digits: keys are read aloud and typed again. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** 16 letters of 5 bits: nobody finds a saved dossier by trying addresses. */
export const KEY_BYTES = 16;

/** One letter of 5 bits a byte. @param bytes unguessable ones */
export function keyFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS[byte % 32]).join('');
}

/** Saves inputs and gives their key: that of before when the same text was already saved from the same parent. */
export async function saveInputs(
  db: Store,
  { json, parent, key, now, keptDossier = '' }: InputsToSave,
): Promise<string> {
  const content_hash = createHash('sha256').update(json).digest('hex');
  // Doing nothing on conflict would return no row: the parent is written again, as it was.
  const row = await db
    .insertInto('saved_inputs')
    .values({ key, json, content_hash, parent, created_at: now, kept_dossier: keptDossier })
    .onConflict((conflict) => conflict.columns(['parent', 'content_hash']).doUpdateSet({ parent }))
    .returning('key')
    .executeTakeFirstOrThrow();
  return row.key;
}

export async function findInputs(db: Store, key: string): Promise<SavedInputs | undefined> {
  return await db.selectFrom('saved_inputs').selectAll().where('key', '=', key).executeTakeFirst();
}
