import { html } from 'hono/html';
import { dossierAddress, jsonAddress } from './addresses.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { actionAddress, comparisonAddress, sheetAddress, versionKey } from './kept-addresses.ts';
import { importForm } from './kept-import.ts';
import { agreementView, type VersionAgreement, writeDay, writeMoment } from './kept-words.ts';
import { layout } from './layout.ts';

export interface SheetVersion {
  readonly number: number;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly comment: string;
  readonly engineVersion: string;
  /** ISO date. */
  readonly lawDate: string;
  readonly agreement: VersionAgreement;
}

export interface SheetLink {
  readonly token: string;
  readonly number: number;
  readonly createdAt: string;
  readonly revokedAt: string | undefined;
}

export interface SheetView {
  readonly assets: Assets;
  readonly address: string;
  readonly title: string;
  readonly createdAt: string;
  /** « https://levier.example », to write whole links. */
  readonly origin: string;
  /** Number of the version that was just saved, or that already said the same. */
  readonly saved: number | undefined;
  readonly unchanged: number | undefined;
  /** The last one first. */
  readonly versions: readonly SheetVersion[];
  readonly links: readonly SheetLink[];
}

/** A button that posts one value. */
function button(action: string, name: string, value: string, label: string, about: string): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="${name}" value="${value}"><button type="submit" class="quiet">${label}<span class="visually-hidden"> ${about}</span></button></form>`;
}

function message({ saved, unchanged }: SheetView): Html {
  if (saved !== undefined) return html`<p class="done" role="status">Version ${saved} enregistrée.</p>`;
  if (unchanged === undefined) return html``;
  return html`<p class="done" role="status">Rien n’a changé depuis la version ${unchanged} : aucune version n’a été ajoutée.</p>`;
}

function agreementCell(address: string, { number, agreement }: SheetVersion): Html {
  if (agreement.kind === 'unchecked') {
    return html`${agreementView(agreement)} <a href="${sheetAddress(address)}?verifier=${number}#version-${number}">vérifier<span class="visually-hidden"> la version ${number}</span></a>`;
  }
  if (agreement.kind !== 'different') return agreementView(agreement);
  return html`${agreementView(agreement)} <a href="${comparisonAddress(address, number, number)}">lesquelles<span class="visually-hidden"> dans la version ${number}</span></a>`;
}

function versionRow(address: string, version: SheetVersion): Html {
  const { number, savedAt, comment, engineVersion, lawDate } = version;
  const key = versionKey(address, number);
  const about = `la version ${number}`;
  return html`<tr class="row-line" id="version-${number}">
<th scope="row"><a href="${dossierAddress(key)}"><span class="visually-hidden">Ouvrir la version </span>${number}</a></th>
<td class="text saved">${writeMoment(savedAt)} <span class="detail saved-with">par Levier ${engineVersion}, droit au ${writeDay(lawDate)}</span></td>
<td class="text comment">${comment === '' ? '–' : comment}</td>
<td class="text">${agreementCell(address, version)}</td>
<td class="text"><div class="row-actions">
<a href="${jsonAddress(key)}" download>Télécharger<span class="visually-hidden"> ${about}</span> (.json)</a>
${button(actionAddress(address, 'dupliquer'), 'version', String(number), 'Dupliquer', about)}
${button(actionAddress(address, 'partager'), 'version', String(number), 'Créer un lien', `vers ${about}`)}
</div></td>
</tr>`;
}

function versionsTable({ address, versions }: SheetView): Html {
  return html`<section aria-labelledby="versions-titre">
