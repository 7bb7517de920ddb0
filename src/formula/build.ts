import { Decimal } from './decimal.ts';
import type {
  Aggregate,
  Comparison,
  Definedness,
  Formula,
  Line,
  NodeOf,
  Operation,
  PeriodFact,
  Place,
  Span,
} from './operations.ts';
import type { Rhythm } from './timeline.ts';
import {
  type Meaningful,
  type Product,
  productUnit,
  type Quotient,
  quotientUnit,
  type Unit,
} from './units.ts';

/**
 * The functions with which domain code writes formulas. Each returns an immutable tree and computes nothing.
 * Type parameters: U unit, R rhythms read, D whether the result may be undefined.
 */
type F<U extends Unit, R extends Rhythm, D extends Definedness> = Formula<U, R, D>;

function node<U extends Unit, R extends Rhythm, D extends Definedness>(
  tree: NodeOf<Operation>,
): Formula<U, R, D> {
  return Object.freeze(tree) as unknown as Formula<U, R, D>;
}

function anyUndefined(operands: readonly Formula[]): boolean {
  return operands.some((operand) => operand.mayBeUndefined);
}

/** A number written in the code: only what has no name of its own (0, 12, 1). Law figures are assumptions or named constants. */
export function constant<U extends Unit>(value: string | number | Decimal, unit: U): F<U, 'once', 'defined'> {
  return node({ operation: 'constant', value: new Decimal(value), unit, mayBeUndefined: false });
}

export const NO_MONEY: F<'money', 'once', 'defined'> = constant(0, 'money');
export const ONE_RATIO: F<'ratio', 'once', 'defined'> = constant(1, 'ratio');

/** Sum of terms of one unit. */
export function plus<
  U extends Unit,
  R extends Rhythm,
  D extends Definedness,
  R2 extends Rhythm = never,
  D2 extends Definedness = never,
>(first: F<U, R, D>, ...rest: readonly F<NoInfer<U>, R2, D2>[]): F<U, R | R2, D | D2> {
  if (rest.length === 0) return first;
  const terms = [first, ...rest];
  return node({ operation: 'plus', operands: terms, unit: first.unit, mayBeUndefined: anyUndefined(terms) });
}

/** Sum of money terms, possibly none. */
export function sumOfTerms<R extends Rhythm, D extends Definedness>(
  terms: readonly F<'money', R, D>[],
): F<'money', R | 'once', D | 'defined'> {
  const [first, ...rest] = terms;
  return first === undefined ? NO_MONEY : plus(first, ...rest);
}

/** a − b, of one unit. */
export function minus<
  U extends Unit,
  R extends Rhythm,
  D extends Definedness,
  R2 extends Rhythm,
  D2 extends Definedness,
>(a: F<U, R, D>, b: F<NoInfer<U>, R2, D2>): F<U, R | R2, D | D2> {
  return node({
    operation: 'minus',
    operands: [a, b],
    unit: a.unit,
    mayBeUndefined: anyUndefined([a, b]),
  });
}

/** a × b; the units must make a product (money × ratio, money/area × area…). */
export function times<
  A extends Unit,
  R extends Rhythm,
  D extends Definedness,
  B extends Unit,
  R2 extends Rhythm,
  D2 extends Definedness,
>(a: F<A, R, D>, b: F<B, R2, D2> & Meaningful<Product<A, B>>): F<Product<A, B> & Unit, R | R2, D | D2> {
  return node({
    operation: 'times',
    operands: [a, b],
    unit: productUnit(a.unit, b.unit),
    mayBeUndefined: anyUndefined([a, b]),
  });
}

/** a / b where b may be zero: then « non défini ». */
export function dividedBy<A extends Unit, R extends Rhythm, B extends Unit, R2 extends Rhythm>(
  a: F<A, R, Definedness>,
  b: F<B, R2, Definedness>,
): F<Quotient<A, B> & Unit, R | R2, 'undefinable'> {
  return node({
    operation: 'dividedBy',
    operands: [a, b],
    divisorIsNeverZero: false,
    unit: quotientUnit(a.unit, b.unit),
    mayBeUndefined: true,
  });
}

/** a / b where b can never be zero (a constant, a duration checked when read). A zero there is a bug and stops the reading. */
export function over<
  A extends Unit,
  R extends Rhythm,
  D extends Definedness,
  B extends Unit,
  R2 extends Rhythm,
  D2 extends Definedness,
>(a: F<A, R, D>, b: F<B, R2, D2>): F<Quotient<A, B> & Unit, R | R2, D | D2> {
  return node({
    operation: 'dividedBy',
    operands: [a, b],
    divisorIsNeverZero: true,
    unit: quotientUnit(a.unit, b.unit),
    mayBeUndefined: anyUndefined([a, b]),
  });
}

/** base ^ exponent, both without unit. Whole exponents are quick; others cost a logarithm in the exact reading. */
export function power<
  R extends Rhythm,
  D extends Definedness,
  U2 extends 'ratio' | 'count',
  R2 extends Rhythm,
  D2 extends Definedness,
