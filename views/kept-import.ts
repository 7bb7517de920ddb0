import { html } from 'hono/html';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { actionAddress, IMPORT_ADDRESS, KEPT_LIST, sheetAddress } from './kept-addresses.ts';
import { commentField } from './kept-form.ts';
import { layout } from './layout.ts';

interface Typed {
  readonly text: string;
  readonly comment: string;
  readonly commentProblem: string;
  readonly isRefused: boolean;
}

const NOTHING_TYPED: Typed = { text: '', comment: '', commentProblem: '', isRefused: false };

/**
 * Sends a .json: chosen on the machine, or pasted.
 * @param address of the dossier whose next version it becomes; a new dossier without
 */
export function importForm(address: string | undefined, typed: Typed = NOTHING_TYPED): Html {
  const action = address === undefined ? IMPORT_ADDRESS : actionAddress(address, 'importer');
  return html`<form class="import-form" method="post" action="${action}" enctype="multipart/form-data">
<div class="field">
<label for="import-fichier">Fichier .json</label>
<input type="file" id="import-fichier" name="fichier" accept=".json,application/json" aria-describedby="import-fichier-aide">
<p class="help" id="import-fichier-aide">Un dossier téléchargé depuis Levier, ou écrit dans le même format.</p>
</div>
<div class="field field-file">
<label for="import-json">Ou son contenu, collé ici</label>
<textarea id="import-json" name="json" rows="${typed.isRefused ? 16 : 3}" spellcheck="false"${typed.isRefused ? html` aria-describedby="import-problemes"` : ''}>
${typed.text}</textarea>
</div>
${commentField('import-commentaire', typed.comment, typed.commentProblem)}
<button type="submit">Importer</button>
</form>`;
}

export interface ImportView {
  readonly assets: Assets;
  /** The dossier whose next version was sent. */
  readonly kept: { readonly address: string; readonly title: string } | undefined;
  readonly problems: readonly {
    readonly path: string;
    /** French name of the place; '' when the path says it. */
    readonly label: string;
    readonly message: string;
  }[];
  readonly text: string;
  readonly comment: string;
  readonly commentProblem: string;
}

/** What prevents an import, all at once with its places; what was sent is there to be corrected. */
export function importPage({ assets, kept, problems, text, comment, commentProblem }: ImportView): Html {
  const count = problems.length;
  return layout({
    assets,
    title: 'Import à corriger',
    section: 'kept',
    content: html`<section class="kept-page">
<p class="overline">${kept === undefined ? 'Mes dossiers' : kept.title}</p>
<h1>Import à corriger</h1>
<p>Rien n’a été enregistré.${text === '' ? '' : ' Le texte envoyé est ci-dessous : corrigez-le, ou choisissez un autre fichier.'}</p>
<div class="problems" role="alert" id="import-problemes">
<h2>${count === 0 ? 'Le commentaire est à corriger' : count === 1 ? 'Un point à corriger' : `${count} points à corriger`}</h2>
<ul>${problems.map(
      ({ path, label, message }) =>
        html`<li>${label === '' ? '' : html`<strong>${label}</strong> `}${path === '' ? '' : html`<code>${path}</code> : `}${message}</li>`,
    )}${commentProblem === '' ? '' : html`<li><a href="#import-commentaire">Commentaire</a> : ${commentProblem}</li>`}</ul>
</div>
${importForm(kept?.address, { text, comment, commentProblem, isRefused: true })}
<p><a href="${kept === undefined ? KEPT_LIST : sheetAddress(kept.address)}">${kept === undefined ? 'Revenir à mes dossiers' : 'Revenir à la fiche du dossier'}</a></p>
</section>`,
  });
}
