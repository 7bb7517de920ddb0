import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { makeStore, migrate } from '../src/store/store.ts';
import { makeInventoryThread } from '../src/tasks/inventory-thread.ts';
import { sitesCsv } from './some-sites.ts';

/**
 * A program that does nothing but import 25 000 sites, as the server does, then the same file again: prints as JSON
 * the seconds of each, the longest wait of the present thread, and the most memory that the program held.
 */
const folder = mkdtempSync(join(tmpdir(), 'levier-bench-import-'));
const databaseFile = join(folder, 'levier.sqlite');
const store = makeStore(new Sqlite(databaseFile));
await migrate(store);
const thread = makeInventoryThread({
  script: new URL('../src/inventory-worker.ts', import.meta.url),
  databaseFile,
  report: (error) => console.error(error),
});

const bare = process.memoryUsage().rss;
const seconds: number[] = [];
let counts = {};
let longestWait = 0;
let last = performance.now();
const watch = setInterval(() => {
  longestWait = Math.max(longestWait, performance.now() - last - 5);
  last = performance.now();
}, 5);
for (const key of ['first', 'again']) {
  const start = performance.now();
  const upload = thread.imports.begin({ key, name: 'bench.csv', format: undefined });
  if (upload === undefined) throw new Error('busy');
  const given = process.argv[2];
  for (const piece of given === undefined ? sitesCsv(25_000) : [readFileSync(given)]) {
    for (let at = 0; at < piece.byteLength; at += 65_536) await upload.write(piece.subarray(at, at + 65_536));
  }
  upload.end();
  const { accepted, importNumber, problems } = await thread.imports.finished(key);
  if (importNumber === undefined) throw new Error(JSON.stringify(problems));
  seconds.push((performance.now() - start) / 1000);
  counts = { accepted };
}
clearInterval(watch);
const most = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({ seconds, ...counts, bareMb: bare / 2 ** 20, mostMb: most, longestWaitMs: longestWait }),
);
await thread.close();
await store.destroy();
rmSync(folder, { recursive: true, force: true });
if (readdirSync(tmpdir()).some((name) => name.startsWith('levier-import-')))
  throw new Error('a spool was left behind');
