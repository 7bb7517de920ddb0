import { valueAt } from '../dossier/location.ts';
import type { Json, RawDossier } from '../input/description.ts';
import { TYPED_HERE } from '../report/form-field.ts';
import { type OpenDossier, pathInOriginal } from './dossier-places.ts';
import { sameValue } from './typed-value.ts';

/** Sources and reasons of values, which follow what is typed: they hold for a value, not for a place. */
interface Note {
  readonly path: string;
  readonly [text: string]: Json;
}

const NOTES = ['facts', 'hypotheses'] as const;
/** A dossier holds as many. Past this, the notes that only say « typed here » are left out. */
const MOST_NOTES = 600;

function notesOf(dossier: RawDossier | undefined, list: (typeof NOTES)[number]): readonly Note[] {
  return (dossier?.[list] ?? []) as unknown as readonly Note[];
}

function putNotes(dossier: OpenDossier, list: (typeof NOTES)[number], notes: readonly Note[]): void {
  if (notes.length === 0 && dossier[list] === undefined) return;
  dossier[list] =
    notes.length <= MOST_NOTES ? notes : notes.filter(({ why }) => why !== TYPED_HERE).slice(0, MOST_NOTES);
}

/** Whether a path is this one or lies below it. */
export function isUnder(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

/** Moves notes; those for which there is no new path are dropped. */
export function moveNotes(dossier: OpenDossier, newPath: (path: string) => string | undefined): void {
  for (const list of NOTES) {
    const notes = notesOf(dossier, list).flatMap((note) => {
      const path = newPath(note.path);
      return path === undefined ? [] : [{ ...note, path }];
    });
    putNotes(dossier, list, notes);
  }
}

/**
 * Gives the notes of a part to a copy of it.
 * @param from path of the part
 * @param to path of its copy
 */
export function copyNotes(dossier: OpenDossier, from: string, to: string): void {
  for (const list of NOTES) {
    const copied = notesOf(dossier, list)
      .filter(({ path }) => isUnder(path, from))
      .map((note) => ({ ...note, path: `${to}${note.path.slice(from.length)}` }));
    putNotes(dossier, list, [...notesOf(dossier, list), ...copied]);
  }
}

/** The paths that have a source or a reason. */
export function notedPaths(dossier: RawDossier): ReadonlySet<string> {
  return new Set(NOTES.flatMap((list) => notesOf(dossier, list).map(({ path }) => path)));
}

export function addHypotheses(dossier: OpenDossier, paths: readonly string[], why: string): void {
  putNotes(dossier, 'hypotheses', [
    ...notesOf(dossier, 'hypotheses'),
    ...paths.map((path) => ({ path, why })),
  ]);
}

/**
 * Sources and reasons of values that were changed no longer hold; those of values put back hold again.
 * @param typed paths of the values typed
 * @param leftOut paths of the values given back to their default
 */
export function renote(
  dossier: OpenDossier,
  changes: { readonly typed: readonly string[]; readonly leftOut: readonly string[] },
  original: RawDossier | undefined,
): void {
  const changed = [...changes.typed, ...changes.leftOut];
  const before = (path: string) =>
    original === undefined ? undefined : pathInOriginal(dossier, original, path);
  const restored = new Map(
    changed.flatMap((path) => {
      const there = before(path);
      const same = there !== undefined && sameValue(valueAt(dossier, path), valueAt(original, there));
      return same ? [[there, path] as const] : [];
    }),
  );
  const isRestored = (path: string) => [...restored.values()].includes(path);
  for (const list of NOTES) {
    const first = notesOf(original, list);
    const rank = new Map(first.map(({ path }, index) => [path, index]));
    const ranked = (note: Note) => ({ note, rank: rank.get(before(note.path) ?? note.path) ?? first.length });
    const kept = notesOf(dossier, list).filter(({ path }) => !changed.some((above) => isUnder(path, above)));
    const back = first.flatMap((note) => {
      const path = restored.get(note.path);
      return path === undefined ? [] : [{ ...note, path }];
    });
    const typed =
      list === 'facts'
        ? []
        : changes.typed.filter((path) => !isRestored(path)).map((path) => ({ path, why: TYPED_HERE }));
    const notes = [...kept, ...back, ...typed].map(ranked).sort((one, other) => one.rank - other.rank);
    putNotes(
      dossier,
      list,
      notes.map(({ note }) => note),
    );
  }
}
