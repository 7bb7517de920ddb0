import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choose,
  constant,
  isEqual,
  minus,
  NO_MONEY,
  plus,
  sumOfTerms,
  total,
  YEAR,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { centsString, type Decimal } from '../../src/formula/decimal.ts';
import { type Figures, readExactly } from '../../src/formula/exact.ts';
import type { Line } from '../../src/formula/operations.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import {
  type CorporateTaxLines,
  type CorporateTaxRules,
  type CorporateTaxTerms,
  corporateTax,
  corporateTaxRules,
} from '../../src/law/corporate-tax.ts';

interface Model {
  readonly calculation: Calculation;
  readonly tax: CorporateTaxLines;
}

/** A company whose taxable results are given, year after year. */
function model(
  results: readonly (string | number)[],
  changes: Partial<CorporateTaxTerms> & {
    readonly signature?: string;
    readonly changed?: Partial<CorporateTaxRules>;
  } = {},
): Model {
  const { signature = '2026-01-01', changed, ...terms } = changes;
  const timeline = createTimeline(signature, results.length * 12 - (Number(signature.slice(5, 7)) - 1));
  const calculation = new Calculation(timeline);
  const years = results.map((result, year) =>
    choose(isEqual(YEAR, constant(year, 'count')), constant(result, 'money'), NO_MONEY),
  );
  const taxableProfit = calculation.yearly('result', 'Résultat fiscal', sumOfTerms(years));
  const rules = { ...corporateTaxRules(calculation, '2026-01-01'), ...changed };
  return {
    calculation,
    tax: corporateTax(calculation, 'tax', { taxableProfit, reducedRate: true, rules, ...terms }),
  };
}

const cents = (values: readonly (Decimal | null)[]) =>
  values.map((value) => (value === null ? 'non défini' : centsString(value)));

/** The months in which a monthly line is not nil: « 2027-06 9125.00 ». */
function payments(figures: Figures, line: Line): string[] {
  return figures.of(line).flatMap((value, month) => {
    if (value === null || value.isZero()) return [];
    const year = figures.timeline.years[figures.timeline.yearOfMonth[month] ?? 0]?.calendarYear;
    const calendarMonth = String(figures.timeline.calendarMonth[month]).padStart(2, '0');
    return [`${year}-${calendarMonth} ${centsString(value)}`];
  });
}

