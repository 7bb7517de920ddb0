import { html } from 'hono/html';
import type { DebtStatePage, FieldText } from '../src/report/guarantee-documents.ts';
import { debtStateAddress, deliberationAddress, tableAddress } from './addresses.ts';
import { documentHead, otherGuarantees, withBlanks } from './document-parts.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';

export interface DebtStateView extends Pick<Layout, 'assets'> {
  readonly key: string;
  readonly page: DebtStatePage;
}

function fieldTable(id: string, title: string, fields: readonly FieldText[]): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="${id}-titre">
<table class="figures document-loan">
<caption id="${id}-titre"><span class="table-title">${title}</span> <span class="table-unit">montants en euros</span></caption>
<thead><tr><th scope="col" class="text">Champ</th><th scope="col" class="text">Libellé</th><th scope="col" class="text">Valeur</th></tr></thead>
<tbody>${fields.map(
    ({ name, label, text }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td class="text">${label}</td><td class="text">${withBlanks(text)}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}

/** The register of guaranteed debts, one fiscal year of one guarantee, ready to print. */
export function debtStatePage({ assets, key, page }: DebtStateView): Html {
  const { guaranteeId, pathId, year } = page;
  const shown = { path: pathId };
  const other = html`<a class="action" href="${deliberationAddress(key, shown, guaranteeId)}">Projet de délibération</a>`;
  return layout({
    assets,
    title: `État de la dette garantie ${year} – ${page.dossierTitle}`,
    content: html`<article class="document">
${documentHead(key, page, other)}
${otherGuarantees(page, (id) => debtStateAddress(key, shown, id))}
<header class="document-title">
<p>${page.authority}</p>
<h1>État de la dette garantie, exercice ${year}</h1>
</header>
<nav class="not-printed" aria-label="Exercices"><ul class="document-years">
${page.years.map(
  (each) =>
    html`<li><a href="${debtStateAddress(key, shown, guaranteeId, each)}"${each === year ? html` aria-current="page"` : ''}>${each}</a></li>`,
)}
</ul></nav>
<section>
${fieldTable('ligne', `Ligne de l’exercice ${year}`, page.fields)}
</section>
<section>
${fieldTable('ratio', 'Ratio d’endettement relatif aux garanties', page.ratio)}
</section>
<p class="document-foot">${page.notes.map((note) => html`${note} `)}</p>
<ul class="actions not-printed" aria-label="Emporter">
<li><a class="action" href="${tableAddress(key, shown, 'etat-dette-garantie')}" download>Tous les exercices (.csv)</a></li>
<li><a class="action" href="${tableAddress(key, shown, 'ratio-dette-garantie')}" download>Ratio (.csv)</a></li>
</ul>
<p class="document-foot">${page.lawDate}</p>
</article>`,
  });
}
