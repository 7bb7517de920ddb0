import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { seededSite, seedSites } from '../support/inventory-seed.ts';
import { makeTestApp, plainSpaces, type TestApp } from '../support/web-app.ts';

const CASE = 'friche-comparee';
const SITE = `/dossiers/${CASE}/friches/filature`;
let tested: TestApp;

beforeAll(async () => {
  const text = readFileSync(new URL(`../../scenarios/${CASE}.json`, import.meta.url), 'utf8');
  const scenario = readScenario(`${CASE}.json`, text);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  tested = await makeTestApp({ scenarios: [scenario.value] });
});

const get = async (address: string) => {
  const answer = await tested.app.request(address);
  return {
    status: answer.status,
    type: answer.headers.get('Content-Type'),
    text: plainSpaces(await answer.text()),
  };
};

describe('the page of a brownfield of a dossier', () => {
  test('cost, uncertainty, calendar, balances, each table with its caption and its .csv', async () => {
    const { status, text } = await get(SITE);
    expect(status).toBe(200);
    for (const title of [
      'Coût du site, poste par poste',
      'Ce que coûte l’incertitude',
      'Calendrier jusqu’à l’ouverture',
      'Ne rien faire',
      'Compte à rebours : charge foncière admissible',
      'Bilan d’aménagement',
      'Échéancier et trésorerie de l’opération',
      'Les quatre âges du bilan',
    ]) {
      expect(text, title).toContain(`<span class="table-title">${title}</span>`);
    }
    expect(text).toContain('Surface de sol à traiter 625 m² × 66,00 €/m²');
    expect(text).toContain(`${SITE}/fichiers/site-cost.csv`);
    expect(text).not.toContain('style="');
  });

  test('an amount that cannot be read is said beside its field, and left out', async () => {
    const { status, text } = await get(`${SITE}?loyer=cher&rendement=0`);
    expect(status).toBe(200);
    expect(text).toContain('id="loyer-probleme"');
    expect(text).toContain('écrivez un rendement au-dessus de 0 %');
    expect(text).toContain('value="cher" aria-invalid="true"');
  });

  test('a higher rent asked raises the admissible land charge', async () => {
    const charge = async (query: string) => {
      const { text } = await get(`${SITE}/fichiers/site-land-charge.csv${query}`);
      const line = text.split('\r\n').find((row) => row.startsWith('Charge foncière admissible'));
      return Number(line?.split(';')[2]?.replace(',', '.'));
    };
    expect((await charge('?loyer=62')) - (await charge('?loyer=52'))).toBeGreaterThan(300_000);
  });

  test('a .csv has numbers that a spreadsheet reads', async () => {
    const { type, text } = await get(`${SITE}/fichiers/site-cost.csv`);
    expect(type).toContain('text/csv');
    expect(text).toContain('Acquisition;180000,00;180000,00;180000,00;prix saisi;');
  });

  test('a figure is explained at each reading, down to its source', async () => {
    const high = await get(`${SITE}/explication?figure=cost.depollution&lecture=haut`);
    expect(high.text).toContain('241,00 €/m² × 1 875 m²');
    expect(high.text).toContain(`${SITE}/explication?figure=unit-cost.depollution&amp;lecture=haut`);
    const source = await get(`${SITE}/explication?figure=unit-cost.depollution&lecture=haut`);
    expect(source.text).toContain('217 M€ pour 90 ha');
    expect((await get(`${SITE}/explication?figure=cost.depolution`)).text).toContain(
      'vouliez-vous « cost.depollution »',
    );
  });

  test('a workbook', async () => {
    const answer = await tested.app.request(`${SITE}/classeur.xlsx?lecture=bas`);
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="levier-filature-bas.xlsx"');
    expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  test('an unknown brownfield, an unknown file', async () => {
    expect((await get(`/dossiers/${CASE}/friches/rien`)).status).toBe(404);
    const file = await get(`${SITE}/fichiers/rien.csv`);
    expect(file.status).toBe(404);
    expect(file.text).toContain('fonds-vert.json');
  });
});

describe('the sheet of the Fonds vert', () => {
  test('what is known is written, what is not is to be filled', async () => {
    const { text } = await get(`${SITE}/fonds-vert`);
    expect(text).toContain('Les quatre éléments de maturité');
    expect(text).toContain('friche industrielle');
    expect(text).toMatch(
      /data-field="siret">SIRET<\/th><td class="text sheet-value"><mark class="document-blank sheet-blank">à compléter/,
    );
  });

  test('the aid never exceeds the deficit after the other aids without saying so', async () => {
    const json = async (query: string) =>
      JSON.parse((await get(`${SITE}/fichiers/fonds-vert.json${query}`)).text);
    const bare = await json('');
    const helped = await json('?aides=400000');
    // Interest falls with what is received earlier: the deficit falls by more than the aid.
    expect(Number(bare.amounts.deficit) - Number(helped.amounts.deficit)).toBeGreaterThanOrEqual(400_000);
    expect(helped.warnings).toEqual([]);
    const greedy = await json('?aides=400000&fonds-vert=3000000');
    expect(greedy.amounts.deficit).toBe(helped.amounts.deficit);
    expect(greedy.warnings.join(' ')).toContain('dépasse le déficit');
  });
});

describe('the cost of a site of the inventory', () => {
  test('for a floor area in the address, and the reason where it cannot be estimated', async () => {
    await seedSites(tested.store, [
      seededSite('A-1', { land_area: 8000, built_area: 2000 }),
      seededSite('A-2'),
    ]);
    const { status, text } = await get('/sites/A-1/cout?surface=2500');
    expect(status).toBe(200);
    expect(text).toContain('value="2500"');
    expect(text).toContain('Surface neuve 500 m²');
    expect(text).toContain('/sites/A-1/cout/fichiers/site-cost.csv?surface=2500');
    const refused = await get('/sites/A-2/cout');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('la surface du terrain');
    expect((await get('/sites/rien/cout')).status).toBe(404);
  });
});
