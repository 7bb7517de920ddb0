import { pathOf } from '../analysis/computation.ts';
import type { ComputedDeal, ComputedPath } from '../analysis/computed.ts';
import type { KeyFigure } from '../analysis/key-figure.ts';
import { Decimal } from '../formula/decimal.ts';
import { explainRate } from '../formula/explanation/rate.ts';
import { type Explanation, explain, periodOf, periodText } from '../formula/explanation.ts';
import { UNDEFINED_TEXT, writeRate } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { periodCount } from '../formula/timeline.ts';
import type { Reading } from '../input/problem.ts';
import { isBalance } from './annual-rows.ts';
import type { ExplanationAnswer } from './api-answers.ts';
import { explanationRequest, insideDossier, readEnvelope, refusal } from './api-requests.ts';
import { API_UNITS } from './api-units.ts';
import { nearestFigure } from './nearest-figure.ts';
import { unknownPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

/** Where a figure comes from, one level deep: any line, datum of the dossier, key figure, limit, check, use or source. */
export function makeApiExplanation(request: unknown): Reading<ExplanationAnswer> {
  const asked = readEnvelope(explanationRequest, request);
  if (!asked.ok) return asked;
  const { dossier, path, figure, period = '' } = asked.value;
  const computation = rememberedComputation(dossier);
  if (!computation.ok) return { ok: false, problems: insideDossier(computation.problems) };
  const found = pathOf(computation.value, path);
  if (found === undefined) return unknownPath(computation.value, path);
  const keyFigure = keyFiguresOf(found).find((item) => item.id === figure);
  const { computed } = found;
  if (computed !== undefined && keyFigure === undefined) return explainShown(computed, figure, period);
  if (keyFigure === undefined) {
    return refusal(
      'figure',
      'cette voie est impossible : elle n’a rien à expliquer ; voyez pourquoi avec /comparisons',
    );
  }
  if (period !== '') return refusal('period', 'un chiffre clé n’a pas de période : retirez « period »');
  return { ok: true, value: explainKeyFigure(computed, keyFigure) };
}

function keyFiguresOf({ keyFigures }: ComputedPath): readonly KeyFigure[] {
  return [...keyFigures.founder, ...keyFigures.investor, ...keyFigures.authority];
}

function answerOf(explanation: Explanation): ExplanationAnswer {
  const { figure, label, sentence, value, formula, operands, source } = explanation;
  return {
    figure,
    label,
    sentence,
    value,
    formula,
    operands: operands.map((operand) => ({
      figure: operand.figure,
      period: operand.period,
      label: operand.label,
      value: operand.value,
      unit: API_UNITS[operand.unit],
    })),
    ...(source === undefined ? {} : { source }),
  };
}

function explainKeyFigure(computed: ComputedDeal | undefined, keyFigure: KeyFigure): ExplanationAnswer {
  const { id: figure, label, value, reason, line, unit } = keyFigure;
  const found = computed?.returns.find((item) => item.id === figure);
  if (found !== undefined) {
    const rate = found.rates.length === 1 ? (found.rates[0] ?? null) : null;
    const flows = found.flows.map(({ date, amount, period }) => ({
      date,
      amount,
      figure: found.line,
      period: computed === undefined ? '' : periodText(computed.figures.timeline, 'monthly', period),
      label: found.label,
    }));
    return answerOf(explainRate({ figure, label, rate, ...(reason === undefined ? {} : { reason }), flows }));
  }
  if (computed !== undefined && line !== undefined) {
    const explanation = answerOf(
      explain(computed.deal.setting.calculation, computed.figures, { id: line, period: 0 }),
    );
    // A month is shown as a date by key figures, and counted from signature by formulas.
    return { ...explanation, figure, label, value: unit === 'date' ? value : explanation.value };
  }
  const why = reason ?? 'lu dans la description de la voie';
  return {
    figure,
    label,
    sentence: `${label} = ${writeShown(keyFigure)} : ${why}`,
    value,
    formula: why,
    operands: [],
  };
}

function writeShown({ value, unit }: KeyFigure): string {
  if (value === null) return UNDEFINED_TEXT;
  return unit === 'ratio' ? writeRate(new Decimal(value)) : value;
}

/** Ids shown elsewhere in a comparison than among key figures, and the line behind each. */
function shownLines({ deal, covenants }: ComputedDeal): Map<string, string> {
  return new Map([
    ...deal.plan.sources.map(({ id, line }) => [id, line.id] as const),
    ...deal.plan.uses.map(({ id, line }) => [id, line.id] as const),
    ...deal.laws.map(({ id, gap }) => [id, gap.id] as const),
    ...covenants.map(({ id, line }) => [id, line] as const),
  ]);
}

function explainShown(computed: ComputedDeal, figure: string, period: string): Reading<ExplanationAnswer> {
  const { figures, deal } = computed;
  const { calculation } = deal.setting;
  const shown = shownLines(computed);
  const id =
    calculation.lines.has(figure) || calculation.assumptions.has(figure)
      ? figure
      : (shown.get(figure) ?? figure);
  const line = calculation.lines.get(id);
  if (line === undefined && !calculation.assumptions.has(id)) {
    const near = nearestFigure(figure, [
      ...calculation.lines.keys(),
      ...calculation.assumptions.keys(),
      ...shown.keys(),
    ]);
    const remedy =
      near === undefined
        ? 'prenez un identifiant donné par /figures ou /comparisons'
        : `vouliez-vous « ${near} » ?`;
    return refusal('figure', `chiffre inconnu : ${remedy}`);
  }
  const cell = line === undefined ? (period === '' ? 0 : undefined) : cellOf(computed, line, period);
  if (cell === undefined) return refusal('period', periodRemedy(computed, line, period));
  return { ok: true, value: { ...answerOf(explain(calculation, figures, { id, period: cell })), figure } };
}

/** The cell that a period means; a balance has one a year, that of December. */
function cellOf(computed: ComputedDeal, line: Line, period: string): number | undefined {
  const { timeline } = computed.figures;
  const exact = periodOf(timeline, line.rhythm, period);
  if (exact !== undefined || !isBalance(computed, line)) return exact;
  const year = periodOf(timeline, 'yearly', period);
  return year === undefined ? undefined : timeline.years[year]?.lastMonth;
}

function periodRemedy({ figures }: ComputedDeal, line: Line | undefined, period: string): string {
  const { timeline } = figures;
  if (line === undefined || line.rhythm === 'once')
    return 'ce chiffre n’a qu’une valeur : retirez « period »';
  const what = line.rhythm === 'monthly' ? 'un mois' : 'un exercice';
  const first = periodText(timeline, line.rhythm, 0);
  const last = periodText(timeline, line.rhythm, periodCount(timeline, line.rhythm) - 1);
  const wrong = period === '' ? 'période manquante' : 'période inconnue';
  return `${wrong} : écrivez ${what} de "${first}" à "${last}"`;
}
