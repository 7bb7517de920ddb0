import type { Calculation } from '../formula/calculation.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Unit } from '../formula/units.ts';
import {
  type Field,
  field,
  type Group,
  group,
  hypothesis,
  type Shape,
  type ValueOf,
} from '../input/description.ts';
import { kebabId, literal, text } from '../input/fields.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { TransferNature } from '../ledger/natures.ts';
import type { LoanLines } from './loan-lines.ts';

export type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
export type OnceMoney = Line<'money', 'once', 'defined'>;
export type Month = Formula<'months', 'once', 'defined'>;

/** The dates that instruments count from, in months after signature. */
export interface Milestones {
  readonly signature: Month;
  readonly worksStart: Month;
  readonly worksEnd: Month;
  readonly opening: Month;
}

/** What an instrument needs to post itself: where, for whom, and the numbers of its terms. */
export interface FundingContext {
  readonly calculation: Calculation;
  readonly ledger: Ledger;
  /** The company that receives the money. */
  readonly borrower: string;
  /** Prefix of the ids of its lines. */
  readonly id: string;
  /** A number of its terms, as an assumption that keeps its origin. */
  readonly assume: <U extends Unit>(field: string, unit: U) => Formula<U, 'once', 'defined'>;
  readonly milestones: Milestones;
  /** Works and fees, before tax: what grants usually count. */
  readonly eligibleCosts: OnceMoney;
  /** What interest before entry into service is posted as: in the cost of the building unless said. */
  readonly costNature?: TransferNature | undefined;
  /** Month in which an investor leaves, when what it lent is repaid early. */
  readonly exit?: Month | undefined;
}

/** What a source has lent, as its lender sees it: what public money is priced on. */
export interface Claim {
  readonly lender: string;
  /** Owed at the end of each month, on the actual schedule. */
  readonly closing: MonthlyMoney;
  /** Fixed remuneration, a variable part left out. */
  readonly annualRate: Formula<'ratio/years', 'once', 'defined'>;
}

/** The balancing loan of a company, once its schedule is written: what an interest subsidy is counted on. */
export interface LoanToSubsidise {
  readonly loan: LoanLines;
  readonly paymentsPerYear: 12 | 4 | 2 | 1;
  /** Interest of each month that no other subsidy pays. */
  readonly interestLeft: MonthlyMoney;
}

/** Interest of the balancing loan that somebody else pays. */
export interface LoanSubsidy {
  readonly payer: string;
  readonly paid: MonthlyMoney;
  /** Of it, what falls after entry into service. */
  readonly afterOpening: MonthlyMoney;
}

/** What the owners owe in their own name for what they bring: no debt of any company of the deal. */
export interface PersonalDebt {
  readonly debtor: string;
  readonly lender: string;
  readonly drawn: MonthlyMoney;
  readonly repaid: MonthlyMoney;
  readonly closing: MonthlyMoney;
  /** Principal and interest. */
  readonly payment: MonthlyMoney;
}

/** What is given over the years, or without cash: told under the plan de financement, never in it. */
export interface BesideThePlan {
  readonly label: string;
  readonly line: OnceMoney;
  readonly giver: string;
}

/** What a source of funds brings, once posted. */
export interface Funding {
  /** What is outside the plan brings nothing by the entry into service: an income of later years, or no cash at all. */
  readonly category: 'own-funds' | 'quasi-own-funds' | 'grant' | 'debt' | 'outside-plan';
  /** Cash available for the project each month; self-financing counts too, though it is no transfer. */
  readonly received: MonthlyMoney;
  /** All that it brings in the end. */
  readonly total: OnceMoney;
  /** What it costs each month, for covers. */
  readonly service?: { readonly interest?: MonthlyMoney; readonly principal: MonthlyMoney };
  /** Subordinated to the loan and settled when investors leave: the cover that sizes the loan leaves it out. */
  readonly isOutsideCover?: true;
  /** Who brings own funds, when somebody else than the company does. */
  readonly contributor?: string;
  readonly claim?: Claim;
  readonly status?: 'awarded' | 'in-review' | 'to-request';
  /** Interest paid before entry into service: a use of the plan de financement, beside the principal. */
  readonly interestDuringWorks?: MonthlyMoney;
  /** Interest of the same months added to the claim: a use and a source of equal amounts. */
  readonly capitalisedDuringWorks?: MonthlyMoney | undefined;
  /** Interest that tax law admits up to a rate only. */
  readonly notDeductible?:
    | { readonly interest: MonthlyMoney; readonly annualRate: Formula<'ratio/years', 'once', 'defined'> }
    | undefined;
  /** Given the result of each year of the borrower, once its books are open: defines what depends on it. */
  readonly needsResult?: ((result: Line<'money', 'yearly', 'defined'>) => void) | undefined;
  /** Given the balancing loan of the borrower: posts what is paid of its interest. */
  readonly onLoan?: ((loan: LoanToSubsidise) => LoanSubsidy) | undefined;
  readonly personalDebt?: PersonalDebt | undefined;
  readonly besideThePlan?: BesideThePlan | undefined;
  /** Tax that the State gives up to who gives: a public cost. */
  readonly giverRelief?: MonthlyMoney | undefined;
}

type CommonFields<K extends string> = {
  readonly kind: Field<K>;
  readonly id: Field<string>;
  readonly label: Field<string>;
};

/** An instrument: what may be typed of it, and how it posts both sides. */
export interface Instrument<K extends string, S extends Shape> {
  readonly terms: Group<CommonFields<K> & S>;
  readonly compose: (context: FundingContext, terms: Terms<S>) => Funding;
  /** Month of its last flow, counted from signature, given that of entry into service; none when all is paid by then. */
  readonly lastMonth?: (terms: Terms<S>, opening: number) => number;
}

/** The terms of an instrument once resolved. */
export type Terms<S extends Shape> = { readonly [K in keyof S]: ValueOf<S[K]> } & {
  readonly id: string;
  readonly label: string;
};

/** Describes an instrument: its kind, its name and its own fields, beside those that all have. */
export function instrument<const K extends string, S extends Shape>(
  kind: K,
  label: string,
  shape: S,
  compose: (context: FundingContext, terms: Terms<S>) => Funding,
  lastMonth?: (terms: Terms<S>, opening: number) => number,
): Instrument<K, S> {
  const common: CommonFields<K> = {
    kind: field(literal(kind), { label: 'Nature de la ressource', help: label }),
    id: field(kebabId(), {
      label: 'Identifiant de la ressource',
      help: 'Unique dans la voie.',
      fallback: hypothesis(kind, 'nature de la ressource'),
    }),
    label: field(text(120), {
      label: 'Nom de la ressource',
      help: 'Nom affiché dans le plan de financement.',
      fallback: hypothesis(label, 'nom usuel'),
    }),
  };
  return {
    terms: group(label, { ...common, ...shape }),
    compose,
    ...(lastMonth === undefined ? {} : { lastMonth }),
  };
}
