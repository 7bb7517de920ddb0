import { dividedBy, minus, ONE_RATIO } from '../formula/build.ts';
import type { MeasureSetting } from './measure-setting.ts';

/**
 * What the operation costs, operator and vehicle together, and how far that is from what was announced: cost / announced
 * cost − 1. Who rents pays for no building: its cost is shown, never beside an announced cost; what was announced is the
 * site, never the programme of a contrat à impact.
 */
export function addCostMeasures({ deal, keep }: MeasureSetting): void {
  const { plan, property, setting } = deal;
  const ofSite = deal.impact === undefined ? plan.cost : deal.operator.plan.cost;
  const { calculation, assume, dossier } = setting;
  keep('total-cost', plan.cost);
  if (property === undefined || dossier.values.project.announcedCost === null) return;
  keep(
    'announced-cost-gap',
    calculation.once(
      'measure.announced-cost-gap',
      'Écart du coût de revient au coût annoncé',
      minus(dividedBy(ofSite, assume('project.announcedCost', 'money')), ONE_RATIO),
    ),
  );
}
