import { max, min, minus, NO_MONEY, plus } from '../formula/build.ts';
import { type AllocationRule, priorLosses } from '../ledger/profit-entries.ts';
import type { PathSetting } from './setting.ts';

/**
 * What a property company makes of its results: a loss is carried forward (report à nouveau débiteur, PCG 119), a profit
 * makes good the losses carried first, the rest goes to the reserves, out of which the associates distribute.
 */
export function vehicleAllocation({ calculation }: PathSetting, company: string): AllocationRule {
  return {
    allocate: ({ result, closing }) => {
      const about = { party: company };
      const carried = calculation.yearly(
        `${company}.allocation.carried-forward`,
        'Report à nouveau : perte reportée, ou pertes antérieures apurées',
        plus(min(result, NO_MONEY), min(max(NO_MONEY, result), priorLosses(closing('retainedEarnings')))),
        about,
      );
      const reserves = calculation.yearly(
        `${company}.allocation.reserves`,
        'Affecté aux réserves, distribution comprise',
        minus(result, carried),
        about,
      );
      return { reserves, retained: [carried] };
    },
  };
}
