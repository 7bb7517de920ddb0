import {
  at,
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
  total,
  YEAR,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type AccountClass, type AccountId, accountOf, EQUITY_ACCOUNTS } from './accounts.ts';
import { type Books, balanceOf } from './books.ts';
import type { Law, LawScope } from './conservation-law.ts';
import { writeDebtLaws } from './debt-laws.ts';
import type { ManagementBalances } from './income-statement.ts';
import type { Ledger } from './ledger.ts';
import type { TransferNature } from './natures.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** What adds to equity without being earned. */
const CONTRIBUTIONS: readonly TransferNature[] = [
  'own-funds',
  'capital-subscription',
  'buyout-capital',
  'grant',
  'patronage-investment',
];

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;
type Yearly = Formula<'money', 'yearly' | 'once', 'defined'>;

/**
 * Writes the laws that must hold for each company of a deal: page, API and tests read the same lines.
 * Each compares two ways to the same amount, taken apart from one another.
 */
export function writeLaws(
  ledger: Ledger,
  scope: LawScope,
  books: Books,
  balances: ManagementBalances,
): Law[] {
  const { calculation } = ledger;
  const { company } = books;
  const lastMonth = constant(calculation.timeline.months - 1, 'months');
  const laws: Law[] = [];
  const add = (name: string, words: string, gap: OnceMoney): void => {
    laws.push({ id: `${scope.id}${name}`, label: `${scope.label}${words}`, gap });
  };
  const addMonthly = (name: string, words: string, difference: Monthly): void => {
    const id = `law.${scope.id}${name}`;
    const line = calculation.monthly(`${id}.gap`, `${scope.label}${words} : écart`, difference);
    add(name, words, calculation.once(id, `${scope.label}${words}`, widest(smallest(line), largest(line))));
  };
  const addYearly = (name: string, words: string, difference: Yearly): void => {
    const id = `law.${scope.id}${name}`;
    const line = calculation.yearly(`${id}.gap`, `${scope.label}${words} : écart`, difference);
    add(name, words, calculation.once(id, `${scope.label}${words}`, widest(smallest(line), largest(line))));
  };

  addMonthly(
    'balance-sheet',
    'Le bilan est équilibré chaque mois',
    minus(books.assets, books.equityAndLiabilities),
  );

  const equity = (yearsLater: number): Yearly[] =>
    EQUITY_ACCOUNTS.flatMap((account) => {
      const line = books.balances.get(account);
      return line === undefined ? [] : [endOfYear(line, yearsLater)];
    });
  const posted = (natures: readonly string[], side: 'to' | 'from') =>
    ledger.transfers.filter((transfer) => transfer[side] === company && natures.includes(transfer.nature));
  const accrued = (natures: readonly string[]) =>
    ledger.accruals
      .filter((accrual) => accrual.company === company && natures.includes(accrual.nature))
      .map((accrual) => accrual.amount);
  const opened = (wanted: AccountClass) =>
    sumOfTerms(
      ledger.openings
        .filter((opening) => opening.company === company && accountOf(opening.account).class === wanted)
        .map((opening) => opening.amount),
    );
  const yearSum = (lines: readonly Line<'money', 'monthly', 'defined'>[]) =>
    sumOfTerms(lines.map((line) => sumOfYear(line)));
  const contributed = calculation.yearly(
    `law.${scope.id}equity.contributed`,
    'Apports, subventions reçues et bilan d’ouverture, moins subventions virées au résultat et distributions',
    minus(
      plus(
        yearSum([
          ...posted(CONTRIBUTIONS, 'to').map((transfer) => transfer.amount),
          ...accrued(['conversion', 'contribution-in-kind']),
        ]),
        choose(isEqual(YEAR, constant(0, 'count')), minus(opened('asset'), opened('liability')), NO_MONEY),
      ),
      yearSum([
        ...accrued(['grant-release']),
        ...posted(['dividend', 'share-redemption'], 'from').map((transfer) => transfer.amount),
      ]),
    ),
  );
  addYearly(
    'equity',
    'Résultat et apports expliquent la variation des fonds propres',
    minus(minus(sumOfTerms(equity(0)), sumOfTerms(equity(-1))), plus(books.result, contributed)),
  );
  addYearly(
    'caf',
    'La CAF est la même par l’EBE et par le résultat',
    minus(balances.cashFlowCapacity, balances.cashFlowCapacityFromResult),
  );

  const loans = ledger.debts.filter((debt) => debt.borrower === company);
  laws.push(...writeDebtLaws(ledger, scope, loans));
  addMonthly(
    'debts-in-balance-sheet',
    'Les dettes du bilan sont celles des échéanciers',
    minus(
      sumOfTerms(
        (
          [
            'bankLoans',
            'siteSuppliers',
            'bridgeLoans',
            'existingDebt',
            'otherEquity',
            'quasiEquity',
            'associateAccounts',
          ] as const
        ).map((account) => balanceOf(books, account)),
      ),
      sumOfTerms(loans.map((debt) => debt.closing)),
    ),
  );

  const vatOf = (natures: readonly string[], side: 'to' | 'from') =>
    sumOfTerms(posted(natures, side).map((transfer) => total(transfer.amount)));
  const invoicedVat = (natures: readonly string[]) => sumOfTerms(accrued(natures).map((line) => total(line)));
  const paidVat = plus(
    vatOf(['vat-on-investments', 'vat-deducted', 'vat-paid', 'lease-vat'], 'from'),
    invoicedVat(['purchase-vat-invoiced']),
  );
  const receivedVat = plus(
    vatOf(['vat-on-investments-refund', 'vat-refunded', 'lease-vat', 'lease-vat-borne'], 'to'),
    invoicedVat(['sale-vat-invoiced']),
  );
  const lastBalance = (account: AccountId) => {
    const line = books.balances.get(account);
    return line === undefined ? NO_MONEY : at(line, lastMonth);
  };
  const outstanding = minus(lastBalance('vatOnInvestments'), lastBalance('operatingVat'));
  const vatGap = calculation.once(
    `law.${scope.id}vat.gap`,
    'TVA payée ou facturée, moins TVA reçue ou collectée et encours final',
    minus(minus(paidVat, receivedVat), outstanding),
  );
  add(
    'vat',
    'La TVA payée est remboursée, déduite ou encore due',
    calculation.once(`law.${scope.id}vat`, 'TVA : écart', widest(vatGap, vatGap)),
  );
  return laws;
}

