import type { Books } from '../ledger/books.ts';
import type { Deal } from './deal.ts';
import type { FundingPlan } from './funding-plan.ts';
import type { Source } from './funding-plan-rows.ts';

/** A deal all posted but whose books are still open: a path may post what it does besides before it closes them. */
export interface OpenDeal {
  /** Of the operator. */
  readonly plan: FundingPlan;
  readonly sources: readonly Source[];
  /**
   * Opens the books, writes statements, laws and covers.
   * @param others books of companies of the deal other than the operator, for what passes between them
   */
  readonly close: (others?: readonly Books[]) => Deal;
}
