import { html } from 'hono/html';
import type { Problem } from '../../src/input/problem.ts';
import type { InventoryFilters } from '../../src/sites/inventory-filters.ts';
import type { ListedSite } from '../../src/sites/listed-site.ts';
import type { Html } from '../html.ts';
import { type Layout, layout } from '../layout.ts';
import { activeFiltersView, type PlaceNames } from './active-filters.ts';
import {
  EXPORT_ADDRESS,
  filteredAddress,
  IMPORTS_ADDRESS,
  LIST_ADDRESS,
  MAP_ADDRESS,
  siteAddress,
} from './addresses.ts';
import { type FiltersForm, filtersForm, placeFields } from './filters-form.ts';
import { countSites, placeOf, SITE_WORDS, writeArea, writeScore } from './words.ts';

export interface SitesResults {
  readonly filters: InventoryFilters;
  readonly names: PlaceNames;
  readonly problems: readonly Problem[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly sites: readonly ListedSite[];
}

interface SitesList extends Pick<Layout, 'assets'> {
  readonly results: SitesResults;
  readonly form: FiltersForm;
  /** Whether the inventory has no site at all. */
  readonly isEmpty: boolean;
}

const COLUMNS: readonly (readonly [
  label: string,
  kind: 'text' | 'figure',
  of: (site: ListedSite) => string,
])[] = [
  ['Terrain', 'figure', ({ landAreaM2 }) => writeArea(landAreaM2)],
  ['Statut', 'text', SITE_WORDS.status],
  ['Nature de la friche', 'text', SITE_WORDS.previousUse],
  ['Pollution', 'text', SITE_WORDS.pollution],
  ['Bâtiments', 'text', SITE_WORDS.buildingState],
  ['Zonage', 'text', SITE_WORDS.zoning],
  ['Propriétaire', 'text', SITE_WORDS.ownerKind],
];

/** What is not known is there, but says less. */
const UNKNOWN: ReadonlySet<string> = new Set(['inconnu', 'inconnue', 'n.c.']);

/** Under this share of the weight of the grid, an index says little. */
const RELIABLE = 35;

/** The index with the share of the grid that it rests on: 100 out of 100 on one criterion is no praise. */
function scoreCell({ suitability, reliability }: ListedSite): Html {
  const isKnown = suitability !== null && reliability !== null;
  const classes = isKnown && reliability >= RELIABLE ? 'figure' : 'figure no-value';
  return html`<td role="cell" class="${classes}" data-label="Aptitude">${writeScore(suitability)}${
    isKnown ? html` <span class="site-place">sur ${Math.round(reliability)} % de la grille</span>` : ''
  }</td>`;
}

function siteRow(site: ListedSite): Html {
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${siteAddress(site.siteId)}">${site.name}</a> <span class="site-place">${placeOf(site)}</span></th>${COLUMNS.map(
    ([label, kind, of]) => {
      const text = of(site);
      const classes = [kind, ...(UNKNOWN.has(text) ? ['no-value'] : [])].join(' ');
      return html`<td role="cell" class="${classes}" data-label="${label}">${text}</td>`;
    },
  )}${scoreCell(site)}</tr>`;
}

function sitesTable({ sites, filters }: SitesResults): Html {
  if (sites.length === 0) return html``;
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="friches-titre">
<table role="table" class="figures sites-table">
<caption id="friches-titre"><span class="visually-hidden">Friches, page ${filters.page} ; n.c. : non renseigné dans l’inventaire</span></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="text">Friche</th>${COLUMNS.map(
    ([label, kind]) => html`<th role="columnheader" scope="col" class="${kind}">${label}</th>`,
  )}<th role="columnheader" scope="col" class="figure">Aptitude</th></tr></thead>
<tbody role="rowgroup">${sites.map(siteRow)}</tbody>
</table>
</div>`;
}

