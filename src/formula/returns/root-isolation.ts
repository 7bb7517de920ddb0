/**
 * Isolation of the real roots of a sum of discounted flows, F(x) = sum of c_i e^(-t_i x).
 *
 * Nothing here computes the sum: a SumReader does, and says how far rounding may have led it astray. An
 * interval is only set aside on a proof. Three are used:
 * - Laguerre: the roots greater than x are no more than the sign changes of the cumulated terms c_i e^(-t_i x)
 *   taken from the first flow; those smaller than x, no more than the same taken from the last flow;
 * - Taylor with a bounded remainder: the sum, or one of its derivatives, keeps its sign over the interval;
 * - Rolle: where the k-th derivative keeps its sign, the roots of the lower ones separate each other.
 *
 * Derivatives are those of e^(pivot x) F(x), which has the same roots; a pivot amid the flows keeps them small.
 *
 * Source: G. J. O. Jameson, "Counting zeros of generalised polynomials: Descartes' rule of signs and Laguerre's
 * extensions", Mathematical Gazette 90 (2006), pages 223 to 234.
 */

export type Sign = -1 | 0 | 1;

/** What is proven at one point. */
export interface PointReading {
  readonly at: number;
  /** Sign of the sum; 0 where rounding hides it. */
  readonly sign: Sign;
  /** No more roots than this are greater than the point; Infinity when nothing is known. */
  readonly rootsAbove: number;
  /** No more roots than this are smaller than the point; Infinity when nothing is known. */
  readonly rootsBelow: number;
}

/** The Taylor expansion around one point of e^(pivot x) F(x), up to a positive factor. */
export interface Expansion {
  readonly pivot: number;
  /** Derivatives of order 0, 1, 2, ... at the centre. */
  readonly derivatives: Float64Array;
  /** How far rounding may have taken each of them. */
  readonly uncertainties: Float64Array;
  /** Bound, over the whole interval, of the derivative that follows the last one given. */
  readonly remainder: number;
}

export interface SumReader {
  /** Time of the last flow, the first one being at 0. */
  readonly lastTime: number;
  readPoint(at: number): PointReading;
  /** Expands around `centre`, the remainder being valid at no more than `halfWidth` from it. */
  expand(centre: number, halfWidth: number, pivot?: number): Expansion;
}

export interface Bracket {
  readonly low: PointReading;
  readonly high: PointReading;
}

/** A bracket over which the derivative of this order keeps its sign (undefined: none was found that does). */
export interface Knot extends Bracket {
  readonly steadyOrder: number | undefined;
  readonly pivot: number;
}

export interface Isolation {
  /** Each holds exactly one root, where the sum changes sign. */
  readonly simple: Bracket[];
  /** Each holds roots too close together, or too close to nothing, for the reader. */
  readonly knots: Knot[];
}

/** Counts the sign changes; Infinity when one sign is not known. */
export function signChanges(signs: ArrayLike<number>): number {
  let changes = 0;
  for (let index = 0; index < signs.length; index += 1) {
    if (signs[index] === 0) return Number.POSITIVE_INFINITY;
    if (index > 0 && signs[index] !== signs[index - 1]) changes += 1;
  }
  return changes;
}

const OUTWARD_MARGINS = [1e-9, 1e-6, 1e-3, 0.1, 1, 10];

/**
 * Reads the sum at, or just beyond, a limit of the search, where its sign is known: a root that lies on the
 * limit itself must end up inside. Undefined when no such point is found.
 */
export function readBeyond(reader: SumReader, limit: number): PointReading | undefined {
  for (const margin of OUTWARD_MARGINS) {
    const reading = reader.readPoint(limit * (1 + margin));
    if (reading.sign !== 0) return reading;
  }
  return undefined;
}

/**
 * Isolates all the roots between two points where the sign of the sum is known.
 * @param stopAtKnots whether to leave an interval as a knot as soon as a derivative of a higher order is
 *   steady; otherwise intervals are split as long as the reader can tell signs.
 * @returns brackets and knots, in ascending order; no root lies outside of them.
 */
export function isolateRoots(reader: SumReader, whole: Bracket, stopAtKnots: boolean): Isolation {
  const simple: Bracket[] = [];
  const knots: Knot[] = [];
  const pending: Bracket[] = [whole];
  for (let bracket = pending.pop(); bracket !== undefined; bracket = pending.pop()) {
    const { low, high } = bracket;
    const changesSign = low.sign !== high.sign;
    let order: number | undefined;
    let pivot = 0;
    if (low.rootsAbove <= 1 || high.rootsBelow <= 1) {
      order = 1;
    } else if (!isTooLarge(reader, bracket)) {
      const halfWidth = (high.at - low.at) / 2;
      const expansion = reader.expand(low.at + halfWidth, halfWidth);
      order = steadyOrder(expansion, halfWidth);
      pivot = expansion.pivot;
    }
    if (order === 0) continue;
    if (order === 1 || (order === 2 && changesSign)) {
      if (changesSign) simple.push(bracket);
      continue;
    }
    const middle = stopAtKnots && order !== undefined ? undefined : readBetween(reader, bracket);
    if (middle === undefined) {
      knots.push({ low, high, steadyOrder: order, pivot });
    } else {
      pending.push({ low: middle, high }, { low, high: middle });
    }
  }
  return { simple, knots };
}

