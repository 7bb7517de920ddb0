import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { EXAMPLE_DOSSIER } from '../src/web/api/example-dossier.ts';

/**
 * Nothing acknowledged is lost: saves versions through HTTP in a loop, kills the server (SIGKILL) at random moments,
 * starts it again, and checks that every version whose save was answered is there, byte for byte, that numbers have
 * neither hole nor double, and that the database is whole. One kill in ten is that of the whole server; the others
 * are those of `saving-server.ts`, which starts faster. Ends with 1 when anything is lost.
 *
 *   node scripts/kill-during-saves.ts [kills] [seed]
 */
const KILLS = Number(process.argv[2] ?? 200);
const SEED = Number(process.argv[3] ?? Date.now() % 1_000_000);
const WHOLE_SERVER_EVERY = 10;
/** Saves under way at once. */
const CLIENTS = 3;
/** The kill comes at most so long, in milliseconds, after a first save was acknowledged… */
const LONGEST_AFTER_A_SAVE = 80;
/** … or, one time in four, after the first request, whether anything was acknowledged or not. */
const LONGEST_AFTER_A_REQUEST = 60;
const PATIENCE = 20_000;

interface Saved {
  readonly address: string;
  readonly number: number;
  readonly json: string;
  readonly comment: string;
}

const folder = mkdtempSync(path.join(tmpdir(), 'levier-kills-'));
const LIGHT_SERVER = ['scripts/saving-server.ts', folder];
const root = new URL('..', import.meta.url);
const problems: string[] = [];
const acknowledged: Saved[] = [];
let interrupted = 0;

/** The same moments again for the same seed (mulberry32). */
let state = SEED;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Running {
  readonly child: ChildProcess;
  readonly origin: string;
}

function launch(script: readonly string[]): ChildProcess {
  const env = {
    ...process.env,
    LEVIER_DATA: folder,
    PORT: '0',
    NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
  };
  return spawn(process.execPath, script, { cwd: root, env, stdio: ['pipe', 'pipe', 'inherit'] });
}

/** The light server that comes next: it loads its code while the present one is being killed. */
let waiting = launch(LIGHT_SERVER);

/** Starts a server on the data folder as it is, and waits until it listens. */
async function start(isWhole: boolean): Promise<Running> {
  const child = isWhole ? launch(['src/server.ts']) : waiting;
  if (!isWhole) {
    waiting = launch(LIGHT_SERVER);
    child.stdin?.write('\n');
  }
  const origin = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the server does not start')), PATIENCE);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.on('data', (chunk) => {
      const [found] = /http:\/\/[\d.:]+/.exec(String(chunk)) ?? [];
      if (found === undefined) return;
      clearTimeout(late);
      child.removeAllListeners('exit');
      resolve(found);
    });
  });
  return { child, origin };
}

async function kill({ child }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Posts a form and reads where a save leads; undefined when it was not acknowledged. */
async function save(
  url: string,
  fields: Record<string, string>,
): Promise<{ address: string; number: number } | undefined> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual', signal }).catch(
    () => undefined,
  );
  if (response === undefined) {
    if (signal.aborted) problems.push(`a save was not answered in ${PATIENCE} ms`);
    return undefined;
  }
  const location = response.headers.get('Location') ?? '';
  const [, address, number] = /^\/mes-dossiers\/([0-9a-z]{26})\?enregistree=(\d+)$/.exec(location) ?? [];
  if (response.status === 303 && address !== undefined) return { address, number: Number(number) };
  problems.push(`a save was answered ${response.status} ${location}`);
  return undefined;
}

/** A dossier that no other save holds, of a size of its own. */
function someDossier(name: string): string {
  const summary = `${name} – ${'é'.repeat(Math.floor(random() * 1500))}`;
  return JSON.stringify({ ...EXAMPLE_DOSSIER, title: name, summary });
}

/** One client: a new dossier from a file, then version after version of it, until the server is gone. */
async function saveUntilKilled({ origin }: Running, name: string, isWhole: boolean): Promise<void> {
  let json = someDossier(name);
  const first = await save(`${origin}/mes-dossiers/importer`, { json, commentaire: name });
  if (first === undefined) {
    interrupted += 1;
    return;
  }
  const { address } = first;
  acknowledged.push({ ...first, json, comment: name });
  for (let index = 1; ; index++) {
    const comment = `${name}, enregistrement ${index}`;
    // The whole server computes each new dossier: there, versions differ by their comment alone.
    const isFile = !isWhole && index % 2 === 1;
    if (isFile) json = someDossier(comment);
    const last = acknowledged.findLast((saved) => saved.address === address)?.number ?? 1;
    const saved = isFile
      ? await save(`${origin}/mes-dossiers/${address}/importer`, { json, commentaire: comment })
      : await save(`${origin}/mes-dossiers`, { cle: `${address}-${last}`, commentaire: comment });
    if (saved === undefined) {
      interrupted += 1;
      return;
    }
    if (saved.address !== address) problems.push(`a version of ${address} went to ${saved.address}`);
    acknowledged.push({ ...saved, json, comment });
  }
}

