import { html } from 'hono/html';
import type { PageField, PageFieldGroup } from '../src/report/page.ts';
import { fieldId } from './addresses.ts';
import type { DossierView, FormView } from './dossier-view.ts';
import type { Html } from './html.ts';

/** Groups open at first: what this path is made of. */
const OPEN_GROUPS = ['Prêt bancaire', 'Ressources'];

function choices(field: PageField): PageField['choices'] {
  if (field.kind !== 'truth') return field.choices ?? [];
  return [
    { value: 'true', label: 'oui' },
    { value: 'false', label: 'non' },
  ];
}

function control(field: PageField, typed: string, described: string, invalid: boolean): Html {
  const id = fieldId(field.path);
  const state = html` aria-describedby="${described}"${invalid ? html` aria-invalid="true"` : ''}`;
  if (field.kind === 'choice' || field.kind === 'truth') {
    return html`<select id="${id}" name="${field.path}"${state}>${choices(field)?.map(
      ({ value, label }) =>
        html`<option value="${value}"${value === typed ? html` selected` : ''}>${label}</option>`,
    )}</select>`;
  }
  if (field.kind === 'date') {
    return html`<input id="${id}" name="${field.path}" type="date" value="${typed}"${state}>`;
  }
  return html`<input id="${id}" name="${field.path}" type="text" inputmode="decimal" autocomplete="off" value="${typed}"${state}>`;
}

function fieldView(field: PageField, form: FormView): Html {
  const id = fieldId(field.path);
  const problems = form.problems.filter((problem) => problem.path === field.path);
  const invalid = problems.length > 0;
  const typed = form.typed.get(field.path) ?? field.value;
  const described = invalid ? `${id}-probleme ${id}-aide` : `${id}-aide`;
  return html`<div class="field field-${field.kind}" id="${id}-bloc">
<label for="${id}">${field.label}</label>
<div class="control">${control(field, typed, described, invalid)}${
    field.unit === '' ? '' : html`<span class="unit" id="${id}-unite">${field.unit}</span>`
  }</div>
${invalid ? html`<p class="field-problem" id="${id}-probleme">${problems.map(({ message }) => html`${message} `)}</p>` : ''}
<p class="help" id="${id}-aide">${field.help}</p>
<details class="origin"><summary><span class="origin-word origin-${field.origin === 'fait' || field.origin === 'loi' ? 'known' : 'supposed'}">${field.origin}</span><span class="visually-hidden"> : d’où vient « ${field.label} »</span></summary>
<p>${field.originText}</p></details>
</div>`;
}

function groupView({ title, fields }: PageFieldGroup, form: FormView): Html {
  const paths = fields.map((field) => field.path);
  const invalid = form.problems.some((problem) => paths.includes(problem.path));
  return html`<details class="group"${invalid || OPEN_GROUPS.includes(title) ? html` open` : ''}>
<summary>${title}</summary>
<fieldset><legend class="visually-hidden">${title}</legend>${fields.map((field) => fieldView(field, form))}</fieldset>
</details>`;
}

function problemSummary({ page, form }: DossierView): Html {
  if (form.problems.length === 0) return html``;
  const fields = page.fields.flatMap((group) => group.fields);
  return html`<div class="problems" role="alert">
<h3>${form.problems.length === 1 ? 'Une saisie est à corriger' : `${form.problems.length} saisies sont à corriger`}</h3>
<ul>${form.problems.map(({ path, message }) => {
    const field = fields.find((candidate) => candidate.path === path);
    return field === undefined
      ? html`<li>${message}</li>`
      : html`<li><a href="#${fieldId(path)}">${field.label}</a> : ${message}</li>`;
  })}</ul>
<p>Les résultats affichés sont ceux d’avant cette saisie.</p>
</div>`;
}

/**
 * The assumptions. With script, a change sends the form and the results beside it follow; without, a button does.
 * @param outOfBand true when the form follows results in the answer to a change
 */
export function assumptionsForm(view: DossierView, outOfBand = false): Html {
  const { form, page } = view;
  return html`<form id="hypotheses" class="assumptions" method="post" action="${form.action}" novalidate
 hx-post="${form.action}" hx-trigger="change delay:150ms, submit" hx-target="#resultats" hx-swap="innerMorph" hx-sync="this:replace" hx-indicator="#travail"${
   outOfBand ? html` hx-swap-oob="outerMorph"` : ''
 }>
<h2>Hypothèses</h2>
<p class="form-hint">Changez une valeur : les résultats suivent. <span id="travail" class="htmx-indicator" aria-hidden="true">Calcul…</span></p>
${problemSummary(view)}
<input type="hidden" name="base" value="${form.key}">
${page.fields.map((group) => groupView(group, form))}
<div class="form-actions">
<button type="submit">Recalculer</button>
${form.originalAddress === undefined ? '' : html`<a href="${form.originalAddress}">Revenir aux valeurs du cas</a>`}
</div>
</form>`;
}
