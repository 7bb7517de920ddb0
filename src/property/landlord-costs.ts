import {
  choose,
  constant,
  inYearOf,
  isAtLeast,
  MONTH,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  previous,
  roundedToCents,
  sumOfYear,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Holding } from './holding.ts';
import type { Lease } from './lease.ts';
import type { LeaseConditions, LeaseSetting } from './lease-setting.ts';
import type { MonthlyMoney } from './setting.ts';

const ONE_YEAR = constant(1, 'years');
const TWELVE = constant(12, 'ratio');

/** What a landlord with books pays each month beside holding costs: management and running costs of the company. */
export interface LandlordCosts {
  readonly fees: MonthlyMoney;
  /** VAT that it does not recover on its charges. */
  readonly vatBorne: MonthlyMoney;
  readonly repairsEndowment: Line<'money', 'yearly', 'defined'>;
}

/**
 * Costs of a property company: management fee on rents, its own running costs, VAT on its charges (deducted with the
 * option on rents, a cost without), the yearly endowment to major repairs (cash kept aside, no payment).
 * VAT is paid the month after, or refunded then.
 * @param runningCosts path in the dossier of the yearly running costs of the company
 * @param shareOfRunningCosts what this site bears of them; all unless several sites share them
 */
export function writeLandlordCosts(
  setting: LeaseSetting,
  conditions: LeaseConditions,
  lease: Lease,
  holding: Holding,
  runningCosts: string,
  shareOfRunningCosts: Formula<'ratio', 'once', 'defined'> = ONE_RATIO,
): LandlordCosts {
  const { calculation, ledger, landlord, opening, assume, term, inflationIndex } = setting;
  const about = { party: landlord };
  const monthly = (name: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${landlord}.${name}`, label, formula, about);
  const runningOfMonth = calculation.yearly(
    `${landlord}.running-costs-of-month`,
    'Frais de la société, par mois',
    roundedToCents(
      over(
        times(
          shareOfRunningCosts === ONE_RATIO
            ? times(assume(runningCosts, 'money/years'), ONE_YEAR)
            : times(times(assume(runningCosts, 'money/years'), ONE_YEAR), shareOfRunningCosts),
          inflationIndex,
        ),
        TWELVE,
      ),
    ),
    about,
  );
  const fees = monthly(
    'fees',
    'Frais de gestion et de la société',
    plus(
      roundedToCents(times(lease.rentDue, term('managementFeeRate', 'ratio'))),
      choose(isAtLeast(MONTH, opening), inYearOf(runningOfMonth), NO_MONEY),
    ),
  );
  ledger.transfer(landlord, 'suppliers', 'external-charges', fees);
  const vatOnCharges = monthly(
    'vat.on-charges',
    'TVA sur les charges de la société',
    roundedToCents(times(plus(fees, holding.charges), assume('project.vatRate', 'ratio'))),
  );
  let vatBorne: MonthlyMoney;
  if (conditions.vatOption) {
    ledger.transfer(landlord, 'suppliers', 'vat-deducted', vatOnCharges);
    const position = monthly('vat.position', 'TVA du mois', minus(lease.vatCharged, vatOnCharges));
    ledger.transfer(
      landlord,
      'tax-office',
      'vat-paid',
      monthly('vat.paid', 'TVA reversée (celle du mois précédent)', max(NO_MONEY, previous(position))),
    );
    ledger.transfer(
      'tax-office',
      landlord,
      'vat-refunded',
      monthly(
        'vat.credit-refunded',
        'Crédit de TVA remboursé (celui du mois précédent)',
        max(NO_MONEY, minus(NO_MONEY, previous(position))),
      ),
    );
    vatBorne = monthly('vat.borne', 'TVA non récupérable sur charges', NO_MONEY);
  } else {
    vatBorne = vatOnCharges;
    ledger.transfer(landlord, 'suppliers', 'irrecoverable-vat-on-charges', vatOnCharges);
  }
  const repairsEndowment = calculation.yearly(
    `${landlord}.repairs-endowment`,
    'Provision de gros entretien mise de côté',
    roundedToCents(
      times(
        times(times(term('repairsEndowmentYear', 'money/years'), ONE_YEAR), inflationIndex),
        openShare(setting),
      ),
    ),
    about,
  );
  return { fees, vatBorne, repairsEndowment };
}

/** Part of each fiscal year after entry into service, by months. */
function openShare({ calculation, opening, landlord }: LeaseSetting) {
  const open = calculation.monthly(
    `${landlord}.open`,
    'Mois après la mise en service',
    choose(isAtLeast(MONTH, opening), over(ONE_RATIO, TWELVE), constant(0, 'ratio')),
  );
  return sumOfYear(open);
}
