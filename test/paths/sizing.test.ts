import { describe, expect, test } from 'vitest';
import { constant, minus, times } from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { readExactly } from '../../src/formula/exact.ts';
import { createTimeline } from '../../src/formula/timeline.ts';
import { sizeLoan } from '../../src/paths/sizing.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';
import { TEST_ORIGIN } from '../support/small-models.ts';

/** A project of 1 000 000 €, a fee of 2 % of the loan, and a lender who accepts at most `limit`. */
function project(limit: string, feeRate = '0.02') {
  const calculation = new Calculation(createTimeline('2026-01-15', 12));
  const loan = calculation.assumption('loan', 'Prêt', 'money', 0, TEST_ORIGIN);
  const fee = times(loan, constant(feeRate, 'ratio'));
  const surplus = calculation.once(
    'surplus',
    'Excédent',
    minus(minus(loan, fee), constant(1_000_000, 'money')),
  );
  const slack = calculation.once('slack', 'Marge', minus(constant(limit, 'money'), loan));
  return sizeLoan({ calculation }, loan, surplus, [{ id: 'limit', label: 'Plafond', slack }]);
}

describe('a loan of any company', () => {
  test('is what closes the plan, when the limits allow it', () => {
    // 1 000 000 / 0.98 = 1 020 408.16…
    const { sizing, amount, closing } = project('1500000');
    expect(sizing).toEqual({
      need: '1020409',
      limits: [{ id: 'limit', label: 'Plafond', largestLoan: '1500000' }],
      binding: 'need',
      loan: '1020409',
    });
    expect(amount.toString()).toBe('1020409');
    expect([closing.reached, closing.neighbour?.reached].map(String)).toEqual(['0.82', '-0.16']);
  });

  test('is the largest that the limit allows, rounded down', () => {
    const { sizing, searches } = project('900000.5');
    expect(sizing).toMatchObject({ need: '1020409', binding: 'limit', loan: '900000' });
    expect(searches.get('limit')?.neighbour?.reached?.toString()).toBe('-0.5');
  });

  test('is nothing when no loan closes the plan, and the nearest is told', () => {
    const { sizing, closing } = project('900000', '1.5');
    expect(sizing).toMatchObject({ need: '0', binding: 'unreachable', loan: '0' });
    expect([closing.value, closing.at, closing.reached].map(String)).toEqual(['undefined', '0', '-1000000']);
  });
});

test('R1 of SCI Envie Soleil: the loan closes the plan, one euro less does not', () => {
  const { sizing, deal } = computedDeal(scenario('sci-envie-soleil'));
  expect(sizing).toMatchObject({ need: '3166006', binding: 'need', loan: '3166006' });
  const { calculation } = deal.setting;
  const surplusWith = (loan: number) =>
    readExactly(calculation, new Map([['paths[0].terms.amount', new Decimal(loan)]]), [
      deal.operator.plan.surplus,
    ]).of(deal.operator.plan.surplus)[0];
  expect(surplusWith(3_166_006)?.toFixed(2)).toBe('0.85');
  expect(surplusWith(3_166_005)?.toFixed(2)).toBe('-0.14');
});
