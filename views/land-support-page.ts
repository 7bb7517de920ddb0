import { html } from 'hono/html';
import type { TargetField } from '../src/report/land-support-view.ts';
import { brownfieldsAddress, dossierAddress, landSupportAddress } from './addresses.ts';
import type { Html } from './html.ts';
import { landSupportAnswer, type SupportView } from './land-support-answer.ts';
import { type Layout, layout } from './layout.ts';
import { keptTogether } from './typography.ts';

const INTRODUCTION =
  'Quel est le plus petit soutien, sous quelle forme, pour que cette entreprise tienne ses cibles sur ce site ? Le loyer est donné, le prêt recalculé, seul le soutien bouge. Levier donne le plus petit niveau de chaque forme, ce qu’il coûte par exercice, son plafond, qui peut le décider, et montre ce qui manque un pas plus bas.';

function pathLinks({ key, asked, page }: SupportView): Html {
  if (page.paths.length < 2) return html``;
  return html`<nav class="tabs path-tabs" aria-label="Voies du dossier"><ul>
${page.paths.map(
  ({ id, label }) =>
    html`<li><a href="${landSupportAddress(key, { path: id, brownfield: asked.brownfield })}"${id === page.pathId ? html` aria-current="page"` : ''}>${label}</a></li>`,
)}
</ul></nav>`;
}

function fieldView({ name, label, unit, value, help, problem }: TargetField): Html {
  return html`<div class="field"><label for="${name}">${label}${unit === '' ? '' : ` (${unit})`}</label>
<input type="text" inputmode="decimal" id="${name}" name="${name}" value="${value}" maxlength="40" aria-describedby="${name}-aide"${problem === undefined ? '' : html` aria-invalid="true"`}>
<p class="help" id="${name}-aide">${keptTogether(help)}${problem === undefined ? '' : html` <span class="state-bad">${keptTogether(problem)}</span>`}</p></div>`;
}

/** With script, the place of the answer says at once that it computes; without, the page waits. */
function targetsForm({ key, asked, page, fields }: SupportView): Html {
  const action = landSupportAddress(key);
  return html`<form class="search-form support-targets not-printed" method="get" action="${action}" hx-get="${action}" hx-target="#soutien-reponse" hx-swap="innerHTML">
<input type="hidden" name="voie" value="${page.pathId}">
${asked.brownfield === undefined ? '' : html`<input type="hidden" name="friche" value="${asked.brownfield}">`}
${fields.map(fieldView)}
<button type="submit">Chercher le plus petit soutien</button>
</form>
<p class="search-note not-printed">Une cible au moins ; un champ vide n’est pas une cible. Le plan de financement doit dans tous les cas s’équilibrer dans les limites de la banque.</p>`;
}

/** The page of land support: targets, the answer in a sentence, each form in a row, then folded. */
export function landSupportPage(view: SupportView & Pick<Layout, 'assets'>): Html {
  const { assets, key, asked, page } = view;
  return layout({
    assets,
    title: `Soutien public – ${page.title}`,
    content: html`<div class="search-page support-page">
<p class="overline">${page.operatorName} · ${page.siteName}</p>
<p class="overline"><a href="${dossierAddress(key, { path: page.pathId })}">${page.title} – ${page.pathLabel}</a></p>
<h1>Le plus petit soutien de la collectivité</h1>
${asked.brownfield === undefined ? '' : html`<p class="search-note">Sur la friche « ${page.siteName} », comme si l’entreprise s’y installait. <a href="${brownfieldsAddress(key)}">Revenir aux friches comparées</a></p>`}
<p>${keptTogether(INTRODUCTION)}</p>
${pathLinks(view)}
${page.problem === undefined ? targetsForm(view) : html`<p>${keptTogether(page.problem)}</p>`}
<div id="soutien-reponse" aria-live="polite">${landSupportAnswer(view)}</div>
</div>`,
  });
}
