import { html } from 'hono/html';
import { writeList } from '../src/formula/french.ts';
import { type CommonPoint, commonPoints, pointOf } from '../src/report/common-points.ts';
import type { ComparisonColumn } from '../src/report/comparison-page.ts';
import { dossierAddress } from './addresses.ts';
import { fundingView, reasonView } from './column-detail.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { nearestLawfulView } from './nearest-lawful.ts';
import { keptTogether } from './typography.ts';
import { confirmedWords, groundSentence, VERDICT_WORDS, verdictWord } from './verdict.ts';

/** What several columns share, told once with their names: « À vérifier dans R1 et P1 : … ». */
function commonView({ verdict, names, told, article }: CommonPoint): Html {
  return html`<p class="common-point"><strong class="badge-${verdict}">${icon(verdict)} ${VERDICT_WORDS[verdict]} dans ${writeList(names)}</strong>${keptTogether(` : ${told}.`)}${
    article === undefined ? '' : html` <span class="column-article">${groundSentence(article)}</span>`
  }</p>`;
}

/** The first point of a column in a few words: only its amount when the sentence is told above. */
function pointView({ id, reason, confirmedPoints }: ComparisonColumn, common: CommonPoint | undefined): Html {
  if (reason === undefined)
    return html`${confirmedPoints === 0 ? 'rien ne s’y oppose' : confirmedWords(confirmedPoints)}`;
  if (common === undefined) return html`${keptTogether(pointOf(reason.text))}`;
  const amount = common.amounts.get(id);
  return html`${keptTogether(amount === undefined ? 'point commun ci-dessus' : `point commun : ${amount}`)}`;
}

function othersView({ otherReasons }: ComparisonColumn): Html {
  if (otherReasons === 0) return html``;
  return html` <span class="line-others">+ ${otherReasons === 1 ? '1 autre' : `${otherReasons} autres`}<span class="visually-hidden"> ${otherReasons === 1 ? 'point' : 'points'}</span></span>`;
}

function gapView({ gap, empty }: ComparisonColumn): Html {
  if (empty) return html` <span class="column-funding">Aucun chiffre</span>`;
  if (gap === undefined) return html``;
  return html` <span class="column-funding state-bad">${icon('impossible')} Il manque <strong>${gap}</strong></span>`;
}

function line(view: ComparisonView, column: ComparisonColumn, common: CommonPoint | undefined): Html {
  const { id, label, verdict, confirmedPoints } = column;
  // On paper, which unfolds the rest, what is told above is not told again.
  const isTold = common !== undefined || column.reason === undefined;
  return html`<li class="column-card column-line verdict-${verdict}">
<h3><a href="${dossierAddress(view.key, { path: id, lens: view.lens })}">${label}</a></h3>
<details class="column-detail${isTold ? '' : ' folded'}" id="motif-${id}"${verdict === 'impossible' ? html` open` : ''}>
<summary><span class="badge badge-${verdict}">${icon(verdict)} ${verdictWord(verdict, confirmedPoints)}</span>${gapView(column)} <span class="line-point${common === undefined ? '' : ' line-common'}">${pointView(column, common)}</span>${othersView(column)}</summary>
<p class="column-verdict">${fundingView(column)}</p>
${reasonView(column)}
${nearestLawfulView(view, id, column.nearestLawful)}
</details>
</li>`;
}

/** The verdicts of many columns, in a line each: what they share is told once, the detail of each is folded. */
export function columnLines(view: ComparisonView): Html {
  const { columns } = view.page;
  const common = commonPoints(columns);
  return html`${common.map(commonView)}
<ul class="column-cards column-lines">${columns.map((column) =>
    line(
      view,
      column,
      common.find((point) => point.columns.includes(column.id)),
    ),
  )}</ul>`;
}
