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

/**
 * Decimals that mean something. A repeating decimal is cut at 34 digits: what would be exactly half a cent, such as
 * 16.5 × (0.04 / 12) = 0.055, comes out as 0.05499…9. Below the twentieth decimal there is only that dust.
 */
const MEANINGFUL_DECIMALS = 20;

/** A value without the dust that divisions leave far behind the decimal point. */
export function withoutDust(value: Decimal): Decimal {
  return value.decimalPlaces() > MEANINGFUL_DECIMALS
    ? value.toDecimalPlaces(MEANINGFUL_DECIMALS, BaseDecimal.ROUND_HALF_UP)
    : value;
}

/** Whether a value is zero but for that dust. */
export function isDust(value: Decimal): boolean {
  return value.isZero() || value.e < -MEANINGFUL_DECIMALS;
}

/** Rounds to some decimals, half away from zero, of the value meant rather than of its dust. */
export function roundedTo(value: Decimal, decimals: number): Decimal {
  return withoutDust(value).toDecimalPlaces(decimals, BaseDecimal.ROUND_HALF_UP);
}

/** Rounds an amount to the cent, half away from zero (contract and tax practice). */
export function toCents(amount: Decimal): Decimal {
  return roundedTo(amount, 2);
}

/** Writes an amount as the API and the files do: two decimals, a point, no exponent. */
export function centsString(amount: Decimal): string {
  const rounded = toCents(amount);
  return (rounded.isZero() ? ZERO : rounded).toFixed(2);
}
