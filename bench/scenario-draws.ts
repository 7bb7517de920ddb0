import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeDossier } from '../src/analysis/computation.ts';
import { computeWholeVehicle } from '../src/analysis/whole-vehicle.ts';
import type { Calculation } from '../src/formula/calculation.ts';
import { fillTriangular } from '../src/formula/draws/random-distributions.ts';
import { periodCount } from '../src/formula/timeline.ts';

/** Assumptions that vary in the benchmark: what a simulation of a deal would draw. */
const DRAWN = [
  'site.price',
  'project.contingencyRate',
  'project.works[0].amount',
  'project.works[1].amount',
  'paths[1].terms.annualRate',
  'operator.revenueAfter',
  'operator.revenueBefore',
  'operator.purchasesShare',
  'macro.annualInflation',
  'operator.annualRevenueGrowth',
  'operator.jobs[0].after',
  'operator.fixedCostsAfter',
];

/** A column of a case, computed: the bank loan of the main case of the benchmark unless said. */
export function mainDeal(column = 'bank-loan', scenario = 'sci-envie-soleil') {
  const dossier = JSON.parse(
    readFileSync(join(import.meta.dirname, `../scenarios/${scenario}.json`), 'utf8'),
  );
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const pathIndex = computation.value.paths.findIndex(({ path }) => path.id === column);
  const computed = computation.value.paths[pathIndex]?.computed;
  if (computed === undefined) throw new Error('the case has no figures');
  const whole = () => computeWholeVehicle(computation.value.dossier, pathIndex, computed);
  return { dossier, deal: computed.deal, whole };
}

/** Cells of a calculation: lines × their periods. */
export function cellCount(calculation: Calculation): number {
  let cells = 0;
  for (const line of calculation.lines.values()) cells += periodCount(calculation.timeline, line.rhythm);
  return cells;
}

/** Triangular draws around the value of each drawn assumption. */
export function drawnInputs(calculation: Calculation, draws: number): Map<string, Float64Array> {
  return new Map(
    DRAWN.map((id) => {
      const mode = calculation.assumptions.get(id)?.value.toNumber() ?? 0;
      const block = new Float64Array(draws);
      fillTriangular(block, { seed: 1, assumption: id }, { least: mode * 0.8, mode, most: mode * 1.25 });
      return [id, block] as const;
    }),
  );
}
