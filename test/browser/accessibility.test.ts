import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Journey, startJourney } from '../support/browser.ts';
import { COMPARED, comparedScenarios, WHOLE, wholeScenario } from '../support/compared.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { SCENARIO } from '../support/web-app.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The case of three columns under the law of 2024. */
const OLD_LAW = 'old-law';

let journey: Journey;
let context: BrowserContext;

beforeAll(async () => {
  const whole = wholeScenario();
  const dossier = { ...whole.dossier, id: OLD_LAW, lawDate: '2024-12-31' };
  const oldLaw = { ...whole, id: OLD_LAW, dossier };
  journey = await startJourney({ scenarios: [...comparedScenarios(), whole, oldLaw] });
});
afterAll(async () => {
  await journey?.close();
});
afterEach(async () => {
  await context?.close();
});

async function open(path: string, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  context = await journey.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${journey.origin}${path}`);
  return page;
}

/** Each violation in a line: the rule, and the first places where it is broken. */
async function violations(page: Page, part = 'html'): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include(part).withTags(RULES).analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}

async function overflow(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

const VIEWS = [
  ['light', 1280],
  ['light', 390],
  ['dark', 1280],
  ['dark', 390],
] as const;

test.each(VIEWS)('home, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open('/', scheme, width);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

/** All tables are made by the same view: those left folded, which nobody sees, are taken out to spare axe their cells. */
const UNFOLDED = '#volet-couverture, #volet-plan-annuel, #volet-controles, .warnings, .group, .origin, .add';

async function openDossier(scheme: 'light' | 'dark', width: number, query = ''): Promise<Page> {
  return unfold(await open(`/dossiers/${SCENARIO}${query}`, scheme, width), UNFOLDED);
}

async function unfold(page: Page, parts: string): Promise<Page> {
  await page.evaluate((selector) => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>(selector)) part.open = true;
    for (const part of document.querySelectorAll('.folded:not([open])')) part.remove();
  }, parts);
  return page;
}

/** What `npm test` opens: one page, on a phone. */
const QUICK_VIEW = ['light', 390] as const;
const isQuickView = ([scheme, width]: (typeof VIEWS)[number]) =>
  scheme === QUICK_VIEW[0] && width === QUICK_VIEW[1];

test('comparison, tables and lists unfolded, light, 390 px', () => expectComparison(...QUICK_VIEW));
test.each(VIEWS.filter((view) => !isQuickView(view)))(
  'comparison, tables and lists unfolded, %s, %i px',
  IN_WHOLE,
  expectComparison,
);

async function expectComparison(scheme: 'light' | 'dark', width: number): Promise<void> {
  const page = await open(`/dossiers/${COMPARED}?regard=investisseur`, scheme, width);
  await unfold(
    page,
    '#compare-investisseur-absents, #volet-besoins-et-ressources, #volet-dettes-comparees, #montage-plain-liste',
  );
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

test.each(VIEWS)('columns managed, and refused, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open(`/dossiers/${WHOLE}`, scheme, width);
  await page.click('#colonnes summary');
  expect(await violations(page, '#colonnes')).toEqual([]);
  await page.fill('[name="nom.sci"]', '');
  await page.click('.panel-actions button');
  await page.waitForSelector('#colonnes .problems');
  expect(await violations(page, '#colonnes')).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test.each(VIEWS)('page of a property company, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open(`/dossiers/${WHOLE}?voie=sci`, scheme, width);
  await unfold(page, '#volet-rangs, #volet-rendements, #montage-voie-liste');
  expect(await violations(page, '#resultats')).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test.each(VIEWS)('dossier, tables and fields unfolded, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await openDossier(scheme, width);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test.each(VIEWS)(
  'detailed form unfolded, with an entry to fill, %s, %i px',
  IN_WHOLE,
  async (scheme, width) => {
    const page = await openDossier(scheme, width, '?saisie=detail');
    await page.click('[name="ajouter"][value="project.works:"]');
    await page.waitForSelector('.to-fill');
    expect(await violations(page, '#hypotheses')).toEqual([]);
    expect(await overflow(page)).toBe(0);
  },
);

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('explanation in the panel, and a refused field, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await openDossier(scheme, width);
  await page.fill('[name="paths[0].terms.annualRate"]', 'beaucoup');
  await page.press('[name="paths[0].terms.annualRate"]', 'Tab');
  await page.waitForSelector('.field-problem');
  expect(await violations(page, '#hypotheses')).toEqual([]);
  await page.click('.tile a.figure >> nth=0');
  await page.waitForSelector('#panneau[open]');
  expect(await violations(page, '#panneau')).toEqual([]);
});

test.each(VIEWS)('a smallest amount with its check, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open(
    `/dossiers/${COMPARED}/recherche?voie=limited&inconnue=apport-autofinancement`,
    scheme,
    width,
  );
  await page.waitForSelector('table.searched');
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test.each(VIEWS)('the smallest support of a local authority, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open(`/dossiers/${COMPARED}/soutien?voie=limited&occupation=1`, scheme, width);
  await page.waitForSelector('table.searched');
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('what would change the ranking, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open(`/dossiers/${COMPARED}/bascules`, scheme, width);
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test.each(VIEWS)('method, all of it and searched, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open('/methode', scheme, width);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.fill('[name="q"]', 'notaire');
  await page.press('[name="q"]', 'Enter');
  await page.waitForSelector('[role="status"]');
  expect(await page.locator('#loi-notary-rate-1').count()).toBe(1);
  expect(await page.locator('#loi-corporate-tax-rate').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
});

test.each([
  ['light', 390],
  ['dark', 1280],
] as const)('a dossier of an older law, %s, %i px', IN_WHOLE, async (scheme, width) => {
  const page = await open(`/dossiers/${OLD_LAW}`, scheme, width);
  expect(await violations(page, '.law-note')).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.click('.law-note button');
  await page.waitForURL(/\/dossiers\/(?!old-law)/);
  expect(await page.locator('.law-note').count()).toBe(0);
});

test('explanation on its own page, and an unknown page', IN_WHOLE, async () => {
  const page = await open(
    `/dossiers/${SCENARIO}/explication?figure=measure.occupancy-cost-month`,
    'light',
    390,
  );
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.goto(`${journey.origin}/nulle-part`);
  expect(await violations(page)).toEqual([]);
});
