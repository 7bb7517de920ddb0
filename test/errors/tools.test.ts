import { describe, expect, test } from 'vitest';
import { TOOLS } from '../../src/tools/tools.ts';

/** « path: message » for each problem, or the answer. */
function answer(id: string, request: unknown): unknown {
  const tool = TOOLS.find((each) => each.id === id);
  const reading = tool?.answer(request);
  if (reading === undefined) throw new Error(`no tool ${id}`);
  return reading.ok ? reading.value : reading.problems.map(({ path, message }) => `${path}: ${message}`);
}

const example = (id: string) => TOOLS.find((tool) => tool.id === id)?.example as Record<string, unknown>;

/** The example of a tool with some fields changed; undefined removes the field. */
function changed(id: string, changes: Record<string, unknown>): unknown {
  return answer(id, JSON.parse(JSON.stringify({ ...example(id), ...changes })));
}

const PERCENT = 'pas de signe % (un pourcentage se divise par 100)';
const RATE_TOO_GREAT = 'trop grand : un taux est une fraction, au plus 0.5';
const COMMA = 'pas de virgule : le séparateur décimal est un point';

// Each: tool, what is changed in its example, what is answered.
const GALLERY: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
  ['loan-schedule', { amount: 2800000 }, ['amount: écrivez "2800000.00" entre guillemets']],
  ['loan-schedule', { amount: '2 800 000,00' }, [`amount: ${COMMA} ; écrivez "2800000.00"`]],
  ['loan-schedule', { amount: '2.8e6' }, ['amount: pas d’exposant ; écrivez "2800000"']],
  ['loan-schedule', { amount: '0' }, ['amount: trop petit : écrivez un nombre supérieur à 0']],
  ['loan-schedule', { amount: '-5.00' }, ['amount: trop petit : écrivez un nombre supérieur à 0']],
  [
    'loan-schedule',
    { amount: '100.005' },
    ['amount: trop de décimales : au plus 2 après le point ; écrivez "100.01"'],
  ],
  ['loan-schedule', { annualRate: '3.85' }, [`annualRate: ${RATE_TOO_GREAT} ; vouliez-vous 0.0385 ?`]],
  ['loan-schedule', { annualRate: '3.85%' }, [`annualRate: ${PERCENT} ; écrivez "0.0385"`]],
  ['loan-schedule', { annualRate: 0.0385 }, ['annualRate: écrivez "0.0385" entre guillemets']],
  [
    'loan-schedule',
    { annualRate: 'NaN' },
    ['annualRate: ce n’est pas un nombre fini ; écrivez un nombre comme "0.0385"'],
  ],
  ['loan-schedule', { payments: '240' }, ['payments: écrivez 240 sans guillemets']],
  ['loan-schedule', { payments: 0 }, ['payments: hors limites : écrivez un nombre entier de 1 à 1200']],
  ['loan-schedule', { payments: 1e9 }, ['payments: hors limites : écrivez un nombre entier de 1 à 1200']],
  [
    'loan-schedule',
    { payments: 240, paymentsPerYear: 1 },
    ['payments: emprunt trop long : au plus 100 échéances (100 ans)'],
  ],
  ['loan-schedule', { paymentsPerYear: 3 }, ['paymentsPerYear: valeur inconnue : écrivez 12, 4, 2 ou 1']],
  [
    'loan-schedule',
    { repayment: 'in-fine' },
    ['repayment: valeur inconnue : écrivez "level-payment", "level-principal" ou "bullet"'],
  ],
  [
    'loan-schedule',
    { deferral: { kind: 'partial', payments: 240 } },
    ['deferral.payments: le différé est compris dans les échéances : écrivez un nombre de 0 à 239'],
  ],
  [
    'loan-schedule',
    { deferral: { kind: 'partial' } },
    ['deferral.payments: champ manquant : écrivez un nombre entier de 0 à 1200'],
  ],
  ['loan-schedule', { anualRate: '0.04' }, ['anualRate: champ inconnu : vouliez-vous « annualRate » ?']],
  [
    'loan-schedule',
    { amount: undefined, annualRate: undefined },
    [
      'amount: champ manquant : écrivez un montant, par exemple "1000.00"',
      'annualRate: champ manquant : écrivez un taux en fraction, par exemple "0.0385"',
    ],
  ],
  ['irr', { flows: [] }, ['flows: liste trop courte : au moins 1 élément']],
  ['irr', { flows: '-100,60' }, ['flows: valeur inattendue : écrivez une liste entre crochets [ ]']],
  [
    'irr',
    { flows: [-100, '60,5'] },
    ['flows[0]: écrivez "-100.00" entre guillemets', `flows[1]: ${COMMA} ; écrivez "60.5"`],
  ],
  ['irr', { flows: Array(10_000).fill('1') }, ['flows: liste trop longue : au plus 5000 éléments']],
  ['irr', { periodsPerYear: 0 }, ['periodsPerYear: hors limites : écrivez un nombre entier de 1 à 366']],
  ['xirr', { flows: [] }, ['flows: liste trop courte : au moins 1 élément']],
  [
    'xirr',
    {
      flows: [
        { date: '31/12/2026', amount: '-1' },
        { date: '2026-02-30', amount: '2', currency: 'EUR' },
      ],
    },
    [
      'flows[0].date: date à écrire année-mois-jour : écrivez "2026-12-31"',
      'flows[1].date: le 30/02/2026 n’existe pas : écrivez une date du calendrier',
      'flows[1].currency: champ inconnu : retirez-le (champs connus : date, amount)',
    ],
  ],
  ['npv', { annualRate: '-1' }, ['annualRate: trop petit : écrivez un nombre supérieur à -1']],
  [
    'npv',
    { annualRate: 'Infinity' },
    ['annualRate: ce n’est pas un nombre fini ; écrivez un nombre comme "0.05"'],
  ],
  ['corporate-tax', { months: 0 }, ['months: hors limites : écrivez un nombre entier de 1 à 24']],
  ['corporate-tax', { reducedRate: 'oui' }, ['reducedRate: écrivez true ou false, sans guillemets']],
  [
    'acquisition-cost',
    { department: '42000', date: '2020-12-31' },
    [
      'department: code de département refusé : écrivez "42"',
      'date: date hors limites : écrivez une date du 2021-01-01 au 2099-12-31',
    ],
  ],
  [
    'acquisition-cost',
    { newBuilding: true, commitmentToBuild: true },
    [
      'commitmentToBuild: un immeuble neuf s’achète sans engagement de construire : écrivez true pour l’un des deux seulement',
    ],
  ],
  [
    'profit-allocation',
    { form: 'Scop' },
    ['form: valeur inconnue : vouliez-vous "SCOP" ? ("SCOP", "SCIC", "SAS-ESS", "SAS" ou "association")'],
  ],
  [
    'profit-allocation',
    { shareInterestRateCap: undefined },
    [
      'shareInterestRateCap: champ manquant : le taux d’intérêt aux parts d’une SCIC est plafonné (loi 47-1775 art. 14) ; ' +
        'écrivez ce plafond, par exemple "0.048" pour une assemblée de 2025',
    ],
  ],
  [
    'profit-allocation',
    { shareInterestRateCap: '4.8' },
    [`shareInterestRateCap: ${RATE_TOO_GREAT} ; vouliez-vous 0.048 ?`],
  ],
  [
    'profit-allocation',
    { reserveAllocation: '50000.00' },
    ['reserveAllocation: dotation inférieure au minimum légal : écrivez au moins "57500.00"'],
  ],
  [
    'profit-allocation',
    { labourAllocation: '10000.00' },
    ['labourAllocation: la part travail est propre aux SCOP : retirez ce champ'],
  ],
  [
    'profit-allocation',
    { form: 'SCOP', labourAllocation: '10000.00' },
    [
      'labourAllocation: part travail inférieure au quart du bénéfice (loi 78-763 art. 33 3°) : écrivez au moins "25000.00"',
    ],
  ],
  [
    'profit-allocation',
    { form: 'SCOP', reserveAllocation: '60000.00', labourAllocation: '60000.00' },
    [
      'reserveAllocation: les dotations dépassent le bénéfice à affecter : "100000.00" après pertes antérieures',
    ],
  ],
  [
    'guarantee-limits',
    { coverage: '50', loan: { amount: '1000.00', annualRate: '3.8', years: 20.5 } },
    [
      `loan.annualRate: ${RATE_TOO_GREAT} ; vouliez-vous 0.038 ?`,
      'loan.years: hors limites : écrivez un nombre entier de 1 à 100',
      'coverage: trop grand : une part est une fraction, au plus 1 ; vouliez-vous 0.5 ?',
    ],
  ],
  [
    'debt-sizing',
    { limits: {} },
    ['limits: aucune limite : écrivez au moins une de ltv, ltc, dscr, debtYield'],
  ],
  [
    'debt-sizing',
    { limits: { ltc: '0.8' } },
    ['cost: champ manquant : limits.ltc porte sur le coût de revient ; écrivez-le, par exemple "1000000.00"'],
  ],
  [
    'debt-sizing',
    { limits: { debtYield: '0' } },
    ['limits.debtYield: trop petit : écrivez un nombre supérieur à 0'],
  ],
  [
    'debt-sizing',
    { annualRate: '0' },
    ['limits.dscr: un prêt in fine sans intérêt n’a pas d’annuité à couvrir : retirez cette limite'],
  ],
  [
    'debt-sizing',
    { repayment: 'sculpted', years: 7 },
    ['netOperatingIncome: liste trop courte : une dette calée sur les loyers demande 7 montants, un par an'],
  ],
  [
    'debt-sizing',
    { repayment: 'sculpted', years: 2, netOperatingIncome: ['10.00', '-1.00', '-1.00'] },
    ['netOperatingIncome[1]: trop petit : une dette calée sur les loyers demande un montant d’au moins 0'],
  ],
  [
    'grant-equivalent',
    { kind: 'subvention' },
    ['kind: écrivez "soft-loan", "guarantee", "land-discount" ou "reduced-rent"'],
  ],
  [
    'grant-equivalent',
    { kind: 'land-discount' },
    [
      'marketValue: champ manquant : écrivez un montant, par exemple "1000.00"',
      'price: champ manquant : écrivez un montant, par exemple "1000.00"',
      'amount: champ inconnu : retirez-le (champs connus : kind, marketValue, price)',
      'annualRate: champ inconnu : retirez-le (champs connus : kind, marketValue, price)',
      'years: champ inconnu : retirez-le (champs connus : kind, marketValue, price)',
      'referenceRate: champ inconnu : retirez-le (champs connus : kind, marketValue, price)',
      'discountRate: champ inconnu : retirez-le (champs connus : kind, marketValue, price)',
    ],
  ],
  [
    'esus-criteria',
    { charges: { socialUtility: ['660000.00'], operating: ['500000.00', '500000.00', '500000.00'] } },
    [
      'charges.socialUtility: exercices différents : autant de montants que dans l’autre liste ; écrivez-en 3',
    ],
  ],
  [
    'esus-criteria',
    { charges: { socialUtility: ['660000.00', '0.00'], operating: ['500000.00', '0.00'] } },
    [
      'charges.operating: liste trop courte : une entreprise de quatre ans ou plus a clos trois exercices ; écrivez trois montants par liste',
      'charges.socialUtility: trop grand : ces charges sont une part des charges d’exploitation, elles ne les dépassent pas',
    ],
  ],
  [
    'esus-criteria',
    { ageYears: 1, financing: { pay: ['10.00'], funds: ['-50.00'], tmo: '2.8' } },
    [`financing.tmo: ${RATE_TOO_GREAT} ; vouliez-vous 0.028 ?`],
  ],
  [
    'esus-criteria',
    { ageYears: 1, charges: undefined, financing: { pay: ['10.00'], funds: ['-50.00'], tmo: '0.028' } },
    ['financing.funds: trop petit : le total des exercices doit dépasser 0'],
  ],
  [
    'esus-criteria',
    { date: '01/06/2026', salaries: ['1', '1', '1', '1', '1', '1'], charges: { operating: [] } },
    [
      'date: date à écrire année-mois-jour : écrivez "2026-06-01"',
      'charges.socialUtility: champ manquant : écrivez une liste entre crochets [ ]',
      'charges.operating: liste trop courte : au moins 1 élément',
      'salaries: liste trop longue : au plus 5 éléments',
    ],
  ],
];

