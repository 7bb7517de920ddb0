import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';
import { post } from '../support/api-app.ts';
import { makeTestApp } from '../support/web-app.ts';

/**
 * The error gallery: one bad input a file in `inputs/`, the call it is sent to and the exact answer in `expected/`.
 * The inputs are the shortest dossier that is computed (see example-dossier.ts) with one fault each.
 */
interface Expected {
  readonly call: string;
  readonly status: number;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

const { app } = await makeTestApp();
const INPUTS = readdirSync(new URL('inputs/', import.meta.url)).toSorted();

const send = (call: string, body: string | Uint8Array, type?: string) => post(app, call, body, type);

describe('each bad input is refused with its place and its remedy', () => {
  test.each(INPUTS)('%s', async (file) => {
    const body = readFileSync(new URL(`inputs/${file}`, import.meta.url));
    const name = file.replace(/\.\w+$/, '');
    const expected: Expected = JSON.parse(
      readFileSync(new URL(`expected/${name}.json`, import.meta.url), 'utf8'),
    );
    const { status, headers, json } = await send(expected.call, body);
    expect({ call: expected.call, status, errors: json.errors }).toEqual(expected);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(json).toMatchObject({ type: expect.stringMatching(/^\/api#/), status, title: expect.any(String) });
  });

  test('every expected answer has its input', () => {
    const names = INPUTS.map((file) => file.replace(/\.\w+$/, ''));
    const expected = readdirSync(new URL('expected/', import.meta.url)).map((file) =>
      file.replace(/\.json$/, ''),
    );
    expect(expected.toSorted()).toEqual(names);
  });
});

describe('inputs too long to be files', () => {
  const comparisons = '/api/v1/comparisons';
  const path = (EXAMPLE_DOSSIER.paths as readonly object[])[0];

  test('a body of 10 MB', async () => {
    const { status, headers, json } = await send(
      comparisons,
      JSON.stringify({ summary: 'a'.repeat(10_000_000) }),
    );
    expect(status).toBe(413);
    expect(headers.get('connection')).toBe('close');
    expect(json.errors).toEqual([
      { path: '', message: 'Le corps dépasse 2 Mio : envoyez un seul dossier, sans pièce jointe.' },
    ]);
  });

  test('10 000 sources', async () => {
    const sources = Array.from({ length: 10_000 }, (_, index) => ({
      kind: 'own-funds',
      id: `apport-${index}`,
      label: 'Apport',
      amount: '1.00',
    }));
    const { status, json } = await send(
      comparisons,
      JSON.stringify({ ...EXAMPLE_DOSSIER, paths: [{ ...path, sources }] }),
    );
    expect(status).toBe(422);
    expect(json.errors).toEqual([{ path: 'paths[0].sources', message: 'au plus 15 lignes ici' }]);
  });

  test('a hundred problems at most, and how many others', async () => {
    const fields = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`field${index}`, index]));
    const { status, json } = await send(comparisons, JSON.stringify({ ...EXAMPLE_DOSSIER, ...fields }));
    expect(status).toBe(422);
    expect(json.errors).toHaveLength(101);
    expect(json.errors.at(-1)).toEqual({ path: '', message: 'et 200 autres problèmes' });
  });

  test.each([
    ['lists', '['.repeat(500_000) + ']'.repeat(500_000)],
    ['objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['lists never closed', '['.repeat(500_000)],
  ])('half a million nested %s', async (_, body) => {
    const { status, json } = await send(comparisons, body);
    expect(status).toBe(422);
    expect(json.errors).toEqual([
      { path: '', message: 'imbriqué sur plus de 64 niveaux : aplatissez les données' },
    ]);
  });

  test('100 000 fields', async () => {
    const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, index]));
    const { status, json } = await send(comparisons, JSON.stringify({ ...EXAMPLE_DOSSIER, ...fields }));
    expect(status).toBe(422);
    expect(json.errors.length).toBeLessThanOrEqual(101);
  });
});

describe('content that is not announced as JSON', () => {
  test.each([
    [
      'a form',
      'application/x-www-form-urlencoded',
      'type « application/x-www-form-urlencoded » : envoyez du JSON',
    ],
    ['a text', 'text/plain', 'type « text/plain » : envoyez du JSON'],
    [
      'another charset',
      'application/json; charset=iso-8859-1',
      'jeu de caractères « iso-8859-1 » : envoyez de l’UTF-8',
    ],
  ])('%s', async (_, type, message) => {
    const { status, json } = await send('/api/v1/comparisons', '{}', type);
    expect(status).toBe(415);
    expect(json.detail).toContain(message);
  });

  test('compressed', async () => {
    const response = await app.request('/api/v1/comparisons', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      body: '{}',
    });
    expect(response.status).toBe(415);
  });

  test('UTF-8 said in capitals, with a byte order mark, is read', async () => {
    const { status } = await send('/api/v1/comparisons', '\ufeff{}', 'Application/JSON; Charset="UTF-8"');
    expect(status).toBe(422);
  });
});
