// @module-tag whole
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Journey, startJourney } from '../support/browser.ts';
import { COMPARED, comparedScenarios, WHOLE, wholeScenario } from '../support/compared.ts';

const ADDRESS = `/dossiers/${COMPARED}`;
const COST = '#regard-fondateur tr:has(th:has-text("valeur conservée déduite")) a.figure >> nth=0';
const DIFFERENCE = '.exchange .difference >> nth=0';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 8000 });

let journey: Journey;
let context: BrowserContext;
let faults: string[] = [];

beforeAll(async () => {
  journey = await startJourney({ scenarios: [...comparedScenarios(), wholeScenario()] });
});
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
  expect(faults).toEqual([]);
});

async function open(javaScriptEnabled: boolean): Promise<Page> {
  faults = [];
  context = await journey.browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 422/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${journey.origin}${ADDRESS}`);
  return page;
}

describe('with script', () => {
  test('a change of an assumption updates the columns, keeps focus, and has its own address', async () => {
    const page = await open(true);
    const before = await page.textContent(COST);
    await page.fill('[name="site.price"]', '1 800 000');
    await page.press('[name="site.price"]', 'Tab');
    const focused = await page.evaluateHandle(() => document.activeElement);
    await eventually(() => page.textContent(COST)).not.toBe(before);
    expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.waitForURL(/\/dossiers\/[0-9a-z]{16}$/);
    expect(await page.textContent('#annonce')).toMatch(/^Résultats mis à jour\. R1 et R2 tiennent debout/);
    const after = await page.textContent(COST);
    await page.reload();
    expect(await page.textContent(COST)).toBe(after);
    expect(await page.locator('.column-card').count()).toBe(3);
  });

  test('the choice of two paths updates the exchange; what is typed and refused stays; a change keeps the choice', async () => {
    const page = await open(true);
    const before = await page.textContent(DIFFERENCE);
    await page.fill('[name="site.price"]', 'beaucoup');
    await page.press('[name="site.price"]', 'Tab');
    await page.waitForSelector('.field-problem');
    await page.focus('#voie-a');
    await page.selectOption('#voie-a', 'limited');
    await eventually(() => page.textContent(DIFFERENCE)).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('voie-a');
    expect(await page.inputValue('[name="site.price"]')).toBe('beaucoup');
    await eventually(() => page.url()).toMatch(/\?.*a=limited/);
    await page.fill('[name="site.price"]', '1 550 000');
    await page.press('[name="site.price"]', 'Tab');
    await eventually(() => page.url()).toMatch(/\/dossiers\/[0-9a-z]{16}\?de=plain&a=limited$/);
    expect(await page.inputValue('#voie-a')).toBe('limited');
  });

  test('a price typed just before the tab of another path is there on that path', async () => {
    const page = await open(true);
    await page.fill('[name="site.price"]', '1 800 000');
    await page.click('.path-tabs a:has-text("R2")');
    await page.waitForURL(/voie=dearer/);
    await page.waitForURL(/\/dossiers\/[0-9a-z]{16}\?voie=dearer/);
    expect((await page.inputValue('[name="site.price"]')).replaceAll(/\s/g, '')).toMatch(/^1800000/);
  });

  test('a figure of a column opens its explanation in the panel; a tab shows another lens', async () => {
    const page = await open(true);
    await page.click(COST);
    await page.waitForSelector('#panneau[open]');
    expect(await page.textContent('#panneau-titre')).toContain('Coût complet');
    await page.keyboard.press('Escape');
    await page.click('.tabs a:text-is("Collectivité")');
    await page.waitForSelector('#regard-collectivite', { state: 'visible' });
    await page.waitForSelector('#regard-fondateur', { state: 'hidden' });
    await page.click('.path-tabs a:has-text("R2")');
    await page.waitForURL(/voie=dearer/);
    await page.click('.path-tabs a:text-is("Comparaison")');
    expect(await page.locator('.column-card').count()).toBe(3);
  });
});

test('without script: a SCI at IR and at IS in one click; a column is named, copied and taken out', async () => {
  faults = [];
  context = await journey.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${journey.origin}/dossiers/${WHOLE}?voie=sci`);
  await page.click('.compare-choices button >> nth=0');
  await page.waitForURL(/\/dossiers\/[0-9a-z]{16}\?de=sci&a=sci-ir#qui-gagne$/);
  expect(await page.locator('.column-card').count()).toBe(4);
  expect(await page.inputValue('#voie-a')).toBe('sci-ir');
  await page.click('#colonnes summary');
  await page.fill('[name="nom.bank-loan"]', 'R1 – Emprunter seul');
  await page.press('[name="nom.bank-loan"]', 'Enter');
  await page.waitForSelector('.column-card >> text=R1 – Emprunter seul');
  await page.click('#colonnes summary');
  await page.click('[value="dupliquer:bank-loan"]');
  await page.waitForSelector('.column-card >> text=R1 bis – Emprunter seul');
  await page.click('#colonnes summary');
  await page.click('[value="retirer:market-rent"]');
  await page.waitForFunction(() => document.querySelectorAll('.column-card').length === 4);
});

test('without script: compare, choose two paths, change, explain, open a path', async () => {
  const page = await open(false);
  const before = await page.textContent(DIFFERENCE);
  await page.selectOption('#voie-a', 'limited');
  await page.click('#choix-voies button');
  await page.waitForURL(/de=plain&a=limited/);
  expect(await page.textContent(DIFFERENCE)).not.toBe(before);
  expect(await page.textContent('.exchange .row-total .difference')).toMatch(/^0\s€$/);

  const cost = await page.textContent(COST);
  await page.fill('[name="site.price"]', '1 800 000');
  await page.click('text=Recalculer');
  await page.waitForURL(/\/dossiers\/[0-9a-z]{16}\?de=plain&a=limited$/);
  expect(await page.textContent(COST)).not.toBe(cost);

  await page.click('.tabs a:text-is("Investisseur et prêteur")');
  await page.waitForSelector('#regard-investisseur', { state: 'visible' });
  await page.click('#regard-investisseur a.figure >> nth=0');
  await page.waitForSelector('h1:has-text("TRI")');
  await page.click('.overline a');
  await page.waitForSelector('#verdict-titre');
  await page.click('.path-tabs a:text-is("Comparaison")');
  await page.waitForSelector('.column-card >> nth=2');
  expect(await page.locator('.column-card').count()).toBe(3);
});

test.each([
  [390, true],
  [1280, false],
])('at %i wide, a diagram that is cut says that it goes on', async (width, isCut) => {
  faults = [];
  context = await journey.browser.newContext({ viewport: { width, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${journey.origin}${ADDRESS}`);
  const box = page.locator('.structure-box >> nth=0');
  expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(isCut);
  const hint = page.locator('.structure-figure .drawing-hint >> nth=0');
  expect(await hint.isVisible()).toBe(isCut);
  await page.emulateMedia({ media: 'print' });
  expect(await hint.isVisible()).toBe(false);
});
