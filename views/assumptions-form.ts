import { html } from 'hono/html';
import type { Problem } from '../src/input/problem.ts';
import {
  type FormMode,
  fieldsIn,
  listsIn,
  type PageFieldGroup,
  typedFieldsIn,
} from '../src/report/form-parts.ts';
import { dossierAddress, fieldId } from './addresses.ts';
import { assumedValues } from './assumed-values.ts';
import type { DossierView, FormView } from './dossier-view.ts';
import { listView } from './field-list.ts';
import { fieldView } from './field-view.ts';
import type { Html } from './html.ts';

function optionalView({ optional }: PageFieldGroup): Html {
  if (optional === undefined) return html``;
  const [name, word] = optional.present ? ['retirer', 'Retirer'] : ['ajouter', 'Ajouter'];
  return html`<button type="submit" class="quiet" name="${name}" value="${optional.path}">${word} « ${optional.label} »</button>`;
}

/** Whether something in this group is to be looked at: it is then open. */
function isCalledFor(group: PageFieldGroup, { problems, changedPart }: FormView): boolean {
  const paths = [
    group.id,
    ...fieldsIn([group]).map(({ path }) => path),
    ...listsIn([group]).flatMap(({ path, entries }) => [path, ...entries.map((entry) => entry.path)]),
  ];
  return [changedPart, ...problems.map(({ path }) => path)].some(
    (path) => path !== undefined && paths.includes(path),
  );
}

export function foldedGroup(group: PageFieldGroup, form: FormView): Html {
  const { title, fields, lists } = group;
  const count = typedFieldsIn([group]).length;
  const id = group.id === '' ? 'etude' : group.id;
  return html`<details class="group" id="groupe-${fieldId(id)}"${isCalledFor(group, form) ? html` open` : ''}>
<summary>${title} <span class="count">${count}<span class="visually-hidden"> champs</span></span></summary>
<fieldset><legend class="visually-hidden">${title}</legend>
${fields.map((field) => fieldView(field, form))}
${lists.map((list) => listView(list, form, title, 3, fields.length + lists.length === 1))}
${optionalView(group)}
</fieldset>
</details>`;
}

function essentialGroup({ title, fields }: PageFieldGroup, form: FormView, isAlone: boolean): Html {
  return html`<fieldset class="essential"><legend${isAlone ? html` class="visually-hidden"` : ''}>${title}</legend>${fields.map((field) => fieldView(field, form))}</fieldset>`;
}

function groupsView(groups: readonly PageFieldGroup[], form: FormView, mode: FormMode): Html {
  if (mode === 'detailed') return html`${groups.map((group) => foldedGroup(group, form))}`;
  const typed = groups.filter((group) => group.readOnly !== true);
  return html`${typed.map((group) => essentialGroup(group, form, typed.length === 1))}
${assumedValues(groups.filter((group) => group.readOnly === true))}`;
}

export function problemSummary(groups: readonly PageFieldGroup[], problems: readonly Problem[]): Html {
  if (problems.length === 0) return html``;
  const places = [
    ...fieldsIn(groups).map(({ path, fullLabel }) => ({ path, label: fullLabel })),
    ...listsIn(groups).map(({ path, title }) => ({ path, label: title })),
  ];
  return html`<div class="problems" role="alert">
<h3>${problems.length === 1 ? 'Une saisie est à corriger' : `${problems.length} saisies sont à corriger`}</h3>
<ul>${problems.map(({ path, message }) => {
    const place = places.find((candidate) => candidate.path === path);
    return place === undefined
      ? html`<li>${message}</li>`
      : html`<li><a href="#${fieldId(path)}">${place.label}</a> : ${message}</li>`;
  })}</ul>
<p>Les résultats affichés sont ceux d’avant cette saisie.</p>
</div>`;
}

/** The two forms, one of which is shown: about ten fields, or all of them. */
function modeSwitch({ key, shown }: DossierView): Html {
  const link = (form: FormMode, label: string) =>
    html`<li><a href="${dossierAddress(key, { ...shown, form })}#hypotheses"${form === (shown.form ?? 'express') ? html` aria-current="true"` : ''}>${label}</a></li>`;
  return html`<nav class="form-mode" aria-label="Saisie"><ul>${link('express', 'L’essentiel')}${link('detailed', 'Tout le détail')}</ul></nav>`;
}

/**
 * The assumptions. With script, a change sends the form and the results beside it follow; without, a button does.
 * @param outOfBand true when the form follows results in the answer to a change
 */
export function assumptionsForm(view: DossierView, outOfBand = false): Html {
  const { form, page, shown } = view;
  const mode = shown.form ?? 'express';
  return html`<form id="hypotheses" class="assumptions assumptions-${mode}" method="post" action="${form.action}" novalidate
 hx-post="${form.action}" hx-trigger="change delay:150ms, submit" hx-target="#resultats" hx-swap="innerMorph" hx-sync="this:replace" hx-indicator="#travail"${
   outOfBand ? html` hx-swap-oob="outerMorph"` : ''
 }${form.changedPart === undefined ? '' : html` data-changed="${fieldId(form.changedPart)}"`}>
<button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
<h2>Hypothèses</h2>
${modeSwitch(view)}
<p class="form-hint">Changez une valeur : les résultats suivent. <span id="travail" class="htmx-indicator" aria-hidden="true">Calcul…</span></p>
${problemSummary(page.fields, form.problems)}
<input type="hidden" name="base" value="${form.key}">
${groupsView(page.fields, form, mode)}
<div class="form-actions">
<button type="submit">Recalculer</button>
${form.originalAddress === undefined ? '' : html`<a href="${form.originalAddress}">Revenir aux valeurs du cas</a>`}
</div>
</form>`;
}
