import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHART_COLOURS, SERIES_COLOURS } from '../../src/report/chart-look.ts';
import { chartPlans } from '../../src/report/charts.ts';
import { chartsOf } from '../../src/report/charts-data.ts';
import { drawComparedCharts, drawPathCharts } from '../../src/tasks/charts.ts';
import { threeWaysDossier } from '../support/compared.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';
import { scenarioText } from '../support/web-app.ts';

const dossier = JSON.parse(scenarioText());
const stylesheet = readFileSync(new URL('../../views/assets/charts.css', import.meta.url), 'utf8');

async function charts(json: unknown = dossier) {
  const drawn = await drawPathCharts({ dossier: json });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems));
  return drawn.value;
}

test('five charts, each with a title, a description, no script and no inline style', async () => {
  const drawn = await charts();
  expect(drawn.map(({ id }) => id)).toEqual(['sources-and-uses', 'cash', 'debt', 'cover', 'flows']);
  for (const { svg, title, description } of drawn) {
    expect(svg).toMatch(
      /^<svg role="img" aria-labelledby="chart-[a-z-]+-title chart-[a-z-]+-text" class="chart"/,
    );
    expect(description.length).toBeGreaterThan(20);
    expect(title).not.toBe('');
    expect(svg).not.toMatch(/<script|<style|style=|href|aria-roledescription/);
  }
});

test('a property company is empty until it opens: its lowest cash is told from then, unless it were negative', () => {
  const deal = computedDeal(scenario('sci-envie-soleil', 'sci'));
  const data = chartsOf(deal);
  const legend = (cash: typeof data.cash) =>
    chartPlans({ ...data, cash })
      .find(({ id }) => id === 'cash')
      ?.legend.map(({ label }) => label)[1];
  expect(legend(data.cash)).toMatch(/au plus bas une fois en service [1-9]\d+\u00a0k€, en février 2037$/);
  const overdrawn = data.cash.map((series) => ({
    ...series,
    points: series.points.map((point, month) => (month === 3 ? { ...point, value: -5000 } : point)),
  }));
  expect(legend(overdrawn)).toMatch(/au plus bas −5\u00a0k€, en avril 2027$/);
});

test('every colour that a chart holds has one for the dark theme', async () => {
  const compared = await drawComparedCharts({ dossier: threeWaysDossier() });
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  const used = new Set(
    [...(await charts()), ...compared.value].flatMap(
      ({ svg }) => svg.match(/(?:fill|stroke)="#[0-9a-f]+"/g) ?? [],
    ),
  );
  for (const attribute of used) {
    const [, colour = ''] = /"(#[0-9a-f]+)"/.exec(attribute) ?? [];
    expect(CHART_COLOURS).toContain(colour);
    expect(stylesheet).toContain(`.chart [${attribute}]`);
  }
});

test('a series has one colour in each theme, for its bars, its lines and its legend', () => {
  const [light = '', dark = ''] = stylesheet.split('prefers-color-scheme: dark');
  for (const [index, colour] of SERIES_COLOURS.entries()) {
    expect(light).toContain(`--series-${index}: ${colour};`);
    const [, inTheDark = ''] = new RegExp(`--series-${index}: (#[0-9a-f]+);`).exec(dark) ?? [];
    for (const part of ['fill', 'stroke'])
      expect(dark).toMatch(new RegExp(`\\.chart \\[${part}="${colour}"\\] \\{\\s+${part}: ${inTheDark};`));
  }
});

test('the texts of a chart are French, and a label is text', async () => {
  const hostile = structuredClone(dossier);
  hostile.paths[0].sources[0].label = '</text><script>alert(1)</script>';
  for (const { svg } of await charts(hostile)) {
    const words = svg.replaceAll(/<[^>]*>/g, ' ');
    expect(words).not.toMatch(/\b(Jan|Feb|axis|null|NaN|undefined)\b/);
    expect(svg).not.toContain('<script');
  }
});

test('a name too long for its block is on two lines, or whole in the legend', async () => {
  const named = structuredClone(dossier);
  const loan = named.paths.find(({ kind }: { readonly kind: string }) => kind === 'bank-loan');
  const grants = loan.sources.filter(({ kind }: { readonly kind: string }) => kind === 'grant');
  const [tall, short] = ['Subvention régionale pour la friche', 'Subvention de la métropole à la friche'];
  Object.assign(grants[0], { label: tall, amount: '600000.00' });
  Object.assign(grants[1], { label: short, amount: '190000.00' });
  const drawn = await drawPathCharts({ dossier: named, path: loan.id });
  const blocks = drawn.ok ? drawn.value.find(({ id }) => id === 'sources-and-uses') : undefined;
  const texts = [...(blocks?.svg ?? '').matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual(expect.arrayContaining(['Subvention régionale', 'pour la friche']));
  expect(blocks?.legend.map(({ label }) => label)).toEqual([`Ressources : ${short}`]);
});

test('the same charts are the same text', async () => {
  expect(await charts()).toEqual(await charts(structuredClone(dossier)));
});
