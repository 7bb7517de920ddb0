// @module-tag whole
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { twoSites } from '../support/brownfields.ts';
import { type Journey, startJourney } from '../support/browser.ts';

let journey: Journey;
let context: BrowserContext;
let faults: string[] = [];

beforeAll(async () => {
  const scenario = readScenario('two-sites.json', JSON.stringify({ ...twoSites(), id: 'two-sites' }));
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  journey = await startJourney({ scenarios: [scenario.value] });
});
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
  expect(faults).toEqual([]);
});

async function open(width: number, colorScheme: 'light' | 'dark', javaScriptEnabled = true): Promise<Page> {
  faults = [];
  context = await journey.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${journey.origin}/dossiers/two-sites/friches`);
  return page;
}

test.each([
  [1280, 'light'],
  [390, 'light'],
  [1280, 'dark'],
  [390, 'dark'],
] as const)('brownfields compared, %i px, %s', { timeout: 120_000 }, async (width, scheme) => {
  const page = await open(width, scheme);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow)).toBe(0);
});

test('without script: criteria are chosen by a form, lenses by links', { timeout: 120_000 }, async () => {
  const page = await open(1280, 'light', false);
  await page.locator('#choix summary').click();
  for (const id of ['own-funds-needed', 'months-to-opening', 'public-budget'])
    await page.locator(`input[value="${id}"]`).uncheck();
  await page.getByRole('button', { name: 'Comparer' }).click();
  expect(new URL(page.url()).searchParams.getAll('criteres')).toEqual(['occupancy-cost-m2']);
  await page.getByRole('link', { name: 'Collectivité' }).click();
  const shown = new URL(page.url()).searchParams;
  expect([shown.getAll('criteres'), shown.get('regard')]).toEqual([['occupancy-cost-m2'], 'collectivite']);
  expect(await page.locator('#regard-collectivite').isVisible()).toBe(true);
  expect(await page.locator('#regard-fondateur').isVisible()).toBe(false);
});

test('with script, a lens is shown without asking the server', { timeout: 120_000 }, async () => {
  const page = await open(1280, 'light');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('[data-lens="collectivite"]').click();
  await page.locator('#regard-collectivite').waitFor({ state: 'visible' });
  expect(asked).toEqual([]);
});
