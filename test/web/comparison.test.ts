import { beforeAll, describe, expect, test } from 'vitest';
import { COMPARED, comparedDossier, comparedScenarios, wholeScenario } from '../support/compared.ts';
import { formOf, makeTestApp, SCENARIO, type TestApp, unescapeHtml } from '../support/web-app.ts';

let web: TestApp;
beforeAll(async () => {
  web = await makeTestApp({ scenarios: comparedScenarios() });
});

const ADDRESS = `/dossiers/${COMPARED}`;

async function page(address: string, headers: Record<string, string> = {}) {
  const response = await web.app.request(address, { headers });
  return { response, html: await response.text() };
}

async function save(key: string, dossier: unknown): Promise<void> {
  const row = { key, json: JSON.stringify(dossier), content_hash: key, parent: '', created_at: '2026-11-22' };
  await web.store.insertInto('saved_inputs').values(row).execute();
}

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

describe('the page', () => {
  test('verdicts come first, then the answer, the lenses, the exchange, six charts and a diagram a path', async () => {
    const { response, html } = await page(ADDRESS);
    expect(response.status).toBe(200);
    const places = [
      'class="column-cards"',
      'id="reponse"',
      'class="figure"',
      'id="qui-gagne"',
      'id="graphiques"',
      'id="montages"',
    ].map((part) => html.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(html.match(/<svg role="img"[^>]*class="chart"/g)).toHaveLength(6);
    expect(html.match(/class="structure"/g)).toHaveLength(3);
    expect(html).not.toMatch(/ style=| on[a-z]+="/);
    expect(html).toContain('Il manque <strong>');
    expect(textOf(html)).toMatch(
      /R1 et R2 tiennent debout\. R1 et R2 comptent des aides au-delà de leur plafond : à régler d’abord\. Il manque [\d ,]+ € à R3\./,
    );
  });

  test('ids are used once, headings follow each other, no word is missing', async () => {
    const { html } = await page(ADDRESS);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(textOf(html)).not.toMatch(/\b(undefined|null|NaN|\[object|loan|cash|yield|deal)\b/);
  });

  test('a path keeps its page, with the ways to the others; a dossier of one path has no comparison', async () => {
    const one = await page(`${ADDRESS}?voie=dearer`);
    expect(one.html).toContain('id="verdict-titre"');
    expect(one.html).toMatch(/href="\/dossiers\/trois-prets\?voie=dearer" aria-current="page"/);
    expect(one.html).toContain(`href="${ADDRESS}">Comparaison</a>`);
    expect(one.html).toContain('id="montage-voie"');
    const alone = await page(`/dossiers/${SCENARIO}?voie=bank-loan`);
    expect(alone.html).not.toContain('column-cards');
  });

  test('each figure opens its explanation in its own path', async () => {
    const { html } = await page(ADDRESS);
    const links = [...html.matchAll(/<a class="figure" href="([^"]*)"/g)].map(([, href = '']) =>
      unescapeHtml(href),
    );
    expect(links.every((link) => /[?&]voie=(plain|dearer|limited)(&|$)/.test(link))).toBe(true);
    const sample = links.filter((_, index) => index % 9 === 0);
    expect(sample.length).toBeGreaterThan(30);
    for (const link of sample) expect((await page(link)).response.status, link).toBe(200);
  });

  test('what is not open says why, and the others stay', async () => {
    const dossier = comparedDossier();
    dossier.site = null;
    await save('without-site', dossier);
    const { response, html } = await page('/dossiers/without-site');
    expect(response.status).toBe(200);
    expect(textOf(html)).toContain(
      'Aucune voie ne tient debout en l’état. R1 n’est pas ouverte à ce dossier',
    );
    expect(html).toContain('exchange-problem');
    expect(html).not.toContain('class="figure"');
  });

  test('an exit that is not paid for makes a path fall, and takes its marks away', async () => {
    const dossier = structuredClone(wholeScenario().dossier) as unknown as {
      paths: { kind: string; ticket: { amount: string }; exit: { year: number } }[];
    };
    const sci = dossier.paths.find(({ kind }) => kind === 'sci');
    if (sci === undefined) throw new Error('no SCI');
    sci.ticket.amount = '3000000.00';
    sci.exit.year = 5;
    await save('unpaid-exit', dossier);
    const { html } = await page('/dossiers/unpaid-exit');
    expect(textOf(html)).toContain('le rachat de l’investisseur de P1 n’est pas financé en entier');
    const rows = [...html.matchAll(/<tr[^>]*>(?:(?!<\/tr>).)*<\/tr>/gs)].map(([row]) => row);
    const marked = rows.filter((row) => row.includes('mark-best'));
    expect(marked.length).toBeGreaterThan(5);
    // P1 is the last column.
    for (const row of marked) expect(row.split('<td').at(-1), textOf(row)).not.toMatch(/mark-(best|worst)/);
  });

  test('a label is text, whatever it holds', async () => {
    const dossier = comparedDossier();
    dossier.paths[1].label = '<script>alert("1")</script>';
    dossier.paths[1].sources[1].label = '</desc><script>alert(2)</script>';
    dossier.parties.find(({ id }: { id: string }) => id === 'bank').label = '"><img src=x onerror=alert(1)>';
    await save('hostile', dossier);
    for (const address of ['/dossiers/hostile', '/dossiers/hostile?voie=dearer']) {
      const { response, html } = await page(address);
      expect(response.status).toBe(200);
      expect(html).not.toMatch(/<script>|<img/);
    }
  });
});

describe('key figures', () => {
  test('the best and the worst are marked with words, among funded paths only', async () => {
    const { html } = await page(ADDRESS);
    // In the table of the lens: the essential one says in words why a figure is not there.
    const lens = html.slice(html.indexOf('id="regard-fondateur"'));
    const cost =
      /<tr[^>]*><th role="rowheader" scope="row">Coût complet[^<]*déduite<\/th>(.*?)<\/tr>/.exec(lens)?.[1] ??
      '';
    const [cheap, dear, unfunded] = cost.split('</td>');
    expect(textOf(cheap ?? '')).toContain('▲ (meilleure valeur)');
    expect(textOf(dear ?? '')).toContain('▼ (moins bonne valeur)');
    expect(textOf(unfunded ?? '')).toContain('pas de valeur');
    const cover =
      /<tr[^>]*><th role="rowheader" scope="row">\(EBE[^<]*au plus bas<\/th>(.*?)<\/tr>/.exec(html)?.[1] ??
      '';
    // The best cover of all is that of the path whose plan does not balance: what it lacks is not in its annuities.
    expect(cover.split('</td>').map((cell) => /▲|▼/.exec(cell)?.[0] ?? '')).toEqual(['▼', '▲', '', '']);
  });

  test('a figure without value leads to its reason', async () => {
    const { html } = await page(ADDRESS);
    const [, note = ''] = /class="note-mark" href="#(compare-fondateur-note-\d)"/.exec(html) ?? [];
    expect(html).toContain(`id="${note}">financement à trouver`);
    expect(html).toMatch(/id="compare-investisseur-absents"/);
  });
});

describe('who gains, who pays', () => {
  test('the two paths are chosen by the address, without script', async () => {
    const { html } = await page(`${ADDRESS}?de=plain&a=limited&regard=investisseur`);
    expect(html).toMatch(/<select id="voie-a" name="a">.*<option value="limited" selected>/s);
    expect(html).toMatch(/id="regard-fondateur" hidden/);
    const table = /<table [^>]*class="figures exchange[^"]*">.*?<\/table>/s.exec(html)?.[0] ?? '';
    expect(textOf(table)).toMatch(/Région Auvergne-Rhône-Alpes .* paie moins/);
    expect(textOf(table)).toMatch(/Total 0 € 0 € 0 € = nul/);
    expect(textOf(html)).toContain('Le plan de R3 n’est pas financé');
  });

  test('the same path twice, or an unknown one, is said', async () => {
    expect(textOf((await page(`${ADDRESS}?de=plain&a=plain`)).html)).toContain(
      'Choisissez deux voies différentes',
    );
    const { response, html } = await page(`${ADDRESS}?de=rien`);
    expect(response.status).toBe(404);
    expect(textOf(html)).toContain('voie « rien » inconnue');
    expect((await page(`${ADDRESS}?de=&a=`)).response.status).toBe(200);
  });

  test('with script, a choice sends the results alone: what is typed in the form stays', async () => {
    const { html } = await page(`${ADDRESS}?de=dearer&a=limited`, {
      'HX-Request': 'true',
      'HX-Current-URL': `http://localhost${ADDRESS}?de=plain&a=dearer&regard=collectivite`,
    });
    expect(html).not.toContain('<html');
    expect(html).not.toContain('id="hypotheses"');
    expect(html).toMatch(/<option value="dearer" selected>/);
    expect(html).toMatch(/data-lens="collectivite" aria-current="true"/);
  });
});

describe('a change of the assumptions', () => {
  const change =
    (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    async () => {
      const form = formOf((await page(`${ADDRESS}?de=plain&a=limited`)).html);
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.delete('de');
      form.delete('a');
      return web.app.request(`${ADDRESS}?de=plain&a=limited`, { method: 'POST', body: form, headers });
    };

  test('leads to the comparison of the changed dossier, the two paths still chosen', async () => {
    const response = await change({ 'site.price': '1 700 000' })();
    expect(response.status).toBe(303);
    const address = response.headers.get('Location') ?? '';
    expect(address).toMatch(/^\/dossiers\/[0-9a-z]{16}\?de=plain&a=limited$/);
    const { html } = await page(address);
    expect(html).toContain('column-cards');
    expect(html).toMatch(/name="site.price"[^>]*value="1[^"]700[^"]000"/);
  });

  test('with script, sends the comparison back and pushes its address', async () => {
    const response = await change(
      { 'site.price': '1 750 000' },
      { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${ADDRESS}?regard=collectivite` },
    )();
    const html = await response.text();
    expect(response.headers.get('HX-Push-Url')).toMatch(/^\/dossiers\/[0-9a-z]{16}\?regard=collectivite/);
    expect(html).not.toContain('<html');
    expect(html).toContain('column-cards');
    expect(html).toContain('hx-swap-oob="outerMorph"');
    expect(textOf(html)).toContain('Résultats mis à jour. R1 et R2 tiennent debout');
  });

  test('what is refused is said beside its field, the comparison stays', async () => {
    const response = await change({ 'site.price': 'beaucoup' })();
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('column-cards');
    expect(html).toContain('value="beaucoup"');
    expect(textOf(html)).toContain('nombre illisible');
  });
});
