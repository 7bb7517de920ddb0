import type { Calculation } from '../formula/calculation.ts';
import type { Assumption, Formula, Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import type { Ledger } from '../ledger/ledger.ts';

export type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
export type OnceMoney = Line<'money', 'once', 'defined'>;
export type Month = Formula<'months', 'once', 'defined'>;

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
}
