import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import type { InventoryImports } from '../../src/sites/import/import-progress.ts';
import { isEnded } from '../../src/sites/import/import-progress.ts';
import { makeStore, migrate } from '../../src/store/store.ts';
import { makeInventoryThread } from '../../src/tasks/inventory-thread.ts';
import { EXAMPLE_SITES } from '../../src/web/api/example-sites.ts';
import { IN_WHOLE } from '../support/extent.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'levier-thread-'));
const databaseFile = path.join(folder, 'levier.sqlite');
const store = makeStore(new Sqlite(databaseFile));
await migrate(store);
const defects: unknown[] = [];
const thread = makeInventoryThread({
  script: new URL('../../src/inventory-worker.ts', import.meta.url),
  databaseFile,
  report: (error) => defects.push(error),
});
const { imports } = thread;

afterAll(async () => {
  await thread.close();
  await store.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function send(
  key: string,
  pieces: Iterable<Uint8Array>,
  to: InventoryImports = imports,
): Promise<void> {
  const upload = to.begin({ key, name: `${key}.csv`, format: undefined });
  if (upload === undefined) throw new Error('busy');
  for (const piece of pieces) await upload.write(piece);
  upload.end();
}

const countSites = async () =>
  Number(
    (
      await store
        .selectFrom('inventory_sites')
        .select((e) => e.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

test('imports in its own thread what views of one buffer hold, and gives the buffer back', async () => {
  const whole = Buffer.from(`......${EXAMPLE_SITES}`);
  await send('views', [whole.subarray(6, 50), whole.subarray(50)]);
  const ended = await imports.finished('views');
  expect(ended).toMatchObject({ state: 'done', accepted: 2, rejected: 0, importNumber: 1 });
  expect(whole.toString('utf8')).toContain('Fonderie du canal');
  expect(await countSites()).toBe(2);
  expect(imports.progress('views')).toEqual(ended);
});

test('what is not a file of brownfields is refused, what is given up forgotten', async () => {
  await send('wrong', [Buffer.from('a;b\n1;2\n')]);
  expect(await imports.finished('wrong')).toMatchObject({
    state: 'refused',
    problems: [{ path: 'site_id', message: expect.stringContaining('aucune colonne site_id') }],
  });
  const upload = imports.begin({ key: 'torn', name: 'torn.csv', format: 'csv' });
  await upload?.write(Buffer.from('site_id;comm_insee\nz;42218\n'));
  upload?.abort();
  expect(await imports.finished('torn')).toMatchObject({ state: 'cancelled' });
  expect(await countSites()).toBe(2);
  expect(defects).toEqual([]);
});

test('the thread that dies in an import changes nothing, and the next import starts another', async () => {
  const other = makeInventoryThread({
    script: new URL('../../src/inventory-worker.ts', import.meta.url),
    databaseFile,
    report: () => {},
  });
  const upload = other.imports.begin({ key: 'dead', name: 'dead.csv', format: 'csv' });
  await upload?.write(Buffer.from('site_id;comm_insee\nz;42218\n'));
  await other.close();
  expect(await other.imports.finished('dead')).toMatchObject({ state: 'refused' });
  await send('alive', [Buffer.from(EXAMPLE_SITES)], other.imports);
  expect(await other.imports.finished('alive')).toMatchObject({ state: 'done' });
  await other.close();
  expect(await countSites()).toBe(2);
});

test('nothing of a file is left on the disk', () => {
  expect(
    readdirSync(tmpdir()).filter((name) => name.startsWith('levier-import-') && !name.includes('kills')),
  ).toEqual([]);
});

test('a perimeter of a million points: this thread answers meanwhile', {
  ...IN_WHOLE,
  timeout: 120_000,
}, async () => {
  const count = 1_000_000;
  function* feature(): Generator<Uint8Array> {
    yield Buffer.from(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"site_id":"big","comm_insee":"63113"},"geometry":{"type":"Polygon","coordinates":[[[3.1,45]',
    );
    for (let from = 1; from <= count; from += 5000) {
      const points = Array.from({ length: 5000 }, (_, at) => {
        const angle = (2 * Math.PI * (from + at)) / count;
        return `,[${(3 + 0.1 * Math.cos(angle)).toFixed(7)},${(45 + 0.1 * Math.sin(angle)).toFixed(7)}]`;
      });
      yield Buffer.from(points.join(''));
    }
    yield Buffer.from(']]}}]}');
  }
  await send('million', feature());
  let answered = 0;
  for (
    let progress = imports.progress('million');
    progress !== undefined && !isEnded(progress);
    progress = imports.progress('million')
  ) {
    await countSites();
    answered += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(answered).toBeGreaterThan(20);
  expect(await imports.finished('million')).toMatchObject({ state: 'done', accepted: 1, warned: 1 });
  const { outline } = await store
    .selectFrom('inventory_sites')
    .select('outline')
    .where('site_id', '=', 'big')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(outline ?? '').coordinates[0].length).toBeLessThanOrEqual(2000);
});
