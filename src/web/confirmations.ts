import type { Context } from 'hono';
import { dossierAddress, type Shown } from '../../views/addresses.ts';
import { POINT_FIELDS, type RefusedPoint } from '../../views/confirmation.ts';
import type { RawDossier } from '../input/description.ts';
import { text } from '../input/fields.ts';
import { readInput } from '../input/problem.ts';
import { columnId, columnsOf } from './column-names.ts';
import { shownBy } from './columns.ts';
import type { WebDependencies } from './dependencies.ts';
import type { OpenDossier } from './dossier-places.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER, UNREADABLE } from './failures.ts';
import { confirmPoint, withdrawPoint } from './kept-confirmations.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

const RULE = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const NOTE = text(600);

function mainColumn(dossier: RawDossier): string {
  const [first] = columnsOf(dossier);
  return String(dossier.mainPath ?? (first === undefined ? '' : columnId(first)));
}

/**
 * « Je confirme »: a person vouches for a point to verify of a column, or no more. Changes no figure; what is refused is
 * said beside the point, with what was typed.
 * @param showRefused answers with the page that the point is in
 */
export function changeConfirmation(
  deps: WebDependencies,
  showRefused: (c: Context, from: OpenedDossier, shown: Shown, refused: RefusedPoint) => Promise<Response>,
) {
  return async (c: Context): Promise<Response> => {
    const body = await c.req.parseBody().catch(() => undefined);
    if (body === undefined) return answerFailure(deps, c, UNREADABLE);
    const from = await openDossier(deps, c.req.param('key') ?? '');
    if (from === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const shown = shownBy(c);
    const path = shown.path ?? mainColumn(from.dossier);
    const { [POINT_FIELDS.rule]: rule, [POINT_FIELDS.action]: action, [POINT_FIELDS.note]: typed } = body;
    const reason = body[POINT_FIELDS.reason];
    const isKnown = columnsOf(from.dossier).some((column) => columnId(column) === path);
    const isAction = action === 'confirmer' || action === 'retirer';
    const isPoint =
      typeof rule === 'string' && RULE.test(rule) && typeof reason === 'string' && reason !== '';
    if (!isPoint || !isKnown || !isAction) {
      return answerFailure(deps, c, UNREADABLE);
    }
    const dossier = structuredClone(from.dossier) as OpenDossier;
    if (action === 'retirer') withdrawPoint(dossier, { path, rule, reason });
    else {
      const note = typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : '';
      const read = readInput(NOTE, note);
      const problem =
        note === ''
          ? 'Dites qui a vérifié, et pourquoi.'
          : read.ok
            ? undefined
            : read.problems.map(({ message }) => message).join(' ; ');
      if (problem !== undefined) return showRefused(c, from, shown, { rule, reason, note, problem });
      confirmPoint(dossier, { path, rule, note, reason });
    }
    const computed = await deps.run('pathPage', { dossier, path });
    if (!computed.ok) return answerRefusal(deps, c, computed.problems);
    const opened = await saveChanged(deps, from, dossier);
    return c.redirect(`${dossierAddress(opened.key, shown)}#verdict-titre`, 303);
  };
}
