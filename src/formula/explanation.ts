import type { Calculation } from './calculation.ts';
import { Decimal } from './decimal.ts';
import type { Figures, Value } from './exact.ts';
import { explainFormula } from './explanation/operations.ts';
import { reasonsOf } from './explanation/reasons.ts';
import {
  assumptionCell,
  type Cell,
  COLON,
  type Context,
  type Explained,
  lineCells,
  mergeCells,
  SEMICOLON,
  TOLD_AT_MOST,
} from './explanation/text.ts';
import { UNDEFINED_TEXT, writeList, writeOfPeriod, writePeriod, writeValue } from './french.ts';
import type { Assumption, Formula, Line, Origin } from './operations.ts';
import { periodText } from './period-text.ts';
import type { Timeline } from './timeline.ts';
import type { Unit } from './units.ts';

export { periodOf, periodText } from './period-text.ts';

/**
 * Explanation: the reading of a calculation that says, in French, where one figure comes from.
 *
 * It is one level deep: each operand has its own figure and period, hence its own explanation, down to assumptions.
 */
export interface Explanation {
  /** Id of the line or of the assumption. */
  readonly figure: string;
  /** As the API writes it: "2028-03", "2028", "" for a figure with one value. */
  readonly period: string;
  readonly label: string;
  readonly unit: Unit;
  /** Decimal text, not rounded; null where undefined. */
  readonly value: string | null;
  /** The value as a person reads it. */
  readonly written: string;
  /** « Intérêts de mars 2028 = 2 731 402,18 € × 3,85 % / 12, arrondi au centime = 8 763,25 € » */
  readonly sentence: string;
  /** The formula in words; of an assumption, its origin. */
  readonly formula: string;
  /** The formula in numbers. */
  readonly formulaNumbers: string;
  readonly operands: readonly Operand[];
  /** Cells also read, and not listed because larger ones are. */
  readonly otherOperands: number;
  /** What these have in common, in the plural: « nuls », « plus petits », « plus grands »; nothing when nothing has. */
  readonly othersAre?: string;
  /** « loi : CGI, art. 219 » */
  readonly source?: string;
}

/** A cell that the formula reads, which has its own explanation. */
export interface Operand {
  readonly figure: string;
  readonly period: string;
  readonly label: string;
  readonly value: string | null;
  readonly unit: Unit;
  /** The value as a person reads it. */
  readonly written: string;
}

/** Past this many operands, spans list fewer of their cells. */
const OPERANDS_AIMED_AT = 12;

const ORIGIN_WORDS: Record<Origin['kind'], string> = {
  law: 'loi',
  contract: 'contrat',
  fact: 'fait',
  hypothesis: 'hypothèse',
  solved: 'montant calculé par Levier',
};

/** « hypothèse : médiane des loyers d'activité » */
export function writeOrigin(origin: Origin): string {
  return `${ORIGIN_WORDS[origin.kind]}${COLON}${origin.text}`;
}

function writeCell({ value, unit, ratio }: Cell, timeline: Timeline): string {
  return writeValue(value, unit, { ratio, timeline });
}

function operandOf(cell: Cell, timeline: Timeline): Operand {
  const { figure, label, unit, value } = cell;
  return {
    figure,
    period: periodText(timeline, cell.rhythm, cell.period),
    label,
    value: value?.toFixed() ?? null,
    unit,
    written: writeCell(cell, timeline),
  };
}

function contextOf(calculation: Calculation, figures: Figures, period: number): Context {
  const context: Context = {
    calculation,
    figures,
    period,
    explained: (formula, ratio) => explainFormula(formula, context, ratio),
  };
  return context;
}

/** The middle of the sentence: the formula in numbers, unless it would only repeat the value. */
function middleOf(formula: Formula, explained: Explained): string | undefined {
  if (formula.unit === 'truth' && explained.single === undefined) return undefined;
  if (explained.single === 'constant' || explained.numbers.text === UNDEFINED_TEXT) return explained.middle;
  return explained.middle ?? explained.numbers.text;
}

/** The cells listed as operands: of each span its largest, fewer where there are many spans. */
function toldCells(cells: readonly Cell[]): readonly Cell[] {
  let told: readonly Cell[] = [];
  for (let count = TOLD_AT_MOST; count >= 1; count--) {
    told = cells.filter((cell) => cell.rank < count);
    if (told.length <= OPERANDS_AIMED_AT) return told;
  }
  return told;
}

