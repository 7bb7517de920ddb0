import type { Description, Group, Json, RawDossier, Shape, ValueOf } from '../input/description.ts';
import { schemaOf } from '../input/description.ts';
import { type Problem, type Reading, readInput } from '../input/problem.ts';
import { crossCheck } from './consistency.ts';
import { DOSSIER, type Dossier } from './dossier.ts';
import { stepsOf } from './location.ts';

export type OriginKind = 'typed' | 'default' | 'law' | 'solved';

/** A dossier in which nothing optional is left, in the two forms that the program needs. */
export interface ResolvedDossier {
  /** As it was given: what a search resolves again once it has found its value. */
  readonly typed: unknown;
  /** As JSON: what the API answers, what a file holds. */
  readonly json: RawDossier;
  /** As values: decimals, numbers, dates. */
  readonly values: Dossier;
  /** Where each value comes from, by path. */
  readonly origins: Readonly<Record<string, OriginKind>>;
  /** What should be looked at, without preventing anything. */
  readonly warnings: readonly Problem[];
}

const TYPED_SCHEMA = schemaOf(DOSSIER, false);
const WHOLE_SCHEMA = schemaOf(DOSSIER, true);

interface Fill {
  readonly dossier: RawDossier;
  readonly origins: Record<string, OriginKind>;
}

function childPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** Fills what is missing of a part, in the order of its description, so that a default may read what stands before. */
function fill(
  description: Description,
  given: Json | undefined,
  path: string,
  into: Fill,
  known: OriginKind,
): Json {
  switch (description.node) {
    case 'field': {
      if (given !== undefined) {
        into.origins[path] = known;
        return given;
      }
      const { fallback } = description;
      if (fallback === undefined) throw new Error(`nothing for ${path}`);
      into.origins[path] = fallback.kind;
      // A default that finds nothing leaves the field missing: the whole dossier is then refused at this place.
      return (typeof fallback.value === 'function' ? fallback.value(into.dossier) : fallback.value) as Json;
    }
    case 'list': {
      let items = given as readonly Json[] | undefined;
      let origin = known;
      if (items === undefined) {
        const { fallback } = description;
        if (fallback === undefined) throw new Error(`nothing for ${path}`);
        origin = fallback.kind;
        items = (
          typeof fallback.value === 'function' ? fallback.value(into.dossier) : fallback.value
        ) as Json[];
      }
      return items.map((item, index) =>
        fill(description.of as Description, item, `${path}[${index}]`, into, origin),
      );
    }
    case 'nullable':
      return given === null || given === undefined
        ? null
        : fill(description.of as Description, given, path, into, known);
    case 'choice': {
      const kind = (given as RawDossier).kind as string;
      const variant = (description.variants as Record<string, Group<Shape>>)[kind];
      return fill(variant as Group<Shape>, given, path, into, known);
    }
    case 'group': {
      const whole: Record<string, Json> = {};
      // The root is visible to defaults while it is being filled.
      const seen: Fill = path === '' ? { dossier: whole, origins: into.origins } : into;
      const source = (given ?? {}) as RawDossier;
      if (path === '') Object.assign(whole, source);
      for (const key of Object.keys(description.shape as Shape)) {
        if (path !== '' && key in source) whole[key] = source[key] as Json;
      }
      for (const [key, child] of Object.entries(description.shape as Shape)) {
        whole[key] = fill(child, source[key], childPath(path, key), seen, known);
      }
      return whole;
    }
  }
}

/** The zod schema of a dossier as typed, for the description of the API. */
export const DOSSIER_SCHEMA = TYPED_SCHEMA;

/**
 * Reads a dossier and leaves nothing optional: defaults with their origin, every problem at once.
 * @param json parsed JSON from a file, the page or the API; nothing is assumed of it
 * @param solved values found by a search, by path, put in place of what they solve
 */
export function resolveDossier(
  json: unknown,
  solved: Readonly<Record<string, string>> = {},
): Reading<ResolvedDossier> {
  const typed = readInput(TYPED_SCHEMA, json);
  if (!typed.ok) return typed;
  const origins: Record<string, OriginKind> = {};
  const whole = fill(DOSSIER, json as Json, '', { dossier: {}, origins }, 'typed') as RawDossier;
  return checked({ typed: json, json: whole, origins }, solved);
}

/** A part of a dossier read alone: a brownfield of the inventory that no dossier holds yet. */
export interface ResolvedPart<N extends Description> {
  readonly json: Json;
  readonly values: ValueOf<N>;
  /** Where each value comes from, by its path inside the part. */
  readonly origins: Readonly<Record<string, OriginKind>>;
}

/**
 * Reads a part of a dossier alone and leaves nothing optional.
 * @param json nothing is assumed of it
 * @returns every problem at once, by its path inside the part
 */
export function resolvePart<N extends Description>(description: N, json: unknown): Reading<ResolvedPart<N>> {
  const typed = readInput(schemaOf(description, false), json);
  if (!typed.ok) return typed;
  const origins: Record<string, OriginKind> = {};
  // A part that is no root: its defaults see no dossier around it.
  const whole = fill(description, json as Json, 'part', { dossier: {}, origins }, 'typed');
  const parsed = readInput(schemaOf(description, true), whole);
  if (!parsed.ok) return parsed;
  const inside = Object.entries(origins).map(([path, origin]) => [path.replace(/^part\.?/, ''), origin]);
  return {
    ok: true,
    value: { json: whole, values: parsed.value as ValueOf<N>, origins: Object.fromEntries(inside) },
  };
}

/**
 * The same dossier with values that searches found, by path, put in place of what they solve: what was typed is not
 * read again.
 */
export function withSolved(
  { typed, json, origins }: ResolvedDossier,
  solved: Readonly<Record<string, string>>,
): Reading<ResolvedDossier> {
  return checked({ typed, json: structuredClone(json) as RawDossier, origins: { ...origins } }, solved);
}

/** Puts what was found in place, and reads the whole. */
function checked(
  {
    typed,
    json: whole,
    origins,
  }: {
    readonly typed: unknown;
    readonly json: RawDossier;
    readonly origins: Record<string, OriginKind>;
  },
  solved: Readonly<Record<string, string>>,
): Reading<ResolvedDossier> {
  for (const [path, value] of Object.entries(solved)) {
    setAt(whole, path, value);
    origins[path] = 'solved';
  }
  const parsed = readInput(WHOLE_SCHEMA, whole);
  if (!parsed.ok) return parsed;
  const values = parsed.value as Dossier;
  const { problems, warnings } = crossCheck(values);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { typed, json: whole, values, origins, warnings } };
}

function setAt(whole: RawDossier, path: string, value: Json): void {
  const steps = stepsOf(path);
  const last = steps.pop() as string;
  let at: Record<string, Json> = whole as Record<string, Json>;
  for (const step of steps) at = at[step] as Record<string, Json>;
  at[last] = value;
}
