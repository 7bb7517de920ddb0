import { html } from 'hono/html';
import type { Problem } from '../../src/input/problem.ts';
import { PAGE_WORDS } from '../../src/sites/filter-words.ts';
import {
  AMOUNT_NAMES,
  type AmountName,
  CHOICE_NAMES,
  CHOICES,
  type ChoiceName,
  type InventoryFilters,
  PLACE_NAMES,
  type PlaceName,
  SORTS,
} from '../../src/sites/inventory-filters.ts';
import type { Territory } from '../../src/sites/listed-site.ts';
import type { Html } from '../html.ts';
import { AMOUNT_TITLES, CHOICE_TITLES, PLACE_TITLES } from './words.ts';

export interface FiltersForm {
  /** Where the form leads: the list or the map. */
  readonly action: string;
  readonly filters: InventoryFilters;
  readonly places: Readonly<Record<PlaceName, readonly Territory[]>>;
  readonly problems: readonly Problem[];
}

const ANY_PLACE: Readonly<Record<PlaceName, string>> = {
  region: 'Toutes',
  department: 'Tous',
  epci: 'Toutes',
  commune: 'Toutes',
};

/** « Loire (42) » for a department, whose number people know; a name alone else. */
function placeLabel({ kind, code, name, sites }: Territory): string {
  return `${name}${kind === 'department' ? ` (${code})` : ''} – ${sites}`;
}

function placeField({ filters, places }: FiltersForm, name: PlaceName): Html {
  const options = places[name];
  const chosen = filters.places[name];
  if (options.length === 0 && chosen === undefined) return html``;
  const word = PAGE_WORDS[name];
  const isListed = chosen === undefined || options.some(({ code }) => code === chosen);
  return html`<div class="field"><label for="filtre-${word}">${PLACE_TITLES[name]}</label>
<select id="filtre-${word}" name="${word}">
<option value="">${ANY_PLACE[name]}</option>
${isListed ? '' : html`<option value="${chosen}" selected>${chosen}</option>`}
${options.map(
  (option) =>
    html`<option value="${option.code}"${option.code === chosen ? html` selected` : ''}>${placeLabel(option)}</option>`,
)}</select></div>`;
}

/** The selects of places follow each other: a department gives its groupings and its communes. */
export function placeFields(form: FiltersForm, outOfBand = false): Html {
  return html`<div id="lieux" class="filter-places"${outOfBand ? html` hx-swap-oob="outerMorph"` : ''}>
${PLACE_NAMES.map((name) => placeField(form, name))}
</div>`;
}

function amountField({ filters, problems }: FiltersForm, name: AmountName, unit: string): Html {
  const word = PAGE_WORDS[name];
  const problem = problems.find(({ path }) => path === word);
  return html`<div class="field"><label for="filtre-${word}">${AMOUNT_TITLES[name]}</label>
<div class="control"><input id="filtre-${word}" name="${word}" inputmode="decimal" autocomplete="off" value="${filters.amounts[name] ?? ''}"${
    problem === undefined ? '' : html` aria-invalid="true" aria-describedby="filtre-${word}-probleme"`
  }><span class="unit">${unit}</span></div>
${problem === undefined ? '' : html`<p class="field-problem" id="filtre-${word}-probleme">${problem.message}</p>`}
</div>`;
}

function choiceField({ filters }: FiltersForm, name: ChoiceName): Html {
  const chosen = filters.choices[name] ?? [];
  const word = PAGE_WORDS[name];
  return html`<details class="filter-choice"${chosen.length > 0 ? html` open` : ''}>
<summary>${CHOICE_TITLES[name]}</summary>
<fieldset><legend class="visually-hidden">${CHOICE_TITLES[name]}</legend>
${Object.entries(CHOICES[name]).map(
  ([key, label]) =>
    html`<label><input type="checkbox" name="${word}" value="${key}"${chosen.includes(key) ? html` checked` : ''}> ${label}</label>`,
)}
</fieldset>
</details>`;
}

function sortField({ filters }: FiltersForm): Html {
  return html`<div class="field"><label for="filtre-tri">Trier par</label>
<select id="filtre-tri" name="${PAGE_WORDS.sort}">${Object.entries(SORTS).map(
    ([key, label]) =>
      html`<option value="${key === 'name' ? '' : key}"${key === filters.sort ? html` selected` : ''}>${label}</option>`,
  )}</select></div>`;
}

/** Whether a filter of the folded part is set, or was not understood. */
function isDetailed({ filters, problems }: FiltersForm): boolean {
  return (
    Object.keys(filters.choices).length + Object.keys(filters.amounts).length > 0 ||
    problems.some(({ path }) => AMOUNT_NAMES.some((name) => PAGE_WORDS[name] === path))
  );
}

/** The filters. With script, the results follow what is typed and the focus stays; without, a button asks for them. */
export function filtersForm(form: FiltersForm): Html {
  const { action, filters } = form;
  return html`<search class="filters-place not-printed" aria-label="Filtrer les friches"><form id="filtres" class="filters" method="get" action="${action}"
 hx-get="${action}" hx-trigger="input delay:350ms, submit" hx-target="#resultats" hx-swap="innerMorph" hx-sync="this:replace">
<h2 class="visually-hidden">Filtres</h2>
<div class="field"><label for="filtre-q">Nom, commune ou adresse</label>
<input type="search" id="filtre-q" name="${PAGE_WORDS.words}" value="${filters.words}" maxlength="200" autocomplete="off"></div>
${placeFields(form)}
${sortField(form)}
<details class="filter-more"${isDetailed(form) ? html` open` : ''}><summary>Surface, sol, bâtiments, zonage…</summary>
<div class="filter-amounts">
${amountField(form, 'landAreaMin', 'm²')}
${amountField(form, 'landAreaMax', 'm²')}
${amountField(form, 'suitabilityMin', '/ 100')}
</div>
${CHOICE_NAMES.map((name) => choiceField(form, name))}
</details>
<button type="submit">Filtrer</button> <a class="to-results" href="#resultats-titre">Voir les résultats</a>
</form></search>`;
}
