import { html } from 'hono/html';
import type { Chart } from '../src/report/chart-drawing.ts';
import type { PathPage } from '../src/report/page.ts';
import {
  debtStateAddress,
  deliberationAddress,
  jsonAddress,
  landSupportAddress,
  searchAddress,
  vehicleAddress,
  workbookAddress,
} from './addresses.ts';
import { chartView } from './chart.ts';
import { checksView, covenantsView } from './checks.ts';
import { columnsPanel, compareChoices } from './columns-panel.ts';
import type { DossierView } from './dossier-view.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { aboutView, introduction } from './introduction.ts';
import { keepForm } from './kept-form.ts';
import { headlineView, lensesView } from './key-figures.ts';
import { lawNoteView } from './law-note.ts';
import { nearestLawfulView } from './nearest-lawful.ts';
import { pathTabs } from './path-tabs.ts';
import { structureView } from './structure.ts';
import { foldedTable, tableView } from './table.ts';
import { type Topic, topicsOf } from './topics.ts';
import { keptTogether } from './typography.ts';
import { verdictView } from './verdict.ts';

/** Too long or too wide for a committee note. */
const NOT_PRINTED = [
  'echeancier-mensuel',
  'echeancier-mensuel-exploitant',
  'echeancier-mensuel-refinancement',
  'etat-dette-garantie',
];
/** Shown with the other checks. */
const SHOWN_ELSEWHERE = ['controles'];

function rent({ rent: found }: PathPage): Html {
  if (found === undefined) return html``;
  const { sentence, market } = found;
  const beside = (text: string, isAbove: boolean) =>
    isAbove
      ? html` <strong class="state-bad">${icon('impossible')} ${keptTogether(text)}</strong>`
      : html` ${keptTogether(text)}`;
  return html`<p><strong>Loyer versé par l’entreprise.</strong> ${keptTogether(sentence)}${market === undefined ? '' : beside(market.sentence, market.isAbove)}</p>`;
}

