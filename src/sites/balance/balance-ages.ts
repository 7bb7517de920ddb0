import { BALANCE_AGES } from '../../dossier/brownfield.ts';
import type { Brownfield, SiteNeed } from '../../dossier/dossier.ts';
import type { CostItemId } from '../cost/cost-lines.ts';
import { type BalanceAge, type SiteCost, siteCost } from '../cost/site-cost.ts';
import { type BalanceTerms, type DevelopmentBalance, developmentBalance } from './development-balance.ts';

/** Where an item of a balance stands at an age. */
export type ItemState =
  /** Typed for this age. */
  | 'known'
  /** Typed for an earlier age and not written again. */
  | 'carried'
  /** The price that the owner asks. */
  | 'asked'
  /** Still an estimate. */
  | 'estimated';

/** The balance of one age: a dated version of what was known then. */
export interface AgedBalance {
  readonly age: BalanceAge;
  readonly label: string;
  /** Undefined when no amount has been typed for this age: there is no such balance yet. */
  readonly established:
    | {
        readonly cost: SiteCost;
        readonly balance: DevelopmentBalance;
        readonly states: ReadonlyMap<CostItemId, ItemState>;
      }
    | undefined;
}

/**
 * The four ages of a balance, each read with the amounts known at that age: the feasibility rests on estimates; a later one
 * exists once an amount was typed for it. What is not known yet at an age stays an estimate and says so, even at the closing.
 * @param deed day of the purchase, ISO: the law of that day
 */
export function balanceAges(
  brownfield: Brownfield,
  need: SiteNeed | undefined,
  terms: BalanceTerms,
  deed = terms.start,
): readonly AgedBalance[] {
  const ages = Object.keys(BALANCE_AGES) as readonly BalanceAge[];
  return ages.map((age, rank) => {
    const label = BALANCE_AGES[age];
    const typedAt = (quoteAge: BalanceAge) =>
      new Set(brownfield.quotes.filter((quote) => quote.age === quoteAge).map(({ item }) => item));
    const now = typedAt(age);
    if (age !== 'feasibility' && now.size === 0) return { age, label, established: undefined };
    const before = new Set(ages.slice(0, rank).flatMap((earlier) => [...typedAt(earlier)]));
    const cost = siteCost(brownfield, need, { deed, age });
    const stateOf = (id: CostItemId): ItemState => {
      if (now.has(id)) return 'known';
      if (before.has(id)) return 'carried';
      return id === 'purchase' && brownfield.price !== null ? 'asked' : 'estimated';
    };
    const states = new Map(cost.items.map(({ id }): [CostItemId, ItemState] => [id, stateOf(id)]));
    return { age, label, established: { cost, balance: developmentBalance(cost, terms), states } };
  });
}
