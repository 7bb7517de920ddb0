import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RankedAlternative, RankedCriterion } from '../../../src/siting/ranking/alternatives.ts';
import { rankAlternatives } from '../../../src/siting/ranking/ranking.ts';
import { drawWeights } from '../../../src/siting/ranking/scores.ts';
import { testOften } from '../../support/extent.ts';

const criteria = (count: number): RankedCriterion[] =>
  Array.from({ length: count }, (_, j) => ({
    id: `c${j}`,
    label: `Critère ${j}`,
    better: 'higher' as const,
  }));

const alternative = (
  id: string,
  values: readonly RankedAlternative['values'][string][],
  source = id,
): RankedAlternative => ({
  id,
  source,
  values: Object.fromEntries(values.map((value, j) => [`c${j}`, value])),
});

const bestOf = (ranking: ReturnType<typeof rankAlternatives>, id: string) =>
  ranking.results.find((result) => result.id === id)?.best ?? Number.NaN;

/** Three standard deviations of a share found by so many draws. */
const within = (share: number, draws: number) => 3 * Math.sqrt((share * (1 - share)) / draws);

describe('known shares of the simplex', () => {
  test('two alternatives, each better on one of two criteria: a half each', () => {
    const ranking = rankAlternatives(criteria(2), [alternative('a', [1, 0]), alternative('b', [0, 1])]);
    expect(Math.abs(bestOf(ranking, 'a') - 0.5)).toBeLessThan(within(0.5, 10_000));
    expect(bestOf(ranking, 'a') + bestOf(ranking, 'b')).toBeCloseTo(1, 12);
    // The best with a weight over a half on the first criterion: three quarters on average.
    const weights = ranking.results.find(({ id }) => id === 'a')?.centralWeights;
    expect(weights?.c0).toBeCloseTo(0.75, 2);
    expect((weights?.c0 ?? 0) + (weights?.c1 ?? 0)).toBeCloseTo(1, 12);
  });

  test('a compromise at 0.6 of both is the best when the weight is between 0.4 and 0.6', () => {
    const ranking = rankAlternatives(criteria(2), [
      alternative('a', [1, 0]),
      alternative('b', [0, 1]),
      alternative('c', [0.6, 0.6]),
    ]);
    for (const [id, share] of [
      ['a', 0.4],
      ['b', 0.4],
      ['c', 0.2],
    ] as const)
      expect(Math.abs(bestOf(ranking, id) - share)).toBeLessThan(within(share, 10_000));
    // Three alternatives: none is ever beyond the third rank.
    expect(ranking.results.every(({ amongFirst }) => amongFirst === 1)).toBe(true);
  });

  test('three criteria: a compromise at one half wins where no weight is over one half, a quarter of the triangle', () => {
    const ranking = rankAlternatives(criteria(3), [
      alternative('a', [1, 0, 0]),
      alternative('b', [0, 1, 0]),
      alternative('c', [0, 0, 1]),
      alternative('d', [0.5, 0.5, 0.5]),
    ]);
    for (const id of ['a', 'b', 'c', 'd'])
      expect(Math.abs(bestOf(ranking, id) - 0.25)).toBeLessThan(within(0.25, 10_000));
  });

  test('one that dominates is always the best; the other never is, and says by which', () => {
    const ranking = rankAlternatives(criteria(2), [alternative('a', [3, 5]), alternative('b', [3, 4])]);
    expect(bestOf(ranking, 'a')).toBe(1);
    expect(ranking.results.find(({ id }) => id === 'b')).toEqual({
      id: 'b',
      best: 0,
      amongFirst: 1,
      centralWeights: undefined,
      confidence: undefined,
    });
    expect(ranking.dominated).toEqual([{ id: 'b', by: ['a'], always: true }]);
  });

  test('two equal ones share every draw', () => {
    const ranking = rankAlternatives(criteria(2), [alternative('a', [1, 2]), alternative('b', [1, 2])]);
    expect([bestOf(ranking, 'a'), bestOf(ranking, 'b')]).toEqual([0.5, 0.5]);
    expect(ranking.dominated).toEqual([]);
  });
});

