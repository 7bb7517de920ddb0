import type { ComputedDeal } from '../analysis/computed.ts';
import { styleOfRatio } from '../dossier/ratio-styles.ts';
import { Decimal } from '../formula/decimal.ts';
import { periodText } from '../formula/explanation.ts';
import { writeMonth, writeRate } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { PageCell, PageTable } from '../report/page.ts';
import type { Table } from '../report/table.ts';
import { writeForTable } from '../report/writing.ts';

/** Tables that are read to the cent: monthly schedules, checks, and what a hand computes again. */
const TO_THE_CENT = /^(echeancier-mensuel.*|controles|impact-cascade)$/;

/** Shares of a whole, which add up to 100,0 %. */
const SHARE_OF_WHOLE = /\bshare\b/;

/** A table with its cells written in French, each leading to its explanation. */
export function tableView(computed: ComputedDeal, table: Table): PageTable {
  const { figures, deal } = computed;
  const { calculation } = deal.setting;
  const decimals = TO_THE_CENT.test(table.id) ? 2 : 0;
  return {
    ...table,
    rows: table.rows.map((row) => ({
      label: row.label,
      kind: row.kind,
      cells: row.cells.map((cell): PageCell => {
        if (cell === null) return { text: '' };
        if (typeof cell === 'string') return { text: cell };
        if ('rate' in cell) {
          const rate = new Decimal(cell.rate);
          const isExplained = cell.flows !== undefined && (cell.rank ?? 0) === 0;
          return {
            text: writeRate(rate.toDecimalPlaces(4), 2),
            negative: rate.isNegative(),
            ...(isExplained && cell.flows !== undefined ? { figure: cell.flows, period: '' } : {}),
          };
        }
        const line = calculation.line(cell.line) as Line;
        const value = figures.of(line)[cell.period] ?? null;
        if (cell.as === 'date' && value !== null) {
          return { text: writeMonth(figures.timeline, value.toNumber()), figure: line.id, period: '' };
        }
        const ratio = styleOfRatio(line.id) ?? 'percentage';
        return {
          text: writeForTable(value, line.unit, decimals, ratio, SHARE_OF_WHOLE.test(line.id) ? 1 : 2),
          negative: value?.isNegative() === true && !value.isZero(),
          figure: line.id,
          period: periodText(figures.timeline, line.rhythm, cell.period),
        };
      }),
    })),
  };
}
