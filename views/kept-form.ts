import { html } from 'hono/html';
import type { Html } from './html.ts';
import { KEPT_LIST, sheetAddress } from './kept-addresses.ts';
import { agreementSentence, type VersionAgreement, writeMoment } from './kept-words.ts';

/** Characters of a comment. */
const LONGEST_COMMENT = 500;

/** What the page of a dossier says of its keeping. */
export interface KeptPlace {
  /** Of the inputs shown: what is kept. */
  readonly key: string;
  /** Of the kept dossier that they belong to, for somebody who has its address; undefined on a shared page. */
  readonly address: string | undefined;
  readonly isShared: boolean;
  /** When a version is shown. */
  readonly version:
    | { readonly number: number; readonly savedAt: string; readonly agreement: VersionAgreement }
    | undefined;
}

/** Which version is shown, and whether its figures are still those of that day. */
function versionNotice({ version, address, isShared }: KeptPlace): Html {
  if (version === undefined) {
    return address === undefined
      ? html``
      : html`<p class="kept-notice">Saisies tirées d’un <a href="${sheetAddress(address)}">dossier conservé</a>, pas encore enregistrées. L’adresse de cette page mène à ce dossier : ne l’envoyez qu’à qui peut y écrire.</p>`;
  }
  const { number, savedAt, agreement } = version;
  const which = `Version ${number}, enregistrée le ${writeMoment(savedAt)}.`;
  return html`<p class="kept-notice"><strong>${isShared ? `${which.slice(0, -1)} et partagée par lien.` : which}</strong>
${agreementSentence(agreement)}${
  isShared
    ? ' Une hypothèse changée ouvre vos propres saisies : cette version ne change pas.'
    : html` L’adresse de cette page mène au dossier : pour montrer cette version sans le donner, créez un lien de partage depuis <a href="${sheetAddress(address ?? '')}">sa fiche</a>.`
}</p>`;
}

function purpose({ address, isShared }: KeptPlace): string {
  if (isShared) return 'Enregistre un dossier à vous, sans lien avec celui qui a été partagé.';
  if (address === undefined) {
    return 'Conserve ces hypothèses et leurs chiffres clés dans un dossier, dont l’adresse sera la seule clé.';
  }
  return 'Ajoute la version suivante au dossier conservé, avec ses chiffres clés.';
}

/** The comment of a version, and what was wrong with it. */
export function commentField(id: string, comment = '', problem = ''): Html {
  return html`<div class="field">
<label for="${id}">Commentaire <small>(facultatif)</small></label>
<textarea id="${id}" name="commentaire" rows="2" maxlength="${LONGEST_COMMENT}" aria-describedby="${problem === '' ? '' : `${id}-probleme `}${id}-aide"${
    problem === '' ? '' : html` aria-invalid="true"`
  }>
${comment}</textarea>
${problem === '' ? '' : html`<p class="field-problem" id="${id}-probleme">${problem}</p>`}
<p class="help" id="${id}-aide">Ce qui change dans cette version, en ${LONGEST_COMMENT} caractères au plus.</p>
</div>`;
}

/** « Enregistrer une version », on the page of any dossier: folded, whole without script. */
export function keepForm(place: KeptPlace): Html {
  return html`<div class="keep">
${versionNotice(place)}
<details class="tool-fold keep-fold not-printed" id="conserver">
<summary>Enregistrer une version</summary>
<form class="keep-form" method="post" action="${KEPT_LIST}">
<input type="hidden" name="cle" value="${place.key}">
<p class="help">${purpose(place)}</p>
${commentField('conserver-commentaire')}
<button type="submit">Enregistrer</button>
</form>
</details>
</div>`;
}
