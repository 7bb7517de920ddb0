import { beforeAll, describe, expect, test } from 'vitest';
import { keep, postForm } from '../support/kept.ts';
import {
  makeTestApp,
  plainSpaces,
  SCENARIO,
  scenarioText,
  type TestApp,
  unescapeHtml,
} from '../support/web-app.ts';

let web: TestApp;
let sheet: string;
let html: string;

/** Without the spaces that do not break, as a person reads. */
const plain = (text: string) => plainSpaces(unescapeHtml(text));

async function compared(query: string) {
  const response = await web.app.request(`${sheet}/comparer${query}`);
  return { response, html: plain(await response.text()) };
}

/** The cells of the row of this label. */
function row(label: string): string[] {
  const at = html.indexOf(`<th scope="row">${label}`);
  expect(at, label).toBeGreaterThan(0);
  const cells = html.slice(at, html.indexOf('</tr>', at));
  return [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell);
}

beforeAll(async () => {
  web = await makeTestApp();
  sheet = await keep(web, SCENARIO);
  const dossier = JSON.parse(scenarioText());
  dossier.site.price = '1500000';
  dossier.paths[0].terms.annualRate = '0.045';
  dossier.paths[0].terms.paymentsPerYear = 4;
  dossier.paths[0].terms.payments = 72;
  dossier.paths[0].terms.minimumCover = null;
  dossier.paths[0].sources[2].status = 'awarded';
  dossier.operator.subjectToCorporateTax = false;
  dossier.project.works.splice(1, 1);
  dossier.project.works.push({ id: 'yard', label: 'Cour & quai', amount: '90000.00' });
  dossier.horizonYears = 15;
  dossier.summary = '';
  const added = await postForm(web, `${sheet}/importer`, {
    json: JSON.stringify(dossier),
    commentaire: 'seconde',
  });
  expect(added.status === 303 ? '' : await added.text()).toBe('');
  html = (await compared('?de=1&a=2')).html;
});

describe('field by field', () => {
  test.each([
    ['Prix d’achat', '1 600 000,00 €', '1 500 000,00 €'],
    ['Conditions du prêt › Taux annuel du prêt', '3,85 %', '4,50 %'],
    ['Conditions du prêt › Échéances par an', 'mensuelles', 'trimestrielles'],
    ['Conditions du prêt › EBE / annuités, au moins', '1,20', 'aucune valeur'],
    ['Ressources avant le prêt › Subvention de la région › État de la demande', 'en instruction', 'acquise'],
    ['Soumis à l’impôt sur les sociétés', 'oui', 'non'],
    ['Horizon d’étude (années)', '20', '15'],
  ])('%s: %s, then %s', (label, before, after) => {
    expect(row(label)).toEqual([before, after]);
  });

  test('lines added to and removed from a list are told with what they hold', () => {
    expect(row('Travaux › Cour & quai <span class="change-kind">ajout</span>')).toEqual([
      '–',
      '<ul><li>Montant des travaux : 90 000,00 €</li><li>Travaux du preneur : non (par défaut)</li></ul>',
    ]);
    expect(
      row('Travaux › Ateliers, réseaux et sécurité incendie <span class="change-kind">retrait</span>'),
    ).toEqual([
      '<ul><li>Montant des travaux : 700 000,00 €</li><li>Travaux du preneur : non (par défaut)</li></ul>',
      '–',
    ]);
  });

  test('what did not change is not told', () => {
    expect(html).not.toContain('Surface utile des bâtiments');
    expect(html).not.toContain('Clos, couvert et isolation');
  });
});

describe('figure by figure', () => {
  test('before, after, and the difference, as the page writes them', async () => {
    const figure = async (version: number, id: string): Promise<number> => {
      const rows = await web.store.selectFrom('kept_versions').selectAll().orderBy('number').execute();
      const [path] = JSON.parse(rows[version - 1]?.figures ?? '[]');
      return Number(path.figures.find((item: { id: string }) => item.id === id).value);
    };
    const money = (amount: number) =>
      `${amount
        .toLocaleString('fr-FR', { maximumFractionDigits: 0 })
        .replaceAll(/[\u00a0\u202f]/g, ' ')
        .replace('-', '−')} €`;
    const [before, after] = [await figure(1, 'bank-peak-exposure'), await figure(2, 'bank-peak-exposure')];
    const difference = after - before;
    expect(row('Exposition maximale de la banque')).toEqual([
      money(before),
      money(after),
      difference > 0 ? `+${money(difference)}` : money(difference),
    ]);
  });

  test('the other way round, the signs are turned', async () => {
    const [, , forward = ''] = row('Exposition maximale de la banque');
    const saved = html;
    html = (await compared('?de=2&a=1')).html;
    const [, , backward = ''] = row('Exposition maximale de la banque');
    html = saved;
    expect(backward.slice(1)).toBe(forward.slice(1));
    expect([forward[0], backward[0]].toSorted()).toEqual(['+', '−']);
  });

  test('a version beside itself: nothing differs', async () => {
    const itself = await compared('?de=1&a=1');
    expect(itself.html).toContain('Aucun chiffre clé ne change, au centime.');
    expect(itself.html).not.toContain('<h2 id="hypotheses-titre">');
  });
});

describe('which versions', () => {
  test('without a choice, the last two', async () => {
    const { response } = await compared('');
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`${sheet}/comparer?de=1&a=2`);
  });

  test.each(['?de=1&a=3', '?de=0&a=1', '?de=a&a=b', '?de=1.5&a=1'])(
    '%s is a page that says so',
    async (query) => {
      const { response, html: said } = await compared(query);
      expect(response.status).toBe(404);
      expect(said).toContain('Version introuvable');
    },
  );

  test('the choice stays in the lists', () => {
    expect(html).toMatch(/name="de"><option value="2">[^<]*<\/option><option value="1" selected>/);
    expect(html).toMatch(/name="a"><option value="2" selected>/);
  });
});
