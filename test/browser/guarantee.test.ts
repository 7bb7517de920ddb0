// @module-tag whole
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { type Journey, startJourney } from '../support/browser.ts';

const CASE = 'garantie-intercommunale';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let journey: Journey;
beforeAll(async () => {
  const file = readFileSync(new URL(`../../scenarios/${CASE}.json`, import.meta.url), 'utf8');
  const scenario = readScenario(`${CASE}.json`, file);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  journey = await startJourney({ scenarios: [scenario.value] });
});
afterAll(async () => {
  await journey?.close();
});

const PAGES = [
  '?voie=guarantee',
  '/garantie/deliberation?voie=guarantee',
  '/garantie/etat-de-la-dette?voie=guarantee',
];

test.each(
  PAGES.flatMap((page) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      [1280, 390].map((width) => [page, scheme, width] as const),
    ),
  ),
)('%s, %s, %i px', async (address, colorScheme, width) => {
  const context = await journey.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${journey.origin}/dossiers/${CASE}${address}`);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  if (process.env.SHOTS !== undefined && colorScheme === 'light') {
    const name = address.replaceAll(/[^a-z]+/g, '-');
    await page.screenshot({ path: `${process.env.SHOTS}/${name}${width}.png`, fullPage: true });
  }
  await context.close();
});

test('on a phone, each value of what is guaranteed, gained and bounded is in sight', async () => {
  const context = await journey.browser.newContext({ viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${journey.origin}/dossiers/${CASE}?voie=guarantee`);
  for (const table of ['garantie', 'garantie-ratios', 'garantie-defaut']) {
    const folded = page.locator(`#volet-${table} > summary`);
    if ((await folded.count()) > 0) await folded.click();
    const cells = page.locator(`#tableau-${table} tbody td`);
    expect(await cells.count()).toBeGreaterThan(5);
    const furthest = await cells.evaluateAll((all) =>
      Math.max(...all.map((cell) => cell.getBoundingClientRect().right)),
    );
    expect(furthest, table).toBeLessThanOrEqual(390);
  }
  await context.close();
});
