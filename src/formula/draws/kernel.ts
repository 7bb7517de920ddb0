import type { Formula, Line } from '../operations.ts';
import { type Variation, varies } from '../variation.ts';
import { blockAt, largest, power, smallest, sum, valueAt } from './arithmetic.ts';
import type { Operand } from './operand.ts';
import { holds, type Named, TEXT, type Writer } from './text.ts';

/**
 * The small function generated for each line of the reading in native floats.
 *
 * Names from users never reach its text: a formula only becomes operators between numbered operands, whose meaning
 * (`Operand`) stays outside. Lines of the same shape therefore share one function.
 */

/** The text of a generated function, and what the numbers of its table stand for (the first is where it writes). */
export interface KernelText {
  readonly text: string;
  readonly operands: readonly Operand[];
}

/** How many entries of the table an operand takes. */
export function entriesOf(operand: Operand, variation: Variation): number {
  return operand.kind === 'row' || (operand.kind === 'span' && !variation.line(operand.line)) ? 2 : 1;
}

/** Draws computed by one turn of the loop: its bookkeeping costs as much as an addition. Blocks are a multiple of it. */
export const UNROLLED = 4;

function unroll(statement: string): string {
  const copies = Array.from({ length: UNROLLED }, (_, k) =>
    statement.replaceAll('[i]', k === 0 ? '[i]' : `[i + ${k}]`),
  );
  return copies.join(' ');
}

/** A text short enough to be written twice. */
function isName(text: string): boolean {
  return /^[a-z]\d+(\[i\])?$/.test(text);
}

/**
 * Writes the function that computes a cell of a line: `(V, S, o, at, n)`, where V holds the blocks of draws, S the
 * values that do not vary, and o, from `at`, the numbers of the blocks and values concerned; n draws are computed.
 * A line that varies writes the block V[o[at]]; another writes the value S[o[at]].
 */
export function writeKernel(formula: Formula, variation: Variation): KernelText {
  const operands: Operand[] = [];
  const before: string[] = [];
  const numbers = new Map<string, string>();
  let entries = 1;
  let temporaries = 0;
  const looped = varies(formula, variation);
  let insideLoop = looped;

  const name = (text: string): Named => {
    if (isName(text)) return { assign: '', name: text };
    const made = `t${temporaries++}`;
    return { assign: `${made} = ${text}, `, name: made };
  };
  const take = (operand: Operand): number => {
    const at = entries;
    operands.push(operand);
    entries += entriesOf(operand, variation);
    return at;
  };
  const hoist = (text: string): string => {
    const made = `h${before.length}`;
    before.push(`const ${made} = ${text};`);
    return made;
  };
  const isDrawn = (operand: Operand): boolean => {
    if (operand.kind === 'assumption') return variation.assumption(operand.node.id);
    return 'line' in operand && variation.line(operand.line);
  };
  const read = (operand: Operand): string => {
    const key = JSON.stringify(operand, (field, value) => (field === 'line' ? value.id : value));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const at = take(operand);
    let made: string;
    if (isDrawn(operand)) made = `${hoist(`V[o[at + ${at}]]`)}[i]`;
    else if (operand.kind !== 'span') made = hoist(`S[o[at + ${at}]]`);
    else made = hoist(`${operand.node.aggregate}(S, o[at + ${at}], o[at + ${at + 1}])`);
    numbers.set(key, made);
    return made;
  };
  const readAtMonth = (line: Line, month: Formula): string => {
    const at = take({ kind: 'row', line });
    const cells = `o[at + ${at}], o[at + ${at + 1}]`;
    if (!variation.line(line)) return `valueAt(S, ${cells}, ${number(month)})`;
    if (!varies(month, variation)) return `${hoist(`blockAt(V, o, ${cells}, ${number(month)})`)}[i]`;
    return `blockAt(V, o, ${cells}, ${number(month)})[i]`;
  };
  const write = (node: Formula): string =>
    (TEXT[node.operation] as (node: Formula, writer: Writer) => string)(node, writer);
  const number = (node: Formula): string => {
    if (!insideLoop || varies(node, variation)) return write(node);
    // What does not vary is computed once, before the loop.
    insideLoop = false;
    const text = write(node);
    insideLoop = true;
    return isName(text) ? text : hoist(text);
  };
  const truth = (condition: Formula): string => {
    if (insideLoop && !varies(condition, variation)) return `${number(condition)} !== 0`;
    if (condition.operation === 'compare') {
      const [a, b] = condition.operands;
      const { assign, name: d } = name(`(${number(a)} - ${number(b)})`);
      return `(${assign}${holds(condition, d)})`;
    }
    return `${number(condition)} !== 0`;
  };
  const writer: Writer = {
    number,
    truth,
    name,
    varies: (node) => insideLoop && varies(node, variation),
    read,
    readAtMonth,
  };

  const value = number(formula);
  const declared = Array.from({ length: temporaries }, (_, index) => `t${index} = 0`).join(', ');
  const body = looped
    ? `const out = V[o[at]]; for (let i = 0; i < n; i += ${UNROLLED}) { ${unroll(`out[i] = ${value};`)} }`
    : `S[o[at]] = ${value};`;
  const text = `${declared === '' ? '' : `let ${declared};`} ${before.join(' ')} ${body}`;
  return { text, operands };
}

/** Computes the cell whose table entries start at `at`, for n draws. */
export type Kernel = (
  V: readonly Float64Array[],
  S: Float64Array,
  o: Int32Array,
  at: number,
  n: number,
) => void;

const compiled = new Map<string, Kernel>();

/** The function of a text from `writeKernel`; one for all the lines of that shape. */
export function compileKernel(text: string): Kernel {
  let kernel = compiled.get(text);
  if (kernel === undefined) {
    const make = new Function(
      ...['power', 'sum', 'min', 'max', 'valueAt', 'blockAt'],
      `return function (V, S, o, at, n) { ${text} };`,
    );
    kernel = make(power, sum, smallest, largest, valueAt, blockAt) as Kernel;
    compiled.set(text, kernel);
  }
  return kernel;
}
