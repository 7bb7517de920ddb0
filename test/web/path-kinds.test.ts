import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { WHOLE, wholeScenario } from '../support/compared.ts';
import { makeTestApp, type TestApp, unescapeHtml } from '../support/web-app.ts';

/** What the page of a path shows differs by kind: an enterprise that rents, that buys, that holds a property company. */

let web: TestApp;
const pages = new Map<string, string>();
beforeAll(async () => {
  web = await makeTestApp({ scenarios: [wholeScenario()] });
  for (const path of ['market-rent', 'bank-loan', 'sci']) {
    const response = await web.app.request(`/dossiers/${WHOLE}?voie=${path}`);
    pages.set(path, await response.text());
  }
});

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

function sectionOf(path: string, id: string): string {
  return new RegExp(`<section id="${id}".*?</section>`, 's').exec(pages.get(path) ?? '')?.[0] ?? '';
}

/** Ids of the tables of a part, the open ones first. */
function tablesOf(html: string) {
  const folded = [...html.matchAll(/id="volet-([a-z0-9-]+)"/g)].map(([, id]) => id);
  const all = [...html.matchAll(/class="table-block[^"]*" id="tableau-([a-z0-9-]+)"/g)].map(([, id]) => id);
  return { open: all.filter((id) => !folded.includes(id)), folded };
}

describe('points to look at', () => {
  const pointsOf = (html: string) =>
    textOf(/<details class="warnings">.*?<\/details>/s.exec(html)?.[0] ?? '');

  test('a way that has no grant is not told of the grants of the others', () => {
    expect(pointsOf(pages.get('market-rent') ?? '')).toBe('');
    for (const path of ['bank-loan', 'sci'])
      expect(pointsOf(pages.get(path) ?? '')).toContain('n’est pas acquise');
  });

  test('nor of their loan nor of what they buy, though all have been computed', async () => {
    const dossier = readFileSync(
      new URL('../../scenarios/ethiquable-chocolaterie.json', import.meta.url),
      'utf8',
    );
    const scenario = readScenario('ethiquable-chocolaterie.json', dossier);
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
    const { app } = await makeTestApp({ scenarios: [scenario.value] });
    const read = async (address: string) => await (await app.request(address)).text();
    await read('/dossiers/ethiquable-chocolaterie');
    const of = async (path: string) => pointsOf(await read(`/dossiers/ethiquable-chocolaterie?voie=${path}`));
    expect(await of('bank-loan')).toContain('dépasse la valeur du site');
    expect(await of('sci')).not.toContain('dépasse la valeur du site');
    expect(await of('sci')).toContain('Engagement de construire');
    expect(await of('market-rent')).toBe('');
  });
});

test.each(['market-rent', 'bank-loan', 'sci'])('%s: every table has its chapter, each once', (path) => {
  const html = pages.get(path) ?? '';
  expect(html.includes('id="autres"')).toBe(false);
  const { open, folded } = tablesOf(html);
  const ids = [...open, ...folded];
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids).toContain('rendements');
});

