import { choose, constant, isLess, max, min, minus, NO_MONEY, over, times } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import type { LawFigure } from './figure.ts';
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

export type Money = Formula<'money', 'yearly' | 'once', 'defined'>;

/** What the assembly has before it, each year, in euros. */
export interface AllocationTerms {
  readonly form: LegalForm;
  /** Net result of the year, after tax; negative: a loss, which is carried forward whole. */
  readonly profit: Money;
  /** Losses of earlier years still in the accounts, as a positive amount. */
  readonly priorLosses: Money;
  readonly capital: Money;
  /** All the reserves in the accounts before this allocation, report à nouveau left out. */
  readonly reserves: Money;
  /** Of which the legal reserve; taken to be the reserves unless given. */
  readonly legalReserve?: Money;
  /** SCOP: highest capital ever reached; the capital unless given. */
  readonly capitalPeak?: Money;
  /** SCIC: highest rate of interest on shares (loi 47-1775 art. 14), needed there. Not applied to a SCOP. */
  readonly shareInterestRateCap?: Formula<'ratio', 'yearly' | 'once', 'defined'>;
  /** What is put to reserves in all: at least what the law wants. What the law wants, or the rest, unless given. */
  readonly reserveAllocation?: Money;
  /** SCOP: labour share, at least a quarter. The least that allows the distribution unless given. */
  readonly labourAllocation?: Money;
  /** SCOP: labour share already charged to the year, `profit` being what is left after it. */
  readonly labourCharged?: Money;
  /** Part of the maximum that is distributed, unless an amount is wished. */
  readonly distributionShare?: Formula<'ratio', 'yearly' | 'once', 'defined'>;
  /** SCIC: public aid counted in the profit, on which no interest may be paid (loi 47-1775 art. 19 nonies). None unless given. */
  readonly publicAid?: Money;
  /** Wanted for the shareholders; cut down to the maximum. The maximum unless given. */
  readonly wishedDistribution?: Money;
  readonly party?: string;
}

/** What one legal form makes of a profit. */
export interface FormRules {
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

export type Law = <U extends 'money' | 'ratio'>(figure: LawFigure<U>) => Formula<U, 'once', 'defined'>;
type FormRule = (terms: AllocationTerms, base: Money, law: Law) => FormRules;

export const SCOP = 'Loi 78-763 art. 33';
const COOPERATIVE = 'Loi 47-1775';
const ESS = 'Loi 2014-856 art. 1 II 2° c ; arrêté du 3 août 2015';
const COMPANY = 'C. com. art. L232-10';
export const LOSSES = 'C. com. art. L232-11';
export const ASSEMBLY = 'Décision de l’assemblée';
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
      missing(terms.capitalPeak ?? terms.capital, terms.legalReserve ?? terms.reserves),
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
    const labour =
      terms.labourCharged ?? (terms.labourAllocation && max(terms.labourAllocation, least.labour));
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
    // Prudent reading: public aid is taken from what is left once the reserves have theirs.
    most: (least) => {
      const left = minus(base, kept(terms, least.reserves));
      const { publicAid } = terms;
      return min(
        publicAid === undefined ? left : max(minus(left, publicAid), NO_MONEY),
        times(terms.capital, cap),
      );
    },
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

export const FORM_RULES: Readonly<Record<LegalForm, FormRule>> = {
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
    amount: min(times(base, law(COMPANY_LEGAL_RESERVE)), missing(goal, terms.legalReserve ?? terms.reserves)),
  };
}

function kept(terms: AllocationTerms, least: Money): Money {
  return terms.reserveAllocation === undefined ? least : max(least, terms.reserveAllocation);
}
