import type { Calculation } from '../calculation.ts';
import type { Figures } from '../exact.ts';
import type { Line } from '../operations.ts';
import { monthEnd, periodCount } from '../timeline.ts';
import { comparisonDecimals } from '../units.ts';
import { assumptionCell, isAlwaysZero, plainNumber, storedResult } from './calculation-sheets.ts';
import {
  dayNumber,
  plainSheet,
  textCell,
  type WorkbookCell,
  type WorkbookRow,
  type WorkbookSheet,
} from './cells.ts';
import { columnName, FIRST_ASSUMPTION_ROW, type Layout, SHEETS } from './layout.ts';
import { referenceText } from './spreadsheet-text.ts';
import { styleOfValues, unitInFrench } from './units.ts';

/** The sheets that show results: solved amounts, report tables, rates of return. Their figures are references. */

/** How the sheet verifies a solved amount: a once line that must be zero, or at least zero. */
export interface SolvedCheck {
  readonly line: string;
  readonly mustBe: 'zero' | 'atLeastZero';
  /** Decimal string, in the unit of the line: how far from it the line may be. Default "0", after rounding. */
  readonly tolerance?: string;
}

/** What a workbook shows of a report table (report/table.ts): a sheet whose figures are references. */
export interface SheetTable {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly kind: 'heading' | 'line' | 'subtotal' | 'total';
    readonly cells: readonly ({ readonly line: string; readonly period: number } | string | null)[];
  }[];
  readonly notes: readonly string[];
}

/** A block of dated flows and the rate of return found for it. */
export interface ReturnBlock {
  /** A monthly line of money: positive received, negative paid. */
  readonly block: { readonly id: string; readonly label: string; readonly line: string };
  /** The root found, as a fraction a year (decimal string); null when there is none to show. */
  readonly annualRate: string | null;
  /** Why no rate is shown, or a remark on the one shown. */
  readonly reason: string | null;
}

/** What the builders of result sheets share. */
export interface Reported {
  readonly calculation: Calculation;
  readonly figures: Figures;
  readonly layout: Layout;
}

const RIGHT = 'juste';
const WRONG = 'à recalculer';

function checkCell({ calculation, figures, layout }: Reported, check: SolvedCheck): WorkbookCell {
  const line = calculation.line(check.line);
  if (line.rhythm !== 'once') throw new Error(`check ${line.id} is not a once line`);
  const decimals = comparisonDecimals(line.unit);
  const tolerance = plainNumber(check.tolerance ?? '0');
  const cell = referenceText(layout, line, 0, SHEETS.solved);
  const test =
    check.mustBe === 'zero'
      ? `ABS(ROUND(${cell},${decimals}))<=${tolerance}`
      : `ROUND(${cell},${decimals})>=${tolerance === '0' ? '0' : `-${tolerance}`}`;
  const verdict = `IF(${test},"${RIGHT}","${WRONG}")`;
  const formula = line.mayBeUndefined ? `IF(${cell}="","${WRONG}",${verdict})` : verdict;
  const rounded = figures.of(line)[0]?.toDecimalPlaces(decimals);
  const distance = check.mustBe === 'zero' ? rounded?.abs() : rounded?.neg();
  const right = distance?.lte(tolerance) ?? false;
  return { formula, value: right ? RIGHT : WRONG, style: 'check' };
}

/** « Montants calculés par Levier »: what a search found, each beside the test that it still holds. */
export function solvedSheet(reported: Reported, checks: ReadonlyMap<string, SolvedCheck>): WorkbookSheet {
  const { calculation, figures, layout } = reported;
  const note =
    'Ces montants ont été trouvés par une recherche : un tableur ne les retrouve pas seul. Si une hypothèse change et qu’un contrôle devient rouge, refaites la recherche dans Levier.';
  const heads = ['Identifiant', 'Libellé', 'Valeur', 'Unité', 'Contrôle', 'Grandeur contrôlée', 'Comment'];
  const rows: WorkbookRow[] = [[textCell(note, 'note')], heads.map((head) => textCell(head, 'head'))];
  for (const assumption of layout.solved) {
    const check = checks.get(assumption.id);
    const line = check === undefined ? undefined : calculation.line(check.line);
    const value = assumptionCell(assumption, figures, 'solved');
    rows.push([
      textCell(assumption.id),
      textCell(assumption.label),
      value,
      textCell(unitInFrench(assumption.unit, value.style)),
      check === undefined ? textCell('sans contrôle', 'check') : checkCell(reported, check),
      line === undefined ? null : referenceCell(reported, line, 0, SHEETS.solved),
      textCell(assumption.origin.text),
    ]);
  }
  const range = `E${FIRST_ASSUMPTION_ROW}:E${Math.max(rows.length, FIRST_ASSUMPTION_ROW)}`;
  return plainSheet(SHEETS.solved, rows, [30, 52, 18, 22, 16, 20, 80], {
    frozenRows: 2,
    frozenColumns: 3,
    verdicts: [{ range, good: RIGHT, bad: WRONG }],
  });
}

