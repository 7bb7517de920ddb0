import { html } from 'hono/html';
import type { DossierChanges, FieldChange } from '../src/report/dossier-changes.ts';
import type { FigureChange, PathFigureChanges } from '../src/report/figure-changes.ts';
import { dossierAddress } from './addresses.ts';
import type { Assets } from './assets.ts';
import type { Html } from './html.ts';
import { sheetAddress, versionKey } from './kept-addresses.ts';
import { compareForm } from './kept-sheet.ts';
import { type VersionAgreement, writeDay, writeMoment } from './kept-words.ts';
import { LENSES } from './key-figures.ts';
import { layout } from './layout.ts';
import { VERDICT_WORDS } from './verdict.ts';

export interface ComparedHead {
  readonly number: number;
  readonly savedAt: string;
  readonly comment: string;
  readonly engineVersion: string;
  readonly lawDate: string;
  readonly agreement: VersionAgreement;
  /** False when its figures are those that were kept: the present program refuses the dossier. */
  readonly isComputedToday: boolean;
}

export interface KeptComparisonView {
  readonly assets: Assets;
  readonly address: string;
  readonly title: string;
  /** Of the present program. */
  readonly engineVersion: string;
  readonly from: ComparedHead;
  readonly to: ComparedHead;
  readonly versions: readonly { readonly number: number; readonly savedAt: string }[];
  readonly changes: DossierChanges & { readonly paths: readonly PathFigureChanges[] };
}

const KIND_WORDS: Readonly<Record<FieldChange['kind'], string>> = {
  changed: '',
  added: 'ajout',
  removed: 'retrait',
  moved: 'ordre',
};

function headView(address: string, head: ComparedHead): Html {
  const { number, savedAt, comment, engineVersion, lawDate } = head;
  return html`<li><a href="${dossierAddress(versionKey(address, number))}">Version ${number}</a>, ${writeMoment(savedAt)}${
    comment === '' ? '' : html` : ${comment}`
  } <span class="detail">(Levier ${engineVersion}, droit au ${writeDay(lawDate)})</span></li>`;
}

/** What a reader must know before trusting a difference of figures. */
function warnings({ from, to, engineVersion }: KeptComparisonView): string[] {
  if (from.number === to.number) {
    return [
      `À gauche, les chiffres gardés à l’enregistrement (Levier ${from.engineVersion}) ; à droite, les mêmes hypothèses calculées aujourd’hui (Levier ${engineVersion}).`,
    ];
  }
  return [from, to].flatMap(({ number, agreement, isComputedToday }) => {
    if (!isComputedToday) {
      return [
        `Levier ${engineVersion} ne calcule plus la version ${number} : ses chiffres sont ceux de son enregistrement.`,
      ];
    }
    if (agreement.kind !== 'different') return [];
    return [
      `La version ${number} est recalculée par Levier ${engineVersion} : ${agreement.different} valeurs diffèrent de celles de son enregistrement.`,
    ];
  });
}

function cell(lines: readonly string[]): Html {
  if (lines.length === 0) return html`<td class="text none">–</td>`;
  if (lines.length === 1) return html`<td class="text">${lines[0]}</td>`;
  return html`<td class="text"><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></td>`;
}

function fieldTable(title: string, changes: readonly FieldChange[], from: string, to: string): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-label="${title}">
<table class="figures changes">
<caption><span class="table-title">${title}</span></caption>
<thead><tr><td></td><th scope="col" class="text">${from}</th><th scope="col" class="text">${to}</th></tr></thead>
<tbody>${changes.map(
    ({ label, kind, before, after }) =>
      html`<tr class="row-line"><th scope="row">${label}${kind === 'changed' ? '' : html` <span class="change-kind">${KIND_WORDS[kind]}</span>`}</th>${cell(before)}${cell(after)}</tr>`,
  )}</tbody>
</table>
</div>`;
}

/** One table a section, in the order of the dossier. */
function fieldTables(changes: readonly FieldChange[], from: string, to: string): Html {
  const sections = [...new Set(changes.map(({ section }) => section))];
  return html`${sections.map((section) =>
    fieldTable(
      section,
      changes.filter((change) => change.section === section),
      from,
      to,
    ),
  )}`;
}

function figureTable(title: string, figures: readonly FigureChange[], from: string, to: string): Html {
  return html`<div class="table-box" tabindex="0" role="region" aria-label="${title}">
