import { partyValueNamed } from '../analysis/party-values.ts';
import { explainRate, type RateExplanation } from '../formula/explanation/rate.ts';
import { type Explanation, explain, periodOf } from '../formula/explanation.ts';
import { nearestWord } from '../input/nearest.ts';
import type { Reading } from '../input/problem.ts';
import { explainPartyValue } from './party-value-explanation.ts';
import type { PathRequest } from './path-page.ts';
import { shownPath } from './shown-path.ts';

export interface ExplanationRequest extends PathRequest {
  /** Id of a line, of an assumption or of a rate of return. */
  readonly figure: string;
  /** "2028-03", "2028", or nothing for a figure with one value. */
  readonly period?: string | undefined;
}

function problem<T>(path: string, message: string): Reading<T> {
  return { ok: false, problems: [{ path, message }] };
}

/** Explains one figure of a path, one level deep. */
export function explainFigure(request: ExplanationRequest): Reading<Explanation | RateExplanation> {
  const shown = shownPath(request);
  if (!shown.ok) return shown;
  const { computed } = shown.value;
  if (computed === undefined)
    return problem('path', 'cette voie est impossible : elle n’a pas de figure à expliquer');
  const { calculation } = computed.deal.setting;
  const { figures } = computed;
  const rate = computed.returns.find((item) => item.id === request.figure);
  if (rate !== undefined) {
    const [value = null] = rate.rates;
    return {
      ok: true,
      value: explainRate({
        figure: rate.id,
        label: rate.label,
        rate: value,
        ...(rate.reason === undefined ? {} : { reason: rate.reason }),
        flows: rate.flows.map((flow) => ({
          date: flow.date,
          amount: flow.amount,
          figure: rate.line,
          period: flow.date.slice(0, 7),
          label: calculation.line(rate.line).label,
        })),
      }),
    };
  }
  const partyValue = partyValueNamed(computed, request.figure);
  if (partyValue !== undefined) return { ok: true, value: explainPartyValue(computed, partyValue) };
  // A key figure may be named by its own id as well as by that of its line.
  const line = calculation.lines.get(request.figure) ?? computed.measures.lines.get(request.figure);
  if (line === undefined && !calculation.assumptions.has(request.figure)) {
    const known = [
      ...calculation.lines.keys(),
      ...calculation.assumptions.keys(),
      ...computed.measures.lines.keys(),
    ];
    const near = nearestWord(request.figure, known);
    return problem(
      'figure',
      near === undefined
        ? 'figure inconnue : prenez un identifiant de /api/v1/figures'
        : `figure inconnue : vouliez-vous « ${near} » ?`,
    );
  }
  const rhythm = line?.rhythm ?? 'once';
  const period = periodOf(figures.timeline, rhythm, request.period ?? '');
  if (period === undefined) {
    const form = {
      once: 'aucune période',
      yearly: 'une année comme « 2028 »',
      monthly: 'un mois comme « 2028-03 »',
    }[rhythm];
    return problem('period', `période inconnue pour cette figure : écrivez ${form}, dans la durée du calcul`);
  }
  return { ok: true, value: explain(calculation, figures, { id: line?.id ?? request.figure, period }) };
}
