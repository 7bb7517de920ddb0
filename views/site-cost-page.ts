import { html } from 'hono/html';
import type { SiteCostPage } from '../src/report/site-cost-page.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';
import { type AskedField, siteBalanceSections } from './site-balance.ts';
import { siteCostSections } from './site-cost.ts';
import type { SitePlace } from './site-table.ts';

export interface SiteCostView extends Pick<Layout, 'assets'> {
  readonly place: SitePlace;
  readonly page: SiteCostPage;
  readonly fields: readonly AskedField[];
  /** Where the page stands: the dossier or the inventory, with links. */
  readonly overline: Html;
  /** What can be done from here. */
  readonly actions: Html;
}

/** The page of the cost, the time and the balances of one site. */
export function siteCostPage({ assets, place, page, fields, overline, actions }: SiteCostView): Html {
  const sections = [...siteCostSections(place, page), ...siteBalanceSections(place, page, fields)];
  return layout({
    assets,
    title: `${page.name} – coût et délai`,
    content: html`<article class="site-cost-page">
<p class="overline">${overline}</p>
<h1>${page.name}</h1>
<p>${page.commune}. Montants hors taxes, en euros du jour ; droit du ${page.lawDate}. Bas, central et haut : ce qu’une première estimation peut dire avant devis.</p>
${actions}
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
