import { acquisitionCost } from './acquisition-cost.ts';
import { corporateTaxTool } from './corporate-tax.ts';
import { debtSizing } from './debt-sizing.ts';
import { esusCriteriaTool } from './esus-criteria.ts';
import { grantEquivalent } from './grant-equivalent.ts';
import { guaranteeLimitsTool } from './guarantee-limits.ts';
import { irr } from './irr.ts';
import { loanSchedule } from './loan-schedule.ts';
import { npv } from './npv.ts';
import { profitAllocationTool } from './profit-allocation.ts';
import type { Tool } from './tool.ts';
import { xirr } from './xirr.ts';

/** Every calculator, in the order of the page. */
export const TOOLS: readonly Tool[] = [
  loanSchedule,
  debtSizing,
  irr,
  xirr,
  npv,
  acquisitionCost,
  corporateTaxTool,
  profitAllocationTool,
  guaranteeLimitsTool,
  grantEquivalent,
  esusCriteriaTool,
];
