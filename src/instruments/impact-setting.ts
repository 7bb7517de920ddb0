import type { Calculation } from '../formula/calculation.ts';
import type { Assumption, Formula } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';

type Month = Formula<'months', 'once', 'defined'>;

/** What of a contract decides the shape of its calculation; its numbers are assumptions. */
export interface ImpactContractShape {
  readonly indicators: readonly {
    readonly id: string;
    readonly label: string;
    readonly pricing: 'linear' | 'tier' | 'binary';
  }[];
  readonly measurements: readonly {
    readonly label: string;
    /** Position of the result of each indicator, in the order in which they were typed. */
    readonly results: readonly { readonly indicator: string }[];
  }[];
  readonly tranches: readonly { readonly label: string }[];
  /** Whether all is drawn with the first tranche. */
  readonly isDrawnAtOnce: boolean;
  /** Whether what investors get is limited by a yearly rate. */
  readonly hasPremiumCap: boolean;
}

/** Where a contract is written. */
export interface ImpactSetting {
  readonly calculation: Calculation;
  /** A number of the contract, by its place in it: `tranches[0].amount`. */
  readonly assume: <U extends Unit>(path: string, unit: U) => Assumption<U>;
  /** Party that carries the contract. */
  readonly party: string;
  /** Months between a measurement and its payment. */
  readonly paymentDelay: Month;
}
