import {
  choose,
  constant,
  endOfYear,
  isEqual,
  largest,
  max,
  minus,
  NO_MONEY,
  plus,
  smallest,
  sumOfTerms,
  sumOfYear,
  YEAR,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type AccountId, accountOf } from './accounts.ts';
import type { Books } from './books.ts';
import type { Law, LawScope } from './conservation-law.ts';
import { WORKING_CAPITAL } from './functional-balance.ts';
import type { ManagementBalances } from './income-statement.ts';
import type { Ledger } from './ledger.ts';
import { NATURES, natureOf, type TransferNature } from './natures.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type YearlyMoney = Line<'money', 'yearly', 'defined'>;

/** Cash by nature: what came in and went out, VAT included, by month and by year. */
export interface CashPlan {
  readonly received: readonly CashLine[];
  readonly paid: readonly CashLine[];
  readonly totalReceived: YearlyMoney;
  readonly totalPaid: YearlyMoney;
  readonly opening: YearlyMoney;
  readonly closing: YearlyMoney;
}

export interface CashLine {
  readonly nature: TransferNature;
  readonly label: string;
  readonly monthly: MonthlyMoney;
  readonly yearly: YearlyMoney;
}

/** Writes the cash plan of a company from its transfers, one line a nature and direction. */
export function writeCashPlan(ledger: Ledger, books: Books): CashPlan {
  const { calculation } = ledger;
  const { company } = books;
  const about = { party: company };
  const linesOf = (side: 'to' | 'from'): CashLine[] =>
    (Object.keys(NATURES) as TransferNature[]).flatMap((nature) => {
      const amounts = ledger.transfers
        .filter((transfer) => transfer[side] === company && transfer.nature === nature)
        .map((transfer) => transfer.amount);
      if (amounts.length === 0) return [];
      const { label } = natureOf(nature);
      const [only, ...others] = amounts;
      const name = `${company}.cash.${side === 'to' ? 'in' : 'out'}.${nature}`;
      // A nature posted once needs no line of its own: the transfer is the line.
      const monthly =
        only !== undefined && others.length === 0
          ? only
          : calculation.monthly(name, label, sumOfTerms(amounts), about);
      return [
        {
          nature,
          label,
          monthly,
          yearly: calculation.yearly(`${name}.year`, label, sumOfYear(monthly), about),
        },
      ];
    });
  const received = linesOf('to');
  const paid = linesOf('from');
  const total = (name: string, label: string, lines: readonly CashLine[]) =>
    calculation.yearly(`${company}.cash.${name}`, label, sumOfTerms(lines.map((line) => line.yearly)), about);
  return {
    received,
    paid,
    totalReceived: total('total-in', 'Total des encaissements', received),
    totalPaid: total('total-out', 'Total des décaissements', paid),
    opening: calculation.yearly(
      `${company}.cash.opening`,
      'Trésorerie au début de l’exercice',
      plus(endOfYear(books.cash, -1), broughtInAtSignature(ledger, company, 'cash')),
      about,
    ),
    closing: calculation.yearly(
      `${company}.cash.closing`,
      'Trésorerie à la fin de l’exercice',
      endOfYear(books.cash),
      about,
    ),
  };
}

/** The plan de financement over several years: what is invested and repaid, and what pays for it. */
export interface FundingStatement {
  readonly investments: YearlyMoney;
  readonly workingCapitalChange: YearlyMoney;
  readonly repayments: YearlyMoney;
  readonly distributions: YearlyMoney;
  readonly totalUses: YearlyMoney;
  readonly ownFunds: YearlyMoney;
  readonly grants: YearlyMoney;
  readonly borrowings: YearlyMoney;
  readonly recovered: YearlyMoney;
  readonly toFind: YearlyMoney;
  readonly cashFlowCapacity: YearlyMoney;
  /** Autofinancement: CAF less what is distributed in the year. */
  readonly selfFinancing: YearlyMoney;
  readonly totalResources: YearlyMoney;
  readonly balance: YearlyMoney;
}

const FIXED_ASSETS: readonly AccountId[] = [
  'land',
  'building',
  'equipment',
  'fittings',
  'participations',
  'depositsPaid',
  'associateAdvances',
];
/** Interest that a lender adds to its claim and that becomes part of an asset. */
const CAPITALISED_IN_ASSETS = [
  'capitalised-interest',
  'capitalised-quasi-interest',
  'capitalised-account-interest',
] as const;
const BORROWINGS: readonly AccountId[] = [
  'bankLoans',
  'siteSuppliers',
  'bridgeLoans',
  'otherEquity',
  'quasiEquity',
  'associateAccounts',
  'depositsReceived',
];

