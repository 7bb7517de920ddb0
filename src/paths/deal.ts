import type { PathDescription } from '../dossier/dossier.ts';
import type { Activity } from '../enterprise/activity.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { Law } from '../ledger/conservation-law.ts';
import type { ConsolidatedLevel } from '../ledger/consolidation.ts';
import type { Holding, Valuation } from '../property/holding.ts';
import type { Lease } from '../property/lease.ts';
import type { Company, KeptCompany, MonthlyMoney } from './company.ts';
import type { Exit } from './exit-steps.ts';
import type { FonciereLots } from './fonciere-lots.ts';
import type { Scope, Sharing } from './fonciere-members.ts';
import type { SolidarityRent } from './fonciere-rent.ts';
import type { ReservedCash } from './fonciere-reserved-cash.ts';
import type { Shares } from './fonciere-shares.ts';
import type { NamedAmount } from './funding-plan-rows.ts';
import type { Dividends } from './group-dividends.ts';
import type { GroupExit } from './group-exit.ts';
import type { FoundersParts } from './group-holders.ts';
import type { GroupMember, GroupValue } from './group-value.ts';
import type { DealGuarantees } from './guarantee-figures.ts';
import type { Impact } from './impact.ts';
import type { PropertyProject } from './property-project.ts';
import type { RentAdvantage } from './rent-advantage.ts';
import type { PathSetting } from './setting.ts';
import type { ShareCapital } from './share-capital.ts';
import type { Holder } from './share-holders.ts';
import type { Temporary } from './temporary-occupation.ts';
import type { Turnkey } from './turnkey-premises.ts';

type OnceRatio = Line<'ratio', 'once', 'undefinable'>;
type OnceMoney = Line<'money', 'once', 'defined'>;

/** A limit or a target: never a law of conservation. */
export interface Covenant {
  readonly id: string;
  readonly label: string;
  /** Whose loan it limits. */
  readonly company: string;
  /** The ratio that is watched, over the tested period. */
  readonly value: Line<'ratio', 'once'>;
  /** By year, where it is watched each year. */
  readonly byYear?: Line<'ratio', 'yearly'>;
  /** What it must not pass; undefined when the bank sets none. */
  readonly limit: Line<'ratio', 'once'> | undefined;
  readonly direction: 'at-least' | 'at-most';
  /** Limit − what is asked, in money or ratio, not negative when met: what the sizing searches. */
  readonly slack: Line<'money' | 'ratio', 'once'> | undefined;
}

/** A limit of the bank with the largest loan that it allows, once searched. */
export interface SizedLimit {
  readonly id: string;
  readonly label: string;
  /** Decimal string, whole euros. */
  readonly largestLoan: string;
}

/** How a loan was sized. */
export interface Sizing {
  /** Party that borrows. */
  readonly company: string;
  /** Place of the amount in the dossier. */
  readonly amountPath: string;
  /** Smallest whole-euro loan that closes the plan. */
  readonly need: string;
  readonly limits: readonly SizedLimit[];
  /** `need`, `unreachable`, or the id of the limit that binds. */
  readonly binding: string;
  readonly loan: string;
}

/** A rent solved: the smallest that holds the target cover in every tested year. */
export interface SizedRent {
  /** Decimal string, by square metre and year. */
  readonly rentPerM2Year: string;
  /** Cover above the target at that rent, exactly; null when no year is tested. */
  readonly reached: string | null;
  /** False when no rent holds the target. */
  readonly isFound: boolean;
  /** The check: one cent lower, where the cover is below the target; null when no rent was found, or none is lower. */
  readonly before: { readonly rentPerM2Year: string; readonly reached: string | null } | null;
}

/** The plan de financement of operator and vehicle together, what passes between them gone. */
export interface GroupPlan {
  readonly uses: readonly NamedAmount[];
  readonly sources: readonly NamedAmount[];
  readonly totalUses: OnceMoney;
  readonly totalSources: OnceMoney;
  /** Coût de revient: the uses without the cash left. */
  readonly cost: OnceMoney;
  readonly gap: OnceMoney;
}

/** What the premises cost the enterprise and leave it: one shape for who buys, rents or holds a property company. */
export interface Premises {
  /** Paid each month for the premises, beside what the plan de financement pays: rent, charges, taxe foncière… */
  readonly running: MonthlyMoney;
  /** Of the plan's uses, those that are not premises: equipment, move. */
  readonly otherUses: MonthlyMoney;
  /** Kept at the horizon, before debts of the operator: site, shares of the vehicle, deposit. */
  readonly keptAtHorizon: OnceMoney;
  /** Market value of what is kept less its book value: what the balance sheet does not show. */
  readonly unrealisedAtHorizon: Formula<'money', 'once', 'defined'>;
  /** Charged in a year for the premises, without loans: rent, charges, taxe foncière. */
  readonly occupancyOfYear: Line<'money', 'yearly', 'defined'>;
}

/** The cover that a bank reads for one company: EBE or net rents over annuities. */
export interface Cover {
  /** Yearly: interest and principal of senior loans. */
  readonly annuities: Line<'money', 'yearly', 'defined'>;
  /** Before tax: what the loan was sized on. */
  readonly beforeTax: Line<'ratio', 'yearly', 'undefinable'>;
  readonly average: OnceRatio;
}

