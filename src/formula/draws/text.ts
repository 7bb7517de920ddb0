import type { Comparison, Formula, Line, NodeOf, Operation } from '../operations.ts';
import type { Unit } from '../units.ts';
import type { Operand } from './operand.ts';

/**
 * The JavaScript text of every operation, for the reading in native floats: what goes inside the loop over a block
 * of draws. A NaN is an undefined value; arithmetic on it is NaN, min and max skip it.
 */

/**
 * The square below which a divisor is zero: what adding and subtracting floats leaves where the exact value is 0
 * (1e-6 €, 1e-12 of a ratio, 1e-9 of the rest).
 */
function negligibleSquare(unit: Unit): string {
  if (unit === 'money') return '1e-12';
  return unit.startsWith('ratio') ? '1e-24' : '1e-18';
}

const HOLDS: Record<Comparison, (difference: string, half: string) => string> = {
  less: (d, half) => `${d} <= -${half}`,
  atMost: (d, half) => `${d} < ${half}`,
  equal: (d, half) => `Math.abs(${d}) < ${half}`,
  atLeast: (d, half) => `${d} > -${half}`,
  more: (d, half) => `${d} >= ${half}`,
  different: (d, half) => `Math.abs(${d}) >= ${half}`,
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
  /** Whether a formula's value differs from one draw to the next. */
  readonly varies: (formula: Formula) => boolean;
  readonly read: (operand: Operand) => string;
  readonly readAtMonth: (line: Line, month: Formula) => string;
}

function isZero(formula: Formula): boolean {
  return formula.operation === 'constant' && formula.value.isZero();
}

/** Whether a formula gives a finite number whatever the branch, at little cost: then both branches may be computed. */
function isSafe(formula: Formula): boolean {
  if (formula.mayBeUndefined) return false;
  switch (formula.operation) {
    case 'dividedBy':
    case 'power':
    case 'definedOr':
      return false;
    case 'line':
      return formula.place.kind !== 'atMonth';
    case 'constant':
    case 'assumption':
    case 'period':
    case 'aggregate':
      return true;
    default:
      return formula.operands.length <= 3 && formula.operands.every((operand: Formula) => isSafe(operand));
  }
}

/**
 * One of two finite numbers, by a condition worth 1 or 0, without a branch: the processor cannot guess which way a
 * draw goes, and a wrong guess costs more than the rest of the cell.
 */
function select(condition: string, whenTrue: string, otherwise: string): string {
  return `(${whenTrue} * ${condition} + ${otherwise} * (1 - ${condition}))`;
}

/** The smallest or largest; against zero and between defined numbers, without a branch. */
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
    const assign = left.assign + right.assign;
    if (undefinable || operand.mayBeUndefined) {
      // Where the left one is NaN the comparison fails and the right one is taken.
      const skipsRight = operand.mayBeUndefined ? ` || ${right.name} !== ${right.name}` : '';
      text = `(${assign}${left.name} ${sign} ${right.name}${skipsRight} ? ${left.name} : ${right.name})`;
    } else {
      const condition = writer.name(`+(${left.name} ${sign} ${right.name})`);
      text = `(${assign}${condition.assign}${select(condition.name, left.name, right.name)})`;
    }
    undefinable = undefinable && operand.mayBeUndefined;
  }
  return text;
}

/** A choice on a condition that is never undefined. */
function chooseDefined(node: NodeOf<'choose'>, writer: Writer): string {
  const { number, truth, name } = writer;
  const [condition, whenTrue, otherwise] = node.operands;
  if (!writer.varies(condition) || !isSafe(whenTrue) || !isSafe(otherwise)) {
    return `(${truth(condition)} ? ${number(whenTrue)} : ${number(otherwise)})`;
  }
  if (isZero(otherwise)) return `(${number(condition)} * ${number(whenTrue)})`;
  const { assign, name: c } = name(number(condition));
  return `(${assign}${select(c, number(whenTrue), number(otherwise))})`;
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
    const isDefined = name(`+(${d} * ${d} >= ${negligibleSquare(divisor.unit)})`);
    // 1 / 1 where defined, 0 / 0 = NaN elsewhere.
    return `(${assign}${isDefined.assign}(${number(dividend)} / ${d}) * (${isDefined.name} / ${isDefined.name}))`;
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
    if (!node.mayBeUndefined) return `+(${truth(node as unknown as Formula)})`;
    const { assign, name: d } = name(`(${number(node.operands[0])} - ${number(node.operands[1])})`);
    return `(${assign}${d} !== ${d} ? NaN : ${holds(node, d)} ? 1 : 0)`;
  },
  choose: (node, writer) => {
    const { number, name } = writer;
    const [condition, whenTrue, otherwise] = node.operands;
    if (!condition.mayBeUndefined) return chooseDefined(node, writer);
    const { assign, name: c } = name(number(condition));
    return `(${assign}${c} !== ${c} ? NaN : ${c} !== 0 ? ${number(whenTrue)} : ${number(otherwise)})`;
  },
  definedOr: (node, { number, name }) => {
    const [value, fallback] = node.operands;
    if (!value.mayBeUndefined) return number(value);
    const { assign, name: v } = name(number(value));
    return `(${assign}${v} === ${v} ? ${v} : ${number(fallback)})`;
  },
};
