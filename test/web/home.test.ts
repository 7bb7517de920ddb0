import { beforeAll, expect, test } from 'vitest';
import cards from '../../scenarios/computed/cards.json' with { type: 'json' };
import { PATHS } from '../../src/dossier/paths.ts';
import { readScenario, type Scenario } from '../../src/dossier/scenario.ts';
import { caseFigures, shippedFigures } from '../../src/report/case-figures.ts';
import { fingerprintOf } from '../../src/report/fingerprint.ts';
import { scenarios } from '../support/dossiers.ts';
import { makeTestApp, plainSpaces, unescapeHtml } from '../support/web-app.ts';

let cases: Scenario[];
let html: string;

beforeAll(async () => {
  cases = scenarios().map(({ id, dossier }) => {
    const read = readScenario(`${id}.json`, JSON.stringify(dossier));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  });
  html = await home(
    new Map(cases.map(({ id, dossier }) => [id, shippedFigures(id, fingerprintOf(dossier)) ?? []])),
  );
});

async function home(figures: Map<string, ReturnType<typeof caseFigures>>, only = cases): Promise<string> {
  const { app } = await makeTestApp({ scenarios: only, caseFigures: figures });
  const response = await app.request('/');
  expect(response.status).toBe(200);
  return plainSpaces(unescapeHtml(await response.text()));
}

/** The card of a case, from its title to its link. */
function cardOf(page: string, id: string): string {
  const end = page.indexOf(`href="/dossiers/${id}"`);
  return page.slice(page.lastIndexOf('<li class="card">', end), end);
}

test('each case has one card, with what it is, what it asks, its main path and figures of it', () => {
  for (const { id, title, summary, paths, mainPath } of cases) {
    const card = cardOf(html, id);
    expect(html.split(`href="/dossiers/${id}"`), id).toHaveLength(2);
    expect(card).toContain(plainSpaces(title));
    expect(card).toContain(plainSpaces(summary.slice(0, 40)));
    expect(card).toMatch(/class="question">[^<]+\?</);
    expect(card).toContain(plainSpaces(paths.find((path) => path.id === mainPath)?.label ?? '-'));
    const known = (cards as Record<string, { figures: { label: string; text: string }[] }>)[id];
    expect(known?.figures.length).toBeGreaterThanOrEqual(2);
    for (const { label, text } of known?.figures ?? [])
      expect(card).toContain(plainSpaces(`<dt>${label}</dt><dd>${text}</dd>`));
  }
});

test('cases stand under the question of their main path, whatever its kind', async () => {
  const group = (page: string, kind: string) =>
    new RegExp(`<section class="gallery[^>]*id="cas-${kind}".*?</section>`, 's').exec(page)?.[0] ?? '';
  expect(group(html, 'esus-holding')).toContain('href="/dossiers/valo-plus"');
  expect(group(html, 'market-rent')).toContain('href="/dossiers/repareseb"');
  expect(group(html, 'fonciere')).not.toContain('href="/dossiers/valo-plus"');
  const [first] = cases;
  if (first === undefined) throw new Error('no case');
  const kinds = Object.keys(PATHS);
  const ofEachKind = kinds.map((kind) => ({
    ...first,
    id: kind,
    mainPath: kind,
    paths: [{ id: kind, kind, label: kind }],
  }));
  const page = await home(new Map(), ofEachKind);
  for (const kind of kinds) expect(group(page, kind)).toContain(`href="/dossiers/${kind}"`);
});

test('a case whose figures are not computed yet shows none; a changed dossier has none that are shipped', async () => {
  const page = await home(new Map());
  expect(page).not.toContain('<dl class="card-figures">');
  const { id, dossier } = cases.find((item) => item.id === 'valo-plus') as Scenario;
  expect(shippedFigures(id, fingerprintOf(dossier))).toBeDefined();
  expect(shippedFigures(id, fingerprintOf({ ...dossier, horizonYears: 14 }))).toBeUndefined();
  expect(shippedFigures('autre', fingerprintOf(dossier))).toBeUndefined();
});

test('every kind of path has figures for its card', () => {
  for (const kind of Object.keys(PATHS)) expect(caseFigures(kind, () => '1')).toHaveLength(3);
});
