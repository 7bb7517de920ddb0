import { expect, test } from 'vitest';
import { computedDeal, scenario } from '../support/dossiers.ts';

/**
 * The full cost of occupancy of P1, added up again from the transfers alone, in floats, with the amounts of
 * `sci.md` § 12: no line of the measure is read but the share of the premises in the operator's plan.
 */
test('P1: what the operator pays for its premises before tax, less what it keeps, over the months of use', () => {
  const { deal, figures } = computedDeal(scenario('sci-envie-soleil', 'sci'));
  const [horizon, opening, exit, rate, operatorShare] = [240, 14, 120, 0.04, 0.95];
  const factor = (month: number) => (1 + rate) ** (-month / 12);
  const flow = (natures: readonly string[], from: string, to?: string): number[] => {
    const months = new Array<number>(horizon + 1).fill(0);
    for (const transfer of deal.setting.ledger.transfers) {
      if (!natures.includes(transfer.nature) || transfer.from !== from) continue;
      if (to !== undefined && transfer.to !== to) continue;
      const line = deal.setting.calculation.line((transfer.amount as { id: string }).id);
      for (const month of months.keys())
        months[month] = (months[month] as number) + Number(figures.of(line)[month] ?? 0);
    }
    return months;
  };
  const present = (months: readonly number[]) =>
    months.reduce((sum, amount, month) => sum + amount * factor(month), 0);

  const entry = present(flow(['capital-subscription', 'deposit', 'tenant-financing-costs'], 'operator'));
  const rent = present(flow(['lease-rent', 'lease-recharge', 'lease-vat-borne'], 'operator', 'sci'));
  const buyOut = present(flow(['share-purchase', 'share-purchase-duty', 'buyout-capital'], 'operator'));
  const dividends = present(flow(['dividend'], 'sci', 'operator'));
  const refunded = flow(['corporate-tax-refunded'], 'tax-office', 'sci');
  const tax = flow(['corporate-tax-paid'], 'sci').map(
    (paid, month) => (paid - (refunded[month] as number)) * (month > exit ? 1 : operatorShare),
  );
  const drawn = flow(['loan-drawdown'], 'bank', 'operator');
  const loan = flow(['loan-repayment', 'accrued-interest-payment', 'interest'], 'operator', 'bank').map(
    (paid, month) => paid - (drawn[month] as number),
  );
  const share = Number(figures.of('measure.premises-share')[0]);
  // At the horizon all is the operator's: the building at its value, cash, what is owed, and its deposit.
  const balance = (account: string) => {
    const line = deal.vehicle?.books.balances.get(account as never);
    return line === undefined ? 0 : Number(figures.of(line)[horizon]);
  };
  const owed = ['depositsReceived', 'deferredRent', 'operatingVat', 'corporateTaxDue', 'bankLoans'].reduce(
    (sum, account) => sum + balance(account),
    0,
  );
  const value = Number(deal.valuation && figures.of(deal.valuation.value)[horizon]);
  const kept = value + balance('cash') - owed + balance('depositsReceived');

  const months = Array.from({ length: horizon - opening + 1 }, (_, at) => factor(opening + at));
  const use = months.reduce((sum, one) => sum + one, 0);
  const cost =
    (entry + rent + buyOut - dividends - present(tax) + present(loan) * share - kept * factor(horizon)) / use;
  expect(present(tax)).toBeGreaterThan(100_000);
  expect(cost).toBeCloseTo(14_627.32, 2);
  expect(cost).toBeCloseTo(Number(figures.of('measure.occupancy-cost-month')[0]), 4);
});
