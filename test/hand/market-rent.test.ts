import { describe, expect, test } from 'vitest';
import { computedDeal, paidWithoutDelay, scenario } from '../support/dossiers.ts';

/**
 * R0 on SCI Envie Soleil, against figures worked by hand: see § 9 of sci.md beside this file.
 * The constants come from a second calculation, written apart from the engine: none was copied from it.
 */
const MARCH_2028 = 14;
const APRIL_2028 = 15;
const OCTOBER_2028 = 21;
const MARCH_2029 = 26;

const computed = computedDeal(scenario('sci-envie-soleil', 'market-rent'));

function figure(line: string, period = 0, of = computed): string {
  const value = of.figures.of(line)[period];
  if (value === null || value === undefined) throw new Error(`${line} has no value at ${period}`);
  return value.toFixed(2);
}

describe('R0 by hand: the lease', () => {
  test('market rent of signature, indexed once before entry into service', () => {
    // 45 × 1.018 × 7 000; a quarter of it each quarter, and as deposit.
    expect(figure('lease.annual-rent')).toBe('320670.00');
    expect(figure('lease.rent', MARCH_2028)).toBe('80167.50');
    expect(figure('lease.deposit')).toBe('80167.50');
    // 320 670 × 1.018 / 4 = 81 610.515.
    expect(figure('lease.rent', MARCH_2029)).toBe('81610.52');
  });

  test('charges of the month, taxe foncière of the months of use, VAT', () => {
    expect(figure('lease.recharged', MARCH_2028)).toBe('2545.00');
    expect(figure('lease.vat', MARCH_2028)).toBe('16542.50');
    // 2 545.00 + 38 760 × 10 / 12.
    expect(figure('lease.recharged', OCTOBER_2028)).toBe('34845.00');
  });
});

describe('R0 by hand: the plan of the tenant', () => {
  test('a loan for deposit, machines, start and opening cash', () => {
    const once = [
      'operator.use.deposit',
      'operator.use.equipment',
      'operator.use.start-up',
      'operator.use.arrangement-fee',
      'operator.use.security-cost',
      'operator.opening-cash',
      'operator.source.loan',
      'operator.total-uses',
    ].map((line) => figure(line));
    expect(once).toEqual([
      '80167.50',
      '180000.00',
      '60000.00',
      '863.80',
      '1727.59',
      '100000.11',
      '172759.00',
      '422759.00',
    ]);
    expect(figure('operator.loan.levelPayment', APRIL_2028)).toBe('2377.35');
  });

  test('its lender: fees come with the loan, so that one rate only balances', () => {
    // −172 759.00 + 863.80 in March 2028, then 84 payments of 2 377.35.
    const lender = computed.returns.find((item) => item.id === 'lender-irr');
    expect(lender?.rates.map((rate) => rate.toFixed(8))).toEqual(['0.04433921']);
  });

  test('one euro less leaves 0.87 € to be found', () => {
    // 172 758 + 250 000 − 320 167.50 − fees 863.79 − 1 727.58 = 99 999.13 of the 100 000 wanted.
    const dossier = scenario('sci-envie-soleil', 'market-rent');
    dossier.paths[0].terms = { ...dossier.paths[0].terms, solve: 'none', amount: '172758.00' };
    expect(figure('operator.gap', 0, computedDeal(dossier))).toBe('0.87');
  });
});

describe('R0 by hand: cash of the operator, paid without delay', () => {
  const dossier = scenario('sci-envie-soleil', 'market-rent');
  const paidAtOnce = computedDeal(paidWithoutDelay(dossier));

  test('before, at and after entry into service', () => {
    const cash = [13, MARCH_2028, APRIL_2028].map((month) => figure('operator.cash', month, paidAtOnce));
    expect(cash).toEqual(['809358.42', '603447.08', '667676.48']);
  });
});
