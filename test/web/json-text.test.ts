import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonText } from '../../src/web/api/json-text.ts';

describe('a JSON text is read as JSON.parse reads it', () => {
  test('whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const reading = readJsonText(text);
        // A random key may be one of those refused; nothing else is.
        if (reading.kind === 'refused') {
          expect(JSON.stringify(reading.problems)).toMatch(/__proto__|constructor|prototype/);
        } else expect(reading).toEqual({ kind: 'value', value: JSON.parse(text) });
      }),
      { numRuns: 300 },
    );
  });

  test('and refused where JSON.parse refuses it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(
          '',
          ',',
          '}',
          ']',
          '{',
          '"',
          '\\',
          '1',
          'e',
          '-',
          '.',
          ' ',
          '\n',
          '\u0000',
          'tru',
          ':',
        ),
        fc.nat(2),
        (value, at, inserted, removed) => {
          const whole = JSON.stringify(value);
          const place = at % (whole.length + 1);
          const text = whole.slice(0, place) + inserted + whole.slice(place + removed);
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          expect(readJsonText(text).kind === 'malformed', text).toBe(!isJson);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['', 1, 1, '', /^corps vide/],
  ['{"a": [1, {"b": tru', 1, 20, 'a[1].b', /coupé/],
  ['{\n  "a": 1,\n}', 3, 1, '', /virgule de trop avant « } »/],
  ['{\n  "a": [1, ]\n}', 2, 12, 'a[1]', /virgule de trop, ou valeur manquante, avant « ] »/],
  ['{"a" 1}', 1, 6, 'a', /deux-points/],
  ['{"a": "x', 1, 9, 'a', /guillemet de fin/],
  ['{"a": "\\x"}', 1, 8, 'a', /barre oblique inverse/],
  ['[1 2]', 1, 4, '', /virgule ou « ] » attendu/],
  ['{"a": 01}', 1, 7, 'a', /« 01 » n’est pas une valeur JSON/],
  ['{"a": +1}', 1, 7, 'a', /« \+1 »/],
  ['{"a": .5}', 1, 7, 'a', /« .5 »/],
  ['{"a": undefined}', 1, 7, 'a', /« undefined »/],
])('%j stops at its line, column and part', (text, line, column, path, message) => {
  expect(readJsonText(text)).toMatchObject({
    kind: 'malformed',
    malformed: { line, column, path, message: expect.stringMatching(message) },
  });
});

test.each([
  ['{"a": 1, "\\u0061": 2}', 'a', 'champ donné deux fois : gardez-en un'],
  ['{"b": [{"__proto__": {}}]}', 'b[0].__proto__', 'clé interdite : retirez « __proto__ »'],
  ['{"\\u005f_proto__": 1}', '__proto__', 'clé interdite : retirez « __proto__ »'],
  ['[1e999]', '[0]', 'nombre trop grand : aucun montant n’a tant de chiffres'],
])('%j is refused', (text, path, message) => {
  expect(readJsonText(text)).toEqual({ kind: 'refused', problems: [{ path, message }] });
});

test('64 levels are read, 65 are not', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(readJsonText(nested(64)).kind).toBe('value');
  expect(readJsonText(nested(65)).kind).toBe('refused');
});

test('a text of 2 MiB is read without holding the server', () => {
  const text = JSON.stringify(
    Array.from({ length: 60_000 }, (_, index) => ({ id: `lot-${index}`, value: '1.00' })),
  );
  const start = performance.now();
  expect(readJsonText(text).kind).toBe('value');
  expect(performance.now() - start).toBeLessThan(2000);
});
