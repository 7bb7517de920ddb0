import { html } from 'hono/html';
import type { DocumentHead } from '../src/report/guarantee-documents.ts';
import { dossierAddress } from './addresses.ts';
import type { Html } from './html.ts';

const BLANKS = /(\[à compléter : [^\]]*\])/;

/** A text whose blanks to fill stand out, on screen and on paper. */
export function withBlanks(text: string): Html {
  return html`${text
    .split(BLANKS)
    .map((piece) =>
      BLANKS.test(piece) ? html`<mark class="document-blank">${piece}</mark>` : html`${piece}`,
    )}`;
}

/** Where a document comes from, and the button that prints it. */
export function documentHead(key: string, head: DocumentHead, otherDocument: Html): Html {
  return html`<p class="overline"><a href="${dossierAddress(key, { path: head.pathId })}#garantie">${head.dossierTitle} – ${head.pathLabel}</a></p>
<ul class="actions not-printed" aria-label="Ce document">
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
<li>${otherDocument}</li>
</ul>`;
}

/** The same document for the other guarantees of the path. */
export function otherGuarantees(head: DocumentHead, addressOf: (id: string) => string): Html {
  if (head.guarantees.length < 2) return html``;
  return html`<nav class="tabs not-printed" aria-label="Garanties de cette voie"><ul>
${head.guarantees.map(
  ({ id, label }) =>
    html`<li><a href="${addressOf(id)}"${id === head.guaranteeId ? html` aria-current="page"` : ''}>${label}</a></li>`,
)}
</ul></nav>`;
}
