import {
  choose,
  constant,
  isLess,
  max,
  min,
  minus,
  NO_MONEY,
  over,
  plus,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type LawFigure, lawAssumption } from './figure.ts';
import {
  COMPANY_LEGAL_RESERVE,
  COMPANY_LEGAL_RESERVE_END,
  COOPERATIVE_LEGAL_RESERVE,
  ESS_DEVELOPMENT_FUND,
  ESS_DEVELOPMENT_FUND_END,
  ESS_RETENTION,
  SCIC_STATUTORY_RESERVE,
  SCOP_LABOUR_SHARE,
  SCOP_LEGAL_RESERVE,
} from './profit-figures.ts';

export type LegalForm = 'SCOP' | 'SCIC' | 'SAS-ESS' | 'SAS' | 'association';

type Money = Formula<'money', 'yearly' | 'once', 'defined'>;
type MoneyLine = Line<'money', 'yearly', 'defined'>;

/** What the assembly has before it, each year, in euros. */
export interface AllocationTerms {
  readonly form: LegalForm;
  /** Net result of the year, after tax; negative: a loss, which is carried forward whole. */
  readonly profit: Money;
  /** Losses of earlier years still in the accounts, as a positive amount. */
  readonly priorLosses: Money;
  readonly capital: Money;
  /** Reserves in the accounts before this allocation. SCOP and SAS: taken to be the legal reserve. */
  readonly reserves: Money;
  /** SCOP: highest capital ever reached; the capital unless given. */
  readonly capitalPeak?: Money;
  /** SCIC: highest rate of interest on shares (loi 47-1775 art. 14), needed there. Not applied to a SCOP. */
  readonly shareInterestRateCap?: Formula<'ratio', 'yearly' | 'once', 'defined'>;
  /** What is put to reserves in all: at least what the law wants. What the law wants, or the rest, unless given. */
  readonly reserveAllocation?: Money;
  /** SCOP: labour share, at least a quarter. The least that allows the distribution unless given. */
  readonly labourAllocation?: Money;
  /** Wanted for the shareholders; cut down to the maximum. The maximum unless given. */
  readonly wishedDistribution?: Money;
  readonly party?: string;
}

export interface AllocationLine {
  /** Stable: prior-losses, legal-reserve, development-fund, statutory-reserve, labour-share, distribution, carried-forward. */
  readonly id: string;
  readonly label: string;
  readonly article: string;
  readonly line: MoneyLine;
}

/** Yearly, in euros, rounded to the cent. The lines sum to the profit. */
export interface Allocation {
  readonly lines: readonly AllocationLine[];
  /** Profit less earlier losses: what there is to allocate, 0 for a loss. */
  readonly base: MoneyLine;
  /** Most that the law lets the shareholders receive. */
  readonly distributableMax: MoneyLine;
  readonly distributed: MoneyLine;
  /** Kept by the company out of the year's profit after earlier losses: reserves and carried forward. */
  readonly retained: MoneyLine;
  /** Least that has to be put to reserves. */
  readonly minimumReserves: MoneyLine;
  /** SCOP: least labour share; 0 elsewhere. */
  readonly minimumLabour: MoneyLine;
}

/** What one legal form makes of a profit. */
interface FormRules {
  readonly legalReserve?: { readonly article: string; readonly amount: Money };
  /** The other reserve that the form has, and the least of it. */
  readonly otherReserve: {
    readonly id: string;
    readonly label: string;
    readonly article: string;
    readonly least: Money;
  };
  readonly minimumLabour?: Money;
  readonly distribution: { readonly label: string; readonly article: string };
  /** Most that may be distributed, not rounded, knowing the least of what goes elsewhere. */
  readonly most: (least: { readonly reserves: Money; readonly labour: Money }) => Money;
  /** Whether what is neither distributed nor due elsewhere goes to the reserves rather than being carried forward. */
  readonly restToReserves: boolean;
}

type Law = <U extends 'money' | 'ratio'>(figure: LawFigure<U>) => Formula<U, 'once', 'defined'>;
type FormRule = (terms: AllocationTerms, base: Money, law: Law) => FormRules;

const SCOP = 'Loi 78-763 art. 33';
const COOPERATIVE = 'Loi 47-1775';
const ESS = 'Loi 2014-856 art. 1 II 2° c ; arrêté du 3 août 2015';
const COMPANY = 'C. com. art. L232-10';
const LOSSES = 'C. com. art. L232-11';
const ASSEMBLY = "Décision de l'assemblée";
const TWO = constant(2, 'ratio');
const THREE = constant(3, 'ratio');

