import { expect, test } from 'vitest';
import {
  and,
  CALENDAR_MONTH,
  choose,
  constant,
  definedOr,
  dividedBy,
  integerPart,
  isAtLeast,
  isAtMost,
  isDifferent,
  isEqual,
  isLess,
  isMore,
  MONTH,
  MONTHS_IN_YEAR,
  max,
  min,
  minus,
  NO_MONEY,
  ONE_RATIO,
  or,
  over,
  plus,
  power,
  roundedToCents,
  times,
  YEAR,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { type Explanation, explain } from '../../src/formula/explanation.ts';
import type { Formula, Origin } from '../../src/formula/operations.ts';
import { createTimeline, type Rhythm } from '../../src/formula/timeline.ts';

const HYPOTHESIS: Origin = { kind: 'hypothesis', text: 'étude de marché' };
const calculation = new Calculation(createTimeline('2026-10-15', 27));
const c = calculation;

const debt = c.assumption('debt', 'Dette', 'money', '2731402.18', {
  kind: 'fact',
  text: 'accord de la banque',
});
const rent = c.assumption('rent', 'Loyer', 'money', '1000', HYPOTHESIS);
const charges = c.assumption('charges', 'Charges', 'money', '300.50', HYPOTHESIS);
const loss = c.assumption('loss', 'Résultat', 'money', '-200', HYPOTHESIS);
const nothing = c.assumption('nothing', 'Aide', 'money', '0', HYPOTHESIS);
const rate = c.assumption('rate', 'Taux annuel', 'ratio', '0.0385', HYPOTHESIS);
const share = c.assumption('share', 'Quotité', 'ratio', '0.5', { kind: 'law', text: 'CGCT, art. L. 2252-1' });
const coverLimit = c.assumption('limit', 'Couverture minimale', 'ratio', '1.2', HYPOTHESIS);
const opening = c.assumption('opening', 'Mise en service', 'months', '14', HYPOTHESIS);
const area = c.assumption('area', 'Surface', 'area', '1500', HYPOTHESIS);
const unitRent = c.assumption('unit', 'Loyer (€/m²/an)', 'money/area/years', '90', HYPOTHESIS);
const twelve = constant(12, 'ratio');
const missing = dividedBy(rent, nothing);
const cover = c.once('cover', 'Couverture', dividedBy(rent, charges));
const undefinedLine = c.once('none', 'Rendement', missing);

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

let made = 0;
/** Adds a line « X » with this formula; all are added before the one reading that the tests share. */
function add(formula: Formula, rhythm: Rhythm = 'once'): string {
  const id = `x${made++}`;
  if (rhythm === 'once') c.once(id, 'X', formula as Formula<'money', 'once'>);
  else if (rhythm === 'monthly') c.monthly(id, 'X', formula as Formula<'money', 'monthly'>);
  else c.yearly(id, 'X', formula as Formula<'money', 'yearly'>);
  return id;
}

const SENTENCES: readonly (readonly [string, Formula, string])[] = [
  ['constant', constant('500', 'money'), 'X = 500,00 €'],
  ['assumption', rent, 'X = Loyer = 1 000,00 €'],
  ['line', cover, 'X = Couverture = 3,328'],
  ['plus', plus(rent, charges, loss), 'X = 1 000,00 € + 300,50 € + (−200,00 €) = 1 100,50 €'],
  [
    'plus, zeros skipped',
    plus(rent, nothing, charges, nothing),
    'X = 1 000,00 € + 300,50 € (2 autres termes nuls) = 1 300,50 €',
  ],
  ['plus, one term', plus(rent, nothing), 'X = Loyer (1 autre terme nul) = 1 000,00 €'],
  [
    'plus, one term that is a choice',
    plus(choose(isMore(rent, charges), rent, nothing), nothing),
    'X = (1 000,00 €, car Loyer (1 000,00 €) > Charges (300,50 €)) (1 autre terme nul) = 1 000,00 €',
  ],
  [
    'plus, one term that is an extreme',
    plus(nothing, min(rent, charges)),
    'X = le plus petit de 1 000,00 € et 300,50 € (ici : Charges) (1 autre terme nul) = 300,50 €',
  ],
  ['plus, no term', plus(nothing, nothing), 'X = 0,00 € (2 termes nuls) = 0,00 €'],
  [
    'sums of sums are one sum',
    plus(plus(rent, charges), plus(rent, debt)),
    'X = 1 000,00 € + 300,50 € + 1 000,00 € + 2 731 402,18 € = 2 733 702,68 €',
  ],
  ['minus', minus(rent, charges), 'X = 1 000,00 € − 300,50 € = 699,50 €'],
  ['minus zero', minus(rent, nothing), 'X = 1 000,00 € − 0,00 € = 1 000,00 €'],
  ['minus a sum', minus(rent, plus(charges, loss)), 'X = 1 000,00 € − (300,50 € + (−200,00 €)) = 899,50 €'],
  [
    'plus and minus in a row',
    minus(minus(plus(nothing, rent), charges), nothing),
    'X = 1 000,00 € − 300,50 € (2 autres termes nuls) = 699,50 €',
  ],
  [
    'only what is taken away counts',
    minus(minus(nothing, charges), nothing),
    'X = −300,50 € (2 autres termes nuls) = −300,50 €',
  ],
  ['times', times(rent, rate), 'X = 1 000,00 € × 3,85 % = 38,50 €'],
  ['times a sum', times(plus(rent, charges), rate), 'X = (1 000,00 € + 300,50 €) × 3,85 % = 50,07 €'],
  [
    'times of a negative number',
    plus(rent, times(loss, rate)),
    'X = 1 000,00 € + (−200,00 € × 3,85 %) = 992,30 €',
  ],
  [
    'times of units, one year being left out',
    times(times(unitRent, area), constant(1, 'years')),
    'X = 90,00 €/m²/an × 1 500 m² = 135 000,00 €',
  ],
  ['dividedBy', dividedBy(rent, charges), 'X = 1 000,00 € / 300,50 € = 3,328'],
  ['dividedBy a product', over(rent, times(rate, twelve)), 'X = 1 000,00 € / (3,85 % × 12) = 2 164,50 €'],
  ['dividedBy zero', missing, 'X = 1 000,00 € / 0,00 € = non défini : le diviseur est nul'],
  [
    'an undefined operand',
    times(undefinedLine, rate),
    'X = non défini × 3,85 % = non défini : Rendement n’est pas calculable',
  ],
  ['over', over(rent, twelve), 'X = 1 000,00 € / 12 = 83,33 €'],
  ['power', power(plus(ONE_RATIO, rate), constant(3, 'count')), 'X = (1 + 3,85 %) puissance 3 = 1,12'],
  [
    'min',
    min(rent, charges, debt),
    'X = le plus petit de 1 000,00 €, 300,50 € et 2 731 402,18 € (ici : Charges) = 300,50 €',
  ],
  [
    'max with a constant',
    max(NO_MONEY, minus(charges, rent)),
    'X = le plus grand de 0 € et 300,50 € − 1 000,00 € (ici : 0 €) = 0,00 €',
  ],
  ['max, a tie', max(NO_MONEY, nothing), 'X = le plus grand de 0 € et 0,00 € (à égalité) = 0,00 €'],
  [
    'min of ratios, covers as multiples',
    min(cover, share),
    'X = le plus petit de 3,327787 et 0,50 (ici : Quotité) = 50,00 %',
  ],
  [
    'min, one undefined',
    min(undefinedLine, share),
    'X = le plus petit de non défini et 50,00 % (ici : Quotité) = 50,00 %',
  ],
  [
    'max, an operand without a name',
    max(NO_MONEY, minus(rent, charges)),
    'X = le plus grand de 0 € et 1 000,00 € − 300,50 € (ici : le 2e, 699,50 €) = 699,50 €',
  ],
  [
    'min in a max',
    max(NO_MONEY, min(rent, charges)),
    'X = le plus grand de 0 € et (le plus petit de 1 000,00 € et 300,50 €) (ici : le 2e, 300,50 €) = 300,50 €',
  ],
  [
    'min, all undefined',
    min(undefinedLine, missing),
    'X = le plus petit de non défini et 1 000,00 € / 0,00 € = non défini : Rendement n’est pas calculable',
  ],
  [
    'roundedToCents',
    roundedToCents(times(debt, over(rate, twelve))),
    'X = 2 731 402,18 € × 3,85 % / 12, arrondi au centime = 8 763,25 €',
  ],
  [
    'roundedToCents inside',
    plus(rent, roundedToCents(over(charges, twelve))),
    'X = 1 000,00 € + (300,50 € / 12, arrondi au centime) = 1 025,04 €',
  ],
  [
    'integerPart',
    integerPart(over(opening, constant(12, 'months'))),
    'X = partie entière de (14 mois / 12 mois) = 1,00',
  ],
  [
    'choose',
    choose(isMore(rent, charges), times(rent, rate), nothing),
    'X = 1 000,00 € × 3,85 % = 38,50 €, car Loyer (1 000,00 €) > Charges (300,50 €)',
  ],
  [
    'choose, otherwise',
    choose(isMore(charges, times(rent, rate)), nothing, constant(5, 'money')),
    'X = Aide = 0,00 €, car Charges (300,50 €) > Loyer × Taux annuel (38,50 €)',
  ],
  [
    'choose, condition false',
    choose(isAtLeast(charges, rent), rent, NO_MONEY),
    'X = 0,00 €, car Charges (300,50 €) < Loyer (1 000,00 €)',
  ],
  [
    'choose, the branch not taken is not read',
    choose(isEqual(nothing, NO_MONEY), rent, times(rent, over(rent, nothing))),
    'X = Loyer = 1 000,00 €, car Aide (0,00 €) = 0 €',
  ],
  [
    'choose in a choose',
    choose(isMore(rent, charges), choose(isAtMost(rent, charges), NO_MONEY, debt), nothing),
    'X = Dette = 2 731 402,18 €, car Loyer (1 000,00 €) > Charges (300,50 €) et Loyer (1 000,00 €) > Charges (300,50 €)',
  ],
  [
    'choose inside a product',
    times(choose(isDifferent(rent, charges), rent, nothing), rate),
    'X = (1 000,00 €, car Loyer (1 000,00 €) ≠ Charges (300,50 €)) × 3,85 % = 38,50 €',
  ],
  [
    'choose, rounded',
    roundedToCents(choose(isMore(rent, charges), over(rent, twelve), nothing)),
    'X = 1 000,00 € / 12, arrondi au centime = 83,33 €, car Loyer (1 000,00 €) > Charges (300,50 €)',
  ],
  [
    'choose, condition undefined',
    choose(isMore(undefinedLine, share), rent, nothing),
    'X = non défini : la condition n’est pas calculable (Rendement n’est pas calculable)',
  ],
  [
    'covers are compared as multiples',
    choose(isLess(cover, coverLimit), rent, nothing),
    'X = Aide = 0,00 €, car Couverture (3,328) ≥ Couverture minimale (1,20)',
  ],
  [
    'shares are compared as percentages, with a constant too',
    choose(isAtMost(share, constant('0.8', 'ratio')), rent, nothing),
    'X = Loyer = 1 000,00 €, car Quotité (50,00 %) ≤ 80,00 %',
  ],
  ['compare', isMore(rent, charges), 'X = oui, car Loyer (1 000,00 €) > Charges (300,50 €)'],
  ['compare, false', isLess(rent, charges), 'X = non, car Loyer (1 000,00 €) ≥ Charges (300,50 €)'],
  [
    'and',
    and(isMore(rent, charges), isMore(debt, rent)),
    'X = oui, car Loyer (1 000,00 €) > Charges (300,50 €) et Dette (2 731 402,18 €) > Loyer (1 000,00 €)',
  ],
  [
    'and, the second fails',
    and(isMore(rent, charges), isMore(rent, debt)),
    'X = non, car Loyer (1 000,00 €) ≤ Dette (2 731 402,18 €)',
  ],
  [
    'or, the first holds',
    or(isMore(rent, charges), isMore(rent, debt)),
    'X = oui, car Loyer (1 000,00 €) > Charges (300,50 €)',
  ],
  [
    'or, none holds',
    or(isLess(rent, charges), isMore(rent, debt)),
    'X = non, car Loyer (1 000,00 €) ≥ Charges (300,50 €) et Loyer (1 000,00 €) ≤ Dette (2 731 402,18 €)',
  ],
  ['definedOr, defined', definedOr(cover, ONE_RATIO), 'X = Couverture = 3,328'],
  [
    'definedOr, undefined',
    definedOr(undefinedLine, ONE_RATIO),
    'X = 100,00 %, car Rendement n’est pas calculable',
  ],
];

const SENTENCE_IDS = SENTENCES.map(([name, formula, sentence]) => [name, add(formula), sentence] as const);

test.each(SENTENCE_IDS)('%s', (_, id, sentence) => {
  const explanation = explained(id);
  expect(plain(explanation.sentence)).toBe(sentence);
  expect(explanation.sentence).toContain(` = ${explanation.written}`);
});

const MOMENTS: readonly (readonly [Formula, 'monthly' | 'yearly', number, string])[] = [
  [isLess(MONTH, opening), 'monthly', 12, 'le mois 12 est avant Mise en service (mois 14)'],
  [isLess(MONTH, opening), 'monthly', 14, 'le mois 14 n’est pas avant Mise en service (mois 14)'],
  [isAtMost(opening, MONTH), 'monthly', 15, 'le mois 15 n’est pas avant Mise en service (mois 14)'],
  [isMore(MONTH, opening), 'monthly', 15, 'le mois 15 est après Mise en service (mois 14)'],
  [isEqual(MONTH, opening), 'monthly', 14, 'le mois 14 est celui de Mise en service (mois 14)'],
  [isEqual(MONTH, opening), 'monthly', 13, 'le mois 13 n’est pas celui de Mise en service (mois 14)'],
  [isEqual(MONTH, constant(0, 'months')), 'monthly', 0, 'c’est le mois 0'],
  [
    isLess(MONTH, plus(opening, constant(6, 'months'))),
    'monthly',
    2,
    'le mois 2 est avant Mise en service + 6 mois (mois 20)',
  ],
  [isEqual(CALENDAR_MONTH, constant(5, 'count')), 'monthly', 7, 'le mois civil est mai'],
  [isEqual(CALENDAR_MONTH, constant(5, 'count')), 'monthly', 5, 'le mois civil (mars) n’est pas mai'],
  [isAtLeast(YEAR, constant(2, 'count')), 'yearly', 1, 'l’exercice 2027 (rang 1) est avant le rang 2'],
  [isLess(MONTHS_IN_YEAR, constant(12, 'months')), 'yearly', 0, 'mois de l’exercice (3 mois) < 12 mois'],
];

const MOMENT_IDS = MOMENTS.map(([condition, rhythm, period, reason]) => {
  const choice = choose(condition as Formula<'truth', 'once'>, rent, rent);
  return [reason, add(choice, rhythm), period] as const;
});

test.each(MOMENT_IDS)('moments are compared in words: %s', (reason, id, period) => {
  expect(plain(explained(id, period).sentence).split(', car ')[1]).toBe(reason);
});

const ROUNDED = add(
  choose(
    isMore(debt, rent),
    roundedToCents(times(minus(debt, times(debt, share)), over(rate, twelve))),
    nothing,
  ),
);
const MANY_TERMS = add(
  plus(
    nothing,
    ...Array.from({ length: 10 }, (_, index) =>
      c.assumption(`item${index}`, `Poste ${index + 1}`, 'money', (index + 1) * 100, HYPOTHESIS),
    ),
  ),
);
const QUOTED = add(times(unitRent, area));

const figures = readExactly(c);
function explained(id: string, period = 0): Explanation {
  return explain(c, figures, { id, period });
}

test('one level deep: formula in words and in numbers, operands, each once, constants left out', () => {
  const explanation = explained(ROUNDED);
  expect(plain(explanation.formula)).toBe(
    '(Dette − Dette × Quotité) × Taux annuel / 12, arrondi au centime, car Dette (2 731 402,18 €) > Loyer (1 000,00 €)',
  );
  expect(plain(explanation.formulaNumbers)).toBe(
    '(2 731 402,18 € − 2 731 402,18 € × 50,00 %) × 3,85 % / 12, arrondi au centime, car Dette (2 731 402,18 €) > Loyer (1 000,00 €)',
  );
  expect(explanation.operands.map(({ figure }) => figure)).toEqual(['debt', 'rent', 'share', 'rate']);
  expect(explanation.otherOperands).toBe(0);
  expect(explanation.operands[0]).toEqual({
    figure: 'debt',
    period: '',
    label: 'Dette',
    value: '2731402.18',
    unit: 'money',
    written: '2\u202f731\u202f402,18\u00a0€',
  });
  expect(explanation.value).toBe('4381.62');
  expect(explanation.source).toBeUndefined();
});

test('of many terms, the eight largest are told', () => {
  const explanation = explained(MANY_TERMS);
  expect(plain(explanation.sentence)).toBe(
    'X = 300,00 € + 400,00 € + 500,00 € + 600,00 € + 700,00 € + 800,00 € + 900,00 € + 1 000,00 € + 300,00 € (2 autres termes) (1 autre terme nul) = 5 500,00 €',
  );
  expect(explanation.formula).toBe(
    'Poste 3 + Poste 4 + Poste 5 + Poste 6 + Poste 7 + Poste 8 + Poste 9 + Poste 10 + 3 autres termes',
  );
  expect(explanation.operands).toHaveLength(8);
  expect(explanation.otherOperands).toBe(3);
});

test('labels that hold signs are quoted', () => {
  expect(plain(explained(QUOTED).formula)).toBe('« Loyer (€/m²/an) » × Surface');
});

test('an assumption says its value and its origin', () => {
  const shocked = readExactly(c, new Map([['rate', new Decimal('0.05')]]));
  const of = (id: string) => explain(c, shocked, { id, period: 0 });
  expect(plain(of('share').sentence)).toBe('Quotité = 50,00 % (loi : CGCT, art. L. 2252-1)');
  expect(plain(of('debt').source ?? '')).toBe('fait : accord de la banque');
  expect(of('rent').operands).toEqual([]);
  expect(plain(of('rate').sentence)).toBe(
    'Taux annuel = 5,00 % (au lieu de 3,85 % ; hypothèse : étude de marché)',
  );
});

test('a line says its source; what a search found is said to be computed', () => {
  const other = new Calculation(createTimeline('2026-01-01', 12));
  const solved = other.assumption('loan', 'Emprunt', 'money', '150000', {
    kind: 'solved',
    text: 'couverture de 1,20',
  });
  other.once('tax', 'Impôt', solved, { origin: { kind: 'law', text: 'CGI, art. 219' } });
  const of = (id: string) => explain(other, readExactly(other), { id, period: 0 });
  expect(plain(of('tax').source ?? '')).toBe('loi : CGI, art. 219');
  expect(plain(of('loan').sentence)).toBe(
    'Emprunt = 150 000,00 € (montant calculé par Levier : couverture de 1,20)',
  );
});

test('what does not exist is refused', () => {
  expect(() => explain(c, figures, { id: 'unknown', period: 0 })).toThrow('no line unknown');
  expect(() => explain(c, figures, { id: 'cover', period: 1 })).toThrow('line cover has no period 1');
});
