import { html } from 'hono/html';
import type { Html } from './html.ts';
import { type Layout, layout } from './layout.ts';

export interface ApiSection {
  readonly id: string;
  readonly title: string;
  /** « POST /api/v1/comparisons » */
  readonly address: string;
  readonly purpose: string;
  /** A command that works as it is. */
  readonly example: string;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
  /** Body and answer; without text, a dossier, described once at the end of the page. */
  readonly shapes: readonly { readonly label: string; readonly text: string | undefined }[];
}

export interface ApiPage extends Pick<Layout, 'assets'> {
  readonly firstExample: string;
  readonly dossierCalls: readonly ApiSection[];
  readonly toolCalls: readonly ApiSection[];
  readonly refusals: readonly {
    readonly id: string;
    readonly status: number;
    readonly title: string;
    readonly when: string;
  }[];
  readonly fields: readonly {
    readonly path: string;
    readonly label: string;
    readonly help: string;
    readonly unit: string;
    /** What is taken when it is left out; undefined when it must be given. */
    readonly fallback: string | undefined;
  }[];
}

/** A text to copy; it scrolls, so the keyboard must reach it. */
export function codeBlock(text: string, label: string): Html {
  return html`<pre tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`;
}

function sectionView({ id, title, address, purpose, example, parameters, shapes }: ApiSection): Html {
  return html`<section id="${id}" aria-labelledby="${id}-titre">
<h3 id="${id}-titre">${title}</h3>
<p><code>${address}</code></p>
<p>${purpose}</p>
${codeBlock(example, `Exemple : ${title}`)}
${parameters.length === 0 ? '' : html`<ul>${parameters.map((one) => html`<li><code>${one.name}</code> : ${one.description}</li>`)}</ul>`}
${shapes.map(({ label, text }) =>
  text === undefined
    ? html`<p><a href="#dossier">${label}</a></p>`
    : html`<details><summary>${label}</summary>${codeBlock(text, `${label} : ${title}`)}</details>`,
)}
</section>`;
}

function fieldsTable(fields: ApiPage['fields']): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-label="Champs d’un dossier">
<table>
<thead><tr><th scope="col">Champ</th><th scope="col">Libellé</th><th scope="col">Unité</th><th scope="col">À défaut</th></tr></thead>
<tbody>
${fields.map(
  ({ path, label, help, unit, fallback }) => html`<tr>
<th scope="row"><code>${path}</code></th>
<td>${label}<br><small>${help}</small></td>
<td>${unit}</td>
<td>${fallback ?? html`<strong>obligatoire</strong>`}</td>
</tr>`,
)}
</tbody>
</table>
</div>`;
}

/** The readable page of the API. */
export function apiPage({ assets, firstExample, dossierCalls, toolCalls, refusals, fields }: ApiPage): Html {
  const content = html`<h1>API</h1>
<p>Tout ce que montrent les pages se demande aussi en JSON. La description pour les programmes est à
<a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<ul>
<li>Montants et taux sont des textes décimaux avec un point : <code>"1600000.00"</code>, <code>"0.0385"</code> pour 3,85 %. Pas de virgule, d’espace ni d’exposant.</li>
<li>Les dates s’écrivent <code>"2027-01-15"</code> ; les périodes <code>"2027-01"</code> (mois) et <code>"2027"</code> (exercice).</li>
<li>Une voie impossible garde sa colonne : <code>legality</code> dit pourquoi, le reste est vide.</li>
<li>Les corps sont du JSON en UTF-8, de 2 Mio au plus. Rien n’est enregistré.</li>
</ul>
<h2>Commencer</h2>
<p>Prenez le dossier d’un cas, changez-le, renvoyez-le :</p>
${codeBlock(firstExample, 'Premier exemple')}
<h2>Dossiers</h2>
${dossierCalls.map(sectionView)}
<h2>Calculettes</h2>
<p>Chacune a aussi <a href="/outils">sa page</a>.</p>
${toolCalls.map(sectionView)}
<h2>Refus</h2>
<p>Un refus est un <code>application/problem+json</code> (RFC 9457) : <code>{ type, title, status, detail, errors: [{ path, message }] }</code>.
Une donnée fausse n’est jamais une erreur du serveur.</p>
<dl>
${refusals.map(({ id, status, title, when }) => html`<dt id="${id}"><code>${status}</code> ${title}</dt><dd>${when}</dd>`)}
</dl>
<h2 id="dossier">Champs d’un dossier</h2>
<p>Le fichier d’un cas, ce que la page enregistre et le corps des appels ont le même format.</p>
${fieldsTable(fields)}`;
  return layout({ assets, title: 'API', section: 'api', content });
}
