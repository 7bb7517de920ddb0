import {
  at,
  choose,
  constant,
  dividedBy,
  isAtLeast,
  isEqual,
  isMore,
  MONTHS_IN_YEAR,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  smallest,
  sumOfTerms,
  sumOfYear,
  times,
  total,
} from '../formula/build.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { Valuation } from '../property/holding.ts';
import type { Company, MonthlyMoney } from './company.ts';
import type { Covenant, Cover } from './deal.ts';
import type { PathSetting } from './setting.ts';

export interface Covenants {
  readonly covenants: readonly Covenant[];
  readonly cover: Cover;
}

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
  const { plan, planId: id, terms, termsPath, sources, balances } = company;
  const { valuation, existingDebt, renewal } = parts;
  const { loan, loanAmount } = plan;
  const once = calculation.once.bind(calculation);

  const debtAtOpening = once(
    `${id}.debt-at-opening`,
    'Prêt à la mise en service',
    at(loan.closing, setting.opening),
  );
  const value = valuation.valueAtOpening;
  const annuities = calculation.yearly(
    `${id}.annuities`,
    'Annuités des emprunts (intérêts et capital)',
    plus(
      sumOfYear(plan.interestAfterOpening),
      sumOfYear(loan.principal),
      sumOfYear(existingDebt.payment),
      ...sources.flatMap(({ service }) =>
        service === undefined
          ? []
          : [
              sumOfYear(service.principal),
              ...(service.interest === undefined ? [] : [sumOfYear(service.interest)]),
            ],
      ),
    ),
  );
  const amortising = calculation.monthly(
    `${id}.amortising`,
    'Échéance après le différé',
    choose(
      isMore(
        loan.number,
        terms.deferralKind === 'none'
          ? constant(0, 'count')
          : assume(`${termsPath}.deferralPayments`, 'count'),
      ),
      ONE_RATIO,
      constant(0, 'ratio'),
    ),
  );
  const isTested = isAtLeast(sumOfYear(amortising), constant(terms.paymentsPerYear, 'ratio'));
  const testedAnnuities = calculation.yearly(
    `${id}.tested-annuities`,
    'Annuités des exercices testés',
    choose(isTested, choose(isEqual(MONTHS_IN_YEAR, constant(12, 'months')), annuities, NO_MONEY), NO_MONEY),
  );
  const cover = calculation.yearly(`${id}.cover`, 'EBE / annuités', dividedBy(balances.ebe, testedAnnuities));
  const smallestCover = once(`${id}.cover.smallest`, 'EBE / annuités, au plus bas', smallest(cover));
  // What is left to pay annuities with, as a banker counts it: after the tax paid and the renewal of equipment.
  const ofNature = (nature: TransferNature) =>
    sumOfTerms(
      setting.ledger.transfers
        .filter((transfer) => transfer.nature === nature)
        .map((transfer) => sumOfYear(transfer.amount)),
    );
  const available = calculation.yearly(
    `${id}.available-for-annuities`,
    'EBE moins impôt payé et renouvellement',
    minus(
      plus(balances.ebe, ofNature('corporate-tax-refunded')),
      plus(ofNature('corporate-tax-paid'), sumOfYear(renewal)),
    ),
  );
  const coverAfterTax = calculation.yearly(
    `${id}.cover-after-tax`,
    '(EBE − impôt payé − renouvellement) / annuités',
    dividedBy(available, testedAnnuities),
  );
  const smallestAfterTax = once(
    `${id}.cover-after-tax.smallest`,
    '(EBE − impôt payé − renouvellement) / annuités, au plus bas',
    smallest(coverAfterTax),
  );
  const tested = calculation.yearly(
    `${id}.tested-available`,
    'EBE moins impôt et renouvellement, exercices testés',
    choose(isMore(testedAnnuities, NO_MONEY), available, NO_MONEY),
  );
  const averageCover = once(
    `${id}.cover-after-tax.average`,
    '(EBE − impôt payé − renouvellement) / annuités, en moyenne',
    dividedBy(total(tested), total(testedAnnuities)),
  );

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
  const minimumCover = limitOf('minimumCover', 'EBE / annuités, limite', terms.minimumCover);
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
      direction: 'at-most',
      slack:
        maximumLoanToCost &&
        once(
          `${id}.ltc.slack`,
          'Marge sous la limite prêt / coût',
          minus(times(plan.cost, maximumLoanToCost), loanAmount),
        ),
    },
    {
      id: 'cover',
      label: 'EBE / annuités, avant impôt (sert à calculer le prêt)',
      value: smallestCover,
      byYear: cover,
      limit: minimumCover,
      direction: 'at-least',
      slack:
        minimumCover &&
        once(
          `${id}.cover.slack`,
          'Marge au-dessus de la limite EBE / annuités, avant impôt',
          minus(smallestCover, minimumCover),
        ),
    },
    {
      id: 'cover-after-tax',
      label: '(EBE − impôt payé − renouvellement) / annuités, pour information',
      value: smallestAfterTax,
      byYear: coverAfterTax,
      limit: undefined,
      direction: 'at-least',
      slack: undefined,
    },
    {
      id: 'debt-yield',
      label: 'Loyer net de marché / prêt',
      value: once(`${id}.debt-yield`, 'Loyer net de marché / prêt', dividedBy(netRent, debtAtOpening)),
      limit: minimumDebtYield,
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
  return { covenants, cover: { annuities, average: averageCover, beforeTax: cover } };
}