/** What settles a knot; points may be logarithms or discount factors. */
export interface KnotReader<Point> {
  pointAt(logarithm: number): Point;
  /** Sign of a derivative about a pivot; 0 where rounding hides it. */
  signAt(order: number, point: Point, pivot: number): Sign;
  /** The one root of a derivative (order 0: of the sum) between two points where its signs differ. */
  rootBetween(order: number, low: Point, high: Point, pivot: number): Point;
}

/**
 * Finds the roots of the sum in a knot, by going down the orders from its steady derivative: between two
 * neighbouring roots of one derivative the one below has at most one root. A sum that touches zero without
 * crossing it (sign 0 at such a point) has one root there.
 */
export function rootsOfKnot<Point>(knot: Knot, reader: KnotReader<Point>): Point[] {
  const low = reader.pointAt(knot.low.at);
  const high = reader.pointAt(knot.high.at);
  if (knot.steadyOrder === undefined && knot.low.sign === knot.high.sign) {
    const middle = reader.pointAt(knot.low.at + (knot.high.at - knot.low.at) / 2);
    return reader.signAt(0, middle, knot.pivot) === 0 ? [middle] : [];
  }
  let roots: Point[] = [];
  for (let order = (knot.steadyOrder ?? 1) - 1; order >= 0; order -= 1) {
    const found: Point[] = [];
    let previous = low;
    let previousSign = reader.signAt(order, low, knot.pivot);
    for (const point of [...roots, high]) {
      const sign = reader.signAt(order, point, knot.pivot);
      if (sign * previousSign < 0) found.push(reader.rootBetween(order, previous, point, knot.pivot));
      // Neighbours that both read as zero are one root of a higher multiplicity.
      if (sign === 0 && (order > 0 || previousSign !== 0)) found.push(point);
      previous = point;
      previousSign = sign;
    }
    roots = found;
  }
  return roots;
}

/** Smallest order whose derivative cannot vanish within halfWidth of the centre of the expansion. */
function steadyOrder(expansion: Expansion, halfWidth: number): number | undefined {
  const { derivatives, uncertainties, remainder } = expansion;
  for (let order = 0; order < derivatives.length; order += 1) {
    let variation = 0;
    let factor = 1;
    for (let higher = order + 1; higher < derivatives.length; higher += 1) {
      factor *= halfWidth / (higher - order);
      variation += factor * (Math.abs(derivatives[higher] ?? 0) + (uncertainties[higher] ?? 0));
    }
    variation += ((factor * halfWidth) / (derivatives.length - order)) * remainder;
    // The margin covers the rounding of this very bound.
    if (Math.abs(derivatives[order] ?? 0) > (uncertainties[order] ?? 0) + variation * 1.000001) return order;
  }
  return undefined;
}

/** Whether an interval stretches over several scales of x, which no Taylor expansion would cover. */
function isTooLarge(reader: SumReader, { low, high }: Bracket): boolean {
  const unit = 1 / reader.lastTime;
  if (low.at < 0 && high.at > 0) return high.at - low.at > 4 * unit;
  const near = Math.min(Math.abs(low.at), Math.abs(high.at));
  const far = Math.max(Math.abs(low.at), Math.abs(high.at));
  return far > 4 * Math.max(near, unit);
}

const OTHER_FRACTIONS = [0.45, 0.6, 0.3, 0.75, 0.15, 0.9];

/** Reads the sum at a point that splits the interval and where its sign is known; undefined if none is left. */
function readBetween(reader: SumReader, bracket: Bracket): PointReading | undefined {
  const low = bracket.low.at;
  const high = bracket.high.at;
  const width = high - low;
  if (width <= 1e-13 * Math.max(Math.abs(low), Math.abs(high), 0.01 / reader.lastTime)) return undefined;
  let preferred = low + width / 2;
  if (isTooLarge(reader, bracket)) {
    const unit = 1 / reader.lastTime;
    if (low < 0 && high > 0) preferred = 0;
    else preferred = Math.sign(low + high) * Math.sqrt(Math.max(low * high, unit * Math.max(-low, high)));
  }
  const middle = reader.readPoint(preferred);
  if (middle.sign !== 0) return middle;
  for (const fraction of OTHER_FRACTIONS) {
    const reading = reader.readPoint(low + fraction * width);
    if (reading.sign !== 0) return reading;
  }
  return undefined;
}
