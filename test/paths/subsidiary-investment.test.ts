import { expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

const PARTY = 'filiale-valo-33';

function deal(investment: string): ComputedDeal {
  const dossier = scenario('valo-plus', 'esus-holding');
  Object.assign(dossier.paths[0].subsidiaries[0], { investment, depreciationYears: 8 });
  return computedDeal(dossier);
}

function monthly({ deal: { setting }, figures }: ComputedDeal, id: string): number[] {
  const line = setting.calculation.lines.get(id);
  if (line === undefined) throw new Error(`no line ${id}`);
  return figures.of(line).map(Number);
}

test('what a subsidiary invests leaves its cash at signature and is depreciated over its years, to the cent', () => {
  const without = deal('0.00');
  const invested = deal('950000.00');
  for (const { checks } of [without, invested]) expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  const cash = (computed: ComputedDeal) => {
    const member = computed.deal.group?.members.find(({ company }) => company.id === PARTY);
    if (member === undefined) throw new Error('no subsidiary');
    return computed.figures.of(member.company.books.cash).map(Number);
  };
  expect((cash(without)[0] ?? 0) - (cash(invested)[0] ?? 0)).toBeCloseTo(950_000, 2);
  const depreciation = monthly(invested, `${PARTY}.investment-depreciation`);
  expect(depreciation[0]).toBe(0);
  // Eight years from the month after: 950 000 / 96 = 9 895.83, and nothing more once it is written off.
  expect(depreciation[1]).toBeCloseTo(9895.83, 2);
  expect(depreciation.slice(0, 97).reduce((sum, value) => sum + value, 0)).toBeCloseTo(950_000, 2);
  expect(depreciation.slice(97).every((value) => value === 0)).toBe(true);
});
