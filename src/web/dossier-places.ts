import { descriptionAt, stepsOf, valueAt } from '../dossier/location.ts';
import { type Json, mayBeLeftOut, type RawDossier } from '../input/description.ts';

/**
 * Places of a dossier as it was typed, where much is left out. Paths come from our own description of the form, never
 * from what was sent.
 */
export type OpenDossier = Record<string, Json>;

type Holder = Record<string, Json>;

function deeper(path: string, step: string): string {
  if (/^\d+$/.test(step)) return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** What a part left out is made of: a list has its default entries, which can then be changed. */
function madeAt(dossier: OpenDossier, path: string): Json {
  const description = descriptionAt(path, dossier);
  if (description?.node !== 'list') return {};
  const value = description.fallback?.value ?? [];
  return structuredClone(typeof value === 'function' ? value(dossier) : value) as Json;
}

/** Puts a value at a path; the groups and lists on the way are made where left out. */
export function putAt(dossier: OpenDossier, path: string, value: Json): void {
  const steps = stepsOf(path);
  const last = steps.pop() ?? '';
  let at: Holder = dossier;
  let here = '';
  for (const step of steps) {
    here = deeper(here, step);
    at[step] ??= madeAt(dossier, here);
    at = at[step] as Holder;
  }
  at[last] = value;
}

/** The entries of a list, made with its default when left out. */
export function entriesAt(dossier: OpenDossier, path: string): Json[] {
  if (!Array.isArray(valueAt(dossier, path))) putAt(dossier, path, madeAt(dossier, path));
  return valueAt(dossier, path) as Json[];
}

function holderOf(path: string): string {
  return path.replace(/(\.[^.[]+|\[\d+\])$|^[^.[]+$/, '');
}

/**
 * Takes a value out, so that its default applies; so are the groups left empty that the case itself does without.
 * @param original the case that the dossier comes from
 */
export function leaveOut(dossier: OpenDossier, path: string, original: RawDossier | undefined): void {
  const holderPath = holderOf(path);
  const holder = holderPath === '' ? dossier : (valueAt(dossier, holderPath) as Holder | undefined);
  if (holder === undefined || holder === null) return;
  delete holder[stepsOf(path).pop() ?? ''];
  if (holderPath === '' || Object.keys(holder).length > 0) return;
  const description = descriptionAt(holderPath, dossier);
  const isInOriginal = original !== undefined && valueAt(original, holderPath) !== undefined;
  if (description?.node === 'group' && mayBeLeftOut(description) && !isInOriginal) {
    leaveOut(dossier, holderPath, original);
  }
}

/**
 * Where a value of a dossier stands in the case that the dossier comes from: entries are found again by their id, as
 * lists may have been shortened since.
 * @returns undefined when the case has no such entry, or when nothing tells which one it is
 */
export function pathInOriginal(dossier: RawDossier, original: RawDossier, path: string): string | undefined {
  let at: unknown = dossier;
  let there: unknown = original;
  let found = '';
  for (const step of stepsOf(path)) {
    if (Array.isArray(at)) {
      if (!Array.isArray(there)) return undefined;
      const id = (at[Number(step)] as RawDossier | undefined)?.id;
      const index =
        typeof id === 'string'
          ? there.findIndex((entry: RawDossier) => entry?.id === id)
          : at.length === there.length
            ? Number(step)
            : -1;
      if (index < 0) return undefined;
      at = at[Number(step)];
      there = there[index];
      found = `${found}[${index}]`;
      continue;
    }
    at = (at as Holder | null | undefined)?.[step];
    there = (there as Holder | null | undefined)?.[step];
    found = deeper(found, step);
  }
  return found;
}

/** The same data, keys in the order of another: inputs put back as they were are then the same text. */
export function inOrderOf(value: Json, model: unknown): Json {
  if (Array.isArray(value)) {
    const models = Array.isArray(model) ? model : [];
    return value.map((item, index) => inOrderOf(item, models[index]));
  }
  if (value === null || typeof value !== 'object') return value;
  const known = model !== null && typeof model === 'object' ? Object.keys(model) : [];
  const keys = [
    ...known.filter((key) => Object.hasOwn(value, key)),
    ...Object.keys(value).filter((key) => !known.includes(key)),
  ];
  return Object.fromEntries(
    keys.map((key) => [key, inOrderOf((value as RawDossier)[key] as Json, (model as RawDossier)?.[key])]),
  );
}