/** A path composed: everything that pages, workbook, API and tests read. */
export interface Deal {
  readonly path: PathDescription;
  readonly setting: PathSetting;
  readonly activity: Activity;
  readonly existingDebt: LoanLines;
  readonly operator: Company;
  /** The property company; undefined when there is none. */
  readonly vehicle: Company | undefined;
  /** Operator first. */
  readonly companies: readonly Company[];
  readonly plan: GroupPlan;
  /** Own funds, quasi-equity and grants over the uses of that plan. */
  readonly ownFundsShare: OnceRatio;
  /** The company whose loan pays for the site, or for the fitting-out of a tenant. */
  readonly borrower: Company;
  /** The site bought; undefined when it is rented, or when there is none. */
  readonly property: PropertyProject | undefined;
  /** The lease of the enterprise; undefined when it owns its premises, or stays where it is. */
  readonly lease: Lease | undefined;
  /** Undefined, with the two next ones, in a deal without site. */
  readonly holding: Holding | undefined;
  readonly valuation: Valuation | undefined;
  readonly premises: Premises | undefined;
  /** Premises that a local authority builds and lets; undefined elsewhere. */
  readonly turnkey?: Turnkey | undefined;
  /** The occupation before the move; undefined elsewhere. */
  readonly temporary?: Temporary | undefined;
  /** What is paid for premises below the market, when somebody outside the deal lets them so. */
  readonly rentAdvantage?: RentAdvantage | undefined;
  readonly laws: readonly Law[];
  readonly covenants: readonly Covenant[];
  readonly cover: Cover;
  readonly partyFlows: ReadonlyMap<string, MonthlyMoney>;
  /** How the investor leaves; undefined when there is none. */
  readonly exit: Exit | undefined;
  /** Who guarantees the loan that buys the site; undefined when nobody does. */
  readonly guarantees?: DealGuarantees | undefined;
  readonly investor: InvestorLines | undefined;
  /** Cover of the operator's annuities by its EBE; that of the borrower when it is the operator. */
  readonly operatorCover: Cover;
  /** What a foncière solidaire has besides; undefined elsewhere. */
  readonly fonciere?: Fonciere;
  /** What opens its capital to investors, below a holding or in the enterprise itself; undefined elsewhere. */
  readonly group?: Group;
  /** The contrat à impact and its programme; undefined elsewhere. */
  readonly impact?: Impact;
  /** Flows of the financers of this path whose rates of return are looked for. */
  readonly returns: readonly ReturnFlow[];
}

/** A group whose capital opens: its companies, its shares, what they are worth, how investors leave. */
export interface Group {
  /** The company that issues the shares: the holding, or the enterprise itself. */
  readonly issuer: Company;
  readonly subsidiaries: readonly KeptCompany[];
  readonly members: readonly GroupMember[];
  readonly capital: ShareCapital;
  readonly investors: readonly Holder[];
  readonly founders: FoundersParts;
  /** Part of the founders in the net assets of the group at the horizon, walls at their value. */
  readonly foundersWorth: OnceMoney;
  /** Of each company that distributes, the issuer last. */
  readonly dividends: readonly { readonly company: KeptCompany; readonly dividends: Dividends }[];
  readonly value: GroupValue;
  readonly exit: GroupExit;
  /** Flows that cross the limit of each level of the group. */
  readonly levels: readonly ConsolidatedLevel[];
}

/** A foncière solidaire: which of its sites are counted, its rent, its members, what it keeps aside. */
export interface Fonciere {
  readonly scope: Scope;
  readonly rent: SolidarityRent;
  /** Market rent less rent, discounted at the EU rate of aids: what reaches the enterprise of the public money of the vehicle. */
  readonly rentAdvantage: OnceMoney;
  readonly sharing: Sharing;
  readonly shares: Shares;
  readonly reserved: ReservedCash;
  /** Income-tax relief of each college that has one. */
  readonly relief: ReadonlyMap<string, MonthlyMoney>;
  /** Undefined when this site is counted alone. */
  readonly lots: FonciereLots | undefined;
}

/** Dated flows of one party in one instrument, or of all its instruments. */
export interface ReturnFlow {
  /** Of a key figure (`investor-irr`), or of one instrument of a financer. */
  readonly id: string;
  readonly label: string;
  readonly line: MonthlyMoney;
}

/** What the investor of a path pays and receives, month by month. */
export interface InvestorLines {
  /** Received less paid, all instruments. */
  readonly flow: MonthlyMoney;
  readonly paid: MonthlyMoney;
  readonly received: MonthlyMoney;
  /** Of what it receives, distributions, interest and premium. */
  readonly income: MonthlyMoney;
  /** Price of its shares; undefined when it has none. */
  readonly exitGain: MonthlyMoney | undefined;
  /** Its part of the capital; undefined when it holds none. */
  readonly capital: OnceMoney | undefined;
  /** What it has lent and is still owed. */
  readonly quasiEquity: MonthlyMoney;
}
