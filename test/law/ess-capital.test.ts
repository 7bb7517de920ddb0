import { expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import { type CapitalReduction, essCapitalReductionLegality } from '../../src/law/ess-capital.ts';

/** faits.md §1, `ess.sas.reduction_capital`: 0.25 % of the capital a year, 10 % over 24 months, for continuity only. */
test.each([
  ['losses', '900000', '900000', 'possible'],
  ['continuity', '2500.00', '2500.00', 'a-verifier'],
  ['continuity', '2500.01', '2500.01', 'impossible'],
  ['continuity', '2500.00', '100000.00', 'a-verifier'],
  ['continuity', '2500.00', '100000.01', 'impossible'],
  // An investor does not leave through the capital, however small its part.
  ['exit', '1', '1', 'impossible'],
] as const)('%s, %s € cancelled of 1 000 000 €, %s € in 24 months: %s', (motive, year, in24, verdict) => {
  const reduction: CapitalReduction = {
    capital: new Decimal('1000000'),
    cancelled: new Decimal(year),
    cancelledIn24Months: new Decimal(in24),
    motive,
  };
  const rule = essCapitalReductionLegality(reduction);
  expect(rule.verdict).toBe(verdict);
  expect(rule.article).toContain('D. 2015-760');
});
