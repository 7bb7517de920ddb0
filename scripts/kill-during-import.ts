import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sitesCsv } from '../bench/some-sites.ts';
import { loadTerritory } from '../src/sites/territory/territory.ts';
import { importFile } from '../src/store/inventory-import.ts';
import { makeStore, migrate } from '../src/store/store.ts';

/**
 * An import that is killed leaves the inventory as it was: imports a file in a program of its own, kills it (SIGKILL)
 * at random moments, and checks that the inventory, its words and its territories are exactly as before or exactly as
 * after, and that the database is whole. Half of the kills fall around the writing. Ends with 1 otherwise.
 *
 *   node scripts/kill-during-import.ts [kills] [seed]
 *   node scripts/kill-during-import.ts --import FILE    (the program that is killed)
 */
const SITES = 3000;

function fileOfSites(change: string): Uint8Array {
  const text = Buffer.concat([...sitesCsv(SITES)]).toString('utf8');
  return Buffer.from(change === '' ? text : text.replaceAll('de la rue des Forges', change));
}

/** The same import as that of the server, on the file of a database; says when it reads and writes. */
async function importOnce(databaseFile: string): Promise<void> {
  const sqlite = new Sqlite(databaseFile);
  makeStore(sqlite);
  const territory = loadTerritory((url) => readFileSync(url, 'utf8'));
  let said = '';
  await importFile(
    sqlite,
    { name: 'kill.csv', format: 'csv', encoding: 'utf-8', pieces: [fileOfSites('du chemin Neuf')] },
    {
      territory,
      now: () => '2026-11-22T10:00:00.000Z',
      tell: (_, step) => {
        if (step !== said) process.stdout.write(`${step}\n`);
        said = step;
      },
      isCancelled: () => false,
    },
  );
  process.stdout.write('done\n');
}

/** Everything that an import may change, in one figure. */
function fingerprint(databaseFile: string, problems: string[]): string {
  const sqlite = new Sqlite(databaseFile);
  const whole = sqlite.pragma('integrity_check', { simple: true });
  if (whole !== 'ok') problems.push(`integrity_check: ${whole}`);
  try {
    sqlite.exec("INSERT INTO inventory_words (inventory_words) VALUES ('integrity-check')");
  } catch (error) {
    problems.push(`words: ${error}`);
  }
  const hash = createHash('sha256');
  for (const [table, order] of [
    ['inventory_sites', 'id'],
    ['inventory_imports', 'id'],
    ['inventory_import_rows', 'import, is_rejected, row'],
    ['inventory_territories', 'kind, code'],
  ])
    for (const row of sqlite.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).iterate())
      hash.update(JSON.stringify(row));
  const found = sqlite
    .prepare("SELECT count(*) AS found FROM inventory_words WHERE inventory_words MATCH 'neuf'")
    .get();
  hash.update(JSON.stringify(found));
  sqlite.close();
  return hash.digest('hex');
}

function copyOf(from: string, to: string): void {
  for (const end of ['', '-wal', '-shm']) {
    rmSync(to + end, { force: true });
    if (existsSync(from + end)) copyFileSync(from + end, to + end);
  }
}

/** Starts an import; gives the moments at which it says what it does. */
function launch(databaseFile: string): { child: ChildProcess; reached: (step: string) => Promise<void> } {
  const child = spawn(process.execPath, [import.meta.filename, '--import', databaseFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (text) => {
    said += text;
  });
  const reached = async (step: string) => {
    while (!said.includes(step) && child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { child, reached };
}

async function killMany(kills: number, seed: number): Promise<number> {
  let state = seed;
  // The same moments again for the same seed (mulberry32).
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'levier-import-kills-'));
  const problems: string[] = [];
  const counts = { before: 0, after: 0 };
  try {
    const origin = path.join(folder, 'origin.sqlite');
    const sqlite = new Sqlite(origin);
    await migrate(makeStore(sqlite));
    await importFile(
      sqlite,
      { name: 'before.csv', format: 'csv', encoding: 'utf-8', pieces: [fileOfSites('')] },
      {
        territory: loadTerritory((url) => readFileSync(url, 'utf8')),
        now: () => '2026-11-21T10:00:00.000Z',
        tell: () => {},
        isCancelled: () => false,
      },
    );
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    sqlite.close();

    const trial = path.join(folder, 'trial.sqlite');
    const before = fingerprint(origin, problems);
    copyOf(origin, trial);
    // One import to its end tells what « after » is, and how long each part takes.
    const whole = launch(trial);
    await whole.reached('reading');
    const readingFrom = performance.now();
    await whole.reached('writing');
    const writingFrom = performance.now();
    await whole.reached('done');
    const [reading, writing] = [writingFrom - readingFrom, performance.now() - writingFrom];
    await new Promise((resolve) =>
      whole.child.exitCode === null ? whole.child.once('exit', resolve) : resolve(0),
    );
    const after = fingerprint(trial, problems);
    if (before === after) problems.push('the import changes nothing: nothing would be proved');

    for (let round = 0; round < kills && problems.length === 0; round++) {
      copyOf(origin, trial);
      const { child, reached } = launch(trial);
      const isLate = round % 2 === 1;
      await reached(isLate ? 'writing' : 'reading');
      await new Promise((resolve) => setTimeout(resolve, random() * (isLate ? writing * 2.5 : reading)));
      const ended = new Promise((resolve) =>
        child.exitCode === null ? child.once('exit', resolve) : resolve(0),
      );
      child.kill('SIGKILL');
      await ended;
      const found = fingerprint(trial, problems);
      if (found === before) counts.before++;
      else if (found === after) counts.after++;
      else problems.push(`kill ${round}: the inventory is neither as before nor as after`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const problem of problems) console.error(problem);
  console.log(
    `${kills} kills during imports, ${counts.before} as before, ${counts.after} as after: ${problems.length === 0 ? 'nothing in between' : `${problems.length} problems`} (seed ${seed})`,
  );
  if (counts.before === 0) {
    console.error('no kill came before the end: nothing was proved');
    return 1;
  }
  return problems.length === 0 ? 0 : 1;
}

if (process.argv[2] === '--import') await importOnce(process.argv[3] ?? '');
else
  process.exitCode = await killMany(
    Number(process.argv[2] ?? 40),
    Number(process.argv[3] ?? Date.now() % 1_000_000),
  );
