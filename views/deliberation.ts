import { html } from 'hono/html';
import type { DeliberationPage } from '../src/report/guarantee-documents.ts';
import { debtStateAddress, deliberationAddress } from './addresses.ts';
import { documentHead, otherGuarantees, withBlanks } from './document-parts.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';

export interface DeliberationView extends Pick<Layout, 'assets'> {
  readonly key: string;
  readonly page: DeliberationPage;
}

function rows(pairs: readonly (readonly [string, string])[]): Html {
  return html`${pairs.map(
    ([label, text]) => html`<tr><th scope="row">${label}</th><td class="text">${withBlanks(text)}</td></tr>`,
  )}`;
}

function parts(
  sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[],
): Html {
  return html`${sections.map(
    ({ heading, paragraphs }) =>
      html`<h3>${heading}</h3>${paragraphs.map((paragraph) => html`<p>${withBlanks(paragraph)}</p>`)}`,
  )}`;
}

/** The draft deliberation of a guarantee, ready to print. */
export function deliberationPage({ assets, key, page }: DeliberationView): Html {
  const { deliberation: draft, guaranteeId, pathId } = page;
  const shown = { path: pathId };
  const other = html`<a class="action" href="${debtStateAddress(key, shown, guaranteeId)}">État de la dette garantie</a>`;
  return layout({
    assets,
    title: `${draft.title} – ${page.dossierTitle}`,
    content: html`<article class="document">
${documentHead(key, page, other)}
${otherGuarantees(page, (id) => deliberationAddress(key, shown, id))}
<header class="document-title">
<p>${draft.authority}</p>
<h1>${draft.title}</h1>
<p><strong>${draft.subject}</strong></p>
</header>
<section class="visas" aria-labelledby="visas-titre">
<h2 id="visas-titre">Visas</h2>
${draft.visas.map((visa) => html`<p>Vu ${withBlanks(visa)} ;</p>`)}
</section>
<section aria-labelledby="expose-titre">
<h2 id="expose-titre">Exposé</h2>
${parts(draft.statement)}
</section>
<section>
<h2 id="emprunt-titre">Caractéristiques de l’emprunt</h2>
<div class="table-box" tabindex="0" role="region" aria-labelledby="emprunt-titre">
<table class="figures document-loan"><tbody>${rows(draft.loan)}</tbody></table>
</div>
</section>
<section aria-labelledby="decision-titre">
<h2 id="decision-titre">L’assemblée, après en avoir délibéré, décide</h2>
${parts(draft.articles)}
</section>
<section>
<h2 id="vote-titre">Vote</h2>
<div class="table-box" tabindex="0" role="region" aria-labelledby="vote-titre">
<table class="figures document-loan"><tbody>${rows(draft.vote)}</tbody></table>
</div>
${draft.closing.map((sentence) => html`<p>${withBlanks(sentence)}</p>`)}
</section>
<p class="document-foot">${page.lawDate}</p>
</article>`,
  });
}
