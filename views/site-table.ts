import { html } from 'hono/html';
import type { SiteCell, SiteRow, SiteTable } from '../src/report/site-table.ts';
import type { ReadingOfRange } from '../src/sites/range.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** Where the files of the page of a site are: their folder, and what was asked of the page. */
export interface SitePlace {
  /** « /dossiers/…/friches/… » or « /sites/…/cout ». */
  readonly base: string;
  /** « ?loyer=45 », or nothing. */
  readonly query: string;
}

/** Words of an address for the three readings. */
export const READING_WORDS: Readonly<Record<ReadingOfRange, string>> = {
  low: 'bas',
  central: 'central',
  high: 'haut',
};

/** Where a figure of a site is explained. */
export function siteExplanationAddress(
  { base, query }: SitePlace,
  figure: string,
  reading: ReadingOfRange,
): string {
  const asked = new URLSearchParams(query);
  asked.set('figure', figure);
  asked.set('lecture', READING_WORDS[reading]);
  return `${base}/explication?${asked.toString()}`;
}

function figureView(place: SitePlace, { text, figure, reading }: SiteCell): Html {
  if (figure === undefined || reading === undefined) return html`${keptTogether(text)}`;
  return html`<a class="figure" href="${siteExplanationAddress(place, figure, reading)}">${text}</a>`;
}

/** Past this many characters a cell of words is a sentence, set on several lines. */
const SENTENCE = 24;

/** Columns of words: no cell of theirs is a figure. */
function wordColumns({ columns, rows }: SiteTable): ReadonlySet<number> {
  const indexes = columns.map((_, index) => index);
  return new Set(indexes.filter((index) => rows.every(({ cells }) => cells[index]?.number === undefined)));
}

function rowView(
  place: SitePlace,
  { label, kind, cells }: SiteRow,
  columns: number,
  words: ReadonlySet<number>,
): Html {
  if (kind === 'heading') {
    return html`<tr class="row-heading"><th scope="rowgroup" colspan="${columns + 1}"><span>${label}</span></th></tr>`;
  }
  return html`<tr class="row-${kind}"><th scope="row">${keptTogether(label)}</th>${cells.map(
    (cell, index) => {
      const { text, number } = cell;
      const isLong = text.length > SENTENCE;
      const classes = words.has(index)
        ? `text${isLong ? ' long-words' : ''}`
        : number?.startsWith('-')
          ? 'negative'
          : '';
      return html`<td${classes === '' ? '' : html` class="${classes}"`}>${figureView(place, cell)}</td>`;
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
${rows.map((row) => rowView(place, row, columns.length, words))}
</tbody>
</table>
</div>
<div class="table-foot">
<p>${notes.map((note) => html`${keptTogether(note)} `)}</p>
<a class="download" href="${place.base}/fichiers/${id}.csv${place.query}" download>Télécharger <span class="visually-hidden">« ${title} » </span>en .csv</a>
</div>
</div>`;
}
