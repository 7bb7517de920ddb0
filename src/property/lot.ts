import {
  choose,
  constant,
  definedOr,
  dividedBy,
  integerPart,
  inYearOf,
  isAtLeast,
  isEqual,
  isLess,
  MONTH,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  power,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { growthFactor } from '../formula/rates.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import type { Unit } from '../formula/units.ts';
import { acquisitionCosts } from '../law/acquisition.ts';
import type { TransferNature } from '../ledger/natures.ts';
import { type InvestmentVat, writeInvestmentVat } from './investment-vat.ts';
import type { MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

const ONE_YEAR = constant(1, 'years');
const TWELVE = constant(12, 'ratio');
const TWELVE_MONTHS = constant(12, 'months');

/** Where a lot is written, and what cannot be read from its numbers alone. */
export interface LotSetting extends PropertySetting {
  /** Prefix of the ids of its lines: `fonciere.lots.1`. */
  readonly id: string;
  readonly label: string;
  /** A number of the lot, by its name. */
  readonly term: <U extends Unit>(field: string, unit: U) => Formula<U, 'once', 'defined'>;
  readonly department: string;
  /** ISO date of the deeds. */
  readonly purchaseDate: string;
  readonly recoversVat: boolean;
  readonly refundLagMonths: number;
  /** Who rents. */
  readonly tenants: string;
}

/** Sites of one kind and one year, held by a company with books. Monthly amounts are for all the sites of the lot. */
export interface Lot {
  readonly id: string;
  readonly label: string;
  readonly area: Line<'area', 'once', 'defined'>;
  readonly opening: Line<'months', 'once', 'defined'>;
  readonly purchase: OnceMoney;
  readonly acquisitionCosts: OnceMoney;
  readonly works: OnceMoney;
  /** Price, costs and works, before tax. */
  readonly cost: OnceMoney;
  /** Paid each month for all that, before tax. */
  readonly spent: MonthlyMoney;
  readonly vat: InvestmentVat;
  /** Invoiced each month, vacancy already out of it. */
  readonly rent: MonthlyMoney;
  /** What empty premises lose. */
  readonly vacancy: MonthlyMoney;
  readonly charges: MonthlyMoney;
  readonly grant: MonthlyMoney;
  readonly grantAmount: OnceMoney;
}

/**
 * Writes a lot: purchase and duties by deed, works spread until entry into service, VAT, grant at entry into service,
 * depreciation and release of the grant, rent below the market and indexed each year, vacancy, charges that stay with
 * the owner. Each site is bought by its own deed: duties and the notary's scale are those of one site, times the number.
 */
export function writeLot(setting: LotSetting): Lot {
  const { calculation, ledger, owner, id, label, term, assume } = setting;
  const about = { party: owner };
  const once = (name: string, words: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`${id}.${name}`, `${label} : ${words}`, formula, about);
  const monthly = (name: string, words: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${id}.${name}`, `${label} : ${words}`, formula, about);
  const sites = over(term('count', 'count'), constant(1, 'count'));
  const purchaseMonth = term('purchaseMonth', 'months');
  const worksMonths = term('worksMonths', 'months');
  const opening = calculation.once(
    `${id}.opening`,
    `${label} : mois de la mise en service`,
    plus(purchaseMonth, worksMonths),
    about,
  );
  const area = calculation.once(
    `${id}.area`,
    `${label} : surface`,
    times(term('areaM2', 'area'), sites),
    about,
  );

  const price = once('price', 'prix d’achat d’un site', term('price', 'money'));
  const deed = acquisitionCosts(calculation, `${id}.acquisition`, {
    price,
    department: setting.department,
    date: setting.purchaseDate,
    party: owner,
  });
  const purchase = once('purchase', 'prix d’achat', times(price, sites));
  const land = once('land', 'prix des terrains', roundedToCents(times(purchase, term('landShare', 'ratio'))));
  const duties = once(
    'duties',
    'droits de mutation et contribution de sécurité immobilière',
    times(plus(deed.droitsDeMutation, deed.securiteImmobiliere), sites),
  );
  const emoluments = once('emoluments', 'émoluments du notaire hors taxes', times(deed.emolumentsHt, sites));
  const landShare = term('landShare', 'ratio');
  const costs = once('acquisition-costs', 'frais d’acquisition hors taxes', plus(duties, emoluments));
  const works = once('works', 'travaux hors taxes', times(term('works', 'money'), sites));
  const cost = once('cost', 'coût', plus(purchase, costs, works));

  const atPurchase = (amount: Formula<'money', 'once', 'defined'>) =>
    choose(isEqual(MONTH, purchaseMonth), amount, NO_MONEY);
  const pay = (name: string, words: string, to: string, nature: TransferNature, amount: OnceMoney) => {
    const line = monthly(name, words, atPurchase(amount));
    ledger.transfer(owner, to, nature, line);
    return line;
  };
  const building = once('building', 'prix des bâtiments', minus(purchase, land));
  const split = (name: string, words: string, whole: OnceMoney) => {
    const ofLand = once(`${name}-land`, `${words}, part du terrain`, roundedToCents(times(whole, landShare)));
    return {
      ofLand,
      ofBuilding: once(`${name}-building`, `${words}, part du bâtiment`, minus(whole, ofLand)),
    };
  };
  const dutiesSplit = split('duties', 'droits', duties);
  const notarySplit = split('emoluments', 'notaire', emoluments);
  const paid = [
    pay('land-paid', 'achat des terrains', 'land-owner', 'land-purchase', land),
    pay('building-paid', 'achat des bâtiments', 'land-owner', 'building-purchase', building),
    pay(
      'duties-land-paid',
      'droits payés, part du terrain',
      'tax-office',
      'land-acquisition-costs',
      dutiesSplit.ofLand,
    ),
    pay(
      'duties-building-paid',
      'droits payés, part du bâtiment',
      'tax-office',
      'building-acquisition-costs',
      dutiesSplit.ofBuilding,
    ),
    pay(
      'notary-land-paid',
      'notaire, part du terrain',
      'notary',
      'land-acquisition-costs',
      notarySplit.ofLand,
    ),
    pay(
      'notary-building-paid',
      'notaire, part du bâtiment',
      'notary',
      'building-acquisition-costs',
      notarySplit.ofBuilding,
    ),
  ];
  const worksPaid = spreadOverMonths(
    calculation,
    `${id}.works-paid`,
    `${label} : travaux payés`,
    works,
    plus(purchaseMonth, constant(1, 'months')),
    worksMonths,
    about,
  ).ofMonth;
  ledger.transfer(owner, 'builders', 'works', worksPaid);
  const spent = monthly('spent', 'dépenses hors taxes', sumOfTerms([...paid, worksPaid]));
  const taxedNotary = monthly('emoluments-paid', 'émoluments payés', atPurchase(emoluments));
  const vat = writeInvestmentVat(setting, [taxedNotary, worksPaid], {
    recoverable: setting.recoversVat,
    refundLagMonths: setting.refundLagMonths,
    id: `${id}.vat`,
  });

  const grantAmount = once('grant', 'subventions', roundedToCents(times(works, term('grantShare', 'ratio'))));
  const grant = monthly(
    'grant-received',
    'subventions reçues',
    choose(isEqual(MONTH, opening), grantAmount, NO_MONEY),
  );
  ledger.transfer('public-funders', owner, 'grant', grant);

  const depreciable = once(
    'depreciable',
    'base amortissable',
    plus(
      building,
      dutiesSplit.ofBuilding,
      notarySplit.ofBuilding,
      works,
      ...(setting.recoversVat ? [] : [total(vat.cost)]),
    ),
  );
  const spread = spreadOverMonths(
    calculation,
    `${id}.depreciation`,
    `${label} : amortissement`,
    depreciable,
    opening,
    times(over(term('depreciationYears', 'years'), ONE_YEAR), TWELVE_MONTHS),
    about,
  );
  ledger.accrue(owner, 'depreciation', spread.ofMonth);
  const released = monthly(
    'grant-released',
    'subventions virées au résultat à ce jour',
    roundedToCents(
      times(
        choose(isAtLeast(MONTH, opening), grantAmount, NO_MONEY),
        calculation.monthly(
          `${id}.pace`,
          `${label} : part amortie`,
          definedOr(dividedBy(spread.cumulated, depreciable), constant(0, 'ratio')),
          about,
        ),
      ),
    ),
  );
  ledger.accrue(
    owner,
    'grant-release',
    monthly('grant-release', 'subventions virées au résultat', minus(released, previous(released))),
  );

  const elapsed = minus(MONTH, opening);
  const isOpen = isAtLeast(MONTH, opening);
  const firstYear = once(
    'annual-rent',
    'loyer annuel de la première année, sans vacance',
    roundedToCents(
      times(
        times(
          times(term('marketRentPerM2Year', 'money/area/years'), area),
          minus(ONE_RATIO, term('marketDiscount', 'ratio')),
        ),
        ONE_YEAR,
      ),
    ),
  );
  const index = calculation.monthly(
    `${id}.rent-index`,
    `${label} : indice du loyer`,
    choose(
      isLess(elapsed, TWELVE_MONTHS),
      ONE_RATIO,
      power(
        growthFactor(assume('macro.annualRentIndexation', 'ratio/years')),
        integerPart(over(elapsed, TWELVE_MONTHS)),
      ),
    ),
    about,
  );
  const fullRent = monthly(
    'full-rent',
    'loyer du mois, sans vacance',
    choose(isOpen, roundedToCents(over(times(firstYear, index), TWELVE)), NO_MONEY),
  );
  const vacancy = monthly(
    'vacancy-loss',
    'loyers perdus par vacance',
    roundedToCents(times(fullRent, term('vacancyRate', 'ratio'))),
  );
  const rent = monthly('rent', 'loyers', minus(fullRent, vacancy));
  ledger.transfer(setting.tenants, owner, 'lease-rent', rent);
  ledger.accrue(owner, 'rent-earned', rent);
  const chargesOfMonth = calculation.yearly(
    `${id}.charges-of-month`,
    `${label} : charges laissées à la foncière, par mois`,
    roundedToCents(
      over(
        times(
          times(times(term('chargesPerM2Year', 'money/area/years'), area), ONE_YEAR),
          setting.inflationIndex,
        ),
        TWELVE,
      ),
    ),
    about,
  );
  const charges = monthly(
    'charges',
    'charges laissées à la foncière',
    choose(isOpen, inYearOf(chargesOfMonth), NO_MONEY),
  );
  ledger.transfer(owner, 'suppliers', 'external-charges', charges);
  return {
    id,
    label,
    area,
    opening,
    purchase,
    acquisitionCosts: costs,
    works,
    cost,
    spent,
    vat,
    rent,
    vacancy,
    charges,
    grant,
    grantAmount,
  };
}
