import { monthEnd, periodCount } from '../timeline.ts';
import { assumptionCell } from './calculation-sheets.ts';
import {
  dayNumber,
  plainSheet,
  textCell,
  type WorkbookCell,
  type WorkbookRow,
  type WorkbookSheet,
} from './cells.ts';
import { addressText, columnName, FIRST_PERIOD_COLUMN, SHEETS } from './layout.ts';
import { type Reported, referenceCell } from './reported.ts';
import { type ReturnBlock, rateAddress } from './returns-sheet.ts';
import { referenceText } from './spreadsheet-text.ts';

/** A figure of a line; with `as: 'date'`, a line of months shown as the end of that month. */
export interface LineCell {
  readonly line: string;
  readonly period: number;
  readonly as?: 'date';
}

/** A rate that no line holds. */
export interface RateCell {
  /** Fraction, decimal string. */
  readonly rate: string;
  /** The flows of which it is a rate of return, and which of their rates it is, from 0. */
  readonly flows?: string;
  readonly rank?: number;
  /** The assumption that it repeats. */
  readonly assumption?: string;
}

/** What a workbook shows of a report table (report/table.ts): a sheet whose figures are references. */
export interface SheetTable {
  readonly id: string;
  readonly title: string;
  /** What the sheet is called where the title is too long for it. */
  readonly sheet?: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly kind: 'heading' | 'line' | 'subtotal' | 'total';
    readonly cells: readonly (LineCell | RateCell | string | null)[];
  }[];
  readonly notes: readonly string[];
}

/** A rate: the cell that finds it again, that of the assumption that it repeats, or the number. */
function rateCell(
  { calculation, figures, layout }: Reported,
  cell: RateCell,
  blocks: readonly ReturnBlock[],
  name: string,
): WorkbookCell {
  const assumption = cell.assumption === undefined ? undefined : calculation.assumptions.get(cell.assumption);
  if (assumption !== undefined) {
    const { value } = assumptionCell(assumption, { calculation, figures }, 'input');
    return { formula: addressText(layout.assumption(assumption.id), name), value, style: 'rate' };
  }
  const found = cell.flows === undefined ? undefined : rateAddress(blocks, cell.flows, cell.rank ?? 0, name);
  if (found === undefined) return { value: Number(cell.rate), style: 'rate' };
  const rate = blocks.find(({ block }) => block.id === cell.flows)?.annualRates[cell.rank ?? 0];
  return { formula: found, value: Number(rate), style: 'rate' };
}

/** A line of months as the end of its month, read at the head of the months. */
function dateCell(reported: Reported, cell: LineCell, name: string): WorkbookCell {
  const { calculation, figures, layout } = reported;
  const { timeline } = calculation;
  const line = calculation.line(cell.line);
  const month = figures.of(line)[cell.period] ?? null;
  const reference = referenceText(layout, line, cell.period, name);
  const last = columnName(FIRST_PERIOD_COLUMN + timeline.months - 1);
  const found = `INDEX('${SHEETS.monthly}'!$${columnName(FIRST_PERIOD_COLUMN)}$1:$${last}$1,1,${reference}+1)`;
  return {
    formula: line.mayBeUndefined ? `IF(${reference}="","",${found})` : found,
    value: month === null ? '' : dayNumber(monthEnd(timeline, month.toNumber())),
    style: 'date',
  };
}

/** A report table; its figures are references to the cells of lines. @throws for a line or period that does not exist */
export function tableSheet(
  reported: Reported,
  table: SheetTable,
  name: string,
  blocks: readonly ReturnBlock[],
): WorkbookSheet {
  const rows: WorkbookRow[] = [
    [textCell(table.title, 'title')],
    [textCell(table.unit, 'note')],
    ['', ...table.columns].map((head) => textCell(head, 'head')),
  ];
  for (const row of table.rows) {
    const emphasis = row.kind === 'subtotal' || row.kind === 'total' ? ({ emphasis: 'total' } as const) : {};
    const label = textCell(row.label, row.kind === 'heading' ? 'head' : 'text');
    const cells = row.cells.map((cell): WorkbookCell | null => {
      if (cell === null) return null;
      if (typeof cell === 'string') return { ...textCell(cell), ...emphasis };
      if ('rate' in cell) return { ...rateCell(reported, cell, blocks, name), ...emphasis };
      const line = reported.calculation.line(cell.line);
      if (!(cell.period >= 0 && cell.period < periodCount(reported.calculation.timeline, line.rhythm))) {
        throw new Error(`table ${table.id}: line ${line.id} has no period ${cell.period}`);
      }
      if (cell.as === 'date') return { ...dateCell(reported, cell, name), ...emphasis };
      return { ...referenceCell(reported, line, cell.period, name), ...emphasis };
    });
    rows.push([{ ...label, ...emphasis }, ...cells]);
  }
  for (const note of table.notes) rows.push([textCell(note, 'note')]);
  const widths = [52, ...table.columns.map(() => 18)];
  return plainSheet(name, rows, widths, { frozenRows: 3, frozenColumns: 1 });
}
