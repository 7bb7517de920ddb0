import { expect, test } from 'vitest';
import {
  at,
  CALENDAR_MONTH,
  choose,
  constant,
  dividedBy,
  endOfYear,
  inYearOf,
  isLess,
  largest,
  MONTH,
  MONTHS_IN_YEAR,
  minus,
  NO_MONEY,
  next,
  over,
  plus,
  postedIn,
  previous,
  smallest,
  sumOfYear,
  sumOver,
  times,
  total,
  YEAR,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { explain, periodOf, periodText } from '../../src/formula/explanation.ts';
import type { Line, Origin } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';

// From October 2026 to December 2028: months 0 to 26, fiscal years 2026 (3 months), 2027, 2028.
const FACT: Origin = { kind: 'fact', text: 'bail' };
const timeline = createTimeline('2026-10-15', 27);
const c = new Calculation(timeline);
const opening = c.assumption('opening', 'Mise en service', 'months', '14', FACT);
const far = c.assumption('far', 'Sortie', 'months', '60', FACT);
const rank = times(over(MONTH, constant(1, 'months')), constant(100, 'money'));
const flow = c.monthly('flow', 'Loyer', choose(isLess(MONTH, opening), NO_MONEY, rank));
const level = c.monthly('level', 'Charges', constant(50, 'money'));
const yearly = c.yearly('yearly', 'Impôt', times(constant(1000, 'money'), over(YEAR, constant(1, 'count'))));
const cover = c.yearly('cover', 'Couverture', dividedBy(sumOfYear(flow), yearly));
const nowhere = c.yearly('nowhere', 'Rendement', dividedBy(yearly, times(yearly, constant(0, 'ratio'))));

c.once('lowest-flow', 'X', smallest(c.monthly('rising', 'Loyer', rank)));

const CASES: readonly (readonly [string, Line, number, string])[] = [
  ['same period', c.monthly('a1', 'X', level), 3, 'X de janvier 2027 = Charges = 50,00 €'],
  [
    'previous month',
    c.monthly('a2', 'X', previous(flow)),
    20,
    'X de juin 2028 = Loyer (mois précédent, mai 2028) = 1 900,00 €',
  ],
  [
    'previous month, in a formula',
    c.monthly('a3', 'X', minus(previous(flow), level)),
    20,
    'X de juin 2028 = 1 900,00 € − 50,00 € = 1 850,00 €',
  ],
  [
    'months earlier',
    c.monthly('a4', 'X', previous(flow, 3)),
    20,
    'X de juin 2028 = Loyer (3 mois plus tôt, mars 2028) = 1 700,00 €',
  ],
  [
    'before the timeline',
    c.monthly('a5', 'X', previous(flow)),
    0,
    'X d’octobre 2026 = 0 (hors de la période d’étude) = 0,00 €',
  ],
  [
    'next year',
    c.yearly('a6', 'X', next(yearly)),
    1,
    'X de l’exercice 2027 = Impôt (exercice suivant, 2028) = 2 000,00 €',
  ],
  [
    'years later, after the timeline',
    c.yearly('a7', 'X', plus(yearly, next(yearly, 2))),
    1,
    'X de l’exercice 2027 = Impôt (1 autre terme nul) = 1 000,00 €',
  ],
  [
    'in the year of',
    c.monthly('a8', 'X', inYearOf(yearly)),
    26,
    'X de décembre 2028 = Impôt (exercice 2028) = 2 000,00 €',
  ],
  [
    'in another year',
    c.monthly('a9', 'X', inYearOf(yearly, -1)),
    26,
    'X de décembre 2028 = Impôt (exercice 2027) = 1 000,00 €',
  ],
  [
    'posted in its month',
    c.monthly('a10', 'X', postedIn(yearly, 5, -1)),
    19,
    'X de mai 2028 = Impôt (exercice 2027, écriture de mai) = 1 000,00 €',
  ],
  [
    'posted in another month',
    c.monthly('a11', 'X', postedIn(yearly, 4, -1)),
    19,
    'X de mai 2028 = 0 (écriture d’avril seulement) = 0,00 €',
  ],
  [
    'end of year',
    c.yearly('a12', 'X', endOfYear(flow)),
    2,
    'X de l’exercice 2028 = Loyer (fin d’exercice, décembre 2028) = 2 600,00 €',
  ],
  [
    'at a month given',
    c.once('a13', 'X', at(flow, opening)),
    0,
    'X = Loyer (Mise en service : mois 14, décembre 2027) = 1 400,00 €',
  ],
  [
    'at a month computed',
    c.once('a14', 'X', at(flow, plus(opening, constant(6, 'months')))),
    0,
    'X = Loyer (Mise en service + 6 mois : mois 20, juin 2028) = 2 000,00 €',
  ],
  [
    'at a constant month',
    c.once('a15', 'X', at(level, constant(0, 'months'))),
    0,
    'X = Charges (mois 0, octobre 2026) = 50,00 €',
  ],
  ['at a month outside', c.once('a16', 'X', at(flow, far)), 0, 'X = 0 (hors de la période d’étude) = 0,00 €'],
  [
    'sum of the year, all alike',
    c.yearly('b1', 'X', sumOfYear(level)),
    1,
    'X de l’exercice 2027 = somme de 12 mois à 50,00 € = 600,00 €',
  ],
  [
    'sum of the year, the largest',
    c.yearly('b2', 'X', sumOfYear(flow)),
    2,
    'X de l’exercice 2028 = somme de 12 mois (dont octobre 2028 : 2 400,00 € ; novembre 2028 : 2 500,00 € ; décembre 2028 : 2 600,00 € ; les 9 autres : 17 100,00 €) = 24 600,00 €',
  ],
  [
    'sum of the year, one counts',
    c.yearly('b3', 'X', sumOfYear(flow)),
    1,
    'X de l’exercice 2027 = décembre 2027 : 1 400,00 €, seul mois non nul sur 12 = 1 400,00 €',
  ],
  [
    'sum of zeros',
    c.yearly('b4', 'X', sumOfYear(flow)),
    0,
    'X de l’exercice 2026 = somme de 3 mois nuls = 0,00 €',
  ],
  [
    'sum of another year, outside',
    c.yearly('b5', 'X', sumOfYear(flow, -1)),
    0,
    'X de l’exercice 2026 = 0 (hors de la période d’étude) = 0,00 €',
  ],
  [
    'sum inside a formula',
    c.yearly('b6', 'X', minus(sumOfYear(flow), sumOfYear(level))),
    2,
    'X de l’exercice 2028 = 24 600,00 € (somme de 12 mois) − 600,00 € (somme de 12 mois) = 24 000,00 €',
  ],
  [
    'window',
    c.monthly('b7', 'X', sumOver(flow, -2, 1)),
    15,
    'X de janvier 2028 = somme de 4 mois (décembre 2027 : 1 400,00 € ; janvier 2028 : 1 500,00 € ; février 2028 : 1 600,00 € ; 1 nul) = 4 500,00 €',
  ],
  [
    'window cut by the end',
    c.yearly('b8', 'X', sumOver(yearly, 0, 5)),
    1,
    'X de l’exercice 2027 = somme de 2 exercices (exercice 2027 : 1 000,00 € ; exercice 2028 : 2 000,00 €) = 3 000,00 €',
  ],
  [
    'total',
    c.once('b9', 'X', total(yearly)),
    0,
    'X = somme de 3 exercices (exercice 2027 : 1 000,00 € ; exercice 2028 : 2 000,00 € ; 1 nul) = 3 000,00 €',
  ],
  [
    'total of a line that is not always defined',
    c.once('b10', 'X', total(cover)),
    0,
    'X = somme de 3 exercices (exercice 2026 : non défini ; exercice 2027 : 1,40 ; exercice 2028 : 12,30) = non défini : Couverture (exercice 2026) n’est pas calculable',
  ],
  [
    'smallest',
    c.once('b11', 'X', smallest(cover)),
    0,
    'X = plus petite valeur de 3 exercices, dont 1 non défini (exercice 2027 : 1,40) = 1,40',
  ],
  [
    'largest',
    c.once('b12', 'X', largest(flow)),
    0,
    'X = plus grande valeur de 27 mois (décembre 2028 : 2 600,00 €) = 2 600,00 €',
  ],
  [
    'largest inside a formula',
    c.once('b13', 'X', minus(largest(flow), smallest(level))),
    0,
    'X = 2 600,00 € (plus grande valeur de 27 mois) − 50,00 € (plus petite valeur de 27 mois) = 2 550,00 €',
  ],
  [
    'smallest of nothing',
    c.once('b14', 'X', smallest(nowhere)),
    0,
    'X = non défini : aucune valeur de Rendement n’est calculable sur toute la période d’étude',
  ],
  [
    'a label that ends with the year',
    c.yearly('b15', 'Impôt de l’exercice', yearly),
    2,
    'Impôt de l’exercice 2028 = Impôt = 2 000,00 €',
  ],
  [
    'a label with signs',
    c.yearly('b16', 'Impôt, au plus', yearly),
    2,
    'Impôt, au plus (exercice 2028) = Impôt = 2 000,00 €',
  ],
  [
    'one span alone counts',
    c.yearly('b17', 'X', plus(sumOfYear(flow, -1), sumOfYear(level))),
    0,
    'X de l’exercice 2026 = somme de 3 mois à 50,00 € (1 autre terme nul) = 150,00 €',
  ],
  ['number of the month', c.monthly('c1', 'X', MONTH), 5, 'X de mars 2027 = numéro du mois = 5 mois'],
  [
    'calendar month',
    c.monthly('c2', 'X', times(CALENDAR_MONTH, constant(2, 'ratio'))),
    5,
    'X de mars 2027 = 3 × 2 = 6',
  ],
  ['rank of the year', c.yearly('c3', 'X', YEAR), 1, 'X de l’exercice 2027 = rang de l’exercice = 1'],
  [
    'months in the year',
    c.yearly('c4', 'X', over(MONTHS_IN_YEAR, constant(12, 'months'))),
    0,
    'X de l’exercice 2026 = 3 mois / 12 mois = 25,00 %',
  ],
];

const figures = readExactly(c);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const explained = (id: string, period = 0) => explain(c, figures, { id, period });

test.each(CASES)('%s', (_, line, period, sentence) => {
  expect(plain(explained(line.id, period).sentence)).toBe(sentence);
});

test('the formula in words says which periods are read', () => {
  const words = (id: string, period: number) => plain(explained(id, period).formula);
  expect(words('a3', 20)).toBe('Loyer (mois précédent, mai 2028) − Charges');
  expect(words('a5', 0)).toBe('Loyer (mois précédent, hors de la période d’étude)');
  expect(words('a11', 19)).toBe('Impôt (écriture d’avril seulement)');
  expect(words('a16', 0)).toBe('Loyer (Sortie : mois 60, hors de la période d’étude)');
  expect(words('b2', 2)).toBe('somme de Loyer sur l’exercice 2028');
  expect(words('b5', 0)).toBe('somme de Loyer sur une durée hors de la période d’étude');
  expect(words('b6', 2)).toBe(
    '(somme de Loyer sur l’exercice 2028) − (somme de Charges sur l’exercice 2028)',
  );
  expect(words('b7', 15)).toBe('somme de Loyer de novembre 2027 à février 2028');
  expect(words('b8', 1)).toBe('somme d’Impôt de l’exercice 2027 à l’exercice 2028');
  expect(words('b9', 0)).toBe('somme d’Impôt sur toute la période d’étude');
  expect(words('b11', 0)).toBe('plus petite valeur de Couverture sur toute la période d’étude');
  expect(words('c1', 5)).toBe('numéro du mois');
});

test('operands carry their own period; of a span the eight largest', () => {
  const { operands, otherOperands } = explained('b2', 2);
  expect(operands.map(({ period }) => period)).toEqual([
    '2028-05',
    '2028-06',
    '2028-07',
    '2028-08',
    '2028-09',
    '2028-10',
    '2028-11',
    '2028-12',
  ]);
  expect(otherOperands).toBe(4);
  expect(explained('a3', 20).operands.map(({ figure, period }) => `${figure} ${period}`)).toEqual([
    'flow 2028-05',
    'level 2028-06',
  ]);
  expect(explained('a5', 0).operands).toEqual([]);
});

test('the cells left out are told for what they are', () => {
  // Of the year, the four smallest; of a minimum, the largest; of a sum of one month, zeros.
  expect(explained('b2', 2).othersAre).toBe('plus petits');
  expect(explained('b3', 1)).toMatchObject({ othersAre: 'nuls', otherOperands: 11 });
  expect(explained('b3', 1).operands).toHaveLength(1);
  expect(explained('lowest-flow', 0)).toMatchObject({ othersAre: 'plus grands', otherOperands: 19 });
});

test('with several spans, each lists fewer cells', () => {
  const { operands, otherOperands } = explained('b6', 2);
  expect(operands).toHaveLength(12);
  expect(otherOperands).toBe(12);
});

test('periods as the API writes them', () => {
  expect(periodText(timeline, 'monthly', 17)).toBe('2028-03');
  expect(periodText(timeline, 'yearly', 2)).toBe('2028');
  expect(periodText(timeline, 'once', 0)).toBe('');
  expect(periodOf(timeline, 'monthly', '2028-03')).toBe(17);
  expect(periodOf(timeline, 'monthly', '2029-01')).toBeUndefined();
  expect(periodOf(timeline, 'monthly', '')).toBeUndefined();
  expect(periodOf(timeline, 'yearly', '2026')).toBe(0);
  expect(periodOf(timeline, 'yearly', '2026-10')).toBeUndefined();
  expect(periodOf(timeline, 'once', '')).toBe(0);
});
