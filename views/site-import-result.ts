import { html } from 'hono/html';
import { GROUND_POLLUTIONS, PREVIOUS_USES } from '../src/dossier/brownfield.ts';
import type { FileNote, RowProblem } from '../src/sites/import/row-problem.ts';
import type { SiteSummary } from '../src/sites/import/site-summary.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { writeMoment } from './kept-words.ts';
import { layout } from './layout.ts';
import {
  IMPORTS_ADDRESS,
  importAddress,
  type RowsShown,
  reportAddress,
  siteAddress,
} from './site-import-addresses.ts';
import { counted, writeWhole } from './site-import-words.ts';
import type { ListedImport } from './site-imports.ts';

export interface ShownRow {
  readonly row: number;
  readonly siteId: string;
  readonly name: string;
  readonly problems: readonly RowProblem[];
}

export interface ImportResultView {
  readonly assets: Assets;
  readonly found: ListedImport & {
    readonly notes: readonly FileNote[];
    readonly firstSites: readonly SiteSummary[];
  };
  readonly shown: RowsShown;
  readonly rows: readonly ShownRow[];
  /** The row after which the next ones begin; undefined at the end. */
  readonly next: number | undefined;
  /** False for an old import, of which only the counts are kept. */
  readonly hasDetail: boolean;
}

function summary({ accepted, warned, added, updated, rejected }: ListedImport): Html {
  const unchanged = accepted - added - updated;
  return html`<div class="import-counts">
<p>${counted(accepted, 'ligne gardée', 'lignes gardées')}, dont ${writeWhole(warned)} avec avertissement : ${counted(added, 'friche nouvelle', 'friches nouvelles')}, ${counted(updated, 'friche modifiée', 'friches modifiées')}${unchanged > 0 ? html`, ${counted(unchanged, 'ligne sans changement', 'lignes sans changement')}` : ''}.</p>
<p>${rejected === 0 ? 'Aucune ligne n’a été rejetée.' : html`<strong>${counted(rejected, 'ligne rejetée', 'lignes rejetées')}</strong> : le détail et ce qu’il faut écrire sont ci-dessous.`}</p>
</div>`;
}

function notesView(notes: readonly FileNote[]): Html {
  if (notes.length === 0) return html``;
  return html`<h2>Pour tout le fichier</h2>
<ul>${notes.map(({ field, problem, remedy }) => html`<li>${field === '' ? '' : html`<code>${field}</code> : `}${problem} <small>(${remedy})</small></li>`)}</ul>`;
}

function problemView({ field, value, problem, remedy }: RowProblem): Html {
  return html`<li>${field === '' ? '' : html`<code>${field}</code> `}${value === '' ? '' : html`<span class="value">« ${value} »</span> `}: ${problem}. <small>${remedy}.</small></li>`;
}

const SHOWN: Readonly<Record<RowsShown, string>> = {
  rejetees: 'Lignes rejetées',
  avertissements: 'Lignes gardées avec avertissement',
};

function rowsView({ found, shown, rows, next, hasDetail }: ImportResultView): Html {
  const count = shown === 'rejetees' ? found.rejected : found.warned;
  const tabs = (Object.keys(SHOWN) as RowsShown[]).map(
    (kind) =>
      html`<li><a href="${importAddress(found.id, kind)}"${kind === shown ? html` aria-current="page"` : ''}>${SHOWN[kind]} (${writeWhole(kind === 'rejetees' ? found.rejected : found.warned)})</a></li>`,
  );
  if (!hasDetail)
    return html`<p>Le détail des lignes est gardé pour les vingt derniers imports : importez de nouveau le fichier pour le revoir.</p>`;
  return html`<nav class="tabs" aria-label="Lignes de l’import"><ul>${tabs}</ul></nav>
${
  count === 0
    ? html`<p>${shown === 'rejetees' ? 'Aucune ligne rejetée.' : 'Aucun avertissement.'}</p>`
    : html`<div class="table-box" tabindex="0" role="region" aria-labelledby="lignes-titre">
<table class="import-rows">
<caption id="lignes-titre"><span class="table-title">${SHOWN[shown]}</span></caption>
<thead><tr><th scope="col">Ligne</th><th scope="col">site_id</th><th scope="col">Nom</th><th scope="col">Ce qui ne va pas, et quoi écrire</th></tr></thead>
<tbody>${rows.map(
        ({ row, siteId, name, problems }) =>
          html`<tr><th scope="row">${writeWhole(row)}</th><td class="site-id">${siteId}</td><td class="value">${name}</td><td><ul>${problems.map(problemView)}</ul></td></tr>`,
      )}</tbody>
</table>
</div>
${next === undefined ? '' : html`<p><a href="${importAddress(found.id, shown, next)}">Lignes suivantes</a></p>`}`
}
<p class="help">La ligne 1 est la première après les en-têtes.</p>`;
}

function sitesView(sites: readonly SiteSummary[], accepted: number): Html {
  if (sites.length === 0) return html``;
  const title = accepted > sites.length ? 'Cent premières friches lues' : 'Friches lues';
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="friches-titre">
<table class="figures">
<caption id="friches-titre"><span class="table-title">${title}</span></caption>
<thead><tr><th scope="col">Friche</th><th scope="col">Commune</th><th scope="col">Département</th><th scope="col">Nature de la friche</th><th scope="col">Pollution du sol</th><th scope="col">Terrain (m²)</th></tr></thead>
<tbody>${sites.map(
    (site) =>
      html`<tr><th scope="row"><a href="${siteAddress(site.id)}">${site.name}</a></th><td>${site.commune}</td><td>${site.department ?? '–'}</td><td>${PREVIOUS_USES[site.previousUse]}</td><td>${GROUND_POLLUTIONS[site.groundPollution]}</td><td>${site.landAreaM2 === null ? 'n.c.' : writeWhole(Number(site.landAreaM2))}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}

/** What an import did: counts in words, what to correct, the first sites. */
export function importResultPage(view: ImportResultView): Html {
  const { assets, found, hasDetail } = view;
  return layout({
    assets,
    section: 'sites',
    title: `Import de ${found.file_name}`,
    content: html`<section>
<p class="overline"><a href="${IMPORTS_ADDRESS}">Importer des friches</a> · ${writeMoment(found.imported_at)}</p>
<h1>Import de « ${found.file_name} »</h1>
${summary(found)}
${hasDetail && found.warned + found.rejected > 0 ? html`<p><a href="${reportAddress(found.id)}">Télécharger le rapport (CSV)</a></p>` : ''}
<p><a href="/sites">Voir l’inventaire</a></p>
${notesView(found.notes)}
<h2>Lignes à regarder</h2>
${rowsView(view)}
<h2>Ce qui a été lu</h2>
${sitesView(found.firstSites, found.accepted)}
</section>`,
  });
}
