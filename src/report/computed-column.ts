import type { ComputedDeal } from '../analysis/computed.ts';

/** A column of a comparison that has figures. */
export interface ComputedColumn {
  readonly id: string;
  readonly name: string;
  readonly computed: ComputedDeal;
}
