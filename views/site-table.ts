import { html } from 'hono/html';
import type { SiteRow, SiteTable } from '../src/report/site-table.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** Where the files of the page of a site are: their folder, and what was asked of the page. */
export interface SitePlace {
  /** « /dossiers/…/friches/… » or « /sites/…/cout ». */
  readonly base: string;
  /** « ?loyer=45 », or nothing. */
  readonly query: string;
}

/** Past this many characters a cell of words is a sentence, set on several lines. */
const SENTENCE = 24;

/** Columns of words: no cell of theirs is a figure. */
function wordColumns({ columns, rows }: SiteTable): ReadonlySet<number> {
  const indexes = columns.map((_, index) => index);
  return new Set(indexes.filter((index) => rows.every(({ cells }) => cells[index]?.number === undefined)));
}

function rowView({ label, kind, cells }: SiteRow, columns: number, words: ReadonlySet<number>): Html {
  if (kind === 'heading') {
    return html`<tr class="row-heading"><th scope="rowgroup" colspan="${columns + 1}"><span>${label}</span></th></tr>`;
  }
  return html`<tr class="row-${kind}"><th scope="row">${keptTogether(label)}</th>${cells.map(
    ({ text, number }, index) => {
      const isLong = text.length > SENTENCE;
      const classes = words.has(index)
        ? `text${isLong ? ' long-words' : ''}`
        : number?.startsWith('-')
          ? 'negative'
          : '';
      return html`<td${classes === '' ? '' : html` class="${classes}"`}>${keptTogether(text)}</td>`;
    },
  )}</tr>`;
}

/** A table of a site in its own scrolling box, with its notes and its .csv. */
export function siteTableView(place: SitePlace, table: SiteTable): Html {
  const { id, title, unit, head, columns, rows, notes } = table;
  const words = wordColumns(table);
  return html`<div class="table-block" id="tableau-${id}">
<div class="table-box" tabindex="0" role="region" aria-labelledby="tableau-${id}-titre">
<table class="figures site-figures">
<caption id="tableau-${id}-titre"><span class="table-title">${title}</span> <span class="table-unit">${unit}</span></caption>
<thead><tr><th scope="col" class="text">${head}</th>${columns.map(
    (column, index) => html`<th scope="col"${words.has(index) ? html` class="text"` : ''}>${column}</th>`,
  )}</tr></thead>
<tbody>
${rows.map((row) => rowView(row, columns.length, words))}
</tbody>
</table>
</div>
<div class="table-foot">
<p>${notes.map((note) => html`${keptTogether(note)} `)}</p>
<a class="download" href="${place.base}/fichiers/${id}.csv${place.query}" download>Télécharger <span class="visually-hidden">« ${title} » </span>en .csv</a>
</div>
</div>`;
}
