import type { Context } from 'hono';
import type { Shown } from '../../views/addresses.ts';
import { comparisonChoice, comparisonPage, comparisonUpdate } from '../../views/comparison.ts';
import type { ComparisonView } from '../../views/comparison-view.ts';
import { refusedUpdate } from '../../views/dossier-page.ts';
import type { DossierView } from '../../views/dossier-view.ts';
import type { RawDossier } from '../input/description.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerRefusal } from './failures.ts';

/** A whole page; the results with their form; the results alone; the form alone, as it was refused. */
export type Part = 'page' | 'update' | 'choice' | 'refused';

/** Whether the address of a dossier, which names no path, shows several side by side. */
export function comparesPaths(dossier: RawDossier, { path }: Shown): boolean {
  return path === undefined && Array.isArray(dossier.paths) && dossier.paths.length > 1;
}

const PARTS: Readonly<Record<Part, (view: ComparisonView) => ReturnType<typeof comparisonPage>>> = {
  page: comparisonPage,
  update: comparisonUpdate,
  choice: comparisonChoice,
  refused: ({ main }) => refusedUpdate(main),
};

/** Answers with a part of the comparison. @param main the main path, whose form stands beside the comparison */
export async function answerComparison(
  deps: WebDependencies,
  c: Context,
  dossier: RawDossier,
  main: DossierView,
  part: Part,
  status: 200 | 422,
): Promise<Response> {
  const { assets, key, shown, lens } = main;
  const { from, to } = shown;
  const [page, charts] = await Promise.all([
    deps.run('comparisonPage', { dossier, from, to }),
    deps.run('comparedCharts', { dossier }),
  ]);
  if (!page.ok) return answerRefusal(deps, c, page.problems);
  const view = { assets, key, shown, lens, main, page: page.value, charts: charts.ok ? charts.value : [] };
  return c.html(PARTS[part](view), status);
}
