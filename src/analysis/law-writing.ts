import { Decimal } from '../formula/decimal.ts';
import { writeValue } from '../formula/french.ts';
import type { LawFigure } from '../law/figure.ts';

/** From this on, a ratio of a text is a number of times (« 7 SMIC »), not a share. */
const MULTIPLE = 2;

/** The value of a figure of law as a person reads it: « 5,80665 % », « 42 500,00 € », « 7 ans ». */
export function writeLawValue({ value, unit }: LawFigure): string {
  const number = new Decimal(value);
  return writeValue(number, unit, {
    ratio: number.lt(MULTIPLE) ? 'percentage' : 'multiple',
    // A figure of law is written whole: 5,80665 %, not 5,807 %.
    significantDigits: Math.max(4, number.precision()),
  });
}