/** What is missing to a reserve before the law stops asking for more. */
function missing(goal: Money, reserves: Money): Money {
  return max(minus(goal, reserves), NO_MONEY);
}

const scop: FormRule = (terms, base, law) => ({
  legalReserve: {
    article: `${SCOP} 1°`,
    amount: min(
      times(base, law(SCOP_LEGAL_RESERVE)),
      missing(terms.capitalPeak ?? terms.capital, terms.reserves),
    ),
  },
  otherReserve: {
    id: 'development-fund',
    label: 'Fonds de développement',
    article: `${SCOP} 2°`,
    least: NO_MONEY,
  },
  minimumLabour: times(base, law(SCOP_LABOUR_SHARE)),
  distribution: { label: 'Intérêts aux parts sociales', article: `${SCOP} 4°` },
  // Interest is at most the reserves r, the labour share t, and the rest: the best choice of what is free is taken.
  most: (least) => {
    const reserves = terms.reserveAllocation && max(terms.reserveAllocation, least.reserves);
    const labour = terms.labourAllocation && max(terms.labourAllocation, least.labour);
    if (reserves !== undefined && labour !== undefined) {
      return min(reserves, labour, minus(minus(base, reserves), labour));
    }
    if (reserves !== undefined) {
      const left = minus(base, reserves);
      return min(reserves, over(left, TWO), minus(left, least.labour));
    }
    if (labour !== undefined) {
      const left = minus(base, labour);
      return min(labour, over(left, TWO), minus(left, least.reserves));
    }
    return over(base, THREE);
  },
  restToReserves: true,
});

const scic: FormRule = (terms, base, law) => {
  const cap = terms.shareInterestRateCap;
  if (cap === undefined) throw new Error('a SCIC needs the highest rate of interest on its shares');
  const legal = choose(
    isLess(terms.reserves, terms.capital),
    times(base, law(COOPERATIVE_LEGAL_RESERVE)),
    NO_MONEY,
  );
  return {
    legalReserve: { article: `${COOPERATIVE} art. 16`, amount: legal },
    otherReserve: {
      id: 'statutory-reserve',
      label: 'Réserve statutaire impartageable',
      article: `${COOPERATIVE} art. 19 nonies`,
      least: times(minus(base, legal), law(SCIC_STATUTORY_RESERVE)),
    },
    distribution: { label: 'Intérêts aux parts sociales', article: `${COOPERATIVE} art. 14 et 19 nonies` },
    most: (least) => min(minus(base, kept(terms, least.reserves)), times(terms.capital, cap)),
    restToReserves: false,
  };
};

const essCompany: FormRule = (terms, base, law) => ({
  legalReserve: companyLegalReserve(terms, base, law),
  otherReserve: {
    id: 'development-fund',
    label: 'Fonds de développement',
    article: `${ESS} art. 1`,
    least: min(
      times(base, law(ESS_DEVELOPMENT_FUND)),
      missing(times(terms.capital, law(ESS_DEVELOPMENT_FUND_END)), terms.reserves),
    ),
  },
  distribution: { label: 'Dividendes', article: `${ESS} art. 2` },
  // The compulsory reserves are part of the half that is kept, they do not add to it.
  most: (least) => minus(base, max(times(base, law(ESS_RETENTION)), kept(terms, least.reserves))),
  restToReserves: false,
});

const company: FormRule = (terms, base, law) => ({
  legalReserve: companyLegalReserve(terms, base, law),
  otherReserve: { id: 'other-reserves', label: 'Autres réserves', article: ASSEMBLY, least: NO_MONEY },
  distribution: { label: 'Dividendes', article: LOSSES },
  most: (least) => minus(base, kept(terms, least.reserves)),
  restToReserves: false,
});

const association: FormRule = () => ({
  otherReserve: { id: 'other-reserves', label: 'Réserves', article: ASSEMBLY, least: NO_MONEY },
  distribution: { label: 'Distribution (interdite)', article: 'Loi du 1er juillet 1901 art. 1' },
  most: () => NO_MONEY,
  restToReserves: false,
});

const FORM_RULES: Readonly<Record<LegalForm, FormRule>> = {
  SCOP: scop,
  SCIC: scic,
  'SAS-ESS': essCompany,
  SAS: company,
  association,
};

