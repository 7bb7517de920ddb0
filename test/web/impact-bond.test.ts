import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { proposeProgramme } from '../../src/web/proposed-programme.ts';
import { postForm } from '../support/kept.ts';
import { makeTestApp, SCENARIO, type TestApp, unescapeHtml, wholeScenarioText } from '../support/web-app.ts';

/** The Adie case, which has no site, and the case of the study to which a contrat à impact is added. */
const ADIE = 'contrat-impact-adie';

let web: TestApp;
beforeAll(async () => {
  const texts = [
    [ADIE, readFileSync(new URL(`../../scenarios/${ADIE}.json`, import.meta.url), 'utf8')],
    [SCENARIO, wholeScenarioText()],
  ] as const;
  const scenarios = texts.map(([id, text]) => {
    const read = readScenario(`${id}.json`, text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  });
  web = await makeTestApp({ scenarios });
});

async function page(address: string): Promise<string> {
  const response = await web.app.request(address);
  expect(response.status, address).toBe(200);
  return await response.text();
}

function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

function tableOf(html: string, id: string): string {
  return textOf(new RegExp(`id="tableau-${id}".*?</table>`, 's').exec(html)?.[0] ?? '');
}

describe('a dossier without site', () => {
  test('opens on its comparison, computed, and says « pas de site »', async () => {
    const html = textOf(await page(`/dossiers/${ADIE}`));
    expect(html).toContain('P2 – Versement unique, payé à six ans');
    expect(html).toContain('2,41 %');
    expect(html).toContain('2,23 %');
    expect(html).toContain('2,97 %');
    expect(html).toContain('pas de site');
    // Nothing is said of premises that it has not.
    expect(html).not.toContain('Payé par mois');
    expect(html).not.toContain('loyer de marché, de quel taux');
  });

  test('its page tells failure, expected and success side by side', async () => {
    const html = await page(`/dossiers/${ADIE}?voie=paye-une-fois`);
    const outcomes = tableOf(html, 'impact-resultats');
    expect(outcomes).toContain('Échec');
    expect(outcomes).toContain('Attendu (retenu)');
    // 400 × 600 + 160 × 3 750; 500 × 600 + 320 × 3 750; the cap of the contract.
    expect(outcomes).toMatch(/Paiements aux résultats 840 000 1 500 000 1 500 000/);
    expect(outcomes).toMatch(/Capital abandonné 460 000 0 0/);
    expect(outcomes).toMatch(/TRI des investisseurs −7,02 % 2,41 % 2,41 %/);
    expect(tableOf(html, 'impact-cascade')).toMatch(/1\. Capital remboursé 1 300 000/);
    expect(tableOf(html, 'impact-plan')).toMatch(/Total des emplois 2 800 000/);
    expect(tableOf(html, 'impact-budget')).toContain('Budget du payeur par exercice : État');
    expect(html).not.toContain('id="autres"');
    for (const empty of ['tableau-plan-initial', 'tableau-echeancier-annuel', 'tableau-couverture'])
      expect(html).not.toContain(empty);
    const regards = textOf(/id="regards".*?<\/section>/s.exec(html)?.[0] ?? '');
    expect(regards).not.toContain('pas de site');
    expect(regards).toContain('Résultats attendus 320 personnes');
    // A hand finds the payment again: results, price, weight.
    const steps = tableOf(html, 'impact-cascade');
    expect(steps).toMatch(/Résultats payés \(seuil : 100 ; plafond : 400\) 320 × prix unitaire 3 750,00/);
    expect(steps).toMatch(/× pondération 100,00 % Dû pour cet indicateur 1 200 000,00/);
    // At 1.032 × 1.018: 1 500 000 € six years later; 1 170 000 € in 36 parts from signature; 840 000 € six years later.
    const yearly = 1.032 * 1.018;
    expect(Math.round(1_500_000 / yearly ** 6)).toBe(1_115_646);
    const parts = Array.from({ length: 36 }, (_, month) => 1_170_000 / 36 / yearly ** (month / 12));
    expect(Math.round(parts.reduce((sum, part) => sum + part, 0))).toBe(1_089_767);
    expect(outcomes).toMatch(/Paiements, en valeur présente 624 762 1 115 646 1 115 646/);
    expect(outcomes).toMatch(/versée au rythme des dépenses 1 089 767 1 089 767 1 089 767/);
    expect(textOf(html)).toContain(
      'À résultats attendus, le contrat coûte 25 879 € de plus que la subvention, en valeur présente ; en cas d’échec, 465 005 € de moins. Les deux coûtent autant si l’échec a 5 chances sur 100',
    );
  });

  test('its diagram, workbook and explanations follow', async () => {
    const html = await page(`/dossiers/${ADIE}?voie=quatre-versements`);
    expect(textOf(html)).toMatch(/Tranches 1 300 000 €/);
    const workbook = await web.app.request(`/dossiers/${ADIE}/classeur.xlsx?voie=quatre-versements`);
    expect(workbook.status).toBe(200);
    const told = await web.app.request('/api/v1/explanations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        dossier: await (await web.app.request(`/dossiers/${ADIE}/dossier.json`)).json(),
        path: 'paye-une-fois',
        figure: 'impact.expected.m1.due-2',
      }),
    });
    const { value, sentence } = (await told.json()) as { value: string; sentence: string };
    expect(Number(value)).toBe(1_200_000);
    expect(sentence.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('3 750,00 €');
  });

  test('a conservation check is no figure of law: its explanation does not lead to « Méthode »', async () => {
    const explain = (figure: string) =>
      page(`/dossiers/${ADIE}/explication?figure=${figure}&voie=paye-une-fois`);
    const check = await explain('law.impact-plan');
    expect(textOf(check)).toContain('Le plan du programme est équilibré');
    expect(check).not.toContain('/methode#');
  });

  test('a path that needs a site is refused and says so', async () => {
    const dossier = JSON.parse(
      await (await web.app.request(`/dossiers/${ADIE}/dossier.json`)).text(),
    ) as Record<string, unknown>;
    const response = await web.app.request('/api/v1/comparisons', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...dossier,
        facts: [],
        hypotheses: [],
        mainPath: 'bank-loan',
        paths: [{ kind: 'bank-loan', sources: [], terms: { annualRate: '0.04', payments: 60 } }],
      }),
    });
    const { paths } = (await response.json()) as {
      paths: [{ verdict: string; legality: [{ rule: string }] }];
    };
    expect(paths[0].verdict).toBe('impossible');
    expect(paths[0].legality.map(({ rule }) => rule)).toEqual(['site.required']);
  });
});

