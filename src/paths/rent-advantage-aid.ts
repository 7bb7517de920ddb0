import { type AidDiscount, paidOnSchedule } from '../law/state-aid-schedule.ts';
import type { Support } from './aid-support.ts';
import type { Deal } from './deal.ts';

/** The rent that a public party gives up below the market, as an aid. */
export function rentSupports(
  { rentAdvantage, setting, operator }: Deal,
  discount: () => AidDiscount,
): Support[] {
  if (rentAdvantage === undefined) return [];
  const { landlord, label, gap } = rentAdvantage;
  const { calculation, ledger } = setting;
  if ((ledger.parties.get(landlord)?.side ?? 'private') === 'private') return [];
  const equivalent = paidOnSchedule(calculation, 'aid.rent', label, { paid: gap, discount: discount() });
  return [
    {
      id: 'rent',
      label,
      kind: 'reduced-rent',
      payer: landlord,
      beneficiary: operator.id,
      nominal: equivalent,
      grantEquivalent: equivalent,
      method: 'loyer de marché moins loyer payé, jusqu’à l’horizon, actualisé à la fin de son année',
      // It rests on a market rent that nobody has certified, and on a lease that may end sooner.
      isEstimated: true,
      needsPariPassu: false,
    },
  ];
}
