import { html } from 'hono/html';
import { DOSSIER } from '../src/dossier/dossier.ts';
import { API_CALLS, type ApiCall } from '../src/web/api/catalogue.ts';
import { dossierFields } from '../src/web/api/dossier-fields.ts';
import type { JsonSchema } from '../src/web/api/json-schema.ts';
import { componentSchemas } from '../src/web/api/openapi.ts';
import { REFUSALS } from '../src/web/api/problems.ts';
import { shapeText } from '../src/web/api/shape-text.ts';
import type { Assets } from '../src/web/assets.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';

interface ApiPage {
  readonly assets: Assets;
  /** `http://localhost:3000`: examples can be pasted as they are. */
  readonly origin: string;
  /** Id of a case, for the examples. */
  readonly scenario: string;
}

const HEADER = '-H "Content-Type: application/json"';

/** A command that works as it is. Calls about a dossier read the file that the first example writes. */
function curlOf(call: ApiCall, { origin, scenario }: ApiPage): string {
  const url = `${origin}${call.path.replace('{id}', scenario)}`;
  if (call.method === 'GET') return `curl -s ${url}`;
  const out = call.answer.kind === 'file' ? ' -o levier.xlsx' : '';
  if (call.body?.schema === 'Dossier') return `curl -s${out} ${HEADER} --data-binary @dossier.json ${url}`;
  const { dossier, path: _path, ...rest } = call.body?.example as Record<string, unknown>;
  if (dossier === undefined) return `curl -s ${HEADER} -d '${JSON.stringify(call.body?.example)}' ${url}`;
  const envelope = `{"dossier": %s, ${JSON.stringify(rest).slice(1)}`;
  return `printf '${envelope}' "$(cat dossier.json)" |\n  curl -s ${HEADER} --data-binary @- ${url}`;
}

function code(text: string, label: string): Html {
  return html`<pre tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`;
}

function shape(schemas: Record<string, JsonSchema>, name: string, label: string): Html {
  if (name === 'Dossier') return html`<p>${label} : un <a href="#dossier">dossier</a>.</p>`;
  const schema = schemas[name];
  if (schema?.properties === undefined && schema?.items === undefined && schema?.oneOf === undefined)
    return html``;
  return html`<details><summary>${label}</summary>${code(shapeText(schema), label)}</details>`;
}

function section(call: ApiCall, page: ApiPage, schemas: Record<string, JsonSchema>): Html {
  return html`<section id="${call.id}" aria-labelledby="${call.id}-titre">
<h3 id="${call.id}-titre">${call.title}</h3>
<p><code>${call.method} ${call.path}</code></p>
<p>${call.purpose}</p>
${code(curlOf(call, page), `Exemple : ${call.title}`)}
${call.parameters === undefined ? '' : html`<ul>${call.parameters.map((one) => html`<li><code>${one.name}</code> : ${one.description}</li>`)}</ul>`}
${call.body === undefined ? '' : shape(schemas, call.body.schema, 'Corps')}
${call.answer.kind === 'json' ? shape(schemas, call.answer.schema, 'Réponse') : ''}
</section>`;
}

function fieldsTable(): Html {
  return html`<div class="overflow-auto" tabindex="0" role="region" aria-label="Champs d’un dossier">
<table>
<thead><tr><th scope="col">Champ</th><th scope="col">Libellé</th><th scope="col">Unité</th><th scope="col">À défaut</th></tr></thead>
<tbody>
${dossierFields(DOSSIER).map(
  (field) => html`<tr>
<th scope="row"><code>${field.path}</code></th>
<td>${field.label}<br><small>${field.help}</small></td>
<td>${field.unit}</td>
<td>${field.fallback ?? html`<strong>obligatoire</strong>`}</td>
</tr>`,
)}
</tbody>
</table>
</div>`;
}

function refusals(): Html {
  return html`<dl>
${Object.entries(REFUSALS).map(
  ([id, { status, title, when }]) =>
    html`<dt id="${id}"><code>${status}</code> ${title}</dt><dd>${when}</dd>`,
)}
</dl>`;
}

/** The readable page of the API: each call with its purpose, a command that works, its shapes; the refusals; every field. */
export function apiPage(page: ApiPage): Html {
  const schemas = componentSchemas();
  const isTool = (call: ApiCall) => call.path.startsWith('/api/v1/tools/');
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
${code(
  `curl -s ${page.origin}/api/v1/scenarios/${page.scenario} > dossier.json\ncurl -s ${HEADER} --data-binary @dossier.json ${page.origin}/api/v1/comparisons`,
  'Premier exemple',
)}
<h2>Dossiers</h2>
${API_CALLS.filter((call) => !isTool(call)).map((call) => section(call, page, schemas))}
<h2>Calculettes</h2>
<p>Chacune a aussi <a href="/outils">sa page</a>.</p>
${API_CALLS.filter(isTool).map((call) => section(call, page, schemas))}
<h2>Refus</h2>
<p>Un refus est un <code>application/problem+json</code> (RFC 9457) : <code>{ type, title, status, detail, errors: [{ path, message }] }</code>.
Une donnée fausse n’est jamais une erreur du serveur.</p>
${refusals()}
<h2 id="dossier">Champs d’un dossier</h2>
<p>Le fichier d’un cas, ce que la page enregistre et le corps des appels ont le même format.</p>
${fieldsTable()}`;
  return layout({ assets: page.assets, title: 'API', section: 'api', content });
}