<table class="figures changes">
<caption><span class="table-title">${title}</span></caption>
<thead><tr><td></td><th scope="col">${from}</th><th scope="col">${to}</th><th scope="col">Différence</th></tr></thead>
<tbody>${LENSES.map(({ lens, label }) => {
    const rows = figures.filter((figure) => figure.lens === lens);
    if (rows.length === 0) return '';
    return html`<tr class="row-heading"><th scope="rowgroup" colspan="4"><span>${label}</span></th></tr>${rows.map(
      (row) =>
        html`<tr class="row-line"><th scope="row">${row.label}</th><td>${row.before}</td><td>${row.after}</td><td>${row.difference}</td></tr>`,
    )}`;
  })}</tbody>
</table>
</div>`;
}

function verdictChange({ verdictBefore, verdictAfter }: PathFigureChanges): Html {
  if (verdictBefore === undefined) return html`<p>Voie ajoutée.</p>`;
  if (verdictAfter === undefined) return html`<p>Voie retirée.</p>`;
  if (verdictBefore === verdictAfter)
    return html`<p>Verdict inchangé : ${VERDICT_WORDS[verdictAfter].toLowerCase()}.</p>`;
  return html`<p>Verdict : <strong>${VERDICT_WORDS[verdictBefore].toLowerCase()}</strong> avant, <strong>${VERDICT_WORDS[verdictAfter].toLowerCase()}</strong> après.</p>`;
}

function pathView(path: PathFigureChanges, from: string, to: string): Html {
  const changed = path.figures.filter((figure) => figure.changed);
  const same = path.figures.filter((figure) => !figure.changed);
  return html`<h3>${path.label}</h3>
${verdictChange(path)}
${
  changed.length === 0
    ? html`<p>Aucun chiffre clé ne change, au centime.</p>`
    : figureTable(`${path.label} : chiffres qui changent`, changed, from, to)
}
${
  same.length === 0
    ? ''
    : html`<details class="folded"><summary>${same.length === 1 ? 'Un chiffre inchangé' : `${same.length} chiffres inchangés`}</summary>${figureTable(`${path.label} : chiffres inchangés`, same, from, to)}</details>`
}`;
}

/** Two versions of a kept dossier: field by field, then figure by figure. */
export function keptComparisonPage(view: KeptComparisonView): Html {
  const { assets, address, title, from, to, versions, changes } = view;
  const isItself = from.number === to.number;
  const [before, after] = isItself
    ? ['Enregistrés', 'Aujourd’hui']
    : [`Version ${from.number}`, `Version ${to.number}`];
  const told = warnings(view);
  return layout({
    assets,
    title: `${title} – comparaison`,
    section: 'kept',
    content: html`<header class="dossier-head">
<p class="overline"><a href="${sheetAddress(address)}">${title}</a></p>
<h1>${isItself ? `Version ${from.number}, alors et aujourd’hui` : `De la version ${from.number} à la version ${to.number}`}</h1>
<ul class="compared">${headView(address, from)}${isItself ? '' : headView(address, to)}</ul>
${told.map((text) => html`<p class="kept-notice">${text}</p>`)}
</header>
${versions.length < 2 ? '' : compareForm(address, versions, from.number, to.number)}
${
  isItself
    ? ''
    : html`<section aria-labelledby="hypotheses-titre">
<h2 id="hypotheses-titre">Hypothèses</h2>
${
  changes.fields.length === 0
    ? html`<p>Aucune hypothèse ne change.</p>`
    : fieldTables(changes.fields, before, after)
}
${
  changes.notes.length === 0
    ? ''
    : html`<details class="folded"><summary>${changes.notes.length === 1 ? 'Une source ou raison change' : `${changes.notes.length} sources et raisons changent`}</summary>${fieldTables(changes.notes, before, after)}</details>`
}
</section>`
}
<section aria-labelledby="chiffres-titre">
<h2 id="chiffres-titre">Chiffres clés</h2>
${changes.paths.map((path) => pathView(path, before, after))}
</section>`,
  });
}
