import type { Calculation } from '../calculation.ts';
import { Decimal } from '../decimal.ts';
import type { Figures, Value } from '../exact.ts';
import type { Assumption, Formula, Line } from '../operations.ts';
import { monthEnd, periodCount, type Rhythm, type Timeline } from '../timeline.ts';
import {
  type CellEmphasis,
  dayNumber,
  plainSheet,
  textCell,
  type WorkbookCell,
  type WorkbookRow,
  type WorkbookSheet,
} from './cells.ts';
import { FIRST_PERIOD_COLUMN, type Layout, SHEETS } from './layout.ts';
import { fitsInCell } from './long-formulas.ts';
import { constantFragment } from './spreadsheet-fragment.ts';
import { writeCellText } from './spreadsheet-text.ts';
import { ORIGIN_WORDS, styleOfValues, unitInFrench } from './units.ts';
import { wholeCentsLines } from './whole-cents.ts';

/** The sheets that hold the calculation itself: assumptions and lines. */

/** Stored result of an exact figure; "" where it is undefined. */
export function storedResult(value: Value | undefined): number | string {
  return value === null || value === undefined ? '' : value.toNumber();
}

/** The value cell of an assumption: the only cells of a workbook that are no formula and drive it. */
export function assumptionCell(
  assumption: Assumption,
  { calculation, figures }: { readonly calculation: Calculation; readonly figures: Figures },
  emphasis: CellEmphasis,
): WorkbookCell {
  const value = figures.assumption(assumption.id);
  return {
    value: value.toNumber(),
    style: styleOfValues(assumption.unit, [value], calculation.ratioStyleOf(assumption.id)),
    emphasis,
  };
}

/** « Hypothèses »: id, label, value, unit, kind of origin, origin. */
export function assumptionsSheet(
  reported: { readonly calculation: Calculation; readonly figures: Figures },
  layout: Layout,
): WorkbookSheet {
  const heads = ['Identifiant', 'Libellé', 'Valeur', 'Unité', 'Nature', 'Origine'];
  const note =
    'Les cellules colorées de la colonne « Valeur » sont les seules à modifier ; « Lisez-moi » dit ce qui se recalcule.';
  const rows: WorkbookRow[] = [[textCell(note, 'note')], heads.map((head) => textCell(head, 'head'))];
  for (const assumption of layout.typed) {
    const value = assumptionCell(assumption, reported, 'input');
    rows.push([
      textCell(assumption.id),
      textCell(assumption.label),
      value,
      textCell(unitInFrench(assumption.unit, value.style)),
      textCell(ORIGIN_WORDS[assumption.origin.kind]),
      textCell(assumption.origin.text),
    ]);
  }
  return plainSheet(SHEETS.assumptions, rows, [30, 52, 18, 22, 22, 80], { frozenRows: 2, frozenColumns: 3 });
}

/** The rows above the lines: the periods, and the facts of them that formulas read. */
function headRows(rhythm: Rhythm, timeline: Timeline): WorkbookRow[] {
  const head = (label: string, cells: readonly WorkbookCell[]): WorkbookRow => [
    textCell(label, 'head'),
    textCell('', 'head'),
    textCell('', 'head'),
    ...cells,
  ];
  const counts = (values: readonly number[]) =>
    values.map((value): WorkbookCell => ({ value, style: 'headCount' }));
  const dates = (months: readonly number[]) =>
    months.map((month): WorkbookCell => ({ value: dayNumber(monthEnd(timeline, month)), style: 'headDate' }));
  if (rhythm === 'once')
    return [['Ligne', 'Unité', 'Identifiant', 'Valeur'].map((label) => textCell(label, 'head'))];
  if (rhythm === 'yearly') {
    const { years } = timeline;
    return [
      head('Exercice clos le', dates(years.map((year) => year.lastMonth))),
      head('Rang de l’exercice (0 : le premier)', counts(years.map((year) => year.index))),
      head('Mois de l’exercice', counts(years.map((year) => year.months))),
    ];
  }
  const months = timeline.calendarMonth.map((_, month) => month);
  return [
    head('Fin du mois', dates(months)),
    head('Mois depuis la signature', counts(months)),
    head('Mois civil', counts(timeline.calendarMonth)),
    head('Rang de l’exercice (0 : le premier)', counts(timeline.yearOfMonth)),
  ];
}

/** Whether a formula makes a new amount, rather than repeats one or rounds it already. */
function addsAmounts({ operation }: Formula): boolean {
  return operation !== 'line' && operation !== 'roundedToCents';
}

/**
 * The sheet of the lines of one rhythm: a row a line, a column a period.
 * @param tooLong receives the lines whose formula no cell accepts
 */
export function linesSheet(
  rhythm: Rhythm,
  calculation: Calculation,
  figures: Figures,
  layout: Layout,
  tooLong: Set<string>,
): WorkbookSheet {
  const { timeline } = calculation;
  const sheet = SHEETS[rhythm];
  const rows = headRows(rhythm, timeline);
  const headCount = rows.length;
  const count = periodCount(timeline, rhythm);
  // A year adds enough amounts for their dust to reach a half-cent once a rate is applied.
  const swept = rhythm === 'yearly' ? wholeCentsLines(calculation) : new Set<Line>();
  for (const line of layout.linesOf[rhythm]) {
    const formula = calculation.formulaOf(line);
    const isSwept = swept.has(line) && !line.mayBeUndefined && addsAmounts(formula);
    const values = figures.of(line);
    const style = styleOfValues(line.unit, values, calculation.ratioStyleOf(line.id));
    const unit = unitInFrench(line.unit, style);
    const row: WorkbookCell[] = [textCell(line.label), textCell(unit), textCell(line.id)];
    for (let period = 0; period < count; period++) {
      const written = writeCellText(formula, { timeline, layout, sheet, reader: rhythm, period });
      const { constant } = written;
      const text = isSwept && !constant ? `ROUND(${written.text},2)` : written.text;
      if (!fitsInCell(text)) tooLong.add(line.id);
      const value = storedResult(values[period]);
      row.push(constant ? { value, style } : { formula: text, value, style });
    }
    rows.push(row);
  }
  const widths = [52, 14, 30, ...new Array<number>(count).fill(rhythm === 'once' ? 18 : 15)];
  return plainSheet(sheet, rows, widths, {
    hiddenColumns: rhythm === 'once' ? [] : [FIRST_PERIOD_COLUMN - 1],
    frozenRows: headCount,
    frozenColumns: FIRST_PERIOD_COLUMN,
  });
}

/** The number of a text as formulas write it. */
export function plainNumber(value: string): string {
  return constantFragment(new Decimal(value)).text;
}

/** Whether a line has, in this period, a figure that no assumption can change from zero. */
export function isAlwaysZero(calculation: Calculation, layout: Layout, line: Line, period: number): boolean {
  const place = {
    timeline: calculation.timeline,
    layout,
    sheet: SHEETS[line.rhythm],
    reader: line.rhythm,
    period,
  };
  const { text, constant } = writeCellText(calculation.formulaOf(line), place);
  return constant && text === '0';
}
