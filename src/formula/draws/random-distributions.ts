import { fillUniform, type Source, uniform } from './random.ts';

/**
 * Distributions of drawn assumptions. Each draw is the quantile of one uniform number: a larger uniform always gives
 * a larger value, and the value depends on (seed, assumption, draw) alone.
 */

function polynomial(coefficients: readonly number[], x: number): number {
  let result = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) result = result * x + (coefficients[i] as number);
  return result;
}

// Rational approximations of the normal quantile: Wichura, « Algorithm AS 241 », Applied Statistics 37, 1988 (PPND16,
// relative error about 1e-16). Centre, then two ranges of the tails.
const CENTRE: readonly [number[], number[]] = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
];
const NEAR_TAIL: readonly [number[], number[]] = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
];
const FAR_TAIL: readonly [number[], number[]] = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
];

/** The value below which a standard normal variable falls with this probability (strictly between 0 and 1). */
export function normalQuantile(probability: number): number {
  const fromMiddle = probability - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    return (fromMiddle * polynomial(CENTRE[0], r)) / polynomial(CENTRE[1], r);
  }
  const r = Math.sqrt(-Math.log(fromMiddle < 0 ? probability : 1 - probability));
  const [above, below] = r <= 5 ? NEAR_TAIL : FAR_TAIL;
  const x = r - (r <= 5 ? 1.6 : 5);
  const distance = polynomial(above, x) / polynomial(below, x);
  return fromMiddle < 0 ? -distance : distance;
}

/** A distribution rising straight from `least` to `mode`, then falling straight to `most`. */
export interface Triangle {
  readonly least: number;
  readonly mode: number;
  readonly most: number;
}

/** The value below which a triangular variable falls with this probability. */
export function triangularQuantile({ least, mode, most }: Triangle, probability: number): number {
  const width = most - least;
  if (width === 0) return mode;
  const left = mode - least;
  if (probability * width < left) return least + Math.sqrt(probability * width * left);
  return most - Math.sqrt((1 - probability) * width * (most - mode));
}

/**
 * The triangle with a given mode that leaves `outside` below `low` and as much above `high`: « at worst one time in
 * ten » is easier to say than an absolute minimum.
 * @param outside probability on each side, from 0 (then low and high are the ends) to less than 0.5
 * @throws Error unless low ≤ mode ≤ high
 */
export function triangleFromQuantiles(low: number, mode: number, high: number, outside: number): Triangle {
  if (!(low <= mode && mode <= high && outside >= 0 && outside < 0.5)) {
    throw new Error(`no triangle from ${low}, ${mode}, ${high}, ${outside} outside`);
  }
  // On each side, (side − inner)² = outside · width · side, whose larger root is the side for a given width.
  const sideFor = (inner: number, width: number): number => {
    const half = inner + (outside * width) / 2;
    return half + Math.sqrt(Math.max(0, half * half - inner * inner));
  };
  const excess = (width: number) => sideFor(mode - low, width) + sideFor(high - mode, width) - width;
  let [narrow, wide] = [high - low, high - low];
  while (excess(wide) > 0) wide *= 2;
  for (let step = 0; step < 200 && narrow < wide; step++) {
    const middle = (narrow + wide) / 2;
    if (middle === narrow || middle === wide) break;
    if (excess(middle) > 0) narrow = middle;
    else wide = middle;
  }
  return { least: mode - sideFor(mode - low, wide), mode, most: mode + sideFor(high - mode, wide) };
}

/** A number drawn from a normal distribution. */
export function normal(source: Source, draw: number, mean: number, standardDeviation: number): number {
  return mean + standardDeviation * normalQuantile(uniform(source.seed, source.assumption, draw));
}

/** A number drawn from a triangular distribution. */
export function triangular(source: Source, draw: number, triangle: Triangle): number {
  return triangularQuantile(triangle, uniform(source.seed, source.assumption, draw));
}

/** Fills a block with draws of a normal distribution, from the draw `firstDraw`. */
export function fillNormal(
  block: Float64Array,
  source: Source,
  mean: number,
  standardDeviation: number,
  firstDraw = 0,
): void {
  fillUniform(block, source, firstDraw);
  for (let i = 0; i < block.length; i++) {
    block[i] = mean + standardDeviation * normalQuantile(block[i] as number);
  }
}

/** Fills a block with draws of a triangular distribution, from the draw `firstDraw`. */
export function fillTriangular(block: Float64Array, source: Source, triangle: Triangle, firstDraw = 0): void {
  fillUniform(block, source, firstDraw);
  for (let i = 0; i < block.length; i++) block[i] = triangularQuantile(triangle, block[i] as number);
}
