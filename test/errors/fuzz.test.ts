import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { TOOLS } from '../../src/tools/tools.ts';
import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';
import { post, scenarioDossier } from '../support/api-app.ts';
import { testOften } from '../support/extent.ts';
import { makeTestApp, scenarioText } from '../support/web-app.ts';

/**
 * Random changes of valid bodies: never an error of the server, never a computation without end.
 * The seed is fixed, so that a run says the same thing twice; change it to look further.
 */
const SEED = 20261122;
const LONGEST_MS = 5000;
const { app } = await makeTestApp();
const SCENARIO_TEXT = scenarioText();

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Step = string | number;

function leaves(value: Json, path: readonly Step[] = []): (readonly Step[])[] {
  if (value === null || typeof value !== 'object') return [path];
  const entries: (readonly [Step, Json])[] = Array.isArray(value)
    ? value.map((child, index) => [index, child] as const)
    : Object.entries(value);
  return entries.flatMap(([step, child]) => leaves(child, [...path, step]));
}

function change(
  value: Json,
  path: readonly Step[],
  make: (holder: Record<Step, Json>, last: Step) => void,
): void {
  let holder = value as Record<Step, Json>;
  for (const step of path.slice(0, -1)) {
    const next = holder[step];
    // An earlier change may have removed the way.
    if (next === null || typeof next !== 'object') return;
    holder = next as Record<Step, Json>;
  }
  const last = path.at(-1);
  if (last !== undefined && last in holder) make(holder, last);
}

/** What a person or a program may put in place of a number, a date, a word: at the limits, past them, or elsewhere. */
const AMOUNTS = [
  '0',
  '0.01',
  '1',
  '-1',
  '0.5',
  '1.0',
  '999999999999999.99',
  '1000000000000000',
  '0.000000000001',
  '1,5',
  '1e9',
  'NaN',
  '',
];
const DATES = [
  '1900-01-01',
  '2199-12-31',
  '2026-12-31',
  '2027-02-29',
  '2028-02-29',
  '2040-06-15',
  '15/01/2027',
];
const WORDS = [
  'none',
  'total',
  'partial',
  'bullet',
  'level-principal',
  'paid',
  'capitalised',
  'rate',
  'amount',
  'loan',
  'gap',
  'operator',
  'SCOP',
  'bank',
];
const NUMBERS = [0, 1, 2, 12, 40, 239, 240, 480, 481, -1, 1.5];

const replacement: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...AMOUNTS) },
  { weight: 2, arbitrary: fc.constantFrom(...DATES) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json> },
);

const changes = fc.array(
  fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('replace', 'replace', 'replace', 'same-kind', 'same-kind', 'remove'),
    by: replacement,
  }),
  { minLength: 1, maxLength: 4 },
);

/** A replacement of the kind that stands there, so that many changed bodies are still accepted. */
function ofSameKind(standing: Json, seed: number): Json {
  const from = <T>(values: readonly T[]): T => values[seed % values.length] as T;
  if (typeof standing === 'number') return from(NUMBERS);
  if (typeof standing === 'boolean') return !standing;
  if (typeof standing !== 'string') return standing;
  if (/^\d{4}-\d{2}-\d{2}$/.test(standing)) return from(DATES);
  return /^-?[\d.]+$/.test(standing) ? from(AMOUNTS) : standing;
}

function changed(
  body: Json,
  list: readonly { readonly at: number; readonly kind: string; readonly by: Json }[],
): Json {
  const copy = structuredClone(body);
  const places = leaves(copy);
  for (const { at, kind, by } of list) {
    change(copy, places[at % places.length] ?? [], (holder, last) => {
      if (kind === 'remove') delete holder[last];
      else holder[last] = kind === 'replace' ? by : ofSameKind(holder[last] as Json, at);
    });
  }
  return copy;
}

async function survives(path: string, body: unknown): Promise<void> {
  const start = performance.now();
  const { status, json } = await post(app, path, body);
  const text = typeof body === 'string' ? body.slice(0, 2000) : JSON.stringify(body);
  if (status >= 500) expect.fail(`${path} answers ${status} to ${text}`);
  expect([200, 400, 422], text).toContain(status);
  if (status !== 200) expect(json.errors.length, text).toBeGreaterThan(0);
  const spent = performance.now() - start;
  if (spent > LONGEST_MS) expect.fail(`${path} takes ${spent} ms for ${text}`);
}

const run = (property: fc.IAsyncProperty<unknown[]>, numRuns: number) =>
  fc.assert(property as fc.IAsyncProperty<unknown>, { seed: SEED, numRuns });

describe('random changes never break the server', () => {
  testOften('of the case, compared', { quick: 25, whole: 120 }, async (numRuns) => {
    const bodies = fc.constantFrom(scenarioDossier() as Json, EXAMPLE_DOSSIER as Json);
    await run(
      fc.asyncProperty(bodies, changes, (body, list) => survives('/api/v1/comparisons', changed(body, list))),
      numRuns,
    );
  });

  testOften('of the envelopes', { quick: 25, whole: 80 }, async (numRuns) => {
    const calls = fc.constantFrom('/api/v1/figures', '/api/v1/explanations');
    const envelope = {
      dossier: EXAMPLE_DOSSIER,
      path: 'bank-loan',
      lines: ['operator.ebe'],
      figure: 'operator.ebe',
      period: '2030',
    };
    await run(
      fc.asyncProperty(calls, changes, (call, list) => {
        const { lines, figure, period, ...rest } = envelope;
        const body = call.endsWith('figures') ? { ...rest, lines } : { ...rest, figure, period };
        return survives(call, changed(body as Json, list));
      }),
      numRuns,
    );
  });

  testOften('of the text of the case', { quick: 40, whole: 150 }, async (numRuns) => {
    const cut = fc.record({
      at: fc.nat(),
      removed: fc.nat(40),
      inserted: fc.constantFrom('', '"', '{', '}', ',', '\\', '\u0000', '1', 'é', '['),
    });
    await run(
      fc.asyncProperty(cut, ({ at, removed, inserted }) => {
        const place = at % SCENARIO_TEXT.length;
        return survives(
          '/api/v1/comparisons',
          SCENARIO_TEXT.slice(0, place) + inserted + SCENARIO_TEXT.slice(place + removed),
        );
      }),
      numRuns,
    );
  });

  testOften('of the examples of calculators', { quick: 200, whole: 600 }, async (numRuns) => {
    await run(
      fc.asyncProperty(fc.constantFrom(...TOOLS), changes, (tool, list) =>
        survives(`/api/v1/tools/${tool.id}`, changed(tool.example as Json, list)),
      ),
      numRuns,
    );
  });

  testOften('any JSON, any call', { quick: 150, whole: 300 }, async (numRuns) => {
    const calls = [
      'resolutions',
      'comparisons',
      'figures',
      'explanations',
      'workbooks',
      ...TOOLS.map(({ id }) => `tools/${id}`),
    ];
    await run(
      fc.asyncProperty(fc.constantFrom(...calls), fc.jsonValue({ maxDepth: 4 }), (call, body) =>
        survives(`/api/v1/${call}`, JSON.stringify(body)),
      ),
      numRuns,
    );
  });
});
