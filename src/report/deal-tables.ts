import type { ComputedDeal } from '../analysis/computed.ts';
import { aidPointsTable, aidRegisterTable } from './aid-tables.ts';
import { balanceSheet, bankerRatios } from './balance-tables.ts';
import { cashOfTwelveMonths, cashPlan } from './cash-tables.ts';
import { fonciereTables } from './fonciere-tables.ts';
import { groupTables } from './group-tables.ts';
import { guaranteeTables } from './guarantee-tables.ts';
import { guaranteedDebtTables } from './guaranteed-debt-tables.ts';
import { impactTables } from './impact-tables.ts';
import { initialPlan } from './initial-plan.ts';
import { leaseTable } from './lease-table.ts';
import { covenantsByYear, loanSchedules } from './loan-tables.ts';
import { partyFlows } from './party-table.ts';
import { operationPlan, yearlyPlan } from './plan-tables.ts';
import { profitAllocationTable, revenueTable } from './profit-tables.ts';
import { publicBudgetTable } from './public-budget-table.ts';
import { publicReturnsTable } from './public-returns-table.ts';
import { incomeStatement, managementBalances } from './statement-tables.ts';
import type { Table } from './table.ts';
import { exitGridTable, exitTable, investorTable, rankTable, returnsTable } from './vehicle-tables.ts';
import { isNil, once } from './year-table.ts';

/** The tables of a deal whose figures are lines or rates of its flows, in the order of a financing file: those of the property company before those of the operator. */
export function dealTables(computed: ComputedDeal): Table[] {
  const revenues = revenueTable(computed);
  const { vehicle } = computed.deal;
  const aidPoints = aidPointsTable(computed);
  const investor = [exitTable(computed), investorTable(computed), rankTable(computed)];
  return [
    operationPlan(computed),
    ...impactTables(computed),
    ...(vehicle === undefined ? [] : [initialPlan(computed, vehicle)]),
    ...(hasNothingToFund(computed) ? [] : [initialPlan(computed)]),
    yearlyPlan(computed),
    ...(vehicle === undefined
      ? []
      : [
          leaseTable(computed),
          yearlyPlan(computed, vehicle),
          incomeStatement(computed, vehicle),
          managementBalances(computed, vehicle),
          cashPlan(computed, vehicle),
          balanceSheet(computed, vehicle),
        ]),
    ...fonciereTables(computed),
    ...groupTables(computed),
    ...(computed.deal.group?.subsidiaries ?? []).flatMap((subsidiary) => [
      incomeStatement(computed, subsidiary),
      managementBalances(computed, subsidiary),
      profitAllocationTable(computed, subsidiary),
      yearlyPlan(computed, subsidiary),
      cashPlan(computed, subsidiary),
      balanceSheet(computed, subsidiary),
    ]),
    ...(vehicle === undefined || (computed.deal.fonciere === undefined && computed.deal.group === undefined)
      ? []
      : [profitAllocationTable(computed, vehicle)]),
    ...investor.flatMap((table) => table ?? []),
    returnsTable(computed),
    incomeStatement(computed),
    managementBalances(computed),
    ...(revenues === undefined ? [] : [revenues]),
    profitAllocationTable(computed),
    cashOfTwelveMonths(computed),
    cashPlan(computed),
    balanceSheet(computed),
    bankerRatios(computed),
    ...loanSchedules(computed),
    ...(hasNoAnnuity(computed) ? [] : [covenantsByYear(computed)]),
    publicBudgetTable(computed),
    ...[publicReturnsTable(computed)].flatMap((table) => table ?? []),
    aidRegisterTable(computed),
    ...(aidPoints === undefined ? [] : [aidPoints]),
    ...guaranteeTables(computed),
    ...guaranteedDebtTables(computed),
    partyFlows(computed),
    checks(computed),
  ];
}

/** An enterprise without site that buys nothing: its own plan would be a column of zeros, and its shares undefined. */
function hasNothingToFund(computed: ComputedDeal): boolean {
  const { premises, operator } = computed.deal;
  return premises === undefined && isNil(computed, operator.plan.totalUses);
}

function hasNoAnnuity(computed: ComputedDeal): boolean {
  const { premises, operatorCover } = computed.deal;
  return premises === undefined && isNil(computed, operatorCover.annuities);
}

/** All the tables of a deal: those, and the one of which each cell is another calculation. */
export function allTables(computed: ComputedDeal): Table[] {
  const grid = exitGridTable(computed);
  return grid === undefined ? dealTables(computed) : [...dealTables(computed), grid];
}

function checks({ deal }: ComputedDeal): Table {
  return {
    id: 'controles',
    title: 'Contrôles',
    unit: 'en euros ; chaque écart doit être nul',
    columns: ['Écart'],
    rows: deal.laws.map((law) => ({ kind: 'line' as const, label: law.label, cells: [once(law.gap)] })),
    notes: ['Lois de conservation vérifiées sur tous les mois du calcul.'],
  };
}
