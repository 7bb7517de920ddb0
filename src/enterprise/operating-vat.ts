import { max, minus, NO_MONEY, plus, previous, roundedToCents, sumOfTerms, times } from '../formula/build.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';
import type { InvoicedVat } from './trade-credit.ts';

/**
 * VAT of the operation: collected on what is invoiced, deducted on what is invoiced or paid, paid to the State the month
 * after, or refunded then if the balance is a credit.
 * @param deductible all the charges that bear VAT, month by month, before tax, those invoiced on credit included
 * @param invoiced VAT already posted with the invoices of customers and suppliers
 * @param alreadyPosted deductible VAT that was posted with its invoice (rent)
 */
export function writeOperatingVat(
  setting: Pick<ActivitySetting, 'calculation' | 'ledger' | 'company' | 'assume'>,
  invoiced: InvoicedVat,
  deductible: readonly MonthlyMoney[],
  alreadyPosted: readonly MonthlyMoney[] = [],
): void {
  const { calculation, ledger, company, assume } = setting;
  const about = { party: company };
  const rate = assume('project.vatRate', 'ratio');
  const deducted = calculation.monthly(
    'vat.deducted',
    'TVA déductible sur charges',
    roundedToCents(times(sumOfTerms(deductible), rate)),
    about,
  );
  const position = calculation.monthly(
    'vat.position',
    'TVA du mois',
    minus(invoiced.collected, plus(deducted, ...alreadyPosted)),
    about,
  );
  const paid = calculation.monthly(
    'vat.paid',
    'TVA reversée (celle du mois précédent)',
    max(NO_MONEY, previous(position)),
    about,
  );
  const refunded = calculation.monthly(
    'vat.credit-refunded',
    'Crédit de TVA remboursé (celui du mois précédent)',
    max(NO_MONEY, minus(NO_MONEY, previous(position))),
    about,
  );
  const paidInMonth = calculation.monthly(
    'vat.deducted-in-month',
    'TVA déductible des charges payées dans le mois',
    minus(deducted, invoiced.deducted),
    about,
  );
  ledger.transfer(company, 'suppliers', 'vat-deducted', paidInMonth);
  ledger.transfer(company, 'tax-office', 'vat-paid', paid);
  ledger.transfer('tax-office', company, 'vat-refunded', refunded);
}
