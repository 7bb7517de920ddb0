import { html } from 'hono/html';
import { SITE_STATUSES } from '../../src/sites/inventory-site.ts';
import type { Html } from '../html.ts';

type SiteStatus = keyof typeof SITE_STATUSES;

/** The mark of each status on the map: a shape and a colour, so that neither alone has to be told apart. */
export const STATUS_SHAPES: Readonly<
  Record<SiteStatus, 'circle' | 'triangle' | 'square' | 'diamond' | 'ring'>
> = {
  'without-project': 'circle',
  'with-project': 'triangle',
  converted: 'square',
  potential: 'diamond',
  unknown: 'ring',
};

function shape(status: SiteStatus): Html {
  switch (STATUS_SHAPES[status]) {
    case 'circle':
      return html`<circle cx="8" cy="8" r="5"/>`;
    case 'triangle':
      return html`<path d="M8 2.2L14 13H2z"/>`;
    case 'square':
      return html`<path d="M3.4 3.4h9.2v9.2H3.4z"/>`;
    case 'diamond':
      return html`<path d="M8 1.6L14.4 8 8 14.4 1.6 8z"/>`;
    case 'ring':
      return html`<circle class="hollow" cx="8" cy="8" r="4.4"/>`;
  }
}

/** What the marks of the map mean. */
export function statusLegend(): Html {
  return html`<ul class="map-legend" aria-label="Légende">${(Object.keys(STATUS_SHAPES) as SiteStatus[]).map(
    (status) =>
      html`<li><svg class="map-mark status-${status}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${shape(status)}</svg> ${SITE_STATUSES[status]}</li>`,
  )}</ul>`;
}
