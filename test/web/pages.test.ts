import { beforeAll, describe, expect, test } from 'vitest';
import {
  makeTestApp,
  plainSpaces,
  SCENARIO,
  scenarioText,
  type TestApp,
  unescapeHtml,
} from '../support/web-app.ts';

let web: TestApp;
beforeAll(async () => {
  web = await makeTestApp();
});

async function page(address: string, headers: Record<string, string> = {}) {
  const response = await web.app.request(address, { headers });
  return { response, html: await response.text() };
}

async function save(key: string, dossier: unknown): Promise<void> {
  const row = { key, json: JSON.stringify(dossier), content_hash: key, parent: '', created_at: '2026-11-22' };
  await web.store.insertInto('saved_inputs').values(row).execute();
}

/** What a person reads or hears: texts, and the attributes that are read aloud. */
function wordsOf(html: string): string {
  const spoken = [...html.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(([, text]) => text);
  const visible = html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<code[\s\S]*?<\/code>/g, ' ');
  return unescapeHtml([visible.replaceAll(/<[^>]*>/g, ' '), ...spoken].join(' '));
}

const NOT_FRENCH =
  /\b(undefined|null|NaN|Infinity|\[object|true|false|error|loading|amount|rate|loan|cash|cash-flow|equity|invalid|required|submit|covenants?|EBITDA|capex|opex|yield|deal|exit|KPI|mezzanine|the|with|balancing-loan|level-payment|none)\b/i;

describe('words', () => {
  test.each([
    '/',
    `/dossiers/${SCENARIO}`,
    `/dossiers/${SCENARIO}/explication?figure=measure.occupancy-cost-month`,
    `/dossiers/${SCENARIO}/explication?figure=paths%5B0%5D.terms.annualRate`,
    '/dossiers/inconnu',
    '/mes-dossiers',
    `/mes-dossiers/${'a'.repeat(26)}`,
    '/nulle-part',
  ])('%s holds neither English nor a value that does not exist', async (address) => {
    const { html } = await page(address);
    const found = NOT_FRENCH.exec(wordsOf(html));
    const around = found === null ? '' : wordsOf(html).slice(Math.max(0, found.index - 60), found.index + 60);
    expect(around).toBe('');
  });
});

describe('home', () => {
  test('says what it answers, and opens a computed result in one click', async () => {
    const { response, html } = await page('/');
    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain(`href="/dossiers/${SCENARIO}"`);
    expect(html).toContain(`href="/dossiers/${SCENARIO}?regard=investisseur#regards"`);
    expect(html).toContain('href="/outils/loan-schedule"');
    expect(html).toContain('href="/api"');
  });
});

describe('dossier', () => {
  test('the verdict comes before any figure; each chapter, chart, table and field is there', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}`);
    expect(html.indexOf('id="verdict-titre"')).toBeLessThan(html.indexOf('class="figure"'));
    for (const part of [
      'regards',
      'financement',
      'pret',
      'exploitation',
      'tresorerie',
      'parties',
      'controles',
      'hypotheses',
    ]) {
      expect(html).toContain(`id="${part}"`);
    }
    expect(html.match(/<svg role="img"/g)).toHaveLength(5);
    expect(html).toContain('name="paths[0].terms.annualRate"');
    expect(html).toContain('/tableaux/plan-initial.csv"');
    expect(html).not.toMatch(/ style=| on[a-z]+="/);
  });

  test('one lens is shown, the others are there for paper', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}?regard=collectivite`);
    expect(html).toMatch(/id="regard-fondateur" hidden/);
    expect(html).toMatch(/id="regard-collectivite">/);
    expect(html).toMatch(/data-lens="collectivite" aria-current="true"/);
  });

  test('headings follow each other without a gap', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}`);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('every id is used once', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}`);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every key figure, limit and check, and a sample of the tables, has its explanation', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}`);
    const links = [...html.matchAll(/<a class="figure" href="([^"]*)"/g)].map(([, href = '']) =>
      unescapeHtml(href),
    );
    const distinct = [...new Set(links)];
    const ofTables = distinct.filter((link) => link.includes('periode='));
    const sample = [
      ...distinct.filter((link) => !link.includes('periode=')),
      ...ofTables.filter((_, index) => index % 40 === 0),
    ];
    expect(sample.length).toBeGreaterThan(60);
    const refused: string[] = [];
    for (const link of sample) {
      const { response } = await page(link);
      if (response.status !== 200) refused.push(link);
    }
    expect(refused).toEqual([]);
  });

  test('a path that is not open says why, and shows no figure', async () => {
    const scenario = JSON.parse(scenarioText());
    scenario.site = null;
    scenario.facts = [];
    scenario.hypotheses = [];
    await save('without-site', scenario);
    const { response, html } = await page('/dossiers/without-site');
    expect(response.status).toBe(200);
    expect(html).toContain('verdict-impossible');
    expect(html).toContain('Renseignez le site du dossier');
    expect(html).toContain('id="hypotheses"');
    expect(html).not.toContain('class="figure"');
    expect(html).not.toContain('classeur.xlsx');
    expect(NOT_FRENCH.exec(wordsOf(html))).toBeNull();
  });

  test('a title is text, whatever it holds', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}`);
    expect(html).not.toContain('<script>alert');
    const scenario = JSON.parse(await (await web.app.request(`/dossiers/${SCENARIO}/dossier.json`)).text());
    scenario.title = '<script>alert("1")</script> & "moi"';
    scenario.operator.name = '"><img src=x onerror=alert(1)>';
    scenario.project.works[0].label = '</desc><script>alert(2)</script>';
    await save('hostile', scenario);
    const hostile = await page('/dossiers/hostile');
    expect(hostile.response.status).toBe(200);
    expect(hostile.html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &quot;moi&quot;');
    expect(hostile.html).not.toMatch(/<script>|<img/);
    const explained = await page('/dossiers/hostile/explication?figure=project.works%5B0%5D.amount');
    expect(explained.response.status).toBe(200);
    expect(explained.html).not.toMatch(/<script>|<img/);
  });
});

describe('explanation', () => {
  test('page and panel say the same; the trail leads back', async () => {
    const address = `/dossiers/${SCENARIO}/explication?figure=bank-loan.cover&periode=2029&fil=bank-loan.cover.smallest`;
    const whole = await page(address);
    expect(whole.html).toContain('<h1>EBE / annuités');
    expect(whole.html).toMatch(
      /<nav class="breadcrumb"[\s\S]*figure=bank-loan.cover.smallest"[\s\S]*<\/nav>/,
    );
    expect(whole.html).toContain('fil=bank-loan.cover.smallest&amp;fil=bank-loan.cover%7E2029');
    const panel = await page(address, { 'HX-Request': 'true', 'HX-Request-Type': 'partial' });
    expect(panel.html).not.toContain('<html');
    expect(panel.html).toContain('<h2 id="panneau-titre"');
    expect(panel.response.headers.get('Vary')).toContain('HX-Request');
  });

  test('an assumption says where it comes from, and leads to its field', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}/explication?figure=paths%5B0%5D.terms.annualRate`);
    expect(plainSpaces(html)).toContain('taux supposé d’un prêt bancaire à 18 ans fin 2026');
    expect(html).toContain(`href="/dossiers/${SCENARIO}#champ-paths-0-terms-annualRate"`);
  });

  test('an unknown figure is a page that says so', async () => {
    const { response, html } = await page(`/dossiers/${SCENARIO}/explication?figure=sci.rien`);
    expect(response.status).toBe(404);
    expect(html).toContain('figure inconnue');
  });
});

describe('downloads', () => {
  test('workbook, table and dossier have a name and a type', async () => {
    const workbook = await web.app.request(`/dossiers/${SCENARIO}/classeur.xlsx`);
    expect(workbook.headers.get('Content-Disposition')).toBe(
      `attachment; filename="levier-${SCENARIO}.xlsx"`,
    );
    expect(new Uint8Array(await workbook.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const table = await page(`/dossiers/${SCENARIO}/tableaux/plan-initial.csv`);
    expect(table.response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(table.html).toContain('Total des besoins;');
    const json = await page(`/dossiers/${SCENARIO}/dossier.json`);
    expect(JSON.parse(json.html).id).toBe(SCENARIO);
  });

  test('what does not exist is a page in French', async () => {
    for (const address of [
      `/dossiers/${SCENARIO}/tableaux/rien.csv`,
      '/dossiers/rien/classeur.xlsx',
      `/dossiers/${SCENARIO}?voie=rien`,
    ]) {
      const { response, html } = await page(address);
      expect(response.status).toBe(404);
      expect(html).toContain('introuvable');
    }
  });
});
