import { html } from 'hono/html';
import type { BrownfieldForm } from '../src/report/brownfield-form.ts';
import { brownfieldsAddress, dossierAddress } from './addresses.ts';
import { foldedGroup, problemSummary } from './assumptions-form.ts';
import type { FormView } from './dossier-view.ts';
import { listView } from './field-list.ts';
import { fieldView } from './field-view.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';

export interface BrownfieldFormView extends Pick<Layout, 'assets'> {
  readonly page: BrownfieldForm;
  readonly form: FormView;
  readonly lead: string;
}

/** The form of a brownfield of a dossier, or of what its enterprise asks of a site. */
export function brownfieldFormPage({ assets, page, form, lead }: BrownfieldFormView): Html {
  const { title, dossierTitle, operatorName, groups } = page;
  const [first, ...others] = groups;
  return layout({
    assets,
    title: `${title} – ${dossierTitle}`,
    content: html`<div class="brownfield-form">
<p class="overline">${operatorName} · <a href="${dossierAddress(form.key)}">${dossierTitle}</a></p>
<h1>${title}</h1>
<p>${lead}</p>
<form class="assumptions assumptions-detailed" method="post" action="${form.action}" novalidate>
<button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
${problemSummary(groups, form.problems)}
${first === undefined ? '' : html`<fieldset class="essential"><legend class="visually-hidden">${first.title}</legend>${first.fields.map((field) => fieldView(field, form))}${first.lists.map((list) => listView(list, form, first.title))}</fieldset>`}
${others.map((group) => foldedGroup(group, form))}
<div class="form-actions">
<button type="submit">Enregistrer</button>
<a href="${brownfieldsAddress(form.key)}">Revenir aux friches comparées</a>
</div>
</form>
</div>`,
  });
}
