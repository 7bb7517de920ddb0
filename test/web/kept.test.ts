import { beforeEach, describe, expect, test } from 'vitest';
import { addressIn, keep, postForm } from '../support/kept.ts';
import {
  formOf,
  makeTestApp,
  plainSpaces,
  SCENARIO,
  scenarioText,
  type TestApp,
  unescapeHtml,
} from '../support/web-app.ts';

const RATE = 'paths[0].terms.annualRate';

let web: TestApp;
beforeEach(async () => {
  web = await makeTestApp();
});

async function page(address: string, headers: Record<string, string> = {}) {
  const response = await web.app.request(address, { headers });
  return { response, html: unescapeHtml(await response.text()) };
}

/** Changes fields of the page at an address, as a browser without script; gives the key of the new inputs. */
async function change(key: string, changes: Record<string, string>): Promise<string> {
  const form = formOf(await (await web.app.request(`/dossiers/${key}`)).text());
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  const response = await web.app.request(`/dossiers/${key}`, { method: 'POST', body: form });
  expect(response.status).toBe(303);
  return (response.headers.get('Location') ?? '').replace('/dossiers/', '').replace(/\?.*/, '');
}

describe('keeping', () => {
  test('every opened dossier has the form, and the first save makes a dossier with its version 1', async () => {
    const { html } = await page(`/dossiers/${SCENARIO}`);
    expect(html).toContain(`<input type="hidden" name="cle" value="${SCENARIO}">`);
    const response = await postForm(web, '/mes-dossiers', { cle: SCENARIO, commentaire: 'Point de départ' });
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toMatch(/^\/mes-dossiers\/[0-9a-z]{26}\?enregistree=1$/);
    const sheet = await page(response.headers.get('Location') ?? '');
    expect(sheet.html).toContain('<h1>SCI Envie Soleil</h1>');
    expect(sheet.html).toContain('Version 1 enregistrée.');
    expect(sheet.html).toContain('22/11/2026 à 11 h 00');
    expect(sheet.html).toContain('Point de départ');
    expect(sheet.html).toContain('par Levier 0.1.0, droit au 22/11/2026');
    expect(sheet.html).toContain('identiques au centime');
    expect(sheet.html).toContain('L’adresse de cette page est une clé.');
  });

  test('what was changed from a version becomes the next version of the same dossier', async () => {
    const sheet = await keep(web, SCENARIO);
    const address = addressIn(sheet);
    const first = await change(`${address}-1`, { [RATE]: '4,5' });
    const second = await change(first, { 'site.price': '1 500 000' });
    expect((await page(`/dossiers/${second}`)).html).toContain(`href="${sheet}"`);
    expect(await keep(web, second, 'taux et prix')).toBe(sheet);
    const { html } = await page(sheet);
    expect(
      [...html.matchAll(/<tr class="row-line" id="version-(\d+)">/g)].map(([, number]) => number),
    ).toEqual(['2', '1']);
    const dossier = JSON.parse((await page(`/dossiers/${address}-2/dossier.json`)).html);
    expect(dossier.paths[0].terms.annualRate).toBe('0.045');
    expect(dossier.site.price).toBe('1500000.00');
  });

  test('a value put back to that of the case stays in the kept dossier', async () => {
    const changed = await change(SCENARIO, { [RATE]: '4,5' });
    const sheet = await keep(web, changed);
    const back = await change(`${addressIn(sheet)}-1`, { [RATE]: '3,85' });
    expect(back).not.toBe(SCENARIO);
    expect(await keep(web, back)).toBe(sheet);
    expect((await page(`/dossiers/${addressIn(sheet)}-2/dossier.json`)).html).toBe(
      `${JSON.stringify(JSON.parse(scenarioText()), null, 2)}\n`,
    );
  });

  test('inputs that come from no kept dossier make another one, whoever kept them before', async () => {
    const changed = await change(SCENARIO, { [RATE]: '4,5' });
    const sheets = [await keep(web, changed), await keep(web, changed), await keep(web, SCENARIO)];
    expect(new Set(sheets).size).toBe(3);
  });

  test('the same version sent twice is one version', async () => {
    const sheet = await keep(web, SCENARIO, 'un');
    const key = `${addressIn(sheet)}-1`;
    const send = () => postForm(web, '/mes-dossiers', { cle: key, commentaire: 'un' });
    expect((await send()).headers.get('Location')).toBe(`${sheet}?inchangee=1`);
    const { html } = await page(`${sheet}?inchangee=1`);
    expect(plainSpaces(html)).toContain(
      'Rien n’a changé depuis la version 1 : aucune version n’a été ajoutée.',
    );
    await keep(web, key, 'deux');
    expect((await page(sheet)).html).toContain('id="version-2"');
  });

  test('a comment too long is refused beside its field, and nothing typed is lost', async () => {
    const comment = 'é'.repeat(501);
    const response = await postForm(web, '/mes-dossiers', { cle: SCENARIO, commentaire: comment });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(plainSpaces(html)).toContain('texte trop long : au plus 500 caractères');
    expect(html).toContain(comment);
    expect(formOf(html).get('cle')).toBe(SCENARIO);
    expect(await web.store.selectFrom('kept_dossiers').selectAll().execute()).toEqual([]);
    const allowed = await postForm(web, '/mes-dossiers', { cle: SCENARIO, commentaire: 'é'.repeat(500) });
    expect(allowed.status).toBe(303);
  });

  test.each([
    ['no key', {}],
    ['an unknown key', { cle: 'inconnu' }],
    ['a version that does not exist', { cle: `${'a'.repeat(26)}-1` }],
  ])('%s is a page that says so', async (_, fields) => {
    const response = await postForm(web, '/mes-dossiers', fields);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Dossier introuvable');
  });
});

