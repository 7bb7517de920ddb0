import { html } from 'hono/html';
import type { PageFieldEntry, PageFieldList } from '../src/report/form-parts.ts';
import { fieldId } from './addresses.ts';
import type { FormView } from './dossier-view.ts';
import { fieldView, problemView, usualView } from './field-view.ts';
import type { Html } from './html.ts';

function addButton(
  list: PageFieldList,
  { kind, label }: PageFieldList['additions'][number],
  owner: string,
): Html {
  return html`<button type="submit" class="quiet" name="ajouter" value="${list.path}:${kind}">Ajouter « ${label} »<span class="visually-hidden"> : ${owner}</span></button>`;
}

/** One button, or one for each kind, folded. */
function additionsView(list: PageFieldList, owner: string): Html {
  const [first, ...others] = list.additions;
  if (first === undefined)
    return html`<p class="help">La liste est pleine : retirez une ligne pour en ajouter une.</p>`;
  if (others.length === 0) return addButton(list, first, owner);
  return html`<details class="add"><summary>Ajouter<span class="visually-hidden"> : ${list.title}, ${owner}</span></summary>${list.additions.map((addition) => addButton(list, addition, owner))}</details>`;
}

function entryView(entry: PageFieldEntry, form: FormView, level: number, owner: string): Html {
  return html`<fieldset class="entry" id="${fieldId(entry.path)}"><legend>${entry.title}</legend>
${entry.fields.map((field) => fieldView(field, form))}
${entry.lists.map((list) => listView(list, form, `${owner}, ${entry.title}`, level + 1))}
<button type="submit" class="quiet" name="retirer" value="${entry.path}">Retirer<span class="visually-hidden"> « ${entry.title} », ${owner}</span></button>
</fieldset>`;
}

/**
 * A list: its entries, each with its fields and the button that takes it out, and the buttons that add one.
 * @param owner what it belongs to: tells apart the buttons of entries that bear the same name
 * @param level of its title
 * @param isAlone true in a group that has its title already
 */
export function listView(
  list: PageFieldList,
  form: FormView,
  owner: string,
  level = 3,
  isAlone = false,
): Html {
  const id = fieldId(list.path);
  const problems = form.problems.filter(({ path }) => path === list.path).map(({ message }) => message);
  const { usual } = list;
  const title = html`<span class="${isAlone ? 'visually-hidden' : 'list-title'}" role="heading" aria-level="${level}">${list.title}</span>`;
  return html`<div class="entries" id="${id}" tabindex="-1">
${title}
${problemView(id, problems)}${usual?.taken ? html`<p class="help">${usual.text} supposées : ${usual.why}.</p>` : ''}
${list.entries.length === 0 ? html`<p class="help">Aucune ligne.</p>` : list.entries.map((entry) => entryView(entry, form, level, owner))}
${additionsView(list, owner)}
${usual !== undefined && !usual.taken ? html`<details class="origin"><summary>je ne sais pas<span class="visually-hidden"> : ${list.title}</span></summary>${usualView(list.path, usual)}</details>` : ''}
</div>`;
}
