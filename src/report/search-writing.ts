import type { TriedLimit } from '../analysis/plan-trial.ts';
import type { Decimal } from '../formula/decimal.ts';
import { NO_BREAK_SPACE, writeMoney, writeMultiple, writeRate } from '../formula/french.ts';

/** Digits past which two different values are written as they are. */
const MOST_DECIMALS = 24;

/**
 * A value beside the limit that it is held against: rounded, but never to the limit itself unless it is equal to it,
 * since one euro or one cent from a limit is what a search shows.
 */
function besides(
  value: Decimal,
  limit: Decimal,
  decimals: number,
  write: (value: Decimal) => string,
): string {
  for (let kept = decimals; kept < MOST_DECIMALS; kept++) {
    const rounded = value.toDecimalPlaces(kept);
    if (!rounded.equals(limit) || value.equals(limit)) return write(rounded);
  }
  return write(value);
}

/** A cover beside its target: 1,2003; 1,19996 for 1,20. */
export function writeCoverBeside(value: Decimal, target: Decimal): string {
  return besides(value, target, 4, (cover) => writeMultiple(cover, MOST_DECIMALS));
}

function isPercentage({ id, direction }: TriedLimit): boolean {
  return direction === 'at-most' || id === 'debt-yield';
}

/** What is reached of a limit: « 80,00001 % », « 1,2003 », « non testée ». */
export function writeReached(tried: TriedLimit): string {
  const { value, limit } = tried;
  if (value === null) return 'non testée';
  return isPercentage(tried)
    ? besides(value, limit, 4, (share) => writeRate(share, MOST_DECIMALS))
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
