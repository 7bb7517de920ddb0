import type { Decimal } from '../formula/decimal.ts';
import type { Unit } from '../formula/units.ts';
import { type Default, type Field, field } from '../input/description.ts';
import { amount, area, multiple, rate, share, truth, wholeNumber } from '../input/fields.ts';

/** The kinds of field that a dossier is made of: an amount, a yearly rate, a share, an area, a duration, a yes or no. */
interface Wording {
  readonly label: string;
  readonly help: string;
  readonly fallback?: Default;
}

/** An amount of money, never negative. */
export function moneyField(wording: Wording, unit: Unit = 'money'): Field<Decimal> {
  return field(amount({ min: '0' }), { ...wording, unit });
}

/** A yearly rate, as a fraction, at most 0.5. */
export function rateField(wording: Wording): Field<Decimal> {
  return field(rate(), { ...wording, unit: 'ratio/years' });
}

/** A share of something, from 0 to 1. */
export function shareField(wording: Wording): Field<Decimal> {
  return field(share(), { ...wording, unit: 'ratio' });
}

/** An area in square metres. */
export function areaField(wording: Wording): Field<Decimal> {
  return field(area(), { ...wording, unit: 'area' });
}

/** A number of people or of things, decimals allowed (full-time equivalents). */
export function countField(wording: Wording): Field<Decimal> {
  return field(amount({ min: '0' }), { ...wording, unit: 'count' });
}

/** A whole number of months. */
export function monthsField(wording: Wording, min: number, max: number): Field<number> {
  return field(wholeNumber(min, max), { ...wording, unit: 'months' });
}

/** A whole number of years. */
export function yearsField(wording: Wording, min: number, max: number): Field<number> {
  return field(wholeNumber(min, max), { ...wording, unit: 'years' });
}

export function truthField(wording: Wording): Field<boolean> {
  return field(truth(), wording);
}

/** A limit that may be absent: null. */
export function optionalShareField(wording: Wording): Field<Decimal | null> {
  return field(share({ max: '100' }).nullable(), { ...wording, unit: 'ratio' });
}

/** A limit written as a multiple (« 1,20 »), or null. */
export function optionalMultipleField(wording: Wording): Field<Decimal | null> {
  return field(multiple('100', true).nullable(), { ...wording, unit: 'ratio' });
}
