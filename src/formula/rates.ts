import { constant, ONE_RATIO, over, plus, power, times } from './build.ts';
import type { Definedness, Formula } from './operations.ts';
import type { Rhythm } from './timeline.ts';

const ONE_YEAR = constant(1, 'years');

/** A yearly rate taken over one year, as a plain share. */
export function overOneYear<R extends Rhythm, D extends Definedness>(
  annualRate: Formula<'ratio/years', R, D>,
): Formula<'ratio', R | 'once', D | 'defined'> {
  return times(annualRate, ONE_YEAR);
}

/** 1 + a yearly rate: by how much an amount grows in one year. */
export function growthFactor<R extends Rhythm, D extends Definedness>(
  annualRate: Formula<'ratio/years', R, D>,
): Formula<'ratio', R | 'once', D | 'defined'> {
  return plus(ONE_RATIO, overOneYear(annualRate));
}

/** The rate of one period, proportional: yearly rate / periods a year (practice of French banks). */
export function proportionalRate<R extends Rhythm, D extends Definedness>(
  annualRate: Formula<'ratio/years', R, D>,
  periodsPerYear: number,
): Formula<'ratio', R | 'once', D | 'defined'> {
  return over(overOneYear(annualRate), constant(periodsPerYear, 'ratio'));
}

/** What one euro in one month is worth now: (1 + yearly rate)^(−1/12), the discount of one month. */
export function monthlyDiscount<R extends Rhythm, D extends Definedness>(
  annualRate: Formula<'ratio/years', R, D>,
): Formula<'ratio', R | 'once', D | 'defined'> {
  return power(growthFactor(annualRate), over(constant(-1, 'ratio'), constant(12, 'ratio')));
}
