// @module-tag whole
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Journey, startJourney } from '../support/browser.ts';
import { SCENARIO } from '../support/web-app.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RATE = '[name="paths[0].terms.annualRate"]';

let journey: Journey;
let context: BrowserContext;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
});

async function open(
  path: string,
  options: Parameters<Journey['browser']['newContext']>[0] = {},
): Promise<Page> {
  context = await journey.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${journey.origin}${path}`);
  return page;
}

/** Saves what is shown, with a comment, and waits for the sheet. */
async function keep(page: Page, comment: string): Promise<void> {
  await page.click('#conserver summary');
  await page.fill('#conserver-commentaire', comment);
  await page.click('#conserver button');
  await page.waitForURL(/\/mes-dossiers\//);
}

test('without script: save, reopen, change, save again, compare, share, revoke, import', async () => {
  const page = await open(`/dossiers/${SCENARIO}`, { javaScriptEnabled: false });
  await keep(page, 'Point de départ');
  await page.click('#version-1 th a');
  await page.fill(RATE, '4,5');
  await page.click('#hypotheses .form-actions button');
  await page.waitForURL(/\/dossiers\/[0-9a-z]{16}$/);
  await keep(page, 'Taux à 4,5 %');
  expect(await page.textContent('.done')).toBe('Version 2 enregistrée.');

  await page.click('.compare-form button');
  await page.waitForURL(/comparer/);
  expect(await page.textContent('main')).toContain('Taux annuel du prêt');
  await page.goBack();

  await page.click('#version-1 button:has-text("Créer un lien")');
  const link = (await page.getAttribute('.share-link a', 'href')) ?? '';
  expect((await page.goto(`${journey.origin}${link}`))?.status()).toBe(200);
  expect(await page.inputValue(RATE)).toBe('3,85');
  await page.goBack();
  await page.click('.share-link button');
  expect(await page.textContent('.share-link')).toContain('révoqué');
  expect((await page.goto(`${journey.origin}${link}`))?.status()).toBe(410);

  await page.goto(`${journey.origin}/mes-dossiers`);
  expect(await page.textContent('.card h3')).toBe('SCI Envie Soleil');
  await page.setInputFiles('#import-fichier', {
    name: 'dossier.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"id": "atelier"}'),
  });
  await page.click('.import-form button');
  expect(await page.textContent('.problems')).toContain('Date de signature');
  expect(await page.inputValue('#import-json')).toBe('{"id": "atelier"}');
});

test('with script: a comment being typed outlives a change of the assumptions, and the new inputs are kept', async () => {
  const page = await open(`/dossiers/${SCENARIO}`);
  await page.click('#conserver summary');
  await page.fill('#conserver-commentaire', 'en cours');
  await page.fill(RATE, '4,5');
  await page.press(RATE, 'Tab');
  await page.waitForURL(/\/dossiers\/[0-9a-z]{16}$/);
  await expect.poll(() => page.inputValue('[name="cle"]')).not.toBe(SCENARIO);
  expect(await page.inputValue('#conserver-commentaire')).toBe('en cours');
  await page.click('#conserver button');
  await page.waitForURL(/\/mes-dossiers\//);
  await page.click('#version-1 th a');
  expect(await page.inputValue(RATE)).toBe('4,5');
});

test.each([
  ['light', 1280],
  ['light', 390],
  ['dark', 1280],
  ['dark', 390],
] as const)('axe finds nothing in the pages of kept dossiers, %s, %i px', async (colorScheme, width) => {
  const page = await open(`/dossiers/${SCENARIO}`, { viewport: { width, height: 900 }, colorScheme });
  const check = async (part = 'html') => {
    const { violations } = await new AxeBuilder({ page }).include(part).withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  };
  await page.click('#conserver summary');
  await check('.dossier-head');
  await page.click('#conserver summary');
  await keep(page, 'Point de départ');
  await page.click('#version-1 button:has-text("Créer un lien")');
  await page.click('#version-1 th a');
  await check('.dossier-head');
  await page.fill(RATE, '4,5');
  await page.press(RATE, 'Tab');
  await page.waitForURL(/\/dossiers\/[0-9a-z]{16}$/);
  await expect.poll(() => page.inputValue('[name="cle"]')).toMatch(/^[0-9a-z]{16}$/);
  await keep(page, 'Un commentaire assez long pour passer à la ligne sur un petit écran');
  await check();
  await page.click('.compare-form button');
  await page.waitForURL(/comparer/);
  await check();
  await page.goto(`${journey.origin}/mes-dossiers`);
  await check();
  await page.fill('#import-json', '{"id": "a"}');
  await page.click('.import-form button');
  await page.waitForSelector('.problems');
  await check();
});
