import { html } from 'hono/html';
import type { PageCheck, PageCovenant } from '../src/report/page.ts';
import type { DossierView } from './dossier-view.ts';
import { figureLink, type Place } from './figure-link.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';

function covenantState({ met, untested }: PageCovenant): Html {
  if (untested) {
    return html`<span class="state">${icon('neutral')} non testée : aucun exercice complet de remboursement</span>`;
  }
  if (met === null) return html`<span class="state">${icon('neutral')} aucune limite saisie</span>`;
  return met
    ? html`<span class="state state-good">${icon('possible')} respectée</span>`
    : html`<span class="state state-bad">${icon('impossible')} dépassée</span>`;
}

/** The limits of the bank, what is reached, and the first year in which one is missed. */
export function covenantsView(view: DossierView): Html {
  const { covenants } = view.page;
  if (covenants.length === 0) return html``;
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="limites-titre">
<table class="figures" id="limites">
<caption id="limites-titre"><span class="table-title">Limites de la banque</span> <span class="table-unit">ce que le prêt oblige à respecter</span></caption>
<thead><tr><td></td><th scope="col">Limite</th><th scope="col">Atteint</th><th scope="col">Premier dépassement</th><th scope="col" class="text">État</th></tr></thead>
<tbody>${covenants.map(
    (covenant) => html`<tr class="row-line"><th scope="row">${covenant.label}</th>
<td>${covenant.limit}</td>
<td>${figureLink(view, covenant.value, covenant)}</td>
<td>${covenant.firstBreach}</td>
<td class="text">${covenantState(covenant)}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}

function check(view: Place, item: PageCheck): Html {
  const state = item.holds
    ? html`<span class="state state-good">${icon('possible')} tenu</span>`
    : html`<span class="state state-bad">${icon('impossible')} rompu</span>`;
  return html`<tr class="row-line"><th scope="row">${item.label}</th><td>${figureLink(view, item.text, item)}</td><td class="text">${state}</td></tr>`;
}

/** The laws of conservation, each with its gap. */
export function checksView(view: DossierView): Html {
  return checkList(view, view.page.checks);
}

/** The same, of whatever page. */
export function checkList(view: Place, checks: readonly PageCheck[]): Html {
  const held = checks.filter((item) => item.holds).length;
  const all = held === checks.length;
  return html`<section id="controles" aria-labelledby="controles-titre">
<h2 id="controles-titre">Contrôles</h2>
<p class="state ${all ? 'state-good' : 'state-bad'}">${icon(all ? 'possible' : 'impossible')} ${held} contrôles tenus sur ${checks.length}.</p>
<p>Chaque loi est vérifiée sur tous les mois du calcul, au centime ; un écart non nul serait un défaut de Levier.</p>
<details class="folded"${all ? '' : html` open`} id="volet-controles">
<summary>Les ${checks.length} contrôles et leur écart</summary>
<div class="table-box" tabindex="0" role="region" aria-label="Contrôles et écarts">
<table class="figures">
<caption class="visually-hidden">Contrôles et écarts</caption>
<thead><tr><td></td><th scope="col">Écart</th><th scope="col" class="text">État</th></tr></thead>
<tbody>${checks.map((item) => check(view, item))}</tbody>
</table>
</div>
</details>
</section>`;
}
