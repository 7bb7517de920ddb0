import type { SciPath } from '../dossier/dossier.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { QuasiEquity } from '../instruments/quasi-equity.ts';
import type { Holding, Valuation } from '../property/holding.ts';
import type { LandlordCosts } from '../property/landlord-costs.ts';
import type { Lease } from '../property/lease.ts';
import type { MonthlyMoney } from './company.ts';
import type { FundingPlan } from './funding-plan.ts';

/** What the exit is computed on. */
export interface ExitParts {
  readonly path: SciPath;
  readonly place: string;
  readonly month: Formula<'months', 'once', 'defined'>;
  readonly investor: string;
  readonly investorCapital: Line<'money', 'once', 'defined'>;
  readonly operatorShare: Formula<'ratio', 'once', 'defined'>;
  readonly quasiEquity: readonly QuasiEquity[];
  readonly plan: FundingPlan;
  readonly lease: Lease;
  readonly holding: Holding;
  readonly costs: LandlordCosts;
  /** Cash kept aside for major repairs, by fiscal year. */
  readonly repairsReserve: Line<'money', 'yearly', 'defined'>;
  readonly valuation: Valuation;
  readonly buildingDepreciation: MonthlyMoney;
}
