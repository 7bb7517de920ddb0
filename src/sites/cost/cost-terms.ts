import type { COST_ITEMS } from '../../dossier/brownfield.ts';
import type { Decimal } from '../../formula/decimal.ts';
import type { Line } from '../../formula/operations.ts';
import type { SiteMeasures } from './measures.ts';
import type { UnitCost, UnitCosts } from './unit-costs.ts';

export type CostItemId = keyof typeof COST_ITEMS;
type MoneyLine = Line<'money', 'once', 'defined'>;

/** A known amount, in place of a range. */
export interface KnownAmount {
  readonly amount: Decimal;
  /** Document, date and author. */
  readonly source: string;
}

/** All that the cost of a site reads: quantities, unit costs, what is known. Nothing else enters. */
export interface SiteCostTerms {
  readonly measures: SiteMeasures;
  readonly unitCosts: UnitCosts;
  readonly rehabilitation: keyof UnitCosts['rehabilitation'];
  /** Price asked, null when it is not known. */
  readonly price: Decimal | null;
  /** Amounts of quotes, by item: each replaces its item whole. */
  readonly quotes: ReadonlyMap<CostItemId, KnownAmount>;
  readonly department: string;
  /** Date of the deed, ISO: the law of that day. */
  readonly deed: string;
  readonly commitmentToBuild: boolean;
  /** Of the delivered premises, €/m²/year. */
  readonly taxeFoncierePerM2Year: Decimal;
}

/** Quantity × unit cost: what an item says of itself in words. */
export interface CostTerm {
  /** What is counted: an area, or an amount of which the unit cost is a share. */
  readonly quantity: Line<'area' | 'money', 'once', 'defined'>;
  readonly unitCost: UnitCost;
  /** Months of carrying, where the unit cost is a yearly one. */
  readonly months?: Line<'months', 'once', 'defined'>;
  /** A further share of the product. */
  readonly share?: UnitCost;
}

export interface CostItemLines {
  readonly line: MoneyLine;
  readonly terms: readonly CostTerm[];
}

export interface CostLines {
  readonly items: ReadonlyMap<CostItemId, CostItemLines>;
  readonly total: MoneyLine;
  readonly sales: MoneyLine;
  /** Total less sales. */
  readonly net: MoneyLine;
  readonly treatedLand: Line<'area', 'once', 'defined'>;
  /** What fees and contingencies owe to the buildings; the rest is of the land. */
  readonly feesOnBuilding: MoneyLine;
  readonly contingenciesOnBuilding: MoneyLine;
  /** Lines of the law that make the costs of the purchase; none where they are a flat rate or a quote. */
  readonly purchaseLaw: readonly MoneyLine[];
  /** In French: what the law of the purchase asks to check. */
  readonly warnings: readonly string[];
}
