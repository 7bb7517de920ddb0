import { html } from 'hono/html';
import { assumptionsForm } from './assumptions-form.ts';
import type { DossierView } from './dossier-view.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';
import { resultsView } from './results.ts';
import { confirmedCount, verdictWord } from './verdict.ts';

/** The page of a path: results, and the assumptions beside them. */
export function dossierPage(view: DossierView): Html {
  return layout({
    assets: view.assets,
    title: `${view.page.title} – ${view.page.pathLabel}`,
    content: html`<div id="message" role="alert"></div>
<p id="annonce" class="visually-hidden" role="status"></p>
<div class="workspace">
<article id="resultats">
${resultsView(view)}
</article>
<aside class="side" aria-label="Hypothèses">
${assumptionsForm(view)}
</aside>
</div>
<dialog id="panneau" class="panel" aria-labelledby="panneau-titre"></dialog>`,
  });
}

/** What a change of the form sends back: the results, and out of band the form and what screen readers say. */
export function dossierUpdate(view: DossierView): Html {
  const { page } = view;
  const figures = page.headline.flatMap(({ label, text }) =>
    text === undefined ? [] : [`${label} : ${text}`],
  );
  return html`${resultsView(view)}
${assumptionsForm(view, true)}
<div id="message" role="alert" hx-swap-oob="innerHTML"></div>
<p id="annonce" hx-swap-oob="innerHTML">Résultats mis à jour. ${verdictWord(page.verdict, confirmedCount(page.legality))}. ${figures.slice(0, 3).join(' ; ')}.</p>`;
}

/** What a refused change sends back: the form alone, as it was typed. */
export function refusedUpdate(view: DossierView): Html {
  return assumptionsForm(view, true);
}
