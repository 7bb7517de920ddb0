import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { IN_WHOLE } from '../support/extent.ts';
import { makeTestApp, plainSpaces, unescapeHtml, wholeScenarioText } from '../support/web-app.ts';

const NA = 'fonciere-solidaire-nouvelle-aquitaine';

function scenarioOf(
  id: string,
  text = readFileSync(new URL(`../../scenarios/${id}.json`, import.meta.url), 'utf8'),
) {
  const read = readScenario(`${id}.json`, text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const { app } = await makeTestApp({
  scenarios: [scenarioOf(NA), scenarioOf('sci-envie-soleil', wholeScenarioText())],
});

async function get(address: string) {
  const response = await app.request(address);
  const html = await response.text();
  return { status: response.status, text: plainSpaces(unescapeHtml(html)), html };
}

describe('the page of a foncière with all its sites', () => {
  test('answers in a sentence: how many sites, what they cost, who owns them', async () => {
    const { status, text } = await get(`/dossiers/${NA}/fonciere`);
    expect(status).toBe(200);
    expect(text).toContain('5 sites, 6 700 m² loués');
    expect(text).toContain('40,24 % aux collectivités');
    for (const title of [
      'Sites et lots',
      'Plan de financement de tous les sites',
      'Associés par collège',
      'Vie de la foncière, tous sites',
    ])
      expect(text).toContain(title);
    expect(text).toContain('38 contrôles tenus sur 38');
  });

  test('each of its figures leads to its explanation in the whole vehicle', async () => {
    const { html } = await get(`/dossiers/${NA}/fonciere`);
    const address = unescapeHtml(
      /href="([^"]*explication[^"]*fonciere\.lots\.1\.cost[^"]*)"/.exec(html)?.[1] ?? '',
    );
    expect(address).toContain('perimetre=fonciere');
    const explained = await get(address);
    expect(explained.status).toBe(200);
    expect(explained.text).toContain('Ateliers de Limoges (2 sites) : coût');
    // One level deeper the scope is still that of the vehicle.
    const deeper = unescapeHtml(
      /href="([^"]*explication[^"]*lots\.1\.purchase[^"]*)"/.exec(explained.html)?.[1] ?? '',
    );
    expect((await get(deeper)).status).toBe(200);
  });

  test('its tables and its workbook are those of all the sites', IN_WHOLE, async () => {
    const csv = await get(`/dossiers/${NA}/tableaux/programme.csv?voie=fonciere&perimetre=fonciere`);
    expect(csv.status).toBe(200);
    expect(csv.text).toContain('Tiers-lieu productif de Pau');
    expect((await get(`/dossiers/${NA}/tableaux/programme.csv?voie=fonciere`)).status).toBe(404);
    const workbook = await app.request(`/dossiers/${NA}/classeur.xlsx?voie=fonciere&perimetre=fonciere`);
    expect(workbook.status).toBe(200);
    expect(workbook.headers.get('content-disposition')).toContain('tous-les-sites');
  });

  test('a path that is no foncière says so', async () => {
    const { status, text } = await get('/dossiers/sci-envie-soleil/fonciere?voie=sci');
    expect(status).toBe(404);
    expect(text).toContain('n’est pas une foncière');
    expect((await get('/dossiers/sci-envie-soleil/fonciere?voie=nulle')).status).toBe(404);
    expect((await get('/dossiers/inconnu/fonciere')).status).toBe(404);
  });

  test('the column leads to it, and has its own members and rent', async () => {
    const { html, text } = await get(`/dossiers/${NA}?voie=fonciere`);
    expect(html).toContain(`/dossiers/${NA}/fonciere?voie=fonciere`);
    expect(text).toContain('Loyer soutenable par l’entreprise');
    expect(text).toContain('Ce site dans la foncière');
    expect(text).not.toContain('Plan de financement de tous les sites');
  });
});

test('a foncière added to a dossier is computed at once, its values said to be proposed', async () => {
  const form = new URLSearchParams({ action: 'ajouter:fonciere' });
  const added = await app.request('/dossiers/sci-envie-soleil/colonnes', { method: 'POST', body: form });
  expect(added.status).toBe(303);
  const { status, text } = await get(added.headers.get('location') ?? '');
  expect(status).toBe(200);
  expect(text).toContain('P4 – Foncière solidaire');
});