function referenceCell(reported: Reported, line: Line, period: number, from: string): WorkbookCell {
  const values = reported.figures.of(line);
  return {
    formula: referenceText(reported.layout, line, period, from),
    value: storedResult(values[period]),
    style: styleOfValues(line.unit, values),
  };
}

/** A report table; its figures are references to the cells of lines. @throws for a line or period that does not exist */
export function tableSheet(reported: Reported, table: SheetTable, name: string): WorkbookSheet {
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
      const line = reported.calculation.line(cell.line);
      if (!(cell.period >= 0 && cell.period < periodCount(reported.calculation.timeline, line.rhythm))) {
        throw new Error(`table ${table.id}: line ${line.id} has no period ${cell.period}`);
      }
      return { ...referenceCell(reported, line, cell.period, name), ...emphasis };
    });
    rows.push([{ ...label, ...emphasis }, ...cells]);
  }
  for (const note of table.notes) rows.push([textCell(note, 'note')]);
  const widths = [52, ...table.columns.map(() => 18)];
  return plainSheet(name, rows, widths, { frozenRows: 3, frozenColumns: 1 });
}

/** First row of the dated flows in « Rendements ». */
const FIRST_FLOW_ROW = 5;
/** A date, a flow, and a gap. */
const BLOCK_WIDTH = 3;

/**
 * « Rendements »: each block of flows in two columns under its own XIRR.
 * A block starts at its first flow: Excel's XIRR answers about 0 when the first flow is nil.
 */
export function returnsSheet(reported: Reported, blocks: readonly ReturnBlock[]): WorkbookSheet {
  const { calculation, figures, layout } = reported;
  const rows: (WorkbookCell | null)[][] = [];
  const put = (row: number, column: number, cell: WorkbookCell): void => {
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as (WorkbookCell | null)[];
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
  };
  blocks.forEach(({ block, annualRate, reason }, index) => {
    const column = index * BLOCK_WIDTH;
    const line = calculation.line(block.line);
    if (line.rhythm !== 'monthly' || line.unit !== 'money') {
      throw new Error(`flows ${line.id} are not a monthly line of money`);
    }
    const values = figures.of(line);
    const first = values.findIndex((value) => value !== null && !value.isZero());
    let row = FIRST_FLOW_ROW;
    for (let month = first; first >= 0 && month < values.length; month++) {
      if (isAlwaysZero(calculation, layout, line, month)) continue;
      const date = dayNumber(monthEnd(calculation.timeline, month));
      put(row, column, { value: date, style: 'date' });
      put(row++, column + 1, referenceCell(reported, line, month, SHEETS.returns));
    }
    const columnRange = (offset: number): string => {
      const name = columnName(column + offset);
      return `${name}${FIRST_FLOW_ROW}:${name}${row - 1}`;
    };
    put(1, column, textCell(block.label, 'title'));
    put(2, column, textCell('Taux de rendement interne annuel'));
    if (annualRate !== null && first >= 0) {
      const formula = `XIRR(${columnRange(1)},${columnRange(0)},${plainNumber(annualRate)})`;
      put(2, column + 1, { formula, value: Number(annualRate), style: 'rate', emphasis: 'total' });
      if (reason !== null) put(3, column, textCell(reason, 'note'));
    } else {
      put(2, column + 1, textCell('non défini'));
      put(3, column, textCell(reason ?? 'Aucun flux.', 'note'));
    }
    put(4, column, textCell('Date', 'head'));
    put(4, column + 1, textCell('Flux', 'head'));
  });
  const widths = blocks.flatMap(() => [32, 18, 3]);
  return plainSheet(SHEETS.returns, rows, widths, { frozenRows: FIRST_FLOW_ROW - 1 });
}