describe('a property company', () => {
  test('has its chapter and that of its investor, one table open in each', () => {
    expect(tablesOf(sectionOf('sci', 'societe-immobiliere'))).toEqual({
      open: ['vue-sci'],
      folded: ['sci-plan-annuel', 'sci-compte-de-resultat', 'sci-soldes', 'sci-tresorerie', 'sci-bilan'],
    });
    expect(tablesOf(sectionOf('sci', 'sortie-investisseur'))).toEqual({
      open: ['sortie', 'sorties'],
      folded: ['rendements', 'flux-investisseur', 'rangs'],
    });
    for (const path of ['market-rent', 'bank-loan']) expect(sectionOf(path, 'societe-immobiliere')).toBe('');
  });

  test('tells how each loan and the rent were found', () => {
    const said = textOf(sectionOf('sci', 'pret'));
    expect(said).toMatch(/Prêt de la SCI calculé pour équilibrer son plan : [\d ]+ €/);
    expect(said).toMatch(
      /Loyer versé par l’entreprise\. Loyer calculé : \d+,\d\d €\/m²\/an, DSCR au plus bas 1,20/,
    );
    expect(said).toMatch(/Prêt de l’exploitant calculé pour équilibrer son plan : [\d ]+ €/);
    const alone = textOf(sectionOf('bank-loan', 'pret'));
    expect(alone).toMatch(/Taille du prêt\. Prêt calculé pour équilibrer le plan : [\d ]+ €/);
    expect(alone).not.toMatch(/exploitant calculé|Loyer versé par l’entreprise/);
  });

  test('a rent and a loan that were typed are said to be', async () => {
    const dossier = structuredClone(wholeScenario().dossier) as unknown as {
      paths: { lease: object; operatorTerms: object }[];
    };
    const sci = dossier.paths[2];
    if (sci === undefined) throw new Error('no SCI');
    sci.lease = { ...sci.lease, solve: 'none', rentPerM2Year: '40.00' };
    sci.operatorTerms = { solve: 'none', amount: '150000.00' };
    const row = { key: 'typed-rent', json: JSON.stringify(dossier), content_hash: 'typed-rent' };
    await web.store
      .insertInto('saved_inputs')
      .values({ ...row, parent: '', created_at: '2026-11-22' })
      .execute();
    const said = textOf(await (await web.app.request('/dossiers/typed-rent?voie=sci')).text());
    expect(said).toContain('Loyer versé par l’entreprise. Loyer saisi : 40,00 €/m²/an.');
    expect(said).toContain('Prêt de l’exploitant : montant saisi, 150 000 €.');
    // A rent given leaves the bank's limits to set the loan.
    expect(said).toMatch(/Prêt de la SCI (calculé|limité)/);
    expect(said).toMatch(/Prêt \/ coût de revient \(LTC\) : prêt de [\d ]+ € au plus/);
  });

  test('its ratios are multiples, and the cover of the operator is that of its own annuities', () => {
    const limits = textOf(
      /<table class="figures" id="limites">.*?<\/table>/s.exec(pages.get('sci') ?? '')?.[0] ?? '',
    );
    expect(limits).toMatch(
      /Loyers nets \/ annuités \(DSCR\), avant impôt, hors refinancement de la sortie 1,20 1,20/,
    );
    expect(textOf(sectionOf('sci', 'societe-immobiliere'))).toMatch(
      /DSCR avant impôt, hors refinancement de la sortie non défini non défini 1,20/,
    );
    const cover = /id="tableau-couverture".*?<\/table>/s.exec(pages.get('sci') ?? '')?.[0] ?? '';
    const numbers = (text: string) =>
      [...cover.matchAll(new RegExp(`<th scope="row">${text}</th>(.*?)</tr>`, 'g'))].flatMap(
        ([, cells = '']) =>
          [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
            Number(textOf(cell).replaceAll(' ', '').replace('−', '-').replace(',', '.')),
          ),
      );
    const ebe = numbers('Excédent brut d’exploitation \\(EBE\\)');
    const annuities = numbers('Annuités des emprunts');
    const ratios = numbers('EBE / annuités, avant impôt');
    const tested = ratios.flatMap((ratio, year) => (Number.isNaN(ratio) ? [] : [[ratio, year] as const]));
    expect(tested.length).toBeGreaterThan(3);
    for (const [ratio, year] of tested)
      expect(Math.abs(ratio - (ebe[year] ?? 0) / (annuities[year] ?? 1))).toBeLessThan(0.01);
  });
});

describe('the figures read first', () => {
  const tiles = (path: string) =>
    [...(pages.get(path) ?? '').matchAll(/<div class="tile"><dt>(.*?)<\/dt>/g)].map(([, label = '']) =>
      textOf(label),
    );

  test('six, those of the kind, all with a value', () => {
    expect(tiles('sci')).toEqual([
      'Coût complet d’occupation avant impôt, valeur conservée déduite',
      'Loyer d’aujourd’hui',
      'Fonds propres à apporter',
      'TRI de l’investisseur, tous instruments',
      'DSCR après impôt payé, au plus bas',
      'Prix de sortie de tous les investisseurs',
    ]);
    for (const path of ['market-rent', 'bank-loan']) {
      expect(tiles(path)).toHaveLength(6);
      expect(tiles(path).join()).not.toContain('TRI');
    }
    for (const html of pages.values())
      expect(/<dl class="tiles">.*?<\/dl>/s.exec(html)?.[0].includes('no-value')).toBe(false);
  });
});

describe('charts', () => {
  test('of a property company: cash of both, debt of both with quasi-equity, DSCR with its limit', () => {
    const html = pages.get('sci') ?? '';
    const chart = (id: string) =>
      textOf(
        new RegExp(`<figure class="chart-box" id="graphique-${id}">.*?</figure>`, 's').exec(html)?.[0] ?? '',
      );
    expect(chart('cash')).toMatch(/Envie Loire : au plus bas .* SCI Envie Soleil : au plus bas/);
    expect(chart('debt')).toMatch(/SCI : prêt bancaire .*Exploitant : prêt bancaire/);
    expect(chart('debt')).toContain('SCI : compte courant d’associé bloqué');
    expect(chart('debt')).toContain('SCI : prêt subordonné');
    expect(chart('cover')).toMatch(/DSCR de la SCI, avant impôt, par exercice/);
    expect(chart('cover')).toMatch(/Toujours au-dessus de la limite de 1,20/);
    expect(chart('flows')).toContain('Banque des Territoires : reçoit');
  });

  test('of an enterprise alone: one cash, EBE over annuities', () => {
    const html = textOf(pages.get('bank-loan') ?? '');
    expect(html).toContain('Trésorerie à la fin de chaque mois');
    expect(html).toContain('EBE / annuités, avant impôt, par exercice');
    expect(html).not.toMatch(/DSCR de la SCI|Exploitant : prêt/);
  });
});
