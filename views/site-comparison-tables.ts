import { html } from 'hono/html';
import type { Lens } from '../src/analysis/key-figure.ts';
import type { SiteCell, SiteGroup, SiteLens, SiteRow } from '../src/report/site-comparison-page.ts';
import { comparedBrownfieldsAddress, LENS_WORDS } from './addresses.ts';
import { mark } from './comparison-table.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { LENSES } from './key-figures.ts';
import type { SiteComparisonView } from './site-comparison-view.ts';
import { keptTogether } from './typography.ts';
import { VERDICT_WORDS } from './verdict.ts';

function cellView({ text, range, note, mark: which, negative }: SiteCell, notes: string): Html {
  if (text === undefined) {
    return html`<td class="no-value"><span aria-hidden="true">–</span><span class="visually-hidden">pas de valeur</span>${
      note === undefined
        ? ''
        : html` <a class="note-mark" href="#${notes}-${note}" aria-label="note ${note} : pourquoi il n’y a pas de valeur">(${note})</a>`
    }</td>`;
  }
  return html`<td${negative ? html` class="negative"` : ''}>${text}${which === undefined ? '' : mark({ text, mark: which })}${
    range === undefined ? '' : html`<span class="cell-detail">${keptTogether(range)}</span>`
  }</td>`;
}

/** What a reader must know of a column before its figures. */
function standingView({ verdict, isApart, dominatedBy, missedLimits, endFaults }: SiteRow): Html {
  return html`<span class="head-verdict badge-${verdict}">${icon(verdict)} ${VERDICT_WORDS[verdict]}${isApart ? ', hors classement' : ''}</span>${
    dominatedBy.length === 0
      ? ''
      : html`<span class="cell-detail dominated">▽ dominée par ${dominatedBy.slice(0, 3).join(', ')}${dominatedBy.length > 3 ? '…' : ''}</span>`
  }${missedLimits.map((label) => html`<span class="cell-detail">limite non tenue : ${keptTogether(label)}</span>`)}${endFaults.map(
    (fault) => html`<span class="cell-detail">${keptTogether(fault)}</span>`,
  )}`;
}

function groupView(group: SiteGroup, columns: number, notes: string): Html {
  return html`<tbody>
<tr class="row-heading"><th scope="rowgroup" colspan="${columns + 1}"><span>${group.letter} – ${group.name}</span></th></tr>
${group.rows.map(
  (row) =>
    html`<tr class="row-line${row.isApart ? ' row-apart' : ''}"><th scope="row">${row.label}${standingView(row)}</th>${row.cells.map((cell) => cellView(cell, notes))}</tr>`,
)}
</tbody>`;
}

function lensView(lens: SiteLens, id: string, title: string, unit: string): Html {
  const notes = `${id}-note`;
  if (lens.columns.length === 0)
    return html`<p>Aucune des voies calculées n’a de chiffre pour ce regard.</p>`;
  return html`<div class="table-box" tabindex="0" role="region" aria-labelledby="${id}-titre">
<table class="figures site-lens">
<caption id="${id}-titre"><span class="table-title">${title}</span> <span class="table-unit">${unit}</span></caption>
<thead><tr><th scope="col">Friche et voie</th>${lens.columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
${lens.groups.map((group) => groupView(group, lens.columns.length, notes))}
</table>
</div>
${
  lens.notes.length === 0
    ? ''
    : html`<ol class="table-notes">${lens.notes.map(
        (note, index) => html`<li id="${notes}-${index + 1}">${keptTogether(note)}</li>`,
      )}</ol>`
}`;
}

/** The key figures of the three lenses, a row a site and path. All are in the page; the tabs show one. */
export function siteLenses({ key, shown, page }: SiteComparisonView): Html {
  const address = (lens: Lens) => comparedBrownfieldsAddress(key, { ...shown, lens });
  return html`<section class="lenses" id="regards" aria-labelledby="regards-titre">
<h2 id="regards-titre">Trois regards sur les friches et les voies</h2>
<p class="marks-legend"><span class="mark mark-best" aria-hidden="true">▲</span> meilleure valeur, <span class="mark mark-worst" aria-hidden="true">▼</span> moins bonne, parmi ce qui peut être classé ; ▽ dominée : une autre combinaison fait au moins aussi bien sur tous les critères choisis, et mieux sur un. « De … à … » : au coût bas, central et haut de la friche.</p>
<nav class="tabs" aria-label="Regards"><ul>${LENSES.map(
    ({ lens, label }) =>
      html`<li><a href="${address(lens)}#regards" data-lens="${LENS_WORDS[lens]}"${
        lens === shown.lens ? html` aria-current="true"` : ''
      }>${label}</a></li>`,
  )}</ul></nav>
${LENSES.map(
  ({ lens, label, question }) =>
    html`<div class="lens" id="regard-${LENS_WORDS[lens]}"${lens === shown.lens ? '' : html` hidden`}>
${lensView(page.lenses[lens], `friches-${LENS_WORDS[lens]}`, label, question)}
</div>`,
)}
</section>`;
}

/** What is never ranked, and why. */
export function apartView({ page }: SiteComparisonView): Html {
  if (page.apart.length === 0) return html``;
  return html`<section id="hors-classement" aria-labelledby="apart-titre">
<h2 id="apart-titre">Hors classement, et pourquoi</h2>
<ul class="site-apart">${page.apart.map(
    ({ name, label, reasons }) =>
      html`<li><strong>${name}</strong> ${keptTogether(`${label} : ${reasons.join(' ; ').replace(/\.$/, '')}.`)}</li>`,
  )}</ul>
</section>`;
}
