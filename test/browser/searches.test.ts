// @module-tag whole
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Journey, startJourney } from '../support/browser.ts';
import { COMPARED, comparedScenarios } from '../support/compared.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

let journey: Journey;
let context: BrowserContext;
let faults: string[] = [];

beforeAll(async () => {
  journey = await startJourney({ scenarios: comparedScenarios() });
});
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
  expect(faults).toEqual([]);
});

async function open(javaScriptEnabled: boolean, path: string): Promise<Page> {
  faults = [];
  context = await journey.browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${journey.origin}${path}`);
  return page;
}

/** What would change the ranking, once searched. */
const sentences = (page: Page) => page.locator('#bascules .crossovers').count();

test('with script, what would change the ranking is searched when it comes into view, and anew after a change', async () => {
  const page = await open(true, `/dossiers/${COMPARED}`);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/bascules')) asked++;
  });
  await page.waitForTimeout(300);
  expect(asked).toBe(0);
  await page.locator('#bascules').scrollIntoViewIfNeeded();
  await eventually(() => sentences(page)).toBe(1);
  expect(asked).toBe(1);
  const before = await page.textContent('#bascules .check');

  // The choice of two paths writes the results again: what was found stays.
  const difference = await page.textContent('.exchange .difference >> nth=0');
  await page.selectOption('#voie-a', 'limited');
  await eventually(() => page.textContent('.exchange .difference >> nth=0')).not.toBe(difference);
  expect(await sentences(page)).toBe(1);
  expect(asked).toBe(1);

  await page.fill('[name="site.price"]', '1 800 000');
  await page.press('[name="site.price"]', 'Tab');
  await eventually(() => page.url()).toMatch(/\/dossiers\/[0-9a-z]{16}/);
  await page.locator('#bascules').scrollIntoViewIfNeeded();
  await eventually(() => asked).toBe(2);
  await eventually(() => sentences(page)).toBe(1);
  expect(await page.textContent('#bascules .check')).not.toBe(before);
});

test('without script: from a path to its search, the answer, and the value taken over', async () => {
  const page = await open(false, `/dossiers/${COMPARED}?voie=plain`);
  await page.click('.sizing a');
  await page.click('.search-form button');
  expect(await page.textContent('.answer-lead')).toContain('Un euro de moins');
  expect(await page.locator('table.searched tbody tr').count()).toBeGreaterThan(4);
  await page.click('.answer form button');
  await page.waitForURL(/\/dossiers\/[0-9a-z]{16}\?voie=plain#pret$/);
  expect(await page.textContent('#pret .sizing')).toContain('Prêt calculé pour équilibrer le plan');
});

test('without script: from a comparison to what would change the ranking', async () => {
  const page = await open(false, `/dossiers/${COMPARED}`);
  await page.click('#bascules a.action');
  expect(await page.textContent('h1')).toBe('Ce qui ferait changer le classement');
  await page.click('summary >> nth=0');
  expect(await page.locator('.crossovers li').count()).toBe(4);
});

for (const javaScriptEnabled of [true, false]) {
  test(`the smallest support of a local authority is found ${javaScriptEnabled ? 'with' : 'without'} script, and taken`, async () => {
    const page = await open(javaScriptEnabled, `/dossiers/${COMPARED}/soutien?voie=limited`);
    await page.fill('#occupation', '40');
    await page.fill('#couverture', '');
    await page.click('text=Chercher le plus petit soutien');
    if (javaScriptEnabled) {
      // Nothing is said to be there before it is.
      await page.waitForSelector('.computing[aria-busy="true"], #soutien-reponse .answer-lead');
      expect(page.url()).toContain('soutien?voie=limited');
    }
    await page.waitForSelector('#soutien-reponse .answer-lead');
    expect(await page.locator('#soutien-reponse .computing').count()).toBe(0);
    expect(await page.textContent('.answer-lead')).toMatch(/Le plus petit soutien est/);
    const [button] = await page.locator('.support-form button').all();
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
    await button?.click();
    await page.waitForURL(/dossiers\/(?!trois-prets)[^/]*\?voie=limited/);
  });
}
