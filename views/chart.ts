import { html, raw } from 'hono/html';
import type { Chart } from '../src/report/chart-drawing.ts';
import type { Html } from './html.ts';
import { drawingHint } from './scroll-hint.ts';
import { keptTogether } from './typography.ts';

/** Their description repeats the legend, or the table beside them: it is for those who do not see the drawing. */
const SAID_BY_THEIR_LEGEND: readonly Chart['id'][] = [
  'flows',
  'compared-uses',
  'compared-sources',
  'compared-cash',
  'compared-debt',
  'compared-cover',
  'compared-flows',
];

/** A chart drawn by the server: title, drawing, legend, and in a sentence what it shows, unless its legend says it. */
export function chartView(chart: Chart): Html {
  return html`<figure class="chart-box${chart.isWide ? html` chart-wide` : ''}" id="graphique-${chart.id}">
<p class="chart-title" aria-hidden="true">${chart.title}</p>
${chart.legend.length === 0 ? '' : legend(chart)}
${chart.isWide ? html`${drawingHint()}<div class="wide-drawing" tabindex="0" role="region" aria-label="${chart.title}">${raw(chart.svg)}</div>` : raw(chart.svg)}
${caption(chart)}
</figure>`;
}

/** The description, unless the legend says it, then the note. */
function caption({ id, description, note }: Chart): Html {
  const said = [
    ...(SAID_BY_THEIR_LEGEND.includes(id) ? [] : [description]),
    ...(note === undefined ? [] : [note]),
  ];
  return said.length === 0 ? html`` : html`<figcaption>${keptTogether(said.join(' '))}</figcaption>`;
}

function legend({ legend: entries }: Chart): Html {
  return html`<ul class="legend" aria-hidden="true">${entries.map(
    ({ label, mark, dash }) =>
      html`<li><span class="swatch swatch-${mark}${dash === undefined ? '' : ` swatch-line dash-${dash}`}"></span>${label}</li>`,
  )}</ul>`;
}
