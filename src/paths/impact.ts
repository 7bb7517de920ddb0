import type { Outcome, Programme } from '../dossier/programme-terms.ts';
import type { Line } from '../formula/operations.ts';
import type { OutcomeLines } from '../instruments/impact-contract.ts';
import type { TrancheLines } from '../instruments/impact-tranches.ts';
import type { TrancheFlows } from '../instruments/impact-waterfall.ts';
import type { MonthlyMoney } from './company.ts';
import type { ImpactVehicle } from './impact-vehicle.ts';
import type { ProgrammeCosts, ProgrammePlan } from './programme.ts';

/** A contrat à impact: its programme, its three outcomes, the one that is counted. */
export interface Impact {
  readonly programme: Programme;
  readonly outcome: Outcome;
  readonly tranches: TrancheLines;
  /** Each tranche to its end, in the outcome counted. */
  readonly flows: readonly TrancheFlows[];
  readonly costs: ProgrammeCosts;
  readonly plan: ProgrammePlan;
  readonly outcomes: Readonly<Record<Outcome, OutcomeLines>>;
  /** Results of the main indicator, all measurements. */
  readonly results: Readonly<Record<Outcome, Line<'count', 'once', 'defined'>>>;
  /** Paid for results by a payer whose money is public; undefined when it is private. */
  readonly publicPaid: MonthlyMoney | undefined;
  /** Received less paid by the enterprise for the programme. */
  readonly net: MonthlyMoney;
  /** Who issues the bond, in the second circuit. */
  readonly vehicle: ImpactVehicle | undefined;
}
