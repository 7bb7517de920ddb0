import { Decimal, roundedTo, ZERO } from '../decimal.ts';

/**
 * Sums, differences, products, quotients and roundings of short decimals, in whole numbers instead of arrays of digits.
 *
 * Most figures are amounts to the cent: below ten million, with at most seven decimals, they are whole numbers of
 * ten-millionths that a float holds exactly (below 2^53), and so are their sums. Everything else goes to Decimal.
 * The results are the same, digit for digit: a Decimal is documented as `s` its sign, `e` its decimal exponent and `d`
 * its digits in words of seven, the decimal point between two words.
 */
const WORD = 10_000_000;
const CENT = 100_000;

/** How many ten-millionths a decimal holds; NaN when it is not short. */
export function parts(value: Decimal): number {
  const { d, e, s } = value;
  if (d.length === 1) {
    if (e >= 0) return e < 7 ? s * (d[0] as number) * WORD : Number.NaN;
    return e >= -7 ? s * (d[0] as number) : Number.NaN;
  }
  if (d.length === 2 && e >= 0 && e < 7) return s * ((d[0] as number) * WORD + (d[1] as number));
  return Number.NaN;
}

type Made = new (sign: number, exponent: number, digits: number[]) => Decimal;

/** A Decimal from its three parts: its own constructor would read them from a number or a text, for most of the time. */
const MadeDecimal = function (
  this: { constructor: typeof Decimal } & { -readonly [K in 's' | 'e' | 'd']: Decimal[K] },
  sign: number,
  exponent: number,
  digits: number[],
) {
  this.constructor = Decimal;
  this.s = sign;
  this.e = exponent;
  this.d = digits;
} as unknown as Made;
MadeDecimal.prototype = Decimal.prototype;

/** The decimal exponent of the first digit of a word. */
function exponentInWord(word: number): number {
  if (word < 1000) return word < 10 ? 0 : word < 100 ? 1 : 2;
  return word < 10_000 ? 3 : word < 100_000 ? 4 : word < 1_000_000 ? 5 : 6;
}

/** The decimal of a number of ten-millionths below 10^14, not zero. */
export function fromParts(number: number): Decimal {
  const size = Math.abs(number);
  const whole = Math.floor(size / WORD);
  const rest = size - whole * WORD;
  const sign = number < 0 ? -1 : 1;
  if (whole === 0) return new MadeDecimal(sign, exponentInWord(rest) - 7, [rest]);
  return new MadeDecimal(sign, exponentInWord(whole), rest === 0 ? [whole] : [whole, rest]);
}

/** Zero is one object, so that readings can pass over it without arithmetic. */
export function clean(value: Decimal): Decimal {
  return value.isZero() ? ZERO : value;
}

export const LARGEST = WORD * WORD;

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

/** Words that a product may have and be exact: 28 digits, of the 34 that a Decimal keeps. */
const EXACT_WORDS = 4;

/** a × b. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [a.d, b.d];
  if (x.length + y.length > EXACT_WORDS) return clean(a.times(b));
  if (a.isZero() || b.isZero()) return ZERO;
  const product = new Array<number>(x.length + y.length).fill(0);
  for (let i = y.length - 1; i >= 0; i--) {
    let carry = 0;
    let at = x.length + i;
    for (let j = x.length - 1; j >= 0; j--, at--) {
      // Below 10^14 + 2 × 10^7: exact.
      const sum = (product[at] as number) + (x[j] as number) * (y[i] as number) + carry;
      carry = Math.floor(sum / WORD);
      product[at] = sum - carry * WORD;
    }
    product[at] = carry;
  }
  // In words: the first of the product is worth one word more than those of the operands together.
  let exponent = Math.floor(a.e / 7) + Math.floor(b.e / 7) + 1;
  if (product[0] === 0) {
    product.shift();
    exponent--;
  }
  while (product[product.length - 1] === 0) product.pop();
  return new MadeDecimal(a.s * b.s, exponent * 7 + exponentInWord(product[0] as number), product);
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

const SIGNIFICANT = 34;
/** From these on, a quotient has a digit too many. */
const TOO_LARGE = 10n ** BigInt(SIGNIFICANT);
const LARGE_ENOUGH = 10n ** BigInt(SIGNIFICANT - 1);
const POWERS = Array.from({ length: 100 }, (_, exponent) => 10n ** BigInt(exponent));

/** a / b, to 34 significant digits, half away from zero. @param b not zero */
export function divide(a: Decimal, b: Decimal): Decimal {
  const [above, below] = [parts(a), parts(b)];
  if (Number.isNaN(above) || Number.isNaN(below) || above === 0) return clean(a.div(b));
  const [dividend, divisor] = [BigInt(Math.abs(above)), BigInt(Math.abs(below))];
  // Two numbers of one to fifteen digits: the first digit of the quotient stands at one of two places.
  let exponent = a.e - b.e;
  let digits = quotient(dividend, divisor, exponent);
  if (digits < LARGE_ENOUGH) {
    exponent--;
    digits = quotient(dividend, divisor, exponent);
  }
  if (digits >= TOO_LARGE) {
    exponent++;
    digits /= 10n;
  }
  return new MadeDecimal(above < 0 === below < 0 ? 1 : -1, exponent, wordsOf(digits, exponent));
}

/** The quotient, a number of units of its 34th digit when its first digit stands at this decimal exponent. */
function quotient(dividend: bigint, divisor: bigint, exponent: number): bigint {
  const scaled = dividend * (POWERS[SIGNIFICANT - 1 - exponent] as bigint);
  const whole = scaled / divisor;
  return (scaled - whole * divisor) * 2n >= divisor ? whole + 1n : whole;
}

/** Digits in words of seven, the decimal point between two words, without the zeros that end them. */
function wordsOf(digits: bigint, exponent: number): number[] {
  const text = digits.toString();
  const words: number[] = [];
  let to = (((exponent % 7) + 7) % 7) + 1;
  for (let from = 0; from < text.length; from = to, to += 7) {
    const word = text.slice(from, to);
    words.push(Number(to > text.length ? word.padEnd(to - from, '0') : word));
  }
  while (words[words.length - 1] === 0) words.pop();
  return words;
}

/** The number of ten-millionths below the cent just under half of it: what follows may be dust that makes it a half. */
const JUST_UNDER_HALF = CENT / 2 - 1;

/**
 * Ten-millionths of a long decimal, cut, when its rounding to the cent depends on no other digit; NaN otherwise.
 * Its decimals beyond the seventh only matter where they are the dust of a division.
 */
function partsCut({ d, e, s }: Decimal): number {
  const whole = e >= 0;
  if (whole ? e >= 7 : e < -7) return Number.NaN;
  const tenMillionths = (whole ? d[1] : d[0]) ?? 0;
  const isDoubtful = tenMillionths % CENT === JUST_UNDER_HALF && d[whole ? 2 : 1] === WORD - 1;
  return isDoubtful ? Number.NaN : s * ((whole ? (d[0] as number) * WORD : 0) + tenMillionths);
}

/** An amount to the cent, half away from zero. */
export function centsOf(amount: Decimal): Decimal {
  const short = parts(amount);
  const number = Number.isNaN(short) ? partsCut(amount) : short;
  if (Number.isNaN(number)) return clean(roundedTo(amount, 2));
  const size = Math.abs(number);
  const below = size % CENT;
  if (below === 0 && number === short) return amount;
  const cents = size - below + (below * 2 >= CENT ? CENT : 0);
  if (cents === 0) return ZERO;
  return cents < LARGEST ? fromParts(number < 0 ? -cents : cents) : clean(roundedTo(amount, 2));
}
