import { descriptionAt, stepsOf, valueAt } from '../dossier/location.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { Problem } from '../input/problem.ts';
import type { PageField } from '../report/page.ts';
import { canonicalNumber, readFrenchDate, readFrenchNumber } from './french-input.ts';

/** What a form sent, by the path of each field. */
export type TypedFields = ReadonlyMap<string, string>;

export interface ChangedDossier {
  readonly dossier: RawDossier;
  /** What could not be read; those fields are as they were. */
  readonly problems: readonly Problem[];
}

interface Note {
  readonly path: string;
  readonly [text: string]: Json;
}

type Value = { readonly value: Json } | { readonly problem: string };

const TYPED_HERE = 'valeur saisie dans le formulaire';
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether two values of a dossier say the same: "1600000" and "1600000.00" do. */
function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return one === other;
  if (!PLAIN_NUMBER.test(one) || !PLAIN_NUMBER.test(other)) return one === other;
  return canonicalNumber(one) === canonicalNumber(other);
}

/** Amounts have their cents in a dossier. */
function withCents(text: string): string {
  const [whole, decimals = ''] = text.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

/** What is typed in a field, as a dossier holds it: text, JSON number, truth or null. */
function readValue(field: PageField, typed: string, dossier: RawDossier): Value {
  const description = descriptionAt(field.path, dossier);
  const schema = description?.node === 'field' ? description.schema : undefined;
  if (typed.trim() === '' && schema?.safeParse(null).success) return { value: null };
  if (field.kind === 'choice' || field.kind === 'truth') {
    const choices =
      field.kind === 'truth' ? ['true', 'false'] : (field.choices ?? []).map(({ value }) => value);
    if (!choices.includes(typed)) return { problem: 'choix inconnu : prenez une valeur de la liste' };
    if (field.kind === 'truth') return { value: typed === 'true' };
    return { value: schema?.safeParse(Number(typed)).success ? Number(typed) : typed };
  }
  const reading =
    field.kind === 'date' ? readFrenchDate(typed) : readFrenchNumber(typed, field.kind, field.unit);
  if ('problem' in reading) return reading;
  if (field.kind === 'money') return { value: withCents(reading.text) };
  if (schema?.meta()?.type === 'integer') {
    if (reading.text.includes('.')) return { problem: 'écrivez un nombre entier' };
    return { value: Number(reading.text) };
  }
  return { value: reading.text };
}

/** Puts a value at a path that comes from our own list of fields; the groups on the way are made where left out. */
function putAt(dossier: Record<string, Json>, path: string, value: Json): void {
  const steps = stepsOf(path);
  const last = steps.pop() ?? '';
  let at = dossier;
  for (const step of steps) {
    at[step] ??= {};
    at = at[step] as Record<string, Json>;
  }
  at[last] = value;
}

function notesOf(dossier: RawDossier | undefined, list: 'facts' | 'hypotheses'): readonly Note[] {
  return (dossier?.[list] ?? []) as unknown as readonly Note[];
}

/** Sources and reasons of values that were changed no longer hold; those of values put back hold again. */
function renote(
  dossier: Record<string, Json>,
  paths: readonly string[],
  original: RawDossier | undefined,
): void {
  const restored = paths.filter(
    (path) => original !== undefined && sameValue(valueAt(dossier, path), valueAt(original, path)),
  );
  for (const list of ['facts', 'hypotheses'] as const) {
    const first = notesOf(original, list);
    const kept = notesOf(dossier, list).filter(({ path }) => !paths.includes(path));
    const back = first.filter(({ path }) => restored.includes(path));
    const typed = paths.filter((path) => list === 'hypotheses' && !restored.includes(path));
    const rank = new Map(first.map(({ path }, index) => [path, index]));
    const rankOf = ({ path }: Note) => rank.get(path) ?? first.length;
    const notes: Note[] = [...kept, ...back, ...typed.map((path) => ({ path, why: TYPED_HERE }))];
    if (notes.length > 0 || dossier[list] !== undefined) {
      dossier[list] = notes.sort((one, other) => rankOf(one) - rankOf(other));
    }
  }
}

/**
 * Applies what a form sent to a dossier. A field left as it was shown keeps its exact value and its source.
 * @param fields the fields of the form, as they were shown
 * @param original the case that the dossier comes from: a value put back as it was there has its source again
 */
export function changeDossier(
  base: RawDossier,
  fields: readonly PageField[],
  typed: TypedFields,
  original: RawDossier | undefined,
): ChangedDossier {
  const dossier = structuredClone(base) as Record<string, Json>;
  const problems: Problem[] = [];
  const changed: string[] = [];
  for (const field of fields) {
    const text = typed.get(field.path);
    if (text === undefined || text.trim() === field.value) continue;
    const reading = readValue(field, text, base);
    if ('problem' in reading) {
      problems.push({ path: field.path, message: reading.problem });
      continue;
    }
    const before = valueAt(base, field.path);
    if (sameValue(reading.value, before)) continue;
    const first = original === undefined ? undefined : valueAt(original, field.path);
    putAt(dossier, field.path, sameValue(reading.value, first) ? (first as Json) : reading.value);
    changed.push(field.path);
  }
  renote(dossier, changed, original);
  return { dossier, problems };
}
