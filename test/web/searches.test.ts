import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COMPARED, comparedDossier, comparedScenarios, threeWaysDossier } from '../support/compared.ts';
import { wholeUnless } from '../support/extent.ts';
import { addressIn, keep, postForm, share } from '../support/kept.ts';
import { makeTestApp, SCENARIO, type TestApp, unescapeHtml } from '../support/web-app.ts';

const THREE_WAYS = 'three-ways';
const OWN_FUNDS = comparedDossier().paths[0].sources.find(
  ({ kind }: { kind: string }) => kind === 'own-funds',
);

let web: TestApp;
async function open(): Promise<void> {
  web = await makeTestApp({ scenarios: comparedScenarios() });
  await save(THREE_WAYS, threeWaysDossier());
}

async function save(key: string, dossier: unknown): Promise<void> {
  const row = { key, json: JSON.stringify(dossier), content_hash: key, parent: '', created_at: '2026-11-22' };
  await web.store.insertInto('saved_inputs').values(row).execute();
}

async function page(address: string, headers: Record<string, string> = {}) {
  const response = await web.app.request(address, { headers });
  const html = await response.text();
  return { response, html, text: textOf(html) };
}

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

function expectPage(html: string): void {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(html).not.toMatch(/ style=| on[a-z]+="/);
  const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) {
    if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  }
  expect(textOf(html)).not.toMatch(/\b(undefined|null|NaN|\[object|true|false)\b/);
}

describe('what would change the ranking', () => {
  beforeAll(open);

  test('the comparison has its place, and a link to its page, which needs no script', async () => {
    const { html } = await page(`/dossiers/${THREE_WAYS}`);
    const place = /<section id="bascules".*?<\/section>/s.exec(html)?.[0] ?? '';
    expect(place).toContain(`<a class="action" href="/dossiers/${THREE_WAYS}/bascules">`);
    expect(place).toContain(`href="/dossiers/${THREE_WAYS}/recherche"`);
    expect(place).not.toContain('crossovers');
    const answer = await page(`/dossiers/${THREE_WAYS}/bascules`);
    expect(answer.response.status).toBe(200);
    expectPage(answer.html);
    const crossing =
      /R0 devient préférable à P1 si le loyer de marché descend à (\S+) €.*? à \1 €\/m²\/an, P1 : (\S+) €, R0 : (\S+) € ; à (\S+) €\/m²\/an, P1 : (\S+) €, R0 : (\S+) €/.exec(
        answer.text.replaceAll(/(?<=\d)\s(?=\d{3})/g, ''),
      );
    const [rent = 0, sci = 0, tenant = 0, above = 0, sciAbove = 0, tenantAbove = 0] = (
      crossing?.slice(1) ?? []
    ).map((written) => Number(written.replace(',', '.')));
    // The step that is shown proves the crossing: rent and costs on both sides of it.
    expect([above - rent, sci - tenant > 0, sciAbove - tenantAbove < 0]).toEqual([
      expect.closeTo(0.1, 6),
      true,
      true,
    ]);
    expect(answer.text).toContain(
      'P1 devient préférable à R1 si le taux d’actualisation du fondateur atteint',
    );
    expect(answer.text).toContain('les prêts et le loyer calculé d’une SCI gardent leur montant');
    expect(answer.text).toContain('4 hypothèses ne changent rien entre P1 et R0');
  });

  test('asked for as a part of the comparison, it comes alone, with its headings one level down', async () => {
    const { html, response } = await page(`/dossiers/${THREE_WAYS}/bascules`, { 'HX-Request': 'true' });
    expect(response.headers.get('Vary')).toContain('HX-Request');
    expect(html).not.toContain('<html');
    expect(html).toContain('<h3>P1 face à R0</h3>');
    expect(html).not.toMatch(/<h[12]/);
  });

  test('a column left out, a main column without money and a dossier of one path say so', async () => {
    expect((await page(`/dossiers/${COMPARED}/bascules`)).text).toContain(
      'N’est pas comparée, faute de plan financé : R3.',
    );
    await save('unfunded', { ...comparedDossier(), mainPath: 'limited' });
    expect((await page('/dossiers/unfunded/bascules')).text).toContain('La voie principale, R3, n’a pas');
    expect((await page(`/dossiers/${SCENARIO}/bascules`)).text).toContain('Aucune autre voie');
  });

  test('an unknown dossier is not found', async () => {
    expect((await page('/dossiers/nobody/bascules')).response.status).toBe(404);
  });
});

describe('the smallest amount', () => {
  beforeEach(open);
  const question = `/dossiers/${COMPARED}/recherche?voie=plain&inconnue=apport-${OWN_FUNDS.id}`;

  test('the page of a path leads to its questions; nothing is searched before it is asked', async () => {
    const { html } = await page(`/dossiers/${THREE_WAYS}?voie=sci`);
    expect(html).toContain(`href="/dossiers/${THREE_WAYS}/recherche?voie=sci"`);
    const asked = await page(`/dossiers/${THREE_WAYS}/recherche?voie=sci`);
    expect(asked.response.status).toBe(200);
    expectPage(asked.html);
    const options = [...asked.html.matchAll(/<option value="([^"]*)"( selected)?>/g)];
    expect(options.map(([, id]) => id)).toEqual([
      `apport-${OWN_FUNDS.id}`,
      'apport-autofinancement',
      'ticket',
      'loyer',
      'pret',
      'pret-exploitant',
    ]);
    expect(options.map(([, , selected]) => selected !== undefined).indexOf(true)).toBe(0);
    expect(asked.html).not.toContain('reponse-titre');
  });

  describe.each(['market-rent', 'plain', 'sci'])('every question of %s', (path) => {
    test('is answered, with its check', wholeUnless(path === 'market-rent'), async () => {
      const address = `/dossiers/${THREE_WAYS}/recherche?voie=${path}`;
      const options = [...(await page(address)).html.matchAll(/<option value="([^"]*)"/g)].map(
        ([, id]) => id,
      );
      expect(options.length).toBeGreaterThanOrEqual(2);
      for (const id of options) {
        const { response, html } = await page(`${address}&inconnue=${id}`);
        expect(response.status, `${path} ${id}`).toBe(200);
        expectPage(html);
        expect(html, `${path} ${id}`).toContain('<table class="figures searched">');
      }
    });
  });

  test('the answer is one sentence, its check a table, and the value can be taken over', async () => {
    const { html, text } = await page(question);
    expect(text).toMatch(
      /Le plus petit montant de « [^»]+ » qui équilibre le plan dans les limites de la banque est de 174 825,00 € \(300 000,00 € dans le dossier\)/,
    );
    expect(text).toContain('Montant 300 000,00 € 174 824,00 € 174 825,00 €');
    expect(text).toContain('Le plan tient dans les limites oui non oui');
    expect(html).toContain('<form class="not-printed" method="post"');
    const taken = await postForm(web, `/dossiers/${COMPARED}/recherche`, {
      voie: 'plain',
      inconnue: `apport-${OWN_FUNDS.id}`,
    });
    expect(taken.status).toBe(303);
    const address = taken.headers.get('Location') ?? '';
    expect(address).toMatch(/^\/dossiers\/[0-9a-z]{16}\?voie=plain#pret$/);
    const key = address.replace('/dossiers/', '').replace(/\?.*/, '');
    const json = await (await web.app.request(`/dossiers/${key}/dossier.json`)).json();
    const index = comparedDossier().paths[0].sources.findIndex(
      ({ id }: { id: string }) => id === OWN_FUNDS.id,
    );
    expect(json.paths[0].sources[index].amount).toBe('174825.00');
    expect(json.hypotheses).toEqual([
      {
        path: `paths[0].sources[${index}].amount`,
        why: 'plus petit montant qui équilibre le plan dans les limites de la banque, cherché par Levier',
      },
    ]);
    // Nothing else changed, and the value searched again is the one of the dossier.
    json.paths[0].sources[index].amount = '300000.00';
    expect({ ...json, hypotheses: [] }).toEqual(comparedDossier());
    const again = await page(`/dossiers/${key}/recherche?voie=plain&inconnue=apport-${OWN_FUNDS.id}`);
    expect(again.text).toContain('est de 174 825,00 € (174 825,00 € dans le dossier)');
    expect(again.html).not.toContain('method="post"');
    // Taking it over once more leads to the path, and saves nothing.
    const once = await postForm(web, `/dossiers/${key}/recherche`, {
      voie: 'plain',
      inconnue: `apport-${OWN_FUNDS.id}`,
    });
    expect(once.headers.get('Location')).toBe(`/dossiers/${key}?voie=plain`);
  });

  test('a rent taken over is typed in the dossier, and its page says so', async () => {
    const taken = await postForm(web, `/dossiers/${THREE_WAYS}/recherche`, {
      voie: 'sci',
      inconnue: 'loyer',
    });
    const address = (taken.headers.get('Location') ?? '').replace(/#.*/, '');
    const { text } = await page(address);
    expect(text).toMatch(
      /Loyer versé par l’entreprise\. Loyer saisi : 35,63 €\/m²\/an\. C’est [\d,]+ % de moins que le loyer/,
    );
    const before = await page(`/dossiers/${THREE_WAYS}?voie=sci`);
    // A cover is a number of times, never a percentage.
    expect(before.text).toContain(
      'Loyers nets / annuités (DSCR), avant impôt, hors refinancement de la sortie 1,20 1,20 ',
    );
    expect(before.text).toMatch(
      /Loyer calculé : 35,63 €\/m²\/an, DSCR au plus bas 1,2002 .+ à 35,62 €\/m²\/an, 1,19\d+ < 1,20/,
    );
  });

  test('no answer, said with the nearest amount; nothing to take over', async () => {
    const { text, html } = await page(
      `/dossiers/${COMPARED}/recherche?voie=limited&inconnue=apport-autofinancement`,
    );
    expect(text).toMatch(/Aucun montant de « [^»]+ » jusqu’à 650 000,00 €/);
    expect(text).toContain('Au plus près');
    expect(html).not.toContain('method="post"');
  });

  test('a path or a question that does not exist is not found; a path without figures says so', async () => {
    for (const address of [
      `/dossiers/nobody/recherche`,
      `/dossiers/${COMPARED}/recherche?voie=nowhere`,
      `/dossiers/${COMPARED}/recherche?voie=plain&inconnue=ticket`,
      `/dossiers/${COMPARED}/recherche?voie=plain&inconnue=${encodeURIComponent('<script>')}`,
    ]) {
      const { response, html } = await page(address);
      expect(response.status, address).toBe(404);
      expect(html).not.toContain('<script>');
    }
    await save('without-site', { ...comparedDossier(), site: null });
    for (const address of [
      '/dossiers/without-site/recherche',
      '/dossiers/without-site/recherche?inconnue=pret',
    ]) {
      const { response, text } = await page(address);
      expect(response.status).toBe(200);
      expect(text).toContain('Cette voie n’a pas de chiffres');
    }
  });

  test('what is sent wrong is refused without a fault: nothing, too much, from elsewhere', async () => {
    const address = `/dossiers/${COMPARED}/recherche`;
    const nothing = await web.app.request(address, { method: 'POST', body: new URLSearchParams() });
    expect([nothing.status, nothing.headers.get('Location')]).toEqual([
      303,
      `/dossiers/${COMPARED}?voie=plain`,
    ]);
    expect((await postForm(web, address, { voie: 'x'.repeat(5000) })).status).toBe(413);
    expect((await postForm(web, address, { voie: 'nowhere' })).status).toBe(404);
    expect((await postForm(web, address, { inconnue: 'nothing' })).status).toBe(404);
    expect((await postForm(web, '/dossiers/nobody/recherche', {})).status).toBe(404);
    const elsewhere = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await postForm(web, address, { voie: 'plain' }, elsewhere)).status).toBe(403);
    const file = new FormData();
    file.set('voie', new File(['x'], 'x.txt'));
    expect((await web.app.request(address, { method: 'POST', body: file })).status).toBe(303);
  });

  test('of a kept dossier the inputs stay its own; a shared one opens, a revoked link is gone', async () => {
    const sheet = await keep(web, COMPARED);
    const version = `${addressIn(sheet)}-1`;
    const taken = await postForm(web, `/dossiers/${version}/recherche`, {
      voie: 'plain',
      inconnue: `apport-${OWN_FUNDS.id}`,
    });
    const key = (taken.headers.get('Location') ?? '').replace('/dossiers/', '').replace(/\?.*/, '');
    const row = await web.store
      .selectFrom('saved_inputs')
      .select('kept_dossier')
      .where('key', '=', key)
      .executeTakeFirst();
    expect(row?.kept_dossier).toBe(addressIn(sheet));
    const token = await share(web, sheet);
    expect((await page(`/dossiers/${token}/bascules`)).response.status).toBe(200);
    await postForm(web, `${sheet}/revoquer`, { lien: token });
    for (const part of ['bascules', 'recherche']) {
      expect((await page(`/dossiers/${token}/${part}`)).response.status).toBe(410);
    }
  });
});
