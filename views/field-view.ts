import { html } from 'hono/html';
import type { PageField, UsualValue } from '../src/report/form-parts.ts';
import { choicesOf, shownText } from '../src/report/form-values.ts';
import { fieldId } from './addresses.ts';
import type { FormView } from './dossier-view.ts';
import type { Html } from './html.ts';

/** Longer texts are typed on several lines. */
const ONE_LINE = 300;

function control(field: PageField, typed: string, described: string, invalid: boolean): Html {
  const { path, kind } = field;
  const state = html`id="${fieldId(path)}" name="${path}"${described === '' ? '' : html` aria-describedby="${described}"`}${invalid ? html` aria-invalid="true"` : ''}`;
  if (kind === 'choice' || kind === 'truth') {
    return html`<select ${state}>${choicesOf(field).map(
      ({ value, label }) =>
        html`<option value="${value}"${value === typed ? html` selected` : ''}>${label}</option>`,
    )}</select>`;
  }
  if (kind === 'date') return html`<input ${state} type="date" value="${typed}">`;
  if (kind === 'text') {
    return (field.longest ?? 0) > ONE_LINE
      ? html`<textarea ${state} rows="5">${typed}</textarea>`
      : html`<input ${state} type="text" autocomplete="off" value="${typed}">`;
  }
  return html`<input ${state} type="text" inputmode="decimal" autocomplete="off" value="${typed}">`;
}

/** « Valeur usuelle : 0,5 % — ordre de grandeur ». */
function usualText({ text, why, kind }: UsualValue): string {
  const what = kind === 'law' ? 'Valeur de la loi' : 'Valeur usuelle';
  return text === why ? `${what} : ${text}` : `${what} : ${text} — ${why}`;
}

/** What « je ne sais pas » would put in place of what is typed, said before it is asked. */
export function usualView(path: string, usual: UsualValue): Html {
  return html`<p>${usualText(usual)}</p>
<button type="submit" class="quiet" name="sans-reponse" value="${path}">Je ne sais pas : reprendre ${usual.text}</button>`;
}

function originView(field: PageField): Html {
  const { path, usual, origin, originText } = field;
  const known = origin === 'fait' || origin === 'loi';
  const offered = usual !== undefined && !usual.taken;
  return html`<details class="origin"><summary>${
    field.missing
      ? html`<span class="origin-word to-fill">à renseigner</span>`
      : html`<span class="origin-word ${known ? 'origin-known' : 'origin-supposed'}">${origin}</span>`
  }${offered ? html` · je ne sais pas` : ''}<span class="visually-hidden"> : ${field.fullLabel}</span></summary>
${field.missing ? '' : html`<p>${originText}</p>`}${offered ? usualView(path, usual) : ''}${
  field.required ? html`<p>Pas de valeur usuelle : à vous de la donner.</p>` : ''
}</details>`;
}

/** A name that somebody typed comes from nowhere else. */
function isNameOnly({ kind, origin, missing }: PageField): boolean {
  return kind === 'text' && ['hypothèse', 'saisi'].includes(origin) && missing !== true;
}

function solvedView(field: PageField): Html {
  return html`<div class="field" id="${fieldId(field.path)}"><span class="label">${field.label}</span>
<p class="solved">${shownText(field)}</p><p class="help">${field.help} <span class="origin-word">${field.origin}</span></p></div>`;
}

/** What is wrong with a field or a list, beside it. */
export function problemView(id: string, problems: readonly string[]): Html {
  return problems.length === 0
    ? html``
    : html`<p class="field-problem" id="${id}-probleme">${problems.join(' ')}</p>`;
}

/** A field: its label, where it is typed, its unit, its help, where its value comes from, what to take for want of an answer. */
export function fieldView(field: PageField, form: FormView): Html {
  if (field.solved) return solvedView(field);
  const id = fieldId(field.path);
  const problems = form.problems.filter(({ path }) => path === field.path).map(({ message }) => message);
  const invalid = problems.length > 0;
  const described = [invalid ? `${id}-probleme` : '', field.help === '' ? '' : `${id}-aide`]
    .filter((part) => part !== '')
    .join(' ');
  return html`<div class="field field-${field.kind}">
<label for="${id}">${field.label}</label>
<div class="control">${control(field, form.typed.get(field.path) ?? field.value, described, invalid)}${
    field.unit === '' ? '' : html`<span class="unit">${field.unit}</span>`
  }</div>
${problemView(id, problems)}${field.help === '' ? '' : html`<p class="help" id="${id}-aide">${field.help}</p>`}
${isNameOnly(field) ? '' : originView(field)}
</div>`;
}