/** What the restarted server gives back of a version must be what was sent. */
async function checkThroughServer({ origin }: Running, saved: Saved): Promise<void> {
  const { address, number, json } = saved;
  const response = await fetch(`${origin}/dossiers/${address}-${number}/dossier.json`);
  const expected = `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
  if ((await response.text()) !== expected)
    problems.push(`version ${number} of ${address} is served changed`);
}

/** @param from rank of the first save to compare byte for byte; those before were compared before */
function checkDatabase(from: number): void {
  const database = new Sqlite(path.join(folder, 'levier.sqlite'));
  const whole = database.pragma('integrity_check', { simple: true });
  if (whole !== 'ok') problems.push(`integrity_check: ${whole}`);
  const orphans = database.pragma('foreign_key_check') as unknown[];
  if (orphans.length > 0) problems.push(`${orphans.length} rows refer to nothing`);

  const numbering = database
    .prepare(
      `SELECT d.address, count(v.number) AS count, max(v.number) AS last FROM kept_dossiers d
       LEFT JOIN kept_versions v ON v.dossier = d.address GROUP BY d.address`,
    )
    .all() as { address: string; count: number; last: number | null }[];
  for (const { address, count, last } of numbering) {
    if (count === 0 || count !== last)
      problems.push(`${address}: ${count} versions, the last one is ${last}`);
  }
  const { versions } = database.prepare('SELECT count(*) AS versions FROM kept_versions').get() as {
    versions: number;
  };
  // At most one save of each client was under way at each kill.
  if (versions < acknowledged.length || versions > acknowledged.length + interrupted) {
    problems.push(`${versions} versions for ${acknowledged.length} saves acknowledged, ${interrupted} cut`);
  }
  const find = database.prepare('SELECT json, comment FROM kept_versions WHERE dossier = ? AND number = ?');
  for (const { address, number, json, comment } of acknowledged.slice(from)) {
    const row = find.get(address, number) as { json: string; comment: string } | undefined;
    if (row === undefined) problems.push(`version ${number} of ${address} is lost`);
    else if (row.json !== json || row.comment !== comment)
      problems.push(`version ${number} of ${address} is changed`);
  }
  database.close();
}

const started = Date.now();
const isWholeAt = (round: number) => round % WHOLE_SERVER_EVERY === WHOLE_SERVER_EVERY - 1;
console.log(`seed ${SEED}`);
try {
  let server = await start(isWholeAt(0));
  for (let round = 0; round < KILLS && problems.length === 0; round++) {
    const isWhole = isWholeAt(round);
    const from = acknowledged.length;
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      saveUntilKilled(server, `tour ${round}, poste ${client}`, isWhole),
    );
    const isBlind = round % 4 === 3;
    while (!isBlind && acknowledged.length === from && problems.length === 0) await wait(1);
    await wait(random() * (isBlind ? LONGEST_AFTER_A_REQUEST : LONGEST_AFTER_A_SAVE));
    await kill(server);
    await Promise.all(clients);
    // The server itself opens what the kill left, before anything else does.
    server = await start(isWholeAt(round + 1));
    checkDatabase(from);
    const last = acknowledged.at(-1);
    if (last !== undefined) await checkThroughServer(server, last);
  }
  await kill(server);
  // And at the end, all of it again.
  checkDatabase(0);
} catch (error) {
  problems.push(String(error));
} finally {
  waiting.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

const seconds = Math.round((Date.now() - started) / 1000);
for (const problem of problems.slice(0, 20)) console.error(problem);
console.log(
  `${KILLS} kills, ${acknowledged.length} saves acknowledged, ${interrupted} cut: ${problems.length === 0 ? 'nothing lost' : `${problems.length} problems`} (${seconds} s)`,
);
if (acknowledged.length < KILLS) {
  console.error('fewer saves than kills: nothing was proved');
  process.exitCode = 1;
}
if (problems.length > 0) process.exitCode = 1;
