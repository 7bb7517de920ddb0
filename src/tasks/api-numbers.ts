import { centsString, type Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import type { Line } from '../formula/operations.ts';

/** How the API writes numbers: amounts with two decimals, everything else exact, a point, no exponent, no −0. */

/** An amount of a line. @throws where the line has none: amounts of statements always exist */
export function amountOf(figures: Figures, line: Line, period = 0): string {
  const value = figures.of(line)[period];
  if (value === undefined || value === null) throw new Error(`no amount for ${line.id} in period ${period}`);
  return centsString(value);
}

/** A number, not rounded; null where undefined. */
export function exactText(value: Decimal | null): string | null {
  if (value === null) return null;
  return value.isZero() ? '0' : value.toFixed();
}

/** The same decimal text; "0.00" instead of "-0.00". */
export function withoutNegativeZero(text: string): string {
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}
