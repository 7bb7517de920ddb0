import type { Calculation } from '../formula/calculation.ts';
import type { Assumption, Formula, Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import type { Ledger } from '../ledger/ledger.ts';

export type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
export type OnceMoney = Line<'money', 'once', 'defined'>;
export type Month = Formula<'months', 'once', 'defined'>;

/** A lease of long duration, as what hangs on its term reads it. */
export interface HeldByLease {
  /** Last month of the lease. */
  readonly lastMonth: Month;
  /** Canon paid each month: once a year, in advance. */
  readonly canonPaid: MonthlyMoney;
  /** Canon of the twelve months of the current year of lease, as indexed. */
  readonly canonOfYear: MonthlyMoney;
  /** Entry payment, duties and costs of the deed: depreciated over the lease. */
  readonly rights: OnceMoney;
  /** Part of the value in full ownership that the years left are worth. */
  readonly valueShare: Line<'ratio', 'monthly', 'defined'>;
}

/** Where the property is written: whose it is, when things happen, and how a number of the dossier becomes an assumption. */
export interface PropertySetting {
  readonly calculation: Calculation;
  readonly ledger: Ledger;
  /** The company that buys, and its name before the ids of its lines. */
  readonly owner: string;
  /** A number of the dossier, by its path. */
  readonly assume: <U extends Unit>(path: string, unit: U) => Assumption<U>;
  readonly lawDate: string;
  readonly purchase: Month;
  readonly worksStart: Month;
  readonly worksEnd: Month;
  readonly opening: Month;
  /** Prices of each fiscal year, those of signature being 1. */
  readonly inflationIndex: Line<'ratio', 'yearly', 'defined'>;
  /** The site is held by a lease of long duration and returns to its owner; undefined when it is owned. */
  readonly landLease?: HeldByLease | undefined;
}
