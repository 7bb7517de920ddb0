import { Decimal } from '../decimal.ts';
import type { DoubleFlows } from './discounted-sum.ts';
import { Precise, type StepFlow } from './precise-discounted-sum.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Days since 1970-01-01 of an ISO date.
 * @throws RangeError when it is not the date of a day that exists.
 */
function dayNumber(date: string): number {
  const time = ISO_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // The engine may take 30 February for 1 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not an ISO date: ${JSON.stringify(date)}`);
  }
  return time / MILLISECONDS_PER_DAY;
}

/**
 * Places dated flows on days counted from the earliest date, be its amount zero.
 * @throws RangeError when a date is not an ISO date.
 */
export function flowsByDay(
  flows: readonly { readonly date: string; readonly amount: Decimal }[],
): StepFlow[] {
  const days = flows.map(({ date }) => dayNumber(date));
  const first = days.reduce((earliest, day) => Math.min(earliest, day), Number.POSITIVE_INFINITY);
  return flows.map(({ amount }, index) => ({ step: (days[index] ?? 0) - first, amount }));
}

/**
 * Adds up the flows of a same step and drops the zeros; the result ascends.
 * @throws RangeError when an amount is not finite.
 */
export function mergeSteps(flows: readonly StepFlow[]): StepFlow[] {
  const amountOfStep = new Map<number, Decimal>();
  for (const { step, amount } of flows) {
    if (!amount.isFinite()) throw new RangeError(`an amount is not finite: ${amount}`);
    const known = amountOfStep.get(step);
    amountOfStep.set(step, known === undefined ? amount : new Precise(known).plus(amount));
  }
  return [...amountOfStep]
    .filter(([, amount]) => !amount.isZero())
    .sort(([first], [second]) => first - second)
    .map(([step, amount]) => ({ step, amount }));
}

/** The same for plain doubles; times are counted from the first flow and amounts scaled to at most 1. */
export function mergeTimes(times: ArrayLike<number>, amounts: ArrayLike<number>): DoubleFlows {
  const amountOfTime = new Map<number, number>();
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? Number.NaN;
    const amount = amounts[index] ?? Number.NaN;
    if (!Number.isFinite(time) || !Number.isFinite(amount)) {
      throw new RangeError(`flow ${index} is not finite: ${amount} at ${time}`);
    }
    amountOfTime.set(time, (amountOfTime.get(time) ?? 0) + amount);
  }
  const merged = [...amountOfTime]
    .filter(([, amount]) => amount !== 0)
    .sort(([first], [second]) => first - second);
  const firstTime = merged[0]?.[0] ?? 0;
  const greatest = merged.reduce((greatestYet, [, amount]) => Math.max(greatestYet, Math.abs(amount)), 0);
  return {
    times: Float64Array.from(merged, ([time]) => time - firstTime),
    amounts: Float64Array.from(merged, ([, amount]) => amount / greatest),
  };
}

/** Turns merged flows into doubles, the amounts being scaled so that the greatest is between 1 and 10. */
export function inDoubles(flows: readonly StepFlow[]): DoubleFlows {
  const exponent = flows.reduce(
    (greatest, { amount }) => Math.max(greatest, amount.e),
    Number.NEGATIVE_INFINITY,
  );
  const scale = new Decimal(10).pow(-exponent);
  return {
    times: Float64Array.from(flows, ({ step }) => step),
    amounts: Float64Array.from(flows, ({ amount }) => amount.times(scale).toNumber()),
  };
}

/** Whether there is something to receive and something to pay. */
export function hasBothSigns(amounts: readonly number[] | Float64Array): boolean {
  return amounts.some((amount) => amount > 0) && amounts.some((amount) => amount < 0);
}
