import {
  and,
  constant,
  integerPart,
  isAtLeast,
  isEqual,
  isLess,
  MONTH,
  minus,
  over,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { Month } from './instrument.ts';

/**
 * Whether a month is a date of a yearly payment.
 * @param first month of the first payment, in months after signature; @param years number of payments, one a year
 */
export function isYearlyDate(
  first: Month,
  years: Formula<'years', 'once', 'defined'>,
): Formula<'truth', 'monthly' | 'once', 'defined'> {
  const elapsed = over(minus(MONTH, first), constant(12, 'months'));
  return and(
    isAtLeast(MONTH, first),
    and(isLess(elapsed, over(years, constant(1, 'years'))), isEqual(integerPart(elapsed), elapsed)),
  );
}
