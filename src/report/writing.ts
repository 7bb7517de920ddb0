import type { Decimal } from '../formula/decimal.ts';
import type { Value } from '../formula/exact.ts';
import { MINUS_SIGN, NO_BREAK_SPACE, THIN_SPACE, UNDEFINED_TEXT, writeValue } from '../formula/french.ts';
import type { RatioStyle, Unit } from '../formula/units.ts';

/** An amount for a table whose head says the unit: thin spaces, whole euros or cents, no symbol. */
export function writeAmount(amount: Decimal, decimals: 0 | 2): string {
  const [whole = '0', cents] = amount.abs().toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const text = cents === undefined ? grouped : `${grouped},${cents}`;
  const isNothing = Number(whole) === 0 && Number(cents ?? 0) === 0;
  return amount.isNegative() && !isNothing ? `${MINUS_SIGN}${text}` : text;
}

/** A number with all these decimals. */
function writeFixed(value: Decimal, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',').replace('-', MINUS_SIGN);
}

/** Decimals of what is neither money nor a ratio: the days and years of a table are never more precise than these. */
const OTHER_DECIMALS = 1;

/**
 * A figure for a table: amounts without their symbol, ratios as multiples or percentages.
 * @param percentDecimals of a percentage: two as key figures have, one for the shares of a whole
 */
export function writeForTable(
  value: Value,
  unit: Unit,
  decimals: 0 | 2,
  ratio: RatioStyle,
  percentDecimals: 1 | 2 = 2,
): string {
  if (value === null) return UNDEFINED_TEXT;
  if (unit === 'money') return writeAmount(value, decimals);
  if (unit === 'ratio' && ratio === 'percentage') {
    return `${writeFixed(value.times(100), percentDecimals)}${NO_BREAK_SPACE}%`;
  }
  return writeValue(value.toDecimalPlaces(unit === 'ratio' ? 2 : OTHER_DECIMALS), unit, { ratio });
}
