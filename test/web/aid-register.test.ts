import { beforeAll, describe, expect, test } from 'vitest';
import { composeWorkbook } from '../../src/tasks/workbook.ts';
import { WHOLE, wholeScenario } from '../support/compared.ts';
import { scenario } from '../support/dossiers.ts';
import { makeTestApp, type TestApp, unescapeHtml } from '../support/web-app.ts';

let web: TestApp;
beforeAll(async () => {
  web = await makeTestApp({ scenarios: [wholeScenario()] });
});

async function sectionOf(path: string): Promise<string> {
  const page = await (await web.app.request(`/dossiers/${WHOLE}?voie=${path}`)).text();
  return /<section id="aides".*?<\/section>/s.exec(page)?.[0] ?? '';
}

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

describe('the register of aids on the page of a path', () => {
  test('says who gives what to whom, the ceiling and what is left, each figure leading to its explanation', async () => {
    const html = await sectionOf('sci');
    const text = textOf(html);
    expect(text).toContain(
      'Subvention : Subvention de la région 250 000 250 000 Région Auvergne-Rhône-Alpes',
    );
    expect(text).toContain('Prêt public : Compte courant d’associé bloqué (investisseur) 476 000');
    expect(text).toContain('Plafond : moyenne entreprise, taux hors zone AFR');
    expect(text).toMatch(/Marge sous le plafond −\d{3} \d{3}/);
    const equivalent = /href="([^"]*aid\.sci\.ticket-1\.aid[^"]*)"/.exec(html)?.[1];
    const explained = await (await web.app.request(unescapeHtml(equivalent ?? '/none'))).text();
    expect(textOf(explained)).toContain('pari passu');
  });

  test('says point by point what is not known, with the text', async () => {
    const text = textOf(await sectionOf('bank-loan'));
    for (const words of ['zone d’aide à finalité régionale', 'trois ans glissants', 'expire le 31/12/2026'])
      expect(text).toContain(words);
    // The bank loan has no vehicle to pass an aid through.
    expect(text).not.toContain('répercute dans son loyer');
    expect(textOf(await sectionOf('sci'))).toContain('répercute dans son loyer');
  });

  test('a tenant that receives nothing has an empty register, and no point to establish', async () => {
    const html = await sectionOf('market-rent');
    expect(textOf(html)).toContain('Aucune aide publique');
    expect(html).not.toContain('tableau-aides-a-verifier');
  });

  test('leaves as .csv and in the workbook, with live formulas', async () => {
    const file = await web.app.request(`/dossiers/${WHOLE}/tableaux/registre-aides.csv?voie=bank-loan`);
    expect(file.status).toBe(200);
    expect(await file.text()).toContain('Total des aides;400000,00;400000,00');
    const workbook = composeWorkbook({ dossier: scenario('sci-envie-soleil') });
    const sheets = workbook.ok ? workbook.value.sheets.map(({ name }) => name) : [];
    expect(sheets).toEqual(expect.arrayContaining(['Registre des aides', 'Aides à établir']));
  });
});

test('the budget of public payers opens the chapter, explained by a click, and leaves as .csv and as a sheet', async () => {
  const html = await sectionOf('bank-loan');
  const text = textOf(html);
  expect(text.indexOf('Budget de chaque financeur public, par année')).toBeGreaterThan(0);
  expect(html.indexOf('tableau-budget-public')).toBeLessThan(html.indexOf('tableau-registre-aides'));
  const figure = /href="([^"]*measure\.budget\.region\.capital-spending[^"]*)"/.exec(html)?.[1];
  const explained = await web.app.request(unescapeHtml(figure ?? '/none'));
  expect(textOf(await explained.text())).toContain('Investissement : dépenses');
  const csv = await web.app.request(`/dossiers/${WHOLE}/tableaux/budget-public.csv?voie=bank-loan`);
  expect(await csv.text()).toContain('Investissement : dépenses;175000,00;75000,00');
  const workbook = composeWorkbook({ dossier: scenario('sci-envie-soleil') });
  const sheets = workbook.ok ? workbook.value.sheets.map(({ name }) => name) : [];
  expect(sheets).toContain('Budget public par an');
});
