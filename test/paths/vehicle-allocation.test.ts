import { describe, expect, test } from 'vitest';
import { EQUITY_ACCOUNTS } from '../../src/ledger/accounts.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

describe.each(['sci-envie-soleil', 'ethiquable-chocolaterie'])('the results of the SCI of %s', (name) => {
  const { deal, figures } = computedDeal(scenario(name, 'sci'));
  const { calculation } = deal.setting;
  const of = (id: string) => figures.of(calculation.line(id)).map((value) => value?.toNumber() ?? Number.NaN);
  const carried = of('sci.balance.retainedEarnings');
  const reserves = of('sci.balance.reserves');

  test('losses are carried forward, never in the reserves; profits make them good first', () => {
    expect(Math.min(...reserves)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...carried)).toBeLessThanOrEqual(0);
    expect(carried.every((loss, month) => loss === 0 || reserves[month] === reserves[0])).toBe(true);
  });

  test('reserves and losses carried are all the results, less what was distributed', () => {
    expect(EQUITY_ACCOUNTS).toContain('retainedEarnings');
    const result = of('sci.result');
    const dividends = of('sci.dividends');
    figures.timeline.years.forEach(({ lastMonth }, index) => {
      const earlier = result.slice(0, index).reduce((sum, value) => sum + value, 0);
      const paid = dividends.slice(0, lastMonth + 1).reduce((sum, value) => sum + value, 0);
      const kept = (reserves[lastMonth] as number) + (carried[lastMonth] as number);
      expect(kept).toBeCloseTo(earlier - paid, 2);
    });
  });
});

test('SCI Envie Soleil: the loss of 2028 is a report à nouveau débiteur at the end of 2029', () => {
  const { deal, figures } = computedDeal(scenario('sci-envie-soleil', 'sci'));
  const december = figures.timeline.years[2]?.lastMonth ?? 0;
  const at = (id: string) => figures.of(deal.setting.calculation.line(id))[december]?.toFixed(2);
  expect([at('sci.balance.retainedEarnings'), at('sci.balance.reserves')]).toEqual(['-12895.84', '0.00']);
});
