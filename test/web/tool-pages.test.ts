import { describe, expect, test } from 'vitest';
import { TOOLS } from '../../src/tools/tools.ts';
import { toolForm } from '../../src/web/tool-form.ts';
import { requestFrom, typedFrom } from '../../src/web/tool-query.ts';
import { EXAMPLES } from '../../src/web/tool-wording.ts';
import { makeTestApp } from '../support/web-app.ts';

const { app } = await makeTestApp();

/** The page as a person reads it: tags out, entities and spaces made plain. */
async function read(
  path: string,
): Promise<{ readonly status: number; readonly text: string; readonly page: string }> {
  const response = await app.request(path);
  const page = await response.text();
  const text = page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
  return { status: response.status, text, page };
}

const query = (typed: Record<string, string>) => new URLSearchParams(typed).toString();

test('the list leads to every calculator', async () => {
  const { status, page } = await read('/outils');
  expect(status).toBe(200);
  for (const { id } of TOOLS) expect(page).toContain(`href="/outils/${id}"`);
});

describe('a first visit shows the example and its result', () => {
  test.each([
    ['loan-schedule', 'Totaux : Intérêts 1 280 535,75 €'],
    ['debt-sizing', 'Selon la LTV 5 200 000,00 €'],
    ['irr', 'Taux par période 11,3321 %'],
    ['xirr', 'Taux annuels effectifs 12,0865 %'],
    ['npv', 'Valeur présente 655,47 €'],
    ['acquisition-cost', 'Droits de mutation 63 185,00 €'],
    ['corporate-tax', 'Impôt 45 750,00 €'],
    ['profit-allocation', 'Montant maximal distribuable 14 400,00 €'],
    ['guarantee-limits', 'Ratio 3 : quotité garantie 50,00 % 50,00 % 0,00 % oui'],
    ['grant-equivalent', 'Équivalent-subvention brut 93 104,84 €'],
    ['grant-equivalent?kind=guarantee', 'Équivalent-subvention brut 47 037,04 €'],
    ['grant-equivalent?kind=land-discount', 'Équivalent-subvention brut 150 000,00 €'],
    ['esus-criteria', 'Éligible à l’agrément oui Durée de l’agrément, en années 5'],
    ['esus-criteria', '156 829,40 € 156 829,40 € oui'],
    ['esus-criteria', '66,00 % 66,00 % oui'],
    ['grant-equivalent?kind=reduced-rent', 'Équivalent-subvention brut'],
  ])('%s', async (path, expected) => {
    const { status, text, page } = await read(`/outils/${path}`);
    expect(status).toBe(200);
    expect(text).toContain('Résultat de l’exemple');
    expect(text).toContain(expected);
    expect(text).toContain('La même chose par l’API');
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(page).not.toMatch(/style=|<script>|onclick/);
  });
});

describe('what is typed', () => {
  test('is read in French, and the request shown is that of the API', async () => {
    const typed = {
      amount: '150 k€',
      annualRate: '3,85',
      payments: '12',
      paymentsPerYear: '12',
      repayment: 'bullet',
    };
    const { status, text } = await read(`/outils/loan-schedule?${query(typed)}`);
    expect(status).toBe(200);
    expect(text).toContain('Totaux : Intérêts 5 775,00 €');
    expect(text).toContain('"amount": "150000", "annualRate": "0.0385", "payments": 12');
  });

  test('wrongly is said beside its field and on top, in the units of the page', async () => {
    const typed = {
      amount: '',
      annualRate: '385',
      payments: 'douze',
      paymentsPerYear: '12',
      repayment: 'bullet',
    };
    const { status, text, page } = await read(`/outils/loan-schedule?${query(typed)}`);
    expect(status).toBe(422);
    expect(text).toContain('3 champs sont à corriger');
    expect(text).toContain('Montant emprunté : champ vide : écrivez par exemple « 1 600 000,50 »');
    expect(text).toContain('Taux annuel : trop grand : au plus 50 % ; vouliez-vous 3,85 % ?');
    expect(text).toContain('Nombre d’échéances : nombre entier illisible : écrivez par exemple « 12 »');
    expect(page).toContain('href="#champ-annualRate"');
    expect(page).toMatch(/name="annualRate"[^>]*aria-invalid="true"/);
    expect(page).toContain('value="douze"');
    expect(text).not.toContain('Résultat');
  });

  test('on several lines names the line', async () => {
    const typed = { annualRate: '5', flows: '01/01/2026 ; -10 000\n31/02/2027 3 000\n' };
    const { status, text } = await read(`/outils/npv?${query(typed)}`);
    expect(status).toBe(422);
    expect(text).toContain('Flux datés, ligne 2 : le 31/02/2027 n’existe pas');
  });

  test('in half of a group of fields says which field is missing, in the words of the page', async () => {
    const typed = { date: '01/06/2026', ageYears: '2', 'charges.socialUtility': '10\n20' };
    const { status, text } = await read(`/outils/esus-criteria?${query(typed)}`);
    expect(status).toBe(422);
    expect(text).toContain('Charges d’exploitation : champ manquant : écrivez un montant par ligne');
  });

  test('and not established is said so rather than refused', async () => {
    const { status, text } = await read(`/outils/esus-criteria?date=01/06/2026&ageYears=2&statutes=oui`);
    expect(status).toBe(200);
    expect(text).toContain('Éligible à l’agrément non établi Durée de l’agrément, en années 2');
  });

  test('is never markup', async () => {
    const { page } = await read(
      `/outils/acquisition-cost?${query({ price: '"><script>alert(1)</script>', department: "<'&" })}`,
    );
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;');
  });
});

test('what a page shows of an example, typed again, is the same request', () => {
  for (const tool of TOOLS) {
    const kinds = toolForm(tool).kinds;
    for (const kind of kinds.length === 0 ? [undefined] : kinds) {
      const form = toolForm(tool, kind);
      const { request, problems } = requestFrom(form, typedFrom(form.fields, form.example));
      expect(problems).toEqual([]);
      const answer = tool.answer(request);
      expect(answer, `${tool.id} ${kind}`).toEqual(tool.answer(form.example));
      expect(answer.ok).toBe(true);
    }
  }
});

test('every further example is of its own kind', () => {
  for (const [kind, example] of Object.entries(EXAMPLES)) expect(example).toMatchObject({ kind });
});
