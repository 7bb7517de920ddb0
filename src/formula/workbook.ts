import type { Calculation } from './calculation.ts';
import type { Decimal } from './decimal.ts';
import { type Figures, readExactly } from './exact.ts';
import { assumptionsSheet, linesSheet } from './workbook/calculation-sheets.ts';
import { plainSheet, textCell, type Workbook, type WorkbookSheet } from './workbook/cells.ts';
import { layOut, SHEETS } from './workbook/layout.ts';
import { cutFormulas, LongFormulaError } from './workbook/long-formulas.ts';
import { type SheetTable, tableSheet } from './workbook/report-sheets.ts';
import type { Reported } from './workbook/reported.ts';
import { type ReturnBlock, returnsSheet } from './workbook/returns-sheet.ts';
import { type SolvedCheck, solvedSheet } from './workbook/solved-sheet.ts';

export type { Workbook, WorkbookCell, WorkbookRow, WorkbookSheet } from './workbook/cells.ts';
export type { SheetTable } from './workbook/report-sheets.ts';
export type { ReturnBlock } from './workbook/returns-sheet.ts';
export type { SolvedCheck } from './workbook/solved-sheet.ts';

/** What a workbook shows besides the calculation itself. All texts are French; none ever becomes a formula. */
export interface WorkbookOptions {
  /** Lines of « Lisez-moi »; the first is its title. */
  readonly readMe: readonly string[];
  /** One sheet each, named after its title; « Contrôles » is one of them. */
  readonly tables: readonly SheetTable[];
  /** What each solved assumption must hold, by its id; one without check says so. */
  readonly checks: ReadonlyMap<string, readonly SolvedCheck[]>;
  readonly returns: readonly ReturnBlock[];
}

const NAME_LIMIT = 31;

/** A text no longer than this, cut between two words where there are several. */
function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const words = text.slice(0, most + 1).replace(/\s+\S*$/, '');
  return (words.length <= most ? words : text.slice(0, most)).replace(/[' –,:;-]+$/, '');
}

/** A sheet name that Excel accepts and no other sheet bears (it compares them without regard to case). */
function sheetName(title: string, taken: Set<string>): string {
  const clean = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they come from typed titles, and no sheet name may hold them
    .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = cutAtWord(clean || 'Tableau', NAME_LIMIT - suffix.length) + suffix;
    const key = name.toLowerCase();
    if (taken.has(key) || key === 'history') continue;
    taken.add(key);
    return name;
  }
}

function sheetsOf(reported: Reported, options: WorkbookOptions): WorkbookSheet[] {
  const { calculation, figures, layout } = reported;
  const readMe = options.readMe.map((line, index) => [textCell(line, index === 0 ? 'title' : 'text')]);
  const taken = new Set(Object.values(SHEETS).map((name) => name.toLowerCase()));
  const sheets = [plainSheet(SHEETS.readMe, readMe, [120]), assumptionsSheet(reported, layout)];
  if (layout.solved.length > 0) sheets.push(solvedSheet(reported, options.checks));
  for (const table of options.tables) {
    const name = sheetName(table.sheet ?? table.title, taken);
    sheets.push(tableSheet(reported, table, name, options.returns));
  }
  if (options.returns.length > 0) sheets.push(returnsSheet(reported, options.returns));
  const tooLong = new Set<string>();
  for (const rhythm of ['once', 'yearly', 'monthly'] as const) {
    if (layout.linesOf[rhythm].length === 0) continue;
    sheets.push(linesSheet(rhythm, calculation, figures, layout, tooLong));
  }
  if (tooLong.size > 0) throw new LongFormulaError(tooLong);
  return sheets;
}

/**
 * The workbook reading: each line is a row, each of its cells a live formula, with the exact figure as stored result.
 * Recalculated by a spreadsheet it gives the same cents.
 * @param figures the exact reading of this calculation
 * @throws Error naming the line when a formula cannot fit in a cell, a table reads a cell that does not exist or the
 * timeline is longer than a sheet is wide
 */
export function readAsWorkbook(
  calculation: Calculation,
  figures: Figures,
  options: WorkbookOptions,
): Workbook {
  const layout = layOut(calculation);
  try {
    return { sheets: sheetsOf({ calculation, figures, layout }, options) };
  } catch (problem) {
    if (!(problem instanceof LongFormulaError)) throw problem;
    const cut = cutFormulas(calculation, problem.lines);
    const inputs = new Map<string, Decimal>();
    for (const id of calculation.assumptions.keys()) inputs.set(id, figures.assumption(id));
    const again = { calculation: cut, figures: readExactly(cut, inputs), layout: layOut(cut) };
    return { sheets: sheetsOf(again, options) };
  }
}
