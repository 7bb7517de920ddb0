import { describe, expect, test } from 'vitest';
import { readFrenchDate, readFrenchNumber, shiftPoint } from '../../src/web/french-input.ts';

describe('amounts', () => {
  test.each([
    ['1600000', '1600000'],
    ['1 600 000', '1600000'],
    ['1\u202f600\u202f000,50', '1600000.5'],
    ['1\u00a0600\u00a0000,5 €', '1600000.5'],
    ['1600000.50', '1600000.5'],
    ['1.600.000', '1600000'],
    ['1.600,50', '1600.5'],
    ['150 k€', '150000'],
    ['150K€', '150000'],
    ['1,625 M€', '1625000'],
    ['0', '0'],
    ['0,00', '0'],
    ['\u221212 400', '-12400'],
    ['45 €/m²/an HT HC', '45'],
    ['007', '7'],
  ])('%s', (typed, text) => {
    expect(readFrenchNumber(typed, 'money', '€/m²/an HT HC')).toEqual({ text });
  });

  test('a multiple of the euro is read whatever the unit of the field', () => {
    expect(readFrenchNumber('1,5 M€', 'money', '€')).toEqual({ text: '1500000' });
    expect(readFrenchNumber('38 k€', 'money', '€/an')).toEqual({ text: '38000' });
    expect(readFrenchNumber('38 000 €/an', 'money', '€/an')).toEqual({ text: '38000' });
  });

  test.each([
    ['1.600', '« 1.600 » se lit de deux façons : écrivez « 1 600 » ou « 1,60 »'],
    ['1,600', '« 1,600 » se lit de deux façons : écrivez « 1 600 » ou « 1,60 »'],
    ['1,23456', 'un montant a deux décimales au plus : écrivez « 1,23 »'],
    ['1,600,000.50', 'nombre illisible : écrivez par exemple « 1 600 000,50 »'],
    ['16 00 000', 'nombre illisible : écrivez par exemple « 1 600 000,50 »'],
    ['12 %', 'un montant en euros est attendu : écrivez par exemple « 1 600 000,50 »'],
    ['', 'valeur vide : écrivez par exemple « 1 600 000,50 »'],
    ['un million', 'nombre illisible : écrivez par exemple « 1 600 000,50 »'],
    ['1e6', 'nombre illisible : écrivez par exemple « 1 600 000,50 »'],
    ['NaN', 'nombre illisible : écrivez par exemple « 1 600 000,50 »'],
    ['9'.repeat(61), 'trop long : écrivez par exemple « 1 600 000,50 »'],
  ])('%s is refused', (typed, problem) => {
    expect(readFrenchNumber(typed, 'money', '€')).toEqual({ problem });
  });
});

describe('percentages become fractions', () => {
  test.each([
    ['3,85', '0.0385'],
    ['3.85', '0.0385'],
    ['3,85 %', '0.0385'],
    ['3,85\u202f%', '0.0385'],
    ['3.125', '0.03125'],
    ['100', '1'],
    ['0', '0'],
    ['0,5', '0.005'],
    ['0,05 %', '0.0005'],
    ['-0,25', '-0.0025'],
  ])('%s', (typed, text) => {
    expect(readFrenchNumber(typed, 'percentage', '%')).toEqual({ text });
  });

  test('a fraction is not taken for a percentage', () => {
    expect(readFrenchNumber('0,0385', 'percentage', '%')).toEqual({
      problem: '« 0,0385 » se lit de deux façons : écrivez « 3,85 % » ou « 0,0385 % »',
    });
  });
});

describe('numbers', () => {
  test.each([
    ['7 000', 'm²', '7000'],
    ['7000 m²', 'm²', '7000'],
    ['216 mois', 'mois', '216'],
    ['22,5 ETP', 'ETP', '22.5'],
  ])('%s', (typed, unit, text) => {
    expect(readFrenchNumber(typed, 'number', unit)).toEqual({ text });
  });
});

test('dates', () => {
  expect(readFrenchDate('2027-03-01')).toEqual({ text: '2027-03-01' });
  expect(readFrenchDate('1/3/2027')).toEqual({ text: '2027-03-01' });
  expect(readFrenchDate('mars 2027')).toEqual({
    problem: 'date illisible : écrivez par exemple « 01/03/2027 »',
  });
});

test('the point moves without a float', () => {
  expect(shiftPoint('0.1', -2)).toBe('0.001');
  expect(shiftPoint('123456789012345.67', 3)).toBe('123456789012345670');
  expect(shiftPoint('-0.00', 2)).toBe('0');
});
