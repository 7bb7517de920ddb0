import type { Line } from '../formula/operations.ts';
import type { Ledger } from './ledger.ts';
import type { AccrualNature, TransferNature } from './natures.ts';

/** VAT that a company pays to who invoices it. */
const PAID_WITH_THE_INVOICE: readonly TransferNature[] = [
  'vat-on-investments',
  'irrecoverable-vat',
  'tenant-irrecoverable-vat',
  'vat-deducted',
  'irrecoverable-vat-on-charges',
  'lease-vat',
  'lease-vat-borne',
];
/** VAT of invoices paid later, inside another payment: due when invoiced. */
const INVOICED: readonly AccrualNature[] = ['purchase-vat-invoiced'];

/** Who invoices what is bought on credit. */
const SUPPLIERS = 'suppliers';

/**
 * VAT is no money of who charges it: posts, for every party outside the deal, what it hands over to the tax office of
 * the VAT that the companies of the deal are charged, the month it is invoiced. Without it a builder or a landlord
 * would seem to gain what the State lends until refund. Call it once all is posted.
 */
export function passVatOn(ledger: Ledger): void {
  const isOutside = (party: string) => ledger.parties.get(party)?.isCompanyOfTheDeal === false;
  const isWritten = (amount: Line<'money', 'monthly', 'defined'>) => !ledger.calculation.isNothing(amount);
  for (const { to, nature, amount } of [...ledger.transfers]) {
    if (PAID_WITH_THE_INVOICE.includes(nature) && isOutside(to) && to !== 'tax-office' && isWritten(amount))
      ledger.transfer(to, 'tax-office', 'vat-passed-on', amount);
  }
  for (const { nature, amount } of ledger.accruals) {
    if (INVOICED.includes(nature) && isWritten(amount))
      ledger.transfer(SUPPLIERS, 'tax-office', 'vat-passed-on', amount);
  }
}
