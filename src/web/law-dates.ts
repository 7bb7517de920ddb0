import type { Context } from 'hono';
import { dossierAddress, type Shown } from '../../views/addresses.ts';
import type { LawNote } from '../analysis/law-note.ts';
import type { WebDependencies } from './dependencies.ts';
import { renote } from './dossier-notes.ts';
import type { OpenDossier } from './dossier-places.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER } from './failures.ts';
import { type OpenedDossier, openDossier } from './opened-dossier.ts';
import { saveChanged } from './saved-changes.ts';

/** The date of law of a dossier stays what it is; a copy of it may be computed under the law of today. */
function todayOf({ now }: WebDependencies): string {
  return now().slice(0, 10);
}

/** What today's law would change in what is shown; undefined when the dossier applies it, or cannot be computed. */
export async function lawNoteFor(
  deps: WebDependencies,
  { dossier }: OpenedDossier,
  shown: Shown,
  compares: boolean,
): Promise<LawNote | undefined> {
  const today = todayOf(deps);
  if (typeof dossier.lawDate !== 'string' || dossier.lawDate >= today) return undefined;
  const note = await deps.run('lawNote', { dossier, path: shown.path, compares, today });
  return note.ok ? (note.value ?? undefined) : undefined;
}

/** Opens a copy of the dossier under the law of today; the dossier itself does not move. */
export function applyTodaysLaw(deps: WebDependencies, shownBy: (c: Context) => Shown) {
  return async (c: Context): Promise<Response> => {
    const from = await openDossier(deps, c.req.param('key') ?? '');
    if (from === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const shown = shownBy(c);
    const dossier = structuredClone(from.dossier) as OpenDossier;
    dossier.lawDate = todayOf(deps);
    renote(dossier, { typed: ['lawDate'], leftOut: [] }, from.scenario?.dossier);
    const page = await deps.run('pathPage', { dossier, path: shown.path });
    if (!page.ok) return answerRefusal(deps, c, page.problems);
    const opened = await saveChanged(deps, from, dossier);
    return c.redirect(dossierAddress(opened.key, shown), 303);
  };
}
