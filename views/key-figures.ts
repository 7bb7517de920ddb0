import { html } from 'hono/html';
import type { Lens } from '../src/analysis/key-figure.ts';
import type { PageKeyFigure } from '../src/report/page.ts';
import { dossierAddress, LENS_WORDS } from './addresses.ts';
import type { DossierView } from './dossier-view.ts';
import { figureLink, isWords, type Place } from './figure-link.ts';
import type { Html } from './html.ts';
import { yardstickView } from './yardstick.ts';

/** The three readers, in the order of the tabs. */
export const LENSES: readonly { readonly lens: Lens; readonly label: string; readonly question: string }[] = [
  {
    lens: 'founder',
    label: 'Fondateur',
    question: 'Ce que la voie coûte, ce qu’elle laisse de trésorerie et de maîtrise.',
  },
  {
    lens: 'investor',
    label: 'Investisseur et prêteur',
    question: 'Ce que rapporte l’opération, et ce qui protège les financeurs.',
  },
  {
    lens: 'authority',
    label: 'Collectivité',
    question: 'Ce que la voie demande d’argent public, et ce qu’elle produit.',
  },
];

function value(place: Place, figure: PageKeyFigure): Html {
  if (figure.text === undefined)
    return html`<span class="no-value"><span aria-hidden="true">–</span><span class="visually-hidden">pas de valeur</span></span>`;
  return figureLink(place, figure.text, figure);
}

/** The five or six figures read first. */
export function headlineView(view: DossierView): Html {
  const { page } = view;
  if (page.headline.length === 0 || page.empty) return html``;
  return html`<section class="headline" aria-labelledby="essentiel-titre">
<h2 id="essentiel-titre">L’essentiel</h2>
<dl class="tiles">${page.headline.map(
    (figure) =>
      html`<div class="tile"><dt>${figure.label}</dt><dd>${value(view, figure)}${
        figure.text === undefined && figure.reason !== undefined
          ? html`<span class="reason">${figure.reason}</span>`
          : ''
      }</dd></div>`,
  )}</dl>
<p class="hint">Chaque chiffre s’ouvre : sa formule, ses termes, jusqu’à l’hypothèse et sa source. Les montants sont arrondis à l’affichage : une somme peut différer d’un euro ; le classeur est au centime.</p>
</section>`;
}

function row(view: DossierView, figure: PageKeyFigure): Html {
  return html`<tr><th scope="row">${figure.label}${
    figure.text === undefined && figure.reason !== undefined
      ? html` <span class="reason">${figure.reason}</span>`
      : ''
  }${yardstickView(figure.id)}</th><td${isWords(figure.text ?? '', figure) ? html` class="words"` : ''}>${value(view, figure)}</td></tr>`;
}

/**
 * The key figures of the three lenses. All three are in the page: one is shown, the tabs are links that work without
 * script, and paper shows them all.
 */
export function lensesView(view: DossierView): Html {
  const { page, lens: chosen, key, shown } = view;
  return html`<section class="lenses" id="regards" aria-labelledby="regards-titre">
<h2 id="regards-titre">Trois regards sur la même opération</h2>
<nav class="tabs" aria-label="Regards"><ul>${LENSES.map(
    ({ lens, label }) =>
      html`<li><a href="${dossierAddress(key, { ...shown, lens })}#regards" data-lens="${LENS_WORDS[lens]}"${
        lens === chosen ? html` aria-current="true"` : ''
      }>${label}</a></li>`,
  )}</ul></nav>
${LENSES.map(
  ({
    lens,
    label,
    question,
  }) => html`<div class="lens" id="regard-${LENS_WORDS[lens]}"${lens === chosen ? '' : html` hidden`}>
<table class="key-figures">
<caption><span class="table-title">${label}</span> <span class="table-unit">${question}</span></caption>
<thead class="visually-hidden"><tr><th scope="col">Chiffre clé</th><th scope="col">Valeur</th></tr></thead>
<tbody>${page.keyFigures[lens].map((figure) => row(view, figure))}</tbody>
</table>
</div>`,
)}
</section>`;
}
