import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { createDossier } from '../../src/store/kept-dossiers.ts';
import {
  createShareLink,
  findShareLink,
  listShareLinks,
  revokeShareLink,
  TOKEN_BYTES,
} from '../../src/store/share-links.ts';
import { makeStore, migrate, type Store } from '../../src/store/store.ts';

const NOW = '2026-11-22T09:15:00.000Z';
const LATER = '2026-11-23T09:15:00.000Z';

let db: Store;
beforeEach(async () => {
  db = makeStore(new Sqlite(':memory:'));
  await migrate(db);
  const version = {
    json: '{}',
    title: '',
    comment: '',
    engineVersion: '0.1.0',
    lawDate: '2026-11-22',
    figures: '[]',
  };
  await createDossier(db, { address: 'mine', version, now: NOW });
  await createDossier(db, { address: 'other', version, now: NOW });
  await createShareLink(db, { token: 't1', dossier: 'mine', number: 1, now: NOW });
});

test('a token holds at least 128 bits', () => {
  expect(TOKEN_BYTES * 5).toBeGreaterThanOrEqual(128);
});

test('a link shows one version that exists', async () => {
  expect(await findShareLink(db, 't1')).toEqual({
    token: 't1',
    dossier: 'mine',
    number: 1,
    created_at: NOW,
    revoked_at: null,
  });
  expect(await findShareLink(db, 't2')).toBeUndefined();
  const missing = createShareLink(db, { token: 't2', dossier: 'mine', number: 2, now: NOW });
  await expect(missing).rejects.toThrow('FOREIGN KEY');
});

test('a link is revoked once, by its dossier only, and never works again', async () => {
  expect(await revokeShareLink(db, { token: 't1', dossier: 'other', now: NOW })).toBe(false);
  expect((await findShareLink(db, 't1'))?.revoked_at).toBeNull();
  expect(await revokeShareLink(db, { token: 't1', dossier: 'mine', now: NOW })).toBe(true);
  expect(await revokeShareLink(db, { token: 't1', dossier: 'mine', now: LATER })).toBe(true);
  expect((await findShareLink(db, 't1'))?.revoked_at).toBe(NOW);
  await expect(sql`UPDATE share_links SET revoked_at = NULL`.execute(db)).rejects.toThrow('only be revoked');
});

test('a link cannot be turned to another version', async () => {
  await expect(sql`UPDATE share_links SET dossier = 'other'`.execute(db)).rejects.toThrow('only be revoked');
});

test('the links of a dossier are its own', async () => {
  await createShareLink(db, { token: 't0', dossier: 'mine', number: 1, now: LATER });
  await createShareLink(db, { token: 't3', dossier: 'other', number: 1, now: LATER });
  expect((await listShareLinks(db, 'mine')).map(({ token }) => token)).toEqual(['t0', 't1']);
});
