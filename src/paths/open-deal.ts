import type { Books } from '../ledger/books.ts';
import type { AllocationRule } from '../ledger/profit-entries.ts';
import type { Valuation } from '../property/holding.ts';
import type { Company } from './company.ts';
import type { Deal } from './deal.ts';
import type { FundingPlan } from './funding-plan.ts';
import type { Source, Use } from './funding-plan-rows.ts';

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

/** What another path brings to the enterprise of a deal: money, what it makes of its results, what follows its books. */
export interface Joined {
  /** Posts what comes before the listed sources, and what is paid beside the project. */
  readonly open: (eligibleCosts: Source['total']) => {
    readonly sources: readonly Source[];
    readonly uses: readonly Use[];
    readonly allocation: AllocationRule;
  };
  /** Its form pays corporate tax, at the normal rate, whatever the enterprise was before. */
  readonly isTaxed: boolean;
  /**
   * Once its books are open, before the flows of outside parties are read.
   * @param walls that it owns; undefined when it rents, or has none
   */
  readonly afterBooks: (company: Company, walls: Valuation | undefined) => void;
}
