import type { FoncierePath } from '../dossier/dossier.ts';
import { constant, max, min, minus, ONE_RATIO, over, plus, times } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { FONCIERE } from './fonciere-members.ts';
import { marketRent } from './market-lease.ts';
import type { PathSetting } from './setting.ts';

type RentPerM2 = Formula<'money/area/years', 'once', 'defined'>;

const ONE_YEAR = constant(1, 'years');

/** The rent of the first year and what it is measured by. */
export interface SolidarityRent {
  readonly perM2: RentPerM2;
  readonly market: Line<'money/area/years', 'once', 'defined'>;
  /** Highest that the enterprise can bear; undefined when nothing is set. */
  readonly affordable: Line<'money/area/years', 'once', 'defined'> | undefined;
}

/**
 * Rent of the first year, by m²: the market rent at entry into service less the discount, and never more than the
 * enterprise can bear: rent, charges and taxe foncière within a share of its turnover once the project runs. Rent
 * typed or solved: as it is.
 */
export function writeSolidarityRent(setting: PathSetting, path: FoncierePath, place: string): SolidarityRent {
  const { calculation, assume } = setting;
  const about = { party: FONCIERE };
  const market = marketRent(setting);
  const area = assume('site.floorAreaM2', 'area');
  const { lease } = path;
  let affordable: SolidarityRent['affordable'];
  if (lease.affordabilityRatio !== null) {
    const recharged = plus(
      times(
        times(assume('site.propertyChargesYear', 'money/years'), ONE_YEAR),
        assume(`${place}.lease.rechargedChargesShare`, 'ratio'),
      ),
      ...(lease.taxeFoncierePaidByTenant
        ? [times(assume('site.taxeFonciereYear', 'money/years'), ONE_YEAR)]
        : []),
    );
    const bearable = calculation.once(
      'fonciere.affordable-rent-year',
      'Loyer annuel soutenable : part du chiffre d’affaires, moins charges et taxe foncière refacturées',
      max(
        constant(0, 'money'),
        minus(
          times(
            times(assume('operator.revenueAfter', 'money/years'), ONE_YEAR),
            assume(`${place}.lease.affordabilityRatio`, 'ratio'),
          ),
          recharged,
        ),
      ),
      about,
    );
    affordable = calculation.once(
      'fonciere.affordable-rent',
      'Loyer soutenable par l’entreprise, par m² et par an',
      over(over(bearable, area), ONE_YEAR),
      about,
    );
  }
  if (lease.solve !== 'below-market') {
    return { perM2: assume(`${place}.lease.rentPerM2Year`, 'money/area/years'), market, affordable };
  }
  const discounted = calculation.once(
    'fonciere.discounted-rent',
    'Loyer de marché, décote déduite',
    times(market, minus(ONE_RATIO, assume(`${place}.lease.marketDiscount`, 'ratio'))),
    about,
  );
  return {
    perM2: calculation.once(
      'fonciere.rent-per-m2',
      'Loyer de la première année, par m²',
      affordable === undefined ? plus(discounted) : min(discounted, affordable),
      about,
    ),
    market,
    affordable,
  };
}
