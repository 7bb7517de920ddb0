import type { PathDescription } from '../dossier/dossier.ts';
import type { Activity } from '../enterprise/activity.ts';
import type { Line } from '../formula/operations.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { Books } from '../ledger/books.ts';
import type { CashPlan, FundingStatement } from '../ledger/cash-statements.ts';
import type { ManagementBalances } from '../ledger/income-statement.ts';
import type { Law } from '../ledger/laws.ts';
import type { FundingPlan, Source } from './funding-plan.ts';
import type { PropertyProject } from './property-project.ts';
import type { PathSetting } from './setting.ts';

type OnceRatio = Line<'ratio', 'once', 'undefinable'>;

/** A limit or a target of the bank: never a law of conservation. */
export interface Covenant {
  readonly id: string;
  readonly label: string;
  /** The ratio that is watched, over the tested period. */
  readonly value: Line<'ratio', 'once'>;
  /** By year, where it is watched each year. */
  readonly byYear?: Line<'ratio', 'yearly'>;
  /** What it must not pass; undefined when the bank sets none. */
  readonly limit: Line<'ratio', 'once'> | undefined;
  readonly direction: 'at-least' | 'at-most';
  /** Limit − what is asked, in money or ratio, not negative when met: what the sizing searches. */
  readonly slack: Line<'money' | 'ratio', 'once'> | undefined;
}

/** A limit of the bank with the largest loan that it allows, once searched. */
export interface SizedLimit {
  readonly id: string;
  readonly label: string;
  /** Decimal string, whole euros. */
  readonly largestLoan: string;
}

/** How the loan was sized. */
export interface Sizing {
  /** Smallest whole-euro loan that closes the plan. */
  readonly need: string;
  readonly limits: readonly SizedLimit[];
  /** `need`, or the id of the limit that binds. */
  readonly binding: string;
  readonly loan: string;
}

/** A path composed: everything that pages, workbook, API and tests read. */
export interface Deal {
  readonly path: PathDescription;
  readonly setting: PathSetting;
  readonly property: PropertyProject;
  readonly activity: Activity;
  readonly sources: readonly Source[];
  readonly plan: FundingPlan;
  readonly existingDebt: LoanLines;
  readonly books: Books;
  readonly balances: ManagementBalances;
  readonly cashPlan: CashPlan;
  readonly fundingStatement: FundingStatement;
  readonly laws: readonly Law[];
  readonly covenants: readonly Covenant[];
  readonly partyFlows: ReadonlyMap<string, Line<'money', 'monthly', 'defined'>>;
  /** Yearly: interest and principal of all loans. */
  readonly annuities: Line<'money', 'yearly', 'defined'>;
  /** EBE over annuities, before tax: what the loan was sized on. */
  readonly coverBeforeTax: Line<'ratio', 'yearly', 'undefinable'>;
  readonly averageCover: OnceRatio;
}
