import { describe, expect, test } from 'vitest';
import { descriptionAt, valueAt } from '../../src/dossier/location.ts';
import { resolveDossier } from '../../src/dossier/resolution.ts';
import type { Json } from '../../src/input/description.ts';
import { scenarios } from '../support/dossiers.ts';

interface Notes {
  readonly facts: readonly { readonly path: string; readonly source: string }[];
  readonly hypotheses: readonly { readonly path: string; readonly why: string }[];
}

/** Not an amount that somebody chose: the version of the file format. */
const NOT_CHOSEN = ['schemaVersion'];
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Paths of the values typed under `value` that are numbers, or numbers written as text. */
function numberPaths(value: Json, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => numberPaths(item, `${path}[${index}]`));
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, child]) =>
      numberPaths(child, path === '' ? key : `${path}.${key}`),
    );
  }
  // A department is a name, not a quantity.
  if (path.endsWith('.department')) return [];
  return typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value)) ? [path] : [];
}

/** A source names who published it and when: « usinenouvelle.com, 15/09/2022 », « (2024) ». */
const DATED = /\b(19|20)\d{2}\b/;

describe.each(scenarios())('notes of $id', ({ dossier }) => {
  const { facts, hypotheses } = dossier as unknown as Notes;
  const noted = [...facts, ...hypotheses].map(({ path }) => path);

  test('every number typed has its source, or says that it is a hypothesis and why', () => {
    const unsaid = numberPaths(dossier).filter((path) => !noted.includes(path) && !NOT_CHOSEN.includes(path));
    expect(unsaid).toEqual([]);
  });

  test('every note is on something of the dossier', () => {
    const resolved = resolveDossier(dossier);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const { values } = resolved.value;
    const lost = noted.filter(
      (path) => descriptionAt(path, values) === undefined || valueAt(values, path) === undefined,
    );
    expect(lost).toEqual([]);
  });

  test('nothing is noted twice, as a fact and as a hypothesis', () => {
    expect(noted.filter((path, index) => noted.indexOf(path) !== index)).toEqual([]);
  });

  test('the summary asks a question, which the home page shows', () => {
    expect((dossier as { summary: string }).summary).toMatch(/[.] [^.?]+\?/);
  });

  test('every source is dated, every reason is told', () => {
    expect(facts.filter(({ source }) => !DATED.test(source)).map(({ path }) => path)).toEqual([]);
    expect(hypotheses.filter(({ why }) => why.trim() === '').map(({ path }) => path)).toEqual([]);
  });
});

test('the paths of a dossier are found as they are written in its notes', () => {
  expect(
    numberPaths({
      site: { department: '42', price: '1600000.00' },
      paths: [{ id: 'r0' }, { terms: { payments: 216, annualRate: '0.0385', label: '12 mois' } }],
    }),
  ).toEqual(['site.price', 'paths[1].terms.payments', 'paths[1].terms.annualRate']);
});
