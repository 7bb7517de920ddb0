import { html } from 'hono/html';
import type { RangeText, SiteCard } from '../src/report/site-comparison-page.ts';
import { FIT_WORDS, type FitItem, type FitVerdict } from '../src/sites/suitability/fit.ts';
import { brownfieldAddress, landSupportAddress } from './addresses.ts';
import type { Html } from './html.ts';
import { type IconName, icon } from './icon.ts';
import type { SiteComparisonView } from './site-comparison-view.ts';
import { keptTogether } from './typography.ts';

const FIT_ICONS: Readonly<Record<FitVerdict, IconName>> = {
  fits: 'possible',
  'to-check': 'a-verifier',
  'does-not': 'impossible',
};

/** « ne convient pas », with its sign. */
function fitBadge(verdict: FitVerdict): Html {
  return html`<span class="badge badge-${FIT_ICONS[verdict]}">${icon(FIT_ICONS[verdict])} ${FIT_WORDS[verdict]}</span>`;
}

export function rangeView({ text, range }: RangeText): Html {
  return html`${text}${range === undefined ? '' : html` <span class="cell-detail">${keptTogether(range)}</span>`}`;
}

function unfitItem({ label, verdict, reason, remedy }: FitItem): Html {
  return html`<li>${fitBadge(verdict)} <strong>${label}.</strong> ${keptTogether(reason)}${remedy === undefined ? '' : html` <em>${keptTogether(remedy)}</em>`}</li>`;
}

/** The first of what does not suit in sight, all of it unfolded. */
function unfitView({ unfit, fit, problems }: SiteCard): Html {
  const problemsView = problems.map((problem) => html`<p class="state-bad">${keptTogether(problem)}</p>`);
  if (unfit.length === 0) return html`${fitBadge(fit)}${problemsView}`;
  const [worst] = unfit;
  const others = unfit.length - 1;
  const summary = `${worst?.label ?? ''}${others === 0 ? '' : ` et ${others} autre${others > 1 ? 's' : ''} point${others > 1 ? 's' : ''}`}`;
  return html`${fitBadge(fit)}${problemsView}
<details class="site-unfit"><summary>${summary}</summary><ul>${unfit.map(unfitItem)}</ul></details>`;
}

function chooseView({ key }: SiteComparisonView, { id, name, isChosen }: SiteCard): Html {
  if (isChosen) return html`<span class="site-chosen">${icon('possible')} retenue dans le dossier</span>`;
  return html`<form class="not-printed" method="post" action="${brownfieldAddress(key, id, 'retenir')}">
<button type="submit" class="action">Retenir<span class="visually-hidden"> « ${name} »</span> cette friche</button></form>`;
}

function row(view: SiteComparisonView, card: SiteCard): Html {
  const { key } = view;
  const { id, letter, name, place, cost, months, index, potential, reliability } = card;
  return html`<tr class="row-line"><th scope="row"><span class="site-letter">${letter}</span> <a href="${brownfieldAddress(key, id)}">${name}</a> <span class="cell-detail">${place}</span></th>
<td>${rangeView(cost)}</td>
<td>${rangeView(months)}</td>
<td>${index === undefined ? 'rien de connu' : html`${index} <span class="cell-detail">${potential}</span>`} <span class="cell-detail">fiabilité ${reliability}</span></td>
<td class="long-words">${unfitView(card)}</td>
<td class="text">${chooseView(view, card)} <a class="not-printed" href="${landSupportAddress(key, { brownfield: id })}">Plus petit soutien<span class="visually-hidden"> sur « ${name} »</span></a></td></tr>`;
}

/** How each index is made, criterion by criterion: 22 rows, a column a site, folded. */
function gridView({ page }: SiteComparisonView): Html {
  return html`<details class="folded not-printed" id="grille">
<summary>L’indice national, critère par critère <span class="table-unit">poids, valeur connue, effet, points</span></summary>
<div class="table-box" tabindex="0" role="region" aria-labelledby="grille-titre">
<table class="figures site-grid">
<caption id="grille-titre"><span class="table-title">Mutabilité vers l’industrie</span> <span class="table-unit">Mutafriches (ADEME, Cerema), v1.11 ; points pondérés : + avantage, − contrainte</span></caption>
<thead><tr><th scope="col">Critère</th><th scope="col">Poids</th>${page.cards.map(({ letter, name }) => html`<th scope="col" class="text">${letter} – ${name}</th>`)}</tr></thead>
<tbody>${page.grid.map(
    ({ label, weight, cells }) =>
      html`<tr class="row-line"><th scope="row">${label}</th><td>${weight}</td>${cells.map((cell) =>
        cell === undefined
          ? html`<td class="text no-value">inconnu</td>`
          : html`<td class="text">${cell.value} <span class="cell-detail">${cell.effect} : ${cell.points}</span></td>`,
      )}</tr>`,
  )}</tbody>
</table>
</div>
</details>`;
}

/** The brownfields of the dossier: cost, time, national index, and whether each suits this enterprise. */
export function siteCards(view: SiteComparisonView): Html {
  return html`<section id="friches" aria-labelledby="friches-titre">
<h2 id="friches-titre">Les friches, avant tout financement</h2>
<p class="site-need">Besoin de l’entreprise : ${keptTogether(view.page.need)}.</p>
<div class="table-box" tabindex="0" role="region" aria-labelledby="friches-table">
<table class="figures site-cards">
<caption id="friches-table"><span class="table-title">Coût, délai et aptitude</span> <span class="table-unit">coût HT jusqu’à l’ouverture, central puis de bas à haut</span></caption>
<thead><tr><th scope="col">Friche</th><th scope="col">Coût de la friche</th><th scope="col">Délai avant l’ouverture</th><th scope="col">Indice national, industrie</th><th scope="col" class="text">Pour cette entreprise</th><th scope="col" class="text">Décision</th></tr></thead>
<tbody>${view.page.cards.map((card) => row(view, card))}</tbody>
</table>
</div>
<p class="search-note">${keptTogether('Indice national de mutabilité vers l’industrie : avantages pondérés / (avantages + contraintes), grille Mutafriches (ADEME, Cerema), algorithme v1.11, lu le 22/11/2026. Un critère inconnu n’entre pas dans l’indice ; un critère neutre compte pour moitié des deux côtés. Fiabilité : poids des critères connus sur les 30 de la grille ; six critères (poids 5,5), dont l’effet sur l’industrie n’a pas été lu, ne sont jamais comptés. Seuils de la fiabilité : hypothèse de Levier. L’aptitude pour cette entreprise n’entre jamais dans l’indice.')}</p>
${gridView(view)}
</section>`;
}
