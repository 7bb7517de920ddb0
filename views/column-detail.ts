import { html } from 'hono/html';
import type { ComparisonColumn } from '../src/report/comparison-page.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { keptTogether } from './typography.ts';
import { confirmedWords, groundSentence, VERDICT_WORDS } from './verdict.ts';

/** Whether the plan of a column is funded, or what is still to be found. */
export function fundingView({ gap, empty }: ComparisonColumn): Html {
  if (empty) return html`<span class="column-funding">Aucun chiffre</span>`;
  return gap === undefined
    ? html`<span class="column-funding state-good">${icon('possible')} Plan financé</span>`
    : html`<span class="column-funding state-bad">${icon('impossible')} Il manque <strong>${gap}</strong></span>`;
}

/** The main reason of the verdict of a column, its article and how many others are to be read. */
export function reasonView({ reason, otherReasons, verdict, confirmedPoints }: ComparisonColumn): Html {
  const vouched = confirmedPoints === 0 ? '' : `${confirmedWords(confirmedPoints)}.`;
  if (reason === undefined && vouched !== '')
    return html`<p class="column-reason">Rien n’interdit cette voie ; ${vouched}</p>`;
  if (reason === undefined)
    return html`<p class="column-reason">Rien, dans les règles vérifiées, ne s’y oppose.</p>`;
  const others =
    otherReasons === 0
      ? ''
      : otherReasons === 1
        ? ' Un autre point est à lire.'
        : ` ${otherReasons} autres points sont à lire.`;
  return html`<p class="column-reason"><span class="visually-hidden">${VERDICT_WORDS[verdict]} : </span>${keptTogether(reason.text)} <span class="column-article">${groundSentence(reason.article)}${others}${vouched === '' ? '' : ` Et ${vouched}`}</span></p>`;
}
