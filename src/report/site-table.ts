import type { Decimal } from '../formula/decimal.ts';
import { centsString } from '../formula/decimal.ts';
import { writeCount, writeEuros } from '../formula/french.ts';
import { type Range, READINGS, type ReadingOfRange } from '../sites/range.ts';
import { writeTextCsv } from './csv.ts';

/** A cell of a table of a site: words, or a figure written in French that a spreadsheet reads as a number. */
export interface SiteCell {
  readonly text: string;
  /** Plain decimal text of a figure. */
  readonly number?: string;
  /** Id of its line in the calculation of the cost: it can be explained, at this reading. */
  readonly figure?: string;
  readonly reading?: ReadingOfRange;
}

export interface SiteRow {
  readonly label: string;
  readonly kind: 'heading' | 'line' | 'subtotal' | 'total';
  readonly cells: readonly SiteCell[];
}

/** A table of a site, as plain data: the page, the print and the .csv show the same one. */
export interface SiteTable {
  /** Stable, kebab-case: its anchor in the page, the name of its .csv. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Head of the labels, then of each column. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly SiteRow[];
  /** Said under the table: scope, convention, source. */
  readonly notes: readonly string[];
}

export const RANGE_COLUMNS: readonly string[] = ['Bas', 'Central', 'Haut'];

export function wordsCell(text: string): SiteCell {
  return { text };
}

/** In whole euros on the page, to the cent in the .csv. */
export function euroCell(amount: Decimal): SiteCell {
  return { text: writeEuros(amount), number: centsString(amount) };
}

export function countCell(value: Decimal, decimals = 1): SiteCell {
  const rounded = value.toDecimalPlaces(decimals);
  return { text: writeCount(rounded), number: rounded.toFixed() };
}

export function euroCells({ low, central, high }: Range): SiteCell[] {
  return [euroCell(low), euroCell(central), euroCell(high)];
}

/** Three cells that lead each to its explanation. */
export function explained(cells: readonly SiteCell[], figure: string): SiteCell[] {
  return cells.map((cell, index) => ({ ...cell, figure, reading: READINGS[index] ?? 'central' }));
}

export function countCells({ low, central, high }: Range): SiteCell[] {
  return [countCell(low), countCell(central), countCell(high)];
}

export function siteRow(label: string, cells: readonly SiteCell[], kind: SiteRow['kind'] = 'line'): SiteRow {
  return { label, kind, cells };
}

/** The table as .csv: semicolons, decimal commas, cells that a spreadsheet would take for formulas kept as texts. */
export function siteTableCsv({ title, unit, head, columns, rows, notes }: SiteTable): string {
  const [first = '', ...others] = rows
    .map(({ label, cells }) => [
      writeTextCsv([[label]])
        .replace(/^\uFEFF/, '')
        .replace(/\r\n$/, ''),
      ...cells.map(({ text, number }) =>
        number === undefined
          ? writeTextCsv([[text]])
              .replace(/^\uFEFF/, '')
              .replace(/\r\n$/, '')
          : number.replace('.', ','),
      ),
    ])
    .map((cells) => cells.join(';'));
  const before = writeTextCsv([
    [title, unit],
    [head, ...columns],
  ]);
  const after = writeTextCsv(notes.map((note) => [note])).replace(/^\uFEFF/, '');
  return `${before}${[first, ...others].join('\r\n')}\r\n${after}`;
}
