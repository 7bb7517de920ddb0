import type { z } from 'zod';
import { nearestWord } from './nearest.ts';

/** Something wrong in what was given: where, and in French what is wrong and what to write instead. */
export interface Problem {
  /** For instance `paths[1].terms.annualRate`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Path = readonly PropertyKey[];
/** What zod's error maps receive: an issue, and the schema that raised it. */
type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** Keys that would reach the prototype of an object: never data, whoever sends them. */
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const DEEPEST = 64;
const MOST_PROBLEMS = 100;
const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;

/** A path as it is shown: `paths[1].terms.annualRate`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    const key = String(step);
    if (typeof step === 'number') text += `[${step}]`;
    else if (PLAIN_KEY.test(key)) text += text === '' ? key : `.${key}`;
    else text += `[${JSON.stringify(key.slice(0, 60))}]`;
  }
  return text;
}

/** Looks for forbidden keys and bottomless nesting, without recursion: the value may come from anybody. */
function forbiddenParts(json: unknown): Problem[] {
  const problems: Problem[] = [];
  const waiting: { value: unknown; path: Path }[] = [{ value: json, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > DEEPEST) {
      return [{ path: '', message: `imbriqué sur plus de ${DEEPEST} niveaux : aplatissez les données` }];
    }
    for (const key of Object.keys(value)) {
      const child = [...path, Array.isArray(value) ? Number(key) : key];
      if (FORBIDDEN_KEYS.includes(key)) {
        problems.push({ path: pathText(child), message: `clé interdite : retirez « ${key} »` });
      } else {
        waiting.push({ value: (value as Record<string, unknown>)[key], path: child });
      }
      if (problems.length > MOST_PROBLEMS) return problems;
    }
  }
  return problems;
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'un objet entre accolades { }',
  array: 'une liste entre crochets [ ]',
  string: 'un texte entre guillemets',
  number: 'un nombre, sans guillemets',
  boolean: 'true ou false, sans guillemets',
};

/** The French message of an issue that the field itself did not word. */
function wording(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = EXPECTED[issue.expected] ?? 'une valeur';
      if (issue.input === undefined) return `champ manquant : écrivez ${expected}`;
      if (issue.input === null && issue.path?.length) {
        return `null n’est pas accepté : écrivez ${expected}, ou retirez le champ`;
      }
      return `valeur inattendue : écrivez ${expected}`;
    }
    case 'too_big':
      return issue.origin === 'array'
        ? `liste trop longue : au plus ${issue.maximum} éléments`
        : `trop grand : au plus ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `liste trop courte : au moins ${issue.minimum} élément${Number(issue.minimum) > 1 ? 's' : ''}`
        : `trop petit : au moins ${issue.minimum}`;
    case 'invalid_value':
      return `écrivez ${oneOf(issue.values)}`;
    case 'invalid_union': {
      const options: readonly unknown[] =
        'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      return options.length === 0 ? 'aucune forme attendue ne convient' : `écrivez ${oneOf(options)}`;
    }
    default:
      return 'valeur refusée';
  }
}

/** A choice in words: `"a", "b" ou "c"`. */
export function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ou ${last}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearestWord(key, known);
  if (near !== undefined) return `champ inconnu : vouliez-vous « ${near} » ?`;
  return `champ inconnu : retirez-le (champs connus : ${known.join(', ')})`;
}

/**
 * Reads what a person or a program gave. All the problems at once: unknown and missing keys, wrong values.
 * @param json a parsed JSON value; nothing is assumed of it
 * @returns the value that the schema makes, or the problems (a hundred at most), never an exception
 */
export function readInput<T>(schema: z.ZodType<T>, json: unknown): Reading<T> {
  const problems = forbiddenParts(json);
  const forbidden = new Set(problems.map((problem) => problem.path));
  const knownKeys = new Map<string, readonly string[]>();
  const parsed = schema.safeParse(json, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') {
        const { shape } = (issue.inst?._zod.def ?? {}) as { shape?: object };
        knownKeys.set(pathText(issue.path ?? []), Object.keys(shape ?? {}));
      }
      return wording(issue);
    },
  });
  if (parsed.success && problems.length === 0) return { ok: true, value: parsed.data };
  for (const issue of parsed.error?.issues ?? []) {
    const path = pathText(issue.path);
    if (issue.code !== 'unrecognized_keys') {
      problems.push({ path, message: issue.message });
      continue;
    }
    // Looking for the nearest name costs: beyond what is shown, a problem is only counted.
    for (const key of issue.keys) {
      const keyPath = pathText([...issue.path, key]);
      if (forbidden.has(keyPath)) continue;
      const isShown = problems.length <= MOST_PROBLEMS;
      problems.push({ path: keyPath, message: isShown ? unknownKey(key, knownKeys.get(path) ?? []) : '' });
    }
  }
  if (problems.length <= MOST_PROBLEMS) return { ok: false, problems };
  const others = problems.length - MOST_PROBLEMS;
  const more: Problem = {
    path: '',
    message: `et ${others} autre${others > 1 ? 's' : ''} problème${others > 1 ? 's' : ''}`,
  };
  return { ok: false, problems: [...problems.slice(0, MOST_PROBLEMS), more] };
}