test('weights sum to one and each has the mean of a uniform simplex', () => {
  const ids = ['x', 'y', 'z', 't'];
  const weights = drawWeights(ids, 20_000, 7);
  const means = ids.map(() => 0);
  for (let d = 0; d < 20_000; d++) {
    let sum = 0;
    for (let j = 0; j < 4; j++) {
      const weight = weights[d * 4 + j] as number;
      means[j] = (means[j] as number) + weight / 20_000;
      sum += weight;
    }
    expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
  }
  // Standard deviation of one weight of four: √(3/80).
  for (const mean of means) expect(Math.abs(mean - 0.25)).toBeLessThan(3 * Math.sqrt(3 / 80 / 20_000));
});

describe('what is uncertain', () => {
  const uncertain = (low: number, central: number, high: number) => ({ low, central, high });

  test('the paths of one site are drawn together: a little dearer at every reading is never the best', () => {
    const one: RankedCriterion[] = [{ id: 'c0', label: 'Coût', better: 'lower' }];
    const values = [[uncertain(100, 200, 400)], [uncertain(101, 201, 401)]];
    const together = rankAlternatives(
      one,
      values.map((value, i) => alternative(`p${i}`, value, 'site')),
    );
    expect(bestOf(together, 'p0')).toBe(1);
    expect(together.dominated).toEqual([{ id: 'p1', by: ['p0'], always: true }]);
    const apart = rankAlternatives(
      one,
      values.map((value, i) => alternative(`p${i}`, value)),
    );
    // Two sites of nearly the same range: about one time in two.
    expect(Math.abs(bestOf(apart, 'p0') - 0.5)).toBeLessThan(0.03);
    expect(apart.dominated).toEqual([{ id: 'p1', by: ['p0'], always: false }]);
    // The weights change nothing with a single criterion: what is unsure is the cost.
    expect(apart.results[0]?.confidence).toBeCloseTo(apart.results[0]?.best ?? 0, 12);
  });

  test('a triangular position: below its central reading one time in two, below a quarter one time in eight', () => {
    const one: RankedCriterion[] = [{ id: 'c0', label: 'Coût', better: 'lower' }];
    const shareBelow = (threshold: number) =>
      bestOf(
        rankAlternatives(one, [
          alternative('sure', [threshold]),
          alternative('unsure', [uncertain(0, 0.5, 1)]),
        ]),
        'unsure',
      );
    expect(Math.abs(shareBelow(0.5) - 0.5)).toBeLessThan(within(0.5, 10_000));
    expect(Math.abs(shareBelow(0.25) - 0.125)).toBeLessThan(within(0.125, 10_000));
  });
});

describe('what does not hold at an end', () => {
  const one: RankedCriterion[] = [{ id: 'c0', label: 'Coût', better: 'lower' }];
  const unsure = { low: 1, central: 2, high: null };

  test('is out of the draws towards that end, one in two, and never wins them', () => {
    const ranking = rankAlternatives(one, [alternative('cheap', [unsure]), alternative('dear', [9])]);
    expect(Math.abs(bestOf(ranking, 'cheap') - 0.5)).toBeLessThan(within(0.5, 10_000));
    expect(bestOf(ranking, 'cheap') + bestOf(ranking, 'dear')).toBeCloseTo(1, 12);
    expect(ranking.dominated).toEqual([{ id: 'dear', by: ['cheap'], always: false }]);
  });

  test('leaves draws without a best when nothing else holds', () => {
    const ranking = rankAlternatives(one, [
      alternative('a', [unsure], 'site'),
      alternative('b', [{ low: 3, central: 4, high: null }], 'site'),
    ]);
    expect(Math.abs(bestOf(ranking, 'a') - 0.5)).toBeLessThan(within(0.5, 10_000));
    expect(bestOf(ranking, 'b')).toBe(0);
    expect(ranking.dominated).toEqual([{ id: 'b', by: ['a'], always: true }]);
  });

  test('alone, an only value: it is the best where it holds', () => {
    const ranking = rankAlternatives(one, [alternative('a', [{ low: 2, central: 2, high: null }])]);
    expect(Math.abs(bestOf(ranking, 'a') - 0.5)).toBeLessThan(within(0.5, 10_000));
  });
});

