import type { Operand } from './draws-kernel.ts';
import type { Comparison, Formula, Line, NodeOf, Operation } from './operations.ts';
import type { Unit } from './units.ts';

/**
 * The JavaScript text of every operation, for the reading in native floats: what goes inside the loop over a block
 * of draws. A NaN is an undefined value; arithmetic on it is NaN, min and max skip it.
 */

/** Below this a divisor is zero: what adding and subtracting floats leaves where the exact value is 0. */
function negligible(unit: Unit): string {
  if (unit === 'money') return '1e-6';
  return unit.startsWith('ratio') ? '1e-12' : '1e-9';
}

const HOLDS: Record<Comparison, (difference: string, half: string) => string> = {
  less: (d, half) => `${d} <= -${half}`,
  atMost: (d, half) => `${d} < ${half}`,
  equal: (d, half) => `${d} < ${half} && ${d} > -${half}`,
  atLeast: (d, half) => `${d} > -${half}`,
  more: (d, half) => `${d} >= ${half}`,
  different: (d, half) => `${d} >= ${half} || ${d} <= -${half}`,
};

/** The comparison of a difference already named. Half a unit of the last decimal compared, less a little for float dust. */
export function holds(node: NodeOf<'compare'>, difference: string): string {
  return HOLDS[node.comparison](difference, node.operands[0].unit === 'money' ? '0.0049999' : '4.9999e-10');
}

/** A value used twice in an expression: `assign` comes before the first use. */
export interface Named {
  readonly assign: string;
  readonly name: string;
}

export interface Writer {
  /** The text giving a formula's value. */
  readonly number: (formula: Formula) => string;
  /** The text giving whether a condition, never undefined, holds. */
  readonly truth: (condition: Formula) => string;
  readonly name: (text: string) => Named;
  readonly read: (operand: Operand) => string;
  readonly readAtMonth: (line: Line, month: Formula) => string;
}

function isZero(formula: Formula): boolean {
  return formula.operation === 'constant' && formula.value.isZero();
}

/**
 * The smaller or larger of two. Against zero, without a branch: the processor cannot guess the sign of a drawn
 * result, and a wrong guess costs more than the rest of the cell.
 */
function extreme(node: NodeOf<'min' | 'max'>, writer: Writer, sign: '<' | '>'): string {
  const ordered = [...node.operands].sort((a, b) => Number(isZero(a)) - Number(isZero(b)));
  const [first, ...rest] = ordered as [Formula, ...Formula[]];
  let text = writer.number(first);
  let undefinable = first.mayBeUndefined;
  for (const operand of rest) {
    const left = writer.name(text);
    if (isZero(operand) && !undefinable) {
      text = `((${left.assign}${left.name} ${sign === '<' ? '-' : '+'} Math.abs(${left.name})) * 0.5)`;
      continue;
    }
    const right = writer.name(writer.number(operand));
    const skipsRight = operand.mayBeUndefined ? ` || ${right.name} !== ${right.name}` : '';
    // Where the left one is NaN the comparison fails and the right one is taken.
    const test = `${left.name} ${sign} ${right.name}${skipsRight}`;
    text = `(${left.assign}${right.assign}${test} ? ${left.name} : ${right.name})`;
    undefinable = undefinable && operand.mayBeUndefined;
  }
  return text;
}

type WriteText = { readonly [O in Operation]: (node: NodeOf<O>, writer: Writer) => string };

export const TEXT: WriteText = {
  constant: (node, { read }) => read({ kind: 'constant', node }),
  assumption: (node, { read }) => read({ kind: 'assumption', node }),
  period: (node, { read }) => read({ kind: 'period', fact: node.fact }),
  line: ({ line, place }, { read, readAtMonth }) =>
    place.kind === 'atMonth' ? readAtMonth(line, place.month) : read({ kind: 'cell', line, place }),
  aggregate: (node, { read }) => read({ kind: 'span', node, line: node.line, span: node.span }),
  plus: (node, { number }) => `(${node.operands.map(number).join(' + ')})`,
  minus: (node, { number }) => `(${node.operands.map(number).join(' - ')})`,
  times: (node, { number }) => `(${node.operands.map(number).join(' * ')})`,
  dividedBy: (node, { number, name }) => {
    const [dividend, divisor] = node.operands;
    if (node.divisorIsNeverZero) return `(${number(dividend)} / ${number(divisor)})`;
    const { assign, name: d } = name(number(divisor));
    const limit = negligible(divisor.unit);
    return `(${assign}${d} < ${limit} && ${d} > -${limit} ? NaN : ${number(dividend)} / ${d})`;
  },
  power: (node, { number, name }) => {
    const [base, exponent] = node.operands;
    if (!base.mayBeUndefined) return `power(${number(base)}, ${number(exponent)})`;
    // Undefined to the power 0 is undefined, where JavaScript says 1.
    const { assign, name: b } = name(number(base));
    return `(${assign}${b} !== ${b} ? NaN : power(${b}, ${number(exponent)}))`;
  },
  min: (node, writer) => extreme(node, writer, '<'),
  max: (node, writer) => extreme(node, writer, '>'),
  roundedToCents: (node, { number, name }) => {
    // sign · floor(|x| · 100 + 0.50001) / 100: one of the two terms is zero, so the sign needs no branch.
    const { assign, name: x } = name(number(node.operands[0]));
    const positive = `Math.floor((${x} + Math.abs(${x})) * 50 + 0.50001)`;
    return `(${assign}(${positive} + Math.ceil((${x} - Math.abs(${x})) * 50 - 0.50001)) / 100)`;
  },
  // What floats lose on a whole number must not cost a unit.
  integerPart: (node, { number }) => `Math.floor(${number(node.operands[0])} + 1e-9)`,
  compare: (node, { number, truth, name }) => {
    if (!node.mayBeUndefined) return `(${truth(node as unknown as Formula)} ? 1 : 0)`;
    const { assign, name: d } = name(`(${number(node.operands[0])} - ${number(node.operands[1])})`);
    return `(${assign}${d} !== ${d} ? NaN : ${holds(node, d)} ? 1 : 0)`;
  },
  choose: (node, { number, truth, name }) => {
    const [condition, whenTrue, otherwise] = node.operands;
    const branches = `${number(whenTrue)} : ${number(otherwise)}`;
    if (!condition.mayBeUndefined) return `(${truth(condition)} ? ${branches})`;
    const { assign, name: c } = name(number(condition));
    return `(${assign}${c} !== ${c} ? NaN : ${c} !== 0 ? ${branches})`;
  },
  definedOr: (node, { number, name }) => {
    const [value, fallback] = node.operands;
    if (!value.mayBeUndefined) return number(value);
    const { assign, name: v } = name(number(value));
    return `(${assign}${v} === ${v} ? ${v} : ${number(fallback)})`;
  },
};
