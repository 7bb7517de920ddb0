import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, roundedTo } from '../../src/formula/decimal.ts';
import { RunningSum } from '../../src/formula/exact/running-sum.ts';
import {
  add,
  centsOf,
  divide,
  isBelow,
  multiply,
  signOfDifference,
  subtract,
} from '../../src/formula/exact/short-decimals.ts';

/** Short and long decimals, of either sign, many at the edge of what a word of seven digits holds. */
const decimal = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
      fc.integer({ min: -3_000_000, max: 3_000_000 }).map(BigInt),
      fc.constantFrom(...[0n, 1n, 5n, 50_000n, 99_999n, 9_999_999n, 10_000_000n, 99_999_999_999_999n]),
    ),
    fc.constantFrom(0, 1, 2, 3, 7, 8, 12, 24),
  )
  .map(([whole, decimals]) => new Decimal(whole.toString()).times(new Decimal(10).pow(-decimals)));

/** Digit for digit: the value and its representation, but for the sign of zero, which the readings never keep. */
function expectSame(ours: Decimal, theirs: Decimal): void {
  expect(ours.toString()).toBe(theirs.isZero() ? '0' : theirs.toString());
  if (!theirs.isZero()) expect([ours.s, ours.e, ours.d]).toEqual([theirs.s, theirs.e, theirs.d]);
}

test('sums, differences, products, quotients, comparisons and roundings are those of Decimal, digit for digit', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expectSame(add(a, b), a.plus(b));
      expectSame(subtract(a, b), a.minus(b));
      expectSame(multiply(a, b), a.times(b));
      if (!b.isZero()) expectSame(divide(a, b), a.div(b));
      expectSame(centsOf(a), roundedTo(a, 2));
      expect(isBelow(a, b)).toBe(a.lt(b));
      for (const decimals of [2, 9]) {
        const rounded = roundedTo(a.minus(b), decimals);
        const sign = rounded.isZero() ? 0 : rounded.isNegative() ? -1 : 1;
        expect(signOfDifference(a, b, decimals)).toBe(sign);
      }
    }),
    { numRuns: 20_000 },
  );
});

test('quotients, and the cents of their multiples, are those of Decimal, dust included', () => {
  const whole = fc.integer({ min: 1, max: 2_000_000_000 });
  fc.assert(
    fc.property(
      whole,
      whole,
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 60 }),
      (a, b, by, halves) => {
        const [amount, divisor] = [new Decimal(a).div(100), new Decimal(b).div(10_000)];
        expectSame(divide(amount, divisor), amount.div(divisor));
        // A multiple of a third, a seventh… that ends near half a cent.
        const multiple = new Decimal(halves * 2 + 1).div(200).div(by).times(by);
        for (const value of [
          multiple,
          multiple.neg(),
          multiple.plus(Math.floor(a / 1000)),
          amount.div(divisor).times(by),
        ])
          expectSame(centsOf(value), roundedTo(value, 2));
      },
    ),
    { numRuns: 20_000 },
  );
});

test('terms added one after the other make the sum of Decimal, digit for digit', () => {
  const sum = new RunningSum();
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 8 }), fc.array(fc.nat(7)), (terms, turned) => {
      // Some terms come back with the other sign, so that sums pass through zero.
      const all = [...terms, ...turned.flatMap((at) => terms[at]?.neg() ?? [])].filter(
        (term) => !term.isZero(),
      );
      sum.clear();
      let theirs = new Decimal(0);
      for (const term of all) {
        sum.add(term);
        theirs = theirs.isZero() ? term : theirs.plus(term);
        expectSame(sum.total(), theirs);
      }
      sum.clear();
      for (const term of all) sum.add(term);
      expectSame(sum.total(), theirs);
    }),
    { numRuns: 2000 },
  );
});

test('an operand is never changed', () => {
  const [a, b] = [new Decimal('9999999.995'), new Decimal('0.005')];
  add(a, b);
  subtract(a, b);
  centsOf(a);
  multiply(a, b);
  const sum = new RunningSum();
  for (const term of [a, b, a]) sum.add(term);
  sum.total();
  expect([a.toString(), b.toString()]).toEqual(['9999999.995', '0.005']);
});

test('carries pass from one word of digits to the next', () => {
  expect(add(new Decimal('9999999.9999999'), new Decimal('0.0000001')).toString()).toBe('10000000');
  expect(subtract(new Decimal('1'), new Decimal('0.0000001')).toString()).toBe('0.9999999');
  expect(centsOf(new Decimal('-2.675')).toString()).toBe('-2.68');
  expect(centsOf(new Decimal('9999999.995')).toString()).toBe('10000000');
  expect(centsOf(new Decimal('-0.004')).toString()).toBe('0');
});
