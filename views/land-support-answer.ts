import { html } from 'hono/html';
import type {
  LandSupportDetail,
  LandSupportRow,
  LandSupportView,
  TargetField,
  TextTable,
} from '../src/report/land-support-view.ts';
import { type LandSupportAsked, landSupportAddress, landSupportFileAddress } from './addresses.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { keptTogether } from './typography.ts';

export interface SupportView {
  readonly key: string;
  readonly asked: LandSupportAsked;
  readonly page: LandSupportView;
  readonly fields: readonly TargetField[];
  /** What is wrong with no field in particular. */
  readonly problems: readonly string[];
}

/** Said at once: the search takes some seconds. It asks for the answer, which takes its place. */
export function landSupportWaiting(key: string, asked: LandSupportAsked): Html {
  return html`<div class="computing" role="status" aria-busy="true" hx-get="${landSupportAddress(key, asked, true)}" hx-trigger="load" hx-swap="outerHTML">
<p>Recherche en cours : Levier essaie des niveaux de soutien et recalcule le prêt à chacun. Cela demande quelques secondes.</p>
</div>`;
}

/** What stands in the place of the answer: problems, the answer, or nothing yet. */
export function landSupportAnswer(view: SupportView): Html {
  const { page, fields, problems } = view;
  const wrong = [
    ...problems,
    ...fields.flatMap(({ label, problem }) => (problem === undefined ? [] : [`${label} : ${problem}`])),
  ];
  if (wrong.length > 0) {
    return html`<div role="alert">${wrong.map((problem) => html`<p class="state-bad">${icon('impossible')} ${keptTogether(problem)}</p>`)}</div>`;
  }
  return page.answer === undefined ? html`` : found(view, page.answer);
}

function found(view: SupportView, answer: NonNullable<LandSupportView['answer']>): Html {
  const [first = '', ...others] = answer.lead;
  return html`<section class="answer" aria-labelledby="reponse-titre">
<h2 id="reponse-titre">Réponse</h2>
<p class="answer-lead">${icon(answer.verdict)} ${keptTogether(first)}</p>
${others.map((sentence) => html`<p>${keptTogether(sentence)}</p>`)}
</section>
${formsTable(answer.forms)}
${textTable('presentes', 'Les cibles sans soutien', answer.present)}
${answer.mixes.rows.length === 0 ? '' : textTable('melanges', 'Mélanges de deux formes', answer.mixes)}
${answer.budget.rows.length === 0 ? '' : textTable('budget', 'Coût par exercice, dépenses moins recettes', answer.budget)}
<h2>Forme par forme</h2>
${answer.details.map((detail) => detailView(view, detail))}
${answer.notes.map((note) => html`<p class="search-note">${keptTogether(note)}</p>`)}
<p class="not-printed"><a href="${landSupportFileAddress(view.key, view.asked)}" download>Télécharger ces tableaux (.csv)</a></p>`;
}

function formsTable(rows: readonly LandSupportRow[]): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="formes-titre">
<table class="figures searched">
<caption id="formes-titre"><span class="table-title">Plus petit soutien dans chaque forme</span></caption>
<thead><tr><th scope="col">Forme</th><th scope="col">Niveau</th><th scope="col">Montant, ou payé moins reçu</th><th scope="col">Coût présent</th><th scope="col">Équivalent-subvention brut</th><th scope="col">Aides de la voie et plafond</th><th scope="col">Coût par emploi</th><th scope="col">Coût par emploi d’insertion</th></tr></thead>
<tbody>${rows.map(
    (row) => html`<tr><th scope="row"><a href="#forme-${row.id}">${row.label}</a></th>
<td>${row.level}</td><td>${row.nominal}</td><td>${row.presentCost}</td><td>${row.grantEquivalent}</td>
<td${row.isAboveCeiling ? html` class="state-bad"` : ''}>${row.ceiling}${row.isAboveCeiling ? ' : plafond dépassé' : ''}</td>
<td>${row.perJob}</td><td>${row.perInsertionJob}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}

function textTable(id: string, title: string, { columns, rows }: TextTable): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="${id}-titre">
<table class="figures searched">
<caption id="${id}-titre"><span class="table-title">${title}</span></caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([head = '', ...cells]) =>
      html`<tr><th scope="row">${keptTogether(head)}</th>${cells.map((cell) => html`<td>${keptTogether(cell)}</td>`)}</tr>`,
  )}</tbody>
</table>
</div>`;
}

const CONFIDENCE = {
  sourced: 'texte lu',
  computed: 'calculé de textes lus',
  memory: 'de mémoire, à relire',
  uncertain: 'non établi',
} as const;

function detailView(view: SupportView, detail: LandSupportDetail): Html {
  const { id, label, reason, check, assumed, ceiling, returns, payback, competence, deliberation } = detail;
  return html`<details class="folded support-form" id="forme-${id}"><summary>${label}</summary>
${reason === undefined ? '' : html`<p>${keptTogether(reason.replace(/^./, (letter) => letter.toUpperCase()))}</p>`}
${check === undefined ? '' : html`<p><strong>Vérification.</strong> ${keptTogether(check)}</p>`}
${list('Hypothèses', assumed)}
${list('Plafond d’aides publiques', ceiling)}
${
  returns.length === 0
    ? ''
    : list('Ce qui revient du projet, par niveau, jusqu’à l’horizon', [
        ...returns.map(([level, amount, since]) => `${level} : ${amount}, ${since}`),
        ...(payback === undefined ? [] : [payback]),
      ])
}
<p><strong>Qui décide.</strong> ${keptTogether(competence.who)} <span class="search-note">(${competence.article} ; ${CONFIDENCE[competence.confidence]})</span></p>
<p><strong>Ce que dit la délibération</strong></p>
<ul>${deliberation.map(
    ({ text, article, confidence }) =>
      html`<li>${keptTogether(text)} <span class="search-note">(${article} ; ${CONFIDENCE[confidence]})</span></li>`,
  )}</ul>
${detail.take === undefined ? '' : takeForm(view, id, detail.take)}
</details>`;
}

function list(title: string, items: readonly string[]): Html {
  if (items.length === 0) return html``;
  return html`<p><strong>${title}</strong></p>
<ul>${items.map((item) => html`<li>${keptTogether(item.replace(/^./, (letter) => letter.toUpperCase()))}</li>`)}</ul>`;
}

function takeForm({ key, asked, page }: SupportView, form: string, label: string): Html {
  const hidden = (name: string, value: string | undefined) =>
    value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`;
  return html`<form class="not-printed" method="post" action="${landSupportAddress(key)}">
${hidden('voie', page.pathId)}${hidden('friche', asked.brownfield)}${hidden('occupation', asked.occupation)}${hidden('couverture', asked.couverture)}${hidden('tri', asked.tri)}${hidden('forme', form)}
<button type="submit">${keptTogether(label)}</button>
<p class="search-note">Le dossier présent reste à son adresse : le soutien est mis dans une nouvelle saisie, avec le loyer donné et le prêt d’équilibre.</p>
</form>`;
}
