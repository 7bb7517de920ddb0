import { minus, NO_MONEY, plus, postedIn, previous, sumOfTerms, sumOfYear } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountClass, type AccountId, accountOf, growsByDebit } from './accounts.ts';
import type { Ledger } from './ledger.ts';
import { ACCRUALS, natureOf } from './natures.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** Calendar month in which the result of the year before joins the reserves. */
const ALLOCATION_MONTH = 1;

/** The books of one company, each account a line. */
export interface Books {
  readonly company: string;
  /** Cash at the end of each month, from transfers alone. */
  readonly cash: MonthlyMoney;
  readonly received: MonthlyMoney;
  readonly paid: MonthlyMoney;
  /** Balance of each account of the balance sheet, cash and result included, at the end of each month. */
  readonly balances: ReadonlyMap<AccountId, MonthlyMoney>;
  /** Income and expense accounts, by month and by fiscal year. */
  readonly monthlyFlows: ReadonlyMap<AccountId, MonthlyMoney>;
  readonly yearlyFlows: ReadonlyMap<AccountId, YearlyMoney>;
  readonly assets: MonthlyMoney;
  readonly equityAndLiabilities: MonthlyMoney;
  /** Result of the fiscal year. */
  readonly result: YearlyMoney;
}

interface Movements {
  readonly debits: MonthlyMoney[];
  readonly credits: MonthlyMoney[];
}

/** What was posted to each account of a company; cash is posted apart, by `openBooks`. */
function movementsOf(ledger: Ledger, company: string): Map<AccountId, Movements> {
  const movements = new Map<AccountId, Movements>();
  const post = (account: AccountId, side: keyof Movements, amount: MonthlyMoney): void => {
    const known = movements.get(account) ?? { debits: [], credits: [] };
    known[side].push(amount);
    movements.set(account, known);
  };
  for (const transfer of ledger.transfers) {
    const { payer, receiver } = natureOf(transfer.nature);
    if (transfer.from === company && payer !== undefined) post(payer, 'debits', transfer.amount);
    if (transfer.to === company && receiver !== undefined) post(receiver, 'credits', transfer.amount);
  }
  for (const accrual of ledger.accruals) {
    if (accrual.company !== company) continue;
    const { debit, credit } = ACCRUALS[accrual.nature];
    post(debit, 'debits', accrual.amount);
    post(credit, 'credits', accrual.amount);
  }
  return movements;
}

function net(
  plusSide: readonly MonthlyMoney[],
  minusSide: readonly MonthlyMoney[],
): Formula<'money', 'monthly' | 'once', 'defined'> {
  if (minusSide.length === 0) return sumOfTerms(plusSide);
  return minus(sumOfTerms(plusSide), sumOfTerms(minusSide));
}

/**
 * Writes the lines of a company's cash, accounts and statements from the entries of the ledger.
 * Call it once everything has been posted.
 */
