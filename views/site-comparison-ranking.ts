import { html } from 'hono/html';
import type { RankedRow, SiteChartTable } from '../src/report/site-comparison-page.ts';
import { chartView } from './chart.ts';
import type { Html } from './html.ts';
import type { SiteComparisonView } from './site-comparison-view.ts';
import { keptTogether } from './typography.ts';

function dominatedView({ dominatedBy, isNeverBest }: RankedRow): Html {
  if (dominatedBy.length === 0) return html``;
  const said = isNeverBest
    ? 'jamais la meilleure quels que soient les poids : dominée par'
    : 'dominée aux coûts centraux par';
  return html`<span class="cell-detail dominated">▽ ${said} ${dominatedBy.slice(0, 3).join(', ')}${dominatedBy.length > 3 ? '…' : ''}</span>`;
}

function row(item: RankedRow): Html {
  return html`<tr class="row-line"><th scope="row">${item.name} <span class="cell-detail">${item.label}</span>${dominatedView(item)}</th>
<td><strong>${item.best}</strong></td><td>${item.amongFirst}</td>${item.weights.map(
    (weight) => html`<td>${weight ?? '–'}</td>`,
  )}<td>${item.confidence ?? '–'}</td></tr>`;
}

/** The ranking that nobody's weights decide. */
export function rankingView({ page }: SiteComparisonView): Html {
  const { ranking } = page;
  if (ranking === undefined) return html``;
  return html`<section id="classement" aria-labelledby="classement-titre">
<h2 id="classement-titre">Classement sans poids imposés</h2>
<p>${keptTogether(ranking.sentence)}</p>
<div class="table-box" tabindex="0" role="region" aria-labelledby="classement-table">
<table class="figures site-ranking">
<caption id="classement-table"><span class="table-title">Part des jeux de poids</span> <span class="table-unit">en % des tirages, arrondis au point</span></caption>
<thead><tr><th scope="col">Friche et voie</th><th scope="col">Première</th><th scope="col">Dans les trois premières</th>${ranking.criteria.map(
    (label) => html`<th scope="col">Poids central : ${label}</th>`,
  )}<th scope="col">Confiance</th></tr></thead>
<tbody>${ranking.rows.map(row)}</tbody>
</table>
</div>
${ranking.notes.map((note) => html`<p class="search-note">${keptTogether(note)}</p>`)}
</section>`;
}

function chartTable({ id, title, columns, rows }: SiteChartTable): Html {
  return html`<details class="folded not-printed" id="volet-${id}">
<summary>${title} <span class="table-unit">les chiffres du graphique</span></summary>
<div class="table-box" tabindex="0" role="region" aria-label="${title}">
<table class="figures">
<caption class="visually-hidden">${title}</caption>
<thead><tr><th scope="col">Friche et voie</th><th scope="col">${columns[0]}</th><th scope="col">${columns[1]}</th><th scope="col" class="text">Frontière</th></tr></thead>
<tbody>${rows.map(
    ({ name, label, x, y, isOnFrontier }) =>
      html`<tr class="row-line"><th scope="row">${name} <span class="cell-detail">${label}</span></th><td>${x}</td><td>${y}</td><td class="text">${isOnFrontier ? 'sur la frontière' : 'une autre fait mieux'}</td></tr>`,
  )}</tbody>
</table>
</div>
</details>`;
}

/** The two frontiers, then their figures. */
export function frontiersView({ page, charts }: SiteComparisonView): Html {
  if (charts.length === 0) return html``;
  return html`<section id="frontieres" aria-labelledby="frontieres-titre">
<h2 id="frontieres-titre">Ce qu’il faut payer pour mieux</h2>
<div class="charts">${charts.map(chartView)}</div>
${page.tables.map(chartTable)}
</section>`;
}
