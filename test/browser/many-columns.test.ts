// @module-tag whole
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { type Journey, startJourney } from '../support/browser.ts';

/** A case of seven paths. */
const SEVEN = 'sci-envie-soleil';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let journey: Journey;
let context: BrowserContext;

beforeAll(async () => {
  const text = readFileSync(new URL(`../../scenarios/${SEVEN}.json`, import.meta.url), 'utf8');
  const scenario = readScenario(`${SEVEN}.json`, text);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  journey = await startJourney({ scenarios: [scenario.value] });
}, 60_000);
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
});

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  context = await journey.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${journey.origin}/dossiers/${SEVEN}`, { timeout: 40_000 });
  return page;
}

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)(
  'readable by all at %i px, %s; nothing is cut',
  async (width, colorScheme) => {
    const page = await open(width, colorScheme);
    await page.click('#motif-sci summary');
    await page.click('.side-summary');
    // Nothing is under the form at the foot of so tall a screen.
    await page.setViewportSize({ width, height: 30_000 });
    const { violations } = await new AxeBuilder({ page })
      .include('.workspace')
      .exclude('#graphiques')
      .withTags(RULES)
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    const cut = await page.evaluate(() => [
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ...[...document.querySelectorAll('.essential.many, .essential.many td, .line-common')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
        .map((part) => part.textContent),
    ]);
    expect(cut).toEqual([0]);
  },
  60_000,
);

test.each([
  [1280, false],
  [800, true],
  [390, false],
] as const)('at %i px, the table that goes on to the right says so: %s', async (width, isCut) => {
  const page = await open(width, 'light');
  const box = page.locator('.answer .table-box');
  expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(isCut);
  expect(await page.locator('.answer .paths-hint').isVisible()).toBe(isCut);
});

test('figures are on the first screen; the form opens over them and changes them', async () => {
  const page = await open(1280, 'light');
  // R1, which buys the site: what it pays follows the price.
  const figure = page.locator('.essential a.figure').nth(1);
  const before = await figure.textContent();
  expect((await figure.boundingBox())?.y).toBeLessThan(640);
  await page.click('.side-summary');
  await page.fill('[name="site.price"]', '1 900 000');
  await page.press('[name="site.price"]', 'Tab');
  await page.waitForURL(/\/dossiers\/[0-9a-z]{16}$/);
  await expect.poll(() => figure.textContent(), { timeout: 8000 }).not.toBe(before);
  expect(await page.locator('.side-below > details').getAttribute('open')).not.toBeNull();
}, 60_000);
