import { expect, test } from 'vitest';
import { cashPlan } from '../../src/report/cash-tables.ts';
import { initialPlan } from '../../src/report/initial-plan.ts';
import { loanSchedules } from '../../src/report/loan-tables.ts';
import { computedDeal, scenario } from '../support/dossiers.ts';

const sci = computedDeal(scenario('sci-envie-soleil', 'sci'));

test('each bank loan of a property company and of its operator has its schedule, which ties to the balance sheet', () => {
  const tables = loanSchedules(sci);
  expect(tables.map(({ id }) => id)).toEqual([
    'echeancier-annuel',
    'echeancier-mensuel',
    'echeancier-annuel-exploitant',
    'echeancier-mensuel-exploitant',
    'echeancier-annuel-refinancement',
    'echeancier-mensuel-refinancement',
  ]);
  const closingOf2037 = (measure: string) => {
    const line = sci.measures.lines.get(`${measure}.closing`);
    const year = sci.figures.timeline.years.find(({ calendarYear }) => calendarYear === 2037);
    return Number(line && year && sci.figures.of(line)[year.index]);
  };
  const year = sci.figures.timeline.years.find(({ calendarYear }) => calendarYear === 2037);
  const owed = sci.deal.vehicle?.books.balances.get('bankLoans');
  const balance = Number(owed && sci.figures.of(owed)[year?.lastMonth ?? 0]);
  expect(closingOf2037('refinancing.loan')).toBeGreaterThan(200_000);
  expect(closingOf2037('loan') + closingOf2037('refinancing.loan')).toBeCloseTo(balance, 2);
  // From the month of the exit: the ten years before have nothing to say.
  expect(tables[5]?.rows[0]?.label).toBe('01/2037');
});

test('who neither borrows nor leaves has one schedule', () => {
  expect(loanSchedules(computedDeal(scenario('sci-envie-soleil', 'bank-loan'))).map(({ id }) => id)).toEqual([
    'echeancier-annuel',
    'echeancier-mensuel',
  ]);
});

test('the plan of the operator of a property company says its VAT and its bridge, and the share of each row', () => {
  const { rows, columns } = initialPlan(computedDeal(scenario('ethiquable-chocolaterie', 'sci')));
  expect(columns).toEqual(['Montant', 'Part du total', 'Financeur', 'État']);
  expect(rows.map(({ label }) => label)).toContain('Pour mémoire, hors total');
});

test('a SCOP pays interest on its shares, and receives distributions: two names', () => {
  const labels = cashPlan(computedDeal(scenario('ethiquable-chocolaterie', 'sci'))).rows.map(
    ({ label }) => label,
  );
  expect(labels).toContain('Intérêts aux parts sociales');
  expect(labels).not.toContain('Distribution aux associés');
});
