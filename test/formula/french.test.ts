import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import {
  ratioStyle,
  withDe,
  writeDate,
  writeList,
  writeMoney,
  writeMoneyShort,
  writeMonth,
  writeMultiple,
  writeOfPeriod,
  writePeriod,
  writeRate,
  writeValue,
} from '../../src/formula/french.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import type { RatioStyle, Unit } from '../../src/formula/units.ts';

const decimal = (text: string) => new Decimal(text);
/** Typed spaces in place of the no-break ones, to read the cases; the first test checks which are used. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('thousands are parted by thin no-break spaces, symbols follow a no-break space', () => {
  expect(writeMoney(decimal('1234567.89'))).toBe('1\u202f234\u202f567,89\u00a0€');
  expect(writeRate(decimal('0.0385'))).toBe('3,85\u00a0%');
  expect(writeMoney(decimal('-12400'))).toBe('\u221212\u202f400,00\u00a0€');
});

test.each([
  ['0', '0,00 €'],
  ['-0', '0,00 €'],
  ['999.994', '999,99 €'],
  ['999.995', '1 000,00 €'],
  ['-0.005', '−0,01 €'],
  ['-0.004', '0,00 €'],
  ['123', '123,00 €'],
  ['1000', '1 000,00 €'],
  ['12345678901234567890.12', '12 345 678 901 234 567 890,12 €'],
])('money %s is written %s', (amount, expected) => {
  expect(plain(writeMoney(decimal(amount)))).toBe(expected);
});

test.each([
  ['2731402.18', '2,73 M€'],
  ['1200000', '1,2 M€'],
  ['150000', '150 k€'],
  ['12500', '12,5 k€'],
  ['-42500', '−42,5 k€'],
  ['999499', '999 k€'],
  ['999500', '1 M€'],
  ['1500000000', '1,5 Md€'],
  ['850.4', '850 €'],
  ['0', '0 €'],
  ['0.3', '0 €'],
])('money %s is %s in a headline', (amount, expected) => {
  expect(plain(writeMoneyShort(decimal(amount)))).toBe(expected);
});

test.each([
  ['0.0385', '3,85 %'],
  ['0.038125', '3,8125 %'],
  ['0.2', '20,00 %'],
  ['-0.015', '−1,50 %'],
  ['0.333333333333', '33,33 %'],
  ['0.00320833333', '0,3208 %'],
  ['12.3456789', '1 234,57 %'],
])('rate %s is written %s', (rate, expected) => {
  expect(plain(writeRate(decimal(rate)))).toBe(expected);
});

test.each([
  ['1.25', '1,25'],
  ['1.2', '1,20'],
  ['1.0404', '1,0404'],
  ['1.347222222', '1,347'],
  ['0.95', '0,95'],
  ['0.9999999999999999999999999999999999', '1,00'],
])('multiple %s is written %s', (ratio, expected) => {
  expect(plain(writeMultiple(decimal(ratio)))).toBe(expected);
});

test('inside a formula, more digits are kept', () => {
  expect(writeMultiple(decimal('1.21899441999'), 7)).toBe('1,218994');
  expect(plain(writeRate(decimal('0.333333333333'), 7))).toBe('33,33333 %');
});

const UNITS: readonly (readonly [Unit, string, string])[] = [
  ['money', '1500', '1 500,00 €'],
  ['ratio', '0.8', '80,00 %'],
  ['ratio', '1.25', '1,25'],
  ['count', '12.5', '12,5'],
  ['count', '3', '3'],
  ['area', '1000', '1 000 m²'],
  ['months', '18', '18 mois'],
  ['years', '1.5', '1,5 an'],
  ['years', '2', '2 ans'],
  ['years', '15', '15 ans'],
  ['date', '14', 'mois 14'],
  ['truth', '1', 'oui'],
  ['truth', '0', 'non'],
  ['money/area', '450', '450,00 €/m²'],
  ['money/count', '12000', '12 000,00 €/ETP'],
  ['money/years', '90000', '90 000,00 €/an'],
  ['money/months', '7500', '7 500,00 €/mois'],
  ['ratio/years', '0.0385', '3,85 %'],
  ['ratio/months', '0.003', '0,30 % par mois'],
  ['area/count', '25', '25 m²/ETP'],
  ['money/area/years', '90', '90,00 €/m²/an'],
  ['money/count/years', '8000', '8 000,00 €/ETP/an'],
];

test.each(UNITS)('a value of unit %s, %s, is written %s', (unit, value, expected) => {
  expect(plain(writeValue(decimal(value), unit))).toBe(expected);
  expect(writeValue(null, unit)).toBe('non défini');
});

const STYLES: readonly (readonly [string[], RatioStyle])[] = [
  [['0.3', '1', '-1'], 'percentage'],
  [['0.95', '1.05'], 'multiple'],
  [[], 'percentage'],
];

test.each(STYLES)('the ratios %j of one line are shown as %s', (values, style) => {
  expect(ratioStyle([null, ...values.map(decimal)])).toBe(style);
});

describe('dates and periods', () => {
  const timeline = createTimeline('2026-10-15', 27);

  test.each([
    ['2028-03-31', '31 mars 2028'],
    ['2028-04-01', '1er avril 2028'],
  ])('day %s is %s', (date, expected) => {
    expect(writeDate(date)).toBe(expected);
  });

  test('what is not a date is refused', () => {
    expect(() => writeDate('2028')).toThrow('not a date: 2028');
  });

  test('months and fiscal years', () => {
    expect(writeMonth(timeline, 0)).toBe('octobre 2026');
    expect(writeMonth(timeline, 400)).toBe('février 2060');
    expect(writePeriod(timeline, 'monthly', 17)).toBe('mars 2028');
    expect(writePeriod(timeline, 'yearly', 2)).toBe('exercice 2028');
    expect(writePeriod(timeline, 'once', 0)).toBe('');
    expect(writeOfPeriod(timeline, 'monthly', 17)).toBe('de mars 2028');
    expect(writeOfPeriod(timeline, 'monthly', 0)).toBe('d’octobre 2026');
    expect(writeOfPeriod(timeline, 'yearly', 2)).toBe('de l’exercice 2028');
    expect(writeOfPeriod(timeline, 'once', 0)).toBe('');
    expect(writeValue(decimal('17'), 'date', { timeline })).toBe('mars 2028');
  });
});

test('lists and elision', () => {
  expect(writeList(['A'])).toBe('A');
  expect(writeList(['A', 'B'])).toBe('A et B');
  expect(writeList(['A', 'B', 'C'], 'ou')).toBe('A, B ou C');
  expect(['Loyer', 'Impôt', 'Échéance', '0 €'].map(withDe)).toEqual([
    'de Loyer',
    'd’Impôt',
    'd’Échéance',
    'de 0 €',
  ]);
});