function companyLegalReserve(
  terms: AllocationTerms,
  base: Money,
  law: Law,
): { article: string; amount: Money } {
  const goal = times(terms.capital, law(COMPANY_LEGAL_RESERVE_END));
  return {
    article: COMPANY,
    amount: min(times(base, law(COMPANY_LEGAL_RESERVE)), missing(goal, terms.reserves)),
  };
}

function kept(terms: AllocationTerms, least: Money): Money {
  return terms.reserveAllocation === undefined ? least : max(least, terms.reserveAllocation);
}

/**
 * Writes the allocation of each year's profit, ids `<prefix>.…`: loi 78-763 art. 33 (SCOP), loi 47-1775 art. 14, 16
 * and 19 nonies (SCIC), loi 2014-856 art. 1 II and arrêté of 3 August 2015 (company of the ESS), C. com. L232-10 and
 * L232-11 (SAS), loi of 1 July 1901 art. 1 (association: never any distribution).
 * Not modelled: public aid to be left out of a SCIC's interest; profits of earlier years carried forward;
 * the fund of a SCOP has no legal minimum and is what remains.
 * @throws Error when a SCIC comes without shareInterestRateCap
 */
export function profitAllocation(
  calculation: Calculation,
  prefix: string,
  terms: AllocationTerms,
): Allocation {
  const about = terms.party === undefined ? {} : { party: terms.party };
  const write = (name: string, label: string, formula: Money) =>
    calculation.yearly(`${prefix}.${name}`, label, formula, about);

  const { profit } = terms;
  const priorLosses = write(
    'priorLosses',
    'Apurement des pertes antérieures',
    min(max(profit, NO_MONEY), terms.priorLosses),
  );
  const base = write('base', 'Bénéfice après pertes antérieures', max(minus(profit, priorLosses), NO_MONEY));
  const rules = FORM_RULES[terms.form](terms, base, (figure) => lawAssumption(calculation, figure));
  const { otherReserve } = rules;

  const legalReserve = write(
    'legalReserve',
    'Réserve légale',
    roundedToCents(rules.legalReserve?.amount ?? NO_MONEY),
  );
  const minimumReserves = write(
    'minimumReserves',
    'Dotation minimale aux réserves',
    plus(legalReserve, roundedToCents(otherReserve.least)),
  );
  const minimumLabour = write(
    'minimumLabour',
    'Part travail minimale',
    roundedToCents(rules.minimumLabour ?? NO_MONEY),
  );
  const distributableMax = write(
    'distributableMax',
    'Montant maximal distribuable',
    max(roundedToCents(rules.most({ reserves: minimumReserves, labour: minimumLabour })), NO_MONEY),
  );
  const wish = terms.wishedDistribution;
  const distributed = write(
    'distributed',
    rules.distribution.label,
    wish === undefined ? plus(distributableMax) : min(distributableMax, max(wish, NO_MONEY)),
  );
  const afterDistribution = minus(base, distributed);
  // The labour share is at least the interest on shares: unless given, it rises with it, within what is left.
  const labourNeeded = max(minimumLabour, terms.labourAllocation ?? distributed);
  const labour = write(
    'labour',
    'Part travail',
    rules.minimumLabour === undefined ? NO_MONEY : min(labourNeeded, afterDistribution),
  );
  const retained = write('retained', "Conservé par l'entreprise", minus(afterDistribution, labour));
  const free = terms.reserveAllocation ?? (rules.restToReserves ? retained : minimumReserves);
  const other = write(
    'otherReserve',
    otherReserve.label,
    minus(min(retained, max(minimumReserves, free)), legalReserve),
  );
  const carriedForward = write(
    'carriedForward',
    'Report à nouveau',
    plus(minus(minus(retained, legalReserve), other), min(profit, NO_MONEY)),
  );

  const line = (id: string, article: string, of: MoneyLine) => ({ id, label: of.label, article, line: of });
  const lines: AllocationLine[] = [line('prior-losses', LOSSES, priorLosses)];
  if (rules.legalReserve !== undefined)
    lines.push(line('legal-reserve', rules.legalReserve.article, legalReserve));
  lines.push(line(otherReserve.id, otherReserve.article, other));
  if (rules.minimumLabour !== undefined) lines.push(line('labour-share', `${SCOP} 3°`, labour));
  lines.push(line('distribution', rules.distribution.article, distributed));
  lines.push(line('carried-forward', ASSEMBLY, carriedForward));
  return { lines, base, distributableMax, distributed, retained, minimumReserves, minimumLabour };
}
