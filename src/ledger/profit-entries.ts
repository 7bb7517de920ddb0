import { max, minus, NO_MONEY, plus, postedIn, sumOfTerms } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { CLOSING_MONTH } from '../formula/timeline.ts';
import type { Ledger } from './ledger.ts';
import type { AccrualNature } from './natures.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
export type YearlyMoney = Line<'money', 'yearly', 'defined'>;
export type YearlyAmount = Formula<'money', 'yearly' | 'once', 'defined'>;

/** The assembly decides within six months of the closing (C. com. L225-100): what it decides is posted in June. */
export const ASSEMBLY_MONTH = 6;

/** Accounts of equity that an allocation reads and feeds. */
export type AllocatedAccount = 'capital' | 'legalReserve' | 'reserves' | 'retainedEarnings';

/** What the assembly has before it: the result of a fiscal year and the accounts at its closing, before allocation. */
export interface ProfitYear {
  readonly result: YearlyMoney;
  readonly closing: (account: AllocatedAccount) => YearlyAmount;
  /** Labour share already charged to the year; undefined when the rule sets none. */
  readonly labourShare: YearlyMoney | undefined;
}

/** Where the result of each year goes. The parts make the result; all but `retained` are positive or zero, unless all is kept in one account. */
export interface AllocatedProfit {
  readonly legalReserve?: YearlyMoney;
  readonly reserves: YearlyMoney;
  /** Report à nouveau, losses of earlier years made good included; negative: a loss carried forward. */
  readonly retained?: readonly YearlyMoney[];
  readonly distributed?: { readonly to: string; readonly amount: YearlyMoney };
  /** What the table of the allocation shows, in the order of the law; the result alone unless given. */
  readonly shown?: readonly {
    readonly label: string;
    readonly article: string;
    readonly line: YearlyMoney;
  }[];
}

/** What a company makes of its results. */
export interface AllocationRule {
  /**
   * A share of the result that the year bears as a charge and pays to employees in June of the next.
   * @param base result before it and before tax, less losses of earlier years; never negative
   */
  readonly labourShare?: (base: YearlyAmount) => YearlyAmount;
  readonly allocate: (year: ProfitYear) => AllocatedProfit;
}

/** All to the reserves: what is done of a result when nobody decides otherwise. */
export const KEPT_IN_RESERVES: AllocationRule = { allocate: ({ result }) => ({ reserves: result }) };

/** Declares and posts the labour share of a company; its amount is defined once the books are open. */
export function postLabourShare(ledger: Ledger, company: string): YearlyMoney {
  const { calculation } = ledger;
  const about = { party: company };
  const share = calculation.later(
    `${company}.labour-share`,
    'Part travail (participation des salariés)',
    'money',
    'yearly',
    about,
  );
  ledger.accrue(
    company,
    'labour-share',
    calculation.monthly(
      `${company}.labour-share.charged`,
      'Part travail, charge à la clôture',
      postedIn(share, CLOSING_MONTH),
      about,
    ),
  );
  ledger.transfer(
    company,
    'employees',
    'labour-share-payment',
    calculation.monthly(
      `${company}.labour-share.paid`,
      'Part travail de l’exercice précédent, versée',
      postedIn(share, ASSEMBLY_MONTH, -1),
      about,
    ),
  );
  return share;
}

/**
 * Base of the labour share: result before it and before tax, less the losses still in the report à nouveau.
 * The tax comes after, since the share is deducted from the taxable profit (CGI art. 214).
 */
export function labourBase(
  income: readonly YearlyMoney[],
  otherExpenses: readonly YearlyMoney[],
  retainedEarnings: YearlyAmount,
): YearlyAmount {
  const before = minus(sumOfTerms(income), sumOfTerms(otherExpenses));
  return max(NO_MONEY, minus(before, priorLosses(retainedEarnings)));
}

/** Losses of earlier years still in the report à nouveau, as a positive amount. */
export function priorLosses(retainedEarnings: YearlyAmount): YearlyAmount {
  return max(NO_MONEY, minus(NO_MONEY, retainedEarnings));
}

/** Posts, in June of the next year, what the assembly decides of each result; dividends pass through the reserves. */
export function postAllocation(ledger: Ledger, company: string, profit: AllocatedProfit): void {
  const { calculation } = ledger;
  const about = { party: company };
  const post = (
    nature: AccrualNature,
    name: string,
    label: string,
    [first, ...others]: readonly YearlyMoney[],
  ): void => {
    if (first === undefined) return;
    const posted = (line: YearlyMoney) => postedIn(line, ASSEMBLY_MONTH, -1);
    const line: MonthlyMoney = calculation.monthly(
      `${company}.${name}`,
      label,
      plus(posted(first), ...others.map(posted)),
      about,
    );
    ledger.accrue(company, nature, line);
  };
  const { legalReserve, reserves, retained = [], distributed } = profit;
  post(
    'legal-reserve-allocation',
    'legal-reserve-allocation',
    'Affectation à la réserve légale',
    legalReserve === undefined ? [] : [legalReserve],
  );
  post(
    'profit-allocation',
    'profit-allocation',
    'Affectation aux réserves, distribution comprise',
    distributed === undefined ? [reserves] : [reserves, distributed.amount],
  );
  post(
    'retained-earnings-allocation',
    'retained-earnings-allocation',
    'Report à nouveau et apurement des pertes',
    retained,
  );
  if (distributed === undefined) return;
  ledger.transfer(
    company,
    distributed.to,
    'dividend',
    calculation.monthly(
      `${company}.distribution-paid`,
      'Distribution sur le résultat de l’exercice précédent',
      postedIn(distributed.amount, ASSEMBLY_MONTH, -1),
      about,
    ),
  );
}
