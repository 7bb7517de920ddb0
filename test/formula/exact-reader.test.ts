import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { type Figures, prepareExact, readExactly } from '../../src/formula/exact.ts';
import {
  debtSculptedToCoverRatio,
  exitValueAtMonth,
  loanDrawnOver18Months,
  taxInstalments,
} from '../support/small-models.ts';

function shown(calculation: Calculation, figures: Figures): string {
  return [...calculation.lines.values()]
    .map((line) => `${line.id} ${figures.of(line).map((value) => value?.toString() ?? 'null')}`)
    .join('\n');
}

describe('a prepared reading made again gives what a reading made anew gives', () => {
  const cases: readonly (readonly [string, Calculation, string, number])[] = [
    ['a loan drawn in parts', loanDrawnOver18Months(), 'loan.amount', 50_000],
    ['its rate', loanDrawnOver18Months(), 'loan.annualRate', 1],
    ['a debt sculpted backward', debtSculptedToCoverRatio(), 'debt.coverRatio', 3],
    ['tax paid in instalments', taxInstalments(), 'tax.step', 9000],
    ['an exit at a month', exitValueAtMonth(), 'exit.month', 239],
  ];
  test.each(cases)('%s', (_, calculation, id, most) => {
    const reader = prepareExact(calculation, { varying: [id] });
    // Nothing given: the assumption's own value; asked again later, it comes back.
    const own = shown(calculation, readExactly(calculation));
    expect(shown(calculation, reader.read())).toBe(own);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (part) => {
        const value = new Decimal(
          id === 'exit.month' ? Math.ceil((most * part) / 1000) : (most * part) / 1000,
        );
        const figures = reader.read(new Map([[id, value]]));
        expect(shown(calculation, figures)).toBe(
          shown(calculation, readExactly(calculation, new Map([[id, value]]))),
        );
        expect(figures.assumption(id)).toBe(value);
      }),
      { numRuns: 20 },
    );
    expect(shown(calculation, reader.read())).toBe(own);
  });
});

test('values given to the first reading stay for what does not vary', () => {
  const calculation = loanDrawnOver18Months();
  const reader = prepareExact(calculation, { varying: ['loan.amount'] });
  const rate = new Decimal('0.06');
  const amount = new Decimal(27_000);
  reader.read(new Map([['loan.annualRate', rate]]));
  const again = reader.read(new Map([['loan.amount', amount]]));
  const anew = readExactly(
    calculation,
    new Map([
      ['loan.annualRate', rate],
      ['loan.amount', amount],
    ]),
  );
  expect(shown(calculation, again)).toBe(shown(calculation, anew));
  expect(again.assumption('loan.annualRate')).toBe(rate);
});

test('what was not asked for, and what was not said to vary, is refused', () => {
  const calculation = loanDrawnOver18Months();
  const wanted = [calculation.line('loan.monthlyRate')];
  const reader = prepareExact(calculation, { varying: ['loan.annualRate'], wanted });
  const figures = reader.read();
  expect(figures.of('loan.monthlyRate')[0]?.toString()).toBe('0.01');
  expect(() => figures.of('loan.closing')).toThrow('loan.closing was not computed');
  expect(() => reader.read(new Map([['loan.amount', new Decimal(1)]]))).toThrow('was not said to vary');
  expect(() => prepareExact(calculation, { varying: ['loan.nothing'] })).toThrow(
    'no assumption loan.nothing',
  );
});
