import { html } from 'hono/html';
import type { SearchAnswer, SearchCell, SearchPage, SearchTable } from '../src/report/search-answer.ts';
import { dossierAddress, searchAddress } from './addresses.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { type Layout, layout } from './layout.ts';
import { keptTogether } from './typography.ts';

export interface SearchView extends Pick<Layout, 'assets'> {
  readonly key: string;
  readonly page: SearchPage;
}

/** The ways to the same question in the other paths. */
function pathLinks({ key, page }: SearchView): Html {
  if (page.paths.length < 2) return html``;
  return html`<nav class="tabs path-tabs" aria-label="Voies du dossier"><ul>
${page.paths.map(
  ({ id, label }) =>
    html`<li><a href="${searchAddress(key, { path: id })}"${id === page.pathId ? html` aria-current="page"` : ''}>${label}</a></li>`,
)}
</ul></nav>`;
}

function questionForm({ key, page }: SearchView): Html {
  const { questions, chosen, pathId } = page;
  return html`<form class="search-form not-printed" method="get" action="${searchAddress(key)}">
<input type="hidden" name="voie" value="${pathId}">
<div class="field"><label for="inconnue">Ce qui est cherché</label>
<select id="inconnue" name="inconnue">${questions.map(
    ({ id, text }) => html`<option value="${id}"${id === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></div>
<button type="submit">Chercher</button>
</form>`;
}

function cell({ text, state }: SearchCell): Html {
  return html`<td${state === undefined ? '' : html` class="state-${state}"`}>${text}</td>`;
}

function checkTable({ title, columns, rows }: SearchTable): Html {
  if (rows.length === 0) return html``;
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="verification-titre">
<table class="figures searched">
<caption id="verification-titre"><span class="table-title">${title}</span></caption>
<thead><tr><td></td>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ label, kind, cells }) =>
      html`<tr class="row-${kind}"><th scope="row">${keptTogether(label)}</th>${cells.map(cell)}</tr>`,
  )}</tbody>
</table>
</div>`;
}

function takeForm({ key, page }: SearchView, label: string): Html {
  return html`<form class="not-printed" method="post" action="${searchAddress(key)}">
<input type="hidden" name="voie" value="${page.pathId}">
<input type="hidden" name="inconnue" value="${page.chosen}">
<button type="submit">${label}</button>
<p class="search-note">Le dossier présent reste à son adresse : la valeur est mise dans une nouvelle saisie.</p>
</form>`;
}

function answerView(view: SearchView, answer: SearchAnswer): Html {
  const { sentence, isFound, warnings, check, notes, taken } = answer;
  return html`<section class="answer" aria-labelledby="reponse-titre">
<h2 id="reponse-titre">Réponse</h2>
<p class="answer-lead">${icon(isFound ? 'possible' : 'impossible')} ${keptTogether(sentence)}</p>
${warnings.map((warning) => html`<p class="state-bad">${icon('impossible')} ${keptTogether(warning)}</p>`)}
${taken === undefined ? '' : takeForm(view, taken.label)}
</section>
${checkTable(check)}
${notes.map((note) => html`<p class="search-note">${keptTogether(note)}</p>`)}`;
}

const INTRODUCTION =
  'Quel est le plus petit apport pour que le plan s’équilibre dans les limites de la banque ? Quel loyer l’équilibre demande-t-il ? Levier essaie des montants, recalcule tout à chacun, et montre la réponse avec ce qui manque un pas plus bas.';

/** The page of a search: the question, the answer in a sentence, its check, and a button to take it over. */
export function searchPage(view: SearchView): Html {
  const { assets, key, page } = view;
  return layout({
    assets,
    title: `Recherche – ${page.title}`,
    content: html`<div class="search-page">
<p class="overline">${page.operatorName} · ${page.siteName}</p>
<p class="overline"><a href="${dossierAddress(key, { path: page.pathId })}">${page.title} – ${page.pathLabel}</a></p>
<h1>Chercher le plus petit montant</h1>
<p>${keptTogether(INTRODUCTION)}</p>
${pathLinks(view)}
${page.problem === undefined ? questionForm(view) : html`<p>${page.problem}</p>`}
${page.answer === undefined ? '' : answerView(view, page.answer)}
</div>`,
  });
}
