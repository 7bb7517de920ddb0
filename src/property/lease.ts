import {
  choose,
  constant,
  integerPart,
  isEqual,
  isLess,
  MONTH,
  max,
  min,
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
import type { Holding } from './holding.ts';
import type { LeaseConditions, LeaseSetting } from './lease-setting.ts';
import { invoices } from './rent-invoices.ts';
import type { MonthlyMoney, OnceMoney } from './setting.ts';

const ONE_YEAR = constant(1, 'years');
const TWELVE = constant(12, 'ratio');
/** Months from October to December: what is left of a year when its taxe foncière falls due. */
const AFTER_OCTOBER = constant(3, 'months');

export interface Lease {
  /** Rent of a whole year, the first one, before tax and charges. */
  readonly annualRent: OnceMoney;
  /** Invoiced and paid each month, before tax. */
  readonly rentDue: MonthlyMoney;
  /** What the month costs, whenever it is paid. */
  readonly rentOfMonth: MonthlyMoney;
  /** Charges and taxe foncière paid back to the landlord, before tax. */
  readonly recharged: MonthlyMoney;
  readonly deposit: OnceMoney;
  readonly depositPaid: MonthlyMoney;
  /** VAT on rent and recharges: what the tenant deducts, and what stays at its charge. */
  readonly vatDeducted: MonthlyMoney;
  readonly vatBorne: MonthlyMoney;
  /** All the VAT that the landlord charges. */
  readonly vatCharged: MonthlyMoney;
}

/**
 * A lease from the month of entry into service: quarterly or monthly, in advance or in arrears, rent-free months,
 * steps, indexation on each anniversary, deposit, charges and taxe foncière recharged, VAT by option of the landlord.
 *
 * An indexed rent is the first-year rent × index since entry into service, never chained roundings; an invoice is
 * rounded once. What a month costs is its share of the invoice, the last month taking what rounding leaves.
 * VAT that the tenant does not deduct is part of its rent.
 */
export function writeLease(setting: LeaseSetting, conditions: LeaseConditions, holding: Holding): Lease {
  const { calculation, ledger, opening, landlord, tenant, term, assume } = setting;
  const about = { party: tenant };
  const monthly = (name: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`lease.${name}`, label, formula, about);

  const annualRent = calculation.once(
    'lease.annual-rent',
    'Loyer annuel de la première année, hors taxes et hors charges',
    roundedToCents(times(times(setting.rentPerM2, assume('site.floorAreaM2', 'area')), ONE_YEAR)),
    about,
  );
  const elapsed = minus(MONTH, opening);
  const index = calculation.monthly(
    'lease.index',
    'Indice du loyer depuis la mise en service',
    choose(
      isLess(elapsed, constant(12, 'months')),
      ONE_RATIO,
      power(
        growthFactor(assume('macro.annualRentIndexation', 'ratio/years')),
        integerPart(over(elapsed, constant(12, 'months'))),
      ),
    ),
    about,
  );
  let step: Formula<'ratio', 'monthly' | 'once', 'defined'> = ONE_RATIO;
  for (let rank = conditions.steps.length - 1; rank >= 0; rank--) {
    step = choose(
      isLess(elapsed, term(`steps[${rank}].months`, 'months')),
      term(`steps[${rank}].share`, 'ratio'),
      step,
    );
  }
  const shareOfMonth = calculation.monthly(
    'lease.share-of-month',
    'Part du loyer annuel due pour le mois, indexée',
    choose(
      isLess(elapsed, term('rentFreeMonths', 'months')),
      constant(0, 'ratio'),
      choose(isLess(elapsed, constant(0, 'months')), constant(0, 'ratio'), over(times(step, index), TWELVE)),
    ),
    about,
  );
  const { rentDue, rentOfMonth } = invoices(setting, conditions, { annualRent, shareOfMonth, elapsed });

  const occupiedMonths = min(
    constant(12, 'months'),
    max(constant(0, 'months'), plus(elapsed, AFTER_OCTOBER)),
  );
  const rechargedCharges = monthly(
    'recharged-charges',
    'Charges refacturées',
    roundedToCents(times(holding.charges, term('rechargedChargesShare', 'ratio'))),
  );
  const rechargedTaxeFonciere = monthly(
    'recharged-taxe-fonciere',
    'Taxe foncière refacturée',
    conditions.taxeFoncierePaidByTenant
      ? roundedToCents(
          times(
            holding.taxeFonciere,
            choose(
              isLess(elapsed, constant(0, 'months')),
              constant(0, 'ratio'),
              over(occupiedMonths, constant(12, 'months')),
            ),
          ),
        )
      : NO_MONEY,
  );
  const recharged = monthly(
    'recharged',
    'Charges et taxe foncière refacturées',
    plus(rechargedCharges, rechargedTaxeFonciere),
  );
  const deposit = calculation.once(
    'lease.deposit',
    'Dépôt de garantie',
    roundedToCents(
      over(times(annualRent, over(term('depositMonths', 'months'), constant(1, 'months'))), TWELVE),
    ),
    about,
  );
  const depositPaid = monthly(
    'deposit-paid',
    'Dépôt de garantie versé',
    choose(isEqual(MONTH, opening), deposit, NO_MONEY),
  );

  const taxed = plus(rentDue, recharged);
  const vatCharged = monthly(
    'vat',
    'TVA sur loyers et charges',
    conditions.vatOption ? roundedToCents(times(taxed, assume('project.vatRate', 'ratio'))) : NO_MONEY,
  );
  const vatDeducted = monthly(
    'vat-deducted',
    'TVA sur loyers et charges, déduite par le locataire',
    roundedToCents(times(vatCharged, term('tenantVatShare', 'ratio'))),
  );
  const vatBorne = monthly(
    'vat-borne',
    'TVA sur loyers et charges, à la charge du locataire',
    minus(vatCharged, vatDeducted),
  );

  ledger.transfer(tenant, landlord, 'lease-rent', rentDue);
  ledger.accrue(tenant, 'rent-borne', rentOfMonth);
  ledger.transfer(tenant, landlord, 'lease-recharge', recharged);
  ledger.transfer(tenant, landlord, 'deposit', depositPaid);
  if (conditions.vatOption) {
    ledger.transfer(tenant, landlord, 'lease-vat', vatDeducted);
    ledger.transfer(tenant, landlord, 'lease-vat-borne', vatBorne);
  }
  if (setting.landlordHasBooks) {
    ledger.accrue(landlord, 'rent-earned', rentOfMonth);
  } else if (setting.landlordCostsPosted !== true) {
    // What it charges back is not its income: it goes on to those who are owed it.
    ledger.transfer(landlord, 'suppliers', 'external-charges', rechargedCharges);
    ledger.transfer(landlord, 'tax-office', 'taxe-fonciere', rechargedTaxeFonciere);
  }
  return {
    annualRent,
    rentDue,
    rentOfMonth,
    recharged,
    deposit,
    depositPaid,
    vatDeducted,
    vatBorne,
    vatCharged,
  };
}
