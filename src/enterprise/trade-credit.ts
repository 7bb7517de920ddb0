import { minus, plus, previous, roundedToCents, times } from '../formula/build.ts';
import { type Delay, outstandingOf } from './delays.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';

/** VAT of what is invoiced and paid later. */
export interface InvoicedVat {
  readonly collected: MonthlyMoney;
  readonly deducted: MonthlyMoney;
}

/** Which delays exist: days or an opening balance are typed. */
export interface CreditTerms {
  readonly subjectToVat: boolean;
  readonly customers: boolean;
  readonly suppliers: boolean;
}

/**
 * Sales, and purchases with fixed costs, are invoiced in their month with their VAT, then paid after the delay of
 * customers and suppliers (tax included). VAT is due when invoiced: its exigibility on payment, for services, is not
 * modelled. Rents, works and equipment are paid in their month.
 * @returns the VAT invoiced; undefined for who is not subject to it
 */
export function writeTradeCredit(
  setting: ActivitySetting,
  activity: {
    readonly sales: MonthlyMoney;
    readonly purchases: MonthlyMoney;
    readonly fixedCosts: MonthlyMoney;
  },
  terms: CreditTerms,
): InvoicedVat | undefined {
  const { calculation, ledger, company, assume } = setting;
  const about = { party: company };
  const { sales, purchases, fixedCosts } = activity;
  ledger.accrue(company, 'sale-invoiced', sales);
  ledger.accrue(company, 'purchase-invoiced', purchases);
  ledger.accrue(company, 'external-charges-invoiced', fixedCosts);

  let vat: InvoicedVat | undefined;
  if (terms.subjectToVat) {
    const rate = assume('project.vatRate', 'ratio');
    vat = {
      collected: calculation.monthly(
        'vat.collected',
        'TVA collectée',
        roundedToCents(times(sales, rate)),
        about,
      ),
      deducted: calculation.monthly(
        'vat.deducted-on-credit',
        'TVA déductible sur achats et charges fixes',
        roundedToCents(times(plus(purchases, fixedCosts), rate)),
        about,
      ),
    };
    ledger.accrue(company, 'sale-vat-invoiced', vat.collected);
    ledger.accrue(company, 'purchase-vat-invoiced', vat.deducted);
  }
  const invoicedToCustomers =
    vat === undefined
      ? sales
      : calculation.monthly('activity.invoiced', 'Ventes facturées TTC', plus(sales, vat.collected), about);
  const invoicedBySuppliers = calculation.monthly(
    'activity.supplier-invoices',
    `Achats et charges fixes facturés ${vat === undefined ? 'sans TVA' : 'TTC'}`,
    vat === undefined ? plus(purchases, fixedCosts) : plus(purchases, fixedCosts, vat.deducted),
    about,
  );
  const customers: Delay = {
    id: 'activity.customers',
    label: 'Créances clients',
    days: 'operator.customerDays',
    opening: 'operator.openingCustomers',
  };
  const suppliers: Delay = {
    id: 'activity.suppliers',
    label: 'Dettes fournisseurs',
    days: 'operator.supplierDays',
    opening: 'operator.openingSuppliers',
  };
  ledger.transfer(
    'customers',
    company,
    'customer-payment',
    terms.customers
      ? paidLater(setting, customers, 'customers', 'Chiffre d’affaires TTC encaissé', invoicedToCustomers)
      : invoicedToCustomers,
  );
  ledger.transfer(
    company,
    'suppliers',
    'supplier-payment',
    terms.suppliers
      ? paidLater(setting, suppliers, 'suppliers', 'Achats et charges fixes TTC payés', invoicedBySuppliers)
      : invoicedBySuppliers,
  );
  return vat;
}

/** Opens the balance of a delay and writes what is paid each month: what is invoiced, less what it adds to the balance. */
function paidLater(
  setting: ActivitySetting,
  delay: Delay,
  account: 'customers' | 'suppliers',
  label: string,
  invoiced: MonthlyMoney,
): MonthlyMoney {
  const { calculation, ledger, company } = setting;
  const about = { party: company };
  const { opening, target, brought } = outstandingOf(setting, delay, invoiced);
  ledger.open(company, account, opening);
  const outstanding = calculation.monthly(delay.id, `${delay.label} en fin de mois`, target, about);
  return calculation.monthly(
    `${delay.id}.paid`,
    label,
    minus(plus(invoiced, previous(outstanding), brought), outstanding),
    about,
  );
}
