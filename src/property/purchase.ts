import { choose, isEqual, MONTH, minus, NO_MONEY, plus, roundedToCents, times } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { acquisitionCosts } from '../law/acquisition.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

export interface PurchaseTerms {
  readonly department: string;
  /** ISO date of the deed: it sets the rate of duty. */
  readonly purchaseDate: string;
  readonly newBuilding: boolean;
  readonly commitmentToBuild: boolean;
}

/** A site bought otherwise than at the price of the dossier: from whom, and how much. */
export interface Resale {
  readonly seller: string;
  readonly price: Formula<'money', 'once', 'defined'>;
}

/** Who sells the site unless said. */
export const LAND_OWNER = 'land-owner';

export interface Purchase {
  /** Value of the land and of the building in the books, acquisition costs included. */
  readonly land: OnceMoney;
  readonly building: OnceMoney;
  readonly seller: string;
  readonly price: OnceMoney;
  readonly acquisitionCosts: OnceMoney;
  /** Paid each month, before VAT. */
  readonly pricePaid: MonthlyMoney;
  readonly landPaid: MonthlyMoney;
  readonly buildingPaid: MonthlyMoney;
  readonly acquisitionCostsPaid: MonthlyMoney;
  /** What VAT is charged on. */
  readonly taxable: readonly MonthlyMoney[];
  /** In French: what has to be validated. */
  readonly warnings: readonly string[];
}

/**
 * The purchase of a site: price split between land and building, duties, security contribution and notary.
 * Acquisition costs follow the split and are part of the cost of the asset (PCG 213-8, default option).
 * VAT is charged on the notary's emoluments, and on the price of a new building.
 * @param resale who sells and at which price, when it is not the owner at the price of the dossier
 */
export function writePurchase(setting: PropertySetting, terms: PurchaseTerms, resale?: Resale): Purchase {
  const { calculation, ledger, owner, assume } = setting;
  const about = { party: owner };
  const price = calculation.once(
    'site.price-paid',
    'Prix d’achat',
    resale?.price ?? assume('site.price', 'money'),
    about,
  );
  const landShare = assume('site.landShare', 'ratio');
  const costs = acquisitionCosts(calculation, 'site.acquisition', {
    price,
    department: terms.department,
    date: terms.purchaseDate,
    newBuilding: terms.newBuilding,
    commitmentToBuild: terms.commitmentToBuild,
    party: owner,
  });

  const landPrice = calculation.once(
    'site.land-price',
    'Prix du terrain',
    roundedToCents(times(price, landShare)),
    about,
  );
  const total = calculation.once(
    'site.acquisition-costs',
    'Frais d’acquisition hors taxes',
    plus(
      costs.droitsDeMutation,
      costs.securiteImmobiliere,
      costs.emolumentsHt,
      assume('site.disbursements', 'money'),
    ),
    about,
  );
  const landCosts = calculation.once(
    'site.land-acquisition-costs',
    'Frais d’acquisition, part du terrain',
    roundedToCents(times(total, landShare)),
    about,
  );
  const inPurchaseMonth = (amount: Formula<'money', 'once', 'defined'>) =>
    choose(isEqual(MONTH, setting.purchase), amount, NO_MONEY);
  const pay = (
    id: string,
    label: string,
    to: string,
    nature: TransferNature,
    amount: Formula<'money', 'once', 'defined'>,
  ): MonthlyMoney => {
    const line = calculation.monthly(id, label, inPurchaseMonth(amount), about);
    ledger.transfer(owner, to, nature, line);
    return line;
  };
  const seller = resale?.seller ?? LAND_OWNER;
  const landPaid = pay('site.land-paid', 'Achat du terrain', seller, 'land-purchase', landPrice);
  const buildingPaid = pay(
    'site.building-paid',
    'Achat du bâtiment',
    seller,
    'building-purchase',
    minus(price, landPrice),
  );
  const duties = plus(costs.droitsDeMutation, costs.securiteImmobiliere);
  const dutiesOnLand = calculation.once(
    'site.land-duties',
    'Droits et contribution, part du terrain',
    roundedToCents(times(duties, landShare)),
    about,
  );
  const landDuties = pay(
    'site.land-duties-paid',
    'Droits de mutation et contribution de sécurité immobilière, part du terrain',
    'tax-office',
    'land-acquisition-costs',
    dutiesOnLand,
  );
  const buildingDuties = pay(
    'site.building-duties-paid',
    'Droits de mutation et contribution de sécurité immobilière, part du bâtiment',
    'tax-office',
    'building-acquisition-costs',
    minus(duties, dutiesOnLand),
  );
  const landNotary = pay(
    'site.land-notary-paid',
    'Notaire, part du terrain',
    'notary',
    'land-acquisition-costs',
    minus(landCosts, dutiesOnLand),
  );
  const buildingNotary = pay(
    'site.building-notary-paid',
    'Notaire, part du bâtiment',
    'notary',
    'building-acquisition-costs',
    minus(minus(total, landCosts), minus(duties, dutiesOnLand)),
  );
  const emoluments = calculation.monthly(
    'site.emoluments-paid',
    'Émoluments du notaire hors taxes',
    inPurchaseMonth(costs.emolumentsHt),
    about,
  );
  const pricePaid = calculation.monthly(
    'site.price-month',
    'Prix d’achat payé',
    plus(landPaid, buildingPaid),
    about,
  );
  return {
    seller,
    price,
    acquisitionCosts: total,
    land: calculation.once('site.land-value', 'Terrain, frais compris', plus(landPrice, landCosts), about),
    building: calculation.once(
      'site.building-value',
      'Bâtiment acheté, frais compris',
      plus(minus(price, landPrice), minus(total, landCosts)),
      about,
    ),
    pricePaid,
    landPaid,
    buildingPaid,
    acquisitionCostsPaid: calculation.monthly(
      'site.acquisition-costs-month',
      'Frais d’acquisition payés',
      plus(landDuties, buildingDuties, landNotary, buildingNotary),
      about,
    ),
    taxable: terms.newBuilding ? [emoluments, pricePaid] : [emoluments],
    warnings: costs.warnings,
  };
}
