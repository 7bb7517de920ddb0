/**
 * The neutral description of a workbook: sheets of rows of cells, each with its live formula and its stored result.
 * A writer (report/xlsx.ts) turns it into a file; tests give it to another spreadsheet engine.
 */
export type CellStyle =
  | 'title'
  | 'text'
  | 'note'
  | 'head'
  | 'headDate'
  | 'headCount'
  | 'money'
  | 'rate'
  | 'number'
  | 'count'
  | 'area'
  | 'truth'
  | 'date'
  | 'check';

/** input: the reader may change it; solved: a value found by a search; total: bold, with a rule above. */
export type CellEmphasis = 'input' | 'solved' | 'total';

export interface WorkbookCell {
  /** English function names, commas between arguments, no leading « = ». */
  readonly formula?: string;
  /** The stored result of the formula, or the constant; '' where a formula is « non défini ». Dates as day numbers. */
  readonly value: number | string;
  readonly style: CellStyle;
  readonly emphasis?: CellEmphasis;
}

export type WorkbookRow = readonly (WorkbookCell | null)[];

/** Cells shown in green when they hold the text `good`, in red when they hold `bad`. */
export interface Verdict {
  readonly range: string;
  readonly good: string;
  readonly bad: string;
}

export interface WorkbookSheet {
  /** At most 31 characters, unique. */
  readonly name: string;
  /** In characters, from column A. */
  readonly columnWidths: readonly number[];
  /** Columns hidden, from 0. */
  readonly hiddenColumns: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly WorkbookRow[];
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
}

export function textCell(value: string, style: CellStyle = 'text'): WorkbookCell {
  return { value, style };
}

/** The day number of an ISO date, as spreadsheets count days (1 is 1 January 1900). */
export function dayNumber(isoDate: string): number {
  return (Date.parse(`${isoDate}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** A sheet without anything special. */
export function plainSheet(
  name: string,
  rows: readonly WorkbookRow[],
  columnWidths: readonly number[],
  special: Partial<WorkbookSheet> = {},
): WorkbookSheet {
  return {
    name,
    rows,
    columnWidths,
    hiddenColumns: [],
    frozenRows: 0,
    frozenColumns: 0,
    verdicts: [],
    ...special,
  };
}
