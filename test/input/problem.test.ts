import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { amount, literal, rate, text, truth } from '../../src/input/fields.ts';
import { nearestWord } from '../../src/input/nearest.ts';
import { pathText, readInput } from '../../src/input/problem.ts';

const schema = z.strictObject({
  title: text(20),
  paths: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: literal('loan'),
          terms: z.strictObject({ amount: amount(), annualRate: rate() }),
        }),
        z.strictObject({ kind: literal('rent'), indexed: truth() }),
      ]),
    )
    .min(1)
    .max(3),
  site: z.strictObject({ price: amount() }).nullable(),
});

/** « path: message » for each problem of a JSON text. */
function problems(json: string): string[] {
  const reading = readInput(schema, JSON.parse(json));
  return reading.ok ? [] : reading.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('reading what was given', () => {
  test('a right value', () => {
    const json = '{"title":"t","paths":[{"kind":"rent","indexed":true}],"site":null}';
    expect(readInput(schema, JSON.parse(json))).toEqual({
      ok: true,
      value: { title: 't', paths: [{ kind: 'rent', indexed: true }], site: null },
    });
  });

  test('all the problems at once, each at its place', () => {
    const given = {
      titel: 'x',
      paths: [
        { kind: 'rent', indexed: 'true' },
        { kind: 'loan', terms: { amount: 1000, annualRate: '3.85', anualRate: '0.03' } },
        { kind: 'lone' },
      ],
    };
    expect(problems(JSON.stringify(given))).toEqual([
      'title: champ manquant : écrivez un texte',
      'paths[0].indexed: écrivez true sans guillemets',
      'paths[1].terms.amount: écrivez "1000.00" entre guillemets',
      'paths[1].terms.annualRate: trop grand : un taux est une fraction, au plus 0.5 ; vouliez-vous 0.0385 ?',
      'paths[1].terms.anualRate: champ inconnu : vouliez-vous « annualRate » ?',
      'paths[2].kind: écrivez "loan" ou "rent"',
      'site: champ manquant : écrivez un objet entre accolades { }',
      'titel: champ inconnu : vouliez-vous « title » ?',
    ]);
  });

  test.each([
    ['null', ': valeur inattendue : écrivez un objet entre accolades { }'],
    ['[]', ': valeur inattendue : écrivez un objet entre accolades { }'],
    ['"texte"', ': valeur inattendue : écrivez un objet entre accolades { }'],
    ['12', ': valeur inattendue : écrivez un objet entre accolades { }'],
  ])('%s is no dossier', (json, expected) => {
    expect(problems(json)).toEqual([expected]);
  });

  test('lists too short and too long, null where nothing may be', () => {
    expect(problems('{"title":"t","paths":[],"site":null}')).toEqual([
      'paths: liste trop courte : au moins 1 élément',
    ]);
    const four = Array(4).fill({ kind: 'rent', indexed: true });
    expect(problems(JSON.stringify({ title: 't', paths: four, site: null }))).toEqual([
      'paths: liste trop longue : au plus 3 éléments',
    ]);
    expect(problems('{"title":"t","paths":null,"site":null}')).toEqual([
      'paths: null n’est pas accepté : écrivez une liste entre crochets [ ], ou retirez le champ',
    ]);
  });

  test('an unknown key that looks like nothing known is told what is known', () => {
    expect(problems('{"title":"t","paths":[{"kind":"rent","indexed":true}],"site":null,"zzz":1}')).toEqual([
      'zzz: champ inconnu : retirez-le (champs connus : title, paths, site)',
    ]);
  });

  test('keys that reach the prototype of an object are refused wherever they are, and reach nothing', () => {
    const json =
      '{"title":"t","__proto__":{"admin":true},"constructor":1,' +
      '"paths":[{"kind":"rent","indexed":true,"prototype":2}],"site":{"price":"1.00","__proto__":null}}';
    expect(problems(json).toSorted()).toEqual([
      '__proto__: clé interdite : retirez « __proto__ »',
      'constructor: clé interdite : retirez « constructor »',
      'paths[0].prototype: clé interdite : retirez « prototype »',
      'site.__proto__: clé interdite : retirez « __proto__ »',
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('nesting without end and problems without number are cut short', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(problems(deep)).toContain(': imbriqué sur plus de 64 niveaux : aplatissez les données');
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`inconnu${index}`, 1]));
    const told = problems(JSON.stringify(many));
    expect(told).toHaveLength(101);
    expect(told.at(-1)).toBe(': et 403 autres problèmes');
  });
});

test('paths are shown as they would be typed', () => {
  expect(pathText(['paths', 1, 'terms', 'annualRate'])).toBe('paths[1].terms.annualRate');
  expect(pathText(['a b', 0])).toBe('["a b"][0]');
  expect(pathText([])).toBe('');
});

test('the nearest word forgives a slip, not a guess', () => {
  const known = ['annualRate', 'amount', 'payments', 'paymentsPerYear'];
  expect(nearestWord('anualRate', known)).toBe('annualRate');
  expect(nearestWord('annual_rate', known)).toBe('annualRate');
  expect(nearestWord('amuont', known)).toBe('amount');
  expect(nearestWord('payment', known)).toBe('payments');
  expect(nearestWord('taux', known)).toBeUndefined();
});
