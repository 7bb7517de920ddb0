import { html } from 'hono/html';
import type { SiteCostPage } from '../src/report/site-cost-page.ts';
import type { Html } from './html.ts';
import type { SiteCostSection } from './site-cost.ts';
import { type SitePlace, siteTableView } from './site-table.ts';

/** A number of the address, as it was typed or as the page knows it, and what is wrong with it. */
export interface AskedField {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  readonly problem?: string | undefined;
}

function fieldView({ name, label, unit, text, problem }: AskedField): Html {
  const described =
    problem === undefined ? '' : html` aria-invalid="true" aria-describedby="${name}-probleme"`;
  return html`<div class="field"><label for="${name}">${label} <span class="table-unit">${unit}</span></label>
<input id="${name}" name="${name}" type="text" inputmode="decimal" autocomplete="off" value="${text}"${described}>
${problem === undefined ? '' : html`<p class="field-problem" id="${name}-probleme">${problem}</p>`}</div>`;
}

/** What the balances depend on, asked in the address of the page: nothing is saved. */
export function balanceForm({ base }: SitePlace, fields: readonly AskedField[]): Html {
  return html`<form class="site-asked not-printed" method="get" action="${base}#bilan">
${fields.map(fieldView)}
<button type="submit">Recalculer</button>
<p class="site-note">Ces montants restent dans l’adresse de la page ; ils ne changent pas le dossier.</p>
</form>`;
}

/** Compte à rebours and bilan d’aménagement, as sections of the page of a site. */
export function siteBalanceSections(
  place: SitePlace,
  page: SiteCostPage,
  fields: readonly AskedField[],
): readonly SiteCostSection[] {
  const [charge, ...others] = page.balance;
  const hasCharge = charge?.id === 'site-land-charge';
  const balances = hasCharge ? others : page.balance;
  return [
    {
      id: 'bilan',
      title: 'Compte à rebours et bilan d’aménagement',
      content: html`${balanceForm(place, fields)}
${hasCharge && charge !== undefined ? siteTableView(place, charge) : html`<p>Aucune surface livrée : il n’y a pas de loyer à capitaliser.</p>`}
${balances.map((table) => siteTableView(place, table))}
<p><a class="action" href="${place.base}/fonds-vert${place.query}">Fiche de données pour le Fonds vert</a></p>`,
    },
  ];
}
