import { centsString, Decimal } from '../formula/decimal.ts';
import type { Reading } from '../input/problem.ts';
import { writeCsv } from '../report/csv.ts';
import { allTables } from '../report/deal-tables.ts';
import type { PathRequest } from './path-page.ts';
import { shownPath } from './shown-path.ts';

export interface TableRequest extends PathRequest {
  /** Id of the table: « bilan ». */
  readonly table: string;
}

/** One table of a path as a .csv that French spreadsheets open: semicolons, decimal comma, UTF-8 with BOM. */
export function makeTableCsv(request: TableRequest): Reading<string> {
  const shown = shownPath(request);
  if (!shown.ok) return shown;
  const { computed } = shown.value;
  const tables = computed === undefined ? [] : allTables(computed);
  const table = tables.find((candidate) => candidate.id === request.table);
  if (computed === undefined || table === undefined) {
    const known = tables.map((candidate) => candidate.id).join(', ');
    return {
      ok: false,
      problems: [
        { path: 'table', message: `tableau « ${request.table} » inconnu : choisissez parmi ${known}` },
      ],
    };
  }
  const { calculation } = computed.deal.setting;
  const written = writeCsv(table, (cell) => {
    if ('rate' in cell) return new Decimal(cell.rate).toDecimalPlaces(8).toFixed().replace('.', ',');
    const { line, period } = cell;
    const value = computed.figures.of(line)[period] ?? null;
    if (value === null) return '';
    const text =
      calculation.line(line).unit === 'money' ? centsString(value) : value.toDecimalPlaces(8).toFixed();
    return text.replace('.', ',');
  });
  return { ok: true, value: written };
}
