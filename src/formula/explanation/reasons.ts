import { MONTH_NAMES, ratioStyle, UNDEFINED_TEXT, writeValue } from '../french.ts';
import type { Comparison, Formula, NodeOf, PeriodFact } from '../operations.ts';
import type { RatioStyle } from '../units.ts';
import { BINDING, bound, COLON, type Context, type Explained, wordsInside, writeInside } from './text.ts';

/** Why a condition holds, or does not, in words with numbers. */

export const COMPARISON_SIGNS: Record<Comparison, string> = {
  less: '<',
  atMost: '≤',
  equal: '=',
  atLeast: '≥',
  more: '>',
  different: '≠',
};

const NEGATED: Record<Comparison, Comparison> = {
  less: 'atLeast',
  atMost: 'more',
  equal: 'different',
  atLeast: 'less',
  more: 'atMost',
  different: 'equal',
};

const MIRRORED: Record<Comparison, Comparison> = {
  less: 'more',
  atMost: 'atLeast',
  equal: 'equal',
  atLeast: 'atMost',
  more: 'less',
  different: 'different',
};

/** Between moments; words that agree with no gender. */
const MOMENT_VERBS: Record<Comparison, string> = {
  less: 'est avant',
  atMost: 'n’est pas après',
  equal: 'est',
  atLeast: 'n’est pas avant',
  more: 'est après',
  different: 'n’est pas',
};

/**
 * How ratios put side by side are shown: all as multiples if one is, so that a cover is not compared to a percentage.
 * Constants follow the others.
 */
export function sharedRatioStyle(parts: readonly Explained[]): RatioStyle {
  const styled = parts.flatMap((part) => {
    if (part.single === 'constant') return [];
    return [part.single === 'cell' ? (part.cells[0]?.ratio ?? 'percentage') : ratioStyle([part.value])];
  });
  if (styled.length === 0) return 'multiple';
  return styled.includes('multiple') ? 'multiple' : 'percentage';
}

/** Operands explained for being compared: of ratios, the same style for all. */
export function explainedTogether(formulas: readonly Formula[], context: Context): readonly Explained[] {
  const parts = formulas.map((formula) => context.explained(formula));
  if (formulas[0]?.unit !== 'ratio') return parts;
  const style = sharedRatioStyle(parts);
  return formulas.map((formula) => context.explained(formula, style));
}

/** « Trésorerie (1 200,00 €) »; a constant is its own name. */
function nameAndValue(part: Explained, value: string): string {
  if (part.single === 'constant') return part.numbers.text;
  const words = wordsInside(part);
  if (part.single === 'cell' && words.text.endsWith(')'))
    return `${words.text.slice(0, -1)}${COLON}${value})`;
  return `${bound(words, BINDING.sum)} (${value})`;
}

type MomentFact = Exclude<PeriodFact, 'monthsInYear'>;

interface Moment {
  /** This moment, before a verb: « le mois 12 ». */
  readonly subject: string;
  /** A moment of this kind, after a label: « mois 14 ». */
  readonly name: (value: string, index: number) => string;
  /** The same, after a verb: « le mois 14 ». */
  readonly object: (value: string, index: number) => string;
  /** Being a moment given by its number. */
  readonly being: (value: string, index: number) => string;
}

function moments(context: Context): Record<MomentFact, Moment> {
  const { timeline } = context.figures;
  const { period } = context;
  const monthName = (value: string, index: number) => MONTH_NAMES[index - 1] ?? `mois ${value}`;
  const year = timeline.years[period]?.calendarYear;
  return {
    month: {
      subject: `le mois ${period}`,
      name: (value) => `mois ${value}`,
      object: (value) => `le mois ${value}`,
      being: (value) => `c’est le mois ${value}`,
    },
    calendarMonth: {
      subject: `le mois civil (${monthName('', timeline.calendarMonth[period] ?? 0)})`,
      name: monthName,
      object: monthName,
      being: (value, index) => `le mois civil est ${monthName(value, index)}`,
    },
    year: {
      subject: `l’exercice ${year} (rang ${period})`,
      name: (value) => `rang ${value}`,
      object: (value) => `le rang ${value}`,
      being: (value) => `l’exercice ${year} est de rang ${value}`,
    },
  };
}

