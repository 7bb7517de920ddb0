import type { Context } from 'hono';
import { type FigureStep, lawFigureOf, scopeFrom, stepFrom } from '../../views/addresses.ts';
import { type ExplanationView, explanationPage, explanationPanel } from '../../views/explanation.ts';
import type { WebDependencies } from './dependencies.ts';
import { answerFailure, answerRefusal, UNKNOWN_DOSSIER } from './failures.ts';
import { wantsFragment } from './fragments.ts';
import { openDossier } from './opened-dossier.ts';

/** A trail is shown, not kept: past this many steps its beginning is left out. */
const LONGEST_TRAIL = 12;

/** Where a figure comes from: on its own page, or in the side panel. */
export function explainPage(deps: WebDependencies) {
  return async (c: Context): Promise<Response> => {
    const opened = await openDossier(deps, c.req.param('key') ?? '');
    if (opened === undefined) return answerFailure(deps, c, UNKNOWN_DOSSIER);
    const { dossier, key } = opened;
    const path = c.req.query('voie') || undefined;
    const scope = scopeFrom(c.req.query('perimetre'));
    const explain = ({ figure, period }: FigureStep) =>
      deps.run('explanation', { dossier, path, scope, figure, period });

    const asked = { figure: c.req.query('figure') ?? '', period: c.req.query('periode') ?? '' };
    const explanation = await explain(asked);
    if (!explanation.ok) return answerRefusal(deps, c, explanation.problems);

    const steps = (c.req.queries('fil') ?? []).slice(-LONGEST_TRAIL).map(stepFrom);
    const explained = await Promise.all(steps.map(explain));
    const trail = steps.flatMap((step, index) => {
      const reading = explained[index];
      return reading?.ok ? [{ ...step, label: reading.value.label }] : [];
    });

    const view: ExplanationView = {
      assets: deps.assets,
      key,
      shown: { path, scope },
      title: String(dossier.title),
      explanation: explanation.value,
      trail,
      // A figure of law is not typed: « Méthode » prints it.
      isField:
        explanation.value.operands.length === 0 &&
        /[.[]/.test(asked.figure) &&
        lawFigureOf(asked.figure) === undefined,
    };
    return c.html(wantsFragment(c) ? explanationPanel(view) : explanationPage(view));
  };
}
