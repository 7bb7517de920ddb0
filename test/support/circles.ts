import {
  choose,
  constant,
  isAtMost,
  MONTH,
  NO_MONEY,
  next,
  plus,
  previous,
  times,
  total,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { createTimeline } from '../../src/formula/timeline.ts';

/** Calculations whose lines read one another in a circle: every reading refuses them with the lines' names. */
function oneYear(): Calculation {
  return new Calculation(createTimeline('2026-01-15', 12));
}

/** Two lines, one reading the other a month earlier, itself read a month later: refused. */
export function circleBothWays(): Calculation {
  const c = oneYear();
  const debt = c.later('circle.debt', 'Dette', 'money', 'monthly');
  const cash = c.later('circle.cash', 'Trésorerie', 'money', 'monthly');
  c.define(debt, plus(previous(cash), previous(debt)));
  c.define(cash, next(debt));
  return c;
}

/** Interest on the closing balance, which includes it: refused. */
export function circleAtOneDate(): Calculation {
  const c = oneYear();
  const interest = c.later('circle.interest', 'Intérêts', 'money', 'monthly');
  const closing = c.monthly('circle.closing', 'Solde', plus(constant(100, 'money'), interest));
  c.define(interest, times(closing, constant('0.01', 'ratio')));
  return c;
}

/** A fee on the total of the flows that pay it: refused, for the fee has no date. */
export function circleWithoutDate(): Calculation {
  const c = oneYear();
  const fee = c.later('circle.fee', 'Commission', 'money', 'once');
  const flow = c.monthly(
    'circle.flow',
    'Flux',
    choose(isAtMost(MONTH, constant(3, 'months')), fee, NO_MONEY),
  );
  c.define(fee, times(total(flow), constant('0.01', 'ratio')));
  return c;
}
