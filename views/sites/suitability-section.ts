import { html } from 'hono/html';
import type { SiteSuitability } from '../../src/report/site-suitability.ts';
import type { Html } from '../html.ts';
import type { SiteSection } from './site-page.ts';

function criteriaTable({ known }: SiteSuitability): Html {
  if (known.length === 0) return html``;
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="aptitude-legende">
<table class="figures">
<caption id="aptitude-legende"><span class="table-title">Critères connus</span> <span class="table-unit">points pondérés : + avantage, − contrainte</span></caption>
<thead><tr><th scope="col" class="text">Critère</th><th scope="col">Poids</th><th scope="col" class="text">Ce que dit l’inventaire</th><th scope="col" class="text">Effet pour l’industrie</th><th scope="col">Points</th></tr></thead>
<tbody>${known.map(
    ({ label, weight, value, effect, points }) =>
      html`<tr class="row-line"><th scope="row">${label}</th><td>${weight}</td><td class="text">${value}</td><td class="text">${effect}</td><td>${points}</td></tr>`,
  )}</tbody>
</table></div>`;
}

/** How well a site suits industry by the national grid: the index, what it is made of, what is not known. */
export function suitabilitySection(page: SiteSuitability): SiteSection {
  const { sentence, unknown, source } = page;
  return {
    id: 'aptitude',
    title: 'Aptitude à l’industrie',
    content: html`<p>${sentence}</p>
${criteriaTable(page)}
${unknown.length === 0 ? '' : html`<p class="table-foot">Non renseignés, donc non comptés : ${unknown.join(', ')}. La page de la friche dans un dossier permet de les saisir.</p>`}
<p class="table-foot">${source}</p>`,
  };
}
