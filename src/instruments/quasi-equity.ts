import {
  choose,
  constant,
  isAtMost,
  isEqual,
  isLess,
  MONTH,
  minus,
  NO_MONEY,
  plus,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { type AccrualNature, natureOf, type TransferNature } from '../ledger/natures.ts';
import type { Funding, FundingContext, Month, MonthlyMoney, OnceMoney } from './instrument.ts';
import { loanLines } from './loan-lines.ts';
import { premiumLines } from './non-conversion-premium.ts';
import { resultShare } from './result-share.ts';
import { titleVariablePart } from './title-variable-part.ts';

/** The conditions of quasi-equity once resolved, whatever its kind. */
export interface QuasiEquityTerms {
  readonly kind: string;
  readonly label: string;
  readonly paymentsPerYear: 12 | 4 | 2 | 1;
  readonly repayment: 'bullet' | 'level-payment' | 'level-principal';
  readonly interest: 'paid' | 'capitalised';
  readonly cappedDeduction?: boolean;
  readonly conversion?: 'none' | 'at-exit';
}

/** What is posted besides a plain funding, for the exit and the returns of who lent. */
export interface QuasiEquity extends Funding {
  readonly kind: string;
  readonly lender: string;
  readonly drawn: MonthlyMoney;
  /** Interest paid to the lender, before and after entry into service, premium and variable part included. */
  readonly paid: MonthlyMoney;
  readonly principal: MonthlyMoney;
  /** Of it, what comes back in cash: what is converted does not. */
  readonly principalInCash: MonthlyMoney;
  readonly closing: MonthlyMoney;
  /** Turned into capital at the exit. */
  readonly converted: MonthlyMoney | undefined;
  /** Paid back early at the exit, premium included; what is converted is not. */
  readonly repaidAtExit: MonthlyMoney;
  readonly annualRate: Formula<'ratio/years', 'once', 'defined'>;
}

const NATURES: Readonly<
  Record<
    'account' | 'title' | 'other',
    {
      readonly received: TransferNature;
      readonly repaid: TransferNature;
      readonly capitalised: AccrualNature;
      /** Capitalised before entry into service, by who has a building. */
      readonly inBuilding: AccrualNature;
    }
  >
> = {
  account: {
    received: 'associate-account-advance',
    repaid: 'associate-account-repayment',
    capitalised: 'associate-account-capitalised',
    inBuilding: 'capitalised-account-interest',
  },
  /** « Autres fonds propres »; its coupon is never capitalised. */
  title: {
    received: 'other-equity-received',
    repaid: 'other-equity-repayment',
    capitalised: 'quasi-equity-capitalised',
    inBuilding: 'capitalised-quasi-interest',
  },
  other: {
    received: 'quasi-equity-received',
    repaid: 'quasi-equity-repayment',
    capitalised: 'quasi-equity-capitalised',
    inBuilding: 'capitalised-quasi-interest',
  },
};

/**
 * Posts quasi-equity: an associate account, a subordinated loan or a convertible bond.
 *
 * It follows the conventions of a loan: drawn at its call month, interest monthly until entry into service (a use of
 * the plan), then instalments. When the investor leaves, what is still due is repaid, or converted: after that month
 * nothing is left. The non-conversion premium runs from the call month at (1 + p)^(months/12) − 1 and is paid with
 * the principal. A subordinated loan may have a part of the profit beside (result-share.ts).
 * @param amount lent; @param lender party
 */
export function postQuasiEquity(
  context: FundingContext,
  terms: QuasiEquityTerms,
  loan: { readonly amount: OnceMoney; readonly lender: string; readonly callMonth: Month },
): QuasiEquity {
  const { calculation, ledger, borrower, id, assume, milestones, exit } = context;
  const { costNature = 'financing-costs-during-works' } = context;
  const { amount, lender, callMonth } = loan;
  const about = { party: borrower };
  const { label, kind } = terms;
  const natures =
    NATURES[kind === 'associate-account' ? 'account' : kind === 'titre-participatif' ? 'title' : 'other'];
  const monthly = (name: string, words: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${id}.${name}`, `${label} : ${words}`, formula, about);
  const annualRate = assume('annualRate', 'ratio/years');
  const payments = assume('payments', 'count');
  const drawn = monthly('drawn', 'versement', choose(isEqual(MONTH, callMonth), amount, NO_MONEY));
  const schedule = loanLines(calculation, `${id}.schedule`, {
    drawn,
    annualRate,
    rateConvention: 'proportional',
    endOfMobilisation: milestones.opening,
    payments,
    paymentsPerYear: terms.paymentsPerYear,
    repayment: terms.repayment,
    ...(terms.interest === 'capitalised'
      ? { deferral: { kind: 'total' as const, payments: minus(payments, constant(1, 'count')) } }
      : {}),
    interestDuringMobilisation: terms.interest,
    party: borrower,
  });

  const stays = exit === undefined ? undefined : isLess(MONTH, exit);
  const leaves = exit === undefined ? undefined : isEqual(MONTH, exit);
  const until = (line: MonthlyMoney) =>
    exit === undefined ? line : choose(isAtMost(MONTH, exit), line, NO_MONEY);
  const converts = kind === 'convertible-bond' && terms.conversion === 'at-exit';

  // What runs of the non-conversion premium: none is due on a bond that will be converted.
  const premium =
    kind === 'convertible-bond' && !converts
      ? premiumLines(context, terms, { amount, callMonth, schedule: schedule.closing })
      : undefined;

  const nothing = calculation.nothing();
  const capitalises = terms.interest === 'capitalised';
  // A bond that falls due in the very month of the conversion is converted, not repaid.
  const dueIsConverted = converts && terms.repayment === 'bullet';
  const scheduled =
    dueIsConverted && stays !== undefined
      ? choose(stays, schedule.principal, NO_MONEY)
      : until(schedule.principal);
  const early =
    leaves === undefined
      ? nothing
      : monthly(
          'early',
          'solde à la sortie',
          choose(
            leaves,
            dueIsConverted ? plus(schedule.closing, schedule.principal) : schedule.closing,
            NO_MONEY,
          ),
        );
  const principal =
    leaves === undefined
      ? schedule.principal
      : monthly('principal', 'capital remboursé ou converti', plus(scheduled, early));
  const settled =
    premium === undefined
      ? principal
      : monthly('settled', 'remboursement, prime comprise', plus(principal, premium.paid));
  const repaid = converts ? monthly('repaid', 'capital remboursé', scheduled) : settled;
  const accruedAtExit =
    schedule.accrued === undefined || leaves === undefined
      ? NO_MONEY
      : choose(leaves, schedule.accrued, NO_MONEY);
  const interestPaid =
    leaves === undefined
      ? schedule.interestPaid
      : monthly('interest-paid', 'intérêts payés', plus(until(schedule.interestPaid), accruedAtExit));
  const beforeOpening = isAtMost(MONTH, milestones.opening);
  const duringWorks = monthly(
    'interest-during-works',
    'intérêts intercalaires',
    choose(beforeOpening, interestPaid, NO_MONEY),
  );
  const paidAfter = monthly(
    'interest-after-opening',
    'intérêts payés après la mise en service',
    choose(beforeOpening, NO_MONEY, interestPaid),
  );
  // At the exit interest is paid to the day: what the month bears is what is paid less what had run before.
  const borne = monthly(
    'interest-borne',
    'intérêts, charge du mois',
    choose(beforeOpening, NO_MONEY, until(schedule.interestBorne)),
  );
  const capitalisedDuringWorks = capitalises
    ? monthly(
        'capitalised-during-works',
        'intérêts intercalaires capitalisés',
        choose(beforeOpening, schedule.capitalised, NO_MONEY),
      )
    : nothing;
  const outstanding = premium === undefined ? schedule.closing : plus(schedule.closing, premium.running);
  const closing =
    stays === undefined && premium === undefined
      ? schedule.closing
      : monthly(
          'closing',
          'restant dû, prime courue comprise',
          stays === undefined ? outstanding : choose(stays, outstanding, NO_MONEY),
        );

  ledger.transfer(lender, borrower, natures.received, drawn);
  ledger.transfer(borrower, lender, natures.repaid, repaid);
  ledger.transfer(borrower, lender, costNature, duringWorks);
  ledger.accrue(borrower, 'quasi-equity-accrued-interest', borne);
  ledger.transfer(borrower, lender, 'quasi-equity-interest', paidAfter);
  if (capitalises) {
    if (natureOf(costNature).payer === 'building') {
      ledger.accrue(borrower, natures.inBuilding, capitalisedDuringWorks);
    } else {
      ledger.accrue(borrower, 'quasi-equity-accrued-interest', capitalisedDuringWorks);
      ledger.accrue(borrower, natures.capitalised, capitalisedDuringWorks);
    }
    ledger.accrue(
      borrower,
      natures.capitalised,
      monthly(
        'capitalised-after',
        'intérêts capitalisés',
        choose(beforeOpening, NO_MONEY, until(schedule.capitalised)),
      ),
    );
  }
  if (premium !== undefined) {
    ledger.accrue(borrower, 'quasi-equity-accrued-interest', premium.borne);
    ledger.accrue(borrower, 'quasi-equity-capitalised', premium.borne);
  }
  if (converts) ledger.accrue(borrower, 'conversion', early);

  const share =
    kind === 'subordinated-loan'
      ? resultShare(context, label, { closing: schedule.closing, stays })
      : kind === 'titre-participatif'
        ? titleVariablePart(context, label, schedule.closing)
        : undefined;
  if (share !== undefined) {
    ledger.accrue(borrower, 'quasi-equity-accrued-interest', share.line);
    ledger.transfer(borrower, lender, 'quasi-equity-interest', share.line);
  }
  ledger.debt({
    id,
    label,
    borrower,
    lender,
    drawn,
    capitalised:
      !capitalises && premium === undefined
        ? nothing
        : monthly(
            'added',
            'intérêts et prime ajoutés au capital',
            plus(until(schedule.capitalised), ...(premium === undefined ? [] : [premium.borne])),
          ),
    repaid: settled,
    closing,
  });
  return {
    category: 'quasi-own-funds',
    kind,
    lender,
    contributor: lender,
    claim: {
      lender,
      closing,
      annualRate:
        premium === undefined
          ? annualRate
          : plus(annualRate, assume('nonConversionPremiumRate', 'ratio/years')),
    },
    received: drawn,
    total: amount,
    interestDuringWorks: duringWorks,
    capitalisedDuringWorks: capitalises ? capitalisedDuringWorks : undefined,
    service: { interest: paidAfter, principal: repaid },
    drawn,
    paid:
      premium === undefined && share === undefined
        ? interestPaid
        : monthly(
            'income',
            'rémunération versée',
            plus(
              interestPaid,
              ...(premium === undefined ? [] : [premium.paid]),
              ...(share === undefined ? [] : [share.line]),
            ),
          ),
    principal,
    principalInCash: converts ? repaid : principal,
    closing,
    repaidAtExit: converts
      ? nothing
      : premium === undefined || leaves === undefined
        ? early
        : monthly(
            'settled-at-exit',
            'soldé à la sortie, prime comprise',
            choose(leaves, plus(early, premium.paid), NO_MONEY),
          ),
    converted: converts ? early : undefined,
    annualRate,
    notDeductible: terms.cappedDeduction === true ? { interest: borne, annualRate } : undefined,
    needsResult: share?.define,
  };
}
