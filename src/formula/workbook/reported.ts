import type { Calculation } from '../calculation.ts';
import type { Figures } from '../exact.ts';
import type { Line } from '../operations.ts';
import { storedResult } from './calculation-sheets.ts';
import type { WorkbookCell } from './cells.ts';
import type { Layout } from './layout.ts';
import { referenceText } from './spreadsheet-text.ts';
import { styleOfValues } from './units.ts';

/** What the builders of result sheets share. */
export interface Reported {
  readonly calculation: Calculation;
  readonly figures: Figures;
  readonly layout: Layout;
}

/** A cell that shows that of a line. */
export function referenceCell(reported: Reported, line: Line, period: number, from: string): WorkbookCell {
  const values = reported.figures.of(line);
  return {
    formula: referenceText(reported.layout, line, period, from),
    value: storedResult(values[period]),
    style: styleOfValues(line.unit, values, reported.calculation.ratioStyleOf(line.id)),
  };
}
