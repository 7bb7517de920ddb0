import {
  choose,
  constant,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { MonthlyMoney, OnceMoney, PropertySetting } from './setting.ts';

/** The établissement public foncier, and who rents from it for a time: parties of a deal whose site is carried. */
export const EPF = 'epf';
export const CARRYING_TENANTS = 'carrying-tenants';

const PLACE = 'site.carrying';
const ONE_YEAR = constant(1, 'years');
const YEAR_OF_MONTHS = constant(12, 'months');
const NO_MONTH = constant(0, 'months');

export interface Carrying {
  /** What the buyer of the path pays to the EPF, instead of the price of the site. */
  readonly price: OnceMoney;
  /** Prix de revient: all that the EPF spends and is owed, less what it receives. */
  readonly cost: OnceMoney;
  readonly minorationAsked: OnceMoney;
  /** What the EPF leaves at its own charge: an aid. */
  readonly minoration: OnceMoney;
  readonly ceiling: OnceMoney;
  /** The minoration in the month of the resale. */
  readonly minorationPaid: MonthlyMoney;
}

/** Makes the parties of the carrying known. */
export function addCarryingParties(ledger: Ledger, name: string): void {
  ledger.party({
    id: EPF,
    label: name,
    role: 'public-funder',
    side: 'public-aid',
    isCompanyOfTheDeal: false,
  });
  ledger.party({
    id: CARRYING_TENANTS,
    label: 'Occupants temporaires du site porté',
    role: 'tenants',
    side: 'private',
    isCompanyOfTheDeal: false,
  });
}

/**
 * A site carried by an EPF from its own purchase to the resale to the buyer of the path.
 *
 * Price of resale = acquisition + its costs + taxes and management + studies and works + carrying fee − receipts −
 * minoration, never below zero. What the EPF pays is posted as it pays it: the price the month of its purchase, the rest
 * in equal parts over the months of carrying (over that month alone when it resells at once). The carrying fee is what
 * the EPF keeps, and moves no money before the resale. Amounts before VAT.
 */
export function writeCarrying(setting: PropertySetting, terms: { readonly hasCap: boolean }): Carrying {
  const { calculation, ledger, assume, purchase } = setting;
  const bought = assume(`${PLACE}.purchaseMonth`, 'months');
  const once = (name: string, label: string, formula: Formula<'money', 'once', 'defined'>): OnceMoney =>
    calculation.once(`${PLACE}.${name}`, label, formula);
  const months = calculation.once(
    `${PLACE}.months`,
    'Durée du portage',
    max(NO_MONTH, minus(purchase, bought)),
  );
  const years = over(months, YEAR_OF_MONTHS);
  const forMonths = (name: string, label: string, field: string) =>
    once(
      name,
      label,
      roundedToCents(times(times(assume(`${PLACE}.${field}`, 'money/years'), ONE_YEAR), years)),
    );

  const acquisition = once(
    'acquisition',
    'Acquisition par l’EPF',
    assume(`${PLACE}.acquisitionPrice`, 'money'),
  );
  const costs = once(
    'acquisition-costs',
    'Frais d’acquisition de l’EPF',
    roundedToCents(times(acquisition, assume(`${PLACE}.acquisitionCostsRate`, 'ratio'))),
  );
  const taxes = forMonths('taxes', 'Taxe foncière pendant le portage', 'taxeFonciereYear');
  const management = forMonths('management', 'Gestion pendant le portage', 'managementYear');
  const studies = once('studies-amount', 'Études de l’EPF', assume(`${PLACE}.studies`, 'money'));
  const works = once('works-amount', 'Travaux de proto-aménagement', assume(`${PLACE}.works`, 'money'));
  const fee = once(
    'fee',
    'Frais de portage',
    roundedToCents(
      times(
        times(plus(acquisition, costs), times(assume(`${PLACE}.feeRate`, 'ratio/years'), ONE_YEAR)),
        years,
      ),
    ),
  );
  const receipts = forMonths('receipts', 'Loyers temporaires encaissés par l’EPF', 'receiptsYear');
  const cost = once(
    'cost-price',
    'Prix de revient du portage : acquisition, frais, gestion, travaux et frais de portage, moins les recettes',
    max(NO_MONEY, minus(plus(acquisition, costs, taxes, management, studies, works, fee), receipts)),
  );

  const minorationAsked = once(
    'minoration-asked',
    'Minoration prévue, avant plafond',
    plus(
      assume(`${PLACE}.minorationAmount`, 'money'),
      roundedToCents(times(plus(studies, works), assume(`${PLACE}.minorationOfWorks`, 'ratio'))),
      roundedToCents(
        times(plus(acquisition, costs, taxes, management), assume(`${PLACE}.minorationOfLand`, 'ratio')),
      ),
    ),
  );
  const ceiling = once(
    'minoration-ceiling',
    'Minoration au plus, selon la règle de l’EPF',
    terms.hasCap ? min(cost, roundedToCents(times(cost, assume(`${PLACE}.minorationCap`, 'ratio')))) : cost,
  );
  const minoration = once('minoration', 'Minoration', min(minorationAsked, ceiling));
  const price = once('resale-price', 'Prix de revente par l’EPF', minus(cost, minoration));

  const inMonth = (month: Formula<'months', 'once', 'defined'>, amount: OnceMoney) =>
    choose(isEqual(MONTH, month), amount, NO_MONEY);
  const posted = (from: string, to: string, nature: TransferNature, line: MonthlyMoney) =>
    ledger.transfer(from, to, nature, line);
  const atPurchase = (name: string, label: string, to: string, nature: TransferNature, amount: OnceMoney) =>
    posted(EPF, to, nature, calculation.monthly(`${PLACE}.${name}`, label, inMonth(bought, amount)));
  const spread = (name: string, label: string, amount: OnceMoney) =>
    spreadOverMonths(
      calculation,
      `${PLACE}.${name}`,
      label,
      amount,
      bought,
      max(constant(1, 'months'), months),
    ).ofMonth;

  atPurchase('acquisition-paid', 'Achat du site par l’EPF', 'land-owner', 'carried-purchase', acquisition);
  atPurchase(
    'acquisition-costs-paid',
    'Frais d’acquisition payés par l’EPF',
    'notary',
    'carried-purchase-costs',
    costs,
  );
  posted(EPF, 'tax-office', 'carried-taxes', spread('taxes-paid', 'Taxe foncière payée par l’EPF', taxes));
  posted(
    EPF,
    'suppliers',
    'carried-management',
    spread('management-paid', 'Gestion payée par l’EPF', management),
  );
  posted(EPF, 'suppliers', 'carried-studies', spread('studies-paid', 'Études payées par l’EPF', studies));
  posted(EPF, 'builders', 'carried-works', spread('works-paid', 'Travaux payés par l’EPF', works));
  posted(
    CARRYING_TENANTS,
    EPF,
    'carried-rent',
    spread('receipts-received', 'Loyers temporaires reçus par l’EPF', receipts),
  );
  return {
    price,
    cost,
    minorationAsked,
    minoration,
    ceiling,
    minorationPaid: calculation.monthly(
      `${PLACE}.minoration-paid`,
      'Minoration, au mois de la revente',
      inMonth(purchase, minoration),
    ),
  };
}
