import { expect, test } from 'vitest';
import {
  constant,
  endOfYear,
  over,
  plus,
  previous,
  roundedToCents,
  sumOfYear,
  times,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { wholeCentsLines } from '../../src/formula/workbook/whole-cents.ts';
import { readAsWorkbook } from '../../src/formula/workbook.ts';
import { compareWithEngine } from '../support/hyperformula.ts';
import { TEST_ORIGIN } from '../support/small-models.ts';

/** Large balances, a small difference between them at the end of 11 and 23 months, and a tax of a quarter of it. */
function model(sales: string, purchases: string) {
  const calculation = new Calculation(createTimeline('2027-02-15', 23));
  const balance = (id: string, amount: string) => {
    const flow = calculation.monthly(
      id,
      id,
      plus(calculation.assumption(`${id}.amount`, id, 'money', amount, TEST_ORIGIN)),
    );
    const line = calculation.later(`${id}.balance`, id, 'money', 'monthly');
    calculation.define(line, plus(previous(line), flow));
    return line;
  };
  const sold = balance('sales', sales);
  const bought = balance('purchases', purchases);
  const margin = calculation.yearly('margin', 'Marge cumulée', plus(endOfYear(sold), endOfYear(bought)));
  calculation.yearly('tax', 'Impôt', roundedToCents(times(margin, constant('0.25', 'ratio'))));
  const third = calculation.monthly('third', 'Tiers des ventes', over(sold, constant(3, 'ratio')));
  calculation.yearly('thirds', 'Tiers de l’exercice', sumOfYear(third));
  return calculation;
}

test('amounts that only add amounts to the cent are whole cents, thirds and their sums are not', () => {
  const found = [...wholeCentsLines(model('6583333.34', '-6504321.12'))].map(({ id }) => id);
  expect(found.toSorted()).toEqual([
    'margin',
    'purchases',
    'purchases.balance',
    'sales',
    'sales.balance',
    'tax',
  ]);
});

test('a tax on a small difference of large sums keeps its half-cent in a spreadsheet', () => {
  const differences = Array.from({ length: 40 }, (_, index) => {
    const purchases = (98_000_000 + index * 79.19).toFixed(2);
    const calculation = model('98765432.11', `-${purchases}`);
    return compareWithEngine(
      readAsWorkbook(calculation, readExactly(calculation), {
        readMe: ['Demi-centimes'],
        tables: [],
        checks: new Map(),
        returns: [],
      }),
    ).differences;
  });
  expect(differences.flat()).toEqual([]);
});
