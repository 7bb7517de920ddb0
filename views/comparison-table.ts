import { html } from 'hono/html';
import type {
  ComparisonCell,
  ComparisonLens,
  ComparisonRow,
  ComparisonTable,
} from '../src/report/comparison-page.ts';
import { dossierAddress, LENS_WORDS } from './addresses.ts';
import type { ComparisonView } from './comparison-view.ts';
import { figureLink, isWords } from './figure-link.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { LENSES } from './key-figures.ts';
import { columnInCell, comparedTableClasses } from './many-columns.ts';
import { pathsHint, scrollHint } from './scroll-hint.ts';
import { keptTogether } from './typography.ts';
import { verdictWord } from './verdict.ts';
import { yardstickView } from './yardstick.ts';

const MARKS = {
  best: { sign: '▲', words: 'meilleure valeur' },
  worst: { sign: '▼', words: 'moins bonne valeur' },
} as const;

/** Best or worst of its row, in a sign for the eye and words for the ear. */
export function mark({ mark: which }: ComparisonCell): Html {
  if (which === undefined) return html``;
  const { sign, words } = MARKS[which];
  return html` <span class="mark mark-${which}"><span aria-hidden="true">${sign}</span><span class="visually-hidden"> (${words})</span></span>`;
}

/** Where a cell stands: its path, and what its cell says of its column on a phone. */
interface CellPlace {
  readonly path: string;
  readonly named: Html;
}

function cellView(
  view: ComparisonView,
  cell: ComparisonCell,
  { path, named }: CellPlace,
  notes: string,
): Html {
  if (cell.text === undefined) {
    return html`<td role="cell"${named} class="no-value"><span aria-hidden="true">–</span><span class="visually-hidden">pas de valeur</span>${
      cell.note === undefined
        ? ''
        : html` <a class="note-mark" href="#${notes}-${cell.note}" aria-label="note ${cell.note} : pourquoi il n’y a pas de valeur">(${cell.note})</a>`
    }</td>`;
  }
  const place = { key: view.key, shown: { path } };
  const style = isWords(cell.text, cell) ? 'words' : cell.negative ? 'negative' : undefined;
  return html`<td role="cell"${named}${style === undefined ? '' : html` class="${style}"`}>${figureLink(place, cell.text, cell)}${mark(cell)}</td>`;
}

function rowView(
  view: ComparisonView,
  row: ComparisonRow,
  places: readonly CellPlace[],
  notes: string,
): Html {
  if (row.kind === 'heading')
    return html`<tr role="row" class="row-heading"><th role="rowheader" scope="rowgroup" colspan="${places.length + 1}"><span>${row.label}</span></th></tr>`;
  return html`<tr role="row" class="row-${row.kind}"><th role="rowheader" scope="row">${row.label}${yardstickView(row.id)}</th>${row.cells.map(
    (cell, index) => cellView(view, cell, places[index] ?? { path: '', named: html`` }, notes),
  )}</tr>`;
}

function missingView({ missing }: ComparisonLens, id: string): Html {
  if (missing.length === 0) return html``;
  const count = missing.reduce((sum, { labels }) => sum + labels.length, 0);
  return html`<details class="folded not-printed" id="${id}-absents">
<summary>${count === 1 ? 'Un chiffre sans valeur' : `${count} chiffres sans valeur`} dans toutes les voies</summary>
<dl class="missing">${missing.map(({ reason, labels }) => html`<div><dt>${labels.join(' ; ')}</dt><dd>${reason}</dd></div>`)}</dl>
</details>`;
}

function lensView(view: ComparisonView, lens: ComparisonLens, id: string, title: string, unit: string): Html {
  const { columns } = view.page;
  const places = columns.map(({ id: path, name }) => ({ path, named: columnInCell(name, columns.length) }));
  const notes = `${id}-note`;
  return html`${pathsHint(columns.length)}<div class="table-box" tabindex="0" role="region" aria-labelledby="${id}-titre">
<table role="table" class="figures compared ${comparedTableClasses(columns.length)}">
<caption id="${id}-titre"><span class="table-title">${title}</span> <span class="table-unit">${unit}</span></caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td>${columns.map(
    (
      column,
    ) => html`<th role="columnheader" scope="col"><a href="${dossierAddress(view.key, { path: column.id, lens: view.lens })}">${column.label}</a>
<span class="head-verdict badge-${column.verdict}">${icon(column.verdict)} ${verdictWord(column.verdict, column.confirmedPoints)}${column.gap === undefined ? '' : html`, non financée`}</span></th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${lens.rows.map((row) => rowView(view, row, places, notes))}
</tbody>
</table>
</div>
${
  lens.notes.length === 0
    ? ''
    : html`<ol class="table-notes">${lens.notes.map(
        (note, index) => html`<li id="${notes}-${index + 1}">${note}</li>`,
      )}</ol>`
}
${lens.remark === undefined ? '' : html`<p class="lens-remark">${keptTogether(lens.remark)}</p>`}
${missingView(lens, id)}`;
}

/** The key figures of the three lenses, a column a path. All are in the page; the tabs show one. */
export function comparedLenses(view: ComparisonView): Html {
  const { page, lens: chosen, key, shown } = view;
  return html`<section class="lenses" id="regards" aria-labelledby="regards-titre">
<h2 id="regards-titre">Trois regards sur les mêmes voies</h2>
<p class="marks-legend"><span class="mark mark-best" aria-hidden="true">▲</span> meilleure valeur, <span class="mark mark-worst" aria-hidden="true">▼</span> moins bonne, parmi les voies qui tiennent debout ; sans marque, le chiffre décrit sans classer.</p>
<nav class="tabs" aria-label="Regards"><ul>${LENSES.map(
    ({ lens, label }) =>
      html`<li><a href="${dossierAddress(key, { ...shown, lens })}#regards" data-lens="${LENS_WORDS[lens]}"${
        lens === chosen ? html` aria-current="true"` : ''
      }>${label}</a></li>`,
  )}</ul></nav>
${LENSES.map(
  ({ lens, label, question }) =>
    html`<div class="lens" id="regard-${LENS_WORDS[lens]}"${lens === chosen ? '' : html` hidden`}>
${lensView(view, page.lenses[lens], `compare-${LENS_WORDS[lens]}`, label, question)}
</div>`,
)}
</section>`;
}

/** The figures under a chart, folded. */
export function comparedTable(view: ComparisonView, table: ComparisonTable): Html {
  const { id, title, unit, columns, rows } = table;
  const paths = view.page.columns.filter(({ empty }) => !empty).map((column) => column.id);
  const placesOf = (row: ComparisonTable['rows'][number]) =>
    columns.map((column, index) => ({
      path: row.path ?? paths[index] ?? '',
      named: columnInCell(column, columns.length),
    }));
  return html`<details class="folded not-printed" id="volet-${id}">
<summary>${title} <span class="table-unit">${unit}</span></summary>
${scrollHint(columns)}${pathsHint(columns.length)}<div class="table-box" tabindex="0" role="region" aria-label="${title}">
<table role="table" class="figures ${comparedTableClasses(columns.length)}">
<caption class="visually-hidden">${title}, ${unit}</caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td>${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowView(view, row, placesOf(row), id))}
</tbody>
</table>
</div>
</details>`;
}
