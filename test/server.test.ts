import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scenarios } from './support/dossiers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'levier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function launch(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['src/server.ts'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, LEVIER_DATA: folder, PORT: '0', ...environment },
  });
}

interface End {
  readonly code: number | null;
  readonly errors: string;
}

async function endOf(server: ChildProcess): Promise<End> {
  let errors = '';
  server.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return await new Promise((resolve) => server.once('close', (code) => resolve({ code, errors })));
}

async function addressOf(server: ChildProcess): Promise<string> {
  return await new Promise((resolve) => {
    server.stdout?.on('data', (chunk) => {
      const [address] = /http:\/\/[\d.:]+/.exec(String(chunk)) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}

describe('what prevents the start is one line in French that says what to do', () => {
  test('a port taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const end = await endOf(launch({ PORT: String(port) }));
    taken.close();
    expect(end).toEqual({
      code: 1,
      errors: `Le port ${port} est déjà pris : arrêtez l’autre programme, ou lancez avec PORT=${port + 1}.\n`,
    });
  });

  test('a port that is no number', async () => {
    expect(await endOf(launch({ PORT: 'abc' }))).toEqual({
      code: 1,
      errors: 'PORT vaut « abc » : écrivez un nombre de 1 à 65535, par exemple PORT=3000.\n',
    });
  });

  test('a data folder that cannot be written', async () => {
    expect(await endOf(launch({ LEVIER_DATA: '/dev/null/levier' }))).toEqual({
      code: 1,
      errors:
        'Le dossier de données /dev/null/levier ne peut pas être écrit (ENOTDIR) : donnez-en un autre avec LEVIER_DATA=/chemin, ou corrigez ses droits.\n',
    });
  });
});

test('serves the first page, and closes cleanly when asked', async () => {
  const server = launch({});
  const end = endOf(server);
  const response = await fetch(await addressOf(server));
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain('<title>Accueil · Levier</title>');
  // Its cards have their figures at once: those of the cases shipped are written with them.
  expect(html.match(/class="card-figures"/g)?.length).toBe(scenarios().length);
  server.kill('SIGTERM');
  expect(await end).toEqual({ code: 0, errors: '' });
});
