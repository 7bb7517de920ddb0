import { html } from 'hono/html';
import type { PageRow, PageTable } from '../src/report/page.ts';
import { tableAddress } from './addresses.ts';
import { figureLink, type Place } from './figure-link.ts';
import type { Html } from './html.ts';
import { scrollHint } from './scroll-hint.ts';
import { stackedTable } from './stacked-table.ts';

/** Past this many characters a cell of words is a sentence, set on several lines. */
const SENTENCE = 24;

/** Past this many columns a table is printed across the page. */
const WIDE = 7;

/** Columns of words, read from the left: no cell of theirs is a figure. */
function wordColumns({ columns, rows }: PageTable): ReadonlySet<number> {
  const indexes = columns.map((_, index) => index);
  return new Set(indexes.filter((index) => rows.every(({ cells }) => cells[index]?.figure === undefined)));
}

/** A role, where the layout of a phone would take it away. */
type Role = (name: string) => Html | '';

function row(
  place: Place,
  { label, kind, cells }: PageRow,
  columns: number,
  words: ReadonlySet<number>,
  role: Role,
): Html {
  if (kind === 'heading') {
    return html`<tr${role('row')} class="row-heading"><th${role('rowheader')} scope="rowgroup" colspan="${columns + 1}"><span>${label}</span></th></tr>`;
  }
  const classOf = (index: number, { text, negative, figure }: PageRow['cells'][number]) => {
    if (!words.has(index)) {
      if (figure === undefined && text.length > SENTENCE) return html` class="words"`;
      return negative ? html` class="negative"` : '';
    }
    return text.length > SENTENCE ? html` class="text long-words"` : html` class="text"`;
  };
  return html`<tr${role('row')} class="row-${kind}"><th${role('rowheader')} scope="row">${label}</th>${cells.map(
    (cell, index) =>
      html`<td${role('cell')}${classOf(index, cell)}>${figureLink(place, cell.text, cell)}</td>`,
  )}</tr>`;
}

/** A table in its own scrolling box, its first column always in sight, with its notes and its .csv. */
export function tableView(place: Place, table: PageTable): Html {
  const { id, title, unit, columns, rows, notes } = table;
  const words = wordColumns(table);
  // A single column has room beside its labels.
  const stacked = table.stacks === true && columns.length > 1 ? stackedTable(columns.length) : '';
  const headClass = (index: number, column: string) => {
    if (words.has(index)) return html` class="text"`;
    return column.length > SENTENCE ? html` class="words"` : '';
  };
  const role: Role = (name) => (stacked === '' ? '' : html` role="${name}"`);
  return html`<div class="table-block${columns.length > WIDE ? ' table-wide' : ''}" id="tableau-${id}">
${scrollHint(columns)}<div class="table-box" tabindex="0" role="region" aria-labelledby="tableau-${id}-titre">
<table${role('table')} class="figures${stacked === '' ? '' : ` ${stacked}`}">
<caption id="tableau-${id}-titre"><span class="table-title">${title}</span> <span class="table-unit">${unit}</span></caption>
<thead${role('rowgroup')}><tr${role('row')}><td${role('cell')}></td>${columns.map((column, index) => html`<th${role('columnheader')} scope="col"${headClass(index, column)}>${column}</th>`)}</tr></thead>
<tbody${role('rowgroup')}>
${rows.map((item) => row(place, item, columns.length, words, role))}
</tbody>
</table>
</div>
<div class="table-foot">
<p>${notes.map((note) => html`${note} `)}</p>
<a class="download" href="${tableAddress(place.key, place.shown, id)}" download>Télécharger <span class="visually-hidden">« ${title} » </span>en .csv</a>
</div>
</div>`;
}

/** The same, folded: long tables are opened by those who want them. */
export function foldedTable(place: Place, table: PageTable, printed = true): Html {
  return html`<details class="folded${printed ? '' : ' not-printed'}" id="volet-${table.id}">
<summary>${table.title} <span class="table-unit">${table.unit}</span></summary>
${tableView(place, table)}
</details>`;
}
