import type { Calculation } from '../calculation.ts';
import { type Decimal, ZERO } from '../decimal.ts';
import type { Figures, Value } from '../exact.ts';
import { MINUS_SIGN, NO_BREAK_SPACE, ratioStyle, writeList, writeValue } from '../french.ts';
import type { Assumption, Formula, Line } from '../operations.ts';
import type { Rhythm } from '../timeline.ts';
import type { RatioStyle, Unit } from '../units.ts';

/** How tightly a piece of text holds together: what holds less than asked is put in parentheses. */
export const BINDING = { phrase: 0, sum: 1, negative: 2, product: 3, power: 4, atom: 5 } as const;

export interface Text {
  readonly text: string;
  readonly binding: number;
}

/** A cell that a formula reads: of a line, or an assumption (rhythm once). */
export interface Cell {
  readonly figure: string;
  readonly label: string;
  readonly unit: Unit;
  readonly rhythm: Rhythm;
  readonly period: number;
  readonly value: Value;
  readonly ratio: RatioStyle;
  /** 0 when read on its own; by size among the cells of a span, the largest first: the smallest are only counted. */
  readonly rank: number;
}

/** What is said of a part of a formula, in one cell. */
export interface Explained {
  readonly value: Value;
  readonly words: Text;
  readonly numbers: Text;
  /** The numbers inside a larger formula, where the whole would be too long. */
  readonly shortNumbers?: Text;
  readonly cells: readonly Cell[];
  /** What the sentence says in place of the numbers, where they would only repeat the value. */
  readonly middle?: string;
  /** Why the branch told was taken; said after the value when the branch is the whole formula. */
  readonly reasons?: readonly string[];
  /** Why there is no value. */
  readonly problem?: string;
  /** A single number, or the plain reading of another cell. */
  readonly single?: 'constant' | 'cell';
}

/** What the explanation of one cell reads. */
export interface Context {
  readonly calculation: Calculation;
  readonly figures: Figures;
  /** Of the cell explained. */
  readonly period: number;
  /** @param ratio how the ratio of a single figure is shown there, when what it is compared to decides */
  readonly explained: (formula: Formula, ratio?: RatioStyle) => Explained;
}

/** Terms, or cells of a span, told one by one. */
export const TOLD_AT_MOST = 8;
/** Numbers inside a formula keep more digits than results, so that a reader can compute again. */
const DIGITS_INSIDE = 7;

export const COLON = `${NO_BREAK_SPACE}: `;
export const SEMICOLON = `${NO_BREAK_SPACE}; `;
export const OUTSIDE_TEXT = 'hors de la période d’étude';

export function atom(text: string): Text {
  return { text, binding: BINDING.atom };
}

export function phrase(text: string): Text {
  return { text, binding: BINDING.phrase };
}

/** A written number; a negative one is put in parentheses after an operator. */
export function numberText(text: string): Text {
  return { text, binding: text.startsWith(MINUS_SIGN) ? BINDING.negative : BINDING.atom };
}

/** The text, in parentheses if it holds together less than `atLeast`. */
export function bound(text: Text, atLeast: number): string {
  return text.binding >= atLeast ? text.text : `(${text.text})`;
}

/** A value inside a formula. */
export function writeInside(context: Context, value: Value, unit: Unit, ratio?: RatioStyle): string {
  return writeValue(value, unit, {
    timeline: context.figures.timeline,
    significantDigits: DIGITS_INSIDE,
    ratio: ratio ?? ratioStyle([value]),
  });
}

/** The text followed by why its branch was taken: for a part of a larger formula, which has no end of its own. */
function withReasons(text: Text, reasons: readonly string[] = []): Text {
  return reasons.length === 0 ? text : phrase(`${text.text}, car ${writeList(reasons)}`);
}

/** The words of a part inside a larger formula. */
export function wordsInside(part: Explained): Text {
  return withReasons(part.words, part.reasons);
}

/** The numbers of a part inside a larger formula. */
export function numbersInside(part: Explained): Text {
  return withReasons(part.shortNumbers ?? part.numbers, part.reasons);
}

/** A label in a formula; in quotes when it holds signs that could be read as those of the formula. */
export function writeLabel(label: string): string {
  return /[+−×/=<>,()]/.test(label) ? `«${NO_BREAK_SPACE}${label}${NO_BREAK_SPACE}»` : label;
}

/** A number of times (complete years, an index) is never a percentage, however small. */
function lineRatioStyle({ calculation, figures }: Context, line: Line): RatioStyle {
  const told = calculation.ratioStyleOf(line.id);
  if (told !== undefined) return told;
  const { operation } = calculation.formulaOf(line);
  return operation === 'integerPart' || operation === 'power' ? 'multiple' : ratioStyle(figures.of(line));
}

/** The cells of a line from one period to another, both included. */
export function lineCells(context: Context, line: Line, from: number, to: number): Cell[] {
  const { id: figure, label, unit, rhythm } = line;
  const values = context.figures.of(line);
  const ratio = unit === 'ratio' ? lineRatioStyle(context, line) : 'multiple';
  return values
    .slice(from, to + 1)
    .map((value, index) => ({ figure, label, unit, rhythm, period: from + index, value, ratio, rank: 0 }));
}

export function assumptionCell(context: Context, assumption: Assumption): Cell {
  const { id: figure, label, unit } = assumption;
  const value = context.figures.assumption(figure);
  return {
    figure,
    label,
    unit,
    rhythm: 'once',
    period: 0,
    value,
    ratio: context.calculation.ratioStyleOf(figure) ?? ratioStyle([value]),
    rank: 0,
  };
}

/** The cells of several parts, each once, at its best rank. */
export function mergeCells(cells: readonly Cell[]): Cell[] {
  const merged = new Map<string, Cell>();
  for (const cell of cells) {
    const key = `${cell.figure} ${cell.period}`;
    const known = merged.get(key);
    if (known === undefined || cell.rank < known.rank) merged.set(key, cell);
  }
  return [...merged.values()];
}

/** The first null part says why the whole has no value. */
export function problemOf(parts: readonly Explained[]): { problem?: string } {
  const problem = parts.find((part) => part.value === null)?.problem;
  return problem === undefined ? {} : { problem };
}

/** The sum, null when a value is. */
export function sumOf(values: readonly Value[]): Value {
  let sum = ZERO;
  for (const value of values) {
    if (value === null) return null;
    sum = sum.plus(value);
  }
  return sum;
}

/** Positions of the `count` largest values in absolute value; undefined ones count as largest. */
export function positionsOfLargest(values: readonly Value[], count: number): Set<number> {
  const size = (position: number): Decimal | undefined => values[position]?.abs();
  const positions = values.map((_, position) => position);
  positions.sort((a, b) => {
    const [first, second] = [size(a), size(b)];
    if (first === undefined || second === undefined) {
      return Number(second === undefined) - Number(first === undefined) || a - b;
    }
    return second.comparedTo(first) || a - b;
  });
  return new Set(positions.slice(0, count));
}
