import { Decimal, roundedTo, ZERO } from '../decimal.ts';

/**
 * Sums, differences and roundings of short decimals, in whole numbers instead of arrays of digits.
 *
 * Most figures are amounts to the cent: below ten million, with at most seven decimals, they are whole numbers of
 * ten-millionths that a float holds exactly (below 2^53), and so are their sums. Everything else goes to Decimal.
 * The results are the same, digit for digit: a Decimal is documented as `s` its sign, `e` its decimal exponent and `d`
 * its digits in words of seven, the decimal point between two words.
 */
const WORD = 10_000_000;
const CENT = 100_000;

/** How many ten-millionths a decimal holds; NaN when it is not short. */
function parts(value: Decimal): number {
  const { d, e, s } = value;
  if (d.length === 1) {
    if (e >= 0) return e < 7 ? s * (d[0] as number) * WORD : Number.NaN;
    return e >= -7 ? s * (d[0] as number) : Number.NaN;
  }
  if (d.length === 2 && e >= 0 && e < 7) return s * ((d[0] as number) * WORD + (d[1] as number));
  return Number.NaN;
}

/** The decimal of a number of ten-millionths below 10^14, not zero. */
function fromParts(number: number): Decimal {
  const size = Math.abs(number);
  const whole = Math.floor(size / WORD);
  const rest = size - whole * WORD;
  const made = new Decimal(whole === 0 ? rest : whole) as { -readonly [K in 's' | 'e' | 'd']: Decimal[K] };
  if (whole === 0) made.e -= 7;
  else if (rest !== 0) made.d.push(rest);
  if (number < 0) made.s = -1;
  return made as Decimal;
}

/** Zero is one object, so that readings can pass over it without arithmetic. */
export function clean(value: Decimal): Decimal {
  return value.isZero() ? ZERO : value;
}

const LARGEST = WORD * WORD;

/** a + b. */
export function add(a: Decimal, b: Decimal): Decimal {
  const sum = parts(a) + parts(b);
  if (sum === 0) return ZERO;
  return sum < LARGEST && sum > -LARGEST ? fromParts(sum) : clean(a.plus(b));
}

/** a − b. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  const difference = parts(a) - parts(b);
  if (difference === 0) return ZERO;
  return difference < LARGEST && difference > -LARGEST ? fromParts(difference) : clean(a.minus(b));
}

/** Whether a < b. */
export function isBelow(a: Decimal, b: Decimal): boolean {
  const difference = parts(a) - parts(b);
  return Number.isNaN(difference) ? a.lt(b) : difference < 0;
}

/** The sign of a − b once rounded to some decimals, half away from zero. */
export function signOfDifference(a: Decimal, b: Decimal, decimals: number): number {
  if (a === b) return 0;
  const difference = parts(a) - parts(b);
  if (!Number.isNaN(difference)) {
    if (Math.abs(difference) * 2 < 10 ** (7 - decimals)) return 0;
    return difference < 0 ? -1 : 1;
  }
  const rounded = roundedTo(a.minus(b), decimals);
  return rounded.isZero() ? 0 : rounded.isNegative() ? -1 : 1;
}

/** An amount to the cent, half away from zero. */
export function centsOf(amount: Decimal): Decimal {
  const number = parts(amount);
  if (Number.isNaN(number)) return clean(roundedTo(amount, 2));
  const size = Math.abs(number);
  const below = size % CENT;
  if (below === 0) return amount;
  const cents = size - below + (below * 2 >= CENT ? CENT : 0);
  if (cents === 0) return ZERO;
  return cents < LARGEST ? fromParts(number < 0 ? -cents : cents) : clean(roundedTo(amount, 2));
}
