import type { RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import { type Choice, otherVariant, placeOf, twinOf, variantsOf } from './column-choices.ts';
import { type Change, copyColumn, hasRoom, idsOf, labelsOf } from './column-copies.ts';
import {
  type Column,
  columnId,
  columnLabel,
  columnsOf,
  copyLabel,
  freeId,
  variantLabel,
} from './column-names.ts';
import { addHypotheses, moveNotes } from './dossier-notes.ts';
import { type OpenDossier, putAt } from './dossier-places.ts';
import { keepConfirmations } from './kept-confirmations.ts';
import { makeLawful } from './lawful-columns.ts';
import { insertEntry, removeEntry } from './list-changes.ts';
import { COLUMN_KINDS, type ColumnKind, draftColumn, noteDraft } from './new-columns.ts';
import { proposeProgramme } from './proposed-programme.ts';

/** The columns of a dossier: copied, taken out, added, named; the notes follow their values. */

export type ColumnAction =
  | { readonly kind: 'duplicate' | 'remove' | 'make-lawful'; readonly column: string }
  | { readonly kind: 'compare'; readonly choice: Choice; readonly column: string }
  | { readonly kind: 'add'; readonly of: ColumnKind };

/** What the panel of columns asks for. */
export interface ColumnsAsked {
  /** Names typed, by id of column. */
  readonly names: ReadonlyMap<string, string>;
  /** Id of the main path chosen; undefined to leave it as it is. */
  readonly mainPath: string | undefined;
  readonly action: ColumnAction | undefined;
}

export interface ChangedColumns {
  readonly dossier: RawDossier;
  /** Paths lead into the changed dossier. */
  readonly problems: readonly Problem[];
  /** Ids of the two columns to compare next. */
  readonly between: { readonly from: string; readonly to: string } | undefined;
}

function duplicate(change: Change, index: number): void {
  if (!hasRoom(change)) return;
  const { dossier } = change;
  const ids = idsOf(dossier);
  const label = copyLabel(columnLabel(dossier, index), labelsOf(dossier));
  copyColumn(change, index, { id: freeId(`${ids[index]?.replace(/-\d+$/, '')}-2`, ids), label });
}

function remove({ dossier, problems }: Change, index: number): void {
  const columns = columnsOf(dossier);
  if (columns.length === 1) {
    problems.push({
      path: 'paths',
      message: 'dernière voie du dossier : ajoutez-en une autre avant de la retirer',
    });
    return;
  }
  const removed = columnId(columns[index] as Column);
  removeEntry(dossier, 'paths', index);
  if (dossier.mainPath === removed) dossier.mainPath = idsOf(dossier)[0] ?? '';
  // Another column may take this id: nobody vouched for that one.
  keepConfirmations(dossier, ({ path }) => path !== removed);
}

/** Adds the column that makes the other choice after this one, unless the dossier has it already. */
function compareChoice(change: Change, index: number, choice: Choice): void {
  const { dossier, problems } = change;
  const columns = columnsOf(dossier);
  const column = columns[index] as Column;
  if (column.kind !== 'sci') {
    problems.push({ path: 'paths', message: 'ce choix est celui d’une SCI : cette voie n’en a pas' });
    return;
  }
  const from = columnId(column);
  const twin = twinOf(columns, column, choice);
  if (twin !== undefined) {
    change.between = { from, to: columnId(twin) };
    return;
  }
  if (!hasRoom(change)) return;
  const other = otherVariant(column, choice);
  const variants = variantsOf(choice);
  const bareId = variants.reduce(
    (id, variant) => id.replace(new RegExp(`-${variant.id}(-\\d+)?$`), ''),
    from,
  );
  const id = freeId(`${bareId}-${other.id}`, idsOf(dossier));
  const label = variantLabel(columnLabel(dossier, index), other, variants);
  const at = copyColumn(change, index, { id, label });
  const changed = `paths[${at}].${placeOf(choice)}`;
  putAt(dossier, changed, other.value);
  moveNotes(dossier, (path) => (path === changed ? undefined : path));
  addHypotheses(dossier, [changed], other.why);
  change.between = { from, to: id };
}

function add(change: Change, kind: ColumnKind): void {
  if (!hasRoom(change)) return;
  const { dossier } = change;
  const draft = draftColumn(dossier, kind);
  const at = columnsOf(dossier).length;
  const { kind: _, ...rest } = draft.column;
  const usual = COLUMN_KINDS[kind];
  const labels = labelsOf(dossier);
  const label = labels.includes(usual) ? copyLabel(usual, labels) : usual;
  insertEntry(dossier, 'paths', at, { kind, id: freeId(kind, idsOf(dossier)), label, ...rest });
  noteDraft(dossier, draft, `paths[${at}]`);
  if (draft.needsProgramme === true) proposeProgramme(dossier);
}

function rename({ dossier, problems }: Change, names: ColumnsAsked['names']): void {
  columnsOf(dossier).forEach((column, index) => {
    const name = names.get(columnId(column))?.trim();
    if (name === undefined || name === columnLabel(dossier, index)) return;
    if (name === '') {
      problems.push({ path: `paths[${index}].label`, message: 'nom vide : écrivez-en un' });
    } else putAt(dossier, `paths[${index}].label`, name);
  });
}

function chooseMain({ dossier, problems }: Change, mainPath: string | undefined): void {
  const ids = idsOf(dossier);
  if (mainPath === undefined || mainPath === (dossier.mainPath ?? ids[0])) return;
  if (ids.includes(mainPath)) dossier.mainPath = mainPath;
  else
    problems.push({
      path: 'mainPath',
      message: 'cette voie n’est plus dans le dossier : choisissez-en une autre',
    });
}

function act(change: Change, action: ColumnAction): void {
  if (action.kind === 'add') {
    add(change, action.of);
    return;
  }
  const index = idsOf(change.dossier).indexOf(action.column);
  if (index < 0) {
    change.problems.push({
      path: 'paths',
      message: 'cette voie n’est plus dans le dossier : rechargez la page',
    });
  } else if (action.kind === 'compare') compareChoice(change, index, action.choice);
  else if (action.kind === 'duplicate') duplicate(change, index);
  else if (action.kind === 'make-lawful') makeLawful(change, index);
  else remove(change, index);
}

/** Applies what the panel of columns asks. Names and main path first, so that nothing typed is lost. */
export function changeColumns(base: RawDossier, asked: ColumnsAsked): ChangedColumns {
  const change: Change = {
    dossier: structuredClone(base) as OpenDossier,
    problems: [],
    between: undefined,
  };
  rename(change, asked.names);
  chooseMain(change, asked.mainPath);
  if (change.problems.length === 0 && asked.action !== undefined) act(change, asked.action);
  return change;
}
