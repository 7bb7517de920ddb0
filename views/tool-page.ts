import { html } from 'hono/html';
import { codeBlock } from './api-page.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';

export interface ToolPageField {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** « € », « % » or nothing. */
  readonly unit: string;
  readonly kind: string;
  readonly required: boolean;
  /** As typed. */
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly problems: readonly string[];
}

export interface ToolTable {
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export interface ToolResult {
  readonly facts: { readonly label: string; readonly text: string }[];
  readonly tables: ToolTable[];
}

export interface ToolPage extends Pick<Layout, 'assets'> {
  readonly tool: { readonly id: string; readonly title: string; readonly intro: string };
  /** Kinds of request, each with its own fields; empty for most calculators. */
  readonly kinds: readonly { readonly id: string; readonly label: string; readonly isChosen: boolean }[];
  readonly fields: readonly ToolPageField[];
  readonly problems: readonly {
    readonly fieldName: string | undefined;
    readonly label: string;
    readonly message: string;
  }[];
  readonly result: ToolResult | undefined;
  /** Nothing was typed yet: the example is shown. */
  readonly isExample: boolean;
  readonly api: { readonly curl: string; readonly request: string };
}

const idOf = (name: string) => `champ-${name.replaceAll('.', '-')}`;

/** The attributes that tie a field to its help and its problems. */
function described({ name, help, problems }: ToolPageField): Html {
  const ids = [
    ...(help === '' ? [] : [`${idOf(name)}-aide`]),
    ...(problems.length === 0 ? [] : [`${idOf(name)}-probleme`]),
  ];
  const invalid = problems.length === 0 ? '' : html` aria-invalid="true"`;
  return html`${ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`}${invalid}`;
}

function control(field: ToolPageField): Html {
  const { name, kind, value, choices, required } = field;
  const common = html`id="${idOf(name)}" name="${name}"${described(field)}`;
  switch (kind) {
    case 'choice':
      return html`<select ${common}>
${required ? '' : html`<option value=""></option>`}
${choices.map((one) => html`<option value="${one.value}"${one.value === value ? html` selected` : ''}>${one.label}</option>`)}
</select>`;
    case 'truth':
      return html`<input type="checkbox" value="oui" ${common}${value === '' || value === 'non' ? '' : html` checked`}>`;
    case 'amounts':
    case 'dated-amounts':
      return html`<textarea rows="6" ${common}>
${value}</textarea>`;
    case 'date':
      return html`<input type="date" value="${value}" ${common}>`;
    default:
      return html`<input type="text" inputmode="${kind === 'text' ? 'text' : 'decimal'}" autocomplete="off" value="${value}" ${common}>`;
  }
}

function fieldView(field: ToolPageField): Html {
  const { name, label, help, unit, required, kind, problems } = field;
  const isOptional = !required && kind !== 'truth';
  const tag = html`<label for="${idOf(name)}">${label}${isOptional ? html` <small>(facultatif)</small>` : ''}</label>`;
  const typed =
    kind === 'truth'
      ? html`<div class="control">${control(field)} ${tag}</div>`
      : html`${tag}
<div class="control">${control(field)}${unit === '' ? '' : html`<span class="unit">${unit}</span>`}</div>`;
  return html`<div class="field field-${kind}">
${typed}
${problems.length === 0 ? '' : html`<p class="field-problem" id="${idOf(name)}-probleme">${problems.map((problem) => html`${problem}<br>`)}</p>`}
${help === '' ? '' : html`<p class="help" id="${idOf(name)}-aide">${help}</p>`}
</div>`;
}

function problemsView(problems: ToolPage['problems']): Html {
  if (problems.length === 0) return html``;
  const count =
    problems.length === 1 ? 'Un champ est à corriger' : `${problems.length} champs sont à corriger`;
  return html`<div class="problems" role="alert">
<h2>${count}</h2>
<ul>
${problems.map(
  ({ fieldName, label, message }) =>
    html`<li>${fieldName === undefined ? label : html`<a href="#${idOf(fieldName)}">${label}</a>`} : ${message}</li>`,
)}
</ul>
</div>`;
}

function tableView({ title, columns, rows }: ToolTable): Html {
  const align = (index: number) => (columns[index]?.isNumber ? '' : html` class="text"`);
  return html`<div class="table-box" tabindex="0" role="region" aria-label="${title}">
<table class="figures">
<caption><span class="table-title">${title}</span></caption>
<thead><tr>${columns.map(({ label }, index) => html`<th scope="col"${align(index)}>${label}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr class="row-line">${row.map((cell, index) => html`<td${align(index)}>${cell}</td>`)}</tr>`)}
</tbody>
</table>
</div>`;
}

/** Longer tables stand under the form rather than beside it. */
const ROWS_BESIDE = 10;

function isShort({ rows }: ToolTable): boolean {
  return rows.length <= ROWS_BESIDE;
}

/** What stands beside the form: single figures and short tables. */
function factsView({ result, isExample }: ToolPage): Html {
  if (result === undefined) return html``;
  return html`<section aria-labelledby="resultat">
<h2 id="resultat">${isExample ? 'Résultat de l’exemple' : 'Résultat'}</h2>
<table class="operands">
<tbody>
${result.facts.map(({ label, text }) => html`<tr><th scope="row">${label}</th><td>${text}</td></tr>`)}
</tbody>
</table>
${result.tables.filter(isShort).map(tableView)}
</section>`;
}

/** The page of one calculator: its form, filled, its result, and the same request for the API. */
export function toolPage(page: ToolPage): Html {
  const { assets, tool, kinds, fields, problems, api } = page;
  const chosen = kinds.find((kind) => kind.isChosen);
  const content = html`<p class="overline"><a href="/outils">Calculettes</a></p>
<h1>${tool.title}</h1>
<p>${tool.intro}</p>
${problemsView(problems)}
${
  kinds.length === 0
    ? ''
    : html`<nav class="tabs" aria-label="Nature"><ul>
${kinds.map(
  ({ id, label, isChosen }) =>
    html`<li><a href="/outils/${tool.id}?kind=${id}"${isChosen ? html` aria-current="true"` : ''}>${label}</a></li>`,
)}
</ul></nav>`
}
<div class="grid">
<form method="get" action="/outils/${tool.id}">
${chosen === undefined ? '' : html`<input type="hidden" name="kind" value="${chosen.id}">`}
${fields.map(fieldView)}
<button type="submit">Calculer</button>
</form>
${factsView(page)}
</div>
${(page.result?.tables ?? []).filter((table) => !isShort(table)).map(tableView)}
<details class="folded">
<summary>La même chose par l’API</summary>
${codeBlock(api.curl, 'Commande')}
${codeBlock(api.request, 'Corps de la demande')}
</details>`;
  return layout({ assets, title: tool.title, section: 'tools', content });
}
