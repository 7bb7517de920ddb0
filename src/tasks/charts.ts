import { pathOf } from '../analysis/computation.ts';
import type { Reading } from '../input/problem.ts';
import { comparedPlans } from '../report/chart-comparison.ts';
import { type Chart, drawChart } from '../report/chart-drawing.ts';
import type { ChartPlan } from '../report/chart-plan.ts';
import { chartPlans } from '../report/charts.ts';
import { chartsOf } from '../report/charts-data.ts';
import { comparedCharts } from '../report/comparison-charts.ts';
import { namedColumns } from './comparison-page.ts';
import { type PathRequest, unknownPath, wantedPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

/** Charts kept by a worker: most changes of a dossier leave some of them as they were. */
const KEPT = 120;
const drawn = new Map<string, Chart>();

async function rememberedChart(plan: ChartPlan): Promise<Chart> {
  const key = JSON.stringify(plan);
  const chart = drawn.get(key) ?? (await drawChart(plan));
  drawn.delete(key);
  drawn.set(key, chart);
  const oldest = drawn.keys().next().value;
  if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest);
  return chart;
}

/** The charts of a path; none when it cannot be computed. */
export async function drawPathCharts(request: PathRequest): Promise<Reading<readonly Chart[]>> {
  const computation = rememberedComputation(request.dossier, wantedPath(request));
  if (!computation.ok) return computation;
  const found = pathOf(computation.value, request.path);
  if (found === undefined) return unknownPath(computation.value, request.path);
  if (found.computed === undefined) return { ok: true, value: [] };
  const charts: Chart[] = [];
  for (const plan of chartPlans(chartsOf(found.computed))) charts.push(await rememberedChart(plan));
  return { ok: true, value: charts };
}

/** The charts that compare the paths of a dossier; those without figures are not drawn. */
export async function drawComparedCharts({ dossier }: PathRequest): Promise<Reading<readonly Chart[]>> {
  const computation = rememberedComputation(dossier);
  if (!computation.ok) return computation;
  const columns = namedColumns(computation.value).flatMap(({ id, name, found }) =>
    found.computed === undefined ? [] : [{ id, name, computed: found.computed }],
  );
  const charts: Chart[] = [];
  for (const plan of comparedPlans(comparedCharts(columns))) charts.push(await rememberedChart(plan));
  return { ok: true, value: charts };
}