/** Writes the plan de financement by fiscal year, from the books and the transfers. */
export function writeFundingStatement(
  ledger: Ledger,
  books: Books,
  balances: ManagementBalances,
): FundingStatement {
  const { calculation } = ledger;
  const { company } = books;
  const about = { party: company };
  const yearly = (name: string, label: string, formula: Formula<'money', 'yearly' | 'once', 'defined'>) =>
    calculation.yearly(`${company}.funding.${name}`, label, formula, about);
  const paidTo = (accounts: readonly AccountId[]) =>
    ledger.transfers.filter((transfer) => {
      const { payer } = natureOf(transfer.nature);
      return transfer.from === company && payer !== undefined && accounts.includes(payer);
    });
  const receivedAs = (accounts: readonly AccountId[]) =>
    ledger.transfers.filter((transfer) => {
      const { receiver } = natureOf(transfer.nature);
      return transfer.to === company && receiver !== undefined && accounts.includes(receiver);
    });
  const ofYear = (transfers: readonly { readonly amount: MonthlyMoney }[]) =>
    sumOfTerms(transfers.map((transfer) => sumOfYear(transfer.amount)));

  const accrued = (natures: readonly string[]) =>
    ledger.accruals.filter((accrual) => accrual.company === company && natures.includes(accrual.nature));
  const invested = ofYear([...paidTo(FIXED_ASSETS), ...accrued(CAPITALISED_IN_ASSETS)]);
  // Interest of the works that somebody else pays is taken off the cost of the building.
  const takenOff = receivedAs(['building']);
  const investments = yearly(
    'investments',
    'Investissements, intérêts capitalisés compris',
    takenOff.length === 0 ? invested : minus(invested, ofYear(takenOff)),
  );
  const repayments = yearly(
    'repayments',
    'Remboursements d’emprunts (capital)',
    ofYear(paidTo([...BORROWINGS, 'existingDebt'])),
  );
  const distributions = yearly(
    'distributions',
    'Distributions aux associés et parts remboursées',
    ofYear(paidTo(['reserves', 'capital'])),
  );
  const change = WORKING_CAPITAL.flatMap((account) => {
    const isAsset = accountOf(account).class === 'asset';
    const line = books.balances.get(account);
    if (line === undefined) return [];
    const before = plus(endOfYear(line, -1), broughtInAtSignature(ledger, company, account));
    const difference = minus(endOfYear(line), before);
    return [isAsset ? difference : minus(NO_MONEY, difference)];
  });
  const workingCapitalChange = yearly(
    'working-capital',
    'Variation du besoin en fonds de roulement',
    sumOfTerms(change),
  );
  const totalUses = yearly(
    'uses',
    'Total des besoins',
    plus(investments, workingCapitalChange, repayments, distributions),
  );
  const ownFunds = yearly('own-funds', 'Fonds propres apportés', ofYear(receivedAs(['capital'])));
  const grants = yearly('grants', 'Subventions d’investissement', ofYear(receivedAs(['investmentGrants'])));
  const borrowings = yearly(
    'borrowings',
    'Emprunts et relais, intérêts capitalisés compris',
    // Capitalised interest is a charge or an investment that the lender finances: it enters both sides.
    ofYear([
      ...receivedAs(BORROWINGS),
      ...accrued([
        ...CAPITALISED_IN_ASSETS,
        'accrued-interest-capitalised',
        'quasi-equity-capitalised',
        'associate-account-capitalised',
      ]),
    ]),
  );
  const recovered = yearly(
    'recovered',
    'Remboursements d’avances reçus',
    ofYear(receivedAs(['associateAdvances'])),
  );
  const toFind = yearly('to-find', 'Financement à trouver', ofYear(receivedAs(['financingToFind'])));
  const cashFlowCapacity = yearly('caf', 'Capacité d’autofinancement', balances.cashFlowCapacity);
  const totalResources = yearly(
    'resources',
    'Total des ressources',
    plus(ownFunds, grants, borrowings, recovered, toFind, cashFlowCapacity),
  );
  return {
    investments,
    workingCapitalChange,
    repayments,
    distributions,
    totalUses,
    ownFunds,
    grants,
    borrowings,
    recovered,
    toFind,
    cashFlowCapacity,
    selfFinancing: yearly('self-financing', 'Autofinancement', minus(cashFlowCapacity, distributions)),
    totalResources,
    balance: yearly('balance', 'Solde annuel', minus(totalResources, totalUses)),
  };
}

/** What an account held at signature: it opens the first fiscal year. */
function broughtInAtSignature(
  ledger: Ledger,
  company: string,
  account: AccountId,
): Formula<'money', 'yearly' | 'once', 'defined'> {
  const opening = ledger.openings.find((item) => item.company === company && item.account === account);
  if (opening === undefined) return NO_MONEY;
  return choose(isEqual(YEAR, constant(0, 'count')), opening.amount, NO_MONEY);
}

/** Two more ways to the cash of each year: by the natures of transfers, and by CAF, investments and financing. */
export function writeCashLaws(
  ledger: Ledger,
  scope: LawScope,
  plan: CashPlan,
  statement: FundingStatement,
): Law[] {
  const { calculation } = ledger;
  const law = (
    name: string,
    words: string,
    difference: Formula<'money', 'yearly' | 'once', 'defined'>,
  ): Law => {
    const id = `${scope.id}${name}`;
    const label = `${scope.label}${words}`;
    const line = calculation.yearly(`law.${id}.gap`, `${label} : écart`, difference);
    return {
      id,
      label,
      gap: calculation.once(`law.${id}`, label, max(largest(line), minus(NO_MONEY, smallest(line)))),
    };
  };
  const change = minus(plan.closing, plan.opening);
  return [
    law(
      'cash-plan',
      'Trésorerie par nature de flux = trésorerie du bilan',
      minus(minus(plan.totalReceived, plan.totalPaid), change),
    ),
    law(
      'funding-statement',
      'Solde du plan de financement = variation de trésorerie',
      minus(statement.balance, change),
    ),
  ];
}
