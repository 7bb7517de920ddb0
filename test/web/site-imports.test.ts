import { describe, expect, test } from 'vitest';
import { importAnswer } from '../../src/tasks/site-answers.ts';
import { EXAMPLE_SITES } from '../../src/web/api/example-sites.ts';
import { post } from '../support/api-app.ts';
import { makeTestApp } from '../support/web-app.ts';

const MEBIBYTE = 1024 * 1024;
const CALL = '/api/v1/sites/imports';
const HOSTILE =
  'site_id;site_nom;comm_insee;comm_nom\n=1+1;<img src=x onerror=alert(1)>;3013;AVERMES\n;"=HYPERLINK(""http://x"")";42218;\n';

describe('the call', () => {
  test('answers when done: counts, rejected rows whole, first sites', async () => {
    const { app } = await makeTestApp();
    const { status, headers, json } = await post(
      app,
      `${CALL}?file=../a/mes%20friches.csv`,
      HOSTILE,
      'text/csv; charset=utf-8',
    );
    expect(status).toBe(201);
    expect(headers.get('location')).toBe('/sites/imports/1');
    expect(importAnswer.parse(json)).toEqual(json);
    expect(json).toMatchObject({ accepted: 1, warned: 1, added: 1, updated: 0 });
    expect(json.sites).toEqual([
      expect.objectContaining({
        id: '=1+1',
        insee: '03013',
        commune: 'Avermes',
        department: '03',
        landAreaM2: null,
      }),
    ]);
    expect(json.rejected).toEqual([
      {
        row: 2,
        siteId: '',
        problem: 'identifiant absent',
        problems: expect.arrayContaining([
          {
            field: 'site_id',
            value: '',
            problem: 'identifiant absent',
            remedy: expect.stringContaining('identifiant unique'),
          },
        ]),
      },
    ]);
    expect(await (await app.request('/sites/imports')).text()).toContain('mes friches.csv');
  });

  test('twice: nothing is updated', async () => {
    const { app } = await makeTestApp();
    expect((await post(app, CALL, EXAMPLE_SITES, 'text/csv')).json).toMatchObject({
      added: 2,
      updated: 0,
      rejected: [],
    });
    expect((await post(app, CALL, EXAMPLE_SITES, 'text/csv')).json).toMatchObject({
      accepted: 2,
      added: 0,
      updated: 0,
    });
  });

  test('takes GeoJSON under its names', async () => {
    const { app } = await makeTestApp();
    const body = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { site_id: 'a' },
          geometry: { type: 'Point', coordinates: [4.39, 45.44] },
        },
      ],
    });
    for (const type of ['application/geo+json', 'application/json'])
      expect((await post(app, CALL, body, type)).json).toMatchObject({ accepted: 1 });
  });

  test('two at once wait for each other', async () => {
    const { app } = await makeTestApp();
    const answers = await Promise.all([1, 2, 3].map(() => post(app, CALL, EXAMPLE_SITES, 'text/csv')));
    expect(answers.map(({ json }) => json.added)).toEqual([2, 0, 0]);
  });

  test.each([
    ['nothing', '', 'text/csv', 422, 'vide'],
    ['no table', 'bonjour', 'text/csv', 422, 'site_id'],
    ['a picture', 'x', 'image/png', 415, 'text/csv'],
    ['a torn GeoJSON', '{"features":[{', 'application/geo+json', 422, 'coupé'],
    ['a quotation mark never closed', 'site_id;comm_insee\n1;"2', 'text/csv', 422, 'guillemet'],
  ])('refuses %s', async (_, body, type, status, said) => {
    const { app } = await makeTestApp();
    const answered = await post(app, CALL, body, type);
    expect(answered.status).toBe(status);
    expect(answered.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(answered.json)).toContain(said);
    expect(await (await app.request('/sites/imports')).text()).toContain('Aucun import pour l’instant');
  });

  test('a body that goes on for ever is read to twice the limit at most', {
    tags: ['whole'],
    timeout: 60_000,
  }, async () => {
    const { app } = await makeTestApp();
    let sent = 0;
    const quotes = new Uint8Array(MEBIBYTE).fill(34);
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent >= 500 * MEBIBYTE) return controller.close();
        sent += MEBIBYTE;
        controller.enqueue(quotes);
      },
    });
    const response = await app.request(CALL, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(response.headers.get('connection')).toBe('close');
    expect(sent).toBeLessThanOrEqual(102 * MEBIBYTE);
    expect((await post(app, CALL, EXAMPLE_SITES, 'text/csv')).status).toBe(201);
  });
});

