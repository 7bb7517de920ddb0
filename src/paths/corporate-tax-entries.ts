import { minus, plus, postedIn, sumOfTerms } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { CLOSING_MONTH } from '../formula/timeline.ts';
import { type CorporateTaxLines, corporateTax, corporateTaxRules } from '../law/corporate-tax.ts';
import { accountOf } from '../ledger/accounts.ts';
import type { Books } from '../ledger/books.ts';
import type { PathSetting } from './setting.ts';

type YearlyMoney = Line<'money', 'yearly', 'defined'>;

export interface TaxEntries {
  readonly lines: CorporateTaxLines;
  readonly taxableProfit: YearlyMoney;
}

/**
 * Corporate tax of a company: charge of the year at its closing, instalments and balance when due.
 * Its base is defined by `defineTaxableProfit` once the books are open, since it reads them.
 */
export function writeCorporateTax(
  setting: PathSetting,
  company: string,
  terms: { readonly reducedRate: boolean },
): TaxEntries {
  const { calculation, ledger, dossier } = setting;
  const about = { party: company };
  const taxableProfit = calculation.later(
    `${company}.taxable-profit`,
    'Résultat fiscal avant déficits antérieurs',
    'money',
    'yearly',
    about,
  );
  const lines = corporateTax(calculation, `${company}.corporate-tax`, {
    taxableProfit,
    reducedRate: terms.reducedRate,
    rules: corporateTaxRules(calculation, dossier.values.lawDate),
    party: company,
  });
  const charge = calculation.monthly(
    `${company}.corporate-tax.posted`,
    "Charge d'impôt à la clôture",
    postedIn(lines.charge, CLOSING_MONTH),
    about,
  );
  ledger.accrue(company, 'tax-charge', charge);
  ledger.transfer(company, 'tax-office', 'corporate-tax-paid', lines.paid);
  ledger.transfer('tax-office', company, 'corporate-tax-refunded', lines.refunded);
  return { lines, taxableProfit };
}

/** The taxable result is the accounting result before tax: no tax adjustment is modelled for an owner-occupier. */
export function defineTaxableProfit(setting: PathSetting, entries: TaxEntries, books: Books): void {
  const flows = [...books.yearlyFlows].filter(([account]) => account !== 'corporateTax');
  const side = (wanted: 'income' | 'expense') =>
    sumOfTerms(flows.filter(([account]) => accountOf(account).class === wanted).map(([, line]) => line));
  setting.calculation.define(entries.taxableProfit, minus(plus(side('income')), side('expense')));
}
