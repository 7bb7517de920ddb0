import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { readScenario } from '../../src/dossier/scenario.ts';
import { makeStore, migrate, type Store } from '../../src/store/store.ts';
import { runInline } from '../../src/tasks/inline-runner.ts';
import { createApp } from '../../src/web/app.ts';
import type { WebDependencies } from '../../src/web/dependencies.ts';
import { makeAssets } from '../../views/assets.ts';
import { makeTestImports } from './inventory.ts';
import { oneColumn, referenceColumns } from './one-column.ts';

/** A web application that opens nothing: tasks run here, inputs are kept in memory, clock and keys are fixed. */
export interface TestApp {
  readonly app: Hono;
  readonly store: Store;
  /** Lines of the log, as they were written. */
  readonly log: Record<string, unknown>[];
}

export const SCENARIO = 'sci-envie-soleil';

/** The case with all its columns, as it is shipped. */
export function shippedScenarioText(): string {
  return readFileSync(new URL(`../../scenarios/${SCENARIO}.json`, import.meta.url), 'utf8');
}

/** The case with its three columns of reference; room is left to add others. */
export function wholeScenarioText(): string {
  return JSON.stringify(referenceColumns(JSON.parse(shippedScenarioText())), null, 2);
}

/** The case with one column, the bank loan: what tests of the page of one path open. */
export function scenarioText(): string {
  return JSON.stringify(oneColumn(JSON.parse(wholeScenarioText()), 'bank-loan'), null, 2);
}

export async function makeTestApp(changes: Partial<WebDependencies> = {}): Promise<TestApp> {
  const sqlite = new Sqlite(':memory:');
  const store = makeStore(sqlite);
  await migrate(store);
  const scenario = readScenario(`${SCENARIO}.json`, scenarioText());
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  const log: Record<string, unknown>[] = [];
  const logger = pino({ base: null }, { write: (line: string) => void log.push(JSON.parse(line)) });
  let drawn = 0;
  const app = createApp({
    run: runInline,
    store,
    inventory: makeTestImports(sqlite),
    scenarios: [scenario.value],
    caseFigures: new Map(),
    assets: makeAssets((url) => new Uint8Array(readFileSync(url))),
    logger,
    engineVersion: '0.1.0',
    now: () => '2026-11-22T10:00:00.000Z',
    randomBytes: (count) =>
      new Uint8Array(createHash('sha256').update(`${drawn++}`).digest().subarray(0, count)),
    ...changes,
  });
  return { app, store, log };
}

/** The form of a page, that of the assumptions when it has one, as a browser without script would send it. */
export function formOf(page: string): URLSearchParams {
  const html = /<form id="hypotheses".*?<\/form>/s.exec(page)?.[0] ?? page;
  const sent = new URLSearchParams();
  for (const [, attributes = ''] of html.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1];
    const value = /value="([^"]*)"/.exec(attributes)?.[1];
    if (name !== undefined && value !== undefined) sent.set(unescapeHtml(name), unescapeHtml(value));
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    sent.set(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  }
  for (const [, name = '', text = ''] of html.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs,
  )) {
    sent.set(name, unescapeHtml(text));
  }
  return sent;
}

/** A page in which every space is the plain one that a test types. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

export function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