function momentOf(formula: Formula): MomentFact | undefined {
  return formula.operation === 'period' && formula.fact !== 'monthsInYear' ? formula.fact : undefined;
}

/** « le mois 12 est avant Mise en service (mois 14) » */
function compareMoments(fact: MomentFact, comparison: Comparison, other: Formula, context: Context): string {
  const moment = moments(context)[fact];
  const part = context.explained(other);
  const written: [string, number] = [writeInside(context, part.value, 'count'), part.value?.toNumber() ?? 0];
  const verb = MOMENT_VERBS[comparison];
  if (part.single === 'constant') {
    return comparison === 'equal'
      ? moment.being(...written)
      : `${moment.subject} ${verb} ${moment.object(...written)}`;
  }
  const same = comparison === 'equal' || comparison === 'different' ? ' celui de' : '';
  return `${moment.subject} ${verb}${same} ${nameAndValue(part, moment.name(...written))}`;
}

function compareReason(node: NodeOf<'compare'>, holds: boolean, context: Context): string {
  const [left, right] = node.operands;
  const comparison = holds ? node.comparison : NEGATED[node.comparison];
  const [leftFact, rightFact] = [momentOf(left), momentOf(right)];
  if (leftFact !== undefined) return compareMoments(leftFact, comparison, right, context);
  if (rightFact !== undefined) return compareMoments(rightFact, MIRRORED[comparison], left, context);
  const parts = explainedTogether([left, right], context);
  const ratio = sharedRatioStyle(parts);
  const { timeline } = context.figures;
  const short = parts.map((part) => writeValue(part.value, left.unit, { ratio, timeline }));
  // As few digits as for a result, unless they would hide what distinguishes the two.
  const values =
    short[0] === short[1] ? parts.map((part) => writeInside(context, part.value, left.unit, ratio)) : short;
  return parts
    .map((part, side) => nameAndValue(part, values[side] ?? ''))
    .join(` ${COMPARISON_SIGNS[comparison]} `);
}

/** The two ways in which a choice between truths is written by `and` and `or` (see build.ts). */
export function connectiveOf(node: NodeOf<'choose'>): 'and' | 'or' | undefined {
  const [, whenTrue, otherwise] = node.operands;
  if (node.unit !== 'truth') return undefined;
  if (otherwise.operation === 'constant' && otherwise.value.isZero()) return 'and';
  return whenTrue.operation === 'constant' && !whenTrue.value.isZero() ? 'or' : undefined;
}

/** What makes a condition true or false: the comparisons that decided, with their numbers. */
export function reasonsOf(condition: Formula, context: Context): string[] {
  const part = context.explained(condition);
  const holds = part.value !== null && !part.value.isZero();
  switch (condition.operation) {
    case 'constant':
      return [];
    case 'compare':
      return [compareReason(condition as NodeOf<'compare'>, holds, context)];
    case 'choose': {
      const [first, whenTrue, otherwise] = condition.operands;
      const firstHolds = !context.explained(first).value?.isZero();
      const branch = firstHolds ? whenTrue : otherwise;
      const connective = connectiveOf(condition as NodeOf<'choose'>);
      // Of « A and B » false by B, B alone is the reason; of « A or B » true by B, B alone too.
      const decidedByBranch =
        (connective === 'and' && firstHolds && !holds) || (connective === 'or' && !firstHolds && holds);
      return [...(decidedByBranch ? [] : reasonsOf(first, context)), ...reasonsOf(branch, context)];
    }
    case 'definedOr': {
      const [value, fallback] = condition.operands;
      const words = wordsInside(context.explained(value)).text;
      if (context.explained(value).value !== null) return reasonsOf(value, context);
      return [`${words} n’est pas calculable`, ...reasonsOf(fallback, context)];
    }
    default: {
      const truth = part.value === null ? UNDEFINED_TEXT : holds ? 'oui' : 'non';
      return [`${wordsInside(part).text}${COLON}${truth}`];
    }
  }
}
