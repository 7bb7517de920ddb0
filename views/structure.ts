import { html, raw } from 'hono/html';
import type { Structure } from '../src/report/structure.ts';
import { drawStructure, relationText } from '../src/report/structure-drawing.ts';
import { figureLink, type Place } from './figure-link.ts';
import type { Html } from './html.ts';
import { drawingHint } from './scroll-hint.ts';
import { keptTogether } from './typography.ts';

/**
 * Who holds, lends, gives, sells and lets, drawn in its own scrolling box, and the same in a list.
 * @param id unique in the page
 * @param label what it is the structure of
 */
export function structureView(place: Place, structure: Structure, id: string, label: string): Html {
  return html`<figure class="structure-figure" id="${id}">
${drawingHint()}<div class="structure-box" tabindex="0" role="region" aria-label="Schéma du montage : ${label}">
${raw(drawStructure(structure, id, `Montage : ${label}`))}
</div>
<details class="folded not-printed" id="${id}-liste">
<summary>Le même montage, en toutes lettres</summary>
<ul class="structure-list">${structure.relations.map(
    (relation) =>
      html`<li>${figureLink(place, keptTogether(relationText(relation)), relation.figure === undefined ? {} : { figure: relation.figure, period: '' })}</li>`,
  )}${structure.companies.flatMap((company) =>
    company.notes.map((note) => html`<li>${keptTogether(note)}, de « ${company.label} »</li>`),
  )}</ul>
</details>
</figure>`;
}
