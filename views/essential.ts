import { html } from 'hono/html';
import type { Lens } from '../src/analysis/key-figure.ts';
import type {
  ComparisonColumn,
  EssentialCell,
  EssentialGroup,
  EssentialRow,
} from '../src/report/comparison-page.ts';
import { mark } from './comparison-table.ts';
import type { ComparisonView } from './comparison-view.ts';
import { figureLink } from './figure-link.ts';
import type { Html } from './html.ts';
import { columnInCell, comparedTableClasses } from './many-columns.ts';
import { pathsHint } from './scroll-hint.ts';
import { keptTogether } from './typography.ts';

/** The reader whose rows come first, by the lens that was asked for. */
const READERS: Readonly<Record<Lens, string>> = {
  founder: 'Pour l’entreprise',
  investor: 'Pour les financeurs',
  authority: 'Pour la collectivité',
};

function ordered(groups: readonly EssentialGroup[], lens: Lens): EssentialGroup[] {
  const isAsked = ({ who }: EssentialGroup) => who === READERS[lens];
  return [...groups.filter(isAsked), ...groups.filter((item) => !isAsked(item))];
}

function cell(view: ComparisonView, { id, name }: ComparisonColumn, told: EssentialCell): Html {
  const named = columnInCell(name, view.page.columns.length);
  const { text, instead = 'sans valeur', detail, negative } = told;
  if (text === undefined) return html`<td role="cell"${named} class="no-value">${instead}</td>`;
  return html`<td role="cell"${named}${negative ? html` class="negative"` : ''}>${figureLink({ key: view.key, shown: { path: id } }, text, told)}${mark(told)}${
    detail === undefined ? '' : html` <span class="cell-detail">${keptTogether(detail)}</span>`
  }</td>`;
}

function row(view: ComparisonView, { label, cells }: EssentialRow): Html {
  return html`<tr role="row" class="row-line"><th role="rowheader" scope="row">${keptTogether(label)}</th>${view.page.columns.map(
    (column, index) => cell(view, column, cells[index] ?? { text: undefined }),
  )}</tr>`;
}

function group(view: ComparisonView, { who, rows }: EssentialGroup): Html {
  return html`<tbody role="rowgroup">
<tr role="row" class="row-heading"><th role="rowheader" scope="rowgroup" colspan="${view.page.columns.length + 1}"><span>${who}</span></th></tr>
${rows.map((item) => row(view, item))}
</tbody>`;
}

const WITH_SITE =
  'Payé par mois : en année de croisière, part des annuités comprise ; coût complet : avant impôt, jusqu’à l’horizon. Trésorerie : à la fin du mois, jusqu’à l’horizon ; celle de la société immobilière, une fois en service. EBE / annuités et DSCR : avant impôt, exercice le plus faible. Une voie tient debout quand rien ne l’interdit, que son plan est financé, que la trésorerie de l’exploitant et de sa société immobilière reste positive, celle d’une foncière tous sites comptés, et que les limites de la banque sont respectées.';

/** Nothing of premises in a dossier that has none. */
const WITHOUT_SITE =
  'Trésorerie : à la fin du mois, jusqu’à l’horizon. EBE / annuités : avant impôt, exercice le plus faible. Une voie tient debout quand rien ne l’interdit, que son plan est financé, que la trésorerie reste positive et que les limites de la banque sont respectées.';

/** Which way holds, then the questions of the three readers, a row each, a column a path. */
export function essentialView(view: ComparisonView): Html {
  const { lead, differences, essential } = view.page.answer;
  const { columns } = view.page;
  return html`<section class="answer" id="reponse" aria-labelledby="reponse-titre">
<div class="answer-head"><h2 id="reponse-titre">L’essentiel</h2>
<p class="answer-lead">${keptTogether(lead)}</p></div>
${differences.map((sentence) => html`<p class="answer-difference">${keptTogether(sentence)}</p>`)}
${
  essential.length === 0
    ? ''
    : html`${pathsHint(columns.length)}<div class="table-box" tabindex="0" role="region" aria-label="L’essentiel, voie par voie">
<table role="table" class="figures essential ${comparedTableClasses(columns.length)}">
<caption class="visually-hidden">L’essentiel de chaque voie</caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td>${columns.map(
        ({ name, isMain }) =>
          html`<th role="columnheader" scope="col">${name}${isMain ? html` <span class="column-main">voie principale</span>` : ''}</th>`,
      )}</tr></thead>
${ordered(essential, view.lens).map((item) => group(view, item))}
</table>
</div>`
}
<p class="hint">${view.page.hasSite ? WITH_SITE : WITHOUT_SITE}</p>
</section>`;
}