/** What the parties outside a deal receive and pay cancels out with the cash of its companies, intra-group flows gone. */
export function writeLensesLaw(
  ledger: Ledger,
  books: readonly Books[],
  partyFlows: ReadonlyMap<string, Line<'money', 'monthly', 'defined'>>,
): Law {
  const { calculation } = ledger;
  const label =
    books.length === 1
      ? 'Ce que chaque partie reçoit et paie s’annule avec l’entreprise'
      : 'Ce que chaque partie extérieure reçoit et paie s’annule avec le groupe';
  const line = calculation.monthly(
    'law.lenses.gap',
    `${label} : écart`,
    plus(sumOfTerms([...partyFlows.values()]), ...books.map(({ received, paid }) => minus(received, paid))),
  );
  return {
    id: 'lenses',
    label,
    gap: calculation.once('law.lenses', label, widest(smallest(line), largest(line))),
  };
}

/**
 * Net flow of every party outside the deal, month by month: what it receives less what it pays.
 * A party that never moves money has none.
 */
export function writePartyFlows(ledger: Ledger): ReadonlyMap<string, Line<'money', 'monthly', 'defined'>> {
  const flows = new Map<string, Line<'money', 'monthly', 'defined'>>();
  for (const party of ledger.parties.values()) {
    if (party.isCompanyOfTheDeal) continue;
    const received = ledger.transfers.filter((transfer) => transfer.to === party.id);
    const paid = ledger.transfers.filter((transfer) => transfer.from === party.id);
    if (received.length + paid.length === 0) continue;
    const line = ledger.calculation.monthly(
      `party.${party.id}.net`,
      `${party.label} : reçu moins payé`,
      minus(
        sumOfTerms(received.map((transfer) => transfer.amount)),
        sumOfTerms(paid.map((transfer) => transfer.amount)),
      ),
      { party: party.id },
    );
    flows.set(party.id, line);
  }
  return flows;
}

function widest(low: Formula<'money', 'once', 'defined'>, high: Formula<'money', 'once', 'defined'>) {
  return max(high, minus(NO_MONEY, low));
}
