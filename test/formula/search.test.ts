import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  constant,
  dividedBy,
  max,
  min,
  minus,
  plus,
  roundedToCents,
  times,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import type { Assumption, Formula, Line } from '../../src/formula/operations.ts';
import { climb } from '../../src/formula/search/best.ts';
import { settle } from '../../src/formula/search/settling.ts';
import {
  type Found,
  findAll,
  largestThatHolds,
  smallestThatHolds,
  type Target,
} from '../../src/formula/search.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { TEST_ORIGIN } from '../support/small-models.ts';

type Money = Formula<'money', 'once', 'defined'>;

const euros = (value: string | number): Money => constant(value, 'money');
const ratio = (value: string) => constant(value, 'ratio');

interface Range {
  readonly from?: string | number;
  readonly to?: string | number;
  readonly step?: string | number;
}

/** A calculation of one unknown, an amount, and one line. */
function target(
  write: (amount: Assumption<'money'>) => Formula<'money' | 'ratio', 'once'>,
  { from = 0, to = 1_000_000, step = 1 }: Range = {},
): Target {
  const calculation = new Calculation(createTimeline('2026-01-15', 12));
  const assumption = calculation.assumption('loan', 'Prêt', 'money', 0, TEST_ORIGIN);
  const line = calculation.once('target', 'Cible', write(assumption) as Money);
  return {
    calculation,
    assumption,
    line: line as Line<'money' | 'ratio', 'once'>,
    from: new Decimal(from),
    to: new Decimal(to),
    step: new Decimal(step),
  };
}

/** The target at a value, read apart from the search. */
function exactly({ calculation, line }: Target, value: Decimal): Decimal | null {
  return readExactly(calculation, new Map([['loan', value]])).of(line)[0] ?? null;
}

function shown({ value, reached, at, neighbour, crossings }: Found) {
  return {
    value: value?.toString(),
    reached: reached?.toString() ?? null,
    at: at.toString(),
    neighbour: neighbour && [neighbour.value.toString(), neighbour.reached?.toString() ?? null],
    crossings,
  };
}

describe('monotone targets', () => {
  test('the smallest loan that pays 100 000 € and its own fee of 1,5 %', () => {
    // 0.985 × 101 522 = 99 999.17: one euro short of it, 0.83 € are missing.
    const asked = target((loan) =>
      minus(loan, plus(roundedToCents(times(loan, ratio('0.015'))), euros(100_000))),
    );
    expect(shown(smallestThatHolds(asked))).toEqual({
      value: '101523',
      reached: '0.15',
      at: '101523',
      neighbour: ['101522', '-0.83'],
      crossings: 1,
    });
  });

  test('the largest loan whose annuity of a tenth stays within 50 000 €: exactly zero holds', () => {
    const asked = target((loan) => minus(euros(50_000), times(loan, ratio('0.1'))));
    expect(shown(largestThatHolds(asked))).toEqual({
      value: '500000',
      reached: '0',
      at: '500000',
      neighbour: ['500001', '-0.1'],
      crossings: 1,
    });
  });

  test('values tried are whole steps from the start, not from zero', () => {
    const asked = target((loan) => minus(loan, euros(1000)), { from: 130, to: 5000, step: '250.5' });
    // 130 + 4 × 250.5 = 1 132; the last step inside the interval is 130 + 19 × 250.5 = 4 889.50.
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: '1132', neighbour: ['881.5', '-118.5'] });
    const all = target((loan) => plus(loan, euros(1)), { from: 130, to: 5000, step: '250.5' });
    expect(shown(largestThatHolds(all))).toMatchObject({ value: '4889.5', neighbour: undefined });
  });

  test('a bound that holds is the answer, with no neighbour', () => {
    const asked = target((loan) => plus(loan, euros(1)));
    expect(shown(smallestThatHolds(asked))).toEqual({
      value: '0',
      reached: '1',
      at: '0',
      neighbour: undefined,
      crossings: 0,
    });
  });

  test('only the last value holds, or only one value is there', () => {
    const asked = target((loan) => minus(loan, euros(1_000_000)));
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: '1000000', neighbour: ['999999', '-1'] });
    const alone = target((loan) => minus(loan, euros(7)), { from: 7, to: 7 });
    expect(shown(smallestThatHolds(alone))).toMatchObject({ value: '7', reached: '0' });
    expect(shown(largestThatHolds(alone))).toMatchObject({ value: '7', reached: '0' });
  });

  test('a zero that floats see below zero is found', () => {
    // 0.3 − 0.1 − 0.2 is −2.8e-17 in floats: no candidate seems to hold, from 1 000 € on all do.
    const asked = target((loan) =>
      min(minus(loan, euros(1000)), minus(minus(euros('0.3'), euros('0.1')), euros('0.2'))),
    );
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: '1000', neighbour: ['999', '-1'] });
  });

  test('floats that see a change one step too late, or too early', () => {
    const late = target((loan) => minus(minus(times(loan, ratio('0.3')), euros('0.1')), euros('0.2')));
    expect(shown(smallestThatHolds(late))).toMatchObject({ value: '1', reached: '0' });
    const early = target((loan) => minus(loan, euros('1000.000000000000000001')));
    expect(shown(smallestThatHolds(early))).toMatchObject({ value: '1001' });
  });

  test('a change too small for floats to be sure of it is still one', () => {
    const asked = target((loan) => minus(loan, euros('0.025')), { to: '0.05', step: '0.01' });
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: '0.03', crossings: 1 });
  });

  test('ten thousand million steps, to the cent', () => {
    const asked = target((loan) => minus(times(loan, ratio('0.7')), euros('2345678.91')), {
      to: 100_000_000,
      step: '0.01',
    });
    // 2 345 678.91 / 0.7 = 3 350 969.871…
    expect(shown(smallestThatHolds(asked))).toMatchObject({
      value: '3350969.88',
      neighbour: ['3350969.87', '-0.001'],
    });
  });

  test('several targets of one unknown give what each gives alone', () => {
    const { calculation, assumption, ...interval } = target((loan) => minus(loan, euros(321_098)));
    const need = calculation.line('target') as Target['line'];
    const limit = calculation.once(
      'limit',
      'Limite',
      minus(euros(40_000), times(assumption as Assumption<'money'>, ratio('0.11'))),
    );
    const free = calculation.once('free', 'Libre', euros(3));
    const search = { calculation, assumption, ...interval };
    const wanted = [
      { line: need, value: 'smallest' },
      { line: limit, value: 'largest' },
      { line: free, value: 'largest' },
    ] as const;
    const together = findAll(search, wanted).map(shown);
    expect(together.map(({ value }) => value)).toEqual(['321098', '363636', '1000000']);
    expect(together).toEqual([
      shown(smallestThatHolds({ ...search, line: need })),
      shown(largestThatHolds({ ...search, line: limit })),
      shown(largestThatHolds({ ...search, line: free })),
    ]);
  });
});

