import { minus, postedIn, sumOfTerms } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
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
    'Charge d’impôt à la clôture',
    postedIn(lines.charge, CLOSING_MONTH),
    about,
  );
  ledger.accrue(company, 'tax-charge', charge);
  ledger.transfer(company, 'tax-office', 'corporate-tax-paid', lines.paid);
  ledger.transfer('tax-office', company, 'corporate-tax-refunded', lines.refunded);
  return { lines, taxableProfit };
}

/** What separates the taxable result from the accounting one, by fiscal year. */
export interface TaxAdjustments {
  /** Charges that are not deductible, share of the result of a transparent company. */
  readonly added?: readonly YearlyFormula[];
  /** Income that is exempt or already taxed. */
  readonly deducted?: readonly YearlyFormula[];
}

type YearlyFormula = Formula<'money', 'yearly' | 'once', 'defined'>;

/** The taxable result is the accounting result before tax, with the adjustments said. */
export function defineTaxableProfit(
  setting: PathSetting,
  entries: TaxEntries,
  books: Books,
  { added = [], deducted = [] }: TaxAdjustments = {},
): void {
  const flows = [...books.yearlyFlows].filter(([account]) => account !== 'corporateTax');
  const side = (wanted: 'income' | 'expense') =>
    flows.filter(([account]) => accountOf(account).class === wanted).map(([, line]) => line);
  setting.calculation.define(
    entries.taxableProfit,
    minus(sumOfTerms([...side('income'), ...added]), sumOfTerms([...side('expense'), ...deducted])),
  );
}
