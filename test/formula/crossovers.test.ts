import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant, dividedBy, max, min, minus, plus, times } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { type Compared, type Crossovers, crossovers, type Point } from '../../src/formula/crossovers.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import type { Assumption, Formula, Line } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { TEST_ORIGIN } from '../support/small-models.ts';

type Amount = Formula<'money', 'once'>;

const euros = (value: string | number) => constant(value, 'money');
const ratio = (value: string) => constant(value, 'ratio');

/** A column: one line, of an assumption that it may not have. */
function column(write: (rent: Assumption<'money'>) => Amount): Compared<'money'> {
  const calculation = new Calculation(createTimeline('2026-01-15', 12));
  const rent = calculation.assumption('rent', 'Loyer', 'money', 0, TEST_ORIGIN);
  return { calculation, line: calculation.once('cost', 'Coût', write(rent)) as Line<'money', 'once'> };
}

function columnWithoutRent(cost: number | string): Compared<'money'> {
  const calculation = new Calculation(createTimeline('2026-01-15', 12));
  return { calculation, line: calculation.once('cost', 'Coût', euros(cost)) as Line<'money', 'once'> };
}

function interval(from: number | string, to: number | string, step: number | string = 1) {
  return { from: new Decimal(from), to: new Decimal(to), step: new Decimal(step) };
}

const told = ({ value, one, other }: Point) => `${value}: ${one ?? 'non défini'} / ${other ?? 'non défini'}`;

function shown({ stretches, crossovers: found }: Crossovers) {
  return {
    stretches: stretches.map(({ higher, from, to }) => `${higher} ${from.value}–${to.value}`),
    crossovers: found.map(({ before, after, higher }) => `${told(before)} → ${told(after)}, ${higher}`),
  };
}

