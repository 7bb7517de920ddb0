import { describe, expect, test } from 'vitest';
import type { Calculation } from '../../src/formula/calculation.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { CircleError } from '../../src/formula/order.ts';
import { around, expectAgreement } from '../support/agreement.ts';
import { circleAtOneDate, circleBothWays, circleWithoutDate } from '../support/circles.ts';
import { everyOperation } from '../support/every-operation.ts';
import {
  debtSculptedToCoverRatio,
  exitValueAtMonth,
  fortyYearsOfRent,
  loanDrawnOver18Months,
  lossesCarriedForward,
  reserveForNextYear,
  taxInstalments,
} from '../support/small-models.ts';
import { syntheticProject } from '../support/synthetic-project.ts';

/** Each model, and values found by hand in its documentation: line, period, value, tolerance in euros. */
const MODELS: readonly [make: () => Calculation, expected: readonly [string, number, number, number][]][] = [
  [
    loanDrawnOver18Months,
    [
      ['loan.interest', 1, 10, 0],
      ['loan.interest', 2, 20.1, 0],
      ['loan.closing', 17, 19614.75, 0.05],
      ['loan.repaid', 18, 326.91, 0],
      ['loan.closing', 77, 0, 0],
    ],
  ],
  [
    lossesCarriedForward,
    [
      ['losses.stock', 3, 250000, 0],
      ['losses.used', 8, 100000, 0],
      ['losses.stock', 8, 0, 0],
      ['tax', 9, 31250, 0],
      ['tax.total', 0, 31250, 0],
    ],
  ],
  [
    debtSculptedToCoverRatio,
    [
      ['debt.opening', 0, 772173.49, 0.005],
      ['debt.closing', 9, 0, 1e-9],
      ['debt.monthlyService', 119, 8333.33, 0],
    ],
  ],
  [
    reserveForNextYear,
    [
      ['reserve.held', 0, 550, 0],
      ['reserve.added', 12, 50, 0],
      ['reserve.held', 47, 0, 0],
      ['reserve.nextYearEnd', 1, 650, 0],
    ],
  ],
  [
    taxInstalments,
    [
      ['tax.paid', 26, 1000, 0],
      ['tax.paid', 28, 5000, 0],
      ['tax.paidInYear', 2, 12000, 0],
    ],
  ],
  [
    exitValueAtMonth,
    [
      ['exit.price', 0, 680000, 0],
      ['exit.flow', 180, 646000, 0],
      ['exit.total', 0, 646000, 0],
      ['exit.yearLater', 0, 692000, 0],
    ],
  ],
  [
    fortyYearsOfRent,
    [
      ['rent.inYear', 0, 7000, 0],
      ['rent.inYear', 1, 12240, 0],
      ['rent.paid', 19, 1040.4, 0],
      ['rent.paid', 486, 2208.04, 0.5],
    ],
  ],
  [
    everyOperation,
    [
      ['flow', 3, 2.71, 0],
      ['flow', 4, -0.5, 0],
      ['at.constant', 0, -0.5, 0],
      ['at.outside', 0, 0, 0],
      ['year', 0, 27.39, 0],
      ['smaller', 1, 0.32, 0],
      ['lesser', 3, 0, 0],
      ['year.rank', 4, 4, 0],
      ['quotient.zero', 9, 0, 0],
      ['quotient.or', 9, 2, 0],
    ],
  ],
];

describe.each(MODELS.map(([make, expected]) => ({ name: make.name, make, expected })))(
  '$name',
  ({ make, expected }) => {
    test.each(expected)('%s, period %d: %d', (line, period, value, tolerance) => {
      const found = readExactly(make()).of(line)[period]?.toNumber() ?? Number.NaN;
      expect(Math.abs(found - value), `${found}`).toBeLessThanOrEqual(tolerance + 1e-12);
    });

    test('draws agree with exact, all assumptions drawn', () => {
      const calculation = make();
      const inputs = new Map([...calculation.assumptions.values()].map((a) => [a.id, around(a, 20)]));
      expectAgreement(calculation, inputs, 20);
    });

    test('draws agree with exact, each assumption drawn alone and none', () => {
      const calculation = make();
      expectAgreement(calculation, new Map(), 1);
      for (const assumption of calculation.assumptions.values()) {
        expectAgreement(calculation, new Map([[assumption.id, around(assumption, 4)]]), 4);
      }
    });
  },
);

test('an undefined value is undefined in both readings', () => {
  const figures = readExactly(everyOperation());
  // July and August of the first whole year: months 9 and 10 from October.
  expect(figures.of('quotient')[8]).not.toBeNull();
  for (const line of ['quotient', 'quotient.plus', 'quotient.power', 'quotient.exceeds', 'quotient.chosen']) {
    expect(figures.of(line)[9], line).toBeNull();
    expect(figures.of(line)[10], line).toBeNull();
  }
  expect(figures.of('quotient.both')[9]).not.toBeNull();
  expect(figures.of('quotient.both')[10]).toBeNull();
});

test('a model of 1 300 lines', () => {
  const calculation = syntheticProject(1300, 36);
  expect(calculation.lines.size).toBeGreaterThanOrEqual(1300);
  const inputs = new Map([...calculation.assumptions.values()].map((a) => [a.id, around(a, 3)]));
  expectAgreement(calculation, inputs, 3);
});

test.each([
  [circleBothWays, 'circle.debt', 'circle.cash', 'both earlier and later'],
  [circleAtOneDate, 'circle.interest', 'circle.closing', 'at the same date'],
  [circleWithoutDate, 'circle.fee', 'circle.flow', 'without a date'],
])('%o is refused with the names of its lines', (make, one, other, reason) => {
  const calculation = make();
  const read = () => expectAgreement(calculation, new Map(), 1);
  expect(read).toThrow(CircleError);
  expect(() => readExactly(calculation)).toThrow(CircleError);
  for (const part of [one, other, reason]) expect(read).toThrow(part);
});
