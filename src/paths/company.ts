import type { LoanTerms } from '../dossier/dossier.ts';
import type { Line } from '../formula/operations.ts';
import { type Books, openBooks } from '../ledger/books.ts';
import {
  type CashPlan,
  type FundingStatement,
  writeCashLaws,
  writeCashPlan,
  writeFundingStatement,
} from '../ledger/cash-statements.ts';
import { type Law, type LawScope, NO_SCOPE } from '../ledger/conservation-law.ts';
import { writeDebtLaws } from '../ledger/debt-laws.ts';
import { type FunctionalBalance, writeFunctionalBalance } from '../ledger/functional-balance.ts';
import { type ManagementBalances, writeManagementBalances } from '../ledger/income-statement.ts';
import { writeLaws } from '../ledger/laws.ts';
import type { Debt } from '../ledger/ledger.ts';
import type { AllocationRule } from '../ledger/profit-entries.ts';
import type { InvestmentVat } from '../property/investment-vat.ts';
import { defineTaxableProfit, type TaxAdjustments, type TaxEntries } from './corporate-tax-entries.ts';
import { writeFundingLaws } from './funding-laws.ts';
import type { FundingPlan } from './funding-plan.ts';
import type { Source } from './funding-plan-rows.ts';
import { operatorAllocation } from './operator-allocation.ts';
import { OPERATOR, type PathSetting } from './setting.ts';
import { vehicleAllocation } from './vehicle-allocation.ts';

/** How a company finances its part of the project: its own plan, its sources, its balancing loan. */
export interface CompanyFunding {
  readonly plan: FundingPlan;
  /** Prefix of the ids of the plan's lines. */
  readonly planId: string;
  readonly sources: readonly Source[];
  /** VAT on its part of the project. */
  readonly vat: InvestmentVat;
  readonly terms: LoanTerms;
  /** Place of the loan's terms in the dossier. */
  readonly termsPath: string;
}

/** A company with its books and statements. */
export interface KeptCompany {
  /** Its party. */
  readonly id: string;
  readonly label: string;
  readonly books: Books;
  readonly balances: ManagementBalances;
  readonly cashPlan: CashPlan;
  readonly fundingStatement: FundingStatement;
  readonly functionalBalance: FunctionalBalance;
  readonly tax: TaxEntries | undefined;
  readonly laws: readonly Law[];
}

/** A company of the deal that has a part of the project to finance. */
export interface Company extends KeptCompany, CompanyFunding {}

/** What closes the books of a company. */
export interface BooksClosing {
  readonly id: string;
  readonly tax: TaxEntries | undefined;
  readonly adjustments?: TaxAdjustments;
  /** Undefined for the operator, whose laws bear no name before theirs. */
  readonly scope?: LawScope;
  /** What it makes of its results: by default, what the operator's legal form asks; for others, losses are carried forward. */
  readonly allocation?: AllocationRule;
}

/** What closes the books of a company that has a part of the project to finance. */
export interface Closing extends BooksClosing {
  readonly funding: CompanyFunding;
  /** False for a company that has other projects beside its plan: its transfers are then not those of the plan alone. */
  readonly hasOneProject?: boolean;
}

/** The label of a party of the deal. */
export function labelOf(setting: PathSetting, party: string): string {
  return setting.ledger.parties.get(party)?.label ?? party;
}

/** Opens the books of a company once everything has been posted, then its statements and their laws. */
export function closeBooks(
  setting: PathSetting,
  closing: BooksClosing,
  sources: readonly Source[] = [],
): KeptCompany {
  const { ledger } = setting;
  const { id, tax, adjustments, scope = NO_SCOPE } = closing;
  const rule =
    closing.allocation ?? (id === OPERATOR ? operatorAllocation(setting) : vehicleAllocation(setting, id));
  const books = openBooks(ledger, id, rule);
  for (const { needsResult } of sources) needsResult?.(books.result);
  if (tax !== undefined) defineTaxableProfit(setting, tax, books, adjustments);
  const balances = writeManagementBalances(ledger, books);
  const cashPlan = writeCashPlan(ledger, books);
  const fundingStatement = writeFundingStatement(ledger, books, balances);
  return {
    id,
    label: labelOf(setting, id),
    books,
    balances,
    cashPlan,
    fundingStatement,
    functionalBalance: writeFunctionalBalance(ledger, books, balances),
    tax,
    laws: [
      ...writeLaws(ledger, scope, books, balances),
      ...writeCashLaws(ledger, scope, cashPlan, fundingStatement),
    ],
  };
}

/** The same for a company that has a part of the project to finance: its plan has laws too. */
export function closeCompany(setting: PathSetting, closing: Closing): Company {
  const { id, funding, scope = NO_SCOPE, hasOneProject = true } = closing;
  const kept = closeBooks(setting, closing, funding.sources);
  return {
    ...funding,
    ...kept,
    laws: [
      ...kept.laws,
      ...writeDebtLaws(setting.ledger, scope, personalDebtsOf(setting, funding.sources)),
      ...(hasOneProject ? writeFundingLaws(setting, scope, id, funding.plan, funding.sources) : []),
    ],
  };
}

/** What the owners owe in their own name: no balance sheet holds it, its laws are tested all the same. */
function personalDebtsOf({ calculation }: PathSetting, sources: readonly Source[]): Debt[] {
  return sources.flatMap(({ label, personalDebt }) =>
    personalDebt === undefined
      ? []
      : [
          {
            ...personalDebt,
            id: `personal.${personalDebt.closing.id}`,
            label: `${label} (dette personnelle)`,
            borrower: personalDebt.debtor,
            capitalised: calculation.nothing(),
          },
        ],
  );
}

/** A line of the books of a company, by month. */
export type MonthlyMoney = Line<'money', 'monthly', 'defined'>;
