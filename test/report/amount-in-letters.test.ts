import { expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import { amountInLetters, numberInLetters } from '../../src/report/amount-in-letters.ts';

/** Spelling of the Imprimerie nationale and of deeds (before 1990: hyphens below one hundred only). */
test.each([
  ['0', 'zéro euro'],
  ['0.01', 'un centime'],
  ['0.80', 'quatre-vingts centimes'],
  ['1', 'un euro'],
  ['1.01', 'un euro et un centime'],
  ['1.99', 'un euro et quatre-vingt-dix-neuf centimes'],
  ['2', 'deux euros'],
  ['16', 'seize euros'],
  ['17', 'dix-sept euros'],
  ['21', 'vingt et un euros'],
  ['70', 'soixante-dix euros'],
  ['71', 'soixante et onze euros'],
  ['72', 'soixante-douze euros'],
  ['80', 'quatre-vingts euros'],
  ['81', 'quatre-vingt-un euros'],
  ['91', 'quatre-vingt-onze euros'],
  ['99', 'quatre-vingt-dix-neuf euros'],
  ['100', 'cent euros'],
  ['101', 'cent un euros'],
  ['200', 'deux cents euros'],
  ['201', 'deux cent un euros'],
  ['280', 'deux cent quatre-vingts euros'],
  ['1000', 'mille euros'],
  ['1100', 'mille cent euros'],
  ['2000', 'deux mille euros'],
  ['80000', 'quatre-vingt mille euros'],
  ['200000', 'deux cent mille euros'],
  ['1000000', 'un million d’euros'],
  ['1000000.5', 'un million d’euros et cinquante centimes'],
  ['1000001', 'un million un euros'],
  ['2000000', 'deux millions d’euros'],
  ['80000000', 'quatre-vingts millions d’euros'],
  ['200000000', 'deux cents millions d’euros'],
  ['3200000', 'trois millions deux cent mille euros'],
  ['1000000000', 'un milliard d’euros'],
  ['2001000000', 'deux milliards un million d’euros'],
  ['-12.50', 'moins douze euros et cinquante centimes'],
  // A quarter of 2 409 995 €, SCI des Petites Vallées: the published letters say 602 493,25.
  ['602498.75', 'six cent deux mille quatre cent quatre-vingt-dix-huit euros et soixante-quinze centimes'],
  ['144569.085', 'cent quarante-quatre mille cinq cent soixante-neuf euros et neuf centimes'],
])('%s: %s', (amount, letters) => {
  expect(amountInLetters(new Decimal(amount))).toBe(letters);
});

test('every number to a hundred thousand has its own letters', () => {
  const words = new Set(Array.from({ length: 100_000 }, (_, value) => numberInLetters(BigInt(value))));
  expect(words.size).toBe(100_000);
});
