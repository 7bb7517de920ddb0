import { choose, constant, isEqual, minus, ONE_RATIO, over, plus, power, times } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { Rhythm } from '../formula/timeline.ts';

const NO_RATIO = constant(0, 'ratio');

/** (1 + rate)^−periods: what one euro due in so many periods is worth today. */
export function discountFactor<R extends Rhythm, R2 extends Rhythm>(
  rate: Formula<'ratio', R, 'defined'>,
  periods: Formula<'ratio', R2, 'defined'>,
): Formula<'ratio', R | R2 | 'once', 'defined'> {
  return power(plus(ONE_RATIO, rate), minus(NO_RATIO, periods));
}

/**
 * The level payment that clears a balance: P·i / (1 − (1 + i)^−n), P / n without interest. Not rounded.
 * @param rate of one period; @param periods number of payments, at least 1
 */
export function levelPayment<R extends Rhythm, R2 extends Rhythm, R3 extends Rhythm>(
  balance: Formula<'money', R, 'defined'>,
  rate: Formula<'ratio', R2, 'defined'>,
  periods: Formula<'ratio', R3, 'defined'>,
): Formula<'money', R | R2 | R3 | 'once', 'defined'> {
  return choose(
    isEqual(rate, NO_RATIO),
    over(balance, periods),
    over(times(balance, rate), minus(ONE_RATIO, discountFactor(rate, periods))),
  );
}

/** What level payments are worth at the start: c·(1 − (1 + i)^−n) / i, c·n without interest. Not rounded. */
export function worthOfLevelPayments<R extends Rhythm, R2 extends Rhythm, R3 extends Rhythm>(
  payment: Formula<'money', R, 'defined'>,
  rate: Formula<'ratio', R2, 'defined'>,
  periods: Formula<'ratio', R3, 'defined'>,
): Formula<'money', R | R2 | R3 | 'once', 'defined'> {
  return choose(
    isEqual(rate, NO_RATIO),
    times(payment, periods),
    over(times(payment, minus(ONE_RATIO, discountFactor(rate, periods))), rate),
  );
}
