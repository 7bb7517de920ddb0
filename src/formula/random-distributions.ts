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
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
  ],
];
const NEAR_TAIL: readonly [number[], number[]] = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
    1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
];
const FAR_TAIL: readonly [number[], number[]] = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
    2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
    1.84631831751005468180e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
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
export function fillTriangular(
  block: Float64Array,
  source: Source,
  triangle: Triangle,
  firstDraw = 0,
): void {
  fillUniform(block, source, firstDraw);
  for (let i = 0; i < block.length; i++) block[i] = triangularQuantile(triangle, block[i] as number);
}
