import { html } from 'hono/html';
import { Decimal } from '../src/formula/decimal.ts';
import { writeCount } from '../src/formula/french.ts';
import type { RangeBar, SiteCostPage } from '../src/report/site-cost-page.ts';
import type { Html } from './html.ts';
import { type SitePlace, siteTableView } from './site-table.ts';
import { keptTogether } from './typography.ts';

/** A part of the page of a site, with its title. */
export interface SiteCostSection {
  /** In addresses: « cout ». */
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

function headline({ headline: figures }: SiteCostPage): Html {
  return html`<dl class="site-headline">${figures.map(
    ({ label, low, central, high }) =>
      html`<div><dt>${label}</dt><dd><strong>${central}</strong> <span class="site-bounds">de ${low} à ${high}</span></dd></div>`,
  )}</dl>`;
}

function bar({ label, low, central, high, text }: RangeBar): Html {
  const width = Math.max(high - low, 0.4);
  return html`<li><span class="range-label">${label}</span>
<svg class="range-drawing" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="range-span" x="${low}" y="1" width="${width}" height="4"/><rect class="range-central" x="${Math.max(central - 0.3, 0)}" y="0" width="0.6" height="6"/></svg>
<span class="range-text">${keptTogether(text)}</span></li>`;
}

function bars({ bars: drawn }: SiteCostPage): Html {
  return html`<figure class="range-figure"><figcaption>De bas en haut, poste par poste ; le trait est la valeur centrale</figcaption>
<ul class="range-bars">${drawn.map(bar)}</ul></figure>`;
}

function unknowns({ unknowns: missing }: SiteCostPage): Html {
  if (missing.length === 0) return html`<p>Rien ne manque de ce que le chiffrage lit.</p>`;
  return html`<p>${missing.length === 1 ? 'Une donnée manque' : `${missing.length} données manquent`} :</p>
<ul class="site-unknowns">${missing.map(({ label, remedy }) => html`<li><strong>${label}</strong> – ${keptTogether(remedy)}</li>`)}</ul>`;
}

/** Cost, uncertainty, calendar and doing nothing, as sections of the page of a site. */
export function siteCostSections(place: SitePlace, page: SiteCostPage): readonly SiteCostSection[] {
  const [cost, drivers, nothing] = page.cost;
  return [
    {
      id: 'cout',
      title: 'Coût complet',
      content: html`${headline(page)}
${bars(page)}
${cost === undefined ? '' : siteTableView(place, cost)}
<p class="site-note">${keptTogether(page.crossCheck)}</p>`,
    },
    {
      id: 'incertitude',
      title: 'Ce que coûte l’incertitude',
      content: html`${unknowns(page)}
${drivers === undefined ? '' : siteTableView(place, drivers)}`,
    },
    {
      id: 'calendrier',
      title: 'Calendrier',
      content: html`${page.calendar.map((table) => siteTableView(place, table))}`,
    },
    {
      id: 'ne-rien-faire',
      title: 'Ne rien faire',
      content: html`${nothing === undefined ? '' : siteTableView(place, nothing)}`,
    },
  ];
}

/** The cost of a site in a few figures, with the way to the whole. @param floor square metres that it is costed for */
export function costSummary(base: string, page: SiteCostPage, floor: string): Html {
  return html`${headline(page)}
<p class="site-note">Pour ${writeCount(new Decimal(floor))} m² de locaux, hors taxes. ${keptTogether(page.crossCheck)}</p>
<p><a class="action" href="${base}">Coût poste par poste, calendrier, bilan et compte à rebours</a></p>`;
}
