import type { Json, RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import { type Column, columnId, columnLabel, columnsOf } from './column-names.ts';
import { copyNotes } from './dossier-notes.ts';
import type { OpenDossier } from './dossier-places.ts';
import { insertEntry } from './list-changes.ts';

/** What every change of the columns of a dossier needs: their names, room for one more, a copy beside another. */

/** As the description of a dossier says. */
export const MOST_COLUMNS = 7;

/** A change of the columns under way. */
export interface Change {
  readonly dossier: OpenDossier;
  readonly problems: Problem[];
  /** Ids of the two columns to compare next. */
  between: { readonly from: string; readonly to: string } | undefined;
}

export function idsOf(dossier: RawDossier): string[] {
  return columnsOf(dossier).map(columnId);
}

export function labelsOf(dossier: RawDossier): string[] {
  return columnsOf(dossier).map((_, index) => columnLabel(dossier, index));
}

/** Whether a column more may be added; refuses it otherwise. */
export function hasRoom({ dossier, problems }: Change): boolean {
  if (columnsOf(dossier).length < MOST_COLUMNS) return true;
  problems.push({ path: 'paths', message: `${MOST_COLUMNS} voies au plus : retirez-en une d’abord` });
  return false;
}

/** Puts a copy of a column after it, with its notes. @returns the index of the copy */
export function copyColumn(
  { dossier }: Change,
  index: number,
  named: { readonly id: string; readonly label: string },
): number {
  const { kind, id: _, label: __, ...rest } = structuredClone(columnsOf(dossier)[index]) as Column;
  insertEntry(dossier, 'paths', index + 1, { kind: kind as Json, ...named, ...rest });
  copyNotes(dossier, `paths[${index}]`, `paths[${index + 1}]`);
  return index + 1;
}
