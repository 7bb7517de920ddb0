import { constant, MONTH, max, min, minus, over, plus, previous, roundedToCents, times } from './build.ts';
import type { About, Calculation } from './calculation.ts';
import type { Formula, Line } from './operations.ts';

type Once<U extends 'money' | 'months'> = Formula<U, 'once', 'defined'>;

/** An amount spread evenly over months. */
export interface Spread {
  readonly cumulated: Line<'money', 'monthly', 'defined'>;
  readonly ofMonth: Line<'money', 'monthly', 'defined'>;
}

/**
 * Spreads an amount over `count` months from month `first`: month k gets round(A·k/n) − round(A·(k−1)/n), so that the
 * cents add up to the amount.
 * @param count whole number of months, at least 1
 */
export function spreadOverMonths(
  calculation: Calculation,
  id: string,
  label: string,
  amount: Once<'money'>,
  first: Once<'months'>,
  count: Once<'months'>,
  about: About = {},
): Spread {
  const noMonth = constant(0, 'months');
  const elapsed = min(count, max(noMonth, plus(minus(MONTH, first), constant(1, 'months'))));
  const cumulated = calculation.monthly(
    `${id}.cumulated`,
    `${label}, cumul`,
    roundedToCents(times(amount, over(elapsed, count))),
    about,
  );
  return {
    cumulated,
    ofMonth: calculation.monthly(id, label, minus(cumulated, previous(cumulated)), about),
  };
}
