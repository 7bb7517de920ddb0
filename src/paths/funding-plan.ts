import type { LoanTerms } from '../dossier/dossier.ts';
import type { GuaranteedLoan } from '../dossier/sources.ts';
import {
  at,
  choose,
  isAtLeast,
  isAtMost,
  isEqual,
  MONTH,
  max,
  min,
  minus,
  NO_MONEY,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { bridgeLines } from '../instruments/bridge.ts';
import { type LoanLines, loanLines } from '../instruments/loan-lines.ts';
import type { TransferNature } from '../ledger/natures.ts';
import { postFinancing } from './financing-entries.ts';
import { type PlanRows, type Source, type Use, writePlanRows } from './funding-plan-rows.ts';
import type { DealGuarantees } from './guarantee-figures.ts';
import { openGuarantees } from './guarantees.ts';
import { entersPlan, type InterestSubsidy, writeInterestSubsidies } from './interest-subsidies.ts';
import { loanRate } from './loan-rate.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

export interface FundingPlan extends PlanRows {
  readonly loan: LoanLines;
  readonly loanAmount: Formula<'money', 'once', 'defined'>;
  /** Financing to be found, when limits keep the loan below the need. */
  readonly gap: OnceMoney;
  /** Of the loan and of the bridge, interest subsidies taken off. */
  readonly interestAfterOpening: MonthlyMoney;
  /** Of the loan alone, yearly fees of its guarantees included, subsidies taken off: covers leave the bridge out. */
  readonly loanInterestAfter: MonthlyMoney;
  /** What others pay of the interest of the loan. */
  readonly interestSubsidies: readonly InterestSubsidy[];
  readonly bridgeBalance: MonthlyMoney;
  /** Who guarantees the loan, when somebody does. */
  readonly guarantees: DealGuarantees | undefined;
}

/**
 * The plan de financement of a project bought by one company: own funds and grants first, then the loan, month by
 * month as the need appears; VAT to be refunded and grants to be received are carried by a bridge that closes at 0.
 *
 * Interest and fees to the month of entry into service are uses; the bridge's principal never is.
 * @param base what is paid for the project before financing costs, before recoverable VAT
 */
export function writeFundingPlan(
  setting: PathSetting,
  terms: LoanTerms,
  options: {
    readonly id: string;
    readonly termsPath: string;
    readonly borrower: string;
    readonly base: readonly Use[];
    readonly sources: readonly Source[];
    readonly vatOutstanding: MonthlyMoney;
    /** Place in the dossier of the cash wanted at entry into service. */
    readonly cashWanted: string;
    /** Place of the working capital that the project creates, kept in cash beside it. */
    readonly workingCapital?: string;
    /** Where interest and fees before entry into service go: in the cost of the building unless said. */
    readonly costNature?: TransferNature;
    /** Month in which the fees of the loan are paid: at signature unless said. */
    readonly feesAt?: Formula<'months', 'once', 'defined'>;
    /** What guarantees the loan, with the place of the path in the dossier. */
    readonly guaranteed?: { readonly place: string; readonly by: GuaranteedLoan };
  },
): FundingPlan {
  const { calculation, assume, opening } = setting;
  const { id, termsPath, borrower, base, vatOutstanding } = options;
  const sources = options.sources.filter(entersPlan);
  const about = { party: borrower };
  const monthly = (name: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${id}.${name}`, label, formula, about);
  const once = (name: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`${id}.${name}`, label, formula, about);

  const loanAmount = assume(`${termsPath}.amount`, 'money');
  const workingCapital =
    options.workingCapital === undefined ? undefined : assume(options.workingCapital, 'money');
  const openingCashWanted = assume(options.cashWanted, 'money');
  const cashWanted =
    workingCapital === undefined ? openingCashWanted : plus(openingCashWanted, workingCapital);
  const isOpen = isAtLeast(MONTH, opening);
  const isBefore = isAtMost(MONTH, opening);

  const bankRate = loanRate(setting, terms, termsPath, id);
  const guarantees =
    options.guaranteed &&
    openGuarantees(setting, options.guaranteed.by, {
      id,
      place: options.guaranteed.place,
      borrower,
      terms,
      termsPath,
      loanAmount,
      bankRate,
    });

  // The loan is drawn as the need appears, so its interest is part of the need: these lines read one another in time.
  const drawnToDate = calculation.later(
    `${id}.loan.drawn-to-date`,
    'Prêt tiré à ce jour',
    'money',
    'monthly',
    about,
  );
  const drawn = monthly('loan.drawn', 'Tirage du prêt', minus(drawnToDate, previous(drawnToDate)));
  const loan = loanLines(calculation, `${id}.loan`, {
    drawn,
    annualRate: guarantees?.rate ?? bankRate,
    rateConvention: terms.rateConvention,
    endOfMobilisation: opening,
    payments: assume(`${termsPath}.payments`, 'count'),
    paymentsPerYear: terms.paymentsPerYear,
    repayment: terms.repayment,
    deferral: { kind: terms.deferralKind, payments: assume(`${termsPath}.deferralPayments`, 'count') },
    interestDuringMobilisation: terms.interestDuringWorks,
    // Without a fee in the contract there is nothing to follow.
    ...(terms.commitmentFeeRate.isZero()
      ? {}
      : {
          commitment: {
            amount: loanAmount,
            annualFeeRate: assume(`${termsPath}.commitmentFeeRate`, 'ratio/years'),
          },
        }),
    party: borrower,
  });

  const shareOfLoan = (name: string, label: string, field: string) => {
    const amount = once(
      name,
      label,
      roundedToCents(times(loanAmount, assume(`${termsPath}.${field}`, 'ratio'))),
    );
    return monthly(
      `${name}-paid`,
      `${label}, payés`,
      choose(isEqual(MONTH, options.feesAt ?? SIGNATURE), amount, NO_MONEY),
    );
  };
  const arrangementFee = shareOfLoan('loan.arrangement-fee', 'Frais de dossier', 'arrangementFeeRate');
  const securityCost = shareOfLoan('loan.security-cost', 'Frais de garantie', 'securityCostRate');

  const bridgeBalance = calculation.later(
    `${id}.bridge.balance`,
    'Relais en cours',
    'money',
    'monthly',
    about,
  );
  const bridge = bridgeLines(
    calculation,
    `${id}.bridge`,
    bridgeBalance,
    assume(`${termsPath}.bridgeAnnualRate`, 'ratio/years'),
    borrower,
  );
  const interestDuringWorks = monthly(
    'interest-during-works',
    'Intérêts intercalaires et commission pendant les travaux',
    choose(
      isBefore,
      plus(
        loan.interestPaid,
        bridge.interest,
        ...(loan.commitmentFee === undefined ? [] : [loan.commitmentFee]),
      ),
      NO_MONEY,
    ),
  );
  const capitalisedDuringWorks = calculation.isNothing(loan.capitalised)
    ? loan.capitalised
    : monthly(
        'capitalised-during-works',
        'Intérêts capitalisés pendant les travaux',
        choose(isBefore, loan.capitalised, NO_MONEY),
      );
  const guaranteed = guarantees?.withSchedule(loan);
  const yearlyFees = guaranteed?.yearlyFees ?? [];
  const interestAfterOpening = monthly(
    'interest-after-opening',
    yearlyFees.length === 0
      ? 'Intérêts payés après la mise en service'
      : 'Intérêts et commissions de garantie payés après la mise en service',
    choose(isBefore, NO_MONEY, plus(loan.interestPaid, bridge.interest, ...yearlyFees)),
  );

  const financingUses: Use[] = [
    { id: 'interest-during-works', label: 'Intérêts intercalaires', paid: interestDuringWorks },
    { id: 'arrangement-fee', label: 'Frais de dossier', paid: arrangementFee },
    { id: 'security-cost', label: 'Frais de garantie', paid: securityCost },
    ...(guarantees?.uses ?? []),
    ...sources.flatMap(({ id: source, label, interestDuringWorks: paid }) =>
      paid === undefined
        ? []
        : [{ id: `interest.${source}`, label: `Intérêts intercalaires : ${label}`, paid }],
    ),
  ];
  const allUses = [...base, ...financingUses].filter(({ paid }) => !calculation.isNothing(paid));
  const spent = calculation.later(
    `${id}.spent-to-date`,
    'Dépenses du projet à ce jour',
    'money',
    'monthly',
    about,
  );
  const usesOfMonth = monthly('uses', 'Dépenses du projet', sumOfTerms(allUses.map((use) => use.paid)));
  calculation.define(spent, plus(previous(spent), usesOfMonth));
  const received = calculation.later(
    `${id}.received-to-date`,
    'Ressources reçues à ce jour',
    'money',
    'monthly',
    about,
  );
  calculation.define(
    received,
    plus(previous(received), sumOfTerms(sources.map((source) => source.received))),
  );
  const totalOwn = once(
    'sources-before-loan',
    'Ressources avant le prêt',
    sumOfTerms(sources.map((source) => source.total)),
  );
  // What is promised and not received yet: a bridge may carry it, so that the loan never pays for it.
  const outstanding = monthly('outstanding-sources', 'Ressources à recevoir', minus(totalOwn, received));
  const need = monthly(
    'need',
    'Besoin après fonds propres et subventions reçues',
    minus(plus(spent, choose(isOpen, cashWanted, NO_MONEY)), received),
  );
  calculation.define(
    drawnToDate,
    choose(isOpen, loanAmount, min(loanAmount, max(previous(drawnToDate), need))),
  );
  const bridgedSources = monthly(
    'bridge.sources',
    'Relais des ressources à recevoir',
    min(outstanding, max(NO_MONEY, minus(need, drawnToDate))),
  );
  calculation.define(bridgeBalance, plus(vatOutstanding, bridgedSources));
  const foundToDate = calculation.later(
    `${id}.gap.to-date`,
    'Financement à trouver, à ce jour',
    'money',
    'monthly',
    about,
  );
  calculation.define(
    foundToDate,
    max(previous(foundToDate), minus(minus(need, drawnToDate), bridgedSources)),
  );
  const gapOfMonth = monthly('gap.drawn', 'Financement à trouver', minus(foundToDate, previous(foundToDate)));
  const gap = once('gap', 'Financement à trouver', at(foundToDate, opening));

  const { loanInterestAfter } = postFinancing(setting, borrower, terms.lender, id, {
    loan,
    arrangementFee,
    securityCost,
    interestDuringWorks,
    capitalisedDuringWorks,
    bridge,
    bridgeBalance,
    gapOfMonth,
    isBefore,
    costNature: options.costNature ?? 'financing-costs-during-works',
  });
  guaranteed?.post(options.costNature ?? 'financing-costs-during-works');
  const subsidies = writeInterestSubsidies(
    setting,
    { id, borrower, sources: options.sources },
    { loan, paymentsPerYear: terms.paymentsPerYear },
  );
  const loanCostAfter =
    yearlyFees.length === 0
      ? loanInterestAfter
      : monthly(
          'loan-cost-after',
          'Intérêts du prêt et commissions de garantie, après la mise en service',
          plus(loanInterestAfter, ...yearlyFees),
        );

  return {
    loan,
    loanAmount,
    ...writePlanRows(setting, {
      id,
      borrower,
      uses: allUses,
      sources,
      totalOwn,
      loanAmount,
      gap,
      capitalisedDuringWorks,
      capitalisesInterest: terms.interestDuringWorks === 'capitalised',
      cashWanted,
      workingCapital,
    }),
    gap,
    interestAfterOpening: subsidies.net(
      'interest-after-opening.net',
      'Intérêts payés après la mise en service, nets de bonification',
      interestAfterOpening,
    ),
    loanInterestAfter: subsidies.net(
      'loan.interest-net',
      'Intérêts du prêt, nets de bonification',
      loanCostAfter,
    ),
    interestSubsidies: subsidies.list,
    bridgeBalance,
    guarantees: guaranteed?.figures(),
  };
}
