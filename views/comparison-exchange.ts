import { html } from 'hono/html';
import type { ComparisonCell, ExchangeRow } from '../src/report/comparison-page.ts';
import { dossierAddress, LENS_WORDS } from './addresses.ts';
import type { ComparisonView } from './comparison-view.ts';
import { figureLink } from './figure-link.ts';
import type { Html } from './html.ts';
import { stackedTable } from './stacked-table.ts';
import { keptTogether } from './typography.ts';

const SIGNS: Readonly<Record<ExchangeRow['effect'], string>> = { gains: '▲', loses: '▼', same: '=' };

/** Which two paths: a form that works without script; with it, the results follow each choice. */
function chooser(view: ComparisonView): Html {
  const { page, key, lens, shown } = view;
  const { columns, exchange } = page;
  const select = (name: string, id: string, label: string, chosen: string) =>
    html`<div class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}">${columns.map(
      (column) =>
        html`<option value="${column.id}"${column.id === chosen ? html` selected` : ''}>${column.label}</option>`,
    )}</select></div>`;
  const action = dossierAddress(key);
  return html`<form class="exchange-form not-printed" id="choix-voies" method="get" action="${action}#qui-gagne"
 hx-get="${action}" hx-trigger="change, submit" hx-target="#resultats" hx-swap="innerMorph" hx-push-url="true" hx-sync="this:replace">
${shown.lens === undefined ? '' : html`<input type="hidden" name="regard" value="${LENS_WORDS[lens]}">`}
${shown.form === 'detailed' ? html`<input type="hidden" name="saisie" value="detail">` : ''}
${select('de', 'voie-de', 'De la voie', exchange.from)}
${select('a', 'voie-a', 'à la voie', exchange.to)}
<button type="submit">Comparer</button>
</form>`;
}

function cell(view: ComparisonView, path: string, { text = '', negative, ...link }: ComparisonCell): Html {
  const place = { key: view.key, shown: { path } };
  return html`<td role="cell"${negative ? html` class="negative"` : ''}>${figureLink(place, text, link)}</td>`;
}

function exchangeRow(view: ComparisonView, row: ExchangeRow, kind: 'line' | 'subtotal' | 'total'): Html {
  const { from, to } = view.page.exchange;
  return html`<tr role="row" class="row-${kind}"><th role="rowheader" scope="row">${row.label}</th>${cell(view, from, row.from)}${cell(view, to, row.to)}<td role="cell" class="difference effect-${row.effect}">${row.difference}</td><td role="cell" class="text effect effect-${row.effect}"><span aria-hidden="true">${SIGNS[row.effect]}</span> ${row.said}</td></tr>`;
}

function exchangeTable(view: ComparisonView): Html {
  const { exchange, columns } = view.page;
  const labelOf = (id: string) => columns.find((column) => column.id === id)?.name ?? id;
  const heading = (text: string) =>
    html`<tr role="row" class="row-heading"><th role="rowheader" scope="rowgroup" colspan="5"><span>${text}</span></th></tr>`;
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="echange-titre">
<table role="table" class="figures exchange ${stackedTable(3)}">
<caption id="echange-titre"><span class="table-title">Argent reçu moins argent payé, de la signature à ${exchange.until}</span> <span class="table-unit">en valeur présente à la signature, au taux public de ${exchange.rate}</span></caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td><th role="columnheader" scope="col">${labelOf(exchange.from)}</th><th role="columnheader" scope="col">${labelOf(exchange.to)}</th><th role="columnheader" scope="col">Différence</th><th role="columnheader" scope="col" class="text effect">Effet</th></tr></thead>
<tbody role="rowgroup">
${heading('Parties extérieures')}
${exchange.parties.map((row) => exchangeRow(view, row, 'line'))}
${heading('L’opération elle-même')}
${exchange.group === undefined ? '' : exchangeRow(view, exchange.group, 'line')}
${exchange.total === undefined ? '' : exchangeRow(view, exchange.total, 'total')}
${exchange.kept.length === 0 ? '' : heading('Ce qui n’est pas de la trésorerie, à l’horizon')}
${exchange.kept.map((row) => exchangeRow(view, row, 'line'))}
</tbody>
</table>
</div>`;
}

/** Who gains and who pays when one path takes the place of another. */
export function exchangeView(view: ComparisonView): Html {
  const { exchange } = view.page;
  const said = [
    ...(exchange.unchanged.length === 0
      ? []
      : [
          `Rien ne change pour : ${exchange.unchanged.join(', ')} ; leurs flux, les mêmes dans les deux voies, sont dans le total.`,
        ]),
    'Le total est nul : l’argent passe d’une partie à l’autre, il ne naît ni ne disparaît.',
    'Ce qui est compté est de l’argent reçu, moins l’argent payé : ce n’est pas un bénéfice. Qui vend le site, le loue ou y fait des travaux a ses propres coûts, que Levier ne connaît pas.',
    'Montants arrondis à l’euro : une différence peut en montrer un de plus ou de moins.',
    ...exchange.notes,
  ];
  return html`<section id="qui-gagne" aria-labelledby="qui-gagne-titre">
<h2 id="qui-gagne-titre">Qui gagne, qui paie</h2>
${chooser(view)}
${
  exchange.problem === undefined
    ? html`${exchangeTable(view)}<div class="table-foot"><p>${said.map((note) => html`${keptTogether(note)} `)}</p></div>`
    : html`<p class="exchange-problem">${exchange.problem}</p>`
}
</section>`;
}
