import type { Calculation } from '../calculation.ts';
import type { Assumption, Line, PeriodFact } from '../operations.ts';
import { periodCount, type Rhythm } from '../timeline.ts';

/** The sheets of every workbook whose cells formulas read. */
export const SHEETS = {
  readMe: 'Lisez-moi',
  assumptions: 'Hypothèses',
  solved: 'Montants calculés par Levier',
  once: 'Valeurs uniques',
  yearly: 'Par an',
  monthly: 'Par mois',
  returns: 'Rendements',
} as const;

export interface CellAddress {
  readonly sheet: string;
  /** From 1, as spreadsheets show it. */
  readonly row: number;
  /** From 0: A. */
  readonly column: number;
}

/** Column of the value of an assumption. */
export const ASSUMPTION_COLUMN = 2;
/** Column of the first period of a line, after its label, unit and id. */
export const FIRST_PERIOD_COLUMN = 3;
/** First row of assumptions, under a note and heads. */
export const FIRST_ASSUMPTION_ROW = 3;
/** Rows above the lines of each rhythm: heads, and the facts of the periods that formulas read. */
export const HEAD_ROWS: Record<Rhythm, number> = { once: 1, yearly: 3, monthly: 4 };
const FACT_ROWS: Record<PeriodFact, readonly [Rhythm, number]> = {
  month: ['monthly', 2],
  calendarMonth: ['monthly', 3],
  year: ['yearly', 2],
  monthsInYear: ['yearly', 3],
};
/** Columns of an Excel sheet. */
const COLUMN_LIMIT = 16_384;

const columnNames: string[] = [];
/** « A » for 0, « AA » for 26. */
export function columnName(column: number): string {
  const known = columnNames[column];
  if (known !== undefined) return known;
  const rest = Math.floor(column / 26) - 1;
  const name = (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
  columnNames[column] = name;
  return name;
}

/** A cell as a formula of the sheet `from` writes it: the sheet is named only when it is another one. */
export function addressText(address: CellAddress, from: string): string {
  const cell = columnName(address.column) + address.row;
  return address.sheet === from ? cell : `'${address.sheet}'!${cell}`;
}

/** Where everything stands in the workbook of a calculation. */
export interface Layout {
  readonly typed: readonly Assumption[];
  readonly solved: readonly Assumption[];
  readonly linesOf: Readonly<Record<Rhythm, readonly Line[]>>;
  /** @throws when the calculation has no such assumption */
  readonly assumption: (id: string) => CellAddress;
  /** @throws when the calculation has no such line */
  readonly line: (line: Line, period: number) => CellAddress;
  /** Where a fact of a period is read by a line of this rhythm. @throws when that rhythm has no such fact */
  readonly fact: (fact: PeriodFact, reader: Rhythm, period: number) => CellAddress;
}

/** Gives its place to every assumption and line. @throws when the timeline is longer than a sheet is wide */
export function layOut(calculation: Calculation): Layout {
  const { timeline } = calculation;
  if (periodCount(timeline, 'monthly') + FIRST_PERIOD_COLUMN > COLUMN_LIMIT) {
    throw new Error(`${timeline.months} months do not fit in a sheet of ${COLUMN_LIMIT} columns`);
  }
  const assumptions = [...calculation.assumptions.values()];
  const typed = assumptions.filter((assumption) => assumption.origin.kind !== 'solved');
  const solved = assumptions.filter((assumption) => assumption.origin.kind === 'solved');
  const linesOf: Record<Rhythm, Line[]> = { once: [], yearly: [], monthly: [] };
  const rowOfLine = new Map<string, number>();
  for (const line of calculation.lines.values()) {
    rowOfLine.set(line.id, HEAD_ROWS[line.rhythm] + linesOf[line.rhythm].push(line));
  }
  const ofAssumption = new Map<string, CellAddress>();
  for (const [sheet, group] of [
    [SHEETS.assumptions, typed],
    [SHEETS.solved, solved],
  ] as const) {
    group.forEach(({ id }, index) => {
      ofAssumption.set(id, { sheet, row: FIRST_ASSUMPTION_ROW + index, column: ASSUMPTION_COLUMN });
    });
  }
  return {
    typed,
    solved,
    linesOf,
    assumption: (id) => {
      const address = ofAssumption.get(id);
      if (address === undefined) throw new Error(`no assumption ${id}`);
      return address;
    },
    line: ({ id, rhythm }, period) => {
      const row = rowOfLine.get(id);
      if (row === undefined) throw new Error(`no line ${id}`);
      return { sheet: SHEETS[rhythm], row, column: FIRST_PERIOD_COLUMN + period };
    },
    fact: (fact, reader, period) => {
      const [rhythm, row] = FACT_ROWS[fact];
      if (rhythm !== reader) throw new Error(`a ${reader} line does not know its ${fact}`);
      return { sheet: SHEETS[rhythm], row, column: FIRST_PERIOD_COLUMN + period };
    },
  };
}
