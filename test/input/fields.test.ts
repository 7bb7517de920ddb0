import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { Decimal } from '../../src/formula/decimal.ts';
import {
  amount,
  area,
  choice,
  choiceOfNumbers,
  departmentCode,
  freeRate,
  isoDate,
  kebabId,
  literal,
  multiple,
  rate,
  share,
  signedRate,
  text,
  truth,
  wholeNumber,
} from '../../src/input/fields.ts';
import { readInput } from '../../src/input/problem.ts';

/** What a field answers: the value as text, or the message. */
function read(schema: z.ZodType, value: unknown): string {
  const reading = readInput(schema, value);
  if (!reading.ok) return reading.problems.map(({ message }) => message).join(' | ');
  return reading.value instanceof Decimal
    ? `= ${reading.value.toFixed()}`
    : `= ${JSON.stringify(reading.value)}`;
}

describe('amounts', () => {
  test.each([
    ['1000.00', '= 1000'],
    ['-0.5', '= -0.5'],
    ['-0', '= 0'],
    ['007', '= 7'],
    ['999999999999999.99', '= 999999999999999.99'],
    [undefined, 'champ manquant : écrivez un montant, par exemple "1000.00"'],
    [null, 'écrivez un montant, par exemple "1000.00"'],
    [true, 'écrivez un montant, par exemple "1000.00"'],
    [['1'], 'écrivez un montant, par exemple "1000.00"'],
    [1000, 'écrivez "1000.00" entre guillemets'],
    [0.125, 'écrivez "0.125" entre guillemets'],
    [1e21, 'écrivez "1000000000000000000000.00" entre guillemets'],
    ['', 'valeur vide ; écrivez un nombre comme "1000.00"'],
    ['  ', 'valeur vide ; écrivez un nombre comme "1000.00"'],
    ['1000,50', 'pas de virgule : le séparateur décimal est un point ; écrivez "1000.50"'],
    ['1.234.567,89', 'pas de virgule : le séparateur décimal est un point ; écrivez "1234567.89"'],
    ['1,234,567.89', 'pas de virgule : le séparateur décimal est un point ; écrivez "1234567.89"'],
    ['1 000.00', 'pas d’espace ; écrivez "1000.00"'],
    ['1\u202f000', 'pas d’espace ; écrivez "1000"'],
    [' 12', 'pas d’espace ; écrivez "12"'],
    ['12\n', 'pas d’espace ; écrivez "12"'],
    ['1000 €', 'pas de symbole monétaire ; écrivez "1000"'],
    ['1e6', 'pas d’exposant ; écrivez "1000000"'],
    ['1E-3', 'pas d’exposant ; écrivez "0.001"'],
    ['1e300', 'pas d’exposant ; écrivez un nombre comme "1000.00"'],
    ['10%', 'pas de signe % (un pourcentage se divise par 100) ; écrivez "0.1"'],
    ['+5', 'nombre illisible ; écrivez "5"'],
    ['\u22125', 'nombre illisible ; écrivez "-5"'],
    ['.5', 'nombre illisible ; écrivez "0.5"'],
    ['5.', 'nombre illisible ; écrivez "5"'],
    ['NaN', 'ce n’est pas un nombre fini ; écrivez un nombre comme "1000.00"'],
    ['-Infinity', 'ce n’est pas un nombre fini ; écrivez un nombre comme "1000.00"'],
    ['0x10', 'nombre illisible ; écrivez un nombre comme "1000.00"'],
    ['mille', 'nombre illisible ; écrivez un nombre comme "1000.00"'],
    ['1000000000000000', 'trop grand : au plus 15 chiffres avant le point'],
    ['10.125', 'trop de décimales : au plus 2 après le point ; écrivez "10.13"'],
    ['9'.repeat(200), 'trop long : écrivez un nombre comme "1000.00"'],
  ])('%j: %s', (given, expected) => {
    expect(read(amount(), given)).toBe(expected);
  });

  test('bounds', () => {
    expect(read(amount({ min: '0' }), '-0.01')).toBe('trop petit : écrivez un nombre d’au moins 0');
    expect(read(amount({ min: '0', aboveMin: true }), '0')).toBe(
      'trop petit : écrivez un nombre supérieur à 0',
    );
    expect(read(amount({ max: '100' }), '100.01')).toBe('trop grand : écrivez un nombre d’au plus 100');
    expect(read(amount({ decimals: 20 }), '-46.52619316339632')).toBe('= -46.52619316339632');
  });

  test('every plain decimal is read as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.boolean(), (value, negative) => {
        const written = `${negative ? '-' : ''}${new Decimal(value).div(100).toFixed(2)}`;
        const reading = readInput(amount(), written);
        expect(reading.ok && reading.value.toFixed(2)).toBe(written);
      }),
    );
  });

  test('nothing given makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (thing, word) => {
        expect(typeof read(amount(), thing)).toBe('string');
        expect(typeof read(rate(), word)).toBe('string');
      }),
    );
  });
});

