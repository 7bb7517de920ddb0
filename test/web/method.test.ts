import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONFIDENCE_WORDS, lawMatrix } from '../../src/analysis/law-register.ts';
import { DOSSIER } from '../../src/dossier/dossier.ts';
import { LAW_SUBJECTS } from '../../src/law/figures.ts';
import { LEGAL_FORMS } from '../../src/law/legal-forms.ts';
import { RULE_SUBJECTS } from '../../src/law/rules.ts';
import { FIGURE_HISTORY } from '../../src/report/figure-history.ts';
import { marketDefaults } from '../../src/report/market-defaults.ts';
import { CONVENTIONS } from '../../src/report/method-conventions.ts';
import { LIMITS } from '../../src/report/method-limits.ts';
import { lawAnswer } from '../../src/tasks/law-shape.ts';
import { makeTestApp, plainSpaces, SCENARIO, unescapeHtml } from '../support/web-app.ts';

const { app } = await makeTestApp();

async function get(address: string): Promise<string> {
  const response = await app.request(address);
  expect(response.status).toBe(200);
  return plainSpaces(unescapeHtml(await response.text()));
}

const FIGURES = LAW_SUBJECTS.flatMap(({ figures }) => figures);
const whole = await get('/methode');

describe('the page « Méthode »', () => {
  test('prints every dated value of every figure of law, each figure once, at its anchor', () => {
    for (const id of new Set(FIGURES.map((figure) => figure.id))) {
      const anchor = `id="loi-${id.replaceAll('.', '-')}"`;
      expect(whole.split(anchor).length, id).toBe(2);
    }
    for (const { source, note = '' } of FIGURES) {
      expect(whole).toContain(plainSpaces(source));
      expect(whole).toContain(plainSpaces(note));
    }
  });

  test('writes values whole, with dates and doubts', () => {
    expect(whole).toContain('<strong>5,80665 %</strong> depuis le 01/03/2014');
    expect(whole).toContain('<strong>6,3185 %</strong> du 01/04/2025 au 31/03/2028');
    expect(whole).toContain('<strong>42 500,00 €</strong> depuis le 31/12/2022');
    expect(whole).toContain('<strong>24,00 %</strong> en vigueur au 01/01/2015');
    const last = /id="loi-notary-rate-4".*?<\/li>/s.exec(whole)?.[0] ?? '';
    expect(last).toContain('0,799 %');
    expect(last).toContain('cité de mémoire, à valider avant décision');
  });

  test('prints conventions, rules, lists, defaults, limits and history', () => {
    for (const { points } of CONVENTIONS) for (const point of points) expect(whole).toContain(point);
    for (const { rules } of RULE_SUBJECTS) for (const { reason } of rules) expect(whole).toContain(reason);
    for (const limit of LIMITS) expect(whole).toContain(limit);
    for (const { moved } of FIGURE_HISTORY) for (const text of moved) expect(whole).toContain(text);
    expect(whole).toContain('01, 03, 04, 06, 26, 27, 38, 40, 48, 60, 71, 90');
    expect(whole).toContain('07 : l’Ardèche');
  });

  test('prints each rule once, with its article and how far to trust it, at an anchor of its own', () => {
    const rules = RULE_SUBJECTS.flatMap((subject) => subject.rules);
    for (const { rule, article, reason, confidence } of rules) {
      const anchor = `id="regle-${rule.replaceAll('.', '-')}"`;
      expect(whole.split(anchor).length, rule).toBe(2);
      expect(reason, rule).toMatch(/^[A-ZÀÉÊ].*\.$/);
      const line = whole.slice(whole.indexOf(anchor), whole.indexOf('</li>', whole.indexOf(anchor)));
      expect(line).toContain(plainSpaces(reason));
      expect(line).toContain(article);
      expect(line).toContain(`(${CONFIDENCE_WORDS[confidence]})`);
    }
  });

  test('prints what each legal form is', () => {
    const table = whole.slice(whole.indexOf('id="formes"'), whole.indexOf('id="instruments"'));
    for (const rules of Object.values(LEGAL_FORMS)) {
      for (const words of [rules.capital, rules.liability, rules.votes, rules.distribution, rules.article]) {
        expect(table).toContain(plainSpaces(words));
      }
    }
    expect(table.match(/<th scope="row" role="rowheader">/g)).toHaveLength(8);
  });

  test('each cell of the matrix is in words, says what is from memory, and leads to its reason', () => {
    const part = whole.slice(whole.indexOf('id="instruments"'), whole.indexOf('id="regles"'));
    const links = [
      ...part.matchAll(/<a href="#(case-[^"]+)"[^>]*>([^<]+)<\/a>( <small>de mémoire<\/small>)?/g),
    ];
    expect(links).toHaveLength(8 * 14);
    for (const { instrument, cells } of lawMatrix()) {
      for (const { form, rule, open, reason, article, remedy, confidence } of cells) {
        const anchor = `case-${form.toLowerCase()}-${instrument}`;
        expect(anchor).toBe(`case-${rule.replaceAll('.', '-')}`);
        const [, , words, memory] = links.find(([, target]) => target === anchor) ?? [];
        expect(words).toBe({ yes: 'Oui', conditions: 'Sous conditions', no: 'Non' }[open]);
        expect(memory !== undefined, anchor).toBe(confidence === 'memory');
        const start = part.indexOf(`id="${anchor}"`);
        const said = part.slice(start, part.indexOf('</li>', start));
        expect(said).toContain(plainSpaces(reason));
        expect(said).toContain(article);
        expect(said).toContain(CONFIDENCE_WORDS[confidence]);
        if (open !== 'yes') expect(said).toContain(plainSpaces(remedy));
      }
    }
    // A SAS of the ESS issues no titres participatifs: read in a text, so no doubt is told.
    expect(part).toMatch(/href="#case-sas-ess-titre-participatif"[^>]*>Non<\/a><\/td>/);
  });

  test('defaults come from the description of a dossier, each marked', () => {
    const found = marketDefaults()
      .flatMap(({ defaults }) => defaults)
      .map((one) => ({ ...one, written: plainSpaces(one.written) }));
    const { why } = DOSSIER.shape.macro.shape.annualInflation.fallback ?? {};
    expect(found).toContainEqual({ label: 'Inflation annuelle', written: '1,8 %', why, kind: 'default' });
    expect(found.filter(({ kind }) => kind === 'law').map(({ label }) => label)).toEqual([
      'Taux de TVA',
      // The fee of France Active for its guarantee.
      'Taux de la commission',
    ]);
    expect(whole).toContain('hypothèse – locaux d’activité hors grandes métropoles : de 8 à 11 %');
    // Said once, though three kinds of path share it.
    expect(
      whole.split('taxe de publicité foncière, contribution de sécurité immobilière et notaire').length,
    ).toBe(2);
  });

  test('is led to by the navigation of every page', async () => {
    expect(await get('/')).toContain('<a href="/methode">Méthode</a>');
    expect(whole).toContain('<a href="/methode" aria-current="page">Méthode</a>');
  });
});

