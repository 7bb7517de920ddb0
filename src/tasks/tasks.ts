import { explainFigure } from './explanation.ts';
import { makePathPage } from './path-page.ts';
import { makeTableCsv } from './table-csv.ts';
import { makeWorkbook } from './workbook.ts';

/** What workers do: pure functions from plain data to plain data, by name. One line each. */
export const TASKS = {
  pathPage: makePathPage,
  explanation: explainFigure,
  tableCsv: makeTableCsv,
  workbook: makeWorkbook,
} as const;

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