describe('rates, shares, ratios, areas', () => {
  test.each([
    [rate(), '0.0385', '= 0.0385'],
    [rate(), '0', '= 0'],
    [rate(), '0.5', '= 0.5'],
    [rate(), '3.85', 'trop grand : un taux est une fraction, au plus 0.5 ; vouliez-vous 0.0385 ?'],
    [rate(), 3.85, 'trop grand : un taux est une fraction, au plus 0.5 ; vouliez-vous 0.0385 ?'],
    [rate(), '385', 'trop grand : un taux est une fraction, au plus 0.5 ; écrivez un nombre d’au plus 0.5'],
    [rate(), 0.0385, 'écrivez "0.0385" entre guillemets'],
    [rate(), '3,85 %', 'pas de signe % (un pourcentage se divise par 100) ; écrivez "0.0385"'],
    [rate(), '-0.01', 'trop petit : écrivez un nombre d’au moins 0'],
    [rate(), undefined, 'champ manquant : écrivez un taux en fraction, par exemple "0.0385"'],
    [signedRate(), '-0.005', '= -0.005'],
    [signedRate(), '-0.6', 'trop petit : écrivez un nombre d’au moins -0.5'],
    [freeRate(), '9', '= 9'],
    [freeRate(), '-0.99', '= -0.99'],
    [freeRate(), '-1', 'trop petit : écrivez un nombre supérieur à -1'],
    [share(), '1', '= 1'],
    [share(), '50', 'trop grand : une part est une fraction, au plus 1 ; vouliez-vous 0.5 ?'],
    [multiple('10'), '1.25', '= 1.25'],
    [multiple('10'), '0', 'trop petit : écrivez un nombre supérieur à 0'],
    [multiple('10'), '125', 'trop grand : écrivez un nombre d’au plus 10'],
    [area(), '4000', '= 4000'],
    [area(), '0', 'trop petit : écrivez un nombre supérieur à 0'],
  ])('%# %j: %s', (schema, given, expected) => {
    expect(read(schema, given)).toBe(expected);
  });
});

describe('whole numbers, words, dates', () => {
  test.each([
    [wholeNumber(1, 12), 12, '= 12'],
    [wholeNumber(1, 12), 13, 'hors limites : écrivez un nombre entier de 1 à 12'],
    [wholeNumber(1, 12), 1.5, 'hors limites : écrivez un nombre entier de 1 à 12'],
    [wholeNumber(1, 12), '12', 'écrivez 12 sans guillemets'],
    [wholeNumber(1, 12), 'douze', 'écrivez un nombre entier de 1 à 12, sans guillemets'],
    [wholeNumber(1, 12), undefined, 'champ manquant : écrivez un nombre entier de 1 à 12'],
    [wholeNumber(1, 12), null, 'écrivez un nombre entier de 1 à 12, sans guillemets'],
    [choiceOfNumbers([12, 4]), 4, '= 4'],
    [choiceOfNumbers([12, 4]), 3, 'valeur inconnue : écrivez 12 ou 4'],
    [choiceOfNumbers([12, 4]), '12', 'valeur inconnue : vouliez-vous 12 ? (12 ou 4)'],
    [choice(['bullet', 'level-payment']), 'bullet', '= "bullet"'],
    [
      choice(['bullet', 'level-payment']),
      'levelPayment',
      'valeur inconnue : vouliez-vous "level-payment" ? ("bullet" ou "level-payment")',
    ],
    [choice(['bullet', 'level-payment']), 'in fine', 'valeur inconnue : écrivez "bullet" ou "level-payment"'],
    [choice(['a', 'b', 'c']), undefined, 'champ manquant : écrivez "a", "b" ou "c"'],
    [literal('sci'), 'SCI', 'valeur inconnue : vouliez-vous "sci" ? ("sci")'],
    [truth(), false, '= false'],
    [truth(), 'true', 'écrivez true sans guillemets'],
    [truth(), 1, 'écrivez true ou false, sans guillemets'],
    [text(5), 'abcde', '= "abcde"'],
    [text(5), '', '= ""'],
    [text(5), 'abcdef', 'texte trop long : au plus 5 caractères'],
    [text(5), 'a\u0000', 'caractère de contrôle dans le texte : retirez-le'],
    [text(5, { notEmpty: true }), ' ', 'texte vide : écrivez quelque chose'],
    [text(5), 12, 'écrivez un texte entre guillemets'],
    [kebabId(), 'sci-envie-2', '= "sci-envie-2"'],
    [
      kebabId(),
      'SCI Énergie_2',
      'identifiant refusé (minuscules sans accent, chiffres, tirets, 60 au plus) ; écrivez "sci-energie-2"',
    ],
    [isoDate(), '2028-02-29', '= "2028-02-29"'],
    [isoDate(), '2026-02-29', 'le 29/02/2026 n’existe pas : écrivez une date du calendrier'],
    [isoDate(), '2026-13-01', 'le 01/13/2026 n’existe pas : écrivez une date du calendrier'],
    [isoDate(), '30/11/2026', 'date à écrire année-mois-jour : écrivez "2026-11-30"'],
    [isoDate(), '2026-11', 'date illisible : écrivez année-mois-jour, par exemple "2026-11-30"'],
    [isoDate(), '2026-11-30T00:00:00Z', 'date illisible : écrivez année-mois-jour, par exemple "2026-11-30"'],
    [isoDate(), '1899-12-31', 'date hors limites : écrivez une date du 1900-01-01 au 2199-12-31'],
    [isoDate(), 20261130, 'écrivez une date entre guillemets, par exemple "2026-11-30"'],
    [departmentCode(), '2A', '= "2A"'],
    [departmentCode(), '5', 'code de département refusé : écrivez "05"'],
    [departmentCode(), 1, 'écrivez un code de département entre guillemets, par exemple "01"'],
    [departmentCode(), '42000', 'code de département refusé : écrivez "42"'],
    [departmentCode(), '97400', 'code de département refusé : écrivez "974"'],
    [departmentCode(), '20', 'la Corse a deux départements : écrivez "2A" ou "2B"'],
    [departmentCode(), '99', 'département inconnu : écrivez son code, par exemple "42", "2A" ou "974"'],
  ])('%# %j: %s', (schema, given, expected) => {
    expect(read(schema, given)).toBe(expected);
  });
});
