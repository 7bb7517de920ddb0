import { html } from 'hono/html';
import { fieldsIn, type PageField, type PageFieldGroup } from '../src/report/form-parts.ts';
import { shownText } from '../src/report/form-values.ts';
import { fieldId } from './addresses.ts';
import type { Html } from './html.ts';

/** A summary is read on the page, and the name of an entry is said with its values. */
function isRead({ longest = 0, kind, path }: PageField): boolean {
  return longest <= 300 && !(kind === 'text' && path.endsWith('.label'));
}

function row(field: PageField): Html {
  return html`<tr id="${fieldId(field.path)}"><th scope="row">${field.fullLabel}<span class="why">${field.origin} : ${field.originText}</span></th><td>${shownText(field)}</td></tr>`;
}

/** What an express form leaves as it is: each value with where it comes from, folded. */
export function assumedValues(groups: readonly PageFieldGroup[]): Html {
  const tables = groups.map((group) => ({
    title: group.title,
    fields: fieldsIn([group]).filter(isRead),
  }));
  const count = tables.reduce((sum, { fields }) => sum + fields.length, 0);
  if (count === 0) return html``;
  return html`<details class="group assumed"><summary>Tout le reste est repris du dossier ou supposé <span class="count">${count} valeurs</span></summary>
${tables.map(({ title, fields }) => html`<table><caption>${title}</caption><tbody>${fields.map(row)}</tbody></table>`)}
</details>`;
}
