import { html } from 'hono/html';
import {
  AMOUNT_NAMES,
  CHOICE_NAMES,
  type InventoryFilters,
  PLACE_NAMES,
  type PlaceName,
} from '../../src/sites/inventory-filters.ts';
import type { Html } from '../html.ts';
import { filteredAddress } from './addresses.ts';
import { AMOUNT_TITLES, CHOICE_TITLES, choiceLabel, PLACE_TITLES, writeArea, writeScore } from './words.ts';

export interface ActiveFilter {
  readonly label: string;
  /** The same filters without this one, from the first page. */
  readonly without: InventoryFilters;
}

/** Names of the places chosen, by their code. */
export type PlaceNames = Readonly<Partial<Record<PlaceName, string>>>;

function omit<T extends object>(record: T, name: keyof T): T {
  const { [name]: _left, ...rest } = record;
  return rest as T;
}

/** Each filter that is set, with what removing it alone gives. */
export function activeFilters(filters: InventoryFilters, names: PlaceNames): readonly ActiveFilter[] {
  const first = { ...filters, page: 1 };
  const places = PLACE_NAMES.flatMap((name): ActiveFilter[] => {
    const code = filters.places[name];
    if (code === undefined) return [];
    const label = `${PLACE_TITLES[name]} : ${names[name] ?? code}`;
    return [{ label, without: { ...first, places: omit(filters.places, name) } }];
  });
  const amounts = AMOUNT_NAMES.flatMap((name): ActiveFilter[] => {
    const value = filters.amounts[name];
    if (value === undefined) return [];
    const written = name === 'suitabilityMin' ? writeScore(value) : writeArea(value);
    return [
      {
        label: `${AMOUNT_TITLES[name]} ${written}`,
        without: { ...first, amounts: omit(filters.amounts, name) },
      },
    ];
  });
  const choices = CHOICE_NAMES.flatMap((name) => {
    const values = filters.choices[name] ?? [];
    return values.map((value): ActiveFilter => {
      const others = values.filter((other) => other !== value);
      return {
        label: `${CHOICE_TITLES[name]} : ${choiceLabel(name, value)}`,
        without: {
          ...first,
          choices: others.length === 0 ? omit(filters.choices, name) : { ...filters.choices, [name]: others },
        },
      };
    });
  });
  const words: ActiveFilter[] =
    filters.words === '' ? [] : [{ label: `« ${filters.words} »`, without: { ...first, words: '' } }];
  return [...words, ...places, ...amounts, ...choices];
}

/** @param address of the page that shows the filtered sites */
export function activeFiltersView(address: string, filters: InventoryFilters, names: PlaceNames): Html {
  const active = activeFilters(filters, names);
  if (active.length === 0) return html``;
  return html`<div class="active-filters">
<ul aria-label="Filtres actifs">${active.map(
    ({ label, without }) =>
      html`<li><a class="chip" href="${filteredAddress(address, without)}"><span class="visually-hidden">Retirer le filtre </span>${label} <span aria-hidden="true">×</span></a></li>`,
  )}
<li><a href="${address}">Tout retirer</a></li></ul>
</div>`;
}
