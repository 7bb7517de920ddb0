import type { Calculation } from '../calculation.ts';
import type { Formula, Line } from '../operations.ts';
import { orderOf } from '../order.ts';
import { OUTSIDE, periodRead, periodsRead } from '../place.ts';
import { periodCount, type Rhythm, type Timeline } from '../timeline.ts';
import { neededLines, type Variation, variationOf } from '../variation.ts';
import { AGGREGATE_KERNELS } from './arithmetic.ts';
import { compileKernel, type Kernel, type KernelText, writeKernel } from './kernel.ts';
import type { Operand } from './operand.ts';

/** One operand of a part; `part` is what it reads when that varies. */
export interface Read {
  readonly operand: Operand;
  readonly part: Part | undefined;
}

/** A line as the reading in floats computes it, or the aggregate of a whole line, shared by all who read it. */
export interface Part {
  readonly index: number;
  /** The line computed, or the line aggregated. */
  readonly line: Line;
  readonly isWhole: boolean;
  readonly rhythm: Rhythm;
  readonly periods: number;
  /** Number of its first cell, among all cells that vary or among all that do not. */
  readonly firstCell: number;
  readonly kernel: Kernel;
  readonly reads: Read[];
  /** The kernel aggregates the cells of its only operand; it takes their list. */
  readonly aggregates: boolean;
}

/** What must be computed for the lines kept, split between what varies and what does not, in an order of computation. */
export interface Parts {
  readonly varying: readonly Part[];
  readonly fixed: readonly Part[];
  readonly variation: Variation;
  /** The part of a line; undefined when no kept line needs it. */
  readonly ofLine: (line: Line) => Part | undefined;
}

function compileLine(
  formula: Formula,
  rhythm: Rhythm,
  variation: Variation,
): Pick<Part, 'kernel' | 'aggregates'> & KernelText {
  if (
    formula.operation === 'aggregate' &&
    variation.line(formula.line) &&
    (formula.span.kind !== 'all' || rhythm === 'once')
  ) {
    const operand: Operand = { kind: 'span', node: formula, line: formula.line, span: formula.span };
    return { kernel: AGGREGATE_KERNELS[formula.aggregate], aggregates: true, text: '', operands: [operand] };
  }
  const { text, operands } = writeKernel(formula, variation);
  return { kernel: compileKernel(text), aggregates: false, text, operands };
}

/**
 * Compiles the lines needed for those kept.
 * @param varying ids of the assumptions that differ from one draw to the next
 * @throws CircleError when lines read one another in a circle
 */
export function compileParts(
  calculation: Calculation,
  varying: ReadonlySet<string>,
  kept: readonly Line[],
): Parts {
  const { timeline } = calculation;
  const variation = variationOf(calculation, varying);
  const needed = neededLines(calculation, kept);
  const parts = { varying: [] as Part[], fixed: [] as Part[] };
  const cells = { varying: 0, fixed: 0 };
  const byLine = new Map<string, Part>();
  const wholes = new Map<string, Part>();

  const add = (
    line: Line,
    rhythm: Rhythm,
    isWhole: boolean,
    { kernel, aggregates }: Pick<Part, 'kernel' | 'aggregates'>,
  ): Part => {
    const kind = variation.line(line) ? 'varying' : 'fixed';
    const periods = periodCount(timeline, rhythm);
    const position = { index: parts[kind].length, firstCell: cells[kind] };
    const part: Part = { ...position, line, isWhole, rhythm, periods, kernel, aggregates, reads: [] };
    cells[kind] += periods;
    parts[kind].push(part);
    return part;
  };
  /** What an operand reads; an aggregate over all periods is computed once for all its readers. */
  const readOf = (operand: Operand, reader: Part): Read => {
    if (!('line' in operand) || !variation.line(operand.line)) return { operand, part: undefined };
    const source = byLine.get(operand.line.id);
    if (operand.kind !== 'span' || operand.span.kind !== 'all' || reader.aggregates) {
      return { operand, part: source };
    }
    const { aggregate } = operand.node;
    const key = `${aggregate} ${operand.line.id}`;
    let whole = wholes.get(key);
    if (whole === undefined) {
      whole = add(operand.line, 'once', true, { kernel: AGGREGATE_KERNELS[aggregate], aggregates: true });
      whole.reads.push({ operand, part: source });
      wholes.set(key, whole);
    }
    return { operand, part: whole };
  };

  for (const group of orderOf(calculation)) {
    const made = group.lines
      .filter((line) => needed.has(line))
      .map((line) => {
        const { operands, ...compiled } = compileLine(calculation.formulaOf(line), line.rhythm, variation);
        const part = add(line, line.rhythm, false, compiled);
        byLine.set(line.id, part);
        return { part, operands };
      });
    // Once every line of the group is known: they read one another.
    for (const { part, operands } of made) {
      for (const operand of operands) part.reads.push(readOf(operand, part));
    }
  }
  return { ...parts, variation, ofLine: (line) => byLine.get(line.id) };
}

/** The periods of `read.part` that the cell `period` of a part reads; first > last when there are none. */
export function cellsRead(timeline: Timeline, read: Read, period: number): readonly [number, number] {
  const { operand, part } = read;
  if (part === undefined) return [0, OUTSIDE];
  switch (operand.kind) {
    case 'cell': {
      const wanted = periodRead(timeline, operand.place, operand.line.rhythm, period);
      return wanted === OUTSIDE ? [0, OUTSIDE] : [wanted, wanted];
    }
    case 'span':
      return part.isWhole ? [0, 0] : periodsRead(timeline, operand.span, operand.line.rhythm, period);
    case 'row':
      return [0, part.periods - 1];
    default:
      return [0, OUTSIDE];
  }
}
