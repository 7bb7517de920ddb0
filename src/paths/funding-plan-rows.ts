import { choose, constant, isMore, max, minus, NO_MONEY, plus, sumOfTerms, total } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Funding } from '../instruments/instrument.ts';
import type { PathSetting } from './setting.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

/** A plan closed by a whole-euro loan is left with less than a euro. */
const LESS_THAN_A_EURO = constant('0.99', 'money');

export interface NamedAmount {
  readonly id: string;
  readonly label: string;
  readonly line: OnceMoney;
}

/** A use of funds: what is paid each month for it. */
export interface Use {
  readonly id: string;
  readonly label: string;
  readonly paid: MonthlyMoney;
}

export interface Source extends Funding {
  readonly id: string;
  readonly label: string;
}

/** The rows of a plan de financement, and whether its loan closes it. */
export interface PlanRows {
  readonly uses: readonly NamedAmount[];
  readonly sources: readonly NamedAmount[];
  readonly totalUses: OnceMoney;
  /** Coût de revient: the uses without the cash left to the company, which is not spent. */
  readonly cost: OnceMoney;
  readonly totalSources: OnceMoney;
  /** What is left to the company at entry into service, start-up working capital included. */
  readonly openingCash: OnceMoney;
  /** Sources + loan − uses − opening cash wanted: the loan is large enough when it is not negative. */
  readonly surplus: OnceMoney;
  /** Zero when the loan is the smallest whole euro that closes the plan. */
  readonly loanCheck: OnceMoney;
}

/** Writes the rows of a plan de financement: what the project costs in all, and who brings what. */
export function writePlanRows(
  { calculation }: PathSetting,
  plan: {
    readonly id: string;
    readonly borrower: string;
    readonly uses: readonly Use[];
    readonly sources: readonly Source[];
    /** Of the sources, without the loan. */
    readonly totalOwn: OnceMoney;
    readonly loanAmount: Formula<'money', 'once', 'defined'>;
    readonly gap: OnceMoney;
    readonly capitalisedDuringWorks: MonthlyMoney;
    /** Interest of the loan is added to it during the works. */
    readonly capitalisesInterest: boolean;
    /** What must be left at entry into service, working capital included. */
    readonly cashWanted: Formula<'money', 'once', 'defined'>;
    readonly workingCapital: Formula<'money', 'once', 'defined'> | undefined;
  },
): PlanRows {
  const { id, sources, totalOwn, loanAmount, gap, capitalisedDuringWorks, cashWanted, workingCapital } = plan;
  const once = (name: string, label: string, formula: Formula<'money', 'once', 'defined'>) =>
    calculation.once(`${id}.${name}`, label, formula, { party: plan.borrower });
  const uses: NamedAmount[] = plan.uses.map((use) => ({
    id: use.id,
    label: use.label,
    line: once(`use.${use.id}`, use.label, total(use.paid)),
  }));
  const addedToClaims = sources.flatMap((source) => source.capitalisedDuringWorks ?? []);
  const capitalised = once(
    'use.capitalised',
    'Intérêts intercalaires capitalisés',
    plus(total(capitalisedDuringWorks), ...addedToClaims.map((line) => total(line))),
  );
  const totalBefore = once(
    'uses-before-cash',
    'Besoins hors trésorerie de départ',
    sumOfTerms(uses.map((use) => use.line)),
  );
  const surplus = once(
    'surplus',
    'Ressources et prêt, moins les besoins et la trésorerie de départ voulue',
    minus(minus(plus(totalOwn, loanAmount), totalBefore), cashWanted),
  );
  const short = max(NO_MONEY, minus(NO_MONEY, surplus));
  const loanCheck = once(
    'loan-check',
    'Écart au plus petit prêt entier qui équilibre le plan',
    choose(isMore(loanAmount, NO_MONEY), plus(short, max(NO_MONEY, minus(surplus, LESS_THAN_A_EURO))), short),
  );
  const openingCash = once(
    'opening-cash',
    workingCapital === undefined ? 'Trésorerie de départ' : 'Trésorerie de départ et BFR de démarrage',
    minus(plus(totalOwn, loanAmount, gap), totalBefore),
  );
  const loanSource = once('source.loan', 'Prêt bancaire', loanAmount);
  const hasCapitalised = plan.capitalisesInterest || addedToClaims.length > 0;
  const sourceLines: NamedAmount[] = [
    ...sources.map((source) => ({ id: source.id, label: source.label, line: source.total })),
    { id: 'loan', label: 'Prêt bancaire', line: loanSource },
    ...(hasCapitalised
      ? [{ id: 'capitalised', label: 'Intérêts capitalisés dans les dettes', line: capitalised }]
      : []),
    { id: 'gap', label: 'Financement à trouver', line: gap },
  ];
  const useLines: NamedAmount[] = [
    ...uses,
    ...(hasCapitalised
      ? [{ id: 'capitalised', label: 'Intérêts intercalaires capitalisés', line: capitalised }]
      : []),
    ...(workingCapital === undefined
      ? [{ id: 'opening-cash', label: 'Trésorerie de départ', line: openingCash }]
      : [
          {
            id: 'working-capital',
            label: 'BFR de démarrage',
            line: once('use.working-capital', 'BFR de démarrage', plus(workingCapital)),
          },
          {
            id: 'opening-cash',
            label: 'Trésorerie de départ',
            line: once('use.opening-cash', 'Trésorerie de départ', minus(openingCash, workingCapital)),
          },
        ]),
  ];
  return {
    uses: useLines,
    sources: sourceLines,
    cost: once('cost', 'Coût de revient', hasCapitalised ? plus(totalBefore, capitalised) : totalBefore),
    totalUses: once('total-uses', 'Total des besoins', sumOfTerms(useLines.map((use) => use.line))),
    totalSources: once(
      'total-sources',
      'Total des ressources',
      sumOfTerms(sourceLines.map((source) => source.line)),
    ),
    openingCash,
    surplus,
    loanCheck,
  };
}
