import { expect, test } from 'vitest';
import { computedDeal, scenario } from '../support/dossiers.ts';

/** Figures of a yearly sum, by calendar year. */
function ofYears(path: 'sci' | 'market-rent', line: string): Map<number, number> {
  const { deal, figures } = computedDeal(scenario('sci-envie-soleil', path));
  const rents = figures.of(deal.setting.calculation.line(line));
  return new Map(
    figures.timeline.years.map(({ calendarYear, firstMonth, lastMonth }) => [
      calendarYear,
      rents.slice(firstMonth, lastMonth + 1).reduce((sum, value) => sum + (value?.toNumber() ?? 0), 0),
    ]),
  );
}

// Quarters begin in March: that of December 2047 has two months after the end of the calculation.
test.each(['sci', 'market-rent'] as const)(
  'the last quarter of %s is invoiced whole: rents grow by the index',
  (path) => {
    const rents = ofYears(path, 'lease.rent');
    const [before, last] = [rents.get(2046) ?? 0, rents.get(2047) ?? 0];
    expect(before).toBeGreaterThan(0);
    expect(last / before).toBeCloseTo(1.018, 5);
  },
);

test('two months of it are rent received in advance, as every year before', () => {
  const { deal, figures } = computedDeal(scenario('sci-envie-soleil', 'sci'));
  const line = figures.of(deal.setting.calculation.line('sci.balance.deferredRent'));
  const [before, last] = figures.timeline.years
    .slice(-2)
    .map(({ lastMonth }) => line[lastMonth]?.toNumber() ?? 0);
  expect((last ?? 0) / (before ?? 1)).toBeCloseTo(1.018, 4);
});