describe('the pages', () => {
  const form = (content: string | Uint8Array<ArrayBuffer>, name = 'friches.csv') => {
    const body = new FormData();
    body.set('autre', 'x');
    body.set('fichier', new File([content], name));
    return body;
  };
  /** Sends a file, and follows it to its end. */
  async function sent(app: Awaited<ReturnType<typeof makeTestApp>>['app'], content: string, name?: string) {
    const answer = await app.request('/sites/imports', { method: 'POST', body: form(content, name) });
    const followed = answer.headers.get('location') ?? '';
    for (let turn = 0; turn < 200; turn++) {
      const page = await app.request(followed);
      const text = await page.text();
      if (page.status === 303) return { answer, address: page.headers.get('location') ?? '', text };
      if (text.includes('Importer un autre fichier')) return { answer, address: followed, text };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the import does not end');
  }

  test('a file sent is followed, then its result is shown: HTML as text, rows to correct first', async () => {
    const { app } = await makeTestApp();
    const { answer, address } = await sent(app, HOSTILE);
    expect(answer.status).toBe(303);
    expect(address).toBe('/sites/imports/1');
    const page = await (await app.request(address)).text();
    expect(page).toContain('1 ligne gardée, dont 1 avec avertissement');
    expect(page).toContain('1 ligne rejetée');
    expect(page).toContain('identifiant absent');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img');
    const warned = await (await app.request(`${address}?lignes=avertissements`)).text();
    expect(warned).toContain('code INSEE réparé');
  });

  test('the report is a table whose formulas are texts', async () => {
    const { app } = await makeTestApp();
    await sent(app, HOSTILE);
    const report = await app.request('/sites/imports/1/rapport.csv');
    expect(report.headers.get('content-disposition')).toContain('attachment');
    const bytes = new Uint8Array(await report.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toBe('verdict;ligne;site_id;nom;champ;valeur;problème;quoi écrire');
    expect(lines[1]).toContain(`rejetée;2;;"'=HYPERLINK(""http://x"")";site_id`);
    expect(lines.some((line) => line.includes(";'=1+1;"))).toBe(true);
    expect(lines.filter((line) => line.includes('\ufeff'))).toEqual([]);
  });

  test('a refused file says why; the inventory is as before', async () => {
    const { app } = await makeTestApp();
    const { text } = await sent(app, 'nom;commune\na;b\n');
    expect(text).toContain('aucune colonne site_id');
    expect(text).toContain('l’inventaire n’a pas changé');
  });

  test('without a file, with an empty one, without a form: nothing is imported, and it is said', async () => {
    const { app } = await makeTestApp();
    const none = await app.request('/sites/imports', { method: 'POST', body: form('', '') });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('aucun fichier n’a été choisi');
    const plain = await app.request('/sites/imports', { method: 'POST', body: 'a=b' });
    expect(plain.status).toBe(400);
    const other = await app.request('/sites/imports', {
      method: 'POST',
      body: form(EXAMPLE_SITES),
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(other.status).toBe(403);
  });

  test('a cancelled import changes nothing', async () => {
    const { app } = await makeTestApp();
    const rows = Array.from({ length: 3000 }, (_, index) => `s${index};42218;Friche ${index}`).join('\n');
    const answer = await app.request('/sites/imports', {
      method: 'POST',
      body: form(`site_id;comm_insee;site_nom\n${rows}\n`),
    });
    const followed = answer.headers.get('location') ?? '';
    await app.request(`${followed}/annuler`, { method: 'POST' });
    let text = '';
    for (let turn = 0; turn < 200 && !text.includes('Import annulé'); turn++) {
      text = await (await app.request(followed)).text();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(text).toContain('Import annulé');
    expect(await (await app.request('/sites/imports')).text()).toContain('Aucun import');
  });

  test('what is not there is not found', async () => {
    const { app } = await makeTestApp();
    expect((await app.request('/sites/imports/7')).status).toBe(404);
    expect((await app.request('/sites/imports/7/rapport.csv')).status).toBe(404);
    expect((await app.request('/sites/imports/en-cours/nul')).status).toBe(303);
  });
});
