import { constant, integerPart, over, power, times } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import type { PathSetting } from './setting.ts';

/**
 * Market rent of the site at entry into service, by m²: that of signature, indexed on each anniversary until then,
 * so that a new lease and the value of the building read one market.
 * @param movedIn month of a lease that begins later, at the end of a temporary occupation
 */
export function marketRent(
  setting: PathSetting,
  movedIn?: Formula<'months', 'once', 'defined'>,
): Line<'money/area/years', 'once', 'defined'> {
  const { calculation, assume, opening } = setting;
  const years = integerPart(over(movedIn ?? opening, constant(12, 'months')));
  return calculation.once(
    movedIn === undefined ? 'site.market-rent-at-opening' : 'site.market-rent-at-move',
    movedIn === undefined ? 'Loyer de marché à la mise en service' : 'Loyer de marché au déménagement',
    times(
      assume('site.marketRentPerM2Year', 'money/area/years'),
      power(growthFactor(assume('macro.annualRentIndexation', 'ratio/years')), years),
    ),
  );
}
