/**
 * Rates of return and present values of flows, periodic or dated.
 *
 * A rate of return is a root of the present value, which may have several, or none. All are found, with a
 * proof: see root-isolation.ts. Doubles do the search; decimals settle what doubles cannot and give the digits.
 */

import { Decimal, ZERO } from './decimal.ts';
import { flowsByDay, hasBothSigns, mergeSteps, mergeTimes } from './returns/flow-merging.ts';
import { Precise, polynomial, type StepFlow } from './returns/precise-discounted-sum.ts';
import { HIGHEST_RATE, LOWEST_RATE, preciseRoots, rootsInDoubles } from './returns/root-search.ts';

export interface DatedFlow {
  /** ISO date, YYYY-MM-DD. */
  readonly date: string;
  readonly amount: Decimal;
}

export interface RatesFound {
  /** All the rates in the interval searched, ascending, 1 being 100 %. */
  readonly rates: Decimal[];
  /** Given when there is no rate: no two flows of opposite signs, or a present value that is never zero. */
  readonly reason?: 'no-sign-change' | 'no-root';
  /** The interval searched, its ends included. */
  readonly searched: { readonly from: Decimal; readonly to: Decimal };
}

const DAYS_PER_YEAR = 365;
/** Digits of 1 + rate that the search in decimals guarantees, but for rates that almost meet. */
const GUARANTEED_DIGITS = 28;

/**
 * All the rates per period r, -0.99999999 <= r <= 1e18, with sum of amounts[k] / (1 + r)^k = 0.
 * @param amounts one per period, in any currency; the first one is not discounted.
 * @returns the rates, to 28 digits of 1 + r, or fewer for rates that almost meet; one at which the present value
 *   touches zero counts once.
 * @throws RangeError when an amount is not finite.
 * Source: definition of the internal rate of return; roots isolated as told in root-isolation.ts.
 */
export function periodicRatesOfReturn(amounts: readonly Decimal[]): RatesFound {
  return ratesOfReturn(
    amounts.map((amount, step) => ({ step, amount })),
    1,
  );
}

/**
 * All the effective yearly rates r, -0.99999999 <= r <= 1e18, with sum of amount / (1 + r)^(days / 365) = 0.
 * @param flows in any order; the days run from the earliest date; flows of the same date add up.
 * @returns the rates, to 28 digits of 1 + r, or fewer for rates that almost meet; one at which the present value
 *   touches zero counts once.
 * @throws RangeError when an amount is not finite or a date is not an ISO date.
 * Source: OpenDocument 1.3 part 4 (OpenFormula), XIRR; roots isolated as told in root-isolation.ts.
 */
export function datedRatesOfReturn(flows: readonly DatedFlow[]): RatesFound {
  return ratesOfReturn(flowsByDay(flows), DAYS_PER_YEAR);
}

/**
 * Present value of dated flows at the earliest of their dates, be its amount zero: actual/365, not rounded.
 * @param annualRate effective yearly rate, greater than -1.
 * @returns the value in the currency of the amounts; 0 for no flow at all.
 * @throws RangeError when the rate is -1 or less, an amount is not finite or a date is not an ISO date.
 * Source: OpenDocument 1.3 part 4 (OpenFormula), XNPV, which starts from the first date given instead.
 */
export function netPresentValue(annualRate: Decimal, flows: readonly DatedFlow[]): Decimal {
  const accumulation = new Precise(1).plus(checkedRate(annualRate));
  const dayFactor = accumulation.pow(new Precise(-1).div(DAYS_PER_YEAR));
  const merged = mergeSteps(flowsByDay(flows));
  const value = polynomial(
    merged.map(({ amount }) => amount),
    merged.map(({ step }) => step),
    dayFactor,
  );
  return new Decimal(value).toSignificantDigits(Decimal.precision);
}

/**
 * The effective yearly rate that compounds a rate per period: (1 + r)^n - 1.
 * @param rate rate per period, greater than -1.
 * @param periodsPerYear number of periods in a year, greater than 0.
 * @throws RangeError when either is out of its range.
 */
export function annualized(rate: Decimal, periodsPerYear: number): Decimal {
  if (!(periodsPerYear > 0 && Number.isFinite(periodsPerYear))) {
    throw new RangeError(`periods per year must be a positive number, got ${periodsPerYear}`);
  }
  const compounded = new Precise(1).plus(checkedRate(rate)).pow(periodsPerYear).minus(1);
  return new Decimal(compounded).toSignificantDigits(Decimal.precision);
}

/**
 * All the rates r per unit of time with sum of amounts[k] / (1 + r)^years[k] = 0, as doubles can tell: for
 * simulations, which need speed. A present value that comes as close to zero as rounding counts as touching it.
 * @param years times of the flows in any unit and order; the rates are per that unit.
 * @param amounts as many amounts.
 * @returns the rates in ascending order, from -0.99999999 to 1e18; empty when there is none.
 * @throws RangeError when the lengths differ or a number is not finite.
 */
export function ratesOfReturnInDoubles(years: ArrayLike<number>, amounts: ArrayLike<number>): number[] {
  if (years.length !== amounts.length) {
    throw new RangeError(`${years.length} times given for ${amounts.length} amounts`);
  }
  const flows = mergeTimes(years, amounts);
  if (!hasBothSigns(flows.amounts)) return [];
  return rootsInDoubles(flows)
    .map(Math.expm1)
    .filter((rate) => rate >= LOWEST_RATE.toNumber() && rate <= HIGHEST_RATE.toNumber())
    .sort((first, second) => first - second);
}

function ratesOfReturn(flows: readonly StepFlow[], stepsPerUnit: number): RatesFound {
  const searched = { from: LOWEST_RATE, to: HIGHEST_RATE };
  const merged = mergeSteps(flows);
  if (!hasBothSigns(merged.map(({ amount }) => amount.s))) {
    return { rates: [], reason: 'no-sign-change', searched };
  }
  const firstStep = merged[0]?.step ?? 0;
  const fromFirst = merged.map(({ step, amount }) => ({ step: step - firstStep, amount }));
  const rates = preciseRoots(fromFirst, stepsPerUnit)
    .map((factor) => rateOf(factor, stepsPerUnit))
    .filter((rate) => rate.gte(LOWEST_RATE) && rate.lte(HIGHEST_RATE))
    .sort((first, second) => first.comparedTo(second));
  return rates.length === 0 ? { rates, reason: 'no-root', searched } : { rates, searched };
}

/** The rate of one unit of time for the discount factor of one step, to the digits that are guaranteed. */
function rateOf(factor: Decimal, stepsPerUnit: number): Decimal {
  const accumulation = new Precise(1).div(factor.pow(stepsPerUnit));
  const places = Math.max(0, GUARANTEED_DIGITS - accumulation.e);
  const rate = accumulation.minus(1).toDecimalPlaces(places);
  return rate.isZero() ? ZERO : new Decimal(rate).toSignificantDigits(Decimal.precision);
}

function checkedRate(rate: Decimal): Decimal {
  if (!rate.isFinite() || rate.lte(-1)) throw new RangeError(`a rate must be greater than -1, got ${rate}`);
  return rate;
}
