import type { Selectable } from 'kysely';
import type { ShareLinksTable } from './database.ts';
import type { Store } from './store.ts';

export type ShareLink = Readonly<Selectable<ShareLinksTable>>;

/** 26 letters of 5 bits: 130 bits. */
export const TOKEN_BYTES = 26;

/**
 * Makes a link that shows one version.
 * @param token unguessable, `TOKEN_BYTES` letters
 * @param now ISO 8601
 * @throws when there is no such version, or when the token is taken
 */
export async function createShareLink(
  db: Store,
  link: { readonly token: string; readonly dossier: string; readonly number: number; readonly now: string },
): Promise<void> {
  const { token, dossier, number, now } = link;
  await db
    .insertInto('share_links')
    .values({ token, dossier, number, created_at: now, revoked_at: null })
    .execute();
}

/** The link of a token, revoked or not. */
export async function findShareLink(db: Store, token: string): Promise<ShareLink | undefined> {
  return await db.selectFrom('share_links').selectAll().where('token', '=', token).executeTakeFirst();
}

/** The links of a dossier, the newest first. */
export async function listShareLinks(db: Store, dossier: string): Promise<ShareLink[]> {
  return await db
    .selectFrom('share_links')
    .selectAll()
    .where('dossier', '=', dossier)
    .orderBy('created_at', 'desc')
    .orderBy('token')
    .execute();
}

/**
 * Ends a link for good; nothing happens to one that was revoked before.
 * @param now ISO 8601
 * @returns false when this dossier has no such link
 */
export async function revokeShareLink(
  db: Store,
  { token, dossier, now }: { readonly token: string; readonly dossier: string; readonly now: string },
): Promise<boolean> {
  const link = await findShareLink(db, token);
  if (link === undefined || link.dossier !== dossier) return false;
  await db
    .updateTable('share_links')
    .set({ revoked_at: now })
    .where('token', '=', token)
    .where('revoked_at', 'is', null)
    .execute();
  return true;
}
