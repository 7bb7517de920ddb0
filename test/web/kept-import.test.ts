import { beforeEach, describe, expect, test } from 'vitest';
import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';
import { addressIn, keep } from '../support/kept.ts';
import {
  makeTestApp,
  plainSpaces,
  SCENARIO,
  scenarioText,
  type TestApp,
  unescapeHtml,
} from '../support/web-app.ts';

let web: TestApp;
beforeEach(async () => {
  web = await makeTestApp();
});

interface Sent {
  readonly file?: string | Uint8Array<ArrayBuffer>;
  readonly json?: string;
  readonly comment?: string;
}

/** Sends the import form, as a browser does: an empty file when none was chosen. */
async function send({ file, json = '', comment = '' }: Sent, to = '/mes-dossiers/importer') {
  const body = new FormData();
  body.set('fichier', file === undefined ? new File([], '') : new File([file], 'dossier.json'));
  body.set('json', json);
  body.set('commentaire', comment);
  const response = await web.app.request(to, { method: 'POST', body });
  return { response, html: unescapeHtml(await response.text()) };
}

const nothingKept = async () =>
  expect(await web.store.selectFrom('kept_versions').selectAll().execute()).toHaveLength(0);

describe('an import', () => {
  test('of what was downloaded gives the same dossier, byte for byte', async () => {
    const sheet = await keep(web, SCENARIO);
    const download = async (address: string) =>
      await (await web.app.request(`/dossiers/${address}-1/dossier.json`)).text();
    const file = await download(addressIn(sheet));
    const { response } = await send({ file, comment: 'repris' });
    expect(response.status).toBe(303);
    const copy = (response.headers.get('Location') ?? '').replace(/\?.*/, '');
    expect(copy).not.toBe(sheet);
    expect(await download(addressIn(copy))).toBe(file);
    const rows = await web.store.selectFrom('kept_versions').selectAll().execute();
    expect(rows[1]).toMatchObject({ json: rows[0]?.json, figures: rows[0]?.figures, comment: 'repris' });
  });

  test('of a pasted text, or of a file with a byte order mark, works as well', async () => {
    expect((await send({ json: JSON.stringify(EXAMPLE_DOSSIER) })).response.status).toBe(303);
    expect((await send({ file: `\ufeff${JSON.stringify(EXAMPLE_DOSSIER)}` })).response.status).toBe(303);
    expect((await send({ json: `\ufeff${JSON.stringify(EXAMPLE_DOSSIER)}` })).response.status).toBe(303);
  });

  test('from a sheet is the next version of its dossier', async () => {
    const sheet = await keep(web, SCENARIO);
    const { response } = await send({ json: JSON.stringify(EXAMPLE_DOSSIER) }, `${sheet}/importer`);
    expect(response.headers.get('Location')).toBe(`${sheet}?enregistree=2`);
    const html = await (await web.app.request(sheet)).text();
    expect(html).toContain('<h1>Atelier exemple</h1>');
    const again = await send({ json: JSON.stringify(EXAMPLE_DOSSIER) }, `${sheet}/importer`);
    expect(again.response.headers.get('Location')).toBe(`${sheet}?inchangee=2`);
  });

  test('of a dossier without a path that can be computed is kept with its reasons', async () => {
    const { response } = await send({ json: JSON.stringify({ ...EXAMPLE_DOSSIER, site: null }) });
    expect(response.status).toBe(303);
    const sheet = await web.app.request(response.headers.get('Location') ?? '');
    expect(await sheet.text()).toContain('identiques au centime');
  });
});

