import type { FoncierePath } from '../dossier/dossier.ts';
import { constant, minus, over, plus, previous, roundedToCents, times } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type LoanLines, loanLines } from '../instruments/loan-lines.ts';
import type { Lot, writeLot } from '../property/lot.ts';
import { FONCIERE } from './fonciere-members.ts';
import type { PathSetting } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

const ONE_YEAR = constant(1, 'years');
const TWELVE_COUNTS = constant(12, 'count');

/** A lot with its loan. */
export interface FinancedLot extends Lot {
  readonly count: number;
  readonly loan: LoanLines;
  readonly loanAmount: OnceMoney;
  /** Cost less loan and grants: what pooled funds pay. */
  readonly fromFunds: OnceMoney;
}

/** The loan of a lot: a share of its cost, drawn with the spending, level monthly payments after entry into service. */
export function writeLotLoan(
  { calculation, ledger }: PathSetting,
  path: FoncierePath,
  lot: Lot,
  term: Parameters<typeof writeLot>[0]['term'],
): Pick<FinancedLot, 'loan' | 'loanAmount' | 'fromFunds'> {
  const { id, label } = lot;
  const about = { party: FONCIERE };
  const monthly = (name: string, words: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${id}.${name}`, `${label} : ${words}`, formula, about);
  const share = term('loanShare', 'ratio');
  const loanAmount = calculation.once(
    `${id}.loan-amount`,
    `${label} : prêts`,
    roundedToCents(times(lot.cost, share)),
    about,
  );
  const spentToDate = calculation.later(
    `${id}.spent-to-date`,
    `${label} : dépenses à ce jour`,
    'money',
    'monthly',
    about,
  );
  calculation.define(spentToDate, plus(previous(spentToDate), lot.spent));
  const drawnToDate = monthly(
    'loan-drawn-to-date',
    'prêts tirés à ce jour',
    roundedToCents(times(spentToDate, share)),
  );
  const drawn = monthly('loan-drawn', 'tirage des prêts', minus(drawnToDate, previous(drawnToDate)));
  const loan = loanLines(calculation, `${id}.loan`, {
    drawn,
    annualRate: term('loanAnnualRate', 'ratio/years'),
    rateConvention: 'proportional',
    endOfMobilisation: lot.opening,
    payments: times(over(term('loanYears', 'years'), ONE_YEAR), TWELVE_COUNTS),
    paymentsPerYear: 12,
    repayment: 'level-payment',
    party: FONCIERE,
  });
  const { lender } = path.terms;
  ledger.transfer(lender, FONCIERE, 'loan-drawdown', loan.drawn);
  ledger.transfer(FONCIERE, lender, 'loan-repayment', loan.principal);
  ledger.accrue(FONCIERE, 'accrued-interest', loan.interestBorne);
  ledger.transfer(FONCIERE, lender, 'accrued-interest-payment', loan.interestPaid);
  ledger.debt({
    id: `${id}.loan`,
    label: `Prêts : ${label}`,
    borrower: FONCIERE,
    lender,
    drawn: loan.drawn,
    capitalised: loan.capitalised,
    repaid: loan.principal,
    closing: loan.closing,
  });
  return {
    loan,
    loanAmount,
    fromFunds: calculation.once(
      `${id}.from-funds`,
      `${label} : payé par les fonds communs`,
      minus(lot.cost, plus(loanAmount, lot.grantAmount)),
      about,
    ),
  };
}
