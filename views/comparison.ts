import { html } from 'hono/html';
import { assumptionsForm } from './assumptions-form.ts';
import { chartView } from './chart.ts';
import { compareChoicesOfAll } from './columns-panel.ts';
import { exchangeView } from './comparison-exchange.ts';
import { columnsView, comparisonHead } from './comparison-head.ts';
import { comparedLenses, comparedTable } from './comparison-table.ts';
import type { ComparisonView } from './comparison-view.ts';
import { crossoversPlace } from './crossovers.ts';
import { essentialView } from './essential.ts';
import type { Html } from './html.ts';
import { lawNoteView } from './law-note.ts';
import { layout } from './layout.ts';
import { hasManyColumns } from './many-columns.ts';
import { structureView } from './structure.ts';

/** The charts side by side, then the tables that hold their figures. */
function chartsView(view: ComparisonView): Html {
  if (view.charts.length === 0) return html``;
  return html`<section id="graphiques" aria-labelledby="graphiques-titre">
<h2 id="graphiques-titre">Besoins, ressources, trésorerie, dettes et flux</h2>
<div class="charts">${view.charts.map(chartView)}</div>
${view.page.tables.map((table) => comparedTable(view, table))}
</section>`;
}

function structuresView(view: ComparisonView): Html {
  const drawn = view.page.columns.flatMap((column) =>
    column.structure === undefined ? [] : [{ ...column, structure: column.structure }],
  );
  if (drawn.length === 0) return html``;
  return html`<section id="montages" aria-labelledby="montages-titre">
<h2 id="montages-titre">Qui apporte, qui prête, qui vend, qui loue</h2>
${drawn.map(
  ({ id, label, structure }) => html`<h3>${label}</h3>
${structureView({ key: view.key, shown: { path: id } }, structure, `montage-${id}`, label)}`,
)}
</section>`;
}

function contents({ page }: ComparisonView): Html {
  return html`<nav class="contents" aria-label="Dans cette page"><ul>
<li><a href="#regards">Chiffres clés</a></li>
${page.hasSite ? html`<li><a href="#bascules">Bascules</a></li>` : ''}
<li><a href="#qui-gagne">Qui gagne, qui paie</a></li>
<li><a href="#graphiques">Graphiques</a></li>
<li><a href="#montages">Montages</a></li>
<li class="to-form"><a href="#hypotheses">Modifier les hypothèses</a></li>
</ul></nav>`;
}

/** All that depends on the assumptions: what the page shows, and what a change of the form sends again. */
export function comparisonResults(view: ComparisonView): Html {
  return html`${comparisonHead(view)}
${lawNoteView(view.key, view.shown, view.main.lawNote)}
${columnsView(view)}
${essentialView(view)}
${compareChoicesOfAll({ key: view.key, shown: view.shown, columns: view.main.columns })}
${contents(view)}
${comparedLenses(view)}
${view.page.hasSite ? crossoversPlace(view.key) : ''}
${exchangeView(view)}
${chartsView(view)}
${structuresView(view)}
<p class="law-date">Droit appliqué au ${view.page.lawDate}. Montants en euros courants, sauf valeurs présentes.</p>`;
}

/** The form of the main path: beside the results, or folded below them when their columns need the width of the page. */
function sideView({ page, main, shown }: ComparisonView): Html {
  const form = html`<p class="side-note">Les hypothèses communes valent pour toutes les voies ; viennent ensuite celles de chaque voie.</p>
${assumptionsForm(main)}`;
  if (!hasManyColumns(page))
    return html`<aside class="side" aria-label="Hypothèses">
${form}
</aside>`;
  const { problems, changedPart } = main.form;
  const isOpen = problems.length > 0 || changedPart !== undefined || shown.form === 'detailed';
  return html`<aside class="side side-below" aria-label="Hypothèses">
<details${isOpen ? html` open` : ''}><summary class="side-summary">Modifier les hypothèses</summary>
${form}
</details>
</aside>`;
}

/** The page of a comparison: results, and the assumptions of the main path beside them. */
export function comparisonPage(view: ComparisonView): Html {
  return layout({
    assets: view.assets,
    title: `${view.page.title} – Comparaison`,
    content: html`<div id="message" role="alert"></div>
<p id="annonce" class="visually-hidden" role="status"></p>
<div class="workspace">
<article id="resultats" class="comparison">
${comparisonResults(view)}
</article>
${sideView(view)}
</div>
<dialog id="panneau" class="panel" aria-labelledby="panneau-titre"></dialog>`,
  });
}

/** What a change of the form sends back: the results, and out of band the form and what screen readers say. */
export function comparisonUpdate(view: ComparisonView): Html {
  return html`${comparisonResults(view)}
${assumptionsForm(view.main, true)}
<div id="message" role="alert" hx-swap-oob="innerHTML"></div>
${announcement(view)}`;
}

/** What a choice of two paths sends back: the results alone, so that nothing typed in the form is lost. */
export function comparisonChoice(view: ComparisonView): Html {
  return html`${comparisonResults(view)}
${announcement(view)}`;
}

function announcement({ page }: ComparisonView): Html {
  return html`<p id="annonce" hx-swap-oob="innerHTML">Résultats mis à jour. ${page.answer.lead}</p>`;
}
