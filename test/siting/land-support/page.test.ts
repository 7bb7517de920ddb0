import { beforeAll, describe, expect, test } from 'vitest';
import { shippedScenario } from '../../support/dossiers.ts';
import { IN_WHOLE } from '../../support/extent.ts';
import { makeTestApp, type TestApp, unescapeHtml } from '../../support/web-app.ts';

const KEY = 'soutenu';
/** The guarantee path of a case whose premises cost a little more than what is aimed at. */
const ASKED = 'voie=guarantee&occupation=40%2C00&couverture=1%2C50';

let web: TestApp;

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

async function page(address: string, init: RequestInit = {}) {
  const response = await web.app.request(address, init);
  const html = await response.text();
  return { response, html, text: textOf(html) };
}

beforeAll(async () => {
  web = await makeTestApp();
  const dossier = shippedScenario('sci-envie-soleil');
  dossier.paths = dossier.paths.filter(
    ({ kind }: { kind: string }) => kind === 'guarantee' || kind === 'market-rent',
  );
  dossier.mainPath = 'guarantee';
  dossier.facts = [];
  dossier.hypotheses = [];
  await web.store
    .insertInto('saved_inputs')
    .values({
      key: KEY,
      json: JSON.stringify(dossier),
      content_hash: KEY,
      parent: '',
      created_at: '2026-11-22',
    })
    .execute();
});

describe('the page of land support', () => {
  test('is linked from the results, and begins with what the path reaches', async () => {
    const results = await page(`/dossiers/${KEY}?voie=guarantee`);
    expect(results.html).toContain(`href="/dossiers/${KEY}/soutien?voie=guarantee"`);
    const { response, html, text } = await page(`/dossiers/${KEY}/soutien?voie=guarantee`);
    expect(response.status).toBe(200);
    expect(text).toContain('Le plus petit soutien de la collectivité');
    expect(html).toMatch(/name="occupation" value="41,51"/);
    expect(html).not.toMatch(/name="tri"/);
    expect(html).not.toContain('answer-lead');
  });

  test('says the smallest support first, then each form, its budget, who decides and what is voted', {
    ...IN_WHOLE,
    timeout: 120_000,
  }, async () => {
    const { response, html, text } = await page(`/dossiers/${KEY}/soutien?${ASKED}`);
    expect(response.status).toBe(200);
    expect(text).toMatch(
      /Le plus petit soutien est une bonification d’intérêts de 0,4 point du taux du prêt : 89 032,28 € en coût présent/,
    );
    expect(text).toMatch(/Subvention d’investissement 146 400 € 146 400,00 € 141 942,33 €/);
    expect(text).toMatch(/Coût par exercice, dépenses moins recettes/);
    expect(text).toMatch(/La commune ou l’EPCI à fiscalité propre \(métropole comprise\) décide/);
    expect(text).toMatch(/L’autorisation de signer la convention/);
    expect(text).toMatch(
      /Un pas de moins \(146 300 €\) : coût d’occupation en année de croisière : 40,0001 €\/m²\/an pour 40,00 €/,
    );
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(html).not.toMatch(/ style=| on[a-z]+="/);
    expect(text).not.toMatch(/\b(undefined|null|NaN|\[object)\b/);
  });

  test('with script says at once that it computes, then gives the answer alone', {
    ...IN_WHOLE,
    timeout: 120_000,
  }, async () => {
    const headers = { 'HX-Request': 'true' };
    const waiting = await page(`/dossiers/${KEY}/soutien?${ASKED}`, { headers });
    expect(waiting.html).toContain('aria-busy="true"');
    const next = unescapeHtml(/hx-get="([^"]*)"/.exec(waiting.html)?.[1] ?? '');
    expect(next).toContain('calcul=1');
    const answer = await page(next, { headers });
    expect(answer.html).not.toContain('<html');
    expect(answer.text).toContain('Le plus petit soutien est');
  });

  test('says what is wrong in a field, beside it', async () => {
    const { response, text } = await page(`/dossiers/${KEY}/soutien?voie=guarantee&occupation=beaucoup`);
    expect(response.status).toBe(200);
    expect(text).toContain('nombre illisible');
    const none = await page(`/dossiers/${KEY}/soutien?voie=guarantee&occupation=&couverture=`);
    expect(none.text).toContain('aucune cible');
  });

  test('is a file of the same figures', { ...IN_WHOLE, timeout: 120_000 }, async () => {
    const { response, text } = await page(`/dossiers/${KEY}/soutien.csv?${ASKED}`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(text).toContain('146 400,00 €');
  });

  test('puts the support in a new dossier, where the target is held', {
    ...IN_WHOLE,
    timeout: 120_000,
  }, async () => {
    const body = new URLSearchParams(`${ASKED}&forme=investment-grant`);
    const { response } = await page(`/dossiers/${KEY}/soutien`, { method: 'POST', body });
    expect(response.status).toBe(303);
    const address = response.headers.get('location') ?? '';
    expect(address).not.toContain(`/${KEY}?`);
    const key = /dossiers\/([^?]+)/.exec(address)?.[1] ?? '';
    const json = JSON.parse((await page(`/dossiers/${key}/dossier.json`)).html);
    const [path] = json.paths.filter(({ kind }: { kind: string }) => kind === 'guarantee');
    expect(path.sources.at(-1)).toMatchObject({ kind: 'grant', amount: '146400.00', from: 'metropole' });
    expect(json.hypotheses.map(({ why }: { why: string }) => why).join(' ')).toContain('cherché par Levier');
    const held = await page(`/dossiers/${key}/soutien?${ASKED}`);
    expect(held.text).toContain('Aucun soutien n’est nécessaire');
  });
});
