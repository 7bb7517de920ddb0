import { describe, expect, test } from 'vitest';
import {
  at,
  constant,
  MONTH,
  minus,
  NO_MONEY,
  next,
  ONE_RATIO,
  over,
  plus,
  power,
  previous,
  sumOver,
  times,
  total,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { prepareDraws } from '../../src/formula/draws.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { around, expectAgreement } from '../support/agreement.ts';
import {
  exitValueAtMonth,
  loanDrawnOver18Months,
  lossesCarriedForward,
  TEST_ORIGIN,
} from '../support/small-models.ts';

function oneYear(): Calculation {
  return new Calculation(createTimeline('2026-01-15', 12));
}

function block(...values: number[]): Float64Array {
  return Float64Array.from(values);
}

describe('blocks', () => {
  const c = loanDrawnOver18Months();
  const count = 530;
  const inputs = new Map([...c.assumptions.values()].map((a) => [a.id, around(a, count)]));
  const varying = [...inputs.keys()];
  const read = (size: number) => {
    const reader = prepareDraws(c, { varying, kept: ['loan.closing', 'loan.totalInterest'], block: size });
    reader.run(inputs, count);
    return reader;
  };

  test('give the same bits whatever their size', () => {
    const one = read(512);
    for (const size of [1, 7, 64]) {
      const other = read(size);
      for (let month = 0; month < 84; month++) {
        expect(other.value('loan.closing', month)).toEqual(one.value('loan.closing', month));
      }
      expect(other.value('loan.totalInterest', 0)).toEqual(one.value('loan.totalInterest', 0));
    }
  });

  test('a reader runs again with fewer draws', () => {
    const reader = read(64);
    const before = reader.value('loan.totalInterest', 0).slice(0, 3);
    reader.run(inputs, 3);
    expect(reader.value('loan.totalInterest', 0)).toEqual(before);
  });

  test('only what is asked for is computed, in few blocks', () => {
    const kept = prepareDraws(c, { varying, kept: ['loan.totalInterest'] }).size;
    const all = prepareDraws(c, { varying, kept: [...c.lines.keys()] }).size;
    expect(kept.cells).toBeLessThan(all.cells);
    // The interest of all the months, until it is added up, and a few lines of one month.
    expect(kept.blocks).toBeLessThan(84 + 20);
    expect(all.blocks).toBeLessThan(84 + 20);
  });

  test('lines that follow a total or a line running backward are not all held at once', () => {
    const after = new Calculation(createTimeline('2026-01-15', 240));
    const price = after.assumption('price', 'Prix', 'money', 1000, TEST_ORIGIN);
    const first = after.monthly('first', 'Premier', plus(price, times(constant(1, 'money/months'), MONTH)));
    const sum = after.once('sum', 'Total', total(first));
    const debt = after.later('debt', 'Dette', 'money', 'monthly');
    after.define(debt, over(plus(next(debt), sum), constant(2, 'ratio')));
    let line = after.monthly('line0', 'Ligne', minus(sum, debt));
    for (let k = 1; k <= 30; k++) line = after.monthly(`line${k}`, 'Ligne', plus(line, previous(line)));
    const closing = after.later('closing', 'Solde', 'money', 'monthly');
    after.define(closing, plus(previous(closing), line));
    const { size } = prepareDraws(after, { varying: ['price'], kept: ['closing'] });
    // Whole lines wait for those that run the other way, but few: the debt, and two of the thirty lines at a time.
    expect(size.blocks).toBeLessThan(3 * 240);
    expectAgreement(after, new Map([['price', block(1, 2)]]), 2);
  });

  test('a block read twice by one cell is given only once to others', () => {
    const twice = oneYear();
    const price = twice.assumption('price', 'Prix', 'money', 1000, TEST_ORIGIN);
    const line = twice.monthly('line', 'Ligne', plus(price, times(constant(1, 'money/months'), MONTH)));
    const again = twice.monthly('again', 'Ligne', plus(line, sumOver(line, -1, 0), previous(line)));
    const one = twice.monthly('one', 'Ligne', times(again, constant(2, 'ratio')));
    const two = twice.monthly('two', 'Ligne', times(price, constant(3, 'ratio')));
    twice.monthly('end', 'Ligne', plus(one, two, again));
    expectAgreement(twice, new Map([['price', block(1, 2)]]), 2);
  });
});

describe('assumptions', () => {
  const settings = { varying: ['result.first'], kept: ['tax.total', 'losses.stock', 'result'] };
  const inputs = new Map([['result.first', block(-100000, -50000)]]);

  test('that are not drawn keep their value, or take another', () => {
    const reader = prepareDraws(lossesCarriedForward(), settings);
    reader.run(inputs, 2);
    expect([...reader.value('tax.total', 0)]).toEqual([31250, 156250]);
    reader.setConstants(new Map([['tax.rate', new Decimal('0.10')]]));
    reader.run(inputs, 2);
    expect([...reader.value('tax.total', 0)]).toEqual([12500, 62500]);
    const constants = new Map([['tax.rate', new Decimal('0.10')]]);
    const other = prepareDraws(lossesCarriedForward(), { ...settings, constants });
    other.run(inputs, 2);
    expect([...other.value('tax.total', 0)]).toEqual([12500, 62500]);
  });

  test('lines that depend on none that is drawn have the same value in each draw', () => {
    const c = exitValueAtMonth();
    const reader = prepareDraws(c, { varying: ['exit.costs'], kept: ['exit.price', 'exit.total'] });
    reader.run(new Map([['exit.costs', block(0, 0.05)]]), 2);
    expect(reader.varies(c.line('exit.price'))).toBe(false);
    expect([...reader.value('exit.price', 0)]).toEqual([680000, 680000]);
    expect([...reader.value('exit.total', 0)]).toEqual([680000, 646000]);
  });

  test('a drawn month reads another cell in each draw, zero outside the timeline', () => {
    const reader = prepareDraws(exitValueAtMonth(), { varying: ['exit.month'], kept: ['exit.price'] });
    reader.run(new Map([['exit.month', block(0, 10, 239, 240)]]), 4);
    expect([...reader.value('exit.price', 0)]).toEqual([500000, 510000, 739000, 0]);
    // As in the exact reading, a month that is not whole is outside the timeline.
    expectAgreement(exitValueAtMonth(), new Map([['exit.month', block(10.5, 11, 13.999)]]), 3);
  });

  test('unknown or missing ones are refused by name', () => {
    const c = lossesCarriedForward();
    expect(() => prepareDraws(c, { ...settings, varying: ['nothing'] })).toThrow('no assumption nothing');
    expect(() => prepareDraws(c, { ...settings, kept: ['nothing'] })).toThrow('no line nothing');
    const reader = prepareDraws(c, settings);
    expect(() => reader.run(new Map(), 2)).toThrow('assumption result.first: 0 values for 2 draws');
    reader.run(inputs, 2);
    expect(() => reader.value('tax', 0)).toThrow('line tax was not kept');
    expect(() => reader.value('result', 10)).toThrow('line result has no period 10');
  });
});

test('a value that is not a number stops the run, naming the line where it appears', () => {
  const c = oneYear();
  const base = c.assumption('base', 'Base', 'ratio', 4, TEST_ORIGIN);
  const root = c.once('root', 'Racine', power(base, constant('0.5', 'ratio')));
  const growing = c.later('growing', 'Croissance', 'money', 'monthly');
  c.define(growing, plus(previous(growing), times(constant(1, 'money'), root)));
  c.once('sum', 'Somme', total(growing));
  const reader = prepareDraws(c, { varying: ['base'], kept: ['sum'] });
  reader.run(new Map([['base', block(4, 9)]]), 2);
  expect([...reader.value('sum', 0)]).toEqual([156, 234]);
  expect(() => reader.run(new Map([['base', block(4, -1)]]), 2)).toThrow('line root, period 0: NaN');
  expect(() => reader.setConstants(new Map())).not.toThrow();
  const constants = new Map([['base', new Decimal(-1)]]);
  expect(() => prepareDraws(c, { varying: [], kept: ['sum'], constants })).toThrow(
    'line root, period 0: NaN',
  );
});

test('a zero divisor said never to be zero stops the run', () => {
  const c = oneYear();
  const a = c.assumption('a', 'A', 'ratio', 1, TEST_ORIGIN);
  c.once('inverse', 'Inverse', over(ONE_RATIO, a));
  const reader = prepareDraws(c, { varying: ['a'], kept: ['inverse'] });
  expect(() => reader.run(new Map([['a', block(1, 0)]]), 2)).toThrow('line inverse, period 0: Infinity');
});

test('names never reach the generated code', () => {
  const c = oneYear();
  const name = '`; process.exit(1); //\n*/ h0[i] \'"';
  const a = c.assumption(name, name, 'money', 1, TEST_ORIGIN);
  const month = c.assumption(`${name} month`, name, 'months', 1, TEST_ORIGIN);
  const line = c.monthly(`${name} line`, name, plus(a, NO_MONEY));
  c.once(`${name} at`, name, plus(at(line, month), total(line)));
  expectAgreement(c, new Map([[name, block(1, 2)]]), 2);
});