>(base: F<'ratio', R, D>, exponent: F<U2, R2, D2>): F<'ratio', R | R2, D | D2> {
  return node({
    operation: 'power',
    operands: [base, exponent],
    unit: 'ratio',
    mayBeUndefined: anyUndefined([base, exponent]),
  });
}

/** The smallest; undefined operands are skipped, undefined if all are. */
export function min<
  U extends Unit,
  R extends Rhythm,
  D extends Definedness,
  R2 extends Rhythm,
  D2 extends Definedness,
>(first: F<U, R, D>, ...rest: readonly F<NoInfer<U>, R2, D2>[]): F<U, R | R2, D | D2> {
  const operands = [first, ...rest];
  return node({
    operation: 'min',
    operands,
    unit: first.unit,
    mayBeUndefined: operands.every((operand) => operand.mayBeUndefined),
  });
}

/** The largest; undefined operands are skipped, undefined if all are. */
export function max<
  U extends Unit,
  R extends Rhythm,
  D extends Definedness,
  R2 extends Rhythm,
  D2 extends Definedness,
>(first: F<U, R, D>, ...rest: readonly F<NoInfer<U>, R2, D2>[]): F<U, R | R2, D | D2> {
  const operands = [first, ...rest];
  return node({
    operation: 'max',
    operands,
    unit: first.unit,
    mayBeUndefined: operands.every((operand) => operand.mayBeUndefined),
  });
}

/** Rounded to the cent, half away from zero: where a contract or a law rounds. */
export function roundedToCents<R extends Rhythm, D extends Definedness>(
  amount: F<'money', R, D>,
): F<'money', R, D> {
  return node({
    operation: 'roundedToCents',
    operands: [amount],
    unit: 'money',
    mayBeUndefined: amount.mayBeUndefined,
  });
}

/** The whole part of a positive number (complete years between two dates). */
export function integerPart<U extends Unit, R extends Rhythm, D extends Definedness>(
  value: F<U, R, D>,
): F<U, R, D> {
  return node({
    operation: 'integerPart',
    operands: [value],
    unit: value.unit,
    mayBeUndefined: value.mayBeUndefined,
  });
}

function compare(comparison: Comparison) {
  return <U extends Unit, R extends Rhythm, D extends Definedness, R2 extends Rhythm, D2 extends Definedness>(
    a: F<U, R, D>,
    b: F<NoInfer<U>, R2, D2>,
  ): F<'truth', R | R2, D | D2> =>
    node({
      operation: 'compare',
      comparison,
      operands: [a, b],
      unit: 'truth',
      mayBeUndefined: anyUndefined([a, b]),
    });
}
export const isLess = compare('less');
export const isAtMost = compare('atMost');
export const isEqual = compare('equal');
export const isAtLeast = compare('atLeast');
export const isMore = compare('more');
export const isDifferent = compare('different');

/** `whenTrue` if the condition holds, else `otherwise`. */
export function choose<
  U extends Unit,
  R extends Rhythm,
  D extends Definedness,
  R2 extends Rhythm,
  D2 extends Definedness,
  R3 extends Rhythm,
  D3 extends Definedness,
>(
  condition: F<'truth', R, D>,
  whenTrue: F<U, R2, D2>,
  otherwise: F<NoInfer<U>, R3, D3>,
): F<U, R | R2 | R3, D | D2 | D3> {
  return node({
    operation: 'choose',
    operands: [condition, whenTrue, otherwise],
    unit: whenTrue.unit,
    mayBeUndefined: anyUndefined([condition, whenTrue, otherwise]),
  });
}

/** The value, or the fallback where it is undefined. */
export function definedOr<U extends Unit, R extends Rhythm, R2 extends Rhythm, D2 extends Definedness>(
  value: F<U, R, Definedness>,
  fallback: F<NoInfer<U>, R2, D2>,
): F<U, R | R2, D2> {
  return node({
    operation: 'definedOr',
    operands: [value, fallback],
    unit: value.unit,
    mayBeUndefined: fallback.mayBeUndefined,
  });
}

function reading<U extends Unit, R extends Rhythm, D extends Definedness>(
  line: Line,
  place: Place,
): F<U, R, D> {
  return node({ operation: 'line', line, place, unit: line.unit, mayBeUndefined: line.mayBeUndefined });
}

function aggregate<U extends Unit, R extends Rhythm, D extends Definedness>(
  kind: Aggregate,
  line: Line,
  span: Span,
): F<U, R, D> {
  const mayBeUndefined = line.mayBeUndefined || (kind !== 'sum' && span.kind !== 'all');
  return node({ operation: 'aggregate', aggregate: kind, line, span, unit: line.unit, mayBeUndefined });
}

