import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import {
  NON_PROFIT_RATES,
  parentSubsidiaryLegality,
  reducedRateLegality,
  scicTaxableProfit,
  scopTaxLegality,
  taxGroupLegality,
  vatOptionEnd,
} from '../../src/law/tax-regimes.ts';

/** Mistake 8 of faits.md §8: a regime is never for a whole group. Limits of §4. */
const decimal = (value: string) => new Decimal(value);

describe('reduced rate: CGI 219 I b', () => {
  test.each([
    ['10000000', '0.75', true, 'possible'],
    ['10000000.01', '0.75', true, 'impossible'],
    ['10000000', '0.7499', true, 'impossible'],
    ['10000000', '1', false, 'impossible'],
    ['1000000', undefined, true, 'a-verifier'],
  ] as const)(
    '%s € of turnover, %s held by persons, paid up %s: %s',
    (revenue, persons, fullyPaid, verdict) => {
      const facts = { revenue: decimal(revenue), fullyPaid };
      const found = reducedRateLegality(
        persons === undefined ? facts : { ...facts, persons: decimal(persons) },
      );
      expect(found.verdict).toBe(verdict);
    },
  );
});

test.each([
  ['0.61', 'impossible'],
  ['0.9499', 'impossible'],
  ['0.95', 'possible'],
  ['1', 'possible'],
])('a subsidiary held at %s in a tax group: %s (CGI 223 A)', (share, verdict) => {
  expect(taxGroupLegality(decimal(share)).verdict).toBe(verdict);
});

test.each([
  ['0.0499', 5, 'impossible'],
  ['0.05', 1, 'a-verifier'],
  ['0.05', 2, 'possible'],
])('dividends of %s of the capital held %i years: %s (CGI 145)', (share, years, verdict) => {
  expect(parentSubsidiaryLegality(decimal(share), years).verdict).toBe(verdict);
});

test('an association pays 24 % on rents, 15 % on dividends (not 10), 10 % on some securities (CGI 219 bis)', () => {
  const rates = Object.entries(NON_PROFIT_RATES).map(([income, { value }]) => `${income} ${value}`);
  expect(rates).toEqual(['rents 0.24', 'property-company-share 0.24', 'dividends 0.15', 'securities 0.1']);
});

test.each([
  ['0.5', undefined, 'possible'],
  ['0.5001', undefined, 'impossible'],
  ['0.8', 7, 'possible'],
  ['0.8', 8, 'impossible'],
])(
  'labour share and CFE of a SCOP, %s outside, year %s of amorçage: %s (CGI 214, 1456)',
  (outside, years, verdict) => {
    const facts = { outsideCapital: decimal(outside) };
    const found = scopTaxLegality(years === undefined ? facts : { ...facts, startUpYears: years });
    expect(found.verdict).toBe(verdict);
    if (verdict === 'possible')
      expect(found.reason).toContain('sa SCI et ses filiales n’ont ni l’un ni l’autre');
  },
);

test('a SCIC pays tax on what it does not put to reserves: 42 500 € of 100 000 € at least', () => {
  expect(scicTaxableProfit(decimal('100000'), decimal('57500')).toFixed(2)).toBe('42500.00');
  expect(scicTaxableProfit(decimal('10000'), decimal('57500')).toFixed(2)).toBe('0.00');
});

test('the option for VAT on rents ends from the ninth calendar year that follows it', () => {
  expect(vatOptionEnd('2027-06-15')).toBe('2036-01-01');
});
