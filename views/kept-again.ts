import { html } from 'hono/html';
import { dossierAddress } from './addresses.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { KEPT_LIST } from './kept-addresses.ts';
import { commentField } from './kept-form.ts';
import { layout } from './layout.ts';

export interface KeepAgainView {
  readonly assets: Assets;
  readonly key: string;
  readonly title: string;
  /** As typed. */
  readonly comment: string;
  /** Why the comment was refused. */
  readonly problem: string;
}

/** The form that keeps a version, again: nothing was saved, and what was typed is still there. */
export function keepAgainPage({ assets, key, title, comment, problem }: KeepAgainView): Html {
  return layout({
    assets,
    title: 'Enregistrer une version',
    section: 'kept',
    content: html`<section class="kept-page">
<p class="overline">${title}</p>
<h1>Enregistrer une version</h1>
<div class="problems" role="alert"><p>Le commentaire est à corriger ; rien n’est encore enregistré.</p></div>
<form class="keep-form" method="post" action="${KEPT_LIST}">
<input type="hidden" name="cle" value="${key}">
${commentField('commentaire', comment, problem)}
<button type="submit">Enregistrer</button>
</form>
<p><a href="${dossierAddress(key)}">Revenir au dossier</a></p>
</section>`,
  });
}
