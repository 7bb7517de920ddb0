import { html } from 'hono/html';
import type { VehiclePage } from '../src/report/vehicle-page.ts';
import { dossierAddress, type Shown, workbookAddress } from './addresses.ts';
import type { Assets } from './assets.ts';
import { checkList } from './checks.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { layout } from './layout.ts';
import { foldedTable, tableView } from './table.ts';
import { keptTogether } from './typography.ts';

export interface VehicleView {
  readonly assets: Assets;
  readonly key: string;
  readonly shown: Shown;
  readonly page: VehiclePage;
}

function warnings({ page }: VehicleView): Html {
  if (page.warnings.length === 0) return html``;
  return html`<ul class="vehicle-warnings">${page.warnings.map(
    (text) => html`<li class="state-bad">${icon('a-verifier')} ${keptTogether(text)}</li>`,
  )}</ul>`;
}

/** The page of a foncière with all its sites: what they cost, who owns it, what it becomes, its accounts. */
export function vehiclePage(view: VehicleView): Html {
  const { assets, key, shown, page } = view;
  return layout({
    assets,
    title: `${page.name} – ${page.title}`,
    content: html`<article class="dossier vehicle-page">
<header class="dossier-head">
<p class="overline">${page.operatorName} · ${page.siteName}</p>
<h1>${page.name}</h1>
<p class="path-name">Tous les sites de la foncière</p>
${page.summary.map((text) => html`<p>${keptTogether(text)}</p>`)}
<div class="toolbar"><ul class="actions" aria-label="Emporter cette page">
<li><a class="action" href="${dossierAddress(key, { path: page.pathId })}">Ce site dans la comparaison</a></li>
<li><a class="action" href="${workbookAddress(key, shown)}" download>Télécharger le classeur de tous les sites (.xlsx) <small class="wait">(quelques secondes)</small></a></li>
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
</ul></div>
</header>
${warnings(view)}
<section id="sites" aria-labelledby="sites-titre"><h2 id="sites-titre">Sites, associés, vie de la foncière</h2>
${page.tables.map((table) => tableView(view, table))}
</section>
<section id="comptes" aria-labelledby="comptes-titre"><h2 id="comptes-titre">Comptes de la foncière</h2>
${page.accounts.map((table) => foldedTable(view, table))}
</section>
${checkList(view, page.checks)}
<p class="law-date">Droit appliqué au ${page.lawDate}. Montants en euros courants. Les autres sites sont comptés par lots ; la comparaison des voies ne compte que le site du dossier et sa part des charges communes.</p>
</article>`,
  });
}
