import { Calculation } from '../calculation.ts';
import type { Formula, Line, NodeOf } from '../operations.ts';

/**
 * Formulas too long or too deep for a cell, cut in lines of their own.
 *
 * Excel takes 8 192 characters and 64 levels of functions in a formula. Rare (a sum of hundreds of lines, a scale of
 * dozens of brackets), so the cut is made only on the lines that need it, and the calculation read again.
 */
export const LONGEST_TEXT = 8000;
export const DEEPEST_TEXT = 60;

/** Operands read by one cell, at most: about thirty characters each. */
const HEAVIEST = 150;
const DEEPEST = 20;

/** Formulas that no cell accepts. */
export class LongFormulaError extends Error {
  readonly lines: ReadonlySet<string>;
  constructor(lines: ReadonlySet<string>) {
    super(`formulas too long for a spreadsheet: ${[...lines].join(', ')}`);
    this.name = 'LongFormulaError';
    this.lines = lines;
  }
}

/** Whether a cell accepts this formula. */
export function fitsInCell(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  if (text.length <= 2 * DEEPEST_TEXT) return true;
  let depth = 0;
  for (const character of text) {
    if (character === '(' && ++depth > DEEPEST_TEXT) return false;
    if (character === ')') depth--;
  }
  return true;
}

function operandsOf(node: Formula): readonly Formula[] {
  return 'operands' in node ? node.operands : [];
}

/** How many cells the text of a formula names, about: guards and zero tests write some operands twice. */
function weightOf(node: Formula): number {
  const operands = operandsOf(node);
  if (operands.length === 0) return node.mayBeUndefined ? 2 : 1;
  const weights = operands.map(weightOf);
  const [first = 0, second = 0] = weights;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (node.operation === 'dividedBy' || node.operation === 'power') return all + second;
  if (node.operation === 'choose' && node.mayBeUndefined) return 2 * all;
  return node.operation === 'definedOr' ? all + first : all;
}

function depthOf(node: Formula): number {
  return 1 + Math.max(0, ...operandsOf(node).map(depthOf));
}

/** Evaluated where a condition forbids it, this formula could stop the reading: it stays behind its condition. */
function couldFail(node: Formula): boolean {
  if (node.operation === 'power' || (node.operation === 'dividedBy' && node.divisorIsNeverZero)) return true;
  return operandsOf(node).some(couldFail);
}

type Extract = (part: Formula) => Formula;

function withOperands(node: Formula, operands: readonly Formula[]): Formula {
  return Object.freeze({ ...node, operands }) as unknown as Formula;
}

/** Groups neighbouring operands of a sum, a minimum or a maximum until few enough are left. */
function gathered(
  node: NodeOf<'plus' | 'min' | 'max'>,
  operands: readonly Formula[],
  extract: Extract,
): Formula[] {
  const groups: Formula[][] = [];
  let room = 0;
  for (const operand of operands) {
    const weight = weightOf(operand);
    if (weight > room) {
      groups.push([]);
      room = HEAVIEST;
    }
    groups.at(-1)?.push(operand);
    room -= weight;
  }
  return groups.map((group) => {
    const [only] = group;
    if (group.length === 1 && only !== undefined) return only;
    const mayBeUndefined =
      node.operation === 'plus'
        ? group.some((operand) => operand.mayBeUndefined)
        : group.every((operand) => operand.mayBeUndefined);
    return extract({ ...node, operands: group, mayBeUndefined } as unknown as Formula);
  });
}

function shorten(node: Formula, conditional: boolean, extract: Extract): Formula {
  const before = operandsOf(node);
  if (before.length === 0) return node;
  let operands = before.map((operand, index) => {
    const behind = node.operation === 'choose' ? index > 0 : node.operation === 'definedOr' && index === 1;
    return shorten(operand, conditional || behind, extract);
  });
  const branches = node.operation === 'choose' || node.operation === 'definedOr';
  const mayExtract = (operand: Formula, index: number): boolean =>
    operandsOf(operand).length > 0 && !((conditional || (branches && index > 0)) && couldFail(operand));
  operands = operands.map((operand, index) =>
    depthOf(operand) >= DEEPEST && mayExtract(operand, index) ? extract(operand) : operand,
  );
  if (weightOf(withOperands(node, operands)) <= HEAVIEST) return withOperands(node, operands);
  operands = operands.map((operand, index) =>
    weightOf(operand) > HEAVIEST / 4 && mayExtract(operand, index) ? extract(operand) : operand,
  );
  if (node.operation === 'plus' || node.operation === 'min' || node.operation === 'max') {
    if (!conditional || !operands.some(couldFail)) {
      while (operands.length > HEAVIEST) operands = gathered(node, operands, extract);
    }
  }
  return withOperands(node, operands);
}

function writePart(calculation: Calculation, line: Line, number: number, formula: Formula): Formula {
  const id = `${line.id}.part${number}`;
  const label = `${line.label} (partie ${number})`;
  if (line.rhythm === 'once') return calculation.once(id, label, formula as never) as unknown as Formula;
  if (line.rhythm === 'yearly') return calculation.yearly(id, label, formula as never) as unknown as Formula;
  return calculation.monthly(id, label, formula as never) as unknown as Formula;
}

/** The same calculation, in which the formulas of these lines are cut in parts, each a line. */
export function cutFormulas(calculation: Calculation, lines: ReadonlySet<string>): Calculation {
  const cut = new Calculation(calculation.timeline, calculation.ratioStyleOf);
  for (const [id, assumption] of calculation.assumptions) cut.assumptions.set(id, assumption);
  for (const line of calculation.lines.values()) {
    let parts = 0;
    const formula = calculation.formulaOf(line);
    const extract: Extract = (part) => writePart(cut, line, ++parts, part);
    const shortened = lines.has(line.id) ? shorten(formula, false, extract) : formula;
    cut.lines.set(line.id, line);
    cut.define(line, shortened);
  }
  return cut;
}
