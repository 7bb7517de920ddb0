import { expect, test } from 'vitest';
import { computedDeal, scenario } from '../support/dossiers.ts';

// 4 000 000 € of fitting-out and 11 % of fees over twelve years: 370 000 € a year, whoever owns the walls.
test('the fitting-out of the operator is depreciated alike in the three columns', () => {
  for (const [path, line] of [
    ['market-rent', 'depreciation.of.tenant-fittings'],
    ['sci', 'depreciation.of.tenant-fittings'],
    ['bank-loan', 'depreciation.of.own-fittings'],
  ] as const) {
    const { deal, figures } = computedDeal(scenario('ethiquable-chocolaterie', path));
    const months = figures.of(deal.setting.calculation.line(line));
    const year = figures.timeline.years.find(({ calendarYear }) => calendarYear === 2030);
    const charge = months
      .slice(year?.firstMonth, (year?.lastMonth ?? 0) + 1)
      .reduce((sum, value) => sum + Number(value), 0);
    expect([path, charge.toFixed(2)]).toEqual([path, '370000.00']);
    expect(months.reduce((sum, value) => sum + Number(value), 0)).toBeCloseTo(4_440_000, 2);
  }
});

test('in a building that it owns, components share what the fitting-out leaves', () => {
  const { figures } = computedDeal(scenario('ethiquable-chocolaterie', 'bank-loan'));
  const shell = Number(figures.of('depreciation.shell')[0]);
  expect(shell + 4_440_000).toBeCloseTo(Number(figures.of('building.cost')[0]), 2);
});