describe('a version reopened', () => {
  test('shows the same page, the same workbook, and proves its cents', async () => {
    const changed = await change(SCENARIO, { [RATE]: '4,5' });
    const sheet = await keep(web, changed);
    const key = `${addressIn(sheet)}-1`;
    const { html } = await page(`/dossiers/${key}`);
    expect(html).toContain('Version 1, enregistrée le 22/11/2026 à 11 h 00.');
    expect(html).toContain('ses chiffres clés sont les mêmes, au centime');
    for (const part of ['explication?figure=lowest-cash', 'classeur.xlsx', 'tableaux/plan-initial.csv']) {
      expect((await page(`/dossiers/${key}/${part}`)).response.status).toBe(200);
    }
    const download = await web.app.request(`/dossiers/${key}/dossier.json`);
    expect(download.headers.get('Content-Disposition')).toBe(
      `attachment; filename="levier-${SCENARIO}-v1.json"`,
    );
  });

  test('the figures kept are those that the API computes, text for text', async () => {
    const sheet = await keep(web, SCENARIO);
    const version = await web.store.selectFrom('kept_versions').selectAll().executeTakeFirstOrThrow();
    expect(version.dossier).toBe(addressIn(sheet));
    const answer = await web.app.request('/api/v1/comparisons', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: scenarioText(),
    });
    const { paths } = (await answer.json()) as {
      paths: {
        id: string;
        verdict: string;
        keyFigures: Record<string, { id: string; value: string | null }[]>;
      }[];
    };
    const kept = JSON.parse(version.figures) as {
      id: string;
      verdict: string;
      figures: { lens: string; id: string; value: string | null }[];
    }[];
    const flat = paths.map(({ id, verdict, keyFigures }) => ({
      id,
      verdict,
      figures: ['founder', 'investor', 'authority'].flatMap((lens) =>
        (keyFigures[lens] ?? []).map((figure) => ({ lens, id: figure.id, value: figure.value })),
      ),
    }));
    expect(
      kept.map(({ id, verdict, figures }) => ({
        id,
        verdict,
        figures: figures.map(({ lens, id: name, value }) => ({ lens, id: name, value })),
      })),
    ).toEqual(flat);
    expect(flat[0]?.figures.filter(({ value }) => value !== null).length).toBeGreaterThan(25);
  });

  test('figures that another engine computed otherwise are said to differ, and shown', async () => {
    const sheet = await keep(web, SCENARIO);
    const address = addressIn(sheet);
    const kept = await web.store.selectFrom('kept_versions').selectAll().executeTakeFirstOrThrow();
    const figures = JSON.parse(kept.figures);
    const lowest = figures[0].figures.find(({ id }: { id: string }) => id === 'lowest-cash');
    lowest.value = (Number(lowest.value) + 0.01).toFixed(2);
    // As an older program would have written it.
    const older = { ...kept, number: 2, engine_version: '0.0.9', figures: JSON.stringify(figures) };
    await web.store.insertInto('kept_versions').values(older).execute();
    const { html } = await page(sheet);
    expect(html).toMatch(
      /id="version-2"[\s\S]*une valeur diffère[\s\S]*id="version-1"[\s\S]*identiques au centime/,
    );
    expect((await page(`/dossiers/${address}-2`)).html).toContain('un de ses chiffres clés diffère');
    const compared = await page(`${sheet}/comparer?de=2&a=2`);
    expect(compared.html).toContain('Version 2, alors et aujourd’hui');
    expect(compared.html).toContain('<td>−0,01\u00a0€</td>');
  });

  test('a dossier that this engine refuses is said so, and its sheet still opens', async () => {
    const sheet = await keep(web, SCENARIO);
    const kept = await web.store.selectFrom('kept_versions').selectAll().executeTakeFirstOrThrow();
    const json = kept.json.replace('"horizonYears":20', '"horizonYears":200');
    await web.store
      .insertInto('kept_versions')
      .values({ ...kept, number: 2, json })
      .execute();
    expect((await page(sheet)).html).toContain('cette version de Levier ne calcule plus ce dossier');
    const opened = await page(`/dossiers/${addressIn(sheet)}-2`);
    expect(opened.response.status).toBe(422);
    expect(opened.html).toContain('horizonYears');
    const compared = await page(`${sheet}/comparer?de=1&a=2`);
    expect(compared.response.status).toBe(200);
    expect(compared.html).toContain('ne calcule plus la version 2');
  });

  test('past eight versions, the older ones are computed when asked', async () => {
    const sheet = await keep(web, SCENARIO);
    const key = `${addressIn(sheet)}-1`;
    for (let number = 2; number <= 10; number++) await keep(web, key, `version ${number}`);
    const first = (await page(sheet)).html;
    expect(first.match(/identiques au centime/g)).toHaveLength(8);
    expect(first).toContain(`href="${sheet}?verifier=1#version-1"`);
    expect((await page(`${sheet}?verifier=1`)).html.match(/identiques au centime/g)).toHaveLength(10);
  });
});