describe('no answer', () => {
  test('the nearest that the target comes to holding, and where', () => {
    // It rises to −100 € at 500 €, then falls.
    const asked = target((loan) => minus(min(loan, minus(euros(1000), loan)), euros(600)));
    const best = { value: undefined, reached: '-100', at: '500', neighbour: undefined, crossings: 0 };
    expect(shown(smallestThatHolds(asked))).toEqual(best);
    expect(shown(largestThatHolds(asked))).toEqual(best);
  });

  test('of several equally near, the one nearest to the bound asked for', () => {
    const asked = target((loan) => minus(min(loan, euros(300)), euros(600)));
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: undefined, reached: '-300', at: '300' });
    expect(shown(largestThatHolds(asked))).toMatchObject({
      value: undefined,
      reached: '-300',
      at: '1000000',
    });
  });

  test('a target that the unknown does not move', () => {
    const asked = target(() => euros(-5));
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: undefined, reached: '-5', at: '0' });
  });
});

describe('targets that are not monotone are said', () => {
  test('held in the middle only', () => {
    const asked = target((loan) => min(minus(loan, euros(200_000)), minus(euros(800_000), loan)));
    expect(shown(smallestThatHolds(asked))).toMatchObject({
      value: '200000',
      neighbour: ['199999', '-1'],
      crossings: 2,
    });
    expect(shown(largestThatHolds(asked))).toMatchObject({
      value: '800000',
      neighbour: ['800001', '-1'],
      crossings: 2,
    });
  });

  test('held at both ends', () => {
    const asked = target((loan) => max(minus(euros(200_000), loan), minus(loan, euros(800_000))));
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: '0', crossings: 2 });
    expect(shown(largestThatHolds(asked))).toMatchObject({ value: '1000000', crossings: 2 });
  });

  test('held at one value, between all the candidates of the first block', () => {
    const asked = target((loan) => min(minus(loan, euros(345_678)), minus(euros(345_678), loan)));
    expect(shown(smallestThatHolds(asked))).toMatchObject({ value: '345678', neighbour: ['345677', '-1'] });
  });
});

