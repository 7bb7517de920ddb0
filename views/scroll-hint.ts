import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Past this many columns, no screen shows them all. */
const MOST_SEEN = 10;

/** Says that a table goes on to the right, and how far: « De 2026 à 2047 : faites défiler vers la droite. » */
export function scrollHint(columns: readonly string[]): Html {
  const [first, last] = [columns[0], columns.at(-1)];
  if (columns.length <= MOST_SEEN || first === undefined || last === undefined) return html``;
  return html`<p class="scroll-hint not-printed">De ${first} à ${last} : faites défiler vers la droite <span aria-hidden="true">→</span></p>
`;
}

/** The same for a drawing; the stylesheet shows it only where the drawing is wider than its place. */
export function drawingHint(): Html {
  return html`<p class="scroll-hint drawing-hint not-printed">Plus large que l’écran : faites défiler vers la droite <span aria-hidden="true">→</span></p>
`;
}
