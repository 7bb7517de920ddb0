import { choose, constant, isEqual, MONTH, NO_MONEY, over, times } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import { type LoanLines, loanLines } from '../instruments/loan-lines.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

/**
 * The balance sheet of the enterprise at signature: cash, net fixed assets depreciated over what is left of their
 * life, debt repaid in level payments; reserves are what balances it.
 * @returns the debt, for its annuities
 */
export function writeOpeningBalance(setting: PathSetting, company: string): LoanLines {
  const { calculation, ledger, assume } = setting;
  const about = { party: company };
  const monthly = (id: string, label: string, amount: Formula<'money', 'once', 'defined'>) =>
    calculation.monthly(id, label, choose(isEqual(MONTH, SIGNATURE), amount, NO_MONEY), about);
  const monthsIn = (path: string) =>
    times(over(assume(path, 'years'), constant(1, 'years')), constant(12, 'months'));

  ledger.accrue(
    company,
    'opening-balance-cash',
    monthly('operator.opening.cash', 'Trésorerie à la signature', assume('operator.openingCash', 'money')),
  );
  const assets = assume('operator.fixedAssets', 'money');
  ledger.accrue(
    company,
    'opening-balance-assets',
    monthly('operator.opening.assets', 'Immobilisations à la signature', assets),
  );
  const depreciation = spreadOverMonths(
    calculation,
    'operator.existing-depreciation',
    'Amortissement des immobilisations antérieures',
    assets,
    constant(1, 'months'),
    monthsIn('operator.fixedAssetsYears'),
    about,
  );
  ledger.accrue(company, 'depreciation', depreciation.ofMonth);

  const debtAtSignature = monthly(
    'operator.opening.debt',
    'Emprunts en cours à la signature',
    assume('operator.existingDebt', 'money'),
  );
  ledger.accrue(company, 'opening-balance-debt', debtAtSignature);
  const debt = loanLines(calculation, 'operator.existing-loan', {
    drawn: debtAtSignature,
    annualRate: assume('operator.existingDebtAnnualRate', 'ratio/years'),
    rateConvention: 'proportional',
    endOfMobilisation: SIGNATURE,
    payments: times(
      over(assume('operator.existingDebtYears', 'years'), constant(1, 'years')),
      constant(12, 'count'),
    ),
    paymentsPerYear: 12,
    repayment: 'level-payment',
    party: company,
  });
  ledger.transfer(company, 'bank', 'existing-debt-repayment', debt.principal);
  ledger.transfer(company, 'bank', 'interest', debt.interestPaid);
  ledger.debt({
    id: 'operator.existing-loan',
    label: 'Emprunts antérieurs',
    borrower: company,
    lender: 'bank',
    drawn: debtAtSignature,
    capitalised: debt.capitalised,
    repaid: debt.principal,
    closing: debt.closing,
  });
  return debt;
}
