import { Decimal } from '../decimal.ts';
import { type DoubleFlows, doubleSumReader } from './discounted-sum.ts';
import { inDoubles } from './flow-merging.ts';
import { Precise, preciseSumReader, type StepFlow } from './precise-discounted-sum.ts';
import { type Bracket, isolateRoots, readBeyond, rootsOfKnot, type SumReader } from './root-isolation.ts';

export const LOWEST_RATE: Decimal = new Decimal('-0.99999999');
export const HIGHEST_RATE: Decimal = new Decimal('1e18');
const LOWEST_LOGARITHM = Math.log(1e-8);
const HIGHEST_LOGARITHM = Math.log1p(1e18);

/**
 * Roots of the present value, the logarithms of 1 + rate for one unit of time, as doubles can tell. The search
 * goes slightly beyond the lowest and highest rates.
 */
export function rootsInDoubles(flows: DoubleFlows): number[] {
  const reader = doubleSumReader(flows);
  const whole = searchedBracket(reader, 1);
  if (whole === undefined) return [];
  const { simple, knots } = isolateRoots(reader, whole, false);
  return [
    ...simple.map(({ low, high }) => reader.rootBetween(0, low.at, high.at)),
    ...knots.flatMap((knot) => rootsOfKnot(knot, reader)),
  ];
}

/**
 * Roots of the present value in decimals, as discount factors of one step. Doubles isolate; decimals give the
 * digits of the simple roots and settle the rest. The search goes slightly beyond the lowest and highest rates.
 * @param flows ascending, merged, the first one at step 0, with amounts of both signs.
 */
export function preciseRoots(flows: readonly StepFlow[], stepsPerUnit: number): Decimal[] {
  const reader = preciseSumReader(flows);
  const doubleReader = doubleSumReader(inDoubles(flows));

  function simpleRoot({ low, high }: Bracket): Decimal {
    const logarithm = doubleReader.rootBetween(0, low.at, high.at);
    return reader.rootBetween(0, reader.pointAt(low.at), reader.pointAt(high.at), 0, {
      signFrom: low.sign,
      start: new Precise(Math.exp(-logarithm)),
    });
  }

  /** For what doubles could not even split into knots. */
  function rootsWithin(bracket: Bracket): Decimal[] {
    const { simple, knots } = isolateRoots(reader, bracket, true);
    return [
      ...simple.map(({ low, high }) =>
        reader.rootBetween(0, reader.pointAt(low.at), reader.pointAt(high.at), 0),
      ),
      ...knots.flatMap((knot) => rootsOfKnot(knot, reader)),
    ];
  }

  const doubleWhole = searchedBracket(doubleReader, stepsPerUnit);
  if (doubleWhole === undefined) {
    // Amounts or discount factors so far apart that doubles underflow.
    const whole = searchedBracket(reader, stepsPerUnit);
    return whole === undefined ? [] : rootsWithin(whole);
  }
  const { simple, knots } = isolateRoots(doubleReader, doubleWhole, false);
  return [
    ...simple.map(simpleRoot),
    ...knots.flatMap((knot) =>
      knot.steadyOrder === undefined ? rootsWithin(knot) : rootsOfKnot(knot, reader),
    ),
  ];
}

/** The points between which roots are searched; undefined when the reader cannot tell the signs there. */
function searchedBracket(reader: SumReader, stepsPerUnit: number): Bracket | undefined {
  const low = readBeyond(reader, LOWEST_LOGARITHM / stepsPerUnit);
  const high = readBeyond(reader, HIGHEST_LOGARITHM / stepsPerUnit);
  return low && high && { low, high };
}