<h2 id="versions-titre">Versions</h2>
<p>Le numéro d’une version l’ouvre. Une version enregistrée ne change plus jamais. Ses chiffres clés sont gardés avec elle, et comparés à ceux que Levier calcule aujourd’hui.</p>
<div class="table-box" tabindex="0" role="region" aria-label="Versions du dossier, la dernière en premier">
<table class="figures versions">
<caption class="visually-hidden">Versions du dossier, la dernière en premier</caption>
<thead><tr><th scope="col">N°</th><th scope="col" class="text">Enregistrée le <span class="table-unit">(heure de Paris)</span></th><th scope="col" class="text">Commentaire</th><th scope="col" class="text">Chiffres recalculés</th><th scope="col" class="text">Actions</th></tr></thead>
<tbody>${versions.map((version) => versionRow(address, version))}</tbody>
</table>
</div>
</section>`;
}

/** Two lists of versions and a button. */
export function compareForm(
  address: string,
  versions: readonly { readonly number: number; readonly savedAt: string }[],
  from: number,
  to: number,
): Html {
  const select = (name: string, label: string, chosen: number) =>
    html`<div class="field"><label for="comparer-${name}">${label}</label><select id="comparer-${name}" name="${name}">${versions.map(
      ({ number, savedAt }) =>
        html`<option value="${number}"${number === chosen ? html` selected` : ''}>${number} – ${writeMoment(savedAt)}</option>`,
    )}</select></div>`;
  return html`<form class="compare-form" method="get" action="${actionAddress(address, 'comparer')}">
${select('de', 'De la version', from)}
${select('a', 'À la version', to)}
<button type="submit">Comparer</button>
</form>`;
}

function linkItem(address: string, origin: string, link: SheetLink): Html {
  const { token, number, createdAt, revokedAt } = link;
  const made = `Version ${number}, lien créé le ${writeMoment(createdAt)}`;
  if (revokedAt !== undefined) {
    return html`<li class="share-link revoked">${made}, <strong>révoqué</strong> le ${writeMoment(revokedAt)}.</li>`;
  }
  return html`<li class="share-link"><span>${made}</span>
<a href="${dossierAddress(token)}"><code>${origin}${dossierAddress(token)}</code></a>
${button(actionAddress(address, 'revoquer'), 'lien', token, 'Révoquer', `le lien vers la version ${number}`)}</li>`;
}

function linksView({ address, origin, links }: SheetView): Html {
  return html`<section aria-labelledby="liens" class="share">
<h2 id="liens">Liens de partage</h2>
<p>Un lien montre une version, ses explications et son classeur à qui le reçoit, sans mener à cette fiche. Révoqué, il n’ouvre plus rien ; ce qui a été copié ou téléchargé avant ne peut pas être repris.</p>
${
  links.length === 0
    ? html`<p>Aucun lien pour l’instant : « Créer un lien », sur la ligne d’une version.</p>`
    : html`<ul class="share-links">${links.map((link) => linkItem(address, origin, link))}</ul>`
}
</section>`;
}

/** The sheet of a kept dossier. */
export function sheetPage(view: SheetView): Html {
  const { assets, address, title, createdAt, versions } = view;
  const last = versions[0]?.number ?? 1;
  return layout({
    assets,
    title: `${title} – versions`,
    section: 'kept',
    content: html`<header class="dossier-head">
<p class="overline">Dossier conservé depuis le ${writeMoment(createdAt)}</p>
<h1>${title}</h1>
${message(view)}
<p class="key-warning"><strong>L’adresse de cette page est une clé.</strong> Qui la connaît peut lire ce dossier et y ajouter des versions ; sans elle, personne ne peut le retrouver, car il n’y a pas de compte. Gardez-la dans vos favoris. Pour montrer une version sans donner le dossier, créez un lien de partage.</p>
</header>
${versionsTable(view)}
${
  versions.length < 2
    ? ''
    : html`<section aria-labelledby="comparer-titre">
<h2 id="comparer-titre">Comparer deux versions</h2>
${compareForm(address, versions, Math.max(1, last - 1), last)}
</section>`
}
${linksView(view)}
<section aria-labelledby="import-titre">
<h2 id="import-titre">Ajouter une version depuis un fichier</h2>
${importForm(address)}
</section>`,
  });
}