describe('tax of one year (CGI 219)', () => {
  // faits.md §4 and acceptance law.json.
  test.each([
    ['200000', true, '45750.00'],
    ['20000', true, '3000.00'],
    ['42500', true, '6375.00'],
    ['42500.01', true, '6375.00'],
    ['42500.02', true, '6375.01'],
    ['-2000', true, '0.00'],
    ['0', true, '0.00'],
    // The reduced rate is not for every company: a subsidiary of a cooperative or of an association has none.
    ['200000', false, '50000.00'],
  ])('%s, reduced rate %s: %s', (result, reducedRate, expected) => {
    const { calculation, tax } = model([result], { reducedRate });
    expect(cents(readExactly(calculation).of(tax.charge))).toEqual([expected]);
  });

  test('a short year has its share of the limit (BOI-IS-LIQ-20-20)', () => {
    // 8 months: 42 500 × 8 / 12 = 28 333.33 at 15 %, the rest of 60 000 at 25 %.
    const { calculation, tax } = model(['60000'], { signature: '2026-05-15' });
    expect(cents(readExactly(calculation).of(tax.charge))).toEqual(['12166.67']);
  });

  test('it never falls when the profit rises, and never exceeds a quarter of it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 1e6 }), (profit, more) => {
        const results = [String(profit), String(profit + more)];
        const { calculation, tax } = model(results, { openingLosses: constant(0, 'money') });
        const [low, high] = readExactly(calculation).of(tax.charge);
        expect(high?.gte(low ?? 0)).toBe(true);
        expect(low?.lte(profit * 0.25 + 0.01)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('losses carried forward (CGI 209 I)', () => {
  test('used up to 1 M€ and half of the profit beyond', () => {
    // 3 M€ of losses, then 2.4 M€ of profit: 1 M€ + 50 % × 1.4 M€ = 1.7 M€ used, 0.7 M€ taxed.
    const { calculation, tax } = model(['-3000000', '2400000', '900000', '900000'], { reducedRate: false });
    const figures = readExactly(calculation);
    expect(cents(figures.of(tax.lossUsed))).toEqual(['0.00', '1700000.00', '900000.00', '400000.00']);
    expect(cents(figures.of(tax.closingLosses))).toEqual(['3000000.00', '1300000.00', '400000.00', '0.00']);
    expect(cents(figures.of(tax.charge))).toEqual(['0.00', '175000.00', '0.00', '125000.00']);
  });

  test('losses from before the timeline', () => {
    const { calculation, tax } = model(['50000', '50000'], { openingLosses: constant(70000, 'money') });
    const figures = readExactly(calculation);
    expect(cents(figures.of(tax.openingLosses))).toEqual(['70000.00', '20000.00']);
    expect(cents(figures.of(tax.taxableAfterLosses))).toEqual(['0.00', '30000.00']);
  });

  // cre.dcf v0.0.5 (MIT), tests/testthat/test-methodological-helpers.R, in thousands.
  test('cre.dcf, vehicle A: a sale taxed after the losses of three years', () => {
    const { calculation, tax } = model(['-90', '-80', '-65', '660'], { reducedRate: false });
    const figures = readExactly(calculation);
    expect(cents(figures.of(tax.openingLosses))[3]).toBe('235.00');
    expect(cents(figures.of(tax.lossUsed))[3]).toBe('235.00');
    expect(cents(figures.of(tax.taxableAfterLosses))[3]).toBe('425.00');
    expect(cents(figures.of(tax.charge))[3]).toBe('106.25');
  });

  test('cre.dcf, vehicle B: another law, 30 %, losses capped at half of the profit', () => {
    const { calculation, tax } = model(['40', '-100', '100'], {
      reducedRate: false,
      changed: {
        rate: constant('0.3', 'ratio'),
        lossFranchise: constant(0, 'money'),
        lossShare: constant('0.5', 'ratio'),
      },
    });
    const figures = readExactly(calculation);
    expect(cents(figures.of(tax.lossUsed))[2]).toBe('50.00');
    expect(cents(figures.of(tax.taxableAfterLosses))[2]).toBe('50.00');
    expect(cents(figures.of(tax.charge))[2]).toBe('15.00');
  });
});

describe('instalments (CGI 1668)', () => {
  test('worked by hand from a first year of eight months', () => {
    const { calculation, tax } = model(['60000', '100000', '20000', '-50000', '300000', '0'], {
      signature: '2026-05-15',
    });
    const figures = readExactly(calculation);
    // 2026: 12 166.67 over 8 months, 18 250.01 over twelve. 2027: 20 750. 2028: 3 000. 2029: none. 2030: 58 250.
    expect(cents(figures.of(tax.charge))).toEqual([
      '12166.67',
      '20750.00',
      '3000.00',
      '0.00',
      '58250.00',
      '0.00',
    ]);
    expect(payments(figures, tax.paid)).toEqual([
      // No instalment in the first year; its whole tax in May, and half of the reference in June: no March to deduct.
      '2027-05 12166.67',
      '2027-06 9125.00',
      '2027-09 4562.50',
      '2027-12 4562.50',
      // March on the year before last, June brings the half of 2027's tax together.
      '2028-03 4562.50',
      '2028-05 2500.00',
      '2028-06 5812.50',
      '2028-09 5187.50',
      '2028-12 5187.50',
      // 2028's tax is 3 000, not more: no instalment but March, still on 2027.
      '2029-03 5187.50',
      '2031-05 58250.00',
      '2031-06 29125.00',
      '2031-09 14562.50',
      '2031-12 14562.50',
    ]);
    expect(payments(figures, tax.refunded)).toEqual(['2029-05 17750.00', '2030-05 5187.50']);
  });

  test('a body taxed at the rates of CGI 219 bis pays the whole in May', () => {
    const { calculation, tax } = model(['100000', '100000', '0'], {
      reducedRate: false,
      instalments: false,
      changed: { rate: constant('0.24', 'ratio') },
    });
    expect(payments(readExactly(calculation), tax.paid)).toEqual(['2027-05 24000.00', '2028-05 24000.00']);
  });

  test('over time, what is paid less what is refunded is the tax', () => {
    const results = fc.array(fc.integer({ min: -400000, max: 900000 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(results, fc.boolean(), (given, reducedRate) => {
        // Two last years without result let everything be settled.
        const { calculation, tax } = model([...given, 0, 0], { signature: '2026-10-01', reducedRate });
        const paid = calculation.once('allPaid', 'Payé', minus(total(tax.paid), total(tax.refunded)));
        const last = calculation.once('charges', 'Impôts', plus(total(tax.charge), NO_MONEY));
        const figures = readExactly(calculation);
        const owed = figures.of(tax.balanceToPay).at(-1);
        const advanced = figures.of(tax.balanceToReceive).at(-1);
        expect(cents([owed ?? null])).toEqual(['0.00']);
        const settled = figures.of(paid)[0]?.minus(advanced ?? 0);
        expect(settled?.equals(figures.of(last)[0] ?? -1)).toBe(true);
        for (const line of [tax.paid, tax.refunded, tax.charge, tax.closingLosses]) {
          expect(figures.of(line).every((value) => value !== null && !value.isNegative())).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('no rate is invented for a date before those recorded', () => {
  const calculation = new Calculation(createTimeline('2021-01-01', 12));
  expect(() => corporateTaxRules(calculation, '2021-06-30')).toThrow(RangeError);
});
