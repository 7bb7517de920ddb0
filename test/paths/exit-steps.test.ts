import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { explain } from '../../src/formula/explanation.ts';
import type { ExitStep } from '../../src/paths/exit-steps.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

function exitOf(change: object, name = 'sci-envie-soleil'): ComputedDeal {
  const dossier = scenario(name, 'sci');
  Object.assign(dossier.paths[0].exit, change);
  return computedDeal(dossier);
}

/** What a hand finds going down the rows of a part, from an amount. */
function addedUp({ deal, figures }: ComputedDeal, part: ExitStep['part'], from = new Decimal(0)): Decimal {
  let sum = from;
  for (const { sign, line, part: own } of deal.exit?.steps ?? []) {
    const value = figures.of(line)[0] ?? new Decimal(0);
    if (own !== part || sign === '=') continue;
    sum = sign === '×' ? sum.times(value) : sign === '−' ? sum.minus(value) : sum.plus(value);
  }
  return sum;
}

const CASES: [string, object, string?][] = [
  ['as typed', {}],
  ['another case', {}, 'ethiquable-chocolaterie'],
  ['with a discount', { discount: '0.1' }],
  ['without new loan', { refinancingMaximumLoanToValue: '0' }],
  ['partly unfunded', { operatorMinimumCash: '6500000.00' }],
  ['unfunded', { refinancingMaximumLoanToValue: '0', operatorMinimumCash: '9000000.00' }],
];

describe.each(CASES)('the exit, %s', (_, change, name) => {
  const computed = exitOf(change, name);
  const amountOf = (id: string) =>
    computed.figures.of(computed.deal.setting.calculation.line(id))[0]?.toFixed(2);

  test('adds up by hand, from the building to the price and from the price to its payment', () => {
    const net = addedUp(computed, 'net-assets');
    expect(net.toFixed(2)).toBe(amountOf('exit.net-assets'));
    expect(addedUp(computed, 'price', net).toFixed(2)).toBe(amountOf('exit.price'));
    expect(addedUp(computed, 'cost').toFixed(2)).toBe(amountOf('exit.buy-out'));
    expect(addedUp(computed, 'payment').toFixed(2)).toBe(amountOf('exit.buy-out'));
  });

  test('nobody pays a negative amount', () => {
    for (const { part, line } of computed.deal.exit?.steps ?? []) {
      if (part === 'payment') expect(computed.figures.of(line)[0]?.gte(0)).toBe(true);
    }
  });
});

test('the cash of both companies is told: SCI Envie Soleil, by hand (test/hand/sci.md § 7)', () => {
  const { deal, figures } = exitOf({});
  const amounts = Object.fromEntries(
    deal.exit?.steps
      .filter(({ part }) => part === 'payment')
      .map(({ id, line }) => [id, figures.of(line)[0]?.toFixed(2)]) ?? [],
  );
  // 544 000.00 − 378 437.77 of support; 121 336.57 + 6 066.83.
  expect(amounts).toEqual({
    'vehicle-cash': '165562.23',
    refinancing: '235585.15',
    'operator-capital': '142852.62',
    'operator-cash': '127403.40',
    unfunded: '0.00',
  });
});

test('a row of the exit is explained by its month, not by a sum of zeros', () => {
  const { deal, figures } = exitOf({});
  const { sentence, operands } = explain(deal.setting.calculation, figures, { id: 'exit.price', period: 0 });
  expect(sentence).toContain('janvier 2037');
  expect(sentence).not.toContain('nuls');
  expect(operands[0]).toMatchObject({ figure: 'sci.exit.price', period: '2037-01' });
});
