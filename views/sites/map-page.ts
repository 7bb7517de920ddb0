import { html } from 'hono/html';
import type { InventoryFilters } from '../../src/sites/inventory-filters.ts';
import type { DepartmentCount } from '../../src/sites/listed-site.ts';
import type { Html } from '../html.ts';
import { type Layout, layout } from '../layout.ts';
import { activeFiltersView, type PlaceNames } from './active-filters.ts';
import { filteredAddress, LIST_ADDRESS, MAP_ADDRESS, POINTS_ADDRESS } from './addresses.ts';
import { statusLegend } from './status-shapes.ts';
import { countSites } from './words.ts';

interface SitesMap extends Pick<Layout, 'assets'> {
  readonly filters: InventoryFilters;
  readonly names: PlaceNames;
  readonly counts: readonly DepartmentCount[];
  readonly departments: ReadonlyMap<string, string>;
  /** Points past which the map draws no more. */
  readonly mostPoints: number;
}

function countsTable({ counts, departments, filters }: SitesMap): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="comptes-titre">
<table class="figures department-counts">
<caption id="comptes-titre"><span class="table-title">Friches par département</span></caption>
<thead><tr><th scope="col" class="text">Département</th><th scope="col">Friches</th></tr></thead>
<tbody>${counts.map(({ department, sites }) =>
    department === null
      ? html`<tr><th scope="row">Département inconnu</th><td>${sites}</td></tr>`
      : html`<tr><th scope="row"><a href="${filteredAddress(LIST_ADDRESS, { ...filters, places: { department }, page: 1 })}">${departments.get(department) ?? department} (${department})</a></th><td>${sites}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}

/** The map: drawn by script on outlines of our own; without script, the counts by department lead to the lists. */
export function mapPage(view: SitesMap): Html {
  const { assets, filters, names, counts, mostPoints } = view;
  const total = counts.reduce((sum, { sites }) => sum + sites, 0);
  const content = html`<div class="map-page">
<p class="overline"><a href="${filteredAddress(LIST_ADDRESS, filters)}">Liste et filtres</a></p>
<h1>Carte des friches</h1>
<p class="found"><strong>${countSites(total)}</strong>${total > mostPoints ? html` ; la carte en montre ${mostPoints} : choisissez une région pour les voir toutes.` : ''}</p>
${activeFiltersView(MAP_ADDRESS, filters, names)}
<div class="map-layout">
<div class="map-column" data-map hidden data-points="${filteredAddress(POINTS_ADDRESS, { ...filters, page: 1, sort: 'name' })}" data-outlines="${assets.urlOf('departments.json')}">
<ul class="map-places not-printed" aria-label="Aller à"></ul>
<div class="map" id="carte" role="application" aria-label="Carte des friches : flèches pour se déplacer, plus et moins pour l’échelle ; les friches visibles sont aussi en liste"></div>
${statusLegend()}
<p class="table-foot">Fond sans tuiles : contours des départements simplifiés, Natural Earth. Un point est là où le fichier le dit, sans rien autour.</p>
</div>
<section class="map-side" aria-labelledby="visibles-titre" data-visible hidden>
<h2 id="visibles-titre">Friches visibles</h2>
<p data-visible-count role="status">Lecture des friches…</p>
<ul data-visible-list></ul>
</section>
</div>
<div class="map-counts">
${counts.length === 0 ? html`<p>Retirez un filtre, ou <a href="/sites/imports">importez un inventaire</a>.</p>` : countsTable(view)}
</div>
</div>`;
  return layout({
    assets,
    title: 'Carte des friches',
    section: 'sites',
    stylesheets: ['leaflet.css'],
    scripts: ['leaflet.js', 'inventory-map.js'],
    content,
  });
}