describe('crossovers', () => {
  test('none: one line is the higher over the whole interval', () => {
    const found = crossovers(
      column((rent) => plus(rent, euros(1))),
      column((rent) => rent),
      'rent',
      interval(0, 100_000),
    );
    expect(shown(found)).toEqual({ stretches: ['one 0–100000'], crossovers: [] });
    expect(found.stretches.map(({ from, to }) => [told(from), told(to)])).toEqual([
      ['0: 1 / 0', '100000: 100001 / 100000'],
    ]);
  });

  test('one, between two neighbours', () => {
    const found = crossovers(
      column((rent) => times(rent, ratio('2'))),
      column((rent) => plus(rent, euros('500.5'))),
      'rent',
      interval(0, 100_000),
    );
    expect(shown(found)).toEqual({
      stretches: ['other 0–500', 'one 501–100000'],
      crossovers: ['500: 1000 / 1000.5 → 501: 1002 / 1001.5, one'],
    });
  });

  test('one, through a value where both are equal', () => {
    const found = crossovers(
      column((rent) => times(rent, ratio('2'))),
      column((rent) => plus(rent, euros(500))),
      'rent',
      interval(0, 100_000),
    );
    expect(shown(found)).toEqual({
      stretches: ['other 0–499', 'neither 500–500', 'one 501–100000'],
      crossovers: ['499: 998 / 999 → 501: 1002 / 1001, one'],
    });
  });

  test('two, against a column that has not the assumption', () => {
    const hill = column((rent) => min(rent, minus(euros(1000), rent)));
    const flat = columnWithoutRent('300.5');
    const found = crossovers(hill, flat, 'rent', interval(0, 1000));
    expect(shown(found)).toEqual({
      stretches: ['other 0–300', 'one 301–699', 'other 700–1000'],
      crossovers: ['300: 300 / 300.5 → 301: 301 / 300.5, one', '699: 301 / 300.5 → 700: 300 / 300.5, other'],
    });
    expect(shown(crossovers(flat, hill, 'rent', interval(0, 1000))).stretches).toEqual([
      'one 0–300',
      'other 301–699',
      'one 700–1000',
    ]);
  });

  test('values tried are whole steps from the start', () => {
    const found = crossovers(
      column((rent) => rent),
      columnWithoutRent(50),
      'rent',
      interval('0.1', 100, '0.25'),
    );
    expect(shown(found).stretches).toEqual(['other 0.1–49.85', 'one 50.1–99.85']);
  });

  test('steps far below what floats can tell', () => {
    const found = crossovers(
      column((rent) => times(rent, ratio('3'))),
      columnWithoutRent('1234567.89'),
      'rent',
      interval(0, 1_000_000, '0.01'),
    );
    // 1 234 567.89 / 3 = 411 522.63
    expect(shown(found).crossovers).toEqual([
      '411522.62: 1234567.86 / 1234567.89 → 411522.64: 1234567.92 / 1234567.89, one',
    ]);
  });

  test('lines that touch do not cross', () => {
    const hill = column((rent) => min(rent, minus(euros(1000), rent)));
    expect(shown(crossovers(hill, columnWithoutRent(500), 'rent', interval(0, 1000)))).toEqual({
      stretches: ['other 0–499', 'neither 500–500', 'other 501–1000'],
      crossovers: [],
    });
  });

  test('lines that are equal over a part', () => {
    const floor = column((rent) => max(rent, euros(500)));
    expect(shown(crossovers(floor, columnWithoutRent(500), 'rent', interval(0, 100_000)))).toEqual({
      stretches: ['neither 0–500', 'one 501–100000'],
      crossovers: [],
    });
    const band = column((rent) => max(min(rent, euros(500)), minus(rent, euros(300))));
    expect(shown(crossovers(band, columnWithoutRent(500), 'rent', interval(0, 100_000)))).toEqual({
      stretches: ['other 0–499', 'neither 500–800', 'one 801–100000'],
      crossovers: ['499: 499 / 500 → 801: 501 / 500, one'],
    });
  });

  test('amounts are equal when they are to the cent', () => {
    const found = crossovers(
      column((rent) => plus(rent, euros('0.004'))),
      column((rent) => rent),
      'rent',
      interval(0, 1000),
    );
    expect(shown(found).stretches).toEqual(['neither 0–1000']);
  });

  test('an undefined line is neither above nor below', () => {
    const perEuro = (rent: Amount): Amount => times(euros(1000), dividedBy(euros(100), rent));
    const shifted = column((rent) => perEuro(minus(rent, euros(40))));
    // 100 000 / (rent − 40): below zero before 40 €, undefined at 40 €, above zero after: passing by it is no crossing.
    expect(shown(crossovers(shifted, columnWithoutRent(0), 'rent', interval(0, 256)))).toEqual({
      stretches: ['other 0–39', 'undefined 40–40', 'one 41–256'],
      crossovers: [],
    });
  });

  test('what cannot be compared is refused', () => {
    const [a, b] = [columnWithoutRent(1), columnWithoutRent(2)];
    expect(() => crossovers(a, b, 'rent', interval(0, 1))).toThrow('no assumption rent');
    const line = a.calculation.once('share', 'Part', ratio('1')) as unknown as Compared<'money'>['line'];
    const rented = column((rent) => rent);
    expect(() => crossovers({ ...a, line }, rented, 'rent', interval(0, 1))).toThrow('not the same unit');
    expect(() => crossovers(a, rented, 'rent', interval(2, 1))).toThrow('nothing to search');
  });

  test('property: the stretches are those of trying every value', () => {
    const slope = fc.integer({ min: -20, max: 20 });
    const broken = fc.record({
      slope,
      cap: fc.integer({ min: -300, max: 300 }),
      start: fc.integer({ min: -200, max: 200 }),
    });
    const write = (parts: readonly { slope: number; cap: number; start: number }[]) =>
      column((rent) =>
        parts
          .map(
            ({ slope: rise, cap, start }): Amount =>
              min(plus(times(rent, ratio(String(rise / 10))), euros(start)), euros(cap)),
          )
          .reduce((sum, part) => plus(sum, part)),
      );
    const parts = fc.array(broken, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const [one, other] = [write(left), write(right)];
        // As many values as candidates: nothing can hide between them.
        const found = crossovers(one, other, 'rent', interval(0, 128, '0.5'));
        const value = ({ calculation, line }: Compared, rent: Decimal) =>
          readExactly(calculation, new Map([['rent', rent]])).of(line)[0] as Decimal;
        for (let i = 0; i <= 256; i++) {
          const rent = new Decimal(i / 2);
          const sign = value(one, rent).comparedTo(value(other, rent));
          const stretch = found.stretches.find(({ from, to }) => rent.gte(from.value) && rent.lte(to.value));
          expect(stretch?.higher).toBe(sign === 0 ? 'neither' : sign > 0 ? 'one' : 'other');
        }
        for (const { before, after, higher } of found.crossovers) {
          const [start, end] = [before, after].map((point) => point.one?.comparedTo(point.other as Decimal));
          expect([start, end]).toEqual(higher === 'one' ? [-1, 1] : [1, -1]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
