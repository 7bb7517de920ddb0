import type { ComputedDeal } from '../analysis/computed.ts';
import { balanceSheet, bankerRatios } from './balance-tables.ts';
import { cashOfTwelveMonths, cashPlan } from './cash-tables.ts';
import { initialPlan } from './initial-plan.ts';
import { covenantsByYear, loanByMonth, loanByYear } from './loan-tables.ts';
import { partyFlows } from './party-table.ts';
import { operationPlan, yearlyPlan } from './plan-tables.ts';
import { profitAllocationTable, revenueTable } from './profit-tables.ts';
import { incomeStatement, managementBalances } from './statement-tables.ts';
import type { Table } from './table.ts';
import { once } from './year-table.ts';

/** The tables of a deal, in the order of a financing file. */
export function dealTables(computed: ComputedDeal): Table[] {
  const revenues = revenueTable(computed);
  return [
    initialPlan(computed),
    yearlyPlan(computed),
    operationPlan(computed),
    incomeStatement(computed),
    managementBalances(computed),
    ...(revenues === undefined ? [] : [revenues]),
    profitAllocationTable(computed),
    cashOfTwelveMonths(computed),
    cashPlan(computed),
    balanceSheet(computed),
    bankerRatios(computed),
    loanByYear(computed),
    loanByMonth(computed),
    covenantsByYear(computed),
    partyFlows(computed),
    checks(computed),
  ];
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
