import { expect, test } from 'vitest';
import { constant, dividedBy, isMore, minus, NO_MONEY, over, plus, times } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { createTimeline } from '../../src/formula/timeline.ts';

// The compiler is the judge here: `tsc` fails if one of the refused lines below starts to compile.
test('units, rhythms and definedness are checked by the compiler', () => {
  const c = new Calculation(createTimeline('2026-01-15', 24));
  const hypothesis = { kind: 'hypothesis', text: 'test' } as const;
  const rent = c.assumption('rent', 'Loyer', 'money/area/years', '90', hypothesis);
  const area = c.assumption('area', 'Surface', 'area', '1000', hypothesis);
  const oneYear = constant(1, 'years');
  const price = constant('100', 'money');
  const share = constant('0.5', 'ratio');

  const yearlyRent = times(times(rent, area), oneYear);
  const line = c.yearly('rent.year', 'Loyer annuel', yearlyRent);
  const monthly = c.monthly('rent.month', 'Loyer mensuel', over(yearlyRent, constant(12, 'ratio')));
  const maybe = dividedBy(price, price);

  // @ts-expect-error money + ratio
  const wrongSum = () => plus(price, share);
  // @ts-expect-error money − area
  const wrongDifference = () => minus(price, area);
  // @ts-expect-error money × money has no unit
  const wrongProduct = () => times(price, price);
  // @ts-expect-error a ratio is not compared to money
  const wrongComparison = () => isMore(price, share);
  // @ts-expect-error a monthly line does not read a yearly one without a bridge
  const wrongRhythm = () => c.monthly('a', 'A', plus(line, NO_MONEY));
  // @ts-expect-error a yearly line does not read a monthly one without a bridge
  const wrongBridge = () => c.yearly('b', 'B', plus(monthly, NO_MONEY));
  const declared = c.later('later', 'Plus tard', 'ratio', 'once');
  // @ts-expect-error a line said to be always defined does not take a quotient that may not exist
  const wrongDefinedness = () => c.define(declared, maybe);

  expect(() => wrongProduct()).toThrow('no unit for money × money');
  expect([
    wrongSum,
    wrongDifference,
    wrongComparison,
    wrongRhythm,
    wrongBridge,
    wrongDefinedness,
  ]).toHaveLength(6);
  expect(line.unit).toBe('money');
  expect(maybe.mayBeUndefined).toBe(true);
});
