import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

/**
 * Allocation of results in the books, worked by hand on the results of `r1.md`: renewal, delays and stocks left out, the
 * results before tax of 2027 to 2029 are those of that page, since nothing in them depends on the legal form.
 */
function computed(operator: object): ComputedDeal {
  const dossier = scenario('sci-envie-soleil');
  Object.assign(dossier.operator, {
    renewalYear: '0.00',
    customerDays: 0,
    supplierDays: 0,
    stockDays: 0,
    openingLegalReserve: '0.00',
    ...operator,
  });
  return computedDeal(dossier);
}

function reader({ figures }: ComputedDeal) {
  return (line: string, period: number) => figures.of(line)[period]?.toFixed(2);
}

const JUNE_2028 = 17;
const JULY_2028 = 18;
const JUNE_2030 = 41;
const YEAR_2029 = 2;

describe('a company of the ESS: 2027 allocated in June 2028', () => {
  // Balance sheet of the signature: 690 000 of equity = capital 600 000 + legal reserve 10 000 + losses −20 000 + 100 000.
  const of = reader(
    computed({
      form: 'SAS-ESS',
      openingCapital: '600000.00',
      openingLegalReserve: '10000.00',
      openingRetainedEarnings: '-20000.00',
      distributionShare: '1',
    }),
  );

  test('losses first, then legal reserve, fund, at most half distributed', () => {
    expect(of('operator.opening.reserves', 0)).toBe('100000.00');
    expect(of('operator.result', 0)).toBe('55075.87');
    const allocation = (name: string) => of(`operator.allocation.${name}`, 0);
    expect(allocation('priorLosses')).toBe('20000.00');
    // 55 075.87 − 20 000.00.
    expect(allocation('base')).toBe('35075.87');
    // 5 % = 1 753.79, far from a tenth of the capital (600 000 + 300 000 brought to the project).
    expect(allocation('legalReserve')).toBe('1753.79');
    // Reserves 110 000 are below a fifth of 900 000: 20 % = 7 015.17.
    expect(allocation('otherReserve')).toBe('7015.17');
    // Half is kept, legal reserve and fund in it: 35 075.87 / 2 = 17 537.935.
    expect(allocation('distributableMax')).toBe('17537.94');
    expect(allocation('distributed')).toBe('17537.94');
    // 35 075.87 − 17 537.94 − 1 753.79 − 7 015.17.
    expect(allocation('carriedForward')).toBe('8768.97');
  });

  test('posted and paid in June, the result account then holds the running year alone', () => {
    expect(of('operator.distribution-paid', JUNE_2028)).toBe('17537.94');
    expect(of('operator.distribution-paid', JULY_2028)).toBe('0.00');
    expect(of('operator.balance.legalReserve', JUNE_2028)).toBe('11753.79');
    expect(of('operator.balance.reserves', JUNE_2028)).toBe('107015.17');
    // −20 000.00 made good, then 8 768.97.
    expect(of('operator.balance.retainedEarnings', JUNE_2028 - 1)).toBe('-20000.00');
    expect(of('operator.balance.retainedEarnings', JUNE_2028)).toBe('8768.97');
  });
});

describe('a SCOP: 2029, labour share charged, then June 2030', () => {
  const of = reader(computed({ form: 'SCOP', openingCapital: '400000.00', distributionShare: '0.5' }));

  test('the labour share is a charge of the year, deducted before the tax (CGI art. 214)', () => {
    // Result before it and before tax: 161 260.00 (r1.md § 7); a quarter of it.
    expect(of('operator.current-result', YEAR_2029)).toBe('161260.00');
    expect(of('operator.labour-share', YEAR_2029)).toBe('40315.00');
    // 25 % of 161 260.00 − 40 315.00 = 120 945.00.
    expect(of('operator.taxable-profit', YEAR_2029)).toBe('120945.00');
    expect(of('operator.corporate-tax.charge', YEAR_2029)).toBe('30236.25');
    expect(of('operator.result', YEAR_2029)).toBe('90708.75');
    // CAF: EBE 481 304.76 − interest 117 877.92 − labour share − tax.
    expect(of('operator.caf', YEAR_2029)).toBe('292875.59');
    expect(of('operator.caf-from-result', YEAR_2029)).toBe('292875.59');
  });

  test('loi 78-763 art. 33 is read on the result with the labour share put back', () => {
    const allocation = (name: string) => of(`operator.allocation.${name}`, YEAR_2029);
    // 90 708.75 + 40 315.00.
    expect(allocation('base')).toBe('131023.75');
    // 15 % = 19 653.5625, below the capital (700 000) that the legal reserve must reach.
    expect(allocation('legalReserve')).toBe('19653.56');
    expect(allocation('labour')).toBe('40315.00');
    // Interest on shares: at most the labour share, the reserves, and the rest: min(40 315, 90 708.75 / 2, 71 055.19).
    expect(allocation('distributableMax')).toBe('40315.00');
    expect(allocation('distributed')).toBe('20157.50');
    // The rest goes to the fund: 90 708.75 − 20 157.50 − 19 653.56.
    expect(allocation('otherReserve')).toBe('50897.69');
    expect(allocation('carriedForward')).toBe('0.00');
  });

  test('participation and interest are paid in June of the next year', () => {
    expect(of('operator.labour-share.paid', JUNE_2030)).toBe('40315.00');
    expect(of('operator.distribution-paid', JUNE_2030)).toBe('20157.50');
    expect(of('operator.balance.labourShareDue', 35)).toBe('40315.00');
    expect(of('operator.balance.labourShareDue', JUNE_2030)).toBe('0.00');
  });
});

test('an association keeps everything, whatever share is wished', () => {
  const of = reader(computed({ form: 'association', distributionShare: '1' }));
  expect(of('operator.allocation.distributableMax', YEAR_2029)).toBe('0.00');
  expect(of('operator.allocation.carriedForward', YEAR_2029)).toBe('120945.00');
});

test('a SCIC pays at most its ceiling of interest on the capital', () => {
  const of = reader(
    computed({
      form: 'SCIC',
      openingCapital: '100000.00',
      distributionShare: '1',
      shareInterestRateCap: '0.04',
    }),
  );
  // 57.5 % of 120 945.00 is kept; 4 % of a capital of 400 000 is less than what is left.
  expect(of('operator.allocation.distributed', YEAR_2029)).toBe('16000.00');
});
