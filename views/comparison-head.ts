import { html } from 'hono/html';
import type { ComparisonColumn } from '../src/report/comparison-page.ts';
import { brownfieldsAddress, dossierAddress, jsonAddress } from './addresses.ts';
import { fundingView, reasonView } from './column-detail.ts';
import { columnLines } from './column-lines.ts';
import { columnsPanel } from './columns-panel.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { aboutView, introduction } from './introduction.ts';
import { keepForm } from './kept-form.ts';
import { hasManyColumns } from './many-columns.ts';
import { nearestLawfulView } from './nearest-lawful.ts';
import { pathTabs } from './path-tabs.ts';
import { verdictWord } from './verdict.ts';

/** Title, what can be done with the dossier, and the ways to each path. */
export function comparisonHead({ page, key, shown, lens, main }: ComparisonView): Html {
  const manages = main.columns.problems.length === 0;
  return html`<header class="dossier-head">
<p class="overline">${page.operatorName} · ${page.siteName}</p>
<h1>${page.title}</h1>
${introduction(page.summary)}
<div class="toolbar">
<ul class="actions" aria-label="Emporter ce dossier">
<li><a class="action" href="${brownfieldsAddress(key)}">Comparer des friches</a></li>
<li><a class="action" href="${jsonAddress(key)}" download>JSON</a></li>
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
</ul>
${aboutView(page.summary)}
${keepForm(main.kept)}
${manages ? columnsPanel({ key, shown, columns: main.columns }) : ''}
</div>
${manages ? '' : columnsPanel({ key, shown, columns: main.columns })}
</header>
${pathTabs(key, page.columns, { ...shown, path: undefined, lens })}`;
}

function columnCard(view: ComparisonView, column: ComparisonColumn): Html {
  const { key, lens } = view;
  const { id, label, verdict, nearestLawful, confirmedPoints } = column;
  return html`<li class="column-card verdict-${verdict}">
<h3><a href="${dossierAddress(key, { path: id, lens })}">${label}</a></h3>
<p class="column-verdict"><span class="badge badge-${verdict}">${icon(verdict)} ${verdictWord(verdict, confirmedPoints)}</span> ${fundingView(column)}</p>
${reasonView(column)}
${nearestLawfulView(view, id, nearestLawful)}
</li>`;
}

/** The verdict of each path, before any figure: word, icon and colour, its main reason and article, its funding. */
export function columnsView(view: ComparisonView): Html {
  return html`<section class="columns" aria-labelledby="verdicts-titre">
<h2 id="verdicts-titre" class="visually-hidden">Ce que le droit et l’équilibre permettent</h2>
${
  hasManyColumns(view.page)
    ? columnLines(view)
    : html`<ul class="column-cards">${view.page.columns.map((column) => columnCard(view, column))}</ul>`
}
</section>`;
}
