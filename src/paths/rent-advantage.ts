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
import type { MonthlyMoney } from './company.ts';
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