describe('looking for words, without script', () => {
  test('accents, capitals and apostrophes do not count; all words are asked', async () => {
    const page = await get('/methode?q=Emoluments%20TRANCHE');
    expect(page).toContain('id="loi-notary-limit-1"');
    expect(page).not.toContain('id="loi-corporate-tax-rate"');
    expect(page).toContain('value="Emoluments TRANCHE"');
    expect(page).toMatch(/\d+ passages contiennent « Emoluments TRANCHE »/);
    expect(await get("/methode?q=l'ard%C3%A8che")).toContain('07 : l’Ardèche');
  });

  test('an article, a source or a rule is found; parts without a match are left out', async () => {
    const page = await get('/methode?q=1456');
    expect(page).toContain('id="regle-local-tax-scop-exemption"');
    expect(page).not.toContain('id="limites"');
    expect(page).not.toContain('id="instruments"');
    // Two figures (SCOP d’amorçage, capital of outsiders) and two rules cite it.
    expect(page).toContain('4 passages contiennent « 1456 ».');
  });

  test('nothing found says so, and what was typed is shown as text', async () => {
    const page = await get(`/methode?q=${encodeURIComponent('<b>zzz</b>')}`);
    expect(page).toContain('Rien ne contient « <b>zzz</b> ».');
    const raw = await (await app.request(`/methode?q=${encodeURIComponent('<b>zzz</b>')}`)).text();
    expect(raw).not.toContain('<b>zzz');
    expect((await app.request(`/methode?q=${'x'.repeat(5000)}`)).status).toBe(200);
  });
});

