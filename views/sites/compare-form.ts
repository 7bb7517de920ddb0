import { html } from 'hono/html';
import type { Problem } from '../../src/input/problem.ts';
import type { Html } from '../html.ts';
import { siteAddress } from './addresses.ts';

/** What has to be asked where the inventory does not say it. */
const ASKED: Readonly<Record<string, { readonly label: string; readonly help: string }>> = {
  commune: { label: 'Commune', help: 'L’inventaire ne la donne pas.' },
  department: { label: 'Département', help: 'Code à deux ou trois caractères : 42, 2A, 974.' },
  landAreaM2: {
    label: 'Surface du terrain (m²)',
    help: 'L’inventaire ne la donne pas : elle porte presque tout le coût.',
  },
};

export interface CompareFormView {
  readonly siteId: string;
  /** Dossiers offered: the cases, and the one that the person comes from. */
  readonly dossiers: readonly { readonly key: string; readonly title: string }[];
  readonly chosen: string;
  /** Fields that a brownfield needs and the inventory does not know. */
  readonly missing: readonly string[];
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

function missingField(name: string, { typed, problems }: CompareFormView): Html {
  const { label = name, help = '' } = ASKED[name] ?? {};
  const said = problems.filter(({ path }) => path === name).map(({ message }) => message);
  const id = `comparer-${name}`;
  return html`<div class="field"><label for="${id}">${label}</label>
<input id="${id}" name="${name}" value="${typed.get(name) ?? ''}" maxlength="120" required aria-describedby="${id}-aide"${said.length > 0 ? html` aria-invalid="true"` : ''}>
<p class="help" id="${id}-aide">${said.length > 0 ? html`<strong class="problem">${said.join(' ; ')}</strong> ` : ''}${help}</p></div>`;
}

/** Puts a site of the inventory among the brownfields of a dossier. */
export function compareForm(view: CompareFormView): Html {
  const { siteId, dossiers, chosen, missing, typed, problems } = view;
  const general = problems.filter(({ path }) => !(path in ASKED)).map(({ message }) => message);
  return html`<p>La friche rejoint celles que le dossier compare, avec ce que l’inventaire en sait et sa source. Rien n’est inventé : le reste demeure une fourchette.</p>
${general.length === 0 ? '' : html`<p class="problems" role="alert">${general.join(' ; ')}</p>`}
<form class="compare-site not-printed" method="post" action="${siteAddress(siteId)}/comparer">
<div class="field"><label for="comparer-dossier">Dossier</label>
<select id="comparer-dossier" name="dossier">${dossiers.map(
    ({ key, title }) =>
      html`<option value="${key}"${key === chosen ? html` selected` : ''}>${title}</option>`,
  )}</select></div>
<div class="field"><label for="comparer-adresse">ou l’adresse d’un autre dossier</label>
<input id="comparer-adresse" name="adresse" value="${typed.get('adresse') ?? ''}" maxlength="400" aria-describedby="comparer-adresse-aide">
<p class="help" id="comparer-adresse-aide">Collez l’adresse de sa page ; vide, le dossier choisi ci-dessus est pris.</p></div>
${missing.map((name) => missingField(name, view))}
<button type="submit">Comparer dans ce dossier</button>
</form>`;
}
