import { monthEnd } from '../timeline.ts';
import { isAlwaysZero, plainNumber } from './calculation-sheets.ts';
import { dayNumber, plainSheet, textCell, type WorkbookCell, type WorkbookSheet } from './cells.ts';
import { addressText, columnName, SHEETS } from './layout.ts';
import { type Reported, referenceCell } from './reported.ts';

/** A block of dated flows and the rates of return found for it. */
export interface ReturnBlock {
  /** A monthly line of money: positive received, negative paid. */
  readonly block: { readonly id: string; readonly label: string; readonly line: string };
  /** The roots found, as fractions a year (decimal strings), ascending; none when there is none to show. */
  readonly annualRates: readonly string[];
  /** Why no rate is shown, or a remark on those shown. */
  readonly reason: string | null;
}

/** A date, a flow, and a gap. */
const BLOCK_WIDTH = 3;
/** Row of the first rate, under the title of the block. */
const FIRST_RATE_ROW = 2;
/** The rate by XIRR, the rate found, the present value of the flows at this one. */
const ROWS_OF_A_RATE = 3;

/** Where the rate of a block stands, recalculated. @param rank 0 for its first rate. @returns undefined when it has none */
export function rateAddress(
  blocks: readonly ReturnBlock[],
  id: string,
  rank: number,
  from: string,
): string | undefined {
  const index = blocks.findIndex(({ block }) => block.id === id);
  if (blocks[index]?.annualRates[rank] === undefined) return undefined;
  const row = FIRST_RATE_ROW + rank * ROWS_OF_A_RATE;
  return addressText({ sheet: SHEETS.returns, row, column: index * BLOCK_WIDTH + 1 }, from);
}

/**
 * « Rendements »: each block of flows in two columns under its own XIRR, beside the rate that the search found and
 * the present value of the flows at it: nil as long as no assumption changed.
 * A block starts at its first flow: Excel's XIRR answers about 0 when the first flow is nil.
 */
export function returnsSheet(reported: Reported, blocks: readonly ReturnBlock[]): WorkbookSheet {
  const { calculation, figures, layout } = reported;
  const mostRates = Math.max(1, ...blocks.map(({ annualRates }) => annualRates.length));
  const noteRow = FIRST_RATE_ROW + mostRates * ROWS_OF_A_RATE;
  const firstFlowRow = noteRow + 2;
  const rows: (WorkbookCell | null)[][] = [];
  const put = (row: number, column: number, cell: WorkbookCell): void => {
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as (WorkbookCell | null)[];
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
  };
  blocks.forEach(({ block, annualRates, reason }, index) => {
    const column = index * BLOCK_WIDTH;
    const line = calculation.line(block.line);
    if (line.rhythm !== 'monthly' || line.unit !== 'money') {
      throw new Error(`flows ${line.id} are not a monthly line of money`);
    }
    const values = figures.of(line);
    const first = values.findIndex((value) => value !== null && !value.isZero());
    let row = firstFlowRow;
    for (let month = first; first >= 0 && month < values.length; month++) {
      if (isAlwaysZero(calculation, layout, line, month)) continue;
      const date = dayNumber(monthEnd(calculation.timeline, month));
      put(row, column, { value: date, style: 'date' });
      put(row++, column + 1, referenceCell(reported, line, month, SHEETS.returns));
    }
    const [dates, flows] = [columnName(column), columnName(column + 1)];
    const range = (name: string): string => `${name}${firstFlowRow}:${name}${row - 1}`;
    put(1, column, textCell(block.label, 'title'));
    const isShown = first >= 0 && annualRates.length > 0;
    if (!isShown) {
      put(FIRST_RATE_ROW, column, textCell('Taux de rendement interne annuel'));
      put(FIRST_RATE_ROW, column + 1, textCell('non défini'));
    }
    for (const [rank, rate] of isShown ? annualRates.entries() : []) {
      const rateRow = FIRST_RATE_ROW + rank * ROWS_OF_A_RATE;
      const found = plainNumber(rate);
      put(rateRow, column, textCell('Taux de rendement interne annuel'));
      put(rateRow, column + 1, {
        formula: `XIRR(${range(flows)},${range(dates)},${found})`,
        value: Number(rate),
        style: 'rate',
        emphasis: 'total',
      });
      put(rateRow + 1, column, textCell('Taux trouvé par Levier'));
      put(rateRow + 1, column + 1, { value: Number(rate), style: 'rate', emphasis: 'solved' });
      // At a negative rate the first date would make the last flows enormous: they are read at the last one.
      const origin = Number(rate) < 0 ? row - 1 : firstFlowRow;
      put(rateRow + 2, column, textCell('Valeur des flux à ce taux : nulle'));
      put(rateRow + 2, column + 1, {
        formula: `SUMPRODUCT(${range(flows)}*(1+${flows}${rateRow + 1})^((${dates}${origin}-${range(dates)})/365))`,
        value: 0,
        style: 'money',
      });
    }
    const remark = reason ?? (isShown ? null : 'Aucun flux.');
    if (remark !== null) put(noteRow, column, textCell(remark, 'note'));
    put(firstFlowRow - 1, column, textCell('Date', 'head'));
    put(firstFlowRow - 1, column + 1, textCell('Flux', 'head'));
  });
  const widths = blocks.flatMap(() => [34, 18, 3]);
  return plainSheet(SHEETS.returns, rows, widths, { frozenRows: firstFlowRow - 1 });
}
