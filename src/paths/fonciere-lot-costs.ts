import type { FoncierePath } from '../dossier/dossier.ts';
import {
  choose,
  constant,
  inYearOf,
  isMore,
  MONTH,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { MonthlyMoney } from './company.ts';
import { FONCIERE } from './fonciere-members.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

const ONE_YEAR = constant(1, 'years');
const TWELVE = constant(12, 'ratio');

/** Pooled costs of the vehicle that this site does not bear, from signature on. */
export function writeOtherCosts(
  { calculation, ledger, assume, inflationIndex }: PathSetting,
  place: string,
  shareOfSite: Formula<'ratio', 'once', 'defined'>,
): MonthlyMoney {
  const about = { party: FONCIERE };
  const ofMonth = calculation.yearly(
    'fonciere.lots.pooled-costs-of-month',
    'Charges communes des autres sites, par mois',
    roundedToCents(
      over(
        times(
          times(
            times(assume(`${place}.vehicle.managementCostsYear`, 'money/years'), ONE_YEAR),
            minus(ONE_RATIO, shareOfSite),
          ),
          inflationIndex,
        ),
        TWELVE,
      ),
    ),
    about,
  );
  const line = calculation.monthly(
    'fonciere.lots.pooled-costs',
    'Charges communes des autres sites',
    choose(isMore(MONTH, SIGNATURE), inYearOf(ofMonth), NO_MONEY),
    about,
  );
  ledger.transfer(FONCIERE, 'suppliers', 'external-charges', line);
  return line;
}

/** VAT of the rents and of the charges of the other sites: with the option handed over the month after, without it a cost. */
export function writeVatOfLots(
  { calculation, ledger, assume }: PathSetting,
  path: FoncierePath,
  rents: MonthlyMoney,
  charges: readonly MonthlyMoney[],
): void {
  const about = { party: FONCIERE };
  const monthly = (id: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`fonciere.lots.${id}`, label, formula, about);
  const rate = assume('project.vatRate', 'ratio');
  const onCharges = monthly(
    'vat.on-charges',
    'TVA sur les charges des autres sites',
    roundedToCents(times(sumOfTerms(charges), rate)),
  );
  if (!path.lease.vatOption) {
    ledger.transfer(FONCIERE, 'suppliers', 'irrecoverable-vat-on-charges', onCharges);
    return;
  }
  const collected = monthly(
    'vat.collected',
    'TVA sur les loyers des autres sites',
    roundedToCents(times(rents, rate)),
  );
  ledger.transfer('other-tenants', FONCIERE, 'lease-vat', collected);
  ledger.transfer(FONCIERE, 'suppliers', 'vat-deducted', onCharges);
  const position = monthly('vat.position', 'TVA du mois des autres sites', minus(collected, onCharges));
  ledger.transfer(
    FONCIERE,
    'tax-office',
    'vat-paid',
    monthly('vat.paid', 'TVA des autres sites reversée', max(NO_MONEY, previous(position))),
  );
  ledger.transfer(
    'tax-office',
    FONCIERE,
    'vat-refunded',
    monthly(
      'vat.refunded',
      'TVA des autres sites remboursée',
      max(NO_MONEY, minus(NO_MONEY, previous(position))),
    ),
  );
}
