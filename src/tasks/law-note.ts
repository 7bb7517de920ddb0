import { pathOf } from '../analysis/computation.ts';
import { type LawNote, lawNoteOf } from '../analysis/law-note.ts';
import type { Reading } from '../input/problem.ts';
import { type PathRequest, unknownPath, wantedPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

export interface LawNoteRequest extends PathRequest {
  /** ISO date: tasks read no clock. */
  readonly today: string;
}

/** What today's law would change in a dossier, all its paths when they are compared; null when it is today's law. */
export function makeLawNote(request: LawNoteRequest): Reading<LawNote | null> {
  const { dossier, path, today, compares } = request;
  const computation = rememberedComputation(dossier, compares === true ? 'all' : wantedPath(request));
  if (!computation.ok) return computation;
  const found = pathOf(computation.value, path);
  if (found === undefined) return unknownPath(computation.value, path);
  const paths = compares === true ? computation.value.paths : [found];
  return { ok: true, value: lawNoteOf(computation.value, paths, today) ?? null };
}
