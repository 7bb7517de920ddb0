import { beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS_BYTES } from '../../src/store/kept-dossiers.ts';
import { TOKEN_BYTES } from '../../src/store/share-links.ts';
import { addressIn, keep, postForm, share } from '../support/kept.ts';
import { formOf, makeTestApp, SCENARIO, type TestApp, unescapeHtml } from '../support/web-app.ts';

const RATE = 'paths[0].terms.annualRate';
const PARTS = [
  '',
  '/explication?figure=lowest-cash',
  '/explication?figure=paths%5B0%5D.terms.annualRate',
  '/classeur.xlsx',
  '/dossier.json',
  '/tableaux/plan-initial.csv',
];

let web: TestApp;
let sheet: string;
let token: string;
beforeEach(async () => {
  web = await makeTestApp();
  sheet = await keep(web, SCENARIO, 'note interne');
  token = await share(web, sheet);
});

describe('a shared version', () => {
  test('opens exactly that version, with all that stands under it', async () => {
    await keep(web, `${addressIn(sheet)}-1`, 'une seconde version');
    for (const part of PARTS) expect((await web.app.request(`/dossiers/${token}${part}`)).status).toBe(200);
    const html = unescapeHtml(await (await web.app.request(`/dossiers/${token}`)).text());
    expect(html).toContain('Version 1, enregistrée le 22/11/2026 à 11 h 00 et partagée par lien.');
    expect(html).toContain('les mêmes, au centime');
    const mine = await web.app.request(`/dossiers/${addressIn(sheet)}-1/dossier.json`);
    const shared = await web.app.request(`/dossiers/${token}/dossier.json`);
    expect(await shared.text()).toBe(await mine.text());
  });

  test('never tells the address of its dossier, nor its comment, in no page, header or file', async () => {
    for (const part of PARTS) {
      const response = await web.app.request(`/dossiers/${token}${part}`);
      const told = `${JSON.stringify([...response.headers])}${Buffer.from(await response.arrayBuffer()).toString('latin1')}`;
      expect(told).not.toContain(addressIn(sheet));
      expect(told).not.toContain('note interne');
    }
  });

  test('a changed field makes inputs of their own, that lead to no kept dossier', async () => {
    const form = formOf(await (await web.app.request(`/dossiers/${token}`)).text());
    form.set(RATE, '4,5');
    const changed = await web.app.request(`/dossiers/${token}`, { method: 'POST', body: form });
    const address = changed.headers.get('Location') ?? '';
    expect(address).toMatch(/^\/dossiers\/[0-9a-z]{16}$/);
    const html = await (await web.app.request(address)).text();
    expect(html).not.toContain(addressIn(sheet));
    expect(html).not.toContain(token);
    const kept = await keep(web, address.replace('/dossiers/', ''));
    expect(kept).not.toBe(sheet);
    expect(await (await web.app.request(sheet)).text()).not.toContain('id="version-2"');
  });

  test('kept by the reader, it is a dossier of the reader', async () => {
    const theirs = await keep(web, token);
    expect(theirs).not.toBe(sheet);
    expect(await (await web.app.request(theirs)).text()).not.toContain(addressIn(sheet));
  });

  test('with htmx, the answer to a change tells no address either', async () => {
    const form = formOf(await (await web.app.request(`/dossiers/${token}`)).text());
    form.set(RATE, '4,5');
    const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };
    const response = await web.app.request(`/dossiers/${token}`, { method: 'POST', body: form, headers });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(addressIn(sheet));
  });
});

describe('a revoked link', () => {
  beforeEach(async () => {
    const response = await postForm(web, `${sheet}/revoquer`, { lien: token });
    expect(response.status).toBe(303);
  });

  test('answers 410 everywhere, clearly, without the address of the dossier', async () => {
    for (const part of PARTS) {
      const response = await web.app.request(`/dossiers/${token}${part}`);
      expect(response.status).toBe(410);
      const html = await response.text();
      expect(html).toContain('Lien révoqué');
      expect(html).not.toContain(addressIn(sheet));
    }
  });

  test('nothing is changed, kept or computed through it any more', async () => {
    const change = { base: token, [RATE]: '4,5' };
    expect((await postForm(web, `/dossiers/${token}`, change)).status).toBe(410);
    expect((await postForm(web, '/mes-dossiers', { cle: token })).status).toBe(410);
    const elsewhere = await postForm(web, '/dossiers/inconnu', change);
    expect(elsewhere.status).toBe(404);
  });

  test('the sheet says when it was revoked; other links still work', async () => {
    const other = await share(web, sheet);
    const html = await (await web.app.request(sheet)).text();
    expect(html).toContain('<strong>révoqué</strong> le 22/11/2026 à 11 h 00');
    expect(html).not.toContain(token);
    expect((await web.app.request(`/dossiers/${other}`)).status).toBe(200);
  });
});

test('a link is revoked from its own dossier only', async () => {
  const stranger = await keep(web, SCENARIO);
  expect((await postForm(web, `${stranger}/revoquer`, { lien: token })).status).toBe(404);
  expect((await web.app.request(`/dossiers/${token}`)).status).toBe(200);
});

test('addresses and tokens are drawn from the randomness of the machine, 130 bits each', async () => {
  const asked: number[] = [];
  const fresh = await makeTestApp({
    randomBytes: (count) => {
      asked.push(count);
      return Uint8Array.from({ length: count }, (_, index) => index + asked.length);
    },
  });
  const mine = await keep(fresh, SCENARIO);
  const link = await share(fresh, mine);
  expect(asked).toEqual([ADDRESS_BYTES, TOKEN_BYTES]);
  expect(Math.min(...asked) * 5).toBeGreaterThanOrEqual(128);
  expect(addressIn(mine)).toBe('123456789abcdefghjkmnpqrst');
  expect(link).toBe('23456789abcdefghjkmnpqrstv');
});

describe('forms sent from another site', () => {
  const bodies = ['/mes-dossiers', `/dossiers/${SCENARIO}`];

  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ Origin: 'https://ailleurs.example' }],
    [{ Origin: 'null' }],
    [{ Origin: 'http://localhost.ailleurs.example' }],
  ])('%o is refused, and nothing is saved', async (headers) => {
    const rows = async () =>
      (await web.store.selectFrom('kept_dossiers').selectAll().execute()).length +
      (await web.store.selectFrom('saved_inputs').selectAll().execute()).length;
    const before = await rows();
    for (const address of [...bodies, `${sheet}/revoquer`, '/mes-dossiers/importer']) {
      const response = await postForm(web, address, { cle: SCENARIO, lien: token, [RATE]: '4,5' }, headers);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('vient d’un autre site');
    }
    expect(await rows()).toBe(before);
    expect((await web.app.request(`/dossiers/${token}`)).status).toBe(200);
  });

  test.each([
    [{ 'Sec-Fetch-Site': 'same-origin' }],
    [{ 'Sec-Fetch-Site': 'none' }],
    [{ Origin: 'http://localhost' }],
    // A proxy speaks HTTPS for us: the scheme differs, the host does not.
    [{ Origin: 'https://levier.example', Host: 'levier.example' }],
    [{}],
  ])('%o is ours', async (headers) => {
    const response = await postForm(
      web,
      '/mes-dossiers',
      { cle: SCENARIO },
      headers as Record<string, string>,
    );
    expect(response.status).toBe(303);
  });

  test('pages are read from anywhere: a link in a message opens', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await web.app.request(`/dossiers/${token}`, { headers })).status).toBe(200);
  });
});
