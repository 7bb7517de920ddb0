import {
  choose,
  constant,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import { spreadOverMonths } from '../formula/spreading.ts';
import { type LoanLines, loanLines } from '../instruments/loan-lines.ts';
import { accountOf } from '../ledger/accounts.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

/**
 * What the enterprise owns and owes at signature: cash, net fixed assets depreciated over what is left of their life,
 * debt repaid in level payments. Stocks, customers and suppliers open with the activity, equity with `openEquity`.
 * @returns the debt, for its annuities
 */
export function writeOpeningBalance(setting: PathSetting, company: string): LoanLines {
  const { calculation, ledger, assume } = setting;
  const about = { party: company };
  const monthsIn = (path: string) =>
    times(over(assume(path, 'years'), constant(1, 'years')), constant(12, 'months'));
  const open = (
    account: 'cash' | 'existingAssets' | 'existingDebt',
    name: string,
    label: string,
    path: string,
  ) =>
    ledger.open(
      company,
      account,
      calculation.once(`operator.opening.${name}`, label, plus(assume(path, 'money')), about),
    );

  open('cash', 'cash', 'Trésorerie à la signature', 'operator.openingCash');
  open('existingAssets', 'assets', 'Immobilisations à la signature', 'operator.fixedAssets');
  open('existingDebt', 'loans', 'Emprunts en cours à la signature', 'operator.existingDebt');
  const depreciation = spreadOverMonths(
    calculation,
    'operator.existing-depreciation',
    'Amortissement des immobilisations antérieures',
    assume('operator.fixedAssets', 'money'),
    constant(1, 'months'),
    monthsIn('operator.fixedAssetsYears'),
    about,
  );
  ledger.accrue(company, 'depreciation', depreciation.ofMonth);

  const debtAtSignature = calculation.monthly(
    'operator.opening.debt',
    'Emprunts en cours à la signature',
    choose(isEqual(MONTH, SIGNATURE), assume('operator.existingDebt', 'money'), NO_MONEY),
    about,
  );
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
  ledger.transfer(company, 'existing-lenders', 'existing-debt-repayment', debt.principal);
  ledger.transfer(company, 'existing-lenders', 'interest', debt.interestPaid);
  ledger.debt({
    id: 'operator.existing-loan',
    label: 'Emprunts antérieurs',
    borrower: company,
    lender: 'existing-lenders',
    drawn: debtAtSignature,
    capitalised: debt.capitalised,
    repaid: debt.principal,
    closing: debt.closing,
  });
  return debt;
}

/**
 * Opens the equity of the enterprise: what it owns less what it owes at signature. Capital, legal reserve and report à
 * nouveau are typed; the other reserves are typed too or balance the whole, and a negative balance is a loss carried
 * forward. Call it once all that is owned and owed has been opened.
 */
export function openEquity(setting: PathSetting, company: string): void {
  const { calculation, ledger, assume, dossier } = setting;
  const about = { party: company };
  const once = (
    name: string,
    label: string,
    formula: Parameters<typeof calculation.once<'money', 'defined'>>[2],
  ) => calculation.once(`operator.opening.${name}`, label, formula, about);
  const opened = (wanted: 'asset' | 'liability') =>
    sumOfTerms(
      ledger.openings
        .filter((opening) => opening.company === company && accountOf(opening.account).class === wanted)
        .map((opening) => opening.amount),
    );
  const capital = once('capital', 'Capital à la signature', plus(assume('operator.openingCapital', 'money')));
  const legalReserve = once(
    'legal-reserve',
    'Réserve légale à la signature',
    plus(assume('operator.openingLegalReserve', 'money')),
  );
  const carried = assume('operator.openingRetainedEarnings', 'money');
  const balance = once(
    'balance',
    'Actif moins dettes, capital, réserve légale et report à nouveau à la signature',
    minus(minus(opened('asset'), opened('liability')), plus(capital, legalReserve, carried)),
  );
  const typed = dossier.values.operator.openingReserves !== null;
  ledger.open(company, 'capital', capital);
  ledger.open(company, 'legalReserve', legalReserve);
  ledger.open(
    company,
    'reserves',
    once(
      'reserves',
      'Autres réserves à la signature',
      typed ? plus(assume('operator.openingReserves', 'money')) : max(balance, NO_MONEY),
    ),
  );
  ledger.open(
    company,
    'retainedEarnings',
    once(
      'retained-earnings',
      'Report à nouveau à la signature',
      typed ? plus(carried) : plus(carried, min(balance, NO_MONEY)),
    ),
  );
}
