import { html } from 'hono/html';
import type { SiteCostPage } from '../src/report/site-cost-page.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';
import { type AskedField, siteBalanceSections } from './site-balance.ts';
import { siteCostSections } from './site-cost.ts';
import type { SitePlace } from './site-table.ts';

export interface SiteCostView extends Pick<Layout, 'assets' | 'section'> {
  readonly place: SitePlace;
  readonly page: SiteCostPage;
  readonly fields: readonly AskedField[];
  /** Where the page stands: the dossier or the inventory, with links. */
  readonly overline: Html;
  /** Items of the list of actions, before those of every site. */
  readonly actions: Html;
}

/** The page of the cost, the time and the balances of one site. */
export function siteCostPage({
  assets,
  place,
  page,
  fields,
  overline,
  actions,
  section,
}: SiteCostView): Html {
  const sections = [...siteCostSections(place, page), ...siteBalanceSections(place, page, fields)];
  return layout({
    assets,
    title: `${page.name} – coût et délai`,
    ...(section === undefined ? {} : { section }),
    content: html`<article class="site-cost-page">
<p class="overline">${overline}</p>
<h1>${page.name}</h1>
<p>${page.commune}. Montants hors taxes, en euros du jour ; droits de mutation calculés au ${page.lawDate}. Bas, central et haut : ce qu’une première estimation peut dire avant devis.</p>
<ul class="actions not-printed" aria-label="Cette friche">
${actions}
<li><a class="action" href="${place.base}/fonds-vert${place.query}">Fiche Fonds vert</a></li>
<li><a class="action" href="${place.base}/classeur.xlsx${place.query}" download>Classeur du coût (.xlsx)</a></li>
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
</ul>
<nav class="contents not-printed" aria-label="Dans cette page"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${sections.map(
  ({ id, title, content }) => html`<section id="${id}" aria-labelledby="${id}-titre">
<h2 id="${id}-titre">${title}</h2>
${content}
</section>`,
)}
</article>`,
  });
}
