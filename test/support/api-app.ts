import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import pino from 'pino';
import type { Store } from '../../src/store/store.ts';
import type { RunTask } from '../../src/tasks/run-task.ts';
import { TASKS } from '../../src/tasks/tasks.ts';
import { apiRoutes } from '../../src/web/api/routes.ts';
import { makeAssets } from '../../src/web/assets.ts';
import type { WebDependencies } from '../../src/web/dependencies.ts';
import { readScenario, type Scenario } from '../../src/web/scenarios.ts';

/** The API alone, its tasks run here rather than in workers: what tests ask by `app.request`. */

const SCENARIO_FILE = 'sci-envie-soleil.json';

/** The text of the case that tests change, as its file gives it. */
export const SCENARIO_TEXT = readFileSync(
  new URL(`../../scenarios/${SCENARIO_FILE}`, import.meta.url),
  'utf8',
);

/** A fresh copy of the case, to be changed. */
export function scenarioDossier(): Record<string, unknown> {
  return JSON.parse(SCENARIO_TEXT);
}

const runHere = ((name: keyof typeof TASKS, input: never) =>
  Promise.resolve(TASKS[name](input))) as unknown as RunTask;

function scenarioOf(text: string): Scenario {
  const reading = readScenario(SCENARIO_FILE, text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

const unused = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`the API does not read store.${String(name)}`);
    },
  },
);

/** Dependencies of the API in tests; any may be replaced. */
export function apiDependencies(replaced: Partial<WebDependencies> = {}): WebDependencies {
  return {
    run: runHere,
    store: unused as Store,
    scenarios: [scenarioOf(SCENARIO_TEXT)],
    assets: makeAssets(() => new Uint8Array()),
    logger: pino({ enabled: false }),
    now: () => '2026-11-22T10:00:00Z',
    randomBytes: (count) => new Uint8Array(count),
    ...replaced,
  };
}

/** The API mounted at `/api`, as the application mounts it. */
export function apiApp(replaced: Partial<WebDependencies> = {}): Hono {
  const app = new Hono();
  app.route('/api', apiRoutes(apiDependencies(replaced)));
  return app;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
  readonly json: any;
}

/** Posts JSON and reads the answer. */
export async function post(
  app: Hono,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    json: isJson ? await response.json() : undefined,
  };
}
