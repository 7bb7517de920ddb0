import { choose, NO_MONEY } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Bridge } from '../instruments/bridge.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import { natureOf, type TransferNature } from '../ledger/natures.ts';
import type { PathSetting } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

interface Financing {
  readonly loan: LoanLines;
  readonly arrangementFee: MonthlyMoney;
  /** Taxes, registry and notary of the security: none of it goes to the lender. */
  readonly securityCost: MonthlyMoney;
  readonly interestDuringWorks: MonthlyMoney;
  readonly capitalisedDuringWorks: MonthlyMoney;
  readonly bridge: Bridge;
  readonly bridgeBalance: MonthlyMoney;
  readonly gapOfMonth: MonthlyMoney;
  /** What interest and fees before entry into service are posted as. */
  readonly costNature: TransferNature;
  readonly isBefore: Formula<'truth', 'monthly' | 'once', 'defined'>;
}

/**
 * Posts the loan, its bridge and what is still to be found, on both sides.
 * Until entry into service interest is part of the cost of the building (PCG 213-9, option), a charge for who has
 * none; afterwards it is a charge of the months that bear it, paid when due.
 */
export function postFinancing(
  setting: PathSetting,
  borrower: string,
  lender: string,
  id: string,
  financing: Financing,
): { readonly loanInterestAfter: MonthlyMoney } {
  const { calculation, ledger } = setting;
  const { loan, bridge, isBefore } = financing;
  const about = { party: borrower };
  const after = (name: string, label: string, line: MonthlyMoney): MonthlyMoney =>
    calculation.monthly(`${id}.${name}`, label, choose(isBefore, NO_MONEY, line), about);

  ledger.transfer(lender, borrower, 'loan-drawdown', loan.drawn);
  ledger.transfer(borrower, lender, 'loan-repayment', loan.principal);
  ledger.transfer(borrower, lender, financing.costNature, financing.arrangementFee);
  ledger.transfer(borrower, 'notary', financing.costNature, financing.securityCost);
  ledger.transfer(borrower, lender, financing.costNature, financing.interestDuringWorks);
  if (!calculation.isNothing(financing.capitalisedDuringWorks)) {
    if (natureOf(financing.costNature).payer === 'building') {
      ledger.accrue(borrower, 'capitalised-interest', financing.capitalisedDuringWorks);
    } else {
      ledger.accrue(borrower, 'accrued-interest', financing.capitalisedDuringWorks);
      ledger.accrue(borrower, 'accrued-interest-capitalised', financing.capitalisedDuringWorks);
    }
  }

  const borne = after('loan.interest-borne', 'Intérêts du prêt, charge du mois', loan.interestBorne);
  const paid =
    loan.interestPaid === loan.interestBorne
      ? borne
      : after('loan.interest-paid-after', 'Intérêts du prêt payés', loan.interestPaid);
  ledger.accrue(borrower, 'accrued-interest', borne);
  if (!calculation.isNothing(loan.capitalised)) {
    const capitalised = after(
      'loan.capitalised-after',
      'Intérêts capitalisés en différé total',
      loan.capitalised,
    );
    ledger.accrue(borrower, 'accrued-interest-capitalised', capitalised);
  }
  ledger.transfer(borrower, lender, 'accrued-interest-payment', paid);

  ledger.transfer(lender, borrower, 'bridge-drawdown', bridge.drawn);
  ledger.transfer(borrower, lender, 'bridge-repayment', bridge.repaid);
  ledger.transfer(
    borrower,
    lender,
    'interest',
    after('bridge.interest-after', 'Intérêts du relais après la mise en service', bridge.interest),
  );
  ledger.transfer('to-be-found', borrower, 'financing-to-find', financing.gapOfMonth);

  ledger.debt({
    id: `${id}.loan`,
    label: 'Prêt bancaire',
    borrower,
    lender,
    drawn: loan.drawn,
    capitalised: loan.capitalised,
    repaid: loan.principal,
    closing: loan.closing,
  });
  ledger.debt({
    id: `${id}.bridge`,
    label: 'Relais TVA et subventions',
    borrower,
    lender,
    drawn: bridge.drawn,
    capitalised: calculation.nothing(),
    repaid: bridge.repaid,
    closing: financing.bridgeBalance,
  });
  return { loanInterestAfter: paid };
}
