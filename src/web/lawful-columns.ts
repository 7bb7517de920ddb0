import { nearestLawful } from '../analysis/nearest-lawful.ts';
import type { Json } from '../input/description.ts';
import { type Change, copyColumn, hasRoom, idsOf, labelsOf } from './column-copies.ts';
import { type Column, columnLabel, columnsOf, freeId, isSameButNamed, lawfulLabel } from './column-names.ts';
import { addHypotheses, isUnder, moveNotes } from './dossier-notes.ts';

/** Adds, after a column that the law refuses, the nearest lawful one, unless the dossier has it already. */
export function makeLawful(change: Change, index: number): void {
  const { dossier, problems } = change;
  const found = nearestLawful(dossier, index);
  if (found?.dossier === undefined) {
    problems.push({
      path: `paths[${index}]`,
      message:
        'aucune structure licite ne se calcule d’un clic pour cette voie : lisez ce qu’il faut y changer',
    });
    return;
  }
  const lawful = columnsOf(found.dossier)[index] as Column;
  const isThere = columnsOf(dossier).some((column) => isSameButNamed(column, lawful));
  if (isThere || !hasRoom(change)) return;
  const ids = idsOf(dossier);
  const label = lawfulLabel(columnLabel(dossier, index), labelsOf(dossier));
  const at = copyColumn(change, index, { id: freeId(`${ids[index]}-licite`, ids), label });
  const { id, label: named } = columnsOf(dossier)[at] as Column;
  (dossier.paths as Json[])[at] = { ...lawful, id: id as Json, label: named as Json };
  if (found.dossier.parties !== undefined) dossier.parties = found.dossier.parties;
  const changed = found.changed.map((path) => path.replace(/^paths\[\d+\]/, `paths[${at}]`));
  moveNotes(dossier, (path) => (changed.some((above) => isUnder(path, above)) ? undefined : path));
  addHypotheses(dossier, changed, `structure licite la plus proche : ${found.label}`);
}
