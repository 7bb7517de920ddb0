import type { ComputedDeal } from '../analysis/computed.ts';
import { keptCompanies } from '../analysis/deal-companies.ts';
import type { Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountClass, accountOf } from '../ledger/accounts.ts';
import type { KeptCompany } from '../paths/company.ts';
import type { AnnualRow } from './api-answers.ts';
import { amountOf } from './api-numbers.ts';

type NamedAmount = AnnualRow['lines'][number];

/** Income and expense accounts in the order of the statement, then the soldes intermédiaires de gestion. */
function incomeLines({ books, balances }: KeptCompany): Line[] {
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
function balanceLines({ books }: KeptCompany): NamedLine[] {
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
function cashLines({ cashPlan }: KeptCompany): Line[] {
  const { opening, received, totalReceived, paid, totalPaid, closing } = cashPlan;
  const yearly = (lines: typeof received) => lines.map((line) => line.yearly);
  return [opening, ...yearly(received), totalReceived, ...yearly(paid), totalPaid, closing];
}

/** Whether a monthly line is a balance, which a fiscal year reads in its last month. */
export function isBalance(computed: ComputedDeal, line: Line): boolean {
  return (
    line.rhythm === 'monthly' &&
    keptCompanies(computed.deal).some((company) =>
      balanceLines(company).some((balance) => balance.line.id === line.id),
    )
  );
}

/** Income statement, cash and balance sheet of each company, one row a statement and fiscal year. */
export function annualRows({ figures, deal }: ComputedDeal): AnnualRow[] {
  return keptCompanies(deal).flatMap((company) => rowsOf(figures, company));
}

function rowsOf(figures: ComputedDeal['figures'], company: KeptCompany): AnnualRow[] {
  const party = company.id;
  const named = (lines: readonly Line[]) => lines.map((line): NamedLine => ({ label: line.label, line }));
  const income = named(incomeLines(company));
  const cash = named(cashLines(company));
  const balance = balanceLines(company);
  return figures.timeline.years.flatMap(({ index, calendarYear, lastMonth }): AnnualRow[] => {
    const lines = (all: readonly NamedLine[], period: number): NamedAmount[] =>
      all.map(({ label, line }) => ({ id: line.id, label, amount: amountOf(figures, line, period) }));
    const year = String(calendarYear);
    return [
      { party, statement: 'income', year, lines: lines(income, index) },
      { party, statement: 'cash', year, lines: lines(cash, index) },
      { party, statement: 'balance', year, lines: lines(balance, lastMonth) },
    ];
  });
}
