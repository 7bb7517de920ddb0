import { html } from 'hono/html';
import type { ComparisonPage } from '../src/report/comparison-page.ts';
import type { Html } from './html.ts';
import { stackedTable } from './stacked-table.ts';

/** From this many columns on, a comparison is laid out for them: verdicts in a line each, tables as wide as the page. */
const FEWEST = 5;
/** Past this many, a phone scrolls a table sideways. */
const MOST_STACKED = 10;

export function hasManyColumns({ columns }: Pick<ComparisonPage, 'columns'>): boolean {
  return columns.length >= FEWEST;
}

function isNamedInCells(columns: number): boolean {
  return columns >= FEWEST && columns <= MOST_STACKED;
}

/**
 * Classes of a table of a comparison: on a phone its figures stand below their label, each with its column if many.
 * @param columns columns of figures
 */
export function comparedTableClasses(columns: number): string {
  return isNamedInCells(columns) ? `many many-${columns} stacked stacked-many` : stackedTable(columns);
}

/** The name of its column in a cell, that a phone shows above the figure. */
export function columnInCell(name: string | undefined, columns: number): Html {
  return name !== undefined && isNamedInCells(columns) ? html` data-column="${name}"` : html``;
}
