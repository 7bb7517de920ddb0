import { at, dividedBy, minus, ONE_RATIO, times } from '../formula/build.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { Valuation } from '../property/holding.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Covenant } from './deal.ts';
import { type Covenants, writeOperatorCover } from './operator-cover.ts';
import type { PathSetting } from './setting.ts';

/**
 * What a bank watches when the enterprise buys its own walls: loan to value, loan to cost, EBE over annuities (not a
 * DSCR: there is no rent), market rent over loan (debt yield, read on the market rent since none is paid).
 * The cover is tested on full years of twelve months after the end of deferral, after tax paid and renewal of
 * equipment; the loan is sized on the EBE before tax, as the tax depends on the loan.
 */
export function writeOwnerCovenants(
  setting: PathSetting,
  company: Company,
  parts: {
    readonly valuation: Valuation;
    readonly existingDebt: LoanLines;
    /** Renewal of equipment, paid each month. */
    readonly renewal: MonthlyMoney;
  },
): Covenants {
  const { calculation, assume } = setting;
  const { plan, planId: id, terms, termsPath } = company;
  const { valuation } = parts;
  const operatorCover = writeOperatorCover(setting, company, parts);
  const { loan, loanAmount } = plan;
  const once = calculation.once.bind(calculation);

  const debtAtOpening = once(
    `${id}.debt-at-opening`,
    'Prêt à la mise en service',
    at(loan.closing, setting.opening),
  );
  const value = valuation.valueAtOpening;
  const netRent = once(
    `${id}.net-market-rent-at-opening`,
    'Loyer net de marché à la mise en service',
    at(valuation.netMarketRent, setting.opening),
  );
  const limitOf = (field: string, label: string, typed: unknown) =>
    typed === null
      ? undefined
      : once(`${id}.limit.${field}`, label, times(assume(`${termsPath}.${field}`, 'ratio'), ONE_RATIO));

  const maximumLoanToValue = limitOf('maximumLoanToValue', 'Prêt / valeur, limite', terms.maximumLoanToValue);
  const maximumLoanToCost = limitOf(
    'maximumLoanToCost',
    'Prêt / coût de revient, limite',
    terms.maximumLoanToCost,
  );
  const minimumDebtYield = limitOf(
    'minimumDebtYield',
    'Loyer net de marché / prêt, limite',
    terms.minimumDebtYield,
  );
  const covenants: Covenant[] = [
    {
      id: 'loan-to-value',
      label: 'Prêt / valeur du site (LTV)',
      value: once(`${id}.ltv`, 'Prêt / valeur du site', dividedBy(debtAtOpening, value)),
      limit: maximumLoanToValue,
      company: company.id,
      direction: 'at-most',
      slack:
        maximumLoanToValue &&
        once(
          `${id}.ltv.slack`,
          'Marge sous la limite prêt / valeur',
          minus(times(value, maximumLoanToValue), loanAmount),
        ),
    },
    {
      id: 'loan-to-cost',
      label: 'Prêt / coût de revient (LTC)',
      value: once(`${id}.ltc`, 'Prêt / coût de revient', dividedBy(debtAtOpening, plan.cost)),
      limit: maximumLoanToCost,
      company: company.id,
      direction: 'at-most',
      slack:
        maximumLoanToCost &&
        once(
          `${id}.ltc.slack`,
          'Marge sous la limite prêt / coût',
          minus(times(plan.cost, maximumLoanToCost), loanAmount),
        ),
    },
    ...operatorCover.covenants,
    {
      id: 'debt-yield',
      label: 'Loyer net de marché / prêt',
      value: once(`${id}.debt-yield`, 'Loyer net de marché / prêt', dividedBy(netRent, debtAtOpening)),
      limit: minimumDebtYield,
      company: company.id,
      direction: 'at-least',
      slack:
        minimumDebtYield &&
        once(
          `${id}.debt-yield.slack`,
          'Marge au-dessus de la limite loyer / prêt',
          minus(netRent, times(loanAmount, minimumDebtYield)),
        ),
    },
  ];
  return { covenants, cover: operatorCover.cover };
}
