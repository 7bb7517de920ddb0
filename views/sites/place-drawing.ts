import { html } from 'hono/html';
import { Decimal } from '../../src/formula/decimal.ts';
import { writeCount } from '../../src/formula/french.ts';
import { decodedRing } from '../../src/sites/encoded-outline.ts';
import type { SiteRecord } from '../../src/sites/listed-site.ts';
import { drawOutline, ringsOf } from '../../src/sites/outline-drawing.ts';
import outlines from '../assets/departments.json' with { type: 'json' };
import type { Html } from '../html.ts';

/** Units of the drawings, and the room left around them. */
const SIZE = 240;
const MARGIN = 8;

function sheet(width: number, height: number): string {
  return `${-MARGIN} ${-MARGIN} ${(width + 2 * MARGIN).toFixed(1)} ${(height + 2 * MARGIN).toFixed(1)}`;
}

function metres(value: number): string {
  return `${writeCount(new Decimal(value.toFixed(0)))} m`;
}

/** The outline of the site, with its size on the ground. */
function siteDrawing({ outline }: SiteRecord): Html {
  const drawing = drawOutline(ringsOf(outline), SIZE);
  if (drawing === undefined) return html``;
  const size = `environ ${metres(drawing.metresWide)} d’est en ouest et ${metres(drawing.metresHigh)} du nord au sud`;
  return html`<figure class="place-drawing"><svg viewBox="${sheet(drawing.width, drawing.height)}" role="img" aria-label="Contour du site : ${size}"><path class="site-outline" d="${drawing.path}"/></svg>
<figcaption>Contour : ${size}</figcaption></figure>`;
}

/** The site in its department. */
function departmentDrawing({ department, longitude, latitude }: SiteRecord): Html {
  const found = outlines.departments.find(({ code }) => code === department);
  if (found === undefined) return html``;
  const drawing = drawOutline(found.rings.map(decodedRing), SIZE);
  if (drawing === undefined) return html``;
  const point = longitude === null || latitude === null ? undefined : drawing.at([longitude, latitude]);
  const said =
    point === undefined ? `Département : ${found.name}` : `Place du site dans le département : ${found.name}`;
  return html`<figure class="place-drawing"><svg viewBox="${sheet(drawing.width, drawing.height)}" role="img" aria-label="${said}"><path class="department-outline" d="${drawing.path}"/>${
    point === undefined
      ? ''
      : html`<circle class="site-halo" cx="${point[0]}" cy="${point[1]}" r="9"/><circle class="site-mark" cx="${point[0]}" cy="${point[1]}" r="4.5"/>`
  }</svg>
<figcaption>${found.name}</figcaption></figure>`;
}

/** Where the site is and what shape it has, drawn without tiles. */
export function placeDrawings(site: SiteRecord): Html {
  return html`<div class="place-drawings">${departmentDrawing(site)}${siteDrawing(site)}</div>`;
}
