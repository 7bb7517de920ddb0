import { html } from 'hono/html';
import { type FondsVertSheet, type SheetSection, TO_FILL } from '../src/report/fonds-vert-sheet.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { type Layout, layout } from './layout.ts';
import type { SitePlace } from './site-table.ts';
import { keptTogether } from './typography.ts';

export interface SheetView extends Pick<Layout, 'assets'> {
  readonly place: SitePlace;
  readonly sheet: FondsVertSheet;
}

function sectionTable({ id, title, fields }: SheetSection): Html {
  return html`<section>
<h2 id="fiche-${id}-titre">${title}</h2>
<div class="table-box" tabindex="0" role="region" aria-labelledby="fiche-${id}-titre">
<table class="figures document-loan">
<caption class="visually-hidden">${title}</caption>
<thead><tr><th scope="col" class="text">Donnée</th><th scope="col" class="text">Valeur</th><th scope="col" class="text">Origine, ou qui peut la donner</th></tr></thead>
<tbody>${fields.map(
    ({ id: name, label, value, note }) =>
      html`<tr><th scope="row" data-field="${name}">${label}</th><td class="text sheet-value">${value === null ? html`<mark class="document-blank sheet-blank">${TO_FILL}</mark>` : keptTogether(value)}</td><td class="text">${keptTogether(note)}</td></tr>`,
  )}</tbody>
</table>
</div>
</section>`;
}

/** The data sheet of a request to the Fonds vert, on paper A4. */
export function fondsVertSheetPage({ assets, place, sheet }: SheetView): Html {
  const { title, siteName, sections, missing, warnings, rules } = sheet;
  return layout({
    assets,
    title: `${title} – ${siteName}`,
    content: html`<article class="document fonds-vert">
<p class="overline"><a href="${place.base}${place.query}#bilan">${siteName}</a></p>
<ul class="actions not-printed" aria-label="Ce document">
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
<li><a class="action" href="${place.base}/fichiers/fonds-vert.csv${place.query}" download>Télécharger (.csv)</a></li>
<li><a class="action" href="${place.base}/fichiers/fonds-vert.json${place.query}" download>Télécharger (.json)</a></li>
</ul>
<header class="document-title"><h1>${title}</h1><p><strong>${siteName}</strong></p></header>
${warnings.map((text) => html`<p class="state-bad">${icon('a-verifier')} ${keptTogether(text)}</p>`)}
<p>${missing.length === 0 ? 'Toutes les données sont là.' : html`<strong class="sheet-blank">${String(missing.length)} données à compléter</strong> : ${missing.join(', ')}.`}</p>
${sections.map(sectionTable)}
<section><h2 id="fiche-regles-titre">Règles connues</h2>
<ul>${rules.map((rule) => html`<li>${keptTogether(rule)}</li>`)}</ul></section>
</article>`,
  });
}
