import type { Calculation } from '../formula/calculation.ts';
import type { Assumption, Formula, Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import type { Ledger } from '../ledger/ledger.ts';

export type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
export type OnceMoney = Formula<'money', 'once', 'defined'>;
export type YearlyRatio = Formula<'ratio', 'yearly' | 'once', 'defined'>;

/** Where the enterprise is written: its books, when it moves in, and how a number of the dossier becomes an assumption. */
export interface ActivitySetting {
  readonly calculation: Calculation;
  readonly ledger: Ledger;
  readonly company: string;
  readonly assume: <U extends Unit>(path: string, unit: U) => Assumption<U>;
  readonly opening: Formula<'months', 'once', 'defined'>;
  readonly inflationIndex: Line<'ratio', 'yearly', 'defined'>;
}
