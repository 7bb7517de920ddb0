import { html } from 'hono/html';
import { mayBeConfirmed } from '../src/analysis/confirmations.ts';
import type { Legality } from '../src/analysis/legality-rule.ts';
import { pointsAddress, type Shown } from './addresses.ts';
import type { Html } from './html.ts';
import { keptTogether } from './typography.ts';

/** Names of the fields that vouch for a point. */
export const POINT_FIELDS = {
  rule: 'regle',
  reason: 'constat',
  note: 'verification',
  action: 'action',
} as const;
const LONGEST_NOTE = 600;

/** A note that was refused, to be shown again as it was typed. */
export interface RefusedPoint {
  readonly rule: string;
  readonly reason: string;
  readonly note: string;
  readonly problem: string;
}

interface Place {
  readonly key: string;
  readonly shown: Shown;
  readonly refusedPoint?: RefusedPoint | undefined;
}

/** Whether the note refused is that of this point. */
export function isRefused(
  { refusedPoint }: Pick<Place, 'refusedPoint'>,
  { rule, reason }: Legality,
): boolean {
  return refusedPoint?.rule === rule && refusedPoint.reason === reason;
}

/** What a person said of a point, and how to say it or take it back: works without script. */
export function confirmationView(place: Place, item: Legality, index: number): Html {
  if (!mayBeConfirmed(item)) return html``;
  const { key, shown, refusedPoint } = place;
  const hidden = html`<input type="hidden" name="${POINT_FIELDS.rule}" value="${item.rule}">
<input type="hidden" name="${POINT_FIELDS.reason}" value="${item.reason}">
`;
  const about = html`<span class="visually-hidden"> ce point : ${item.reason}</span>`;
  if (item.confirmed !== undefined) {
    return html`<form class="confirmation" method="post" action="${pointsAddress(key, shown)}">
${hidden}<p class="confirmed"><strong>Vérifié par vous :</strong> ${keptTogether(item.confirmed)}</p>
<button type="submit" class="quiet not-printed" name="${POINT_FIELDS.action}" value="retirer">Retirer<span class="visually-hidden"> la confirmation de${about}</span></button>
</form>`;
  }
  const refused = isRefused(place, item) ? refusedPoint : undefined;
  const before = item.confirmedBefore;
  const id = `point-${index}`;
  return html`<form class="confirmation not-printed" method="post" action="${pointsAddress(key, shown)}">
${hidden}${before === undefined ? '' : html`<p class="confirmed"><strong>À revérifier :</strong> ce point disait autre chose quand vous l’avez vérifié.</p>`}
<label for="${id}">Qui a vérifié, et pourquoi</label>
<textarea id="${id}" name="${POINT_FIELDS.note}" rows="2" maxlength="${LONGEST_NOTE}" required${
    refused === undefined ? '' : html` aria-invalid="true" aria-describedby="${id}-probleme"`
  }>
${refused?.note ?? before ?? ''}</textarea>
${refused === undefined ? '' : html`<p class="field-problem" id="${id}-probleme" role="alert">${refused.problem}</p>`}
<button type="submit" class="quiet" name="${POINT_FIELDS.action}" value="confirmer">Je confirme${about}</button>
</form>`;
}
