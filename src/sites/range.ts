import type { Decimal } from '../formula/decimal.ts';

/** Three readings of one quantity. Low and high are bounds of practice, not a confidence interval. */
export interface Range<T = Decimal> {
  readonly low: T;
  readonly central: T;
  readonly high: T;
}

/** The three readings, in order. */
export const READINGS = ['low', 'central', 'high'] as const;
export type ReadingOfRange = (typeof READINGS)[number];

/** A quantity that is known. */
export function known<T>(value: T): Range<T> {
  return { low: value, central: value, high: value };
}

/** Each reading made into something else. */
export function mapRange<T, U>(range: Range<T>, make: (value: T, reading: ReadingOfRange) => U): Range<U> {
  return {
    low: make(range.low, 'low'),
    central: make(range.central, 'central'),
    high: make(range.high, 'high'),
  };
}