/** How the cells left out differ from those told: it depends on what a formula does of them. */
function othersAre(others: readonly Cell[], told: readonly Cell[]): { othersAre?: string } {
  if (others.length === 0 || told.length === 0) return {};
  const values = (cells: readonly Cell[]) => cells.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values([...others, ...told]).length < others.length + told.length) return {};
  if (values(others).every((value) => value.isZero())) return { othersAre: 'nuls' };
  // Only cells of one line can be told by their size.
  const lines = new Set([...others, ...told].map(({ figure }) => figure));
  if (lines.size > 1) return {};
  const sizes = (cells: readonly Cell[]) => values(cells).map((value) => value.abs());
  const [most, least] = [Decimal.max(...sizes(others)), Decimal.min(...sizes(told))];
  if (most.lte(least)) return { othersAre: 'plus petits' };
  const [lowest, highest] = [Decimal.min(...values(others)), Decimal.max(...values(told))];
  return lowest.gte(highest) ? { othersAre: 'plus grands' } : {};
}

/** Whether the value explained is the figure; a difference is a bug of this reading, not to be shown. */
function agrees(explained: Value, figure: Value): boolean {
  if (explained === null || figure === null) return explained === figure;
  return explained.minus(figure).abs().lte(figure.abs().plus(1).times('1e-20'));
}

/** « Intérêts de mars 2028 »; « Impôt de l'exercice 2028 » of « Impôt de l'exercice » too. */
function writeSubject({ label, rhythm }: Line, timeline: Timeline, period: number): string {
  if (rhythm === 'once') return label;
  if (/[,()]/.test(label)) return `${label} (${writePeriod(timeline, rhythm, period)})`;
  return rhythm === 'yearly' && label.endsWith('l’exercice')
    ? `${label} ${periodText(timeline, rhythm, period)}`
    : `${label} ${writeOfPeriod(timeline, rhythm, period)}`;
}

function explainLine(calculation: Calculation, figures: Figures, line: Line, period: number): Explanation {
  const { timeline } = figures;
  const context = contextOf(calculation, figures, period);
  const [cell] = lineCells(context, line, period, period);
  if (cell === undefined) throw new Error(`line ${line.id} has no period ${period}`);
  const formula = calculation.formulaOf(line);
  const explained = context.explained(formula);
  if (!agrees(explained.value, cell.value)) {
    throw new Error(`line ${line.id}, period ${period}: explained as ${explained.value}, not ${cell.value}`);
  }
  const written = writeCell(cell, timeline);
  const isTruth = formula.unit === 'truth' && explained.single === undefined && explained.value !== null;
  const reasons = isTruth ? reasonsOf(formula, context) : (explained.reasons ?? []);
  const because = reasons.length === 0 ? '' : `, car ${writeList(reasons)}`;
  const problem = explained.value === null ? `${COLON}${explained.problem}` : '';
  const subject = writeSubject(line, timeline, period);
  const middle = middleOf(formula, explained);
  const cells = mergeCells(explained.cells);
  const told = toldCells(cells);
  return {
    figure: line.id,
    period: periodText(timeline, line.rhythm, period),
    label: line.label,
    unit: line.unit,
    value: cell.value?.toFixed() ?? null,
    written,
    sentence: `${[subject, ...(middle === undefined ? [] : [middle]), written].join(' = ')}${problem}${because}`,
    formula: isTruth ? explained.words.text : `${explained.words.text}${because}`,
    formulaNumbers: isTruth ? explained.numbers.text : `${explained.numbers.text}${because}`,
    operands: told.map((read) => operandOf(read, timeline)),
    otherOperands: cells.length - told.length,
    ...othersAre(
      cells.filter((other) => !told.includes(other)),
      told,
    ),
    ...(line.origin === undefined ? {} : { source: writeOrigin(line.origin) }),
  };
}

function explainAssumption(calculation: Calculation, figures: Figures, assumption: Assumption): Explanation {
  const { id, label, unit, origin } = assumption;
  const cell = assumptionCell(contextOf(calculation, figures, 0), assumption);
  const written = writeCell(cell, figures.timeline);
  const source = writeOrigin(origin);
  const given = writeCell({ ...cell, value: assumption.value }, figures.timeline);
  // A search or a shock put another value in place of the one of the dossier.
  const instead = given === written || origin.kind === 'solved' ? '' : `au lieu de ${given}${SEMICOLON}`;
  return {
    figure: id,
    period: '',
    label,
    unit,
    value: cell.value?.toFixed() ?? null,
    written,
    sentence: `${label} = ${written} (${instead}${source})`,
    formula: source,
    formulaNumbers: written,
    operands: [],
    otherOperands: 0,
    source,
  };
}

/**
 * Explains one figure, one level deep.
 * @param figure id of a line or of an assumption, and the period of the line's cell (0 for a single value)
 * @throws when the calculation has no such figure, or the line no such period
 */
export function explain(
  calculation: Calculation,
  figures: Figures,
  figure: { readonly id: string; readonly period: number },
): Explanation {
  const assumption = calculation.assumptions.get(figure.id);
  if (assumption !== undefined) return explainAssumption(calculation, figures, assumption);
  return explainLine(calculation, figures, calculation.line(figure.id), figure.period);
}
