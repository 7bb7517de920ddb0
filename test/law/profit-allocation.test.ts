import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant, plus } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { centsString, Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import type { Line } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { type LegalForm, profitAllocation } from '../../src/law/profit-allocation.ts';

interface Asked {
  readonly form: LegalForm;
  readonly profit: string;
  readonly priorLosses?: string;
  readonly capital?: string;
  readonly reserves?: string;
  readonly capitalPeak?: string;
  readonly cap?: string;
  readonly reserveAllocation?: string;
  readonly labourAllocation?: string;
  readonly wishedDistribution?: string;
}

function allocate(asked: Asked) {
  const calculation = new Calculation(createTimeline('2026-01-01', 12));
  const money = (value = '0') => constant(value, 'money');
  const optional = <K extends string>(key: K, value: string | undefined) =>
    value === undefined ? {} : ({ [key]: money(value) } as Record<K, ReturnType<typeof money>>);
  const allocation = profitAllocation(calculation, 'allocation', {
    form: asked.form,
    profit: money(asked.profit),
    priorLosses: money(asked.priorLosses),
    capital: money(asked.capital),
    reserves: money(asked.reserves),
    ...(asked.cap !== undefined && { shareInterestRateCap: constant(asked.cap, 'ratio') }),
    ...optional('capitalPeak', asked.capitalPeak),
    ...optional('reserveAllocation', asked.reserveAllocation),
    ...optional('labourAllocation', asked.labourAllocation),
    ...optional('wishedDistribution', asked.wishedDistribution),
  });
  const [first, ...others] = allocation.lines.map(({ line }) => line);
  const sum = calculation.yearly(
    'sum',
    'Somme',
    plus(first as Line<'money', 'yearly', 'defined'>, ...others),
  );
  const figures = readExactly(calculation);
  const of = (line: Line) => centsString(figures.of(line)[0] ?? new Decimal(Number.NaN));
  return {
    max: of(allocation.distributableMax),
    distributed: of(allocation.distributed),
    retained: of(allocation.retained),
    sum: of(sum),
    lines: Object.fromEntries(allocation.lines.map(({ id, line }) => [id, of(line)])),
    articles: Object.fromEntries(allocation.lines.map(({ id, article }) => [id, article])),
  };
}

const SCOP = { form: 'SCOP', profit: '100000', capital: '300000', reserves: '60000' } as const;

describe('SCOP: loi 78-763 art. 33', () => {
  // faits.md §1.1 and acceptance law.json. No ceiling of rate: the interest is bound by reserves and labour share.
  test.each([
    [{}, '33333.33'],
    [{ cap: '0.048' }, '33333.33'],
    [{ reserveAllocation: '16000', labourAllocation: '68000' }, '16000.00'],
    [{ reserveAllocation: '50000', labourAllocation: '25000' }, '25000.00'],
    // One chosen, the other at its best: (B − r) / 2 within r, and never less than a quarter for labour.
    [{ reserveAllocation: '16000' }, '16000.00'],
    [{ reserveAllocation: '40000' }, '30000.00'],
    [{ reserveAllocation: '60000' }, '15000.00'],
    [{ reserveAllocation: '75000' }, '0.00'],
    [{ labourAllocation: '30000' }, '30000.00'],
    [{ labourAllocation: '50000' }, '25000.00'],
    [{ labourAllocation: '80000' }, '5000.00'],
    // Legal reserve at the highest capital reached: it asks nothing more.
    [{ labourAllocation: '80000', reserves: '300000' }, '10000.00'],
    [{ labourAllocation: '80000', reserves: '300000', capitalPeak: '400000' }, '5000.00'],
    [{ priorLosses: '40000' }, '20000.00'],
    [{ profit: '-5000' }, '0.00'],
  ])('%o: at most %s', (changes, expected) => {
    expect(allocate({ ...SCOP, ...changes }).max).toBe(expected);
  });

  test('every line with its article', () => {
    const { lines, articles, retained } = allocate({ ...SCOP, wishedDistribution: '10000' });
    expect(lines).toEqual({
      'prior-losses': '0.00',
      'legal-reserve': '15000.00',
      'development-fund': '50000.00',
      'labour-share': '25000.00',
      distribution: '10000.00',
      'carried-forward': '0.00',
    });
    expect(articles['legal-reserve']).toBe('Loi 78-763 art. 33 1°');
    expect(articles['labour-share']).toBe('Loi 78-763 art. 33 3°');
    expect(retained).toBe('65000.00');
  });
});

describe('SCIC: loi 47-1775 art. 14, 16, 19 nonies', () => {
  const scic = { form: 'SCIC', profit: '100000', reserves: '10000', cap: '0.048' } as const;
  test.each([
    // 4.8 % of the capital binds, then the 42.5 % left after 57.5 % of reserves.
    [{ capital: '300000' }, '14400.00'],
    [{ capital: '2000000' }, '42500.00'],
    // Reserves equal to the capital: the three twentieths stop, half of the profit is still kept (art. 16 al. 2).
    [{ capital: '2000000', reserves: '2000000' }, '50000.00'],
    [{ capital: '2000000', priorLosses: '20000' }, '34000.00'],
    [{ capital: '2000000', reserveAllocation: '70000' }, '30000.00'],
  ])('%o: at most %s', (changes, expected) => {
    expect(allocate({ ...scic, ...changes }).max).toBe(expected);
  });

  test('57.5 % of the profit goes to reserves, not 50 %', () => {
    const { lines } = allocate({ ...scic, capital: '2000000' });
    expect(lines).toMatchObject({ 'legal-reserve': '15000.00', 'statutory-reserve': '42500.00' });
  });

  test('no rate is invented for the interest on shares', () => {
    expect(() => allocate({ form: 'SCIC', profit: '1', capital: '1' })).toThrow('highest rate');
  });
});

describe('company of the ESS: loi 2014-856 art. 1 II', () => {
  const ess = { form: 'SAS-ESS', profit: '100000', priorLosses: '20000', capital: '1000000' } as const;

  test('the fund of 20 % is part of the half that is kept, it does not add to it', () => {
    const { max, lines, retained } = allocate({ ...ess, reserves: '150000' });
    expect(max).toBe('40000.00');
    expect(retained).toBe('40000.00');
    expect(lines).toMatchObject({
      'prior-losses': '20000.00',
      'development-fund': '16000.00',
      'legal-reserve': '0.00',
    });
  });

  test('the fund stops at a fifth of the capital, the half remains', () => {
    expect(allocate({ ...ess, reserves: '190000' }).lines['development-fund']).toBe('10000.00');
    const full = allocate({ ...ess, reserves: '200000' });
    expect(full.lines['development-fund']).toBe('0.00');
    expect(full.max).toBe('40000.00');
  });

  test('a young company also fills its legal reserve, within the half', () => {
    const { lines, max } = allocate({ ...ess, reserves: '0' });
    expect(lines).toMatchObject({
      'legal-reserve': '4000.00',
      'development-fund': '16000.00',
      distribution: '40000.00',
    });
    expect(max).toBe('40000.00');
  });
});

describe('other forms', () => {
  test.each([
    // C. com. L232-10: 5 % until a tenth of the capital.
    [{ form: 'SAS', profit: '100000', capital: '50000', reserves: '0' }, '95000.00'],
    [{ form: 'SAS', profit: '100000', capital: '50000', reserves: '4000' }, '99000.00'],
    [{ form: 'SAS', profit: '100000', capital: '50000', reserves: '5000' }, '100000.00'],
    [{ form: 'SAS', profit: '100000', capital: '50000', reserves: '5000', priorLosses: '30000' }, '70000.00'],
    // An association never distributes.
    [{ form: 'association', profit: '80000' }, '0.00'],
  ] as const)('%o: at most %s', (asked, expected) => {
    expect(allocate(asked).max).toBe(expected);
  });
});

const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    form: fc.constantFrom('SCOP', 'SCIC', 'SAS-ESS', 'SAS', 'association'),
    profit: fc.integer({ min: -5_000_000, max: 50_000_000 }),
    priorLosses: fc.nat({ max: 5_000_000 }),
    capital: fc.nat({ max: 100_000_000 }),
    reserves: fc.nat({ max: 100_000_000 }),
    wish: fc.option(fc.nat({ max: 50_000_000 }), { nil: undefined }),
  })
  .map(({ form, wish, ...amounts }) => {
    const euros = (value: number) => new Decimal(value).div(100).toFixed(2);
    return {
      form,
      cap: '0.048',
      profit: euros(amounts.profit),
      priorLosses: euros(amounts.priorLosses),
      capital: euros(amounts.capital),
      reserves: euros(amounts.reserves),
      ...(wish === undefined ? {} : { wishedDistribution: euros(wish) }),
    };
  });

test('whatever the form: the lines sum to the profit, nothing is distributed beyond the maximum, nor out of a loss', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const { sum, max, distributed, lines } = allocate(asked);
      expect(sum).toBe(new Decimal(asked.profit).toFixed(2));
      expect(new Decimal(distributed).lte(max)).toBe(true);
      expect(new Decimal(max).lte(Decimal.max(0, asked.profit))).toBe(true);
      for (const [id, amount] of Object.entries(lines)) {
        if (id !== 'carried-forward') expect(new Decimal(amount).isNegative()).toBe(false);
      }
      if (asked.form === 'association') expect(max).toBe('0.00');
    }),
    { numRuns: 200 },
  );
});
