import { beforeAll, describe, expect, test } from 'vitest';
import { postForm } from '../support/kept.ts';
import { makeTestApp, type TestApp, unescapeHtml, wholeScenarioText } from '../support/web-app.ts';

/** A local authority takes the ticket of the SCI: refused before any figure, and repaired beside it in one click. */
const KEY = 'authority-in-sci';

let web: TestApp;
beforeAll(async () => {
  web = await makeTestApp();
  const dossier = JSON.parse(wholeScenarioText());
  dossier.paths[2].ticket.from = 'metropole';
  await save(KEY, dossier);
});

async function save(key: string, dossier: unknown): Promise<void> {
  const row = { key, json: JSON.stringify(dossier), content_hash: key, parent: '', created_at: '2026-11-22' };
  await web.store.insertInto('saved_inputs').values(row).execute();
}

async function page(address: string): Promise<string> {
  const response = await web.app.request(address);
  expect(response.status, address).toBe(200);
  return await response.text();
}

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

// biome-ignore lint/suspicious/noExplicitAny: tests read any part of a dossier
async function dossierOf(address: string): Promise<any> {
  const key = /\/dossiers\/([0-9a-z-]+)/.exec(address)?.[1];
  return await (await web.app.request(`/dossiers/${key}/dossier.json`)).json();
}

async function makeLawful(key: string, column = 'sci'): Promise<string> {
  const response = await postForm(web, `/dossiers/${key}/colonnes`, { action: `licite:${column}` });
  expect(response.status).toBe(303);
  return response.headers.get('Location') ?? '';
}

describe('a column that the law refuses', () => {
  test('shows why, with the article, and the nearest lawful structure, in the comparison and on its page', async () => {
    for (const address of [`/dossiers/${KEY}`, `/dossiers/${KEY}?voie=sci`]) {
      const html = await page(address);
      const words = textOf(html);
      expect(html).toContain('verdict-impossible');
      expect(words).toMatch(
        /Saint-Étienne Métropole.{0,5} entrerait au capital d’une SCI\. Une collectivité ne peut pas, en principe,/,
      );
      expect(words).toContain('CGCT art. L. 2253-1');
      expect(words).toContain(
        'la même SCI, avec « Banque des Territoires » à la place de « Saint-Étienne Métropole »',
      );
      expect(html).toMatch(
        /<button type="submit" name="action" value="licite:sci">Calculer la structure licite<\/button>/,
      );
    }
    const alone = await page(`/dossiers/${KEY}?voie=sci`);
    expect(alone).not.toContain('id="regards"');
    expect(alone).not.toContain('class="figure"');
    expect(alone).toContain('id="hypotheses"');
  });

  test('other columns have no such button', async () => {
    const html = await page(`/dossiers/${KEY}`);
    expect(html.match(/value="licite:/g)).toHaveLength(1);
    expect(await page(`/dossiers/${KEY}?voie=bank-loan`)).not.toContain('licite:');
  });

  test('one click adds the lawful column beside it: nothing typed is lost, its notes say where it comes from', async () => {
    const address = await makeLawful(KEY);
    const before = await dossierOf(`/dossiers/${KEY}`);
    const after = await dossierOf(address);
    expect(after.paths.map(({ id }: { id: string }) => id)).toEqual([
      'market-rent',
      'bank-loan',
      'sci',
      'sci-licite',
    ]);
    expect(after.paths.slice(0, 3)).toEqual(before.paths);
    const { id: _, label, ...lawful } = after.paths[3];
    const { id: __, label: ___, ...refused } = before.paths[2];
    expect(label).toBe('P1 – SCI Envie Soleil (structure licite)');
    expect(lawful).toEqual({ ...refused, ticket: { ...refused.ticket, from: 'bdt' } });
    expect(after.parties).toEqual(before.parties);
    const notes = [...after.facts, ...after.hypotheses] as { path: string; why?: string }[];
    const ofTicket = notes.filter(({ path }) => path === 'paths[3].ticket.from');
    expect(ofTicket).toHaveLength(1);
    expect(ofTicket[0]?.why).toMatch(/^structure licite la plus proche : la même SCI/);
    expect(notes.some(({ path }) => path === 'paths[3].ticket.amount')).toBe(true);
    const html = await page(`/dossiers/${/\/dossiers\/([0-9a-z-]+)/.exec(address)?.[1]}?voie=sci-licite`);
    expect(html).toContain('verdict-a-verifier');
    expect(html).toContain('class="figure"');
  });

  test('asked twice, it is made once', async () => {
    const key = /\/dossiers\/([0-9a-z-]+)/.exec(await makeLawful(KEY))?.[1] ?? '';
    const again = await makeLawful(key);
    expect((await dossierOf(again)).paths).toHaveLength(4);
  });

  test('a column that nothing refuses is not repaired, and the panel says so', async () => {
    const response = await postForm(web, `/dossiers/${KEY}/colonnes`, { action: 'licite:bank-loan' });
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain('aucune structure licite ne se calcule d’un clic');
  });

  test('in the API: legality says why, the rest is null or empty', async () => {
    const response = await web.app.request('/api/v1/comparisons', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(await dossierOf(`/dossiers/${KEY}`)),
    });
    // biome-ignore lint/suspicious/noExplicitAny: an answer is read
    const { paths } = (await response.json()) as any;
    const { legality, keyFigures, ...rest } = paths[2];
    expect(rest).toMatchObject({
      verdict: 'impossible',
      funded: null,
      sourcesAndUses: { uses: [], sources: [], total: null },
      annual: [],
      covenants: [],
      checks: [],
    });
    expect(legality.map(({ rule }: { rule: string }) => rule)).toContain('authority.capital');
    expect(Object.values(keyFigures).flat()).toSatisfy((figures: { value: unknown }[]) =>
      figures.every(({ value }) => value === null),
    );
  });
});
