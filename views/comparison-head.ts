import { html } from 'hono/html';
import type { ComparisonColumn } from '../src/report/comparison-page.ts';
import { dossierAddress, jsonAddress } from './addresses.ts';
import { columnsPanel, compareChoices } from './columns-panel.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { keepForm } from './kept-form.ts';
import { pathTabs } from './path-tabs.ts';
import { keptTogether } from './typography.ts';
import { VERDICT_WORDS } from './verdict.ts';

/** Title, and the ways to each path. */
export function comparisonHead({ page, key, shown, lens, main }: ComparisonView): Html {
  return html`<header class="dossier-head">
<p class="overline">${page.operatorName} · ${page.siteName}</p>
<h1>${page.title}</h1>
<p class="path-name">Comparaison de ${page.columns.length} voies de financement</p>
<p class="summary">${keptTogether(page.summary)}</p>
<ul class="actions" aria-label="Emporter ce dossier">
<li><a class="action" href="${jsonAddress(key)}" download>JSON</a></li>
<li><button type="button" class="action needs-script" data-print>Imprimer</button></li>
</ul>
${keepForm(main.kept)}
</header>
${pathTabs(key, page.columns, { ...shown, path: undefined, lens })}`;
}

function funding({ gap, empty }: ComparisonColumn): Html {
  if (empty) return html`<p class="column-funding">Aucun chiffre : la voie n’est pas ouverte.</p>`;
  return gap === undefined
    ? html`<p class="column-funding state-good">${icon('possible')} Plan financé</p>`
    : html`<p class="column-funding state-bad">${icon('impossible')} Il manque <strong>${gap}</strong></p>`;
}

function reasonOf({ reason, otherReasons, verdict }: ComparisonColumn): Html {
  if (reason === undefined)
    return html`<p class="column-reason">Rien, dans les règles vérifiées, ne s’y oppose.</p>`;
  const others =
    otherReasons === 0 ? '' : otherReasons === 1 ? 'et un autre point' : `et ${otherReasons} autres points`;
  return html`<p class="column-reason"><span class="visually-hidden">${VERDICT_WORDS[verdict]} : </span>${keptTogether(reason.text)} <span class="column-article">${reason.article}</span>${others === '' ? '' : html` <span class="column-others">${others}</span>`}</p>`;
}

function columnCard({ key, lens, shown, main }: ComparisonView, column: ComparisonColumn): Html {
  const { id, label, verdict, isMain } = column;
  return html`<li class="column-card verdict-${verdict}">
<h3><a href="${dossierAddress(key, { path: id, lens })}">${label}</a></h3>
<p class="column-verdict"><span class="badge badge-${verdict}">${icon(verdict)} ${VERDICT_WORDS[verdict]}</span>${isMain ? html` <span class="column-main">voie principale</span>` : ''}</p>
${reasonOf(column)}
${funding(column)}
${compareChoices({ key, shown, columns: main.columns }, id)}
</li>`;
}

/** The verdict of each path, before any figure: word, icon and colour, its main reason and article, its funding. */
export function columnsView(view: ComparisonView): Html {
  return html`<section class="columns" aria-labelledby="verdicts-titre">
<h2 id="verdicts-titre">Ce que le droit et l’équilibre permettent</h2>
<ul class="column-cards">${view.page.columns.map((column) => columnCard(view, column))}</ul>
${columnsPanel({ key: view.key, shown: view.shown, columns: view.main.columns })}
</section>`;
}

/** Which way holds, for whom, at what cost. */
export function answerView({ page }: ComparisonView): Html {
  const { lead, points } = page.answer;
  return html`<section class="answer" id="reponse" aria-labelledby="reponse-titre">
<h2 id="reponse-titre">L’essentiel</h2>
<p class="answer-lead">${keptTogether(lead)}</p>
${
  points.length === 0
    ? ''
    : html`<dl class="answer-points">${points.map(
        ({ who, text }) => html`<div><dt>${who}</dt><dd>${keptTogether(text)}</dd></div>`,
      )}</dl>`
}
<p class="hint">Une voie tient debout quand rien ne l’interdit, que son plan est financé, que la trésorerie reste positive et que les limites de la banque sont respectées.</p>
</section>`;
}