describe('bad input is told, field by field, with what to write instead', () => {
  test.each(GALLERY)('%s %j', (id, changes, expected) => {
    expect(changed(id, changes)).toEqual(expected);
  });

  const NOT_A_REQUEST = [
    null,
    1,
    'x',
    true,
    [],
    [[]],
    {},
    { flows: null },
    { flows: [null] },
    { flows: { length: 3 } },
  ];
  test.each(TOOLS)('$id refuses what is no request, and never throws', ({ answer }) => {
    for (const json of NOT_A_REQUEST) {
      const reading = answer(json);
      expect(reading.ok).toBe(false);
      if (!reading.ok) expect(reading.problems.length).toBeGreaterThan(0);
    }
  });

  test.each(TOOLS)('$id refuses keys that reach the prototype of an object', ({ id, answer, example }) => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const json = JSON.stringify(example).replace('{', `{"${key}":{"polluted":true},`);
      expect(answer(JSON.parse(json)), id).toEqual({
        ok: false,
        problems: [{ path: key, message: `clé interdite : retirez « ${key} »` }],
      });
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each(TOOLS)('$id tells a missing field for each field left out', ({ answer, example }) => {
    for (const key of Object.keys(example)) {
      const { [key]: _, ...rest } = example as Record<string, unknown>;
      const reading = answer(rest);
      // Optional fields may be left out; then there is an answer.
      if (!reading.ok) expect(reading.problems.map(({ path }) => path)).toContain(key);
    }
  });
});