test('an undefined target holds, and is told as such', () => {
  const asked = target((loan) => minus(dividedBy(euros(100), loan), ratio('0.5')));
  expect(shown(smallestThatHolds(asked))).toMatchObject({ value: '0', reached: null });
  // 100 € / 200 € = 0.5
  expect(shown(largestThatHolds(asked))).toMatchObject({ value: '200', reached: '0' });
});

test('an interval without values is refused', () => {
  expect(() => smallestThatHolds(target((loan) => loan, { from: 2, to: 1 }))).toThrow(/nothing to search/);
  expect(() => smallestThatHolds(target((loan) => loan, { step: 0 }))).toThrow(/nothing to search/);
  expect(() => smallestThatHolds(target((loan) => loan, { to: 1, step: '1e-20' }))).toThrow(/too many steps/);
});

describe('properties', () => {
  test('whatever the guess, the first position that holds is found', () => {
    const last = 10_000;
    fc.assert(
      fc.property(fc.nat(last), fc.nat(last + 1), (guess, first) => {
        let readings = 0;
        const holds = (position: number) => {
          readings++;
          return position >= first;
        };
        expect(settle(holds, guess, last)).toBe(first > last ? undefined : first);
        if (guess === first) expect(readings).toBeLessThanOrEqual(2);
        expect(readings).toBeLessThanOrEqual(30);
      }),
    );
  });

  test('from anywhere on a hill, its top is found, and the first place of a flat top', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.nat(5),
        fc.integer({ min: 1, max: 9 }),
        (from, top, flat, steep) => {
          const height = (position: number) =>
            new Decimal(position < top ? (position - top) * steep : Math.min(0, top + flat - position));
          expect(climb(height, from, 300)).toBe(top);
        },
      ),
    );
  });

  /** Broken lines: amounts capped by levels, each with its slope, rounded to the cent. */
  const segments = fc.array(
    fc.record({ slope: fc.integer({ min: 0, max: 300 }), cap: fc.integer({ min: 0, max: 60_000 }) }),
    { minLength: 1, maxLength: 4 },
  );
  const write = (parts: readonly { slope: number; cap: number }[], level: number) => (loan: Money) =>
    minus(
      parts
        .map(
          ({ slope, cap }): Money =>
            min(roundedToCents(times(loan, ratio(String(slope / 100)))), euros(cap / 100)),
        )
        .reduce((sum, part) => plus(sum, part)),
      euros(level / 100),
    );

  test('a monotone target: the answer is that of trying every value', () => {
    fc.assert(
      fc.property(segments, fc.integer({ min: 0, max: 120_000 }), (parts, level) => {
        const rising = target(write(parts, level), { from: 3, to: 900, step: 3 });
        const tried = Array.from({ length: 300 }, (_, i) => new Decimal(3 + 3 * i));
        const first = tried.find((value) => !exactly(rising, value)?.isNegative());
        const found = smallestThatHolds(rising);
        expect(found.value?.toString()).toBe(first?.toString());
        expect(found.crossings).toBeLessThanOrEqual(1);
        const best = tried
          .map((value) => exactly(rising, value) as Decimal)
          .reduce((a, b) => Decimal.max(a, b));
        if (first === undefined) expect(found.reached?.toString()).toBe(best.toString());

        const falling = target((loan) => times(write(parts, level)(loan), ratio('-1')), {
          from: 3,
          to: 900,
          step: 3,
        });
        const last = tried.findLast((value) => !exactly(falling, value)?.isNegative());
        expect(largestThatHolds(falling).value?.toString()).toBe(last?.toString());
      }),
      { numRuns: 60 },
    );
  });

  test('any target: the value holds, its neighbour does not, both as read apart', () => {
    const parts = fc.tuple(segments, segments, fc.integer({ min: -60_000, max: 60_000 }));
    fc.assert(
      fc.property(parts, fc.constantFrom('smallest', 'largest'), ([up, down, level], value) => {
        const asked = target((loan) => minus(write(up, level)(loan), write(down, 0)(loan)), { to: 1000 });
        const [found] = findAll(asked, [{ line: asked.line, value: value as 'smallest' | 'largest' }]) as [
          Found,
        ];
        expect(found.reached?.toString()).toBe(exactly(asked, found.at)?.toString());
        expect(found.reached?.isNegative()).toBe(found.value === undefined);
        if (found.neighbour === undefined) return;
        const { value: beside, reached } = found.neighbour;
        expect(beside.minus(found.at).toString()).toBe(value === 'smallest' ? '-1' : '1');
        expect(reached?.toString()).toBe(exactly(asked, beside)?.toString());
        expect(reached?.isNegative()).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
