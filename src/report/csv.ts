import type { FigureReference, RateFigure, Table } from './table.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/** A text that a spreadsheet would take for a formula is kept a text. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r]/;

function textField(text: string): string {
  const safe = LOOKS_LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of a .csv without the mark that opens the file: texts kept texts, numbers with a decimal comma. */
export function textCsvLines(rows: readonly (readonly (string | number)[])[]): string {
  const field = (cell: string | number) =>
    typeof cell === 'number' ? String(cell).replace('.', ',') : textField(cell);
  return rows.map((row) => `${row.map(field).join(';')}\r\n`).join('');
}

/** Writes rows of texts as .csv, in the same French way. */
export function writeTextCsv(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${textCsvLines(rows)}`;
}

/**
 * Writes a neutral table as .csv: semicolons, CRLF, UTF-8 with BOM, as French spreadsheets expect.
 * @param number writes one figure, with a decimal comma and no thousands separator
 */
export function writeCsv(table: Table, number: (figure: FigureReference | RateFigure) => string): string {
  const rows = [
    [textField(table.title), textField(table.unit)],
    ['', ...table.columns.map(textField)],
    ...table.rows.map((row) => [
      textField(row.label),
      ...row.cells.map((cell) =>
        cell === null ? '' : typeof cell === 'string' ? textField(cell) : number(cell),
      ),
    ]),
    ...table.notes.map((note) => [textField(note)]),
  ];
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.join(';')).join('\r\n')}\r\n`;
}
