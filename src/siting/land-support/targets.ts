import type { ResolvedDossier } from '../../dossier/resolution.ts';
import { Decimal } from '../../formula/decimal.ts';
import type { Deal } from '../../paths/deal.ts';

/** What the local authority wants the enterprise to hold; at least one is asked. */
export interface SupportTargets {
  /** Paid for the premises in the cruising year, at most, by m² and year. */
  readonly occupancyCost: Decimal | undefined;
  /** Cover of the loan of the site in every tested year, at least. */
  readonly minimumCover: Decimal | undefined;
  /** Return of the investor, at least, effective yearly. */
  readonly investorIrr: Decimal | undefined;
}

export type TargetId = 'plan' | 'occupancy-cost' | 'minimum-cover' | 'investor-irr' | 'bank-limits';

/** A target with what a level of support reaches. */
export interface TargetResult {
  readonly id: TargetId;
  readonly label: string;
  readonly unit: 'EUR' | 'EUR/m2/year' | 'ratio';
  readonly direction: 'at-least' | 'at-most';
  readonly limit: Decimal;
  /** Null when nothing is tested: no loan, no full year; or no return. */
  readonly value: Decimal | null;
  readonly isMet: boolean;
  /** Why there is no value, or which limits are missed. */
  readonly note: string | undefined;
}

/** The cover that the bank of the site reads: net rents over annuities, or EBE over annuities for who buys its walls. */
export function coverCovenant({ covenants, borrower, vehicle }: Deal) {
  const id = vehicle === undefined ? 'cover' : 'dscr';
  return covenants.find((covenant) => covenant.id === id && covenant.company === borrower.id);
}

/** The flow of the investor; undefined where there is none. */
export function investorFlow({ returns }: Deal) {
  return returns.find(({ id }) => id === 'investor-irr');
}

/** Whether an investor can be asked for in a path of this dossier: one whose return is computed. */
export function mayHaveInvestor({ values }: ResolvedDossier, pathIndex: number): boolean {
  const kind = values.paths[pathIndex]?.kind;
  return kind === 'sci' || kind === 'fonciere' || kind === 'esus-holding' || kind === 'impact-bond';
}

/** What is above each target, by name: negative when missed; null when not defined. What the search follows. */
export type Margins = ReadonlyMap<string, Decimal | null>;

/** Less than a cent: nothing is to be found. */
export const LESS_THAN_A_CENT: Decimal = new Decimal('0.005');
