import { html, raw } from 'hono/html';
import type { Chart } from '../src/report/chart-drawing.ts';
import type { Html } from './html.ts';

/** A chart drawn by the server: title, drawing, legend, and in a sentence what it shows, unless its legend says it. */
export function chartView(chart: Chart): Html {
  return html`<figure class="chart-box" id="graphique-${chart.id}">
<p class="chart-title" aria-hidden="true">${chart.title}</p>
${chart.legend.length === 0 ? '' : legend(chart)}
${raw(chart.svg)}
${chart.id === 'flows' ? '' : html`<figcaption>${chart.description}</figcaption>`}
</figure>`;
}

function legend({ legend: entries }: Chart): Html {
  return html`<ul class="legend" aria-hidden="true">${entries.map(
    ({ label, mark }) => html`<li><span class="swatch swatch-${mark}"></span>${label}</li>`,
  )}</ul>`;
}
