/**
 * A neutral table: the page, the workbook, the .csv and the print all show the same one.
 *
 * Its figures are references to cells of the calculation, so that a page links each to its explanation and the
 * workbook writes each as a live formula.
 */
export interface FigureReference {
  readonly line: string;
  /** Period of that line: 0 for a `once` line, year index for a yearly one, month for a monthly one. */
  readonly period: number;
  /** A line of months, told as the month that it names. */
  readonly as?: 'date';
}

/** A rate that no line holds: found by a search, or typed and repeated. */
export interface RateFigure {
  /** Fraction, decimal string. */
  readonly rate: string;
  /** The flows of which it is a rate of return, by the id of that return, and its rank among their rates. */
  readonly flows?: string;
  readonly rank?: number;
  /** The assumption that it repeats. */
  readonly assumption?: string;
}

export type TableCell = FigureReference | RateFigure | string | null;

export interface Row {
  readonly label: string;
  /** heading: a title without figures; line: a figure; subtotal and total: in bold, with a rule above. */
  readonly kind: 'heading' | 'line' | 'subtotal' | 'total';
  /** One a column; null: nothing there. */
  readonly cells: readonly TableCell[];
}

export interface Table {
  /** Stable, kebab-case: its anchor in the page, its sheet in the workbook. */
  readonly id: string;
  readonly title: string;
  /** What the figures are counted in: « en euros, HT ». */
  readonly unit: string;
  /** Heads of the columns after that of the labels. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Said under the table: scope, convention, source. */
  readonly notes: readonly string[];
  /** On a phone its labels stand above its figures, if its columns are few: none is then out of sight. */
  readonly stacks?: true;
}

/** The dated flows of one party in one instrument, whose internal rates of return are shown. */
export interface FlowBlock {
  readonly id: string;
  readonly label: string;
  /** A monthly line of money: positive received, negative paid. */
  readonly line: string;
}
