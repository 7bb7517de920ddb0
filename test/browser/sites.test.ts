// @module-tag whole: a browser reads the pages of the inventory.
import AxeBuilder from '@axe-core/playwright';
import Sqlite from 'better-sqlite3';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeStore, migrate } from '../../src/store/store.ts';
import { type Journey, startJourney } from '../support/browser.ts';
import { manySites, seededSite, seedSites } from '../support/inventory-seed.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HOSTILE = 'Filature <img src=x onerror="document.title=1">';

let journey: Journey;
let context: BrowserContext;

beforeAll(async () => {
  const store = makeStore(new Sqlite(':memory:'));
  await migrate(store);
  await seedSites(store, [
    ...manySites(400),
    seededSite('42187_1', {
      name: HOSTILE,
      land_area: 11_268,
      status: 'with-project',
      suitability: 62,
      columns: JSON.stringify({ site_nom: HOSTILE, source_url: 'https://example.org/' }),
      warnings: JSON.stringify([{ field: 'a', value: 'b', problem: 'c', remedy: 'd' }]),
      outline: JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [4.07, 46.03],
            [4.08, 46.03],
            [4.08, 46.04],
            [4.07, 46.03],
          ],
        ],
      }),
    }),
  ]);
  journey = await startJourney({ store });
});
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
});

/** What the page asked for, and what it could not do. */
interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

async function open(
  path: string,
  options: Parameters<Journey['browser']['newContext']>[0] = {},
): Promise<Opened> {
  context = await journey.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${journey.origin}${path}`);
  return { page, requests, errors };
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}

const pointsDrawn = (page: Page) =>
  page.waitForFunction(() => (document.querySelector('[data-visible-list]')?.childElementCount ?? 0) > 0);

const PATHS = [
  '/sites',
  '/sites?departement=42&pollution=unknown&surface-min=10',
  '/sites/carte',
  '/sites/42187_1',
];
/** A long table takes axe many seconds: it is read twice, what is short four times. */
const VIEWS = PATHS.flatMap((path) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1280, 390]
      .filter((width) => path !== '/sites' || (width === 390) === (colorScheme === 'light'))
      .map((width) => [path, colorScheme, width] as const),
  ),
);

test.each(VIEWS)('%s, %s, %i px', { timeout: 30_000 }, async (path, colorScheme, width) => {
  const { page, errors } = await open(path, { colorScheme, viewport: { width, height: 900 } });
  if (path.endsWith('carte')) await pointsDrawn(page);
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
  expect(await violations(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  expect(errors).toEqual([]);
});

test('results follow what is typed, the focus stays, the address can be sent', async () => {
  const { page } = await open('/sites');
  await page.locator('#filtre-q').focus();
  await page.keyboard.type('filature img', { delay: 20 });
  await page.locator('.found', { hasText: 'Une friche' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filtre-q');
  expect(await page.locator('#filtre-q').inputValue()).toBe('filature img');
  expect(new URL(page.url()).search).toBe('?q=filature+img');
  expect(await page.locator('.sites-table th a').allTextContents()).toEqual([HOSTILE]);
  expect(await page.title()).toBe('Friches · Levier');
});

test('a department chosen by keyboard brings its groupings, and keeps the focus', async () => {
  const { page } = await open('/sites');
  await page.locator('#filtre-departement').focus();
  await page.locator('#filtre-departement').selectOption('42');
  await page.locator('#filtre-epci').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filtre-departement');
  await page.locator('.chip').first().click();
  await page.waitForURL((url) => url.search === '');
});

test('without script, the same form gives the same sites', async () => {
  const { page } = await open('/sites', { javaScriptEnabled: false });
  await page.locator('#filtre-q').fill('filature img');
  await page.locator('#filtres button[type=submit]').click();
  expect(new URL(page.url()).search).toBe('?q=filature+img');
  expect(await page.locator('.sites-table tbody tr').count()).toBe(1);
  await page.goto(`${journey.origin}/sites/carte`);
  expect(await page.locator('.map').isVisible()).toBe(false);
  expect(await page.locator('.department-counts tbody tr').count()).toBeGreaterThan(50);
});

test('the map asks nothing of anybody else, and shows names as texts', { timeout: 30_000 }, async () => {
  const { page, requests, errors } = await open('/sites/carte?q=filature+img', {
    reducedMotion: 'reduce',
  });
  await pointsDrawn(page);
  expect(await page.locator('[data-visible-list] a').allTextContents()).toEqual([HOSTILE]);
  // The map was brought around the only point: it is in its middle.
  const box = await page.locator('.map').boundingBox();
  if (box === null) throw new Error('no map');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator('.leaflet-tooltip', { hasText: 'Filature' }).waitFor();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator('.leaflet-popup a', { hasText: 'Filature' }).waitFor();
  expect(await page.locator('.leaflet-popup img, .leaflet-tooltip img').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.locator('.leaflet-popup-content a').click();
  await page.waitForURL('**/sites/42187_1');
  expect(requests.filter((url) => !url.startsWith(journey.origin) && !url.startsWith('data:'))).toEqual([]);
  expect(errors).toEqual([]);
});

test('the map is moved by keyboard, and its list follows', { timeout: 30_000 }, async () => {
  const { page } = await open('/sites/carte');
  await pointsDrawn(page);
  const count = () => page.locator('[data-visible-count]').textContent();
  const before = await count();
  await page.getByRole('button', { name: 'Guadeloupe' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-visible-count]', { hasText: 'Aucune friche' }).waitFor();
  await page.getByRole('button', { name: 'Métropole' }).press('Enter');
  await page.waitForFunction(
    (text) => document.querySelector('[data-visible-count]')?.textContent === text,
    before,
  );
  await page.locator('#carte').focus();
  await page.keyboard.press('+');
  await page.waitForFunction(
    (text) => document.querySelector('[data-visible-count]')?.textContent !== text,
    before,
  );
});
