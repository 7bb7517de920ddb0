import { descriptionAt, valueAt } from '../dossier/location.ts';
import { Decimal } from '../formula/decimal.ts';
import type { Field, Json, RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import { type PageField, type PageFieldGroup, typedFieldsIn } from '../report/form-parts.ts';
import { isUnder, renote } from './dossier-notes.ts';
import { inOrderOf, leaveOut, type OpenDossier, pathInOriginal, putAt } from './dossier-places.ts';
import { actionIn, type FormAction } from './form-actions.ts';
import { addEntry, addPart, changeKind, pathBeforeRemoval, removeEntry, removePart } from './list-changes.ts';
import { readTyped, sameValue } from './typed-value.ts';

/** What a form sent, by the path of each field. */
export type TypedFields = ReadonlyMap<string, string>;

export interface ChangedDossier {
  readonly dossier: RawDossier;
  /** What could not be read; those fields are as they were. */
  readonly problems: readonly Problem[];
  /** What a button of the form added or changed: where the person goes on. */
  readonly changedPart: string | undefined;
  /** Where the form showed what stands at a path of the changed dossier. */
  readonly shownAt: (path: string) => string;
}

const UNKNOWN_ACTION: Problem = {
  path: '',
  message: 'ce bouton n’est plus dans le formulaire : rechargez la page, puis recommencez',
};

/** A total shared like the amounts that it sums; in equal parts when they are all zero. To the cent. */
function shared(total: Decimal, amounts: readonly Decimal[]): string[] {
  const sum = amounts.reduce((all, amount) => all.plus(amount), new Decimal(0));
  let given = new Decimal(0);
  let counted = new Decimal(0);
  return amounts.map((amount, index) => {
    counted = sum.isZero() ? new Decimal(index + 1).div(amounts.length) : counted.plus(amount.div(sum));
    // The last takes what is left, to the cent.
    const upTo = index === amounts.length - 1 ? total : total.times(counted).toDecimalPlaces(2);
    const part = upTo.minus(given);
    given = upTo;
    return part.toFixed(2);
  });
}

/** A dossier while a form changes it. */
interface Change {
  readonly dossier: OpenDossier;
  readonly original: RawDossier | undefined;
  readonly typed: string[];
  readonly problems: Problem[];
}

/** Puts a value, as the case wrote it when it is the same. */
function putTyped({ dossier, original, typed }: Change, path: string, value: Json): void {
  const there = original === undefined ? undefined : pathInOriginal(dossier, original, path);
  const first = there === undefined ? undefined : valueAt(original, there);
  if (sameValue(value, valueAt(dossier, path))) return;
  putAt(dossier, path, sameValue(value, first) ? (first as Json) : value);
  typed.push(path);
}

function putTotal(change: Change, list: string, lots: readonly string[], total: string): void {
  const { dossier, original } = change;
  const paths = lots.length > 0 ? lots : [`${addEntry(dossier, list, '', original)}.amount`];
  const amounts = paths.map((path) => new Decimal(String(valueAt(dossier, path))));
  shared(new Decimal(total), amounts).forEach((part, index) => {
    putTyped(change, paths[index] ?? '', part);
  });
}

function applyTyped(change: Change, fields: readonly PageField[], typed: TypedFields): void {
  const kinds: (readonly [path: string, kind: string])[] = [];
  for (const field of fields) {
    const text = typed.get(field.path);
    if (text === undefined || text.replaceAll('\r\n', '\n').trim() === field.value.trim()) continue;
    const node = descriptionAt(field.path, change.dossier);
    const description = node?.node === 'field' ? (node as Field<unknown>) : undefined;
    const reading = readTyped(field, text, description);
    if ('problem' in reading) change.problems.push({ path: field.path, message: reading.problem });
    else if (field.path.endsWith('.kind')) {
      kinds.push([field.path.replace(/\.kind$/, ''), String(reading.value)]);
    } else if (field.total !== undefined) {
      if (String(reading.value).startsWith('-')) {
        change.problems.push({ path: field.path, message: 'trop petit : écrivez un montant d’au moins 0' });
      } else putTotal(change, field.path, field.total, String(reading.value));
    } else putTyped(change, field.path, reading.value);
  }
  for (const [path, kind] of kinds) changeKind(change.dossier, path, kind);
}

/** Does what a button asks. @returns the path of what it made or changed */
function act({ dossier, original }: Change, action: FormAction): string {
  switch (action.kind) {
    case 'usual':
      leaveOut(dossier, action.path, original);
      renote(dossier, { typed: [], leftOut: [action.path] }, original);
      return action.path;
    case 'add-entry':
      return addEntry(dossier, action.list, action.entry, original);
    case 'remove-entry':
      removeEntry(dossier, action.list, action.index);
      return action.list;
    case 'add-part':
      addPart(dossier, action.path);
      return action.path;
    case 'remove-part':
      removePart(dossier, action.path);
      return action.path;
  }
}

/** What a button takes away is not read: it may be what could not be read. */
function isTakenAway(path: string, action: FormAction | undefined): boolean {
  if (action === undefined || action.kind === 'add-entry' || action.kind === 'add-part') return false;
  return isUnder(path, action.kind === 'remove-entry' ? `${action.list}[${action.index}]` : action.path);
}

/**
 * Applies what a form sent to a dossier. A field left as it was shown keeps its exact value and its source.
 * @param groups the form, as it was shown: what it did not show is ignored
 * @param original the case that the dossier comes from: a value put back as it was there has its source again
 */
export function changeDossier(
  base: RawDossier,
  groups: readonly PageFieldGroup[],
  typed: TypedFields,
  original: RawDossier | undefined,
): ChangedDossier {
  const dossier = structuredClone(base) as OpenDossier;
  const change: Change = { dossier, original, typed: [], problems: [] };
  const asked = actionIn(groups, typed);
  const action = asked === 'unknown' ? undefined : asked;
  if (asked === 'unknown') change.problems.push(UNKNOWN_ACTION);
  const fields = typedFieldsIn(groups).filter(({ path }) => !isTakenAway(path, action));
  applyTyped(change, fields, typed);
  // A part made of another kind no longer has all that was typed in it.
  const kept = change.typed.filter((path) => valueAt(dossier, path) !== undefined);
  renote(dossier, { typed: kept, leftOut: [] }, original);
  const changedPart = action === undefined || change.problems.length > 0 ? undefined : act(change, action);
  const isSame = JSON.stringify(dossier) === JSON.stringify(base);
  return {
    dossier: isSame ? base : (inOrderOf(inOrderOf(dossier, base), original) as RawDossier),
    problems: change.problems,
    changedPart,
    shownAt: (path) =>
      action?.kind === 'remove-entry' ? pathBeforeRemoval(path, action.list, action.index) : path,
  };
}
