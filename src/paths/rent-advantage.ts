import {
  choose,
  constant,
  isAtLeast,
  isAtMost,
  isLess,
  MONTH,
  max,
  minus,
  NO_MONEY,
  over,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type AidDiscount, paidOnSchedule } from '../law/state-aid-schedule.ts';
import type { Support } from './aid-support.ts';
import type { MonthlyMoney } from './company.ts';
import type { Deal } from './deal.ts';
import type { PathSetting } from './setting.ts';

/** What an enterprise pays for its premises below the market, month by month, and to whom. */
export interface RentAdvantage {
  readonly landlord: string;
  readonly label: string;
  readonly gap: MonthlyMoney;
}

/**
 * Market rent of the same surface less what is paid, never negative, from a month up to another or to the horizon.
 * Rent-free months and steps count: the market gives none here.
 */
export function writeRentAdvantage(
  { calculation, assume, horizon }: PathSetting,
  rent: {
    readonly landlord: string;
    readonly label: string;
    readonly paid: MonthlyMoney;
    /** Market rent by m² when the premises are first used, and its index since then. */
    readonly market: Formula<'money/area/years', 'once', 'defined'>;
    readonly index?: Line<'ratio', 'monthly', 'defined'>;
    readonly first: Formula<'months', 'once', 'defined'>;
    /** First month without it; none before the horizon when absent. */
    readonly end?: Formula<'months', 'once', 'defined'>;
  },
): RentAdvantage {
  const { first, end, index, paid } = rent;
  const ofMonth = over(
    times(times(rent.market, assume('site.floorAreaM2', 'area')), constant(1, 'years')),
    constant(12, 'ratio'),
  );
  const market = calculation.monthly(
    'lease.market-rent-of-month',
    'Loyer de marché du mois, pour la même surface',
    roundedToCents(index === undefined ? ofMonth : times(ofMonth, index)),
  );
  const gap = max(NO_MONEY, minus(market, paid));
  const before = end === undefined ? gap : choose(isLess(MONTH, end), gap, NO_MONEY);
  return {
    landlord: rent.landlord,
    label: rent.label,
    gap: calculation.monthly(
      'lease.below-market',
      'Loyer de marché moins ce qui est payé',
      choose(isAtLeast(MONTH, first), choose(isAtMost(MONTH, horizon), before, NO_MONEY), NO_MONEY),
    ),
  };
}

/** That advantage as an aid, when a public party lets. */
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