describe('a contrat à impact added to a case that has a site', () => {
  test('comes with a programme of hypotheses, beside the bank loan', async () => {
    const response = await postForm(web, `/dossiers/${SCENARIO}/colonnes`, { action: 'ajouter:impact-bond' });
    expect(response.status).toBe(303);
    const key = /\/dossiers\/([0-9a-z-]+)/.exec(response.headers.get('Location') ?? '')?.[1];
    const html = await page(`/dossiers/${key}?voie=impact-bond`);
    const parts = tableOf(html, 'impact-trois-parts');
    expect(parts).toContain('R1 : site et prêt');
    expect(parts).toMatch(/Dont tranches des investisseurs 0 300 000 300 000/);
    expect(textOf(html)).toContain('programme d’exemple, à remplacer par le vôtre');
    const loans = await Promise.all(
      ['bank-loan', 'impact-bond'].map(async (path) =>
        tableOf(await page(`/dossiers/${key}?voie=${path}`), 'plan-initial'),
      ),
    );
    const loanOf = (table = '') => /Prêt bancaire ([\d ]+)/.exec(table)?.[1];
    expect(loanOf(loans[1])).toBe(loanOf(loans[0]));
  });

  test('comes with a smaller programme when the site is small, each amount a hypothesis', async () => {
    const small = JSON.parse(wholeScenarioText());
    delete small.programme;
    small.paths = small.paths.filter(({ kind }: { kind: string }) => kind === 'bank-loan');
    small.mainPath = 'bank-loan';
    small.site.price = '320000.00';
    const dossier = structuredClone(small);
    proposeProgramme(dossier);
    const programme = dossier.programme as {
      tranches: { amount: string }[];
      measurements: { results: { expected: string }[] }[];
    };
    expect(programme.tranches.map(({ amount }) => amount)).toEqual(['60000.00']);
    // A fifth of 57, rounded up at each measurement: paid 5 500 € each, they repay the tranche.
    const expected = programme.measurements.map(({ results: [result] }) => Number(result?.expected));
    expect(expected).toEqual([6, 7]);
    expect(13 * 5500).toBeGreaterThan(60_000);
    const noted = (dossier.hypotheses as { path: string; why: string }[]).filter(({ path }) =>
      path.startsWith('programme.'),
    );
    expect(noted.map(({ path }) => path)).toContain('programme.expenses[0].amount');
    expect(noted[0]?.why.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      '60 000 € avancés, en proportion du prix du site',
    );
    dossier.facts = [];
    dossier.hypotheses = [];
    dossier.paths = [{ kind: 'impact-bond' }];
    dossier.mainPath = 'impact-bond';
    const response = await web.app.request('/api/v1/comparisons', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(dossier),
    });
    const { paths } = (await response.json()) as { paths: [{ verdict: string; annual: unknown[] }] };
    expect(paths[0].verdict).not.toBe('impossible');
    expect(paths[0].annual.length).toBeGreaterThan(0);
  });

  test('keeps the programme that the dossier has', () => {
    const dossier = { programme: { label: 'Le nôtre' } };
    proposeProgramme(dossier as never);
    expect(dossier).toEqual({ programme: { label: 'Le nôtre' } });
  });

  test('never pays for walls: the law closes the path and names another way (mistake 9)', async () => {
    const dossier = {
      ...JSON.parse(wholeScenarioText()),
      facts: [],
      hypotheses: [],
      mainPath: 'impact-bond',
      programme: {
        expenses: [{ id: 'atelier', label: 'Atelier', pays: 'walls', amount: '270000.00' }],
      },
      paths: [{ kind: 'impact-bond' }],
    };
    const response = await web.app.request('/api/v1/comparisons', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(dossier),
    });
    const { paths } = (await response.json()) as {
      paths: [{ verdict: string; legality: { rule: string; verdict: string }[]; keyFigures: object }];
    };
    expect(paths[0].verdict).toBe('impossible');
    expect(paths[0].legality.find(({ verdict }) => verdict === 'impossible')?.rule).toBe('impact-bond.walls');
    const figures = Object.values(paths[0].keyFigures).flat() as { value: string | null }[];
    expect(figures.every(({ value }) => value === null)).toBe(true);
  });
});
