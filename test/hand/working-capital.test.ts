import { describe, expect, test } from 'vitest';
import { computedDeal, scenario } from '../support/dossiers.ts';

/**
 * Delays of 45 days (customers, suppliers) and 20 days (stocks), worked by hand on SCI Envie Soleil around its entry
 * into service. January and February 2028 live on the activity of before, March and April on that of after; all
 * at the prices of 2028 (index 1.018), VAT 20 %. Months have 30 days: 45 days is the month itself and half of the one before.
 */
const computed = computedDeal(scenario('sci-envie-soleil'));
const JANUARY_2027 = 0;
const FEBRUARY_2028 = 13;
const MARCH_2028 = 14;
const APRIL_2028 = 15;

function figure(line: string, period: number): string {
  return computed.figures.of(line)[period]?.toFixed(2) ?? 'none';
}

describe('working capital by hand', () => {
  test('customers: what is invoiced tax included, what is still owed, what is paid', () => {
    // February: 2 450 000 × 1.018 / 12 = 207 841.67; VAT 41 568.33; invoiced 249 410.00.
    // March and April: 3 350 000 × 1.018 / 12 = 284 191.67; VAT 56 838.33; invoiced 341 030.00.
    expect(figure('activity.invoiced', FEBRUARY_2028)).toBe('249410.00');
    expect(figure('activity.invoiced', MARCH_2028)).toBe('341030.00');
    // End of February: 249 410 + 249 410 / 2 = 374 115. March: 341 030 + 124 705 = 465 735. April: 341 030 + 170 515.
    expect(figure('operator.balance.customers', FEBRUARY_2028)).toBe('374115.00');
    expect(figure('operator.balance.customers', MARCH_2028)).toBe('465735.00');
    expect(figure('operator.balance.customers', APRIL_2028)).toBe('511545.00');
    // Paid in March: 374 115 + 341 030 − 465 735. In April: 465 735 + 341 030 − 511 545, half of each of the two months before.
    expect(figure('activity.customers.paid', MARCH_2028)).toBe('249410.00');
    expect(figure('activity.customers.paid', APRIL_2028)).toBe('295220.00');
  });

  test('stocks: 20 days are two thirds of the month, bought beside what is consumed', () => {
    // Consumed: 207 841.67 × 16 % = 33 254.67 in February, 284 191.67 × 16 % = 45 470.67 in March.
    // Stock: 33 254.67 × 20/30 = 22 169.78, then 30 313.78; change 8 144.00, so March buys 53 614.67.
    expect(figure('operator.balance.stocks', FEBRUARY_2028)).toBe('22169.78');
    expect(figure('operator.balance.stocks', MARCH_2028)).toBe('30313.78');
    expect(figure('activity.stock-change', MARCH_2028)).toBe('8144.00');
    expect(figure('activity.purchases', MARCH_2028)).toBe('53614.67');
    expect(figure('activity.purchases', APRIL_2028)).toBe('45470.67');
  });

  test('suppliers: purchases and fixed costs, tax included', () => {
    // February: 33 254.67 + 520 000 × 1.018 / 12 = 44 113.33 → 77 368.00; VAT 15 473.60; invoiced 92 841.60.
    // March: 53 614.67 + 610 000 × 1.018 / 12 = 51 748.33 → 105 363.00; VAT 21 072.60; invoiced 126 435.60.
    // April: 45 470.67 + 51 748.33 = 97 219.00; VAT 19 443.80; invoiced 116 662.80.
    expect(figure('activity.supplier-invoices', MARCH_2028)).toBe('126435.60');
    // End of March 126 435.60 + 46 420.80; end of April 116 662.80 + 63 217.80.
    expect(figure('operator.balance.suppliers', MARCH_2028)).toBe('172856.40');
    expect(figure('operator.balance.suppliers', APRIL_2028)).toBe('179880.60');
    // Paid in April: half of March, half of February: 63 217.80 + 46 420.80.
    expect(figure('activity.suppliers.paid', APRIL_2028)).toBe('109638.60');
  });

  test('VAT is due on what is invoiced, whenever it is paid', () => {
    // March: 56 838.33 − (53 614.67 + 51 748.33 + charges 2 545.00 + move 60 000.00) × 20 % = 56 838.33 − 33 581.60.
    expect(figure('vat.paid', APRIL_2028)).toBe('23256.73');
  });

  test('the balance sheet of the signature holds what the delays give, so that the first month brings no cash', () => {
    // January 2027: 245 000.00 a month tax included × 1.5; 76 000 × 1.2 × 1.5; 32 666.67 × 20/30.
    const opening = (name: string) => figure(`activity.${name}.opening`, 0);
    expect([opening('customers'), opening('suppliers'), opening('stocks')]).toEqual([
      '367500.00',
      '136800.00',
      '21777.78',
    ]);
    expect(figure('activity.customers.paid', JANUARY_2027)).toBe('245000.00');
    expect(figure('activity.stock-change', JANUARY_2027)).toBe('0.00');
    // Reserves balance it: 650 000 + 220 000 + 367 500 + 21 777.78 − 180 000 − 136 800 − capital 200 000 − 20 000.
    expect(figure('operator.opening.reserves', 0)).toBe('722477.78');
  });

  test('besoin en fonds de roulement of 2028, in euros and in days', () => {
    // Stocks 30 313.78 + customers 511 545.00 − suppliers 174 994.20 − VAT 36 885.53 − corporate tax 895.31.
    expect(computed.figures.of('operator.working-capital')[1]?.toFixed(2)).toBe('329083.74');
    // 329 083.74 / turnover of the year 3 257 600.04 × 360 days.
    expect(computed.figures.of('operator.working-capital-days')[1]?.toFixed(2)).toBe('36.37');
  });
});