export function openBooks(ledger: Ledger, company: string): Books {
  const { calculation } = ledger;
  const about = { party: company };
  const id = (name: string) => `${company}.${name}`;
  const movements = movementsOf(ledger, company);
  const amounts = (side: 'from' | 'to') =>
    ledger.transfers.filter((transfer) => transfer[side] === company).map((transfer) => transfer.amount);
  const openingCash = movements.get('cash')?.debits ?? [];

  const received = calculation.monthly(
    id('received'),
    'Encaissements du mois',
    sumOfTerms(amounts('to')),
    about,
  );
  const paid = calculation.monthly(id('paid'), 'Décaissements du mois', sumOfTerms(amounts('from')), about);
  const cash = calculation.later(id('cash'), 'Trésorerie en fin de mois', 'money', 'monthly', about);
  calculation.define(cash, plus(previous(cash), minus(received, paid), ...openingCash));

  const monthlyFlows = new Map<AccountId, MonthlyMoney>();
  const yearlyFlows = new Map<AccountId, YearlyMoney>();
  const movementOf = (account: AccountId): Formula<'money', 'monthly' | 'once', 'defined'> => {
    const moved = movements.get(account) ?? { debits: [], credits: [] };
    return growsByDebit(account) ? net(moved.debits, moved.credits) : net(moved.credits, moved.debits);
  };
  for (const account of ACCOUNT_IDS) {
    const { class: accountClass, label } = accountOf(account);
    if (!movements.has(account) || (accountClass !== 'income' && accountClass !== 'expense')) continue;
    const monthly = calculation.monthly(
      id(`month.${account}`),
      `${label} (du mois)`,
      movementOf(account),
      about,
    );
    monthlyFlows.set(account, monthly);
    yearlyFlows.set(account, calculation.yearly(id(`year.${account}`), label, sumOfYear(monthly), about));
  }

  const flowsOf = <L>(flows: ReadonlyMap<AccountId, L>, wanted: AccountClass): L[] =>
    [...flows].filter(([account]) => accountOf(account).class === wanted).map(([, line]) => line);
  const result = calculation.yearly(
    id('result'),
    "Résultat de l'exercice",
    minus(sumOfTerms(flowsOf(yearlyFlows, 'income')), sumOfTerms(flowsOf(yearlyFlows, 'expense'))),
    about,
  );
  const monthlyResult = calculation.monthly(
    id('month.result'),
    'Résultat du mois',
    minus(sumOfTerms(flowsOf(monthlyFlows, 'income')), sumOfTerms(flowsOf(monthlyFlows, 'expense'))),
    about,
  );
  // The result of a year stays in its own account until the accounts are approved; here, the next January.
  const allocated = calculation.monthly(
    id('profit-allocation'),
    "Affectation du résultat de l'exercice précédent aux réserves",
    postedIn(result, ALLOCATION_MONTH, -1),
    about,
  );
  ledger.accrue(company, 'profit-allocation', allocated);

  const balances = new Map<AccountId, MonthlyMoney>([['cash', cash]]);
  const addBalance = (
    account: AccountId,
    label: string,
    movement: Formula<'money', 'monthly' | 'once', 'defined'>,
  ): void => {
    const balance = calculation.later(id(`balance.${account}`), label, 'money', 'monthly', about);
    calculation.define(balance, plus(previous(balance), movement));
    balances.set(account, balance);
  };
  for (const account of ACCOUNT_IDS) {
    const { class: accountClass, label } = accountOf(account);
    const onBalanceSheet = accountClass !== 'income' && accountClass !== 'expense';
    if (account === 'cash' || !onBalanceSheet) continue;
    if (account === 'result') addBalance(account, label, minus(monthlyResult, allocated));
    else if (account === 'reserves') addBalance(account, label, plus(movementOf(account), allocated));
    else if (movements.has(account)) addBalance(account, label, movementOf(account));
  }

  const sideOf = (classes: readonly AccountClass[]): MonthlyMoney[] =>
    [...balances].filter(([account]) => classes.includes(accountOf(account).class)).map(([, line]) => line);
  const assets = calculation.monthly(id('assets'), "Total de l'actif", sumOfTerms(sideOf(['asset'])), about);
  const equityAndLiabilities = calculation.monthly(
    id('equity-and-liabilities'),
    'Total du passif',
    sumOfTerms(sideOf(['equity', 'liability'])),
    about,
  );
  return {
    company,
    cash,
    received,
    paid,
    balances,
    monthlyFlows,
    yearlyFlows,
    assets,
    equityAndLiabilities,
    result,
  };
}

/** The balance of an account at the end of each month, 0 when nothing was ever posted to it. */
export function balanceOf(books: Books, account: AccountId): Formula<'money', 'monthly' | 'once', 'defined'> {
  return books.balances.get(account) ?? NO_MONEY;
}

/** An income or expense account by fiscal year, 0 when nothing was ever posted to it. */
export function yearOf(books: Books, account: AccountId): Formula<'money', 'yearly' | 'once', 'defined'> {
  return books.yearlyFlows.get(account) ?? NO_MONEY;
}

/** All that is posted to an asset account of a company, month by month: its cost in the books. */
export function additionsTo(ledger: Ledger, company: string, account: AccountId): MonthlyMoney {
  const moved = movementsOf(ledger, company).get(account) ?? { debits: [], credits: [] };
  return ledger.calculation.monthly(
    `${company}.additions.${account}`,
    `${accountOf(account).label} : entrées du mois`,
    net(moved.debits, moved.credits),
    { party: company },
  );
}
