import { Decimal as BaseDecimal } from 'decimal.js';

/**
 * The one Decimal of the program: 34 significant digits, half away from zero.
 * A constructor of our own, so that no library can change its precision behind our back.
 */
export const Decimal = BaseDecimal.clone({
  precision: 34,
  rounding: BaseDecimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Decimal = BaseDecimal;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** Rounds an amount to the cent, half away from zero (contract and tax practice). */
export function toCents(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(2, BaseDecimal.ROUND_HALF_UP);
}

/** Writes an amount as the API and the files do: two decimals, a point, no exponent. */
export function centsString(amount: Decimal): string {
  const rounded = toCents(amount);
  return (rounded.isZero() ? ZERO : rounded).toFixed(2);
}
