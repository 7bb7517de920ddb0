import {
  and,
  choose,
  constant,
  integerPart,
  isAtLeast,
  isAtMost,
  isEqual,
  MONTH,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import { lawAssumption } from '../law/figure.ts';
import { LONG_LEASE_PUBLICITY_RATE } from '../law/land-lease-figures.ts';
import type { TransferNature } from '../ledger/natures.ts';
import { LAND_OWNER, type Purchase } from './purchase.ts';
import type { HeldByLease, Month, MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

const PLACE = 'site.landLease';
const ONE_YEAR = constant(1, 'years');
const TWELVE_MONTHS = constant(12, 'months');
const ONE_MONTH = constant(1, 'months');
const NO_MONTH = constant(0, 'months');

/**
 * The site held by a bail emphytéotique, à construction or réel solidaire d'activité, from the month in which it would be
 * bought. The lessee pays an entry, a canon each year in advance, indexed on each anniversary, the costs of the deed and,
 * but for a bail à construction (CGI 743 1°), the taxe de publicité foncière on all the years to come (CGI 742, 689).
 *
 * The canon of a month is a twelfth of that of its year, in cents that add up. Entry and costs stand in the books with
 * the buildings, whose years of depreciation never go beyond the lease. Posted with its lessee.
 */
export function writeLandLease(
  setting: PropertySetting,
  terms: { readonly kind: 'emphyteutic' | 'construction' | 'brsa' },
): { readonly lease: HeldByLease; readonly purchase: Purchase } {
  const { calculation, ledger, owner, assume, purchase: start } = setting;
  const about = { party: owner };
  const once = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>): OnceMoney =>
    calculation.once(id, label, formula, about);
  const years = assume(`${PLACE}.years`, 'years');
  const canon = times(assume(`${PLACE}.canonYear`, 'money/years'), ONE_YEAR);
  const lastMonth = calculation.once(
    `${PLACE}.last-month`,
    'Dernier mois du bail',
    minus(plus(start, times(over(years, ONE_YEAR), TWELVE_MONTHS)), ONE_MONTH),
  );

  const entry = once('site.price-paid', 'Droit d’entrée du bail', assume(`${PLACE}.entryPayment`, 'money'));
  const publicityTax = once(
    `${PLACE}.publicity-tax`,
    'Taxe de publicité foncière sur le bail',
    terms.kind === 'construction'
      ? NO_MONEY
      : roundedToCents(
          times(
            plus(entry, times(canon, over(years, ONE_YEAR))),
            lawAssumption(calculation, LONG_LEASE_PUBLICITY_RATE),
          ),
        ),
  );
  const deed = once(
    `${PLACE}.deed`,
    'Frais d’acte du bail hors taxes',
    assume(`${PLACE}.deedCosts`, 'money'),
  );
  const costs = once('site.acquisition-costs', 'Frais du bail hors taxes', plus(publicityTax, deed));
  const atStart = (
    id: string,
    label: string,
    to: string,
    nature: TransferNature,
    amount: OnceMoney,
  ): MonthlyMoney => {
    const line = calculation.monthly(id, label, choose(isEqual(MONTH, start), amount, NO_MONEY), about);
    ledger.transfer(owner, to, nature, line);
    return line;
  };
  const entryPaid = atStart(
    'site.building-paid',
    'Droit d’entrée payé',
    LAND_OWNER,
    'land-lease-entry',
    entry,
  );
  const taxPaid = atStart(
    'site.building-duties-paid',
    'Taxe de publicité foncière payée',
    'tax-office',
    'building-acquisition-costs',
    publicityTax,
  );
  const deedPaid = atStart(
    'site.building-notary-paid',
    'Frais d’acte du bail payés',
    'notary',
    'building-acquisition-costs',
    deed,
  );

  const elapsed = minus(MONTH, start);
  const wholeYears = integerPart(over(max(NO_MONTH, elapsed), TWELVE_MONTHS));
  const rank = minus(max(NO_MONTH, elapsed), times(wholeYears, TWELVE_MONTHS));
  const isLeased = and(isAtLeast(MONTH, start), isAtMost(MONTH, lastMonth));
  const canonOfYear = calculation.monthly(
    `${PLACE}.canon-of-year`,
    'Canon de l’année de bail en cours, indexé',
    choose(
      isLeased,
      roundedToCents(
        times(canon, power(growthFactor(assume('macro.annualRentIndexation', 'ratio/years')), wholeYears)),
      ),
      NO_MONEY,
    ),
    about,
  );
  const canonPaid = calculation.monthly(
    `${PLACE}.canon-paid`,
    'Canon payé',
    choose(isEqual(rank, NO_MONTH), canonOfYear, NO_MONEY),
    about,
  );
  const upTo = (months: typeof rank) => roundedToCents(times(canonOfYear, over(months, TWELVE_MONTHS)));
  const canonBorne = calculation.monthly(
    `${PLACE}.canon-of-month`,
    'Canon du mois',
    minus(upTo(plus(rank, ONE_MONTH)), upTo(rank)),
    about,
  );
  ledger.transfer(owner, LAND_OWNER, 'land-lease-canon', canonPaid);
  ledger.accrue(owner, 'rent-borne', canonBorne);

  const rights = once('site.building-value', 'Droit au bail, frais compris', plus(entry, costs));
  const nothing = calculation.once('site.land-value', 'Terrain, qui reste au propriétaire', NO_MONEY, about);
  const noMonth = calculation.monthly('site.land-paid', 'Achat du terrain', NO_MONEY, about);
  return {
    lease: { lastMonth, canonPaid, canonOfYear, rights, valueShare: writeValueShare(setting, lastMonth) },
    purchase: {
      seller: LAND_OWNER,
      price: entry,
      acquisitionCosts: costs,
      land: nothing,
      building: rights,
      pricePaid: entryPaid,
      landPaid: noMonth,
      buildingPaid: entryPaid,
      acquisitionCostsPaid: calculation.monthly(
        'site.acquisition-costs-month',
        'Frais du bail payés',
        plus(taxPaid, deedPaid),
        about,
      ),
      taxable: [deedPaid],
      warnings: [],
    },
  };
}

/**
 * What the years left of a lease are worth, of full ownership: an annuity over the months that remain after this one, at
 * the capitalisation rate, over a perpetuity; nothing once the lease is over.
 */
function writeValueShare(
  { calculation, assume }: PropertySetting,
  lastMonth: Month,
): HeldByLease['valueShare'] {
  const yearsLeft = over(max(NO_MONTH, minus(lastMonth, MONTH)), TWELVE_MONTHS);
  return calculation.monthly(
    `${PLACE}.value-share`,
    'Part de la valeur en pleine propriété que valent les années de bail à courir',
    minus(
      ONE_RATIO,
      power(growthFactor(assume('site.exitYield', 'ratio/years')), minus(constant(0, 'ratio'), yearsLeft)),
    ),
  );
}
