import {
  type Cell,
  type CellStyle,
  type CellValue,
  type ConditionalRule,
  type WriteSheet,
  writeXlsx as writeFile,
} from 'hucre/xlsx';
import type { Workbook, WorkbookCell, WorkbookSheet } from '../formula/workbook.ts';

/**
 * A workbook written as an .xlsx file: formulas with their stored results, formats, frozen panes.
 *
 * Texts are always written as texts: one that starts with « = », « + », « - » or « @ » is never a formula, and the
 * text format keeps it so when a reader edits the cell.
 */
const BOLD = { bold: true };
const GREY = { rgb: 'F2F2F2' };
const RULE = { style: 'thin', color: { rgb: '404040' } } as const;
const HEAD: CellStyle = {
  font: BOLD,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  border: { bottom: RULE },
};

const STYLES: Record<WorkbookCell['style'], CellStyle> = {
  title: { font: { bold: true, size: 14 }, numFmt: '@' },
  text: { numFmt: '@', alignment: { vertical: 'top' } },
  note: { font: { italic: true, color: { rgb: '595959' } }, numFmt: '@' },
  head: { ...HEAD, numFmt: '@' },
  headDate: { ...HEAD, numFmt: 'dd/mm/yyyy', alignment: { horizontal: 'right' } },
  headCount: { ...HEAD, numFmt: '0', alignment: { horizontal: 'right' } },
  money: { numFmt: '#,##0.00\\ "€"' },
  rate: { numFmt: '0.00##\\ %' },
  number: { numFmt: '#,##0.00' },
  count: { numFmt: 'General' },
  area: { numFmt: '#,##0.00\\ "m²"' },
  truth: { numFmt: '"oui";"oui";"non"', alignment: { horizontal: 'right' } },
  date: { numFmt: 'dd/mm/yyyy' },
  check: { numFmt: 'General', alignment: { horizontal: 'center' } },
};

const EMPHASES: Record<NonNullable<WorkbookCell['emphasis']>, CellStyle> = {
  input: {
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8DC' } },
    font: { color: { rgb: '1F3FBF' } },
  },
  solved: { fill: { type: 'pattern', pattern: 'solid', fgColor: GREY } },
  total: { font: BOLD, border: { top: RULE } },
};

const GOOD: CellStyle = {
  font: { color: { rgb: '006100' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'C6EFCE' } },
};
const BAD: CellStyle = {
  font: { bold: true, color: { rgb: '9C0006' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' } },
};

/** One style object for each pair, so that the writer meets the same one thousands of times. */
const styleCache = new Map<string, CellStyle>();
function styleOf({ style, emphasis }: WorkbookCell): CellStyle {
  const key = `${style} ${emphasis ?? ''}`;
  const known = styleCache.get(key);
  if (known !== undefined) return known;
  const base = STYLES[style];
  const added = emphasis === undefined ? {} : EMPHASES[emphasis];
  const made = {
    ...base,
    ...added,
    ...(base.font && added.font ? { font: { ...base.font, ...added.font } } : {}),
  };
  styleCache.set(key, made);
  return made;
}

/** hucre writes a text such as « #REF! » as an error value; as rich text it stays a text. */
const LOOKS_LIKE_AN_ERROR = /^#[A-Z0-9/_]+[!?A]?$/;

function fileCell(cell: WorkbookCell): Partial<Cell> {
  const style = styleOf(cell);
  if (cell.formula !== undefined) {
    return { type: 'formula', formula: cell.formula, formulaResult: cell.value as CellValue, style };
  }
  if (cell.value === '') return { type: 'empty', value: null, style };
  if (typeof cell.value === 'number') return { type: 'number', value: cell.value, style };
  if (LOOKS_LIKE_AN_ERROR.test(cell.value))
    return { type: 'richText', richText: [{ text: cell.value }], style };
  return { type: 'string', value: cell.value, style };
}

function fileSheet(sheet: WorkbookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) cells.set(`${r},${c}`, fileCell(cell));
    });
  });
  const rules = sheet.verdicts.flatMap(({ range, good, bad }): ConditionalRule[] => [
    { type: 'cellIs', operator: 'equal', formula: `"${bad}"`, range, priority: 1, style: BAD },
    { type: 'cellIs', operator: 'equal', formula: `"${good}"`, range, priority: 2, style: GOOD },
  ]);
  return {
    name: sheet.name,
    cells,
    columns: sheet.columnWidths.map((width, column) => ({
      width,
      ...(sheet.hiddenColumns.includes(column) ? { hidden: true } : {}),
    })),
    ...(sheet.frozenRows + sheet.frozenColumns > 0
      ? { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } }
      : {}),
    ...(rules.length > 0 ? { conditionalRules: rules } : {}),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** This module reads no clock. */
const NO_DATE = new Date('2000-01-01T00:00:00Z');

/**
 * Writes a workbook as an .xlsx file.
 * @param modified date written in the file’s properties; the same workbook and date give the same bytes
 */
export async function writeXlsx(workbook: Workbook, modified: Date = NO_DATE): Promise<Uint8Array> {
  return writeFile({ sheets: workbook.sheets.map(fileSheet), properties: { creator: 'Levier', modified } });
}
