import type { Calculation } from '../formula/calculation.ts';
import type { Assumption } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';

/**
 * How far a figure of law can be trusted.
 * sourced: the text, or an official comment of it, was read; computed: arithmetic on sourced figures;
 * memory: to be read again by a lawyer; uncertain: its value is not established.
 */
export type Confidence = 'sourced' | 'computed' | 'memory' | 'uncertain';

/** A number that a text of law sets, from a date. Printed on « Méthode », read by formulas as an assumption. */
export interface LawFigure<U extends Unit = Unit> {
  /** Stable, English, dotted, dashes inside words. Several dated values of one figure share it. */
  readonly id: string;
  readonly label: string;
  /** Decimal string; rates as fractions. */
  readonly value: string;
  readonly unit: U;
  /** First day in force, ISO. */
  readonly since: string;
  /** True when `since` is only a day at which the text was already in force, its first day being unknown here. */
  readonly orEarlier?: boolean;
  /** Last day in force, ISO; absent when no end is known. */
  readonly until?: string;
  /** Article first, then where it was read. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** The dated values of one figure, all under one id, in any order. */
export type LawSeries<U extends Unit = Unit> = readonly LawFigure<U>[];

/** One value that has never changed as far as is known, or a series. */
export type LawValues<U extends Unit = Unit> = LawFigure<U> | LawSeries<U>;

/** The dated values of a figure, whichever way it is written. */
export function datedValues<U extends Unit>(values: LawValues<U>): LawSeries<U> {
  return 'id' in values ? [values] : values;
}

/** The dated values of one figure, its id, label and unit written once. */
export function lawSeries<U extends Unit>(
  common: Omit<LawFigure<U>, 'value' | 'since' | 'confidence'>,
  values: readonly (Pick<LawFigure<U>, 'value' | 'since' | 'confidence'> & Partial<LawFigure<U>>)[],
): LawSeries<U> {
  return values.map((value) => ({ ...common, ...value }));
}

/**
 * The figure in force at a date among the dated values of one figure.
 * @param figures dated values, in any order
 * @param date ISO date
 * @returns the one begun last among those in force; undefined when none is
 */
export function inForce<U extends Unit>(
  figures: readonly LawFigure<U>[],
  date: string,
): LawFigure<U> | undefined {
  let found: LawFigure<U> | undefined;
  for (const figure of figures) {
    const applies = figure.since <= date && (figure.until === undefined || date <= figure.until);
    if (applies && (found === undefined || figure.since > found.since)) found = figure;
  }
  return found;
}

/** The value in force at a date; where none is known there, the nearest one known: last ended, else first begun. */
export function nearestInForce<U extends Unit>(figures: LawSeries<U>, date: string): LawFigure<U> {
  const found = inForce(figures, date);
  if (found !== undefined) return found;
  const begun = figures.filter(({ since }) => since <= date);
  return begun.length > 0 ? lastBegun(begun) : firstBegun(figures);
}

/** The newest of the dated values of a figure, in force today or not. */
export function lastBegun<U extends Unit>(figures: LawSeries<U>): LawFigure<U> {
  return figures.reduce((one, other) => (other.since > one.since ? other : one));
}

function firstBegun<U extends Unit>(figures: LawSeries<U>): LawFigure<U> {
  return figures.reduce((one, other) => (other.since < one.since ? other : one));
}

/** What a doubtful figure says of itself; empty when it is well established. */
export const CAVEATS: Readonly<Record<Confidence, string>> = {
  sourced: '',
  computed: '',
  memory: 'cité de mémoire, à valider avant décision',
  uncertain: 'valeur non établie, à valider avant décision',
};

/** An ISO date as it is written in French: 31/03/2028. */
export function frenchDate(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** Where a figure comes from, in one sentence: article, source, dates, caveat. */
export function sourceOf(figure: LawFigure): string {
  const end = figure.until === undefined ? '' : ` jusqu’au ${frenchDate(figure.until)}`;
  const caveat = CAVEATS[figure.confidence];
  const start = `${figure.orEarlier ? 'en vigueur au' : 'depuis le'} ${frenchDate(figure.since)}`;
  return `${figure.source}, ${start}${end}${caveat === '' ? '' : ` (${caveat})`}`;
}

/** The date of law of a calculation: one calculation lives under one law. */
const DATES_OF_LAW = new WeakMap<Calculation, string>();

/** Says at which date the law is read in a calculation, before any of its figures is asked. */
export function applyLawOf(calculation: Calculation, date: string): void {
  DATES_OF_LAW.set(calculation, date);
}

/**
 * A figure of law as an assumption of the calculation, so that it is explained and can be varied.
 * The same figure asked twice is one assumption: the companies of a deal live under one law.
 * @param values a series gives its value in force at the date of law of the calculation (the latest known, without
 * such a date: calculators); a single value is taken as it is
 * @returns the assumption `law.<id>`, its origin telling article, source and date
 * @throws when another value was already given under this id: one calculation has one date of law
 */
export function lawAssumption<U extends Unit>(calculation: Calculation, values: LawValues<U>): Assumption<U> {
  const figure = valueAt(calculation, values);
  return assumptionOf(calculation, `law.${figure.id}`, figure);
}

/**
 * The same for a law that looks at the day of an event (a deed, a payment), not at the date of law of the dossier:
 * two events of one calculation may then live under two values.
 * @param figure the value in force on the day of the event
 * @returns the assumption `law.<id>.<since>`
 */
export function datedLawAssumption<U extends Unit>(
  calculation: Calculation,
  figure: LawFigure<U>,
): Assumption<U> {
  return assumptionOf(calculation, `law.${figure.id}.${figure.since}`, figure);
}

function valueAt<U extends Unit>(calculation: Calculation, values: LawValues<U>): LawFigure<U> {
  if ('id' in values) return values;
  const date = DATES_OF_LAW.get(calculation);
  return date === undefined ? lastBegun(values) : nearestInForce(values, date);
}

function assumptionOf<U extends Unit>(
  calculation: Calculation,
  id: string,
  figure: LawFigure<U>,
): Assumption<U> {
  const known = calculation.assumptions.get(id);
  if (known === undefined) {
    return calculation.assumption(id, figure.label, figure.unit, figure.value, {
      kind: 'law',
      text: sourceOf(figure),
    });
  }
  if (!known.value.equals(figure.value)) throw new Error(`${id} is both ${known.value} and ${figure.value}`);
  return known as Assumption<U>;
}
