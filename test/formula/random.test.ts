import { describe, expect, test } from 'vitest';
import { fillUniform, philox, uniform } from '../../src/formula/draws/random.ts';
import {
  fillNormal,
  fillTriangular,
  normal,
  normalQuantile,
  triangleFromQuantiles,
  triangular,
  triangularQuantile,
} from '../../src/formula/draws/random-distributions.ts';

const COUNT = 100_000;
const source = { seed: 20261122, assumption: 'works.cost' };

function drawUniform(seed = source.seed, assumption = source.assumption): Float64Array {
  const block = new Float64Array(COUNT);
  fillUniform(block, { seed, assumption });
  return block;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: Float64Array, meanX: number, y: Float64Array, meanY: number) =>
    x.reduce((sum, value, i) => sum + (value - meanX) * ((y[i] as number) - meanY), 0);
  return product(a, meanA, b, meanB) / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
}

// Known answers published with the Random123 library (kat_vectors, philox4x32 10 rounds).
test.each([
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [-1, -1, -1, -1],
    [-1, -1],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
])('philox of %o', (counter, [key0 = 0, key1 = 0], expected) => {
  const words = Uint32Array.from(counter);
  philox(words, key0, key1);
  expect([...words]).toEqual(expected);
});

describe('uniform numbers', () => {
  test('do not depend on the order nor on the blocks in which they are drawn', () => {
    const whole = drawUniform();
    const part = new Float64Array(100);
    for (const first of [5000, 0, 99_900]) {
      fillUniform(part, source, first);
      expect(part).toEqual(whole.slice(first, first + 100));
    }
    for (const draw of [77_777, 3, 40_000])
      expect(uniform(source.seed, source.assumption, draw)).toBe(whole[draw]);
  });

  test('have the same bits from one version of the program to the next', () => {
    expect(uniform(1, 'rate', 0)).toBe(0.2979302913887706);
  });

  test('fill ]0, 1[ evenly: chi-squared over 1 000 classes', () => {
    const classes = new Float64Array(1000);
    for (const value of drawUniform()) {
      expect(value > 0 && value < 1).toBe(true);
      const index = Math.floor(value * 1000);
      classes[index] = (classes[index] as number) + 1;
    }
    const wanted = COUNT / 1000;
    const chiSquared = classes.reduce((sum, count) => sum + (count - wanted) ** 2 / wanted, 0);
    // 999 degrees of freedom: mean 999, standard deviation 44.7; beyond four of them once in 16 000.
    expect(Math.abs(chiSquared - 999)).toBeLessThan(4 * 44.7);
  });

  test('of two assumptions, two seeds, two successive draws are independent', () => {
    const draws = drawUniform();
    const limit = 4 / Math.sqrt(COUNT);
    expect(Math.abs(correlation(draws, drawUniform(source.seed, 'works.costs')))).toBeLessThan(limit);
    expect(Math.abs(correlation(draws, drawUniform(source.seed + 1)))).toBeLessThan(limit);
    expect(Math.abs(correlation(draws, drawUniform(source.seed + 2 ** 32)))).toBeLessThan(limit);
    expect(Math.abs(correlation(draws.slice(0, -1), draws.slice(1)))).toBeLessThan(limit);
  });
});

// Normal quantiles: scipy.stats.norm.ppf.
test.each([
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [0.00001, -4.264890793922825],
  [0.05, -1.6448536269514729],
  [0.3, -0.5244005127080409],
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.999999, 4.753424308817087],
])('normal quantile of %d', (probability, expected) => {
  expect(normalQuantile(probability)).toBeCloseTo(expected, 12);
});

test('normal draws have the mean and the deviation asked for', () => {
  const block = new Float64Array(COUNT);
  fillNormal(block, source, 100, 15);
  const mean = block.reduce((sum, value) => sum + value, 0) / COUNT;
  const variance = block.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT;
  expect(Math.abs(mean - 100)).toBeLessThan((4 * 15) / Math.sqrt(COUNT));
  expect(Math.abs(Math.sqrt(variance) - 15)).toBeLessThan((4 * 15) / Math.sqrt(2 * COUNT));
  expect(normal(source, 7, 100, 15)).toBe(block[7]);
});

describe('triangular distribution', () => {
  test.each([
    [8, 10, 15, 0.1],
    [10, 10, 15, 0.05],
    [8, 10, 10, 0.05],
    [-3, -1, 7, 0.25],
    [0.02, 0.03, 0.06, 0.1],
  ])('from quantiles %d, mode %d, %d with %d outside', (low, mode, high, outside) => {
    const triangle = triangleFromQuantiles(low, mode, high, outside);
    expect(triangularQuantile(triangle, outside)).toBeCloseTo(low, 9);
    expect(triangularQuantile(triangle, 1 - outside)).toBeCloseTo(high, 9);
    expect(triangle.least <= low && triangle.most >= high).toBe(true);
  });

  test('with nothing outside, the quantiles are the ends; a certain value is itself', () => {
    expect(triangleFromQuantiles(8, 10, 15, 0)).toEqual({ least: 8, mode: 10, most: 15 });
    const certain = triangleFromQuantiles(10, 10, 10, 0.1);
    expect(triangularQuantile(certain, 0.9)).toBe(10);
  });

  test('draws leave the share asked for outside the quantiles', () => {
    const triangle = triangleFromQuantiles(8, 10, 15, 0.1);
    const block = new Float64Array(COUNT);
    fillTriangular(block, source, triangle);
    const limit = 4 * Math.sqrt((0.1 * 0.9) / COUNT);
    expect(Math.abs(block.filter((value) => value < 8).length / COUNT - 0.1)).toBeLessThan(limit);
    expect(Math.abs(block.filter((value) => value > 15).length / COUNT - 0.1)).toBeLessThan(limit);
    expect(triangular(source, 3, triangle)).toBe(block[3]);
  });

  test('is refused when its mode is not between its quantiles', () => {
    expect(() => triangleFromQuantiles(10, 8, 15, 0.1)).toThrow('no triangle from 10, 8, 15');
  });
});
