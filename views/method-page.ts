import { html } from 'hono/html';
import {
  CONFIDENCE_WORDS,
  type RegisteredFigure,
  type RegisteredValue,
} from '../src/analysis/law-register.ts';
import type { MethodPage } from '../src/report/method-page.ts';
import { lawFigureAnchor } from './addresses.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';
import { legalFormsView, matrixView } from './legal-forms.ts';
import { keptTogether } from './typography.ts';

interface MethodView extends Pick<Layout, 'assets'> {
  readonly page: MethodPage;
}

/** A part of the page, when the words looked for are found in it. */
function part(id: string, title: string, isEmpty: boolean, content: () => Html): Html {
  if (isEmpty) return html``;
  return html`<section id="${id}" aria-labelledby="${id}-titre">
<h2 id="${id}-titre">${title}</h2>
${content()}
</section>`;
}

function sentences(items: readonly string[]): Html {
  return html`<ul>${items.map((item) => html`<li>${keptTogether(item)}</li>`)}</ul>`;
}

function searchForm({ query, found }: MethodPage): Html {
  return html`<form method="get" action="/methode" class="method-search not-printed">
<label for="recherche">Chercher dans la méthode</label>
<div class="search-row"><input type="text" id="recherche" name="q" value="${query}" maxlength="200" aria-describedby="recherche-aide">
<button type="submit">Chercher</button></div>
<p class="help" id="recherche-aide">Un mot, un article ou une matière : « TVA », « 219 », « notaire ». Tous les mots sont demandés.</p>
</form>
${
  query === ''
    ? ''
    : html`<p role="status">${
        found === 0
          ? html`Rien ne contient « ${query} ».`
          : found === 1
            ? html`Un passage contient « ${query} ».`
            : html`${found} passages contiennent « ${query} ».`
      } <a href="/methode">Tout afficher</a></p>`
}`;
}

/** Dates, source and how far to trust it, of one value. */
function ground({ source, confidence }: RegisteredValue): Html {
  const isSure = confidence === 'sourced' || confidence === 'computed';
  return html`<span class="law-source">${source}</span> <span class="confidence${isSure ? '' : ' state-bad'}">(${CONFIDENCE_WORDS[confidence]})</span>`;
}

function figureView({ id, label, values: [current, ...others] }: RegisteredFigure): Html {
  if (current === undefined) return html``;
  return html`<li class="law-figure" id="${lawFigureAnchor(id)}">
<p class="law-line"><span class="law-label">${keptTogether(label)}</span> <span class="law-value"><strong>${current.written}</strong> ${current.period}</span></p>
<p class="law-ground">${ground(current)} <code>${id}</code></p>
${current.note === undefined ? '' : html`<p class="law-ground">${keptTogether(current.note)}</p>`}
${
  others.length === 0
    ? ''
    : html`<p class="law-ground">Autres dates :</p>
<ul class="law-others">${others.map(
        (value) =>
          html`<li><strong>${value.written}</strong> ${value.period}. ${ground(value)}${value.note === undefined ? '' : html` ${keptTogether(value.note)}`}</li>`,
      )}</ul>`
}
</li>`;
}

function lawView({ figures, lists }: MethodPage): Html {
  return html`<p class="not-printed">Chiffres et règles en fichier : <a href="/methode/droit.csv" download>CSV</a> ; avec les formes juridiques et ce qu’elles peuvent émettre : <a href="/api/v1/law">JSON</a>.</p>
${figures.map(
  ({ title, items }) => html`<h3>${title}</h3>
<ul class="law-figures">${items.map(figureView)}</ul>`,
)}
${lists.map(
  ({ title, source, items }) => html`<h3>${title}</h3>
${sentences(items)}
<p class="law-ground">${source}</p>`,
)}`;
}

function rulesView({ rules }: MethodPage): Html {
  return html`${rules.map(
    ({ title, items }) => html`<h3>${title}</h3>
<ul class="law-figures">${items.map(
      ({
        rule,
        article,
        reason,
        confidence,
      }) => html`<li class="law-figure" id="regle-${rule.replaceAll('.', '-')}">
<p class="law-line">${keptTogether(reason)}</p>
<p class="law-ground"><span class="law-source">${article}</span> <span class="confidence">(${confidence})</span></p>
</li>`,
    )}</ul>`,
  )}`;
}

function defaultsView({ defaults }: MethodPage): Html {
  return html`<p>Ce qui est pris quand un dossier ne dit rien. Chacun se change dans le formulaire ; une voie nouvelle reprend ceux des précédentes.</p>
${defaults.map(
  ({ title, items }) => html`<h3>${title}</h3>
<dl class="method-defaults">${items.map(
    ({ label, written, why, kind }) =>
      html`<div><dt>${label} : <strong>${written}</strong></dt><dd>${kind === 'law' ? 'loi' : 'hypothèse'} – ${keptTogether(why)}</dd></div>`,
  )}</dl>`,
)}`;
}

const PARTS = [
  ['conventions', 'Conventions de calcul'],
  ['droit', 'Chiffres de droit'],
  ['formes', 'Formes juridiques'],
  ['instruments', 'Qui peut émettre quoi'],
  ['regles', 'Règles de droit'],
  ['hypotheses', 'Hypothèses par défaut'],
  ['limites', 'Ce qui n’est pas modélisé'],
  ['changements', 'Ce qui a changé'],
] as const;

/** Conventions, law, hypotheses, limits and history: all that the figures stand on. */
export function methodPage({ assets, page }: MethodView): Html {
  const views: Readonly<Record<(typeof PARTS)[number][0], { isEmpty: boolean; content: () => Html }>> = {
    conventions: {
      isEmpty: page.conventions.length === 0,
      content: () =>
        html`${page.conventions.map(
          ({ id, title, items }) => html`<h3 id="convention-${id}">${title}</h3>
${sentences(items)}`,
        )}`,
    },
    droit: { isEmpty: page.figures.length + page.lists.length === 0, content: () => lawView(page) },
    formes: { isEmpty: page.forms.length === 0, content: () => legalFormsView(page.forms) },
    instruments: { isEmpty: page.matrix.length === 0, content: () => matrixView(page.matrix) },
    regles: { isEmpty: page.rules.length === 0, content: () => rulesView(page) },
    hypotheses: { isEmpty: page.defaults.length === 0, content: () => defaultsView(page) },
    limites: { isEmpty: page.limits.length === 0, content: () => sentences(page.limits) },
    changements: {
      isEmpty: page.history.length === 0,
      content: () =>
        html`${page.history.map(
          ({ title, items }) => html`<h3>${title}</h3>
${sentences(items)}`,
        )}`,
    },
  };
  const shown = PARTS.filter(([id]) => !views[id].isEmpty);
  const content = html`<div class="method">
<h1>Méthode</h1>
<p class="lead">Ce sur quoi reposent les chiffres : comment ils sont calculés, quels chiffres de droit ils lisent et depuis quand, quelles hypothèses sont prises à défaut, ce qui n’est pas compté.</p>
${searchForm(page)}
${
  shown.length < 2
    ? ''
    : html`<nav class="contents" aria-label="Dans cette page"><ul>${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`
}
${shown.map(([id, title]) => part(id, title, views[id].isEmpty, views[id].content))}
</div>`;
  return layout({ assets, title: 'Méthode', section: 'method', content });
}
