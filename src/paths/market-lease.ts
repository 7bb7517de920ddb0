import { constant, integerPart, over, power, times } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import type { PathSetting } from './setting.ts';

/**
 * Market rent of the site at entry into service, by m²: that of signature, indexed on each anniversary until then,
 * so that a new lease and the value of the building read one market.
 */
export function marketRent(setting: PathSetting): Line<'money/area/years', 'once', 'defined'> {
  const { calculation, assume, opening } = setting;
  const years = integerPart(over(opening, constant(12, 'months')));
  return calculation.once(
    'site.market-rent-at-opening',
    'Loyer de marché à la mise en service',
    times(
      assume('site.marketRentPerM2Year', 'money/area/years'),
      power(growthFactor(assume('macro.annualRentIndexation', 'ratio/years')), years),
    ),
  );
}
