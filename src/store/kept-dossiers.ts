import { type Selectable, sql } from 'kysely';
import type { KeptDossiersTable, KeptVersionsTable } from './database.ts';
import type { Store } from './store.ts';

export type KeptDossier = Readonly<Selectable<KeptDossiersTable>>;
export type KeptVersion = Readonly<Selectable<KeptVersionsTable>>;
/** What a list of versions shows: all but the inputs and the figures. */
export type VersionSummary = Omit<KeptVersion, 'json' | 'figures'>;

/** 26 letters of 5 bits: 130 bits, for what opens a dossier for ever. */
export const ADDRESS_BYTES = 26;
/** Characters of a comment. */
export const LONGEST_COMMENT = 500;

export interface VersionToKeep {
  /** The dossier as typed, as JSON text. */
  readonly json: string;
  /** Of the dossier in this version. */
  readonly title: string;
  readonly comment: string;
  readonly engineVersion: string;
  /** ISO date. */
  readonly lawDate: string;
  /** Key figures as JSON text. */
  readonly figures: string;
}

export interface AddedVersion {
  readonly number: number;
  /** False when it says exactly what the last version says: that one stands. */
  readonly isNew: boolean;
}

/**
 * Keeps a new dossier with its first version.
 * @param address unguessable, `ADDRESS_BYTES` letters
 * @param now ISO 8601
 * @throws when the address is taken
 */
export async function createDossier(
  db: Store,
  {
    address,
    version,
    now,
  }: { readonly address: string; readonly version: VersionToKeep; readonly now: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('kept_dossiers')
      .values({ address, title: version.title, created_at: now })
      .execute();
    await insertVersion(transaction, address, version, now);
  });
}

/**
 * Adds the next version of a dossier; a form sent twice adds one.
 * @param now ISO 8601
 * @returns undefined when no dossier has this address
 */
export async function addVersion(
  db: Store,
  {
    address,
    version,
    now,
  }: { readonly address: string; readonly version: VersionToKeep; readonly now: string },
): Promise<AddedVersion | undefined> {
  return await db.transaction().execute(async (transaction) => {
    // Writing first takes the lock: no other program can number a version meanwhile.
    const { numUpdatedRows } = await transaction
      .updateTable('kept_dossiers')
      .set({ title: version.title })
      .where('address', '=', address)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return undefined;
    const last = await transaction
      .selectFrom('kept_versions')
      .selectAll()
      .where('dossier', '=', address)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last !== undefined && saysTheSame(last, version)) return { number: last.number, isNew: false };
    return { number: await insertVersion(transaction, address, version, now), isNew: true };
  });
}

function saysTheSame(last: KeptVersion, version: VersionToKeep): boolean {
  return (
    last.json === version.json &&
    last.comment === version.comment &&
    last.engine_version === version.engineVersion &&
    last.figures === version.figures
  );
}

async function insertVersion(
  db: Store,
  address: string,
  { json, comment, engineVersion, lawDate, figures }: VersionToKeep,
  now: string,
): Promise<number> {
  const row = await db
    .insertInto('kept_versions')
    .values(({ selectFrom }) => ({
      dossier: address,
      number: selectFrom('kept_versions')
        .where('dossier', '=', address)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next')),
      json,
      comment,
      created_at: now,
      engine_version: engineVersion,
      law_date: lawDate,
      figures,
    }))
    .returning('number')
    .executeTakeFirstOrThrow();
  return row.number;
}

export async function findDossier(db: Store, address: string): Promise<KeptDossier | undefined> {
  return await db.selectFrom('kept_dossiers').selectAll().where('address', '=', address).executeTakeFirst();
}

export async function findVersion(
  db: Store,
  address: string,
  number: number,
): Promise<KeptVersion | undefined> {
  return await db
    .selectFrom('kept_versions')
    .selectAll()
    .where('dossier', '=', address)
    .where('number', '=', number)
    .executeTakeFirst();
}

function summaries(db: Store, address: string) {
  return db
    .selectFrom('kept_versions')
    .select(['dossier', 'number', 'comment', 'created_at', 'engine_version', 'law_date'])
    .where('dossier', '=', address)
    .orderBy('number', 'desc');
}

/** The versions of a dossier, the last one first. */
export async function listVersions(db: Store, address: string): Promise<VersionSummary[]> {
  return await summaries(db, address).execute();
}

/** The dossiers of these addresses with their last version, in the order of the addresses; unknown ones are left out. */
export async function listDossiers(
  db: Store,
  addresses: readonly string[],
): Promise<{ readonly dossier: KeptDossier; readonly last: VersionSummary }[]> {
  const found: { dossier: KeptDossier; last: VersionSummary }[] = [];
  for (const address of addresses) {
    const dossier = await findDossier(db, address);
    const last = await summaries(db, address).limit(1).executeTakeFirst();
    if (dossier !== undefined && last !== undefined) found.push({ dossier, last });
  }
  return found;
}
