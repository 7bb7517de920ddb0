import { descriptionAt, valueAt } from '../dossier/location.ts';
import { type BlankFrom, blankOf, pathsIn } from '../input/blank.ts';
import {
  type Choice,
  type Description,
  type Group,
  type Json,
  type RawDossier,
  type Shape,
  schemaOf,
} from '../input/description.ts';
import { TO_BE_FILLED } from '../report/form-field.ts';
import { addHypotheses, isUnder, moveNotes } from './dossier-notes.ts';
import { entriesAt, type OpenDossier, putAt } from './dossier-places.ts';
import { isGift, patronOf } from './patron-of-gift.ts';

/** Parts that are added, taken out, or made of another kind; the notes follow the entries. */

type Variants = Readonly<Record<string, Group<Shape>>>;
type Entry = Record<string, Json>;

/** What names an entry, which nobody fills. */
export const NAMES = /\.(id|kind|label)$/;

/** What a new part may refer to: the first party of the dossier, the day of signature. */
function blankFrom(dossier: RawDossier): BlankFrom {
  const [party] = (dossier.parties ?? []) as readonly RawDossier[];
  return { date: String(dossier.signature), name: String(party?.id ?? 'owners') };
}

/** « Lot de travaux » → « lot-de-travaux ». */
export function slugOf(label: string): string {
  return label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** « Lot de travaux », then « Lot de travaux 2 ». */
export function firstFree(name: (number: number) => string, taken: readonly unknown[]): string {
  let number = 1;
  while (taken.includes(name(number))) number++;
  return name(number);
}

function sayToBeFilled(dossier: OpenDossier, path: string): void {
  const paths = pathsIn(valueAt(dossier, path) as Json, path).filter((field) => !NAMES.test(field));
  addHypotheses(dossier, paths, TO_BE_FILLED);
}

/**
 * Adds an entry at the end of a list: named, its amounts at zero and said to be filled.
 * @param kind of the entry, when the list has several
 * @param original the case that the dossier comes from: an id of its entries is not taken by another entry
 * @returns the path of the entry
 */
export function addEntry(
  dossier: OpenDossier,
  listPath: string,
  kind: string,
  original: RawDossier | undefined,
): string {
  const list = descriptionAt(listPath, dossier);
  if (list?.node !== 'list') throw new Error(`${listPath} is no list`);
  const entries = entriesAt(dossier, listPath) as Entry[];
  const of = list.of as Description;
  const { label, shape } = (of.node === 'choice' ? (of.variants as Variants)[kind] : of) as Group<Shape>;
  const like = entries.findLast((entry) => kind === '' || entry.kind === kind);
  const blank = blankOf({ node: 'group', label, shape }, like, blankFrom(dossier)) as Entry;
  const first = original === undefined ? undefined : valueAt(original, listPath);
  const known = [...entries, ...(Array.isArray(first) ? (first as Entry[]) : [])];
  const numbered = (text: string, space: string) => (number: number) =>
    number === 1 ? text : `${text}${space}${number}`;
  const entry: Entry = {};
  for (const key of Object.keys(shape)) {
    if (key === 'id') {
      entry.id = firstFree(
        numbered(slugOf(label), '-'),
        known.map(({ id }) => id as Json),
      );
    } else if (key === 'label') {
      entry.label = firstFree(
        numbered(label, ' '),
        entries.map((other) => other.label as Json),
      );
    } else if (key in blank) entry[key] = blank[key] as Json;
  }
  if (isGift(kind)) entry.from = patronOf(dossier);
  entries.push(entry);
  const path = `${listPath}[${entries.length - 1}]`;
  sayToBeFilled(dossier, path);
  return path;
}

/** Where a path leads once an entry of a list is taken out; undefined when it was of that entry. */
export function pathAfterRemoval(path: string, listPath: string, index: number): string | undefined {
  if (!path.startsWith(`${listPath}[`)) return path;
  const [, number = '', rest = ''] = /^\[(\d+)\](.*)$/.exec(path.slice(listPath.length)) ?? [];
  if (number === '' || Number(number) < index) return path;
  return Number(number) === index ? undefined : `${listPath}[${Number(number) - 1}]${rest}`;
}

/** Where a path led before an entry of a list was taken out. */
export function pathBeforeRemoval(path: string, listPath: string, index: number): string {
  if (!path.startsWith(`${listPath}[`)) return path;
  const [, number = '', rest = ''] = /^\[(\d+)\](.*)$/.exec(path.slice(listPath.length)) ?? [];
  return number === '' || Number(number) < index ? path : `${listPath}[${Number(number) + 1}]${rest}`;
}

/** Where a path leads once an entry has been put in a list, before the one that had its index. */
export function pathAfterInsertion(path: string, listPath: string, index: number): string {
  if (!path.startsWith(`${listPath}[`)) return path;
  const [, number = '', rest = ''] = /^\[(\d+)\](.*)$/.exec(path.slice(listPath.length)) ?? [];
  return number === '' || Number(number) < index ? path : `${listPath}[${Number(number) + 1}]${rest}`;
}

/** Puts an entry in a list; the notes of the following ones follow them. */
export function insertEntry(dossier: OpenDossier, listPath: string, index: number, entry: Json): void {
  entriesAt(dossier, listPath).splice(index, 0, entry);
  moveNotes(dossier, (path) => pathAfterInsertion(path, listPath, index));
}

/** Takes an entry out of a list; the notes of the following ones follow them. */
export function removeEntry(dossier: OpenDossier, listPath: string, index: number): void {
  entriesAt(dossier, listPath).splice(index, 1);
  moveNotes(dossier, (path) => pathAfterRemoval(path, listPath, index));
}

/** Adds a part that the dossier did without. */
export function addPart(dossier: OpenDossier, path: string): void {
  const description = descriptionAt(path, dossier);
  if (description?.node !== 'nullable') throw new Error(`${path} may not be absent`);
  putAt(dossier, path, blankOf(description.of as Description, undefined, blankFrom(dossier)) ?? {});
  sayToBeFilled(dossier, path);
}

/** Takes out a part that the dossier can do without. */
export function removePart(dossier: OpenDossier, path: string): void {
  putAt(dossier, path, null);
  moveNotes(dossier, (noted) => (isUnder(noted, path) ? undefined : noted));
}

/** Makes a part of another kind: what the two kinds both have stays, the rest is to be filled. */
export function changeKind(dossier: OpenDossier, path: string, kind: string): void {
  const description = descriptionAt(path, dossier);
  if (description?.node !== 'choice') throw new Error(`${path} has one kind`);
  const { variants } = description as Choice<Variants>;
  const variant = variants[kind] as Group<Shape>;
  const before = valueAt(dossier, path) as Entry;
  const blank = blankOf(variant, undefined, blankFrom(dossier)) as Entry;
  const kept = Object.entries(variant.shape).flatMap(([key, child]) => {
    const value = before[key];
    if (key === 'kind' || value === undefined) return [];
    return schemaOf(child, false).safeParse(value).success ? [[key, value] as const] : [];
  });
  const names = kept.map(([key]) => `${path}.${key}`);
  const changed: Entry = { ...blank, ...Object.fromEntries(kept), kind };
  putAt(dossier, path, isGift(kind) ? { ...changed, from: patronOf(dossier, changed.from) } : changed);
  moveNotes(dossier, (noted) =>
    !isUnder(noted, path) || names.some((name) => isUnder(noted, name)) ? noted : undefined,
  );
  const filled = pathsIn(valueAt(dossier, path) as Json, path).filter(
    (field) => !NAMES.test(field) && !names.some((name) => isUnder(field, name)),
  );
  addHypotheses(dossier, filled, TO_BE_FILLED);
}
