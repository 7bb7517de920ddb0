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

/** The counts of paths for which a stylesheet knows from what width of screen all are seen; a dossier has no more. */
const MEASURED: readonly number[] = [5, 6, 7];

/** The same for a table of many paths; the stylesheet shows it only where the screen is narrower than their columns. */
export function pathsHint(columns: number): Html {
  if (!MEASURED.includes(columns)) return html``;
  return html`<p class="scroll-hint paths-hint paths-hint-${columns} not-printed">D’autres voies suivent : faites défiler vers la droite <span aria-hidden="true">→</span></p>
`;
}
