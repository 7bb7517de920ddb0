import type { Calculation } from '../formula/calculation.ts';
import type { Line } from '../formula/operations.ts';
import { type AccountId, accountOf } from './accounts.ts';
import { ACCRUALS, type AccrualNature, natureOf, type TransferNature } from './natures.ts';
import type { Party } from './parties.ts';

/** Money moves: `from` pays `to`, each month, an amount that is never negative (a reversal is another transfer). */
export interface Transfer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly nature: TransferNature;
  readonly amount: Line<'money', 'monthly', 'defined'>;
}

/**
 * An entry without cash in one company. Signed only where the contrary has no name of its own: allocation of a result,
 * which may be a loss, change of stocks.
 */
export interface Accrual {
  readonly company: string;
  readonly nature: AccrualNature;
  readonly amount: Line<'money', 'monthly', 'defined'>;
}

/** What an account of a company holds when the calculation begins, counted on the side on which it grows. */
export interface Opening {
  readonly company: string;
  readonly account: AccountId;
  readonly amount: Line<'money', 'once', 'defined'>;
}

/** A debt seen from both sides, so that laws can test that it closes. */
export interface Debt {
  readonly id: string;
  readonly label: string;
  readonly borrower: string;
  readonly lender: string;
  readonly drawn: Line<'money', 'monthly', 'defined'>;
  readonly capitalised: Line<'money', 'monthly', 'defined'>;
  readonly repaid: Line<'money', 'monthly', 'defined'>;
  /** Given up by the lender; absent where nothing can be. */
  readonly writtenOff?: Line<'money', 'monthly', 'defined'>;
  readonly closing: Line<'money', 'monthly', 'defined'>;
}

/**
 * Every euro of a deal. Domain code posts; statements, cash, lenses and laws derive from what was posted.
 */
export class Ledger {
  readonly calculation: Calculation;
  readonly parties = new Map<string, Party>();
  readonly transfers: Transfer[] = [];
  readonly accruals: Accrual[] = [];
  readonly debts: Debt[] = [];
  readonly openings: Opening[] = [];

  constructor(calculation: Calculation) {
    this.calculation = calculation;
  }

  /** Makes a party known. The same party may be given twice. */
  party(party: Party): Party {
    const known = this.parties.get(party.id);
    if (known === undefined) this.parties.set(party.id, party);
    return known ?? party;
  }

  /**
   * Posts a transfer under the id of its amount line; of one amount that moves twice, the second adds its nature.
   * @throws when a party is unknown or nobody keeps books for it */
  transfer(
    from: string,
    to: string,
    nature: TransferNature,
    amount: Line<'money', 'monthly', 'defined'>,
  ): void {
    for (const id of [from, to]) {
      if (!this.parties.has(id)) throw new Error(`transfer ${amount.id}: unknown party ${id}`);
    }
    const { payer, receiver } = natureOf(nature);
    if (this.parties.get(from)?.isCompanyOfTheDeal && payer === undefined) {
      throw new Error(`transfer ${amount.id}: ${nature} has no account for the company that pays`);
    }
    if (this.parties.get(to)?.isCompanyOfTheDeal && receiver === undefined) {
      throw new Error(`transfer ${amount.id}: ${nature} has no account for the company that receives`);
    }
    const isKnown = this.transfers.some(({ id }) => id === amount.id);
    this.transfers.push({ id: isKnown ? `${amount.id}.${nature}` : amount.id, from, to, nature, amount });
  }

  /** Posts an entry without cash. */
  accrue(company: string, nature: AccrualNature, amount: Line<'money', 'monthly', 'defined'>): void {
    if (!(nature in ACCRUALS)) throw new Error(`unknown accrual ${nature}`);
    this.accruals.push({ company, nature, amount });
  }

  /** Opens an account of the balance sheet at signature. The accounts opened must balance. @throws for income and expenses */
  open(company: string, account: AccountId, amount: Line<'money', 'once', 'defined'>): void {
    const { class: accountClass } = accountOf(account);
    if (accountClass === 'income' || accountClass === 'expense') {
      throw new Error(`${account} has no opening balance`);
    }
    this.openings.push({ company, account, amount });
  }

  /** Makes a debt known to the laws. */
  debt(debt: Debt): void {
    this.debts.push(debt);
  }
}
