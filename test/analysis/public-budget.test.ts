import { describe, expect, test } from 'vitest';
import type { ComputedDeal } from '../../src/analysis/computed.ts';
import {
  BUDGET_ROWS,
  type BudgetRow,
  budgetLine,
  budgetRowOf,
  publicParties,
} from '../../src/analysis/public-budget-measures.ts';
import { Decimal } from '../../src/formula/decimal.ts';
import { publicBudgetTable } from '../../src/report/public-budget-table.ts';
import { columns, computedDeal, scenario } from '../support/dossiers.ts';

const NONE = new Decimal(0);

/** A row of the budget of a payer, by fiscal year shown, in euros; undefined when the table has none. */
function budget(computed: ComputedDeal, party: string, row: BudgetRow): string[] | undefined {
  const line = computed.measures.lines.get(budgetLine(party, row));
  return line && computed.figures.of(line).map((value) => (value ?? NONE).toFixed(2));
}

function sum(values: readonly (Decimal | null)[]): Decimal {
  return values.reduce<Decimal>((total, value) => total.plus(value ?? 0), NONE);
}

describe('the budget of each public payer of sci-envie-soleil, bank loan alone', () => {
  const computed = computedDeal(scenario('sci-envie-soleil', 'bank-loan'));
  const { years } = computed.figures.timeline;
  const byYear = (party: string) =>
    Object.fromEntries(
      (budget(computed, party, 'capital-spending') ?? [])
        .map((value, index) => [years[index]?.calendarYear ?? 0, value] as const)
        .filter(([, value]) => value !== '0.00'),
    );

  // 30 % at signature (January 2027), 40 % at half of the works, 30 % three months after their end: by hand.
  test('the grant of the region falls in the years of its instalments', () => {
    expect(byYear('region')).toEqual({ 2027: '175000.00', 2028: '75000.00' });
    expect(byYear('metropole')).toEqual({ 2027: '105000.00', 2028: '45000.00' });
  });

  test('the table shows the payers that pay, in their own words, and no tax office', () => {
    const { rows, columns: heads } = publicBudgetTable(computed);
    expect(rows.map(({ label }) => label)).toEqual([
      'Saint-Étienne Métropole',
      BUDGET_ROWS['capital-spending'],
      'Région Auvergne-Rhône-Alpes',
      BUDGET_ROWS['capital-spending'],
    ]);
    expect(heads[0]).toContain('2027');
  });
});

test('a guarantee is off balance sheet, and what is guaranteed at the end of a year is read from the loan', () => {
  const computed = computedDeal(scenario('sci-envie-soleil', 'guarantee'));
  const [first] = computed.deal.guarantees?.list ?? [];
  if (first === undefined) throw new Error('no guarantee');
  const lastMonths = computed.figures.timeline.years.map(({ lastMonth }) => lastMonth);
  const balance = computed.figures.of(first.balance);
  expect(budget(computed, 'metropole', 'guaranteed')).toEqual(
    lastMonths.map((month) => (balance[month] ?? NONE).toFixed(2)),
  );
});

test('without a public payer the table says so', () => {
  const dossier = scenario('sci-envie-soleil', 'bank-loan');
  dossier.paths[0].sources = dossier.paths[0].sources.filter(
    ({ kind }: { kind: string }) => kind !== 'grant',
  );
  const { rows } = publicBudgetTable(computedDeal(dossier));
  expect(rows.map(({ label }) => label)).toEqual(['Aucun financeur public dans cette voie']);
});

/** What public parties pay or receive without being funders. */
const NOT_FUNDING =
  /^(operating-aid|land-|building-|lease-|rent$|vat-|corporate-tax|taxe-fonciere|irrecoverable|share-sale-duty|share-purchase-duty|lease-vat)/;

describe.each(columns().filter(({ isMain }) => isMain))('$id, $column', ({ dossier }) => {
  test('the years of a budget add up to the transfers, and no public money is forgotten', () => {
    const computed = computedDeal(dossier);
    const { ledger } = computed.deal.setting;
    for (const { id } of publicParties(computed)) {
      const own = ledger.transfers.filter(({ from, to }) => from === id || to === id);
      const forgotten = own.filter(
        (transfer) =>
          budgetRowOf(transfer, id) === undefined &&
          !NOT_FUNDING.test(transfer.nature) &&
          !(transfer.to === id && transfer.nature.endsWith('tax-relief')) &&
          !sum(computed.figures.of(transfer.amount)).isZero(),
      );
      expect(forgotten.map(({ nature }) => `${id} ${nature}`)).toEqual([]);
      for (const row of Object.keys(BUDGET_ROWS) as BudgetRow[]) {
        if (row === 'guaranteed') continue;
        const transfers = own.filter((transfer) => budgetRowOf(transfer, id) === row);
        const paid = transfers.reduce(
          (total, { amount }) => total.plus(sum(computed.figures.of(amount))),
          NONE,
        );
        const shown = (budget(computed, id, row) ?? []).reduce((total, value) => total.plus(value), NONE);
        expect(`${id} ${row} ${shown.toFixed(2)}`).toBe(`${id} ${row} ${paid.toFixed(2)}`);
      }
    }
  });
});
