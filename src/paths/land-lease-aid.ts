import {
  at,
  constant,
  definedOr,
  dividedBy,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  power,
  roundedToCents,
  times,
} from '../formula/build.ts';
import { growthFactor } from '../formula/rates.ts';
import { aidDiscountRate } from '../law/state-aid.ts';
import type { AidDiscount } from '../law/state-aid-schedule.ts';
import type { Support } from './aid-support.ts';
import type { Deal } from './deal.ts';

const PLACE = 'site.landLease';
const ONE_YEAR = constant(1, 'years');

/**
 * The canon that a public owner asks below that of the market, over the whole lease, however far it goes beyond the
 * calculation: Σ (market canon − canon) × index^k / (1 + r)^k over its years, paid in advance, discounted to the grant.
 * @param discount of all the aids of the deal
 */
export function canonSupports(deal: Deal, discount: () => AidDiscount): Support[] {
  const { property, setting } = deal;
  const { calculation, assume, dossier, ledger, purchase } = setting;
  const terms = dossier.values.site?.landLease;
  if (property?.setting.landLease === undefined || terms == null || terms.marketCanonYear === null) return [];
  const { seller } = property.purchase;
  if (ledger.parties.get(seller)?.side === 'private') return [];
  const yearlyGap = calculation.once(
    'aid.land-lease.gap',
    'Canon de marché moins canon, la première année',
    max(
      NO_MONEY,
      times(
        minus(assume(`${PLACE}.marketCanonYear`, 'money/years'), assume(`${PLACE}.canonYear`, 'money/years')),
        ONE_YEAR,
      ),
    ),
  );
  const years = over(assume(`${PLACE}.years`, 'years'), ONE_YEAR);
  const pace = calculation.once(
    'aid.land-lease.pace',
    'Indexation d’une année, actualisée',
    over(
      growthFactor(assume('macro.annualRentIndexation', 'ratio/years')),
      growthFactor(aidDiscountRate(calculation)),
    ),
  );
  const annuity = calculation.once(
    'aid.land-lease.annuity',
    'Canons de toutes les années du bail, actualisés, pour 1 € la première année',
    // As many years as the lease has when indexation and discount cancel out.
    definedOr(dividedBy(minus(ONE_RATIO, power(pace, years)), minus(ONE_RATIO, pace)), years),
  );
  const equivalent = calculation.once(
    'aid.land-lease.grant-equivalent',
    'Canon sous le marché : équivalent-subvention brut',
    roundedToCents(times(times(yearlyGap, annuity), at(discount().factor, purchase))),
  );
  return [
    {
      id: 'land-lease',
      label: 'Canon du bail de longue durée',
      kind: 'reduced-rent',
      payer: seller,
      beneficiary: deal.borrower.id,
      nominal: equivalent,
      grantEquivalent: equivalent,
      method: 'canon de marché moins canon, sur toute la durée du bail, actualisé',
      isEstimated: true,
      needsPariPassu: false,
    },
  ];
}
