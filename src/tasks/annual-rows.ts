import type { ComputedDeal } from '../analysis/computed.ts';
import { Decimal } from '../formula/decimal.ts';
import type { Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountClass, accountOf } from '../ledger/accounts.ts';
import type { AnnualRow } from './api-answers.ts';
import { amountOf } from './api-numbers.ts';

type NamedAmount = AnnualRow['lines'][number];

/** Income and expense accounts in the order of the statement, then the soldes intermédiaires de gestion. */
function incomeLines({ deal }: ComputedDeal): Line[] {
  const { books, balances } = deal;
  const accounts = (accountClass: AccountClass) =>
    ACCOUNT_IDS.filter((id) => accountOf(id).class === accountClass).flatMap(
      (id) => books.yearlyFlows.get(id) ?? [],
    );
  return [
    ...accounts('income'),
    ...accounts('expense'),
    balances.production,
    balances.valueAdded,
    balances.ebe,
    balances.ebeWithoutJobAids,
    balances.operatingResult,
    balances.financialResult,
    balances.currentResult,
    balances.result,
    balances.cashFlowCapacity,
  ];
}

interface NamedLine {
  readonly label: string;
  readonly line: Line;
}

/** Assets with their total, then equity and liabilities with theirs: monthly lines, read at the end of the year. */
function balanceLines({ deal }: ComputedDeal): NamedLine[] {
  const { books } = deal;
  const accounts = (classes: readonly AccountClass[]) =>
    ACCOUNT_IDS.filter((id) => classes.includes(accountOf(id).class)).flatMap((id): NamedLine[] => {
      const line = books.balances.get(id);
      return line === undefined ? [] : [{ label: accountOf(id).label, line }];
    });
  const total = (line: Line): NamedLine => ({ label: line.label, line });
  return [
    ...accounts(['asset']),
    total(books.assets),
    ...accounts(['equity', 'liability']),
    total(books.equityAndLiabilities),
  ];
}

/** The cash of a year: opening, what came in and went out by nature, closing. */
function cashAmounts({ deal, figures }: ComputedDeal, year: number): NamedAmount[] {
  const { cashPlan } = deal;
  const named = (line: Line): NamedAmount => ({
    id: line.id,
    label: line.label,
    amount: amountOf(figures, line, year),
  });
  const [received, paid, closing] = [
    named(cashPlan.totalReceived),
    named(cashPlan.totalPaid),
    named(cashPlan.closing),
  ];
  // The first year opens with the cash that the company brings: it is no receipt, and must stand in the opening.
  const opening = new Decimal(closing.amount).minus(received.amount).plus(paid.amount);
  return [
    { ...named(cashPlan.opening), amount: opening.toFixed(2) },
    ...cashPlan.received.map((line) => named(line.yearly)),
    received,
    ...cashPlan.paid.map((line) => named(line.yearly)),
    paid,
    closing,
  ];
}

/** Whether a monthly line is a balance, which a fiscal year reads in its last month. */
export function isBalance(computed: ComputedDeal, line: Line): boolean {
  return line.rhythm === 'monthly' && balanceLines(computed).some((balance) => balance.line.id === line.id);
}

/** Income statement, cash and balance sheet of the company, one row a statement and fiscal year. */
export function annualRows(computed: ComputedDeal): AnnualRow[] {
  const { figures, deal } = computed;
  const party = deal.books.company;
  const income = incomeLines(computed).map((line): NamedLine => ({ label: line.label, line }));
  const balance = balanceLines(computed);
  return figures.timeline.years.flatMap(({ index, calendarYear, lastMonth }): AnnualRow[] => {
    const lines = (all: readonly NamedLine[], period: number): NamedAmount[] =>
      all.map(({ label, line }) => ({ id: line.id, label, amount: amountOf(figures, line, period) }));
    const year = String(calendarYear);
    return [
      { party, statement: 'income', year, lines: lines(income, index) },
      { party, statement: 'cash', year, lines: cashAmounts(computed, index) },
      { party, statement: 'balance', year, lines: lines(balance, lastMonth) },
    ];
  });
}
