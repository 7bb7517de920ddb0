import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/dossier/scenario.ts';
import { formOf, makeTestApp, type TestApp, unescapeHtml } from '../support/web-app.ts';

/** A local authority reads the guarantee of a loan, its draft deliberation and its register of guaranteed debts. */
const CASE = 'garantie-intercommunale';

function caseText(): string {
  return readFileSync(new URL(`../../scenarios/${CASE}.json`, import.meta.url), 'utf8');
}

let web: TestApp;
beforeAll(async () => {
  const scenario = readScenario(`${CASE}.json`, caseText());
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
  web = await makeTestApp({ scenarios: [scenario.value] });
});

const textOf = (html: string) => unescapeHtml(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');
const get = async (address: string) => {
  const response = await web.app.request(`/dossiers/${CASE}${address}`);
  return { status: response.status, html: await response.text(), headers: response.headers };
};
/** The same dossier with something changed, saved under a key. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
async function saved(key: string, change: (dossier: any) => void): Promise<string> {
  const dossier = JSON.parse(caseText());
  change(dossier);
  await web.store
    .insertInto('saved_inputs')
    .values({ key, json: JSON.stringify(dossier), content_hash: key, parent: '', created_at: '2026-11-22' })
    .execute();
  return `/dossiers/${key}`;
}

describe('the page of a path', () => {
  test('has its chapter: who guarantees what, ratios, loss, by year, and the two documents', async () => {
    const { html } = await get('?voie=guarantee');
    const section = /<section id="garantie".*?<\/section>/s.exec(html)?.[0] ?? '';
    const text = textOf(section);
    for (const words of [
      'Communauté d’agglomération',
      'part de chaque échéance impayée',
      'Gain de l’emprunteur',
      'Équivalent-subvention brut, prime refuge',
      'voie fermée',
      'Ratio 1 : annuités propres et garanties',
      'Appels dans le défaut testé',
      'Porté par la banque',
      'MtCapitalRestDu_31_12',
    ])
      expect(text, words).toContain(words);
    expect(text).toContain('7 144 569');
    // Nobody pays an expected loss, which is not per head; the two losses stand on two bases.
    expect(text).toContain('Perte attendue (moyenne actuarielle que personne ne verse)');
    expect(text).not.toContain('par personne');
    expect(text).toContain('La perte attendue et celle du défaut testé n’ont pas la même base');
    expect(text).toContain('les intérêts des années restantes');
    expect(text).toMatch(/Provision à l’ouverture d’une procédure collective 716 813/);
    expect(section).toContain(`/dossiers/${CASE}/garantie/deliberation?voie=guarantee`);
    expect(section).toContain(`/dossiers/${CASE}/garantie/etat-de-la-dette?voie=guarantee`);
    expect(html).not.toContain('id="autres"');
    expect(textOf(html)).toContain(
      'Garantie du prêt, 50,00 % : 2 000 000 € garantis, de « Communauté d’agglomération » à « Ateliers coopératifs »',
    );
  });

  test('a path without guarantee has none of it', async () => {
    const { html } = await get('?voie=bank-loan');
    expect(html).not.toContain('id="garantie"');
    expect(html).not.toContain('/garantie/deliberation');
  });

  test('its checks hold, that of the default among them', async () => {
    const { html } = await get('?voie=guarantee');
    expect(textOf(html)).toContain(
      'Défaut testé : l’emprunteur, les garants et la banque portent ensemble toute la perte',
    );
  });

  test('an unlawful guarantee shows why, its remedy and no figure', async () => {
    const address = await saved('poor', (dossier) => {
      dossier.paths[1].guarantees[0].realOperatingRevenue = '14200000.00';
    });
    const html = await (await web.app.request(`${address}?voie=guarantee`)).text();
    expect(textOf(html)).toContain('Ramenez la quotité à 34,58 % au plus');
    expect(html).not.toContain('id="tableau-garantie"');
    const comparison = await web.app.request(address);
    expect(comparison.status).toBe(200);
    const document = await web.app.request(`${address}/garantie/deliberation?voie=guarantee`);
    expect(document.status).toBe(404);
    expect(textOf(await document.text())).toContain('ne se vote pas telle quelle');
  });
});

describe('the draft deliberation', () => {
  test('holds every mention without which it falls, in figures and letters', async () => {
    const { html, status } = await get('/garantie/deliberation?voie=guarantee');
    expect(status).toBe(200);
    const text = textOf(html);
    // Lender, object, amount, rate, duration, coverage, conditions of call.
    for (const mention of [
      'Banque coopérative',
      'l’acquisition et les travaux du site « Atelier de la zone d’activité », à Thiers',
      '4 000 000,00 € (quatre millions d’euros)',
      '3,80 % l’an, fixe',
      '20 ans et 11 mois',
      'à hauteur de 50,00 %, soit 2 000 000,00 € (deux millions d’euros) de capital',
      'à première demande écrite',
      'jusqu’au complet remboursement',
      'les ressources nécessaires au paiement',
      'L. 2252-1 à L. 2252-5 et L. 5111-4',
      'D. 1511-30 à D. 1511-35',
      'dont l’article 2305',
      'Le président est autorisé',
      '7 144 569,09 €',
      '399 655,97 €',
      // What resources pay beside the cost: 5 210 000 € of both.
      'coût de revient de 4 940 837 €',
      'paie aussi le BFR de démarrage (100 000 €) et la trésorerie de départ (169 163 €), soit des besoins de 5 210 000 €',
      'La communauté d’agglomération accorde sa garantie',
      'donnent à la communauté d’agglomération les droits',
      'n’ont pas la même base',
      'aurait à provisionner 716 813 €',
      'R. 2321-2 2°',
      'Suffrages exprimés',
      'représentant de l’État',
    ])
      expect(text, mention).toContain(mention);
    expect(text).not.toMatch(/undefined|NaN|\[object|null/);
  });

  test('what the dossier does not know is a blank to fill', async () => {
    const { html } = await get('/garantie/deliberation?voie=guarantee');
    const blanks = [...html.matchAll(/<mark class="document-blank">(.*?)<\/mark>/g)].map(([, text]) => text);
    expect(blanks.length).toBeGreaterThan(15);
    expect(textOf(blanks.join(' '))).toContain('[à compléter : date de la demande]');
    expect(textOf(html).match(/\[à compléter/g)?.length).toBe(blanks.length);
  });

  test.each([
    ['municipality', 'conseil municipal', 'L. 2252-1 à L. 2252-5'],
    ['department', 'conseil départemental', 'L. 3231-4'],
    ['region', 'conseil régional', 'L. 4253-1'],
  ])('of a %s: its assembly and its articles', async (level, assembly, article) => {
    const address = await saved(`level-${level}`, (dossier) => {
      dossier.paths[1].guarantees[0].level = level;
    });
    const text = textOf(
      await (await web.app.request(`${address}/garantie/deliberation?voie=guarantee`)).text(),
    );
    expect(text).toContain(assembly);
    expect(text).toContain(article);
  });

  test('tells the other mechanism and the fee as they are', async () => {
    const address = await saved('other-terms', (dossier) => {
      Object.assign(dossier.paths[1].guarantees[0], {
        mechanism: 'perte-finale',
        feeKind: 'flat',
        feeRate: '0.01',
      });
    });
    const text = textOf(
      await (await web.app.request(`${address}/garantie/deliberation?voie=guarantee`)).text(),
    );
    expect(text).toContain('de la perte constatée une fois les sûretés réalisées');
    expect(text).not.toContain('à première demande');
    expect(text).toContain(
      'commission unique de 1,00 % du montant garanti, soit 20 000,00 € (vingt mille euros)',
    );
  });

  test('another guarantor, within its cap, is told with it: in the table, the drawing and the statement', async () => {
    const address = await saved('capped', (dossier) => {
      dossier.parties.push({ id: 'fonds', label: 'Fonds de garantie', role: 'guarantor', side: 'private' });
      dossier.paths[1].guarantees.push({
        kind: 'fund',
        from: 'fonds',
        coverage: '0.3',
        amountCap: '200000.00',
      });
    });
    const page = textOf(await (await web.app.request(`${address}?voie=guarantee`)).text());
    expect(page).toContain('Plafond du montant garanti aucun 200 000,00 €');
    expect(page).toContain('Garantie du prêt, 30,00 %, 200 000,00 € au plus : 200 000 € garantis');
    expect(page).toContain('Ensemble');
    const document = await web.app.request(`${address}/garantie/deliberation?voie=guarantee`);
    expect(textOf(await document.text())).toContain(
      'Autres garants : Fonds de garantie, 30,00 %, 200 000,00 € au plus',
    );
  });

  test('names of the dossier are escaped', async () => {
    const address = await saved('hostile', (dossier) => {
      dossier.parties[0].label = '<script>alert(1)</script>';
      dossier.operator.name = '"><img src=x onerror=alert(1)>';
    });
    for (const page of ['deliberation', 'etat-de-la-dette']) {
      const html = await (await web.app.request(`${address}/garantie/${page}?voie=guarantee`)).text();
      expect(html).not.toMatch(/<script>alert|<img src=x/);
    }
  });
});

describe('the register of guaranteed debts', () => {
  test('has the fields of public accounting and their figures, by fiscal year', async () => {
    const { html } = await get('/garantie/etat-de-la-dette?voie=guarantee&exercice=2029');
    const field = (name: string) =>
      textOf(
        new RegExp(`<code>${name}</code></th><td[^>]*>.*?</td><td[^>]*>(.*?)</td>`, 's').exec(html)?.[1] ??
          '?',
      ).trim();
    expect(field('NomBenefEmprGaranti')).toBe('Ateliers coopératifs');
    expect(field('CodTypEmpr')).toBe('09');
    expect(field('LibOrgaPreteur')).toBe('Banque coopérative');
    expect(field('AnEncaisse')).toBe('2027');
    expect(field('DtSignInit')).toBe('15/01/2027');
    expect(field('Dt1RembInit')).toBe('31/12/2028');
    expect(field('MtEmprOrig')).toBe('4 000 000,00');
    expect(field('CodPeriodRemb')).toBe('A');
    expect(field('CodProfilAmort')).toBe('P');
    expect(field('TxActuaInit')).toBe('3,8');
    // 4 000 000 × 1.038 − 289 138.17, then a second instalment.
    expect(field('MtCapitalRestDu_01_01')).toBe('3 862 861,83');
    expect(field('MtIntExer')).toBe('146 788,75');
    expect(field('MtCapitalExer')).toBe('142 349,42');
    expect(field('MtCapitalRestDu_31_12')).toBe('3 720 512,41');
    expect(field('MtGaranti_31_12')).toBe('1 860 256,21');
    expect(field('RReelFon')).toBe('60 000 000,00');
    expect(field('PartGarantie')).toBe('11,9076');
    expect(field('NumContrat')).toContain('à compléter');
  });

  test('is a .csv of every year, with the names of the fields at the head', async () => {
    const { html: csv, headers, status } = await get('/tableaux/etat-dette-garantie.csv?voie=guarantee');
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toContain('text/csv');
    const [, head = '', ...rows] = csv.split('\r\n');
    expect(head.split(';').slice(1, 5)).toEqual([
      'NomBenefEmprGaranti',
      'CodTypEmpr',
      'CodTypEmprGaranti',
      'LibOrgaPreteur',
    ]);
    const years = rows.filter((row) => /^20\d\d;/.test(row));
    expect(years).toHaveLength(21);
    expect(years.every((row) => row.split(';').length === head.split(';').length)).toBe(true);
    expect(years[2]).toContain(';3862861,83;3720512,41;');
  });

  test('a year, a guarantee or a path that is not there is said to be unknown', async () => {
    for (const query of [
      'voie=guarantee&exercice=1789',
      'voie=guarantee&exercice=%00%F0%9F%92%A5',
      'voie=guarantee&garantie=nobody',
      'voie=bank-loan',
      'voie=nowhere',
    ]) {
      const { status, html } = await get(`/garantie/etat-de-la-dette?${query}`);
      expect(status, query).toBe(404);
      expect(html).toContain('Levier');
    }
    expect((await web.app.request('/dossiers/inconnu/garantie/deliberation')).status).toBe(404);
  });
});

describe('columns', () => {
  test('a column « Garantie publique » is added from the panel, on the loan of the others', async () => {
    const body = new URLSearchParams({ action: 'ajouter:guarantee' });
    const response = await web.app.request(`/dossiers/${CASE}/colonnes`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(303);
    const address = response.headers.get('Location') ?? '';
    const dossier = (await (
      await web.app.request(`${address.replace(/[?#].*$/, '')}/dossier.json`)
    ).json()) as { paths: { kind: string; terms: { amount: string } }[] };
    expect(dossier.paths.map(({ kind }) => kind)).toEqual(['bank-loan', 'guarantee', 'sci', 'guarantee']);
    expect(dossier.paths[3]?.terms.amount).toBe('4000000.00');
  });

  test('hostile values in the form of a guarantee are refused beside their field, never a fault', async () => {
    const page = await (await web.app.request(`/dossiers/${CASE}?voie=guarantee&saisie=detail`)).text();
    const form = formOf(page);
    expect(form.has('paths[1].guarantees[0].coverage')).toBe(true);
    for (const [name, text] of [
      ['paths[1].guarantees[0].coverage', '150'],
      ['paths[1].guarantees[0].coverage', 'moitié'],
      ['paths[1].guarantees[0].amountCap', '-1'],
      ['paths[1].guarantees[0].realOperatingRevenue', '1e400'],
      ['paths[1].guarantees[0].marginGain', '99'],
      ['paths[1].risk.stressedYear', '0'],
      ['paths[1].risk.recoveryMonths', '9999'],
      ['paths[1].guarantees[0].from', 'nobody'],
      ['paths[1].guarantees[0].kind', '__proto__'],
    ] as const) {
      const typed = new URLSearchParams(form);
      typed.set(name, text);
      const response = await web.app.request(`/dossiers/${CASE}?voie=guarantee&saisie=detail`, {
        method: 'POST',
        body: typed,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
      expect(response.status, `${name} ${text}`).toBeLessThan(500);
    }
  });
});
