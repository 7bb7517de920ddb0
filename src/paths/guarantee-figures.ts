import type { LoanTerms } from '../dossier/dossier.ts';
import {
  choose,
  constant,
  isAtMost,
  isMore,
  MONTH,
  minus,
  NO_MONEY,
  over,
  plus,
  sumOfTerms,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { proportionalRate } from '../formula/rates.ts';
import type { BorrowerRisk } from '../instruments/borrower-risk.ts';
import {
  committedBalance,
  expectedLossByYear,
  guaranteedPart,
  onAnniversaries,
} from '../instruments/guarantee-cost.ts';
import { type GuaranteedDefault, guaranteedDefault } from '../instruments/guarantee-default.ts';
import { type GuaranteeProvision, guaranteeProvision } from '../instruments/guarantee-provision.ts';
import type { Guarantee } from '../instruments/guarantee-terms.ts';
import type { GuarantorInDefault } from '../instruments/guarantor-calls.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { GuaranteeLimits } from '../law/guarantee-limits.ts';
import type { Law } from '../ledger/conservation-law.ts';
import { writeAuthorityLimits } from './authority-limits.ts';
import { type GuaranteeAid, writeGuaranteeAid } from './guarantee-aid.ts';
import type { LoanToGuarantee, OpenGuarantee } from './guaranteed-loan.ts';
import type { BankRate } from './loan-rate.ts';
import { OPERATOR, type PathSetting } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type YearlyMoney = Line<'money', 'yearly', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

/** One guarantee of the loan, priced both ways: what it costs the borrower, what it risks for the guarantor. */
export interface DealGuarantee {
  readonly terms: Guarantee;
  /** Where it stands in the dossier. */
  readonly place: string;
  readonly guaranteed: OnceMoney;
  /** Paid by the borrower, month by month. */
  readonly feePaid: MonthlyMoney;
  readonly feeTotal: OnceMoney;
  /** What it may be called for at most, at the end of each month. */
  readonly balance: MonthlyMoney;
  readonly expectedLoss: YearlyMoney;
  readonly expectedTotal: OnceMoney;
  readonly inDefault: GuarantorInDefault;
  /** Of a local authority. */
  readonly limits: GuaranteeLimits | undefined;
  /** Of a local authority: what it sets aside in the default tested. */
  readonly provision: GuaranteeProvision | undefined;
  readonly aid: GuaranteeAid;
}

/** What public money brings otherwise than as cash, ready for a register of aids. */
export interface DealAid {
  readonly id: string;
  readonly label: string;
  /** Party that grants it. */
  readonly payer: string;
  /** Party that receives it. */
  readonly beneficiary: string;
  /** What is committed: never the aid. */
  readonly nominal: OnceMoney;
  readonly grantEquivalent: OnceMoney;
  /** The flat de minimis way; undefined where it is closed. */
  readonly flatRate: GuaranteeAid['deMinimis'];
}

/** The guarantees of the loan that buys the site. */
export interface DealGuarantees extends Omit<LoanToGuarantee, 'id' | 'bankRate'> {
  readonly lender: string;
  readonly risk: BorrowerRisk;
  readonly loan: LoanLines;
  /** Yearly rate without the guarantees, and with them. */
  readonly rateBefore: BankRate;
  readonly rate: BankRate;
  /** Interest spared each month, on the same balance. */
  readonly interestSaved: MonthlyMoney;
  readonly feePaid: MonthlyMoney;
  /** Of the first twelve months after the deferral: what the ratios of a local authority count. */
  readonly firstAnnuity: OnceMoney;
  readonly list: readonly DealGuarantee[];
  readonly expectedLoss: OnceMoney;
  readonly stressed: GuaranteedDefault;
  /** All that the loss is, somebody bears. */
  readonly law: Law;
  /** Of guarantors with public money. */
  readonly aids: readonly DealAid[];
}

interface Written {
  readonly opened: readonly OpenGuarantee[];
  /** Of each guarantee, month by month. */
  readonly fees: readonly MonthlyMoney[];
  readonly risk: BorrowerRisk;
  readonly rate: BankRate;
  readonly loan: LoanLines;
}

/** Writes all that is read of the guarantees of a loan: default, expected loss, ratios, grant equivalents. */
export function writeGuaranteeFigures(
  setting: PathSetting,
  { id, place, borrower, terms, termsPath, loanAmount, bankRate }: LoanToGuarantee,
  { opened, fees, risk, rate, loan }: Written,
): DealGuarantees {
  const { calculation, ledger, assume, opening } = setting;
  const once = (name: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`${id}.guarantees.${name}`, label, formula);
  const monthly = (name: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${id}.guarantees.${name}`, label, formula);
  const recoveredShare = assume(`${place}.risk.recoveredShare`, 'ratio');
  const stressed = guaranteedDefault(
    calculation,
    `${id}.stressed-default`,
    {
      loan,
      // Year k begins 12 (k − 1) months after signature: nothing is paid from then on.
      month: minus(
        times(
          over(assume(`${place}.risk.stressedYear`, 'years'), constant(1, 'years')),
          constant(12, 'months'),
        ),
        constant(12, 'months'),
      ),
      recoveryMonths: assume(`${place}.risk.recoveryMonths`, 'months'),
      recoveredShare,
    },
    opened.map(({ context }) => context),
  );
  const exposure = onAnniversaries(
    calculation,
    `${id}.guarantees.exposure`,
    'Capital dû à l’anniversaire de la signature',
    loan.closing,
  );
  const committed = onAnniversaries(
    calculation,
    `${id}.guarantees.committed`,
    'Prêt engagé ou dû à l’anniversaire de la signature',
    committedBalance(loan, loanAmount, opening),
  );
  const firstAnnuity = once(
    'first-annuity',
    'Première annuité entière du prêt garanti',
    total(
      monthly(
        'first-annuity-of-month',
        'Échéances de la première annuité entière',
        inFirstYear(setting, terms, termsPath, loan),
      ),
    ),
  );
  const list = opened.map(({ terms: each, place: at, context, signed }, index): DealGuarantee => {
    const feePaid = fees[index] ?? calculation.nothing();
    const expectedLoss = expectedLossByYear(context, exposure, {
      annualDefaultProbability: assume(`${place}.risk.annualDefaultProbability`, 'ratio/years'),
      recoveredShare,
    });
    const others = opened.filter(({ context: other }) => other !== context).map((other) => other.terms);
    const balance = guaranteedPart(context, loan.closing) as Formula<'money', 'monthly', 'defined'>;
    return {
      terms: each,
      place: at,
      guaranteed: signed.guaranteed,
      feePaid,
      feeTotal: calculation.once(
        `${context.id}.fee-total`,
        'Commissions de garantie, en tout',
        total(feePaid),
      ),
      balance: calculation.monthly(`${context.id}.balance`, 'Encours garanti', balance),
      expectedLoss,
      expectedTotal: calculation.once(
        `${context.id}.expected-loss-total`,
        'Perte attendue du garant',
        total(expectedLoss),
      ),
      inDefault: stressed.guarantors[index] as GuarantorInDefault,
      limits:
        each.kind === 'local-authority'
          ? writeAuthorityLimits(context, each, {
              firstAnnuity,
              others,
              debtorForm: borrower === OPERATOR ? setting.dossier.values.operator.form : 'SCI',
            })
          : undefined,
      provision:
        each.kind === 'local-authority'
          ? guaranteeProvision(context, stressed.exposure, recoveredShare)
          : undefined,
      aid: writeGuaranteeAid(setting, context, { committed, signed, risk, terms, termsPath }),
    };
  });
  return {
    place,
    borrower,
    lender: terms.lender,
    terms,
    termsPath,
    loanAmount,
    risk,
    loan,
    rateBefore: bankRate,
    rate,
    interestSaved: monthly(
      'interest-saved',
      'Intérêts économisés, à encours égal',
      times(loan.opening, proportionalRate(minus(bankRate, rate), 12)),
    ),
    feePaid: fees.every((fee) => calculation.isNothing(fee))
      ? calculation.nothing()
      : monthly('fees', 'Commissions de garantie payées', sumOfTerms(fees)),
    firstAnnuity,
    list,
    expectedLoss: once(
      'expected-loss',
      'Perte attendue des garants',
      sumOfTerms(list.map(({ expectedTotal }) => expectedTotal)),
    ),
    stressed,
    law: {
      id: 'guaranteed-default',
      label: 'Défaut testé : l’emprunteur, les garants et la banque portent ensemble toute la perte',
      gap: stressed.gap,
    },
    aids: list
      .filter(({ terms: { from } }) => ledger.parties.get(from)?.side !== 'private')
      .map(({ terms: each, guaranteed, aid }) => ({
        id: `guarantee.${each.id}`,
        label: each.label,
        payer: each.from,
        beneficiary: borrower,
        nominal: guaranteed,
        grantEquivalent: aid.grantEquivalent,
        flatRate: aid.deMinimis,
      })),
  };
}

/** The instalments of the twelve months after the deferral: a whole annuity of interest and principal. */
function inFirstYear(
  { assume, opening }: PathSetting,
  terms: LoanTerms,
  termsPath: string,
  loan: LoanLines,
): Formula<'money', 'monthly' | 'once', 'defined'> {
  const start =
    terms.deferralKind === 'none'
      ? opening
      : plus(
          opening,
          times(
            over(assume(`${termsPath}.deferralPayments`, 'count'), constant(1, 'count')),
            constant(12 / terms.paymentsPerYear, 'months'),
          ),
        );
  const end = plus(start, constant(12, 'months'));
  return choose(isMore(MONTH, start), choose(isAtMost(MONTH, end), loan.payment, NO_MONEY), NO_MONEY);
}
