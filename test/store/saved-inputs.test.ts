import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { findInputs, KEY_BYTES, keyFrom, saveInputs } from '../../src/store/saved-inputs.ts';
import { makeStore, migrate } from '../../src/store/store.ts';

const NOW = '2026-11-22T10:00:00.000Z';

async function emptyStore() {
  const db = makeStore(new Sqlite(':memory:'));
  await migrate(db);
  return db;
}

test('the same text from the same parent is one row, under its first key', async () => {
  const db = await emptyStore();
  const first = await saveInputs(db, { json: '{"a":1}', parent: 'case', key: 'k1', now: NOW });
  const again = await saveInputs(db, {
    json: '{"a":1}',
    parent: 'case',
    key: 'k2',
    now: '2027-01-01T00:00:00.000Z',
  });
  const elsewhere = await saveInputs(db, { json: '{"a":1}', parent: 'k1', key: 'k3', now: NOW });
  expect([first, again, elsewhere]).toEqual(['k1', 'k1', 'k3']);
  expect(await findInputs(db, 'k1')).toMatchObject({ json: '{"a":1}', parent: 'case', created_at: NOW });
  expect(await findInputs(db, 'k2')).toBeUndefined();
});

test('a key is never taken from other inputs', async () => {
  const db = await emptyStore();
  await saveInputs(db, { json: '{"a":1}', parent: '', key: 'k1', now: NOW });
  await expect(saveInputs(db, { json: '{"a":2}', parent: '', key: 'k1', now: NOW })).rejects.toThrow(
    'UNIQUE',
  );
});

test('a key is sixteen letters that nobody confuses', () => {
  const key = keyFrom(Uint8Array.from({ length: KEY_BYTES }, (_, index) => index * 17));
  expect(key).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
});

test('migrating again changes nothing', async () => {
  const db = await emptyStore();
  await saveInputs(db, { json: '{}', parent: '', key: 'k1', now: NOW });
  await migrate(db);
  expect(await findInputs(db, 'k1')).toBeDefined();
});
