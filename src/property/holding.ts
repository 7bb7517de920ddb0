import {
  at,
  choose,
  constant,
  integerPart,
  inYearOf,
  isAtLeast,
  MONTH,
  max,
  minus,
  NO_MONEY,
  over,
  plus,
  postedIn,
  power,
  roundedToCents,
  times,
  YEAR,
} from '../formula/build.ts';
import type { Decimal } from '../formula/decimal.ts';
import type { Formula } from '../formula/operations.ts';
import { growthFactor, overOneYear } from '../formula/rates.ts';
import type { MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

/** Calendar month in which the taxe foncière is paid. */
const TAXE_FONCIERE_MONTH = 10;
const ONE_YEAR = constant(1, 'years');

export interface Holding {
  readonly taxeFonciere: MonthlyMoney;
  /** Insurance and upkeep, before VAT. */
  readonly charges: MonthlyMoney;
  /** Canon of a lease of long duration, posted with the lease; undefined when the site is owned. */
  readonly canon: MonthlyMoney | undefined;
}

/**
 * What it costs to own the site: taxe foncière, owed by who owns on 1 January (CGI 1415), paid in October; insurance
 * and upkeep from entry into service. Posted apart, by `postHolding`: a landlord outside the deal has no books.
 */
export function writeHolding(setting: PropertySetting): Holding {
  const { calculation, owner, assume } = setting;
  const about = { party: owner };
  const indexed = calculation.yearly(
    'site.taxe-fonciere-of-year',
    'Taxe foncière de l’année',
    roundedToCents(
      times(
        times(assume('site.taxeFonciereYear', 'money/years'), ONE_YEAR),
        power(growthFactor(assume('macro.annualTaxeFonciereGrowth', 'ratio/years')), YEAR),
      ),
    ),
    about,
  );
  // From October back to the December before: who bought by then owns on 1 January.
  const ownedOnFirstOfJanuary = isAtLeast(
    minus(MONTH, constant(TAXE_FONCIERE_MONTH, 'months')),
    setting.purchase,
  );
  const taxeFonciere = calculation.monthly(
    'site.taxe-fonciere',
    'Taxe foncière',
    choose(ownedOnFirstOfJanuary, postedIn(indexed, TAXE_FONCIERE_MONTH), NO_MONEY),
    about,
  );
  const chargesOfMonth = calculation.yearly(
    'site.charges-of-month',
    'Charges mensuelles de l’immeuble',
    roundedToCents(
      over(
        times(times(assume('site.propertyChargesYear', 'money/years'), ONE_YEAR), setting.inflationIndex),
        constant(12, 'ratio'),
      ),
    ),
    about,
  );
  const charges = calculation.monthly(
    'site.charges',
    'Charges de l’immeuble',
    choose(isAtLeast(MONTH, setting.opening), inYearOf(chargesOfMonth), NO_MONEY),
    about,
  );
  return { taxeFonciere, charges, canon: setting.landLease?.canonPaid };
}

/** What it costs to hold the site each month: charges, taxe foncière and canon. */
export function holdingCosts({ charges, taxeFonciere, canon }: Holding): readonly MonthlyMoney[] {
  return canon === undefined ? [charges, taxeFonciere] : [charges, taxeFonciere, canon];
}

/** Posts what a company of the deal pays to own its site. */
export function postHolding({ ledger, owner }: PropertySetting, { taxeFonciere, charges }: Holding): void {
  ledger.transfer(owner, 'tax-office', 'taxe-fonciere', taxeFonciere);
  ledger.transfer(owner, 'suppliers', 'external-charges', charges);
}

export interface Valuation {
  /** Market rent of twelve months, revised on each anniversary of signature. */
  readonly marketRent: MonthlyMoney;
  /** Market rent less what an owner bears. */
  readonly netMarketRent: MonthlyMoney;
  /** Charges and taxe foncière of twelve months that a market lease leaves to the owner; undefined when it leaves none. */
  readonly leftToOwner: Formula<'money', 'monthly' | 'once', 'defined'> | undefined;
  /** The site is held by a lease of long duration: its canon is left to the lessee, its value ends with it. */
  readonly isLeasehold: boolean;
  /** Value, duties excluded, at the end of each month. */
  readonly value: MonthlyMoney;
  readonly valueAtOpening: OnceMoney;
}

/**
 * What the site is worth: market rent of the next twelve months, less what a market lease leaves to the owner (charges,
 * taxe foncière, management),
 * over the capitalisation rate (DOMAIN convention of exit, duties excluded). Never below zero.
 *
 * Held by a lease of long duration, it is worth the net rents of the years left, its canon deducted: what a market lease
 * would leave to who holds it counts the canon.
 */
export function writeValuation(
  setting: PropertySetting,
  terms: { readonly ownerPaysTaxeFonciere: boolean; readonly ownerChargesShare: Decimal },
): Valuation {
  const { calculation, assume, landLease } = setting;
  const elapsedYears = integerPart(over(MONTH, constant(12, 'months')));
  const index = calculation.monthly(
    'site.rent-index',
    'Indice des loyers de marché',
    power(growthFactor(assume('macro.annualRentIndexation', 'ratio/years')), elapsedYears),
  );
  const atSignature = calculation.once(
    'site.market-rent-at-signature',
    'Loyer de marché annuel à la signature',
    times(
      times(assume('site.marketRentPerM2Year', 'money/area/years'), assume('site.floorAreaM2', 'area')),
      ONE_YEAR,
    ),
  );
  const marketRent = calculation.monthly(
    'site.market-rent',
    'Loyer de marché des douze mois',
    roundedToCents(times(atSignature, index)),
  );
  const chargesBorne = times(
    times(
      times(assume('site.propertyChargesYear', 'money/years'), ONE_YEAR),
      inYearOf(setting.inflationIndex),
    ),
    assume('site.ownerChargesShare', 'ratio'),
  );
  const leftToOwner = plus(
    chargesBorne,
    ...(terms.ownerPaysTaxeFonciere
      ? [
          times(
            times(assume('site.taxeFonciereYear', 'money/years'), ONE_YEAR),
            inYearOf(
              calculation.yearly(
                'site.taxe-fonciere-index',
                'Indice de la taxe foncière',
                power(growthFactor(assume('macro.annualTaxeFonciereGrowth', 'ratio/years')), YEAR),
              ),
            ),
          ),
        ]
      : []),
    ...(landLease === undefined ? [] : [landLease.canonOfYear]),
  );
  const ownerCosts = plus(leftToOwner, times(marketRent, assume('site.marketManagementRate', 'ratio')));
  const netMarketRent = calculation.monthly(
    'site.net-market-rent',
    'Loyer net de marché des douze mois',
    max(NO_MONEY, roundedToCents(minus(marketRent, ownerCosts))),
  );
  const ofOwner = over(netMarketRent, overOneYear(assume('site.exitYield', 'ratio/years')));
  const value = calculation.monthly(
    'site.market-value',
    landLease === undefined ? 'Valeur du site, droits exclus' : 'Valeur du droit au bail, droits exclus',
    roundedToCents(landLease === undefined ? ofOwner : times(ofOwner, landLease.valueShare)),
  );
  return {
    marketRent,
    netMarketRent,
    leftToOwner:
      terms.ownerPaysTaxeFonciere || !terms.ownerChargesShare.isZero() || landLease !== undefined
        ? leftToOwner
        : undefined,
    isLeasehold: landLease !== undefined,
    value,
    valueAtOpening: calculation.once(
      'site.value-at-opening',
      'Valeur du site à la mise en service',
      at(value, setting.opening),
    ),
  };
}
