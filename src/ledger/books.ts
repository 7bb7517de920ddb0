import {
  choose,
  constant,
  endOfYear,
  isEqual,
  MONTH,
  minus,
  NO_MONEY,
  plus,
  previous,
  sumOfTerms,
  sumOfYear,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { ACCOUNT_IDS, type AccountClass, type AccountId, accountOf, growsByDebit } from './accounts.ts';
import type { Ledger } from './ledger.ts';
import { ACCRUALS, natureOf } from './natures.ts';
import {
  type AllocatedAccount,
  type AllocatedProfit,
  type AllocationRule,
  KEPT_IN_RESERVES,
  labourBase,
  postAllocation,
  postLabourShare,
} from './profit-entries.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type YearlyMoney = Line<'money', 'yearly', 'defined'>;

const SIGNATURE = constant(0, 'months');

/** The books of one company, each account a line. */
export interface Books {
  readonly company: string;
  /** Cash at the end of each month, from transfers alone. */
  readonly cash: MonthlyMoney;
  readonly received: MonthlyMoney;
  readonly paid: MonthlyMoney;
  /** Received less paid. */
  readonly cashChange: MonthlyMoney;
  /** Balance of each account of the balance sheet, cash and result included, at the end of each month. */
  readonly balances: ReadonlyMap<AccountId, MonthlyMoney>;
  /** Income and expense accounts, by fiscal year. */
  readonly yearlyFlows: ReadonlyMap<AccountId, YearlyMoney>;
  readonly assets: MonthlyMoney;
  readonly equityAndLiabilities: MonthlyMoney;
  /** Result of the fiscal year. */
  readonly result: YearlyMoney;
  /** Where each result goes, in June of the next year. */
  readonly allocation: AllocatedProfit;
  /** Share of the result charged to the year for employees; undefined where there is none. */
  readonly labourShare: YearlyMoney | undefined;
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

function net<R extends 'monthly' | 'yearly'>(
  plusSide: readonly Formula<'money', R, 'defined'>[],
  minusSide: readonly Formula<'money', R, 'defined'>[],
): Formula<'money', R | 'once', 'defined'> {
  if (minusSide.length === 0) return sumOfTerms(plusSide);
  return minus(sumOfTerms(plusSide), sumOfTerms(minusSide));
}

/**
 * Writes the lines of a company's cash, accounts and statements from the entries of the ledger, and posts what it
 * makes of its results. Call it once everything else has been posted.
 * @param rule what is done of each result; all to the reserves unless given
 */
export function openBooks(ledger: Ledger, company: string, rule: AllocationRule = KEPT_IN_RESERVES): Books {
  const { calculation } = ledger;
  const about = { party: company };
  const id = (name: string) => `${company}.${name}`;
  const opened = new Map(
    ledger.openings.filter((opening) => opening.company === company).map((o) => [o.account, o.amount]),
  );

  const labourShare = rule.labourShare === undefined ? undefined : postLabourShare(ledger, company);
  const result = calculation.later(id('result'), 'Résultat de l’exercice', 'money', 'yearly', about);
  const balances = new Map<AccountId, MonthlyMoney>();
  const balanceLine = (account: AccountId): MonthlyMoney => {
    const known = balances.get(account);
    if (known !== undefined) return known;
    const { label } = accountOf(account);
    const line = calculation.later(id(`balance.${account}`), label, 'money', 'monthly', about);
    balances.set(account, line);
    return line;
  };
  const posted = movementsOf(ledger, company);
  const closing = (account: AllocatedAccount) =>
    account !== 'capital' || posted.has(account) || opened.has(account)
      ? endOfYear(balanceLine(account))
      : NO_MONEY;
  const allocation = rule.allocate({ result, closing, labourShare });
  postAllocation(ledger, company, allocation);

  const movements = movementsOf(ledger, company);
  const { cash, cashChange, received, paid } = writeCash(ledger, company, opened.get('cash'));
  const sides = (account: AccountId) => {
    const { debits, credits } = movements.get(account) ?? { debits: [], credits: [] };
    return growsByDebit(account) ? ([debits, credits] as const) : ([credits, debits] as const);
  };

  const yearlyFlows = new Map<AccountId, YearlyMoney>();
  const earned: MonthlyMoney[] = [];
  const spent: MonthlyMoney[] = [];
  for (const [account, { debits, credits }] of movements) {
    const { class: accountClass } = accountOf(account);
    if (accountClass !== 'income' && accountClass !== 'expense') continue;
    earned.push(...credits);
    spent.push(...debits);
  }
  for (const account of ACCOUNT_IDS) {
    const { class: accountClass, label } = accountOf(account);
    if (!movements.has(account) || (accountClass !== 'income' && accountClass !== 'expense')) continue;
    const [grows, falls] = sides(account);
    const ofYear = (line: MonthlyMoney) => sumOfYear(line);
    yearlyFlows.set(
      account,
      calculation.yearly(id(`year.${account}`), label, net(grows.map(ofYear), falls.map(ofYear)), about),
    );
  }
  const flowsOf = (wanted: AccountClass, without: readonly AccountId[] = []): YearlyMoney[] =>
    [...yearlyFlows]
      .filter(([account]) => accountOf(account).class === wanted && !without.includes(account))
      .map(([, line]) => line);
  calculation.define(result, minus(sumOfTerms(flowsOf('income')), sumOfTerms(flowsOf('expense'))));
  if (labourShare !== undefined && rule.labourShare !== undefined) {
    const others = flowsOf('expense', ['labourShare', 'corporateTax']);
    calculation.define(
      labourShare,
      rule.labourShare(labourBase(flowsOf('income'), others, closing('retainedEarnings'))),
    );
  }
  const monthlyResult = calculation.monthly(
    id('month.result'),
    'Résultat du mois',
    net(earned, spent),
    about,
  );

  const ordered = new Map<AccountId, MonthlyMoney>([['cash', cash]]);
  for (const account of ACCOUNT_IDS) {
    const { class: accountClass } = accountOf(account);
    const onBalanceSheet = accountClass !== 'income' && accountClass !== 'expense';
    if (account === 'cash' || !onBalanceSheet) continue;
    const always = account === 'result' || account === 'reserves';
    if (!always && !movements.has(account) && !opened.has(account) && !balances.has(account)) continue;
    const line = balanceLine(account);
    const movement = net(...sides(account));
    const opening = opened.get(account);
    calculation.define(
      line,
      plus(
        previous(line),
        account === 'result' ? plus(monthlyResult, movement) : movement,
        ...(opening === undefined ? [] : [atSignature(opening)]),
      ),
    );
    ordered.set(account, line);
  }

  const sideOf = (classes: readonly AccountClass[]): MonthlyMoney[] =>
    [...ordered].filter(([account]) => classes.includes(accountOf(account).class)).map(([, line]) => line);
  const assets = calculation.monthly(id('assets'), 'Total de l’actif', sumOfTerms(sideOf(['asset'])), about);
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
    cashChange,
    balances: ordered,
    yearlyFlows,
    assets,
    equityAndLiabilities,
    result,
    allocation,
    labourShare,
  };
}

/** An amount of the opening balance sheet, in the month of signature alone. */
function atSignature(amount: Line<'money', 'once', 'defined'>): Formula<'money', 'monthly', 'defined'> {
  return choose(isEqual(MONTH, SIGNATURE), amount, NO_MONEY) as Formula<'money', 'monthly', 'defined'>;
}

/** What a company receives and pays each month, and the cash that it has at the end of it. */
function writeCash(
  ledger: Ledger,
  company: string,
  opening: Line<'money', 'once', 'defined'> | undefined,
): Pick<Books, 'cash' | 'cashChange' | 'received' | 'paid'> {
  const { calculation } = ledger;
  const about = { party: company };
  const amounts = (side: 'from' | 'to') =>
    ledger.transfers.filter((transfer) => transfer[side] === company).map((transfer) => transfer.amount);
  const received = calculation.monthly(
    `${company}.received`,
    'Encaissements du mois',
    sumOfTerms(amounts('to')),
    about,
  );
  const paid = calculation.monthly(
    `${company}.paid`,
    'Décaissements du mois',
    sumOfTerms(amounts('from')),
    about,
  );
  const cashChange = calculation.monthly(
    `${company}.cash-change`,
    'Solde du mois (encaissements moins décaissements)',
    minus(received, paid),
    about,
  );
  const cash = calculation.later(`${company}.cash`, 'Trésorerie en fin de mois', 'money', 'monthly', about);
  calculation.define(
    cash,
    plus(previous(cash), cashChange, ...(opening === undefined ? [] : [atSignature(opening)])),
  );
  return { cash, cashChange, received, paid };
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