describe('what is missing', () => {
  test('an alternative without a value is excluded, and says which', () => {
    const ranking = rankAlternatives(criteria(2), [
      alternative('a', [1, 0]),
      alternative('b', [0, 1]),
      alternative('c', [5, null]),
    ]);
    expect(ranking.excluded).toEqual([{ id: 'c', missing: ['c1'] }]);
    expect(ranking.results.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  });

  test('a criterion that more than half lack is dropped rather than emptying the ranking', () => {
    const ranking = rankAlternatives(criteria(2), [
      alternative('a', [1, null]),
      alternative('b', [0, null]),
      alternative('c', [2, 4]),
    ]);
    expect([ranking.dropped, ranking.excluded, ranking.criteria]).toEqual([['c1'], [], ['c0']]);
    expect(bestOf(ranking, 'c')).toBe(1);
  });

  test('a criterion on which all are equal parts nobody', () => {
    const ranking = rankAlternatives(criteria(2), [alternative('a', [1, 7]), alternative('b', [0, 7])]);
    expect([ranking.equal, ranking.criteria]).toEqual([['c1'], ['c0']]);
  });

  test('nothing to rank, more than eight criteria, two of one id', () => {
    expect(rankAlternatives(criteria(2), []).results).toEqual([]);
    expect(() => rankAlternatives(criteria(9), [])).toThrow('more than 8 criteria');
    expect(() => rankAlternatives(criteria(1), [alternative('a', [1]), alternative('a', [2])])).toThrow(
      'same id',
    );
  });
});

const drawnAlternatives = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([alternatives, count]) =>
    fc.record({
      count: fc.constant(count),
      values: fc.array(
        fc.array(
          fc.oneof(
            fc.integer({ min: 0, max: 9 }),
            fc.record({
              low: fc.integer({ min: 0, max: 9 }),
              central: fc.integer({ min: 0, max: 9 }),
              high: fc.integer({ min: 0, max: 9 }),
            }),
          ),
          { minLength: count, maxLength: count },
        ),
        { minLength: alternatives, maxLength: alternatives },
      ),
    }),
  );
const SETTINGS = { draws: 400, seed: 11 };

testOften('no order of criteria or alternatives changes a bit', { quick: 40, whole: 1_000 }, (numRuns) => {
  fc.assert(
    fc.property(drawnAlternatives, ({ count, values }) => {
      const alternatives = values.map((value, i) => alternative(`a${i}`, value, `s${i % 2}`));
      const first = rankAlternatives(criteria(count), alternatives, SETTINGS);
      const again = rankAlternatives(criteria(count).toReversed(), alternatives.toReversed(), SETTINGS);
      expect(again.results).toEqual(first.results);
      expect(again.dominated).toEqual(first.dominated);
      expect(rankAlternatives(criteria(count), alternatives, { ...SETTINGS, seed: 12 }).draws).toBe(400);
      expect(first.results.reduce((sum, { best }) => sum + best, 0)).toBeCloseTo(1, 9);
    }),
    { numRuns },
  );
});

testOften('better on one criterion is never less often the best', { quick: 60, whole: 2_000 }, (numRuns) => {
  fc.assert(
    fc.property(
      drawnAlternatives,
      fc.nat(),
      fc.integer({ min: 1, max: 12 }),
      ({ count, values }, place, gain) => {
        const j = place % count;
        const build = (first: readonly (typeof values)[number][number][]) => [
          alternative('a0', first),
          ...values.slice(1).map((value, i) => alternative(`a${i + 1}`, value)),
        ];
        const own = values[0] ?? [];
        const better = own.map((value, at) => {
          if (at !== j) return value;
          if (typeof value === 'number') return value + gain;
          return { low: value.low + gain, central: value.central + gain, high: value.high + gain };
        });
        const before = rankAlternatives(criteria(count), build(own), SETTINGS);
        const after = rankAlternatives(criteria(count), build(better), SETTINGS);
        expect(bestOf(after, 'a0')).toBeGreaterThanOrEqual(bestOf(before, 'a0') - 1e-9);
      },
    ),
    { numRuns },
  );
});

testOften('a dominated one at every reading is never the best', { quick: 40, whole: 1_000 }, (numRuns) => {
  fc.assert(
    fc.property(drawnAlternatives, ({ count, values }) => {
      const alternatives = values.map((value, i) => alternative(`a${i}`, value, `s${i % 2}`));
      const { dominated, results } = rankAlternatives(criteria(count), alternatives, SETTINGS);
      for (const { id, always } of dominated)
        if (always) expect(results.find((result) => result.id === id)?.best).toBe(0);
    }),
    { numRuns },
  );
});