describe('the sheet', () => {
  test('a version is duplicated into another dossier, which stands alone', async () => {
    const sheet = await keep(web, SCENARIO, 'original');
    const response = await postForm(web, `${sheet}/dupliquer`, { version: '1' });
    const copy = (response.headers.get('Location') ?? '').replace(/\?.*/, '');
    expect(copy).toMatch(/^\/mes-dossiers\/[0-9a-z]{26}$/);
    expect(copy).not.toBe(sheet);
    const { html } = await page(copy);
    expect(plainSpaces(html)).toContain('Copie de la version 1 de « SCI Envie Soleil »');
    expect(html).not.toContain(addressIn(sheet));
    await keep(web, `${addressIn(copy)}-1`, 'suite');
    expect((await page(sheet)).html).not.toContain('id="version-2"');
  });

  test('an address that leads nowhere is a page in French', async () => {
    const nowhere = `/mes-dossiers/${'z'.repeat(26)}`;
    for (const address of [nowhere, `${nowhere}/comparer`, '/mes-dossiers/rien', '/mes-dossiers/importer']) {
      const { response, html } = await page(address);
      expect(response.status).toBe(404);
      expect(html).toContain('introuvable');
    }
    for (const action of ['dupliquer', 'partager', 'revoquer', 'importer']) {
      expect((await postForm(web, `${nowhere}/${action}`, { version: '1' })).status).toBe(404);
    }
  });

  test.each(['', '0', '2', '-1', '1.5', 'abc', '1e400'])(
    'version « %s » of a dossier of one is refused',
    async (version) => {
      const sheet = await keep(web, SCENARIO);
      for (const action of ['dupliquer', 'partager']) {
        expect((await postForm(web, `${sheet}/${action}`, { version })).status).toBe(404);
      }
    },
  );

  test('what people write is text', async () => {
    const sheet = await keep(web, SCENARIO, '<script>alert(1)</script>');
    const html = await (await web.app.request(sheet)).text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>alert');
  });
});