describe('the law as data', () => {
  test('/api/v1/law gives every dated value, as the document describes', async () => {
    const response = await app.request('/api/v1/law');
    const { figures: list, ...rest } = lawAnswer.parse(await response.json());
    const rules = RULE_SUBJECTS.flatMap((subject) => subject.rules);
    expect(rest.rules.map(({ rule, reason }) => ({ rule, reason }))).toEqual(
      rules.map(({ rule, reason }) => ({ rule, reason })),
    );
    expect(rest.rules).toContainEqual({
      rule: 'titre-participatif.years',
      subject: 'Titres, contrats et baux réglementés',
      reason: 'L’émetteur ne peut pas rembourser un titre participatif avant sept ans.',
      article: 'C. com. art. L228-36',
      confidence: 'sourced',
    });
    expect(rest.forms.map(({ form, capitalGain }) => `${form} ${capitalGain}`)).toEqual([
      'SCOP false',
      'SCIC false',
      'other-cooperative false',
      'association false',
      'foundation false',
      'SAS true',
      'SAS-ESS true',
      'SCI true',
    ]);
    const titles = rest.matrix.find(({ instrument }) => instrument === 'titre-participatif');
    // faits.md §1.2: O O o N c N N N, in the order of the forms.
    expect(titles?.cells.map(({ open, verdict }) => `${open} ${verdict}`)).toEqual([
      'yes possible',
      'yes possible',
      'yes possible',
      'no impossible',
      'conditions a-verifier',
      'no impossible',
      'no impossible',
      'no impossible',
    ]);
    expect(list.length).toBe(FIGURES.length);
    expect(list.find(({ id, since }) => id === 'ir-pme.rate' && since === '2026-02-21')).toEqual({
      id: 'ir-pme.rate',
      subject: 'Réduction d’impôt des particuliers (IR-PME)',
      label: 'IR-PME, entreprises solidaires et foncières solidaires : taux de la réduction d’impôt',
      value: '0.25',
      unit: 'ratio',
      since: '2026-02-21',
      sinceOrEarlier: false,
      until: '2027-12-31',
      source: 'CGI art. 199 terdecies-0 A ; LF 2026 ; efc-nantes.com (11/03/2026)',
      confidence: 'sourced',
      note: 'Versements du 21/02/2026 au 31/12/2027.',
    });
  });

  test('the file for a spreadsheet has a row a value, with decimal commas', async () => {
    const response = await app.request('/methode/droit.csv');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="levier-droit.csv"');
    const rows = plainSpaces(await response.text())
      .trimEnd()
      .split('\r\n');
    const rules = RULE_SUBJECTS.flatMap((subject) => subject.rules);
    expect(rows.length).toBe(FIGURES.length + rules.length + 1);
    expect(rows[0]).toMatch(/^Matière;Identifiant;Chiffre ou règle;Valeur;/);
    expect(rows).toContain(
      'Titres, contrats et baux réglementés;brsa.tenant;Le preneur d’un bail réel solidaire d’activité est une microentreprise : moins de dix salariés, et 2 M€ de chiffre d’affaires ou de bilan au plus.;;;;;CCH art. L256-2;texte ou commentaire officiel consulté;',
    );
    expect(rows.find((row) => row.includes(';transfer-duty.raised-rate;'))).toContain(
      ';0,063185;6,3185 %;2025-04-01;2028-03-31;',
    );
  });
});

describe('from an explanation to the law', () => {
  const explanation = (figure: string) => get(`/dossiers/${SCENARIO}/explication?figure=${figure}`);

  test('an operand that is a figure of law leads to its anchor', async () => {
    const page = await explanation('site.acquisition.droitsDeMutation');
    expect(page).toContain('href="/methode#loi-transfer-duty-raised-rate"');
  });

  test('the figure itself leads there, and is no field to change', async () => {
    const page = await explanation('law.transfer-duty.raised-rate');
    expect(page).toContain('href="/methode#loi-transfer-duty-raised-rate"');
    expect(page).not.toContain('Changer cette hypothèse');
    expect(await explanation('site.price')).toContain('Changer cette hypothèse');
  });

  test('other figures do not', async () => {
    expect(await explanation('operator.ebe&periode=2030')).not.toContain('/methode#loi-');
  });
});

test('what has changed is told for every version of CHANGELOG, in its order', () => {
  const text = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
  const headings = [...text.matchAll(/^## (\S+) – (\d{4}-\d{2}-\d{2})$/gm)].map(([, version, date]) => ({
    version,
    date,
  }));
  expect(headings.length).toBeGreaterThan(1);
  expect(FIGURE_HISTORY.map(({ version, date }) => ({ version, date }))).toEqual(headings);
  // Every amount told in French stands in the changelog too.
  const amounts = FIGURE_HISTORY.flatMap(({ moved }) => moved).flatMap((sentence) =>
    [...sentence.matchAll(/\d[\d ]*(?:,\d+)?(?= (?:€|%))/g)].map(([amount]) => amount.replace(',', '.')),
  );
  expect(amounts.length).toBeGreaterThan(10);
  const known = text.replaceAll(/(\d) (?=\d{3})/g, '$1');
  for (const amount of amounts) expect(known, amount).toContain(amount.replaceAll(' ', ''));
});
