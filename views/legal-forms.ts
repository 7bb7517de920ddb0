import { html } from 'hono/html';
import {
  CONFIDENCE_WORDS,
  type Opening,
  type RegisteredCell,
  type RegisteredForm,
} from '../src/analysis/law-register.ts';
import type { MethodPage } from '../src/report/method-page.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** Legal forms on « Méthode »: what each one is, what each may issue. Tables of words, stacked on a phone. */
const OPENING_WORDS: Readonly<Record<Opening, string>> = {
  yes: 'Oui',
  conditions: 'Sous conditions',
  no: 'Non',
};

interface WordTable {
  readonly title: string;
  readonly heads: readonly string[];
  /** The head of the row, then one cell a column. */
  readonly rows: readonly { readonly head: string; readonly cells: readonly Html[] }[];
}

/** Laid out as blocks on a phone, a table loses its meaning in some browsers: its parts say their role. */
function wordTable({ title, heads: [first = '', ...heads], rows }: WordTable): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-label="${title}">
<table class="word-table" role="table" aria-label="${title}">
<thead role="rowgroup"><tr role="row">${[first, ...heads].map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  ({ head, cells }) =>
    html`<tr role="row"><th scope="row" role="rowheader">${head}</th>${cells.map(
      (cell, index) =>
        html`<td role="cell"><span class="cell-head" aria-hidden="true">${heads[index]} : </span>${cell}</td>`,
    )}</tr>`,
)}
</tbody>
</table>
</div>`;
}

/** What each legal form is: capital, votes, debts, payments, gain, article. */
export function legalFormsView(forms: readonly RegisteredForm[]): Html {
  const text = (words: string) => html`${keptTogether(words)}`;
  return wordTable({
    title: 'Tableau des formes juridiques',
    heads: [
      'Forme',
      'Capital',
      'Responsabilité des associés',
      'Voix',
      'Distribution',
      'Plus-value à la sortie',
      'Article',
    ],
    rows: forms.map(({ label, capital, liability, votes, distribution, capitalGain, article }) => ({
      head: label,
      cells: [capital, liability, votes, distribution, capitalGain ? 'possible' : 'jamais', article].map(
        text,
      ),
    })),
  });
}

function cellAnchor({ rule }: RegisteredCell): string {
  return `case-${rule.replaceAll('.', '-')}`;
}

const isFromMemory = ({ confidence }: RegisteredCell) => confidence === 'memory';

function cellLink(cell: RegisteredCell): Html {
  const memory = isFromMemory(cell) ? html` <small>de mémoire</small>` : '';
  return html`<a href="#${cellAnchor(cell)}" class="opening opening-${cell.open}">${OPENING_WORDS[cell.open]}</a>${memory}`;
}

function cellView(cell: RegisteredCell): Html {
  const { formLabel, open, reason, article, remedy, confidence } = cell;
  return html`<li class="law-figure" id="${cellAnchor(cell)}">
<p class="law-line"><span><strong>${formLabel} : ${OPENING_WORDS[open].toLowerCase()}.</strong> ${keptTogether(reason)}</span></p>
${open === 'yes' ? '' : html`<p class="law-ground">Que faire : ${keptTogether(remedy)}</p>`}
<p class="law-ground"><span class="law-source">${article}</span> <span class="confidence${isFromMemory(cell) ? ' state-bad' : ''}">(${CONFIDENCE_WORDS[confidence]})</span></p>
</li>`;
}

/** Who may issue what, then each cell in words. */
export function matrixView(matrix: MethodPage['matrix']): Html {
  const [first] = matrix;
  if (first === undefined) return html``;
  return html`<p>Chaque case mène à sa raison. « De mémoire » : le texte n’a pas été relu, la case n’interdit jamais seule.</p>
${wordTable({
  title: 'Tableau des instruments par forme juridique',
  heads: ['Instrument', ...first.items.map(({ formLabel }) => formLabel)],
  rows: matrix.map(({ title, items }) => ({ head: title, cells: items.map(cellLink) })),
})}
${matrix.map(
  ({ id, title, items }) => html`<h3 id="instrument-${id}">${title}</h3>
<ul class="law-figures law-cells">${items.map(cellView)}</ul>`,
)}`;
}
