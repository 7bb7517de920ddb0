import { minus, plus, previous, roundedToCents, sumOfTerms, times } from '../formula/build.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { MonthlyMoney, PropertySetting } from './setting.ts';

export interface InvestmentVat {
  readonly paid: MonthlyMoney;
  readonly refunded: MonthlyMoney;
  /** Paid and not refunded yet: what the bridge carries. */
  readonly outstanding: MonthlyMoney;
  /** VAT that stays a cost, because the owner does not recover it. */
  readonly cost: MonthlyMoney;
}

/**
 * VAT on the investment: paid with the invoices, refunded after a lag to an owner that recovers it, a cost for one
 * that does not.
 * @param taxable what is charged with VAT, month by month, before tax
 */
export function writeInvestmentVat(
  setting: PropertySetting,
  taxable: readonly MonthlyMoney[],
  terms: {
    readonly recoverable: boolean;
    readonly refundLagMonths: number;
    /** Prefix of the ids of the lines: `vat` unless given. */
    readonly id?: string;
    /** What VAT that stays a cost is posted as. */
    readonly costNature?: TransferNature;
  },
): InvestmentVat {
  const { calculation, ledger, owner, assume } = setting;
  const about = { party: owner };
  const prefix = terms.id ?? 'vat';
  const rate = assume('project.vatRate', 'ratio');
  const paid = calculation.monthly(
    `${prefix}.on-investments`,
    'TVA payée sur les immobilisations',
    roundedToCents(times(sumOfTerms(taxable), rate)),
    about,
  );
  if (!terms.recoverable) {
    ledger.transfer(owner, 'suppliers', terms.costNature ?? 'irrecoverable-vat', paid);
    const nothing = calculation.nothing();
    return {
      paid: nothing,
      refunded: nothing,
      outstanding: nothing,
      cost: paid,
    };
  }
  const refunded = calculation.monthly(
    `${prefix}.refunded`,
    'TVA sur immobilisations remboursée',
    terms.refundLagMonths === 0 ? paid : previous(paid, terms.refundLagMonths),
    about,
  );
  const outstanding = calculation.later(
    `${prefix}.outstanding`,
    'TVA à récupérer',
    'money',
    'monthly',
    about,
  );
  calculation.define(outstanding, minus(plus(previous(outstanding), paid), refunded));
  ledger.transfer(owner, 'suppliers', 'vat-on-investments', paid);
  ledger.transfer('tax-office', owner, 'vat-on-investments-refund', refunded);
  return { paid, refunded, outstanding, cost: calculation.nothing() };
}