function sizing({ page, key }: DossierView): Html {
  const [only, ...others] = page.sizing;
  if (only === undefined) return html``;
  return html`<div class="sizing">
${
  others.length === 0
    ? html`<p><strong>Taille du prêt.</strong> ${only}</p>`
    : html`<p><strong>Taille des prêts</strong></p>
<ul>${page.sizing.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
}
${
  page.limits.length === 0
    ? ''
    : html`<p><strong>Ce que les limites de la banque permettraient</strong></p>
<ul>${page.limits.map(
        ({ label, largestLoan, binds }) =>
          html`<li${binds ? html` class="binds"` : ''}>${label} : prêt de ${largestLoan} au plus${binds ? html` <strong>– c’est elle qui limite</strong>` : ''}</li>`,
      )}</ul>`
}
${rent(page)}
<p class="not-printed"><a href="${searchAddress(key, { path: page.pathId })}">Chercher le plus petit apport, le loyer d’équilibre ou le plus petit prêt</a> · <a href="${landSupportAddress(key, { path: page.pathId })}">Dimensionner le soutien de la collectivité</a></p>
</div>`;
}

function chartsView(drawn: readonly Chart[]): Html {
  if (drawn.length === 0) return html``;
  return html`<div class="charts${drawn.length === 1 ? ' chart-alone' : ''}">${drawn.map(chartView)}</div>`;
}

/** What a local authority votes and keeps: its two documents. */
function authorityDocuments({ page, key }: DossierView): Html {
  if (!page.tables.some(({ id }) => id === 'etat-dette-garantie')) return html``;
  const shown = { path: page.pathId };
  return html`<ul class="actions" aria-label="Documents de la collectivité">
<li><a class="action" href="${deliberationAddress(key, shown)}">Projet de délibération</a></li>
<li><a class="action" href="${debtStateAddress(key, shown)}">État de la dette garantie</a></li>
</ul>`;
}

function topic(view: DossierView, { id, title, open, folded, charts }: Topic): Html {
  const tables = (ids: readonly string[]) =>
    ids.flatMap((item) => view.page.tables.filter((table) => table.id === item));
  const drawn = charts.flatMap((item) => view.charts.filter((chart) => chart.id === item));
  if (tables([...open, ...folded]).length === 0 && drawn.length === 0) return html``;
  const opened = tables(open).map((table) => tableView(view, table));
  return html`<section id="${id}" aria-labelledby="${id}-titre">
<h2 id="${id}-titre">${title}</h2>
${id === 'pret' ? sizing(view) : ''}
${id === 'pret' ? covenantsView(view) : ''}
${id === 'garantie' ? authorityDocuments(view) : ''}
${open.length > 0 && drawn.length > 0 ? html`<div class="beside">${chartsView(drawn)}${opened}</div>` : html`${chartsView(drawn)}${opened}`}
${tables(folded).map((table) => foldedTable(view, table, !NOT_PRINTED.includes(table.id)))}
</section>`;
}

function otherTables(view: DossierView): Html {
  const named = [
    ...topicsOf(view.page).flatMap(({ open, folded }) => [...open, ...folded]),
    ...SHOWN_ELSEWHERE,
  ];
  const others = view.page.tables.filter((table) => !named.includes(table.id));
  if (others.length === 0) return html``;
  return html`<section id="autres" aria-labelledby="autres-titre"><h2 id="autres-titre">Autres tableaux</h2>${others.map((table) => foldedTable(view, table))}</section>`;
}

function contents(view: DossierView): Html {
  if (view.page.empty) return html``;
  return html`<nav class="contents" aria-label="Dans cette page"><ul>
<li><a href="#regards">Chiffres clés</a></li>
<li><a href="#montage">Montage</a></li>
${topicsOf(view.page).map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
<li><a href="#controles">Contrôles</a></li>
<li class="to-form"><a href="#hypotheses">Modifier les hypothèses</a></li>
</ul></nav>`;
}

function heading(view: DossierView): Html {
  const { page, key, shown } = view;
  const isAlone = page.paths.length === 1;
  const isRefused = view.columns.problems.length > 0;
  return html`<header class="dossier-head">
<p class="overline">${page.operatorName} · ${page.siteName}</p>
<h1>${page.title}</h1>
<p class="path-name">${page.pathLabel}</p>
${introduction(page.summary)}
<div class="toolbar">
<ul class="actions" aria-label="Emporter ce dossier">
${page.empty ? '' : html`<li><a class="action" href="${workbookAddress(key, shown)}" download>Télécharger le classeur (.xlsx) <small class="wait">(quelques secondes)</small></a></li>`}
${page.hasVehiclePage ? html`<li><a class="action" href="${vehicleAddress(key, { path: page.pathId })}">Tous les sites de la foncière</a></li>` : ''}
<li><a class="action" href="${jsonAddress(key)}" download>JSON</a></li>
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
</ul>
${aboutView(page.summary)}
${keepForm(view.kept)}
${compareChoices(view, page.pathId)}
${isAlone && !isRefused ? columnsPanel(view) : ''}
</div>
${isAlone && isRefused ? columnsPanel(view) : ''}
</header>
${pathTabs(key, page.paths, { ...shown, path: page.pathId })}`;
}

function structure(view: DossierView): Html {
  const { page } = view;
  if (page.structure === undefined) return html``;
  return html`<section id="montage" aria-labelledby="montage-titre">
<h2 id="montage-titre">Qui apporte, qui prête, qui vend, qui loue</h2>
${structureView(view, page.structure, 'montage-voie', page.pathLabel)}
</section>`;
}

/** All that depends on the assumptions: what the page shows, and what a change of the form sends again. */
export function resultsView(view: DossierView): Html {
  const { page } = view;
  return html`${heading(view)}
${lawNoteView(view.key, view.shown, view.lawNote)}
${verdictView(view)}
${nearestLawfulView(view, page.pathId, page.nearestLawful)}
${headlineView(view)}
${contents(view)}
${page.empty ? '' : lensesView(view)}
${structure(view)}
${topicsOf(view.page).map((item) => topic(view, item))}
${page.empty ? '' : otherTables(view)}
${page.empty ? '' : checksView(view)}
<p class="law-date">Droit appliqué au ${page.lawDate}. Montants en euros courants.</p>`;
}
