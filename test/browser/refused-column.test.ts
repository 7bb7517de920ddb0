// @module-tag whole
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { type Journey, startJourney } from '../support/browser.ts';
import { wholeScenarioText } from '../support/web-app.ts';

/** A way that the law refuses, and a point that a person vouches for: by hand, without script, readable by all. */
const KEY = 'refused';
let journey: Journey;

beforeAll(async () => {
  const dossier = JSON.parse(wholeScenarioText());
  dossier.id = KEY;
  dossier.paths[2].ticket.from = 'metropole';
  const scenario = readScenario(`${KEY}.json`, JSON.stringify(dossier));
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  journey = await startJourney({ scenarios: [scenario.value] });
}, 60_000);
afterAll(async () => {
  await journey?.close();
});

test('one click, without script, adds the lawful column', async () => {
  const context = await journey.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${journey.origin}/dossiers/${KEY}`);
  expect(await page.locator('.column-card').count()).toBe(3);
  await page.getByRole('button', { name: 'Calculer la structure licite' }).click();
  expect(await page.locator('.column-card').count()).toBe(4);
  expect(await page.locator('.column-card').nth(3).innerText()).toContain('(structure licite)');
  await context.close();
}, 60_000);

test('a point is vouched for, without script, then said so', async () => {
  const context = await journey.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${journey.origin}/dossiers/${KEY}?voie=bank-loan`);
  const point = page.locator('details.rule', { hasText: 'subvention qui n’est pas acquise' });
  await point.locator('summary').click();
  await point.getByLabel('Qui a vérifié, et pourquoi').fill('Arrêtés reçus, J. Martin');
  await point.getByRole('button', { name: /Je confirme/ }).click();
  expect(await page.locator('.verdict').innerText()).toContain('Arrêtés reçus, J. Martin');
  expect(await page.locator('.verdict-sentence').innerText()).toMatch(/un point vérifié par vous/);
  await context.close();
}, 60_000);

test.each([
  ['', 1300, 'light'],
  ['?voie=sci', 380, 'dark'],
  ['?voie=bank-loan', 1300, 'dark'],
  ['?voie=bank-loan', 380, 'light'],
] as const)(
  'no violation of accessibility: %s at %i px, %s',
  async (query, width, colorScheme) => {
    const context = await journey.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${journey.origin}/dossiers/${KEY}${query}`);
    const closed = page.locator('details.rule:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    const { violations } = await new AxeBuilder({ page }).include('#resultats').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  },
  60_000,
);
