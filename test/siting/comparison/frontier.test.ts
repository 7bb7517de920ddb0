import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontierOf } from '../../../src/siting/comparison/frontier.ts';

const point = (id: string, x: number, y: number) => ({ id, x, y });

test('cost against jobs: dearer only to create more', () => {
  const points = [point('a', 10, 5), point('b', 20, 5), point('c', 20, 9), point('d', 30, 8)];
  expect(frontierOf(points, { x: 'lower', y: 'higher' }).map(({ id }) => id)).toEqual(['a', 'c']);
});

test('rent against months: both lower', () => {
  const points = [point('a', 12, 80), point('b', 24, 60), point('c', 24, 70), point('d', 36, 60)];
  expect(frontierOf(points, { x: 'lower', y: 'lower' }).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('equal points stand together; none of the frontier beats another', () => {
  const points = [point('b', 1, 1), point('a', 1, 1), point('c', 2, 2)];
  expect(frontierOf(points, { x: 'lower', y: 'lower' }).map(({ id }) => id)).toEqual(['a', 'b']);
  const drawn = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(drawn, (pairs) => {
      const all = pairs.map(([x, y], index) => point(`p${index}`, x, y));
      const frontier = frontierOf(all, { x: 'lower', y: 'higher' });
      expect(frontier.length).toBeGreaterThan(0);
      // Every point left out is beaten by one of the frontier.
      for (const left of all.filter((one) => !frontier.includes(one)))
        expect(frontier.some(({ x, y }) => x <= left.x && y >= left.y)).toBe(true);
    }),
  );
});
