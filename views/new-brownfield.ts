import { html } from 'hono/html';
import type { Problem } from '../src/input/problem.ts';
import { brownfieldsAddress, dossierAddress, newBrownfieldAddress } from './addresses.ts';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';

export interface NewBrownfieldView extends Pick<Layout, 'assets'> {
  readonly key: string;
  readonly dossierTitle: string;
  /** What was typed, by field: shown again as it was. */
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

const FIELDS = [
  { name: 'name', label: 'Nom de la friche', help: 'Nom usuel.' },
  { name: 'commune', label: 'Commune', help: 'Nom de la commune.' },
  { name: 'department', label: 'Département', help: 'Code à deux ou trois caractères : 42, 2A, 974.' },
  { name: 'landAreaM2', label: 'Surface du terrain (m²)', help: 'Unité foncière, en mètres carrés.' },
] as const;

function fieldOf(
  { typed, problems }: NewBrownfieldView,
  { name, label, help }: (typeof FIELDS)[number],
): Html {
  const said = problems.filter(({ path }) => path === name).map(({ message }) => message);
  const id = `friche-${name}`;
  return html`<div class="field"><label for="${id}">${label}</label>
<input id="${id}" name="${name}" value="${typed.get(name) ?? ''}" required maxlength="160" aria-describedby="${id}-aide"${said.length > 0 ? html` aria-invalid="true"` : ''}>
<p class="help" id="${id}-aide">${said.length > 0 ? html`<strong class="problem">${said.join(' ; ')}</strong> ` : ''}${help}</p></div>`;
}

/** The four facts that a brownfield cannot do without; the rest is asked on its own page. */
export function newBrownfieldPage(view: NewBrownfieldView): Html {
  const { assets, key, dossierTitle, problems } = view;
  return layout({
    assets,
    title: `Décrire une friche – ${dossierTitle}`,
    section: 'sites',
    content: html`<div class="brownfield-form">
<p class="overline"><a href="${dossierAddress(key)}">${dossierTitle}</a></p>
<h1>Décrire une friche</h1>
<p>Quatre données suffisent pour une première fourchette de coût et de délai. La page de la friche demande ensuite le reste : tout ce qui n’est pas renseigné reste une fourchette.</p>
${problems.length === 0 ? '' : html`<div class="problems" role="alert"><p>${problems.map(({ message }) => message).join(' ; ')}</p></div>`}
<form method="post" action="${newBrownfieldAddress(key)}" novalidate>
${FIELDS.map((field) => fieldOf(view, field))}
<div class="form-actions"><button type="submit">Ajouter la friche</button>
<a href="${brownfieldsAddress(key)}">Revenir aux friches comparées</a></div>
</form>
</div>`,
  });
}
