import { pathOf } from '../analysis/computation.ts';
import { periodText } from '../formula/explanation.ts';
import type { Line } from '../formula/operations.ts';
import { periodCount, type Rhythm } from '../formula/timeline.ts';
import type { Problem, Reading } from '../input/problem.ts';
import type { FiguresAnswer } from './api-answers.ts';
import { exactText } from './api-numbers.ts';
import { figuresRequest, insideDossier, readEnvelope, refusal } from './api-requests.ts';
import { API_UNITS } from './api-units.ts';
import { nearestFigure } from './nearest-figure.ts';
import { unknownPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

/** Unknown ids that get a suggestion: looking for the nearest of hundreds takes time. */
const MOST_SUGGESTIONS = 20;

/** Every figure of a path, exact, by line and period, and every transfer; or the lines asked for. */
export function makeFigures(request: unknown): Reading<FiguresAnswer> {
  const asked = readEnvelope(figuresRequest, request);
  if (!asked.ok) return asked;
  const computation = rememberedComputation(
    asked.value.dossier,
    asked.value.path === undefined ? 'main' : { id: asked.value.path },
  );
  if (!computation.ok) return { ok: false, problems: insideDossier(computation.problems) };
  const found = pathOf(computation.value, asked.value.path);
  if (found === undefined) return unknownPath(computation.value, asked.value.path);
  const { computed } = found;
  if (computed === undefined) {
    if ((asked.value.lines ?? []).length > 0) {
      return refusal(
        'lines',
        'cette voie est impossible : elle n’a pas de ligne ; voyez pourquoi avec /comparisons',
      );
    }
    return { ok: true, value: { periods: { monthly: [], yearly: [] }, lines: [], transfers: [] } };
  }
  const { figures, deal } = computed;
  const { calculation, ledger } = deal.setting;
  const wanted = new Set(asked.value.lines ?? calculation.lines.keys());
  const problems = unknownLines(asked.value.lines ?? [], [...calculation.lines.keys()]);
  if (problems.length > 0) return { ok: false, problems };
  const periods = (rhythm: Rhythm) =>
    Array.from({ length: periodCount(figures.timeline, rhythm) }, (_, period) =>
      periodText(figures.timeline, rhythm, period),
    );
  const lineOf = (line: Line) => ({
    id: line.id,
    label: line.label,
    unit: API_UNITS[line.unit],
    party: line.party ?? null,
    rhythm: line.rhythm,
    values: figures.of(line).map(exactText),
  });
  return {
    ok: true,
    value: {
      periods: { monthly: periods('monthly'), yearly: periods('yearly') },
      lines: [...wanted].map((id) => lineOf(calculation.line(id))),
      transfers: ledger.transfers.map(({ id, from, to, nature, amount }) => ({
        id,
        from,
        to,
        nature,
        line: amount.id,
      })),
    },
  };
}

function unknownLines(asked: readonly string[], known: readonly string[]): Problem[] {
  const exists = new Set(known);
  return asked
    .map((id, index) => ({ id, path: `lines[${index}]` }))
    .filter(({ id }) => !exists.has(id))
    .map(({ id, path }, index) => {
      const near = index < MOST_SUGGESTIONS ? nearestFigure(id, known) : undefined;
      const remedy =
        near === undefined ? 'retirez « lines » pour avoir toutes les lignes' : `vouliez-vous « ${near} » ?`;
      return { path, message: `ligne inconnue : ${remedy}` };
    });
}
