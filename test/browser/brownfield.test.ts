// @module-tag whole
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { type Journey, startJourney } from '../support/browser.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CASE = 'friche-comparee';
let journey: Journey;

beforeAll(async () => {
  const text = readFileSync(new URL(`../../scenarios/${CASE}.json`, import.meta.url), 'utf8');
  const scenario = readScenario(`${CASE}.json`, text);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  journey = await startJourney({ scenarios: [scenario.value] });
});
afterAll(async () => {
  await journey?.close();
});

const PAGES = ['', '?loyer=cher', '/fonds-vert?fonds-vert=100000', '/explication?figure=cost.depollution'];

test.each(
  PAGES.flatMap((page) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      [390, 1280].map((width) => [page, scheme, width] as const),
    ),
  ),
)(
  'the page of a brownfield%s, %s, %i pixels wide: no violation, nothing wider than the screen',
  async (path, colorScheme, width) => {
    const context = await journey.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${journey.origin}/dossiers/${CASE}/friches/filature${path}`);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await context.close();
  },
);
