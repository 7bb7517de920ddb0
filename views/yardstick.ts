import { html } from 'hono/html';
import { yardstickOf } from '../src/report/yardsticks.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** Under the label of a key figure: what was observed elsewhere, and where it was read. */
export function yardstickView(keyFigure: string): Html {
  const found = yardstickOf(keyFigure);
  if (found === undefined) return html``;
  return html`<span class="yardstick">repère : ${keptTogether(found.text)}. <span class="yardstick-source">Source : ${keptTogether(found.source)}.</span></span>`;
}