describe('gallery of what is refused, with its place and its remedy', () => {
  const text = JSON.stringify(EXAMPLE_DOSSIER);

  test.each<[string, Sent, readonly string[]]>([
    ['nothing', {}, ['rien n’a été envoyé : choisissez un fichier .json, ou collez son contenu']],
    ['a file and a text', { file: text, json: text }, ['un fichier et un texte ont été envoyés']],
    ['an empty file', { file: '' }, ['le fichier est vide']],
    [
      'a workbook taken for a dossier',
      { file: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]) },
      ['le fichier n’est pas un texte en UTF-8'],
    ],
    ['a text cut short', { json: '{\n  "id": "a",\n  "title": "b' }, ['ligne 3, colonne', 'texte coupé']],
    ['a key given twice', { json: '{"id":"a","id":"b"}' }, ['id', 'champ donné deux fois']],
    ['a list', { json: '[1, 2]' }, ['valeur inattendue : écrivez un objet entre accolades { }']],
    ['a number', { json: '1e400' }, ['nombre trop grand']],
    ['null', { json: 'null' }, ['écrivez un objet entre accolades']],
    ['a prototype', { json: '{"__proto__":{"id":"a"}}' }, ['clé interdite']],
    ['bottomless lists', { json: '['.repeat(100_000) }, ['imbriqué sur plus de 64 niveaux']],
    [
      'several faults at once',
      {
        json: JSON.stringify({
          ...EXAMPLE_DOSSIER,
          signature: '2027-02-30',
          horizonYears: '20',
          site: { ...(EXAMPLE_DOSSIER.site as object), price: 800000, colour: 'red' },
        }),
      },
      [
        '<strong>Date de signature</strong> <code>signature</code>',
        'n’existe pas',
        '<strong>Horizon d’étude (années)</strong> <code>horizonYears</code>',
        'écrivez 20 sans guillemets',
        '<strong>Prix d’achat</strong> <code>site.price</code>',
        '<code>site.colour</code>',
        '4 points à corriger',
      ],
    ],
    [
      'dates out of order',
      {
        json: JSON.stringify({
          ...EXAMPLE_DOSSIER,
          project: { worksStart: '2029-01-01', opening: '2027-06-01' },
        }),
      },
      ['<code>project.'],
    ],
  ])('%s', async (_, sent, messages) => {
    const { response, html } = await send(sent);
    expect(response.status).toBe(422);
    expect(html).toContain('Rien n’a été enregistré.');
    for (const message of messages) expect(plainSpaces(html)).toContain(message);
    await nothingKept();
  });

  test('what was sent is there to be corrected, comment included', async () => {
    const json = '{"id": "mon-dossier", "titre": "À corriger"}';
    const pasted = await send({ json, comment: 'mon commentaire' });
    expect(pasted.html).toContain(json);
    expect(pasted.html).toContain('mon commentaire');
    expect((await send({ file: json })).html).toContain(json);
  });

  test('a comment too long and a wrong dossier are said together', async () => {
    const { response, html } = await send({ json: '{"id": 1}', comment: 'é'.repeat(501) });
    expect(response.status).toBe(422);
    expect(plainSpaces(html)).toContain('texte trop long : au plus 500 caractères');
    expect(html).toContain('<code>id</code>');
    const alone = await send({ json: JSON.stringify(EXAMPLE_DOSSIER), comment: 'é'.repeat(501) });
    expect(alone.response.status).toBe(422);
    expect(alone.html).toContain('Le commentaire est à corriger');
    await nothingKept();
  });

  test('past the limit of size, a page says so', async () => {
    const { response, html } = await send({ file: `{"summary":"${'a'.repeat(3_000_000)}"}` });
    expect(response.status).toBe(413);
    expect(html).toContain('dépasse 2 Mio');
  });

  test('what is no form at all is a page in French', async () => {
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/json',
    ]) {
      const response = await web.app.request('/mes-dossiers/importer', {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: 'n’importe quoi',
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).toContain('<html lang="fr">');
    }
    await nothingKept();
  });

  test('a hostile file is shown as text', async () => {
    const body = new FormData();
    body.set('json', '</textarea><script>alert(1)</script>');
    const response = await web.app.request('/mes-dossiers/importer', { method: 'POST', body });
    expect(await response.text()).not.toContain('<script>alert');
  });
});

test('the file of the case is the case', async () => {
  const { response } = await send({ file: scenarioText() });
  const sheet = (response.headers.get('Location') ?? '').replace(/\?.*/, '');
  const download = await web.app.request(`/dossiers/${addressIn(sheet)}-1/dossier.json`);
  expect(JSON.parse(await download.text())).toEqual(JSON.parse(scenarioText()));
});