/** The line `periods` earlier; 0 before the timeline. */
export function previous<U extends Unit, R extends 'monthly' | 'yearly', D extends Definedness>(
  line: Line<U, R, D>,
  periods = 1,
): F<U, R, D> {
  return reading(line, { kind: 'near', offset: -periods });
}

/** The line `periods` later; 0 after the timeline. */
export function next<U extends Unit, R extends 'monthly' | 'yearly', D extends Definedness>(
  line: Line<U, R, D>,
  periods = 1,
): F<U, R, D> {
  return reading(line, { kind: 'near', offset: periods });
}

/** The yearly line, read in each month of the year (`yearsLater` years away; 0 outside the timeline). */
export function inYearOf<U extends Unit, D extends Definedness>(
  line: Line<U, 'yearly', D>,
  yearsLater = 0,
): F<U, 'monthly', D> {
  return reading(line, { kind: 'inYearOf', offset: yearsLater });
}

/** The yearly line in one calendar month a year, 0 in the other months. */
export function postedIn<U extends Unit, D extends Definedness>(
  line: Line<U, 'yearly', D>,
  calendarMonth: number,
  yearsLater = 0,
): F<U, 'monthly', D> {
  return reading(line, { kind: 'posted', calendarMonth, offset: yearsLater });
}

/** The monthly line in the last month of the year. */
export function endOfYear<U extends Unit, D extends Definedness>(
  line: Line<U, 'monthly', D>,
  yearsLater = 0,
): F<U, 'yearly', D> {
  return reading(line, { kind: 'endOfYear', offset: yearsLater });
}

/** The monthly line in the month given; 0 outside the timeline. */
export function at<U extends Unit, D extends Definedness>(
  line: Line<U, 'monthly', D>,
  month: F<'months', 'once', 'defined'>,
): F<U, 'once', D> {
  return reading(line, { kind: 'atMonth', month });
}

/** Sum of the months of the year. */
export function sumOfYear<U extends Unit, D extends Definedness>(
  line: Line<U, 'monthly', D>,
  yearsLater = 0,
): F<U, 'yearly', D> {
  return aggregate('sum', line, { kind: 'monthsOfYear', offset: yearsLater });
}

/** Sum over the periods from `from` to `to` periods away, both included; 0 outside the timeline. */
export function sumOver<U extends Unit, R extends 'monthly' | 'yearly', D extends Definedness>(
  line: Line<U, R, D>,
  from: number,
  to: number,
): F<U, R, D> {
  return aggregate('sum', line, { kind: 'window', from, to });
}

/** Sum over the whole timeline. */
export function total<U extends Unit, D extends Definedness>(
  line: Line<U, 'monthly' | 'yearly', D>,
): F<U, 'once', D> {
  return aggregate('sum', line, { kind: 'all' });
}

/** Smallest value of the timeline, undefined cells skipped. */
export function smallest<U extends Unit, D extends Definedness>(
  line: Line<U, 'monthly' | 'yearly', D>,
): F<U, 'once', D> {
  return aggregate('min', line, { kind: 'all' });
}

/** Largest value of the timeline, undefined cells skipped. */
export function largest<U extends Unit, D extends Definedness>(
  line: Line<U, 'monthly' | 'yearly', D>,
): F<U, 'once', D> {
  return aggregate('max', line, { kind: 'all' });
}

function fact<U extends Unit, R extends Rhythm>(which: PeriodFact, unit: U): F<U, R, 'defined'> {
  return node({ operation: 'period', fact: which, unit, mayBeUndefined: false });
}

/** Number of this month, 0 at signature. */
export const MONTH: F<'months', 'monthly', 'defined'> = fact('month', 'months');
/** Calendar month, 1 to 12. */
export const CALENDAR_MONTH: F<'count', 'monthly', 'defined'> = fact('calendarMonth', 'count');
/** Number of this fiscal year, 0 for the first. */
export const YEAR: F<'count', 'yearly', 'defined'> = fact('year', 'count');
/** Months in this fiscal year: 12, fewer in the first. */
export const MONTHS_IN_YEAR: F<'months', 'yearly', 'defined'> = fact('monthsInYear', 'months');

/** Both conditions hold. */
export function and<R extends Rhythm, D extends Definedness, R2 extends Rhythm, D2 extends Definedness>(
  a: F<'truth', R, D>,
  b: F<'truth', R2, D2>,
): F<'truth', R | R2 | 'once', D | D2 | 'defined'> {
  return choose(a, b, FALSE);
}
/** One of the conditions holds. */
export function or<R extends Rhythm, D extends Definedness, R2 extends Rhythm, D2 extends Definedness>(
  a: F<'truth', R, D>,
  b: F<'truth', R2, D2>,
): F<'truth', R | R2 | 'once', D | D2 | 'defined'> {
  return choose(a, TRUE, b);
}
export const TRUE: F<'truth', 'once', 'defined'> = constant(1, 'truth');
export const FALSE: F<'truth', 'once', 'defined'> = constant(0, 'truth');
