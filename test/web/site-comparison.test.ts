import { beforeAll, describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import { dossierOnSite } from '../../src/sites/dossier-on-site.ts';
import { makeSiteColumns, planSiteComparison } from '../../src/tasks/site-comparison.ts';
import { twoSites } from '../support/brownfields.ts';
import { shippedScenario } from '../support/dossiers.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { makeTestApp, type TestApp, unescapeHtml } from '../support/web-app.ts';

let web: TestApp;

async function save(key: string, dossier: unknown): Promise<void> {
  const row = { key, json: JSON.stringify(dossier), content_hash: key, parent: '', created_at: '2026-11-22' };
  await web.store.insertInto('saved_inputs').values(row).execute();
}

async function page(address: string) {
  const response = await web.app.request(address);
  const html = await response.text();
  const text = unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
  return { response, html, text };
}

function expectPage(html: string, text: string): void {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  expect(html.replaceAll(/<svg.*?<\/svg>/gs, '')).not.toMatch(/ style=| on[a-z]+="/);
  expect(text).not.toMatch(/\b(undefined|null|NaN|\[object|true|false)\b/);
}

beforeAll(async () => {
  web = await makeTestApp();
  const named = twoSites();
  named.brownfields[1].name = '=HYPERLINK("x") <script>alert(1)</script>';
  await save('two-sites', named);
  const { brownfields: _, site, ...none } = twoSites();
  const { chosenBrownfield: __, ...plain } = site;
  await save('no-site', { ...none, site: plain });
});

describe('the brownfields of a dossier compared', () => {
  test('which brownfield, which way, what public effort, at what cost and when', async () => {
    const { response, html, text } = await page('/dossiers/two-sites/friches');
    expect(response.status).toBe(200);
    expectPage(html, text);
    expect(text).toMatch(
      /Ancienne filature du Breuil avec \S+ – .*? : la meilleure pour \d+ % des jeux de poids/,
    );
    expect(text).toMatch(
      /Pour la collectivité\. .*aides versées [\d ]+ €( \(de [\d ]+ € à [\d ]+ €\))? en valeur présente, [\d ]+ €( \(de [\d ]+ € à [\d ]+ €\))? en tout/,
    );
    expect(text).toMatch(
      /Pour l’entreprise\. .*coût complet d’occupation [\d,]+ €\/m²\/an.*ouverture dans \d+ mois/,
    );
    expect(text).toContain('10 000 jeux de poids');
    // The platform is too far from a bus: said apart, and what giving it up would change.
    expect(text).toMatch(/toutes les voies : transports en commun : Arrêt à 1 600 m, au-delà de 500 m/);
    expect(text).toContain('Sans l’exigence « Transports en commun »');
    // Each is chosen by a button that needs no script; the one already chosen has none.
    expect(html).toContain('action="/dossiers/two-sites/friches/plateforme/retenir"');
    expect(html).not.toContain('friches/filature/retenir');
    expect(html).toContain('href="/dossiers/two-sites/friches/filature"');
    // How the index is made: « 9 500 m² » is under a hectare, very negative, of weight 2.
    expect(text).toMatch(/Surface du site 2 9 500 m² très négatif : −4/);
    // Two drawings, each with its figures beside it.
    expect([...html.matchAll(/<svg role="img"/g)].length).toBe(
      [...html.matchAll(/id="volet-sites-/g)].length,
    );
  });

  test('a hostile name is shown as text, and kept from being a formula', async () => {
    const { html } = await page('/dossiers/two-sites/friches');
    expect(html).not.toContain('<script>alert');
    const { response, html: csv } = await page('/dossiers/two-sites/friches.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [, first, , third] = csv.split('\r\n');
    expect(first).toMatch(/^Ancienne filature du Breuil;/);
    expect(third).toMatch(/^"'=HYPERLINK\(""x""\) <script>/);
    expect(csv.split('\r\n').filter((line) => line !== '').length).toBe(5);
  });

  test('criteria and lens are in the address; what is unknown is left out', async () => {
    const { html, text } = await page(
      '/dossiers/two-sites/friches?criteres=total-cost&criteres=weights&regard=collectivite',
    );
    expectPage(html, text);
    const checked = (name: string) =>
      [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)" checked`, 'g'))].map(([, id]) => id);
    expect(checked('criteres')).toEqual(['total-cost']);
    expect(checked('voies')).toEqual(['bank-loan', 'guarantee']);
    expect(text).toContain('voies : 2 sur 2 ; critères : 1 sur 8');
    expect(html).toMatch(/id="regard-fondateur" hidden/);
    expect(html).toMatch(/regard=collectivite#regards" data-lens="collectivite" aria-current="true"/);
    expect(text).toContain('la meilleure pour 100 % des jeux de poids');
    expect(text).toContain('Aucune autre ne l’est pour aucun jeu de poids tiré.');
  });

  test('without brownfields, what to do next; without a dossier, nothing', async () => {
    const { response, html, text } = await page('/dossiers/no-site/friches');
    expect(response.status).toBe(200);
    expectPage(html, text);
    expect(text).toContain('ne compare encore aucune friche');
    expect(html).toContain('href="/sites"');
    expect(html).toContain('href="/dossiers/no-site/nouvelle-friche"');
    expect((await page('/dossiers/unknown/friches')).response.status).toBe(404);
    expect((await page('/dossiers/unknown/friches.csv')).response.status).toBe(404);
  });
});

describe('what is computed', () => {
  const planned = (changes: object, paths: readonly string[] = []) => {
    const plan = planSiteComparison({ dossier: { ...twoSites(), ...changes }, paths });
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    return plan.value;
  };

  test('the paths asked for that the dossier has, in its order; all of them when none is', () => {
    expect(planned({}, ['guarantee', 'nowhere']).paths).toEqual(['guarantee']);
    expect(planned({}, ['nowhere']).paths).toEqual(['bank-loan', 'guarantee']);
  });

  test('past four sites the main path only; past twenty columns low and high of the main path only', () => {
    const [first] = twoSites().brownfields;
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...first,
        id: index === 0 ? first.id : `site-${index}`,
      }));
    expect(planned({ brownfields: many(5) }).paths).toEqual(['bank-loan']);
    expect(planned({ brownfields: many(4) }).ranged).toEqual(['bank-loan', 'guarantee']);
    const whole = planSiteComparison({ dossier: shippedScenario('friche-comparee'), paths: [] });
    if (!whole.ok) throw new Error(JSON.stringify(whole.problems));
    expect(whole.value.sites.length * whole.value.paths.length).toBeGreaterThan(20);
    expect(whole.value.ranged).toEqual([shippedScenario('friche-comparee').mainPath]);
  });
});

test('figures are those of the dossier once it has settled on the brownfield', () => {
  const dossier = twoSites();
  const made = makeSiteColumns({ dossier, site: 'plateforme', paths: ['guarantee'], ranged: [] });
  const settled = dossierOnSite(dossier, 'plateforme');
  const computed = settled.ok ? computeDossier(settled.value) : undefined;
  if (!made.ok || !computed?.ok) throw new Error('refused');
  const figures = computed.value.paths.find(({ path }) => path.id === 'guarantee')?.keyFigures;
  const [column] = made.value.columns;
  for (const [lens, id] of [
    ['founder', 'occupancy-cost-m2'],
    ['founder', 'own-funds-needed'],
    ['authority', 'public-present-cost'],
    ['investor', 'total-cost'],
  ] as const) {
    const value = figures?.[lens].find((figure) => figure.id === id)?.value;
    expect(value).toMatch(/^\d/);
    expect(column?.figures[id]?.value).toBe(value);
  }
});

test('a brownfield that the dossier does not have is refused in French', () => {
  const made = makeSiteColumns({ dossier: twoSites(), site: 'halle', paths: ['guarantee'], ranged: [] });
  expect(made).toEqual({
    ok: false,
    problems: [{ path: 'brownfields', message: 'aucune friche « halle » dans ce dossier' }],
  });
});

test('the whole case: each site and way, ranked or apart with its reason', {
  ...IN_WHOLE,
  timeout: 120_000,
}, async () => {
  const dossier = shippedScenario('friche-comparee');
  await save('whole', dossier);
  const { response, html, text } = await page('/dossiers/whole/friches');
  expect(response.status).toBe(200);
  expectPage(html, text);
  const lens = /<div class="lens" id="regard-fondateur".*?<\/table>/s.exec(html)?.[0] ?? '';
  expect([...lens.matchAll(/<tr class="row-line/g)].length).toBe(
    dossier.brownfields.length * dossier.paths.length,
  );
  const apart = [...lens.matchAll(/hors classement/g)].length;
  const ranked = /<section id="classement".*?<\/section>/s.exec(html)?.[0] ?? '';
  const rows = [...ranked.matchAll(/<tr class="row-line/g)].length;
  const unread = [...ranked.matchAll(/n’est pas classée, faute de/g)].length;
  expect(apart + rows + unread).toBe(dossier.brownfields.length * dossier.paths.length);
  expect(text).toContain('le classement les lit au coût central');
});
