import type { ResolvedDossier } from '../../dossier/resolution.ts';
import type { Json, RawDossier } from '../../input/description.ts';

/** A part of a dossier as JSON that may be changed: what a form of support writes its level in. */
export type Draft = Record<string, Json>;

/** A copy of the dossier as it was typed, to be changed freely. */
export function draftOf({ typed }: Pick<ResolvedDossier, 'typed'>): Draft {
  return structuredClone(typed) as Draft;
}

/** The group under a key; made empty where it was left out. */
export function groupAt(draft: Draft, key: string): Draft {
  draft[key] ??= {};
  return draft[key] as Draft;
}

/** The list under a key; made empty where it was left out, as all the lists that supports enter are by default. */
export function listAt(draft: Draft, key: string): Draft[] {
  draft[key] ??= [];
  return draft[key] as unknown as Draft[];
}

/** A path of the dossier, by its rank. */
export function pathAt(draft: Draft, pathIndex: number): Draft {
  return listAt(draft, 'paths')[pathIndex] as Draft;
}

/** Adds a party unless one has this id; the one that has it is left as it is. */
export function addParty(draft: Draft, party: RawDossier): void {
  const parties = listAt(draft, 'parties');
  if (!parties.some(({ id }) => id === party.id)) parties.push({ ...party });
}

/** An id that nothing in a list has: the one wished, or with a number after it. */
export function freeId(list: readonly { readonly id: string }[], wished: string): string {
  const isTaken = (id: string) => list.some((item) => item.id === id);
  let id = wished;
  for (let number = 2; isTaken(id); number++) id = `${wished}-${number}`;
  return id;
}