function pagesView({ filters, total, pageSize }: SitesResults): Html {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return html``;
  const link = (page: number, label: string, rel: string) =>
    html`<li><a href="${filteredAddress(LIST_ADDRESS, { ...filters, page })}" rel="${rel}">${label}</a></li>`;
  return html`<nav class="pages not-printed" aria-label="Pages de résultats"><ul>
${filters.page > 1 ? html`${link(1, 'Première', 'first')}${link(Math.min(filters.page - 1, last), 'Précédente', 'prev')}` : ''}
<li aria-current="page">Page ${filters.page} sur ${last}</li>
${filters.page < last ? html`${link(filters.page + 1, 'Suivante', 'next')}${link(last, 'Dernière', 'last')}` : ''}
</ul></nav>`;
}

function problemsView(problems: readonly Problem[]): Html {
  if (problems.length === 0) return html``;
  return html`<div class="problems"><h3>${problems.length === 1 ? 'Un filtre n’a pas été compris' : `${problems.length} filtres n’ont pas été compris`}</h3>
<ul>${problems.map(({ path, message }) => html`<li>${path} : ${message}</li>`)}</ul>
<p>Il n’en est pas tenu compte.</p></div>`;
}

/** What changes with the filters: what was found, the active filters, a page of sites. */
export function sitesResults(results: SitesResults): Html {
  const { filters, total, names, problems, sites } = results;
  const wholeFilters = { ...filters, page: 1 };
  return html`${problemsView(problems)}
<p class="found" role="status"><strong>${countSites(total)}</strong>${total === 0 ? ' ne répond à ces filtres : retirez-en un.' : sites.length === 0 ? html` ; cette page est après la dernière.` : ''}</p>
${activeFiltersView(LIST_ADDRESS, filters, names)}
${
  total === 0
    ? ''
    : html`<p class="results-actions not-printed"><a href="${filteredAddress(MAP_ADDRESS, wholeFilters)}">Les voir sur la carte</a> <a href="${filteredAddress(EXPORT_ADDRESS, wholeFilters)}" download>Liste en CSV</a></p>`
}
${sitesTable(results)}
${pagesView(results)}`;
}

/** The answer to a change of a filter: the results, and the selects of places that depend on it. */
export function sitesFragment(results: SitesResults, form: FiltersForm): Html {
  return html`${sitesResults(results)}
${placeFields(form, true)}`;
}

function emptyInventory(): Html {
  return html`<div class="empty-inventory">
<p>L’inventaire est vide. Deux façons de commencer :</p>
<ul>
<li><a href="${IMPORTS_ADDRESS}">Importer un inventaire</a> : un export de Cartofriches, ou tout fichier au standard national CNIG « friches » (CSV ou GeoJSON).</li>
<li><a href="/dossiers/friche-comparee">Ouvrir le cas « friche-comparee »</a> : une entreprise d’insertion compare quatre friches, sans rien importer.</li>
</ul>
</div>`;
}

/** The inventory: its filters, and what they find. */
export function sitesPage({ assets, results, form, isEmpty }: SitesList): Html {
  const content = html`<div class="sites-page">
<h1>Friches</h1>
<p class="lead">L’inventaire des friches importé : cherchez, filtrez, ouvrez la fiche d’un site pour savoir ce qu’il est, ce qui manque et ce qu’il peut coûter.</p>
${
  isEmpty
    ? emptyInventory()
    : html`<p class="not-printed"><a href="${IMPORTS_ADDRESS}">Importer ou mettre à jour l’inventaire</a></p>
<div class="sites-layout">
${filtersForm(form)}
<section class="sites-results" aria-labelledby="resultats-titre">
<h2 id="resultats-titre">Résultats</h2>
<div id="message" role="alert"></div>
<div id="resultats">
${sitesResults(results)}
</div>
</section>
</div>`
}
</div>`;
  return layout({ assets, title: 'Friches', section: 'sites', content });
}
