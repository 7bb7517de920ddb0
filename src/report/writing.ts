import type { Decimal } from '../formula/decimal.ts';
import type { Value } from '../formula/exact.ts';
import { MINUS_SIGN, NO_BREAK_SPACE, THIN_SPACE, UNDEFINED_TEXT, writeValue } from '../formula/french.ts';
import type { Unit } from '../formula/units.ts';

/** An amount for a table whose head says the unit: thin spaces, whole euros or cents, no symbol. */
export function writeAmount(amount: Decimal, decimals: 0 | 2): string {
  const [whole = '0', cents] = amount.abs().toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const text = cents === undefined ? grouped : `${grouped},${cents}`;
  const isNothing = Number(whole) === 0 && Number(cents ?? 0) === 0;
  return amount.isNegative() && !isNothing ? `${MINUS_SIGN}${text}` : text;
}

/** A share in percent, with the one decimal that readers expect. */
function writeAmountWithOneDecimal(value: Decimal): string {
  return value.toFixed(1).replace('.', ',').replace('-', MINUS_SIGN);
}

/** A figure for a table: amounts without their symbol, ratios as multiples or percentages. */
export function writeForTable(
  value: Value,
  unit: Unit,
  decimals: 0 | 2,
  ratio: 'percentage' | 'multiple',
): string {
  if (value === null) return UNDEFINED_TEXT;
  if (unit === 'money') return writeAmount(value, decimals);
  if (unit === 'ratio' && ratio === 'percentage') {
    return `${writeAmountWithOneDecimal(value.times(100))}${NO_BREAK_SPACE}%`;
  }
  return writeValue(unit === 'ratio' ? value.toDecimalPlaces(2) : value, unit, { ratio });
}
