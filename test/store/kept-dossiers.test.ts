import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addVersion,
  createDossier,
  findDossier,
  findVersion,
  listDossiers,
  listVersions,
  type VersionToKeep,
} from '../../src/store/kept-dossiers.ts';
import { makeStore, migrate, type Store } from '../../src/store/store.ts';

const run = promisify(execFile);
const NOW = '2026-11-22T09:15:00.000Z';
const LATER = '2026-11-23T09:15:00.000Z';
const ADDRESS = 'a'.repeat(26);

function version(changes: Partial<VersionToKeep> = {}): VersionToKeep {
  return {
    json: '{"id":"un"}',
    title: 'Un dossier',
    comment: '',
    engineVersion: '0.1.0',
    lawDate: '2026-11-22',
    figures: '[]',
    ...changes,
  };
}

let db: Store;
beforeEach(async () => {
  db = makeStore(new Sqlite(':memory:'));
  await migrate(db);
});

const numbers = async (address: string) =>
  (await listVersions(db, address)).map(({ number }) => number).reverse();

describe('versions', () => {
  test('are numbered 1, 2, 3 in their dossier, and keep what was said', async () => {
    await createDossier(db, { address: ADDRESS, version: version({ comment: 'première' }), now: NOW });
    await createDossier(db, { address: 'b', version: version(), now: NOW });
    const second = version({ json: '{"id":"un","title":"é"}', title: 'Autre titre', comment: 'seconde' });
    expect(await addVersion(db, { address: ADDRESS, version: second, now: LATER })).toEqual({
      number: 2,
      isNew: true,
    });
    expect(await findVersion(db, ADDRESS, 1)).toEqual({
      dossier: ADDRESS,
      number: 1,
      json: '{"id":"un"}',
      comment: 'première',
      created_at: NOW,
      engine_version: '0.1.0',
      law_date: '2026-11-22',
      figures: '[]',
    });
    expect((await findVersion(db, ADDRESS, 2))?.json).toBe('{"id":"un","title":"é"}');
    expect(await findVersion(db, ADDRESS, 3)).toBeUndefined();
    expect(await findDossier(db, ADDRESS)).toEqual({
      address: ADDRESS,
      title: 'Autre titre',
      created_at: NOW,
    });
    expect(await numbers('b')).toEqual([1]);
  });

  test('saying exactly the same as the last one adds nothing; saying the same as an older one does', async () => {
    await createDossier(db, { address: ADDRESS, version: version(), now: NOW });
    const again = () => addVersion(db, { address: ADDRESS, version: version(), now: LATER });
    expect(await again()).toEqual({ number: 1, isNew: false });
    await addVersion(db, { address: ADDRESS, version: version({ comment: 'autre' }), now: LATER });
    expect(await again()).toEqual({ number: 3, isNew: true });
    expect(await numbers(ADDRESS)).toEqual([1, 2, 3]);
  });

  test('no dossier, no version', async () => {
    expect(await addVersion(db, { address: 'rien', version: version(), now: NOW })).toBeUndefined();
    expect(await listVersions(db, 'rien')).toEqual([]);
  });

  test('an address that is taken is refused, and its dossier is as it was', async () => {
    await createDossier(db, { address: ADDRESS, version: version(), now: NOW });
    const other = createDossier(db, { address: ADDRESS, version: version({ title: 'Intrus' }), now: LATER });
    await expect(other).rejects.toThrow('UNIQUE');
    expect((await findDossier(db, ADDRESS))?.title).toBe('Un dossier');
    expect(await numbers(ADDRESS)).toEqual([1]);
  });

  test('a list follows the addresses given, with the last version of each', async () => {
    await createDossier(db, { address: 'a', version: version(), now: NOW });
    await createDossier(db, { address: 'b', version: version(), now: NOW });
    await addVersion(db, { address: 'b', version: version({ comment: 'c' }), now: LATER });
    const found = await listDossiers(db, ['b', 'inconnu', 'a']);
    expect(found.map(({ dossier, last }) => [dossier.address, last.number])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});

describe('numbering under concurrency', () => {
  test('fifty saves at once in one program: no hole, no double', async () => {
    await createDossier(db, { address: ADDRESS, version: version(), now: NOW });
    const added = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        addVersion(db, { address: ADDRESS, version: version({ comment: `c${index}` }), now: NOW }),
      ),
    );
    expect(added.map((item) => item?.number).toSorted((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 2),
    );
  });

  test('three programs on one file: no hole, no double, nothing refused', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'levier-store-'));
    try {
      const file = path.join(folder, 'levier.sqlite');
      const one = makeStore(new Sqlite(file));
      await migrate(one);
      await createDossier(one, { address: ADDRESS, version: version(), now: NOW });
      const script = new URL('../support/adding-versions.ts', import.meta.url).pathname;
      const add = (name: string) => run(process.execPath, [script, file, ADDRESS, name, '60']);
      const ends = await Promise.all(['a', 'b', 'c'].map(add));
      expect(ends.map(({ stderr }) => stderr)).toEqual(['', '', '']);
      const kept = await listVersions(one, ADDRESS);
      expect(kept.map(({ number }) => number)).toEqual(
        Array.from({ length: 181 }, (_, index) => 181 - index),
      );
      expect(new Set(kept.map(({ comment }) => comment)).size).toBe(181);
      await one.destroy();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('what is kept never changes, whatever asks', () => {
  beforeEach(async () => {
    await createDossier(db, { address: ADDRESS, version: version(), now: NOW });
    await addVersion(db, { address: ADDRESS, version: version({ comment: 'seconde' }), now: NOW });
  });

  test.each([
    ['changing a version', "UPDATE kept_versions SET json = '{}'", 'never changes'],
    ['changing a comment', "UPDATE kept_versions SET comment = 'x' WHERE number = 1", 'never changes'],
    ['removing a version', 'DELETE FROM kept_versions WHERE number = 2', 'never removed'],
    [
      'putting another in its place',
      "INSERT OR REPLACE INTO kept_versions SELECT dossier, 1, '{}', '', created_at, engine_version, law_date, figures FROM kept_versions WHERE number = 2",
      'numbered one after the other',
    ],
    [
      'leaving a hole',
      "INSERT INTO kept_versions SELECT dossier, 9, '{}', '', created_at, engine_version, law_date, figures FROM kept_versions WHERE number = 2",
      'numbered one after the other',
    ],
    ['removing a dossier', 'DELETE FROM kept_dossiers', 'never removed'],
    ['moving a dossier', "UPDATE kept_dossiers SET address = 'z'", 'keeps its address'],
    [
      'a comment of 501 characters',
      `INSERT INTO kept_versions SELECT dossier, 3, '{}', '${'é'.repeat(501)}', created_at, engine_version, law_date, figures FROM kept_versions WHERE number = 2`,
      'CHECK',
    ],
    [
      'a version of no dossier',
      "INSERT INTO kept_versions SELECT 'rien', 1, '{}', '', created_at, engine_version, law_date, figures FROM kept_versions WHERE number = 2",
      'FOREIGN KEY',
    ],
  ])('%s is refused', async (_, statement, reason) => {
    const before = await db.selectFrom('kept_versions').selectAll().execute();
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(reason);
    expect(await db.selectFrom('kept_versions').selectAll().execute()).toEqual(before);
    expect(await findDossier(db, ADDRESS)).toBeDefined();
  });
});

test('what is acknowledged is on the disk: the log is synchronised at each save', async () => {
  const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(db);
  expect(rows).toEqual([{ synchronous: 2 }]);
});

test('inputs saved before dossiers were kept are still there, and belong to none', async () => {
  const sqlite = new Sqlite(':memory:');
  const old = makeStore(sqlite);
  const { up } = await import('../../migrations/0001-saved-inputs.ts');
  await up(old as never);
  sqlite.exec(
    "INSERT INTO saved_inputs (key, json, content_hash, parent, created_at) VALUES ('k', '{}', 'h', 'p', 't')",
  );
  const { up: next } = await import('../../migrations/0002-kept-dossiers.ts');
  await next(old as never);
  expect(await old.selectFrom('saved_inputs').selectAll().execute()).toEqual([
    { key: 'k', json: '{}', content_hash: 'h', parent: 'p', created_at: 't', kept_dossier: '' },
  ]);
});
