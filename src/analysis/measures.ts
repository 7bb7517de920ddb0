import type { Line } from '../formula/operations.ts';
import type { Deal } from '../paths/deal.ts';
import { addAidMeasures } from './aid-measures.ts';
import { addBankMeasures } from './bank-measures.ts';
import { addBankerRatios } from './banker-ratios.ts';
import { addCostMeasures } from './cost-measures.ts';
import { addFonciereMeasures } from './fonciere-measures.ts';
import { addFounderMeasures } from './founder-measures.ts';
import { addGuaranteeMeasures } from './guarantee-measures.ts';
import { addImpactMeasures } from './impact-measures.ts';
import { addInvestorMeasures } from './investor-measures.ts';
import { type Measures, openMeasures } from './measure-setting.ts';
import { addOperationPlan } from './operation-plan.ts';
import { addKeptValues } from './party-values.ts';
import { addPersonalDebt } from './personal-debt-measures.ts';
import { addPublicBudgets } from './public-budget-measures.ts';
import { addPublicMeasures } from './public-measures.ts';
import { addPublicReturns } from './public-returns-measures.ts';
import { addFlows } from './return-flows.ts';
import { addTableMeasures } from './table-measures.ts';

/** Adds to a deal the lines that key figures and tables read. Nothing is computed here. */
export function addMeasures(deal: Deal): Measures {
  const lines = new Map<string, Line>();
  const measure = openMeasures(deal, lines);
  addFounderMeasures(measure);
  addPersonalDebt(measure);
  addBankMeasures(measure);
  addCostMeasures(measure);
  addInvestorMeasures(measure);
  addBankerRatios(measure);
  addPublicMeasures(measure);
  addPublicBudgets(measure);
  addPublicReturns(measure);
  addKeptValues(measure);
  addGuaranteeMeasures(measure);
  addImpactMeasures(measure);
  addTableMeasures(measure);
  addFonciereMeasures(measure);
  addOperationPlan(measure);
  const aidRegister = addAidMeasures(measure);
  return { lines, aidRegister, flows: addFlows(measure) };
}
