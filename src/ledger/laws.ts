import {
  at,
  constant,
  endOfYear,
  largest,
  max,
  minus,
  NO_MONEY,
  plus,
  previous,
  smallest,
  sumOfTerms,
  sumOfYear,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { AccountId } from './accounts.ts';
import { type Books, balanceOf } from './books.ts';
import type { ManagementBalances } from './income-statement.ts';
import type { Ledger } from './ledger.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** A conservation law: an amount that must be zero. */
export interface Law {
  readonly id: string;
  readonly label: string;
  /** The largest gap of the timeline, always positive or zero. */
  readonly gap: OnceMoney;
}

type Monthly = Formula<'money', 'monthly' | 'once', 'defined'>;
type Yearly = Formula<'money', 'yearly' | 'once', 'defined'>;

/**
 * Writes the laws that must hold for every deal: page, API and tests read the same lines.
 * Each compares two ways to the same amount, taken apart from one another.
 */
export function writeLaws(
  ledger: Ledger,
  books: Books,
  balances: ManagementBalances,
  partyFlows: ReadonlyMap<string, Line<'money', 'monthly', 'defined'>>,
): Law[] {
  const { calculation } = ledger;
  const { company } = books;
  const lastMonth = constant(calculation.timeline.months - 1, 'months');
  const laws: Law[] = [];
  const addMonthly = (id: string, label: string, difference: Monthly): void => {
    const line = calculation.monthly(`law.${id}.gap`, `${label} : écart`, difference);
    laws.push({
      id,
      label,
      gap: calculation.once(`law.${id}`, label, widest(smallest(line), largest(line))),
    });
  };
  const addYearly = (id: string, label: string, difference: Yearly): void => {
    const line = calculation.yearly(`law.${id}.gap`, `${label} : écart`, difference);
    laws.push({
      id,
      label,
      gap: calculation.once(`law.${id}`, label, widest(smallest(line), largest(line))),
    });
  };

  addMonthly(
    'balance-sheet',
    'Le bilan est équilibré chaque mois',
    minus(books.assets, books.equityAndLiabilities),
  );

  const equityAccounts: AccountId[] = ['capital', 'reserves', 'result', 'investmentGrants'];
  const equity = (yearsLater: number): Yearly[] =>
    equityAccounts.flatMap((account) => {
      const line = books.balances.get(account);
      return line === undefined ? [] : [endOfYear(line, yearsLater)];
    });
  const posted = (natures: readonly string[], side: 'to' | 'from') =>
    ledger.transfers.filter((transfer) => transfer[side] === company && natures.includes(transfer.nature));
  const accrued = (natures: readonly string[]) =>
    ledger.accruals
      .filter((accrual) => accrual.company === company && natures.includes(accrual.nature))
      .map((accrual) => accrual.amount);
  const contributed = calculation.yearly(
    'law.equity.contributed',
    'Apports, subventions reçues et bilan d’ouverture, moins les subventions virées au résultat',
    minus(
      sumOfYear(
        calculation.monthly(
          'law.equity.in',
          'Apports, subventions reçues et actif d’ouverture',
          sumOfTerms([
            ...posted(['own-funds', 'grant'], 'to').map((transfer) => transfer.amount),
            ...accrued(['opening-balance-cash', 'opening-balance-assets']),
          ]),
        ),
      ),
      sumOfYear(
        calculation.monthly(
          'law.equity.out',
          'Subventions virées au résultat et dettes d’ouverture',
          sumOfTerms(accrued(['grant-release', 'opening-balance-debt'])),
        ),
      ),
    ),
  );
  addYearly(
    'equity',
    'Résultat et apports expliquent la variation des fonds propres',
    minus(minus(sumOfTerms(equity(0)), sumOfTerms(equity(-1))), plus(books.result, contributed)),
  );
  addYearly(
    'caf',
    "La CAF est la même par l'EBE et par le résultat",
    minus(balances.cashFlowCapacity, balances.cashFlowCapacityFromResult),
  );

  for (const debt of ledger.debts) {
    const opening = previous(debt.closing);
    addMonthly(
      `debt.${debt.id}`,
      `${debt.label} : ouverture + tirages + intérêts capitalisés − remboursements = clôture`,
      minus(plus(opening, debt.drawn, debt.capitalised), plus(debt.repaid, debt.closing)),
    );
    const remaining = calculation.once(
      `law.debt.${debt.id}.last`,
      `${debt.label} : solde final`,
      at(debt.closing, lastMonth),
    );
    laws.push({
      id: `debt-closes.${debt.id}`,
      label: `${debt.label} : remboursé en totalité`,
      gap: remaining,
    });
  }
  const loans = ledger.debts.filter((debt) => debt.borrower === company);
  addMonthly(
    'debts-in-balance-sheet',
    'Les dettes du bilan sont celles des échéanciers',
    minus(
      sumOfTerms(
        (['bankLoans', 'bridgeLoans', 'existingDebt', 'otherEquity'] as const).map((account) =>
          balanceOf(books, account),
        ),
      ),
      sumOfTerms(loans.map((debt) => debt.closing)),
    ),
  );

  const vatOf = (natures: readonly string[], side: 'to' | 'from') =>
    sumOfTerms(posted(natures, side).map((transfer) => total(transfer.amount)));
  const paidVat = vatOf(['vat-on-investments', 'vat-deducted', 'vat-paid'], 'from');
  const receivedVat = vatOf(['vat-on-investments-refund', 'vat-collected', 'vat-refunded'], 'to');
  const lastBalance = (account: AccountId) => {
    const line = books.balances.get(account);
    return line === undefined ? NO_MONEY : at(line, lastMonth);
  };
  const outstanding = minus(lastBalance('vatOnInvestments'), lastBalance('operatingVat'));
  const vatGap = calculation.once(
    'law.vat.gap',
    'TVA payée, moins TVA reçue et encours final',
    minus(minus(paidVat, receivedVat), outstanding),
  );
  laws.push({
    id: 'vat',
    label: 'La TVA payée est remboursée, déduite ou encore due',
    gap: calculation.once('law.vat', 'TVA : écart', widest(vatGap, vatGap)),
  });

  const outside = [...partyFlows.values()];
  addMonthly(
    'lenses',
    "Ce que chaque partie reçoit et paie s'annule avec l'entreprise",
    plus(sumOfTerms(outside), minus(books.received, books.paid)),
  );
  return laws;
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
