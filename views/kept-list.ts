import { html } from 'hono/html';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { FORGET_ADDRESS, sheetAddress } from './kept-addresses.ts';
import { importForm } from './kept-import.ts';
import { writeMoment } from './kept-words.ts';
import { layout } from './layout.ts';

export interface ListedDossier {
  readonly address: string;
  readonly title: string;
  readonly lastNumber: number;
  readonly lastSavedAt: string;
  readonly lastComment: string;
}

export interface KeptListView {
  readonly assets: Assets;
  readonly dossiers: readonly ListedDossier[];
}

function card({ address, title, lastNumber, lastSavedAt, lastComment }: ListedDossier): Html {
  return html`<li class="card">
<h3>${title}</h3>
<p>Version ${lastNumber}, le ${writeMoment(lastSavedAt)}${lastComment === '' ? '' : html` : ${lastComment}`}</p>
<div class="card-actions">
<a href="${sheetAddress(address)}">Ouvrir la fiche<span class="visually-hidden"> : ${title}</span></a>
<form method="post" action="${FORGET_ADDRESS}"><input type="hidden" name="adresse" value="${address}"><button type="submit" class="quiet">Retirer de cette liste<span class="visually-hidden"> : ${title}</span></button></form>
</div>
</li>`;
}

/** « Mes dossiers »: those that this browser remembers, and the import of a file. */
export function keptListPage({ assets, dossiers }: KeptListView): Html {
  return layout({
    assets,
    title: 'Mes dossiers',
    section: 'kept',
    content: html`<section aria-labelledby="liste-titre">
<h1 id="liste-titre">Mes dossiers</h1>
<p class="lead">Sans compte : un témoin de ce navigateur retient les adresses des trente derniers dossiers conservés ou ouverts ici ; effacé ou sur une autre machine, il faut l’adresse de chaque fiche, qui est sa seule clé.</p>
${
  dossiers.length === 0
    ? html`<p>Aucun dossier pour l’instant. <a href="/">Ouvrez un cas</a>, changez ses hypothèses, puis « Enregistrer une version » ; ou importez un fichier.</p>`
    : html`<h2>Conservés ou ouverts dans ce navigateur</h2>
<ul class="cards">${dossiers.map(card)}</ul>
<p class="hint">« Retirer de cette liste » ne supprime pas le dossier : notez d’abord l’adresse de sa fiche si vous voulez y revenir.</p>`
}
</section>
<section aria-labelledby="import-titre">
<h2 id="import-titre">Importer un dossier</h2>
${importForm(undefined)}
</section>`,
  });
}