describe('the list of this browser', () => {
  const cookieOf = (response: Response) => response.headers.get('Set-Cookie') ?? '';
  const sentBack = (cookie: string) => cookie.split(';')[0] ?? '';

  test('says that there is no account, and remembers what was kept or opened, the last one first', async () => {
    const empty = await page('/mes-dossiers');
    expect(empty.html).toContain('Sans compte');
    expect(empty.html).toContain('Aucun dossier pour l’instant');
    expect(empty.html).toContain('<a href="/mes-dossiers" aria-current="page">Mes dossiers</a>');

    const first = await postForm(web, '/mes-dossiers', { cle: SCENARIO });
    expect(cookieOf(first)).toMatch(/HttpOnly/);
    expect(cookieOf(first)).toMatch(/SameSite=Lax/);
    expect(cookieOf(first)).toMatch(/Path=\/mes-dossiers/);
    expect(cookieOf(first)).not.toMatch(/Secure/);
    const second = await postForm(
      web,
      '/mes-dossiers',
      { cle: SCENARIO, commentaire: 'le second' },
      { Cookie: sentBack(cookieOf(first)), 'X-Forwarded-Proto': 'https' },
    );
    expect(cookieOf(second)).toMatch(/Secure/);
    const list = await page('/mes-dossiers', { Cookie: sentBack(cookieOf(second)) });
    const sheets = [...list.html.matchAll(/href="(\/mes-dossiers\/[0-9a-z]{26})"/g)].map(
      ([, sheet]) => sheet,
    );
    expect(sheets).toEqual(
      [second, first].map((response) => (response.headers.get('Location') ?? '').replace(/\?.*/, '')),
    );
    expect(list.html).toContain('le second');

    const opened = await web.app.request(sheets[1] ?? '', {
      headers: { Cookie: sentBack(cookieOf(second)) },
    });
    const again = await page('/mes-dossiers', { Cookie: sentBack(cookieOf(opened)) });
    expect(again.html.indexOf(sheets[1] ?? '')).toBeLessThan(again.html.indexOf(sheets[0] ?? ''));
  });

  test('holds thirty addresses at most, and nothing that is no address', async () => {
    const many = Array.from({ length: 40 }, (_, index) => String(index).padStart(26, 'a'));
    const sheet = await keep(web, SCENARIO);
    const response = await web.app.request(sheet, {
      headers: { Cookie: `levier-dossiers=${['<b>', ...many].join('.')}` },
    });
    const addresses = sentBack(cookieOf(response)).replace('levier-dossiers=', '').split('.');
    expect(addresses).toEqual([addressIn(sheet), ...many.slice(0, 29)]);
  });

  test('a dossier is taken out of the list, and stays where it was', async () => {
    const sheet = await keep(web, SCENARIO);
    const cookie = `levier-dossiers=${addressIn(sheet)}`;
    expect((await page('/mes-dossiers', { Cookie: cookie })).html).toContain(sheet);
    const forgotten = await postForm(
      web,
      '/mes-dossiers/oublier',
      { adresse: addressIn(sheet) },
      { Cookie: cookie },
    );
    expect(forgotten.status).toBe(303);
    expect(sentBack(cookieOf(forgotten))).toBe('levier-dossiers=');
    expect((await page(sheet)).response.status).toBe(200);
  });
});

describe('the log', () => {
  test('never holds an address', async () => {
    const sheet = await keep(web, SCENARIO);
    await page(sheet);
    await page(`/dossiers/${addressIn(sheet)}-1`);
    expect(JSON.stringify(web.log)).not.toContain(addressIn(sheet));
  });
});
