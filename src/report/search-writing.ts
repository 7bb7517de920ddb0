import type { TriedLimit } from '../analysis/plan-trial.ts';
import type { Decimal } from '../formula/decimal.ts';
import { MINUS_SIGN, NO_BREAK_SPACE, writeMoney, writeMultiple, writeRate } from '../formula/french.ts';

/** Digits past which two different values are written as they are. */
const MOST_DECIMALS = 24;

/**
 * Decimals kept of a value beside the limit that it is held against: it is never rounded to the limit itself unless it
 * is equal to it, since one euro or one cent from a limit is what a search shows.
 */
function decimalsBeside(value: Decimal, limit: Decimal, least: number): number {
  let kept = least;
  while (kept < MOST_DECIMALS && !value.equals(limit) && value.toDecimalPlaces(kept).equals(limit)) kept++;
  return kept;
}

/** A cover beside its target: 1,2003; 1,19996 for 1,20. */
export function writeCoverBeside(value: Decimal, target: Decimal): string {
  const text = value.toFixed(decimalsBeside(value, target, 4));
  return text.replace('.', ',').replace('-', MINUS_SIGN);
}

function isPercentage({ id, direction }: TriedLimit): boolean {
  return direction === 'at-most' || id === 'debt-yield';
}

/** What is reached of a limit: « 80,00001 % », « 1,2003 », « non testée ». */
export function writeReached(tried: TriedLimit): string {
  const { value, limit } = tried;
  if (value === null) return 'non testée';
  return isPercentage(tried)
    ? writeRate(value.toDecimalPlaces(decimalsBeside(value, limit, 4)), MOST_DECIMALS)
    : writeCoverBeside(value, limit);
}

/** « 80,00 % au plus », « 1,20 au moins ». */
export function writeLimit(tried: TriedLimit): string {
  const text = isPercentage(tried) ? writeRate(tried.limit) : writeMultiple(tried.limit);
  return `${text} au ${tried.direction === 'at-most' ? 'plus' : 'moins'}`;
}

/** A rent by square metre and year. */
export function writeRent(rent: Decimal): string {
  return `${writeMoney(rent)}/m²/an`;
}

/** « : », kept with the word before. */
export const COLON = `${NO_BREAK_SPACE}:`;
