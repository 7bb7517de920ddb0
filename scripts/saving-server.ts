import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { serve } from '@hono/node-server';
import Sqlite from 'better-sqlite3';
import { pino } from 'pino';
import { makeStore, migrate } from '../src/store/store.ts';
import type { RunTask } from '../src/tasks/run-task.ts';
import { createApp } from '../src/web/app.ts';
import { makeAssets } from '../views/assets.ts';

/**
 * The web application on a real database file, without its workers: pages and saves are the real ones, figures are
 * invented, so that it starts in a blink. `kill-during-saves.ts` starts it and kills it. Its code is loaded at once;
 * the database is opened when a line comes on its input.
 */
const folder = process.argv[2] ?? '';

const figures = Array.from({ length: 45 }, (_, index) => ({
  lens: 'founder',
  id: `figure-${index}`,
  label: `Chiffre ${index}`,
  unit: 'EUR',
  value: `${index}.00`,
}));

const inventFigures = async (_: string, { dossier }: { dossier: { title?: unknown } }) => ({
  ok: true,
  value: {
    title: String(dossier.title),
    lawDate: '2026-11-22',
    paths: [{ id: 'bank-loan', label: 'Voie', verdict: 'possible', figures }],
  },
});

await once(process.stdin, 'data');
process.stdin.unref();
const store = makeStore(new Sqlite(path.join(folder, 'levier.sqlite')));
await migrate(store);
const app = createApp({
  run: inventFigures as unknown as RunTask,
  store,
  // No import is asked of it.
  inventory: {
    begin: () => undefined,
    progress: () => undefined,
    cancel: () => false,
    finished: () => Promise.reject(new Error('no import')),
    running: () => [],
  },
  scenarios: [],
  caseFigures: new Map(),
  assets: makeAssets((url) => new Uint8Array(readFileSync(url))),
  logger: pino({ level: 'error' }),
  engineVersion: '0',
  now: () => new Date().toISOString(),
  randomBytes: (count) => randomBytes(count),
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
server.once('listening', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`);
  // A killed program keeps nothing of what it compiled: the next one would start as slowly.
  flushCompileCache();
});
