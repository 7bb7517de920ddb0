import { html } from 'hono/html';
import type { Problem } from '../src/input/problem.ts';
import { type ImportProgress, isEnded } from '../src/sites/import/import-progress.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { writeMoment } from './kept-words.ts';
import { layout } from './layout.ts';
import { cancelAddress, IMPORTS_ADDRESS, importAddress, runningAddress } from './site-import-addresses.ts';
import { writeWhole } from './site-import-words.ts';

export interface ListedImport {
  readonly id: number;
  readonly file_name: string;
  readonly imported_at: string;
  readonly accepted: number;
  readonly warned: number;
  readonly added: number;
  readonly updated: number;
  readonly rejected: number;
}

export interface ImportsView {
  readonly assets: Assets;
  readonly imports: readonly ListedImport[];
  readonly running: readonly ImportProgress[];
  /** Why the file just sent was not taken. */
  readonly problems?: readonly Problem[];
}

function importForm(hasProblems: boolean): Html {
  return html`<form class="site-import-form" method="post" action="${IMPORTS_ADDRESS}" enctype="multipart/form-data">
<div class="field">
<label for="fichier">Fichier de friches</label>
<input type="file" id="fichier" name="fichier" accept=".csv,.txt,.tsv,.json,.geojson,text/csv,application/geo+json" required aria-describedby="fichier-aide${hasProblems ? ' import-problemes' : ''}">
<p class="help" id="fichier-aide">Un export de Cartofriches ou un fichier au standard CNIG Friches (version 1.0.6 ou plus ancienne), 50 Mio au plus.</p>
</div>
<button type="submit">Importer</button>
</form>`;
}

const ACCEPTED = html`<details>
<summary>Ce qui est lu, et ce qui est rejeté</summary>
<ul>
<li>CSV séparé par des points-virgules, des virgules ou des tabulations, en UTF-8 ou en ISO-8859-1 ; ou GeoJSON (point, polygone, multipolygone).</li>
<li>Toutes les colonnes sont gardées, même inconnues ; l’ordre des colonnes est libre.</li>
<li>Une ligne n’est rejetée que si elle n’a pas d’identifiant (site_id), ou aucun lieu : ni point, ni périmètre, ni commune. Tout le reste est gardé avec un avertissement qui dit quoi écrire.</li>
<li>Sont réparés, et signalés : codes INSEE sans leur zéro, communes fusionnées, latitude et longitude inversées, termes d’anciennes versions, virgules décimales.</li>
<li>Les friches sont reconnues par leur site_id : importer deux fois le même fichier ne change rien ; une ligne nouvelle remplace l’ancienne. Dans un même fichier, la dernière ligne d’un identifiant l’emporte.</li>
<li>Un import interrompu ou annulé laisse l’inventaire comme il était.</li>
</ul>
</details>`;

function runningList(running: readonly ImportProgress[]): Html {
  if (running.length === 0) return html``;
  return html`<h2>En cours</h2>
<ul>${running.map(({ key, fileName }) => html`<li><a href="${runningAddress(key)}">${fileName}</a></li>`)}</ul>`;
}

function importsTable(imports: readonly ListedImport[]): Html {
  if (imports.length === 0)
    return html`<p>Aucun import pour l’instant : l’inventaire est vide. Le fichier national se télécharge sur data.gouv.fr, sous le nom « Sites référencés dans Cartofriches ».</p>`;
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="imports-titre">
<table class="figures">
<caption id="imports-titre"><span class="table-title">Imports précédents</span></caption>
<thead><tr><th scope="col">Fichier</th><th scope="col">Date</th><th scope="col">Lignes gardées</th><th scope="col">dont avec avertissement</th><th scope="col">Friches nouvelles</th><th scope="col">Friches modifiées</th><th scope="col">Lignes rejetées</th></tr></thead>
<tbody>${imports.map(
    (one) => html`<tr><th scope="row"><a href="${importAddress(one.id)}">${one.file_name}</a></th>
<td>${writeMoment(one.imported_at)}</td>
<td>${writeWhole(one.accepted)}</td><td>${writeWhole(one.warned)}</td><td>${writeWhole(one.added)}</td><td>${writeWhole(one.updated)}</td><td>${writeWhole(one.rejected)}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}

/** The form that sends a file, and the imports made before. */
export function importsPage({ assets, imports, running, problems = [] }: ImportsView): Html {
  return layout({
    assets,
    section: 'sites',
    title: 'Importer des friches',
    content: html`<section>
<h1>Importer des friches</h1>
<p class="lead">L’inventaire national des friches est lu ligne par ligne : rien n’est perdu sans que la raison soit dite.</p>
${
  problems.length === 0
    ? ''
    : html`<div class="problems" role="alert" id="import-problemes"><h2>Le fichier n’a pas été importé</h2><ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul><p>L’inventaire n’a pas changé.</p></div>`
}
${importForm(problems.length > 0)}
${ACCEPTED}
${runningList(running)}
${importsTable(imports)}
</section>`,
  });
}

const STATES: Readonly<Record<ImportProgress['state'], string>> = {
  receiving: 'Réception du fichier',
  waiting: 'En attente : un autre import est en cours',
  reading: 'Lecture des lignes',
  writing: 'Écriture dans l’inventaire',
  done: 'Terminé',
  refused: 'Fichier refusé : l’inventaire n’a pas changé',
  cancelled: 'Import annulé : l’inventaire n’a pas changé',
};

/** What a running import says of itself; asks for itself again until it is ended. */
export function progressFragment(progress: ImportProgress): Html {
  const { key, state, bytes, bytesRead, accepted, warned, rejected, problems = [] } = progress;
  const isOver = isEnded(progress);
  const share = bytes === 0 ? 0 : Math.min(100, Math.round((100 * bytesRead) / bytes));
  const polling = html` hx-get="${runningAddress(key)}" hx-trigger="every 1s" hx-swap="outerHTML"`;
  return html`<div id="avancement" class="import-progress"${isOver ? '' : polling}>
<p role="status">${STATES[state]}${state === 'reading' ? html` : ${share} % du fichier` : ''}</p>
${isOver ? '' : html`<progress max="100" value="${state === 'writing' ? 100 : share}" aria-label="Part du fichier lue"></progress>`}
<p>${writeWhole(accepted)} ${accepted > 1 ? 'lignes gardées' : 'ligne gardée'}, dont ${writeWhole(warned)} avec avertissement ; ${writeWhole(rejected)} ${rejected > 1 ? 'rejetées' : 'rejetée'}.</p>
${problems.length === 0 ? '' : html`<div class="problems" role="alert"><ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul></div>`}
${
  isOver || state === 'writing'
    ? html`<p><a href="${IMPORTS_ADDRESS}">Importer un autre fichier</a></p>`
    : html`<form method="post" action="${cancelAddress(key)}"><button type="submit" class="secondary">Annuler l’import</button></form>`
}
</div>`;
}

/** A running import: it tells where it stands every second; without script the page is asked for again. */
export function progressPage({
  assets,
  progress,
}: {
  readonly assets: Assets;
  readonly progress: ImportProgress;
}): Html {
  return layout({
    assets,
    section: 'sites',
    title: 'Import en cours',
    ...(isEnded(progress) ? {} : { refreshSeconds: 2 }),
    content: html`<section>
<p class="overline"><a href="${IMPORTS_ADDRESS}">Importer des friches</a></p>
<h1>Import de « ${progress.fileName} »</h1>
${progressFragment(progress)}
</section>`,
  });
}
