import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodedRing, encodedRing, STEP } from '../../src/sites/encoded-outline.ts';
import { drawOutline, ringsOf } from '../../src/sites/outline-drawing.ts';
import { webLink } from '../../src/sites/web-link.ts';
import outlines from '../../views/assets/departments.json' with { type: 'json' };

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

test('a ring written as a text is read back within half a step', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 30 }), (ring) => {
      const { text, vertices } = encodedRing(ring);
      const decoded = decodedRing(text);
      expect(decoded.length).toBe(vertices);
      for (const [longitude, latitude] of ring) {
        const isNear = decoded.some(
          ([x, y]) => Math.abs(x - longitude) <= STEP / 2 + 1e-9 && Math.abs(y - latitude) <= STEP / 2 + 1e-9,
        );
        expect(isNear).toBe(true);
      }
    }),
  );
});

test('the outlines hold each department once, where it is', () => {
  expect(outlines.departments.length).toBe(101);
  expect(new Set(outlines.departments.map(({ code }) => code)).size).toBe(101);
  const boxOf = (code: string) => {
    const points = outlines.departments.find((one) => one.code === code)?.rings.flatMap(decodedRing) ?? [];
    return [
      Math.min(...points.map(([x]) => x)),
      Math.max(...points.map(([x]) => x)),
      Math.min(...points.map(([, y]) => y)),
      Math.max(...points.map(([, y]) => y)),
    ];
  };
  // The Loire: 3.69 to 4.76 east, 45.23 to 46.28 north. La Réunion: 55.22 to 55.84 east, 21.39 to 20.87 south.
  for (const [code, expected] of [
    ['42', [3.69, 4.76, 45.23, 46.28]],
    ['974', [55.22, 55.84, -21.39, -20.87]],
  ] as const) {
    boxOf(code).forEach((value, index) => {
      expect(Math.abs(value - (expected[index] ?? 0))).toBeLessThan(0.03);
    });
  }
});

test('a square of the ground is drawn as a square', () => {
  // At 60 degrees north a degree of longitude is half of one of latitude.
  const drawing = drawOutline(
    [
      [
        [10, 60],
        [10.02, 60],
        [10.02, 60.01],
        [10, 60.01],
      ],
    ],
    100,
  );
  expect(drawing?.metresHigh).toBeCloseTo(1113.2, 0);
  expect(drawing?.metresWide).toBeCloseTo(1113.2, -1);
  expect(drawing?.at([10, 60.01])).toEqual([0, 0]);
  expect(drawing?.path).toMatch(/^M0 100L/);
});

test.each([
  null,
  '',
  'pas du JSON',
  'null',
  '[]',
  '{"type":"Polygon"}',
  '{"type":"Polygon","coordinates":[[["a","b"],[null,1],[1]]]}',
  '{"type":"Point","coordinates":[4,46]}',
  '{"type":"MultiPolygon","coordinates":{"length":3}}',
])('an outline of %s draws nothing', (outline) => {
  expect(drawOutline(ringsOf(outline), 100)).toBeUndefined();
});

test('a point many times over has no shape', () => {
  expect(drawOutline([Array.from({ length: 9 }, () => [4, 46] as const)], 100)).toBeUndefined();
});

test.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['  http://example.org ', 'http://example.org/'],
  ['javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)//https://', undefined],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['//example.org', undefined],
  ['https://bank.example@evil.example/', undefined],
  ['https://', undefined],
  ['', undefined],
  [undefined, undefined],
])('the link of %s is %s', (text, link) => {
  expect(webLink(text)).toBe(link);
});
