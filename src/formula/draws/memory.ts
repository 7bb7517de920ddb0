import type { Aggregate } from '../operations.ts';
import type { Timeline } from '../timeline.ts';
import { ACCUMULATING_KERNELS, AGGREGATE_KERNELS, STARTING_KERNEL } from './arithmetic.ts';
import type { FixedValues } from './fixed.ts';
import type { Kernel } from './kernel.ts';
import type { CellOrder } from './order.ts';
import { cellsRead, type Part, type Parts, type Read } from './parts.ts';
import { Table } from './table.ts';

/** What to run for one block of draws. */
export interface Program {
  readonly kernels: readonly Kernel[];
  /** Pairs: number of a kernel (or KEEP), position of its entries in the table. */
  readonly steps: Int32Array;
  /** Blocks held at once. Block 0 holds zeros; then comes one for each drawn assumption. */
  readonly blocks: number;
  /** Row of the first cell of each part kept. */
  readonly rows: ReadonlyMap<Part, number>;
  readonly rowCount: number;
}

/** The step that copies a block to a row: its entries are both numbers. */
export const KEEP = -1;

/** Numbers of the blocks in use. The last released is taken first, while the processor's cache still holds it. */
class Blocks {
  private readonly free: number[] = [];
  count: number;

  constructor(reserved: number) {
    this.count = reserved;
  }

  take(): number {
    return this.free.pop() ?? this.count++;
  }

  release(block: number): void {
    this.free.push(block);
  }
}

/** The part whose cells, over all periods, a part aggregates; undefined when it is something else. */
function runsOver(part: Part): Part | undefined {
  const [only] = part.reads;
  if (!part.aggregates || only?.operand.kind !== 'span' || only.operand.span.kind !== 'all') return undefined;
  return only.part;
}

function aggregateOf(part: Part): Aggregate {
  const operand = part.reads[0]?.operand;
  return operand?.kind === 'span' ? operand.node.aggregate : 'sum';
}

function rowsOf(kept: readonly Part[]): { rows: Map<Part, number>; rowCount: number } {
  const rows = new Map<Part, number>();
  let rowCount = 0;
  for (const part of new Set(kept)) {
    rows.set(part, rowCount);
    rowCount += part.periods;
  }
  return { rows, rowCount };
}

/**
 * Gives each cell a block of draws, free again after its last reading, and writes the steps that compute them.
 * @param drawn ids of the drawn assumptions, in the order of their blocks
 * @param kept the parts whose cells are copied to rows as soon as they are computed
 */
export function writeProgram(
  timeline: Timeline,
  parts: Parts,
  order: CellOrder,
  fixed: FixedValues,
  drawn: readonly string[],
  kept: readonly Part[],
  table: Table,
): Program {
  const { cells, partOf, forEachRead } = order;
  const { rows, rowCount } = rowsOf(kept);
  const blocks = new Blocks(1 + drawn.length);
  const blockOfAssumption = new Map(drawn.map((id, index) => [id, 1 + index]));
  const blockOf = new Int32Array(partOf.length);
  const kernels: Kernel[] = [];
  const kernelNumbers = new Map<Kernel, number>();
  const steps = new Table();

  const partAt = (cell: number) => parts.varying[partOf[cell] as number] as Part;
  const step = (kernel: Kernel, at: number): void => {
    let number = kernelNumbers.get(kernel);
    if (number === undefined) {
      number = kernels.push(kernel) - 1;
      kernelNumbers.set(kernel, number);
    }
    steps.push(number);
    steps.push(at);
  };
  /** Lists in the table the blocks of the cells that an operand reads: position and length of the list. */
  const list = (read: Read, period: number): readonly [number, number] => {
    const start = table.length;
    const [from, to] = cellsRead(timeline, read, period);
    const first = read.part?.firstCell ?? 0;
    for (let cell = first + from; cell <= first + to; cell++) table.push(blockOf[cell] as number);
    return [start, table.length - start];
  };
  const aggregate = (kernel: Kernel, into: number, read: Read, period: number): void => {
    const [start, count] = list(read, period);
    const at = table.length;
    for (const entry of [into, start, count]) table.push(entry);
    step(kernel, at);
  };
  const isSpan = ({ operand, part }: Read) => operand.kind === 'span' && part !== undefined && !part.isWhole;

  const compute = (part: Part, period: number, into: number): void => {
    // Aggregates and lists first: the entries of the cell must follow one another.
    const prepared = part.reads.map((read) => {
      if (read.part === undefined) return undefined;
      if (read.operand.kind === 'row') return list(read, period);
      if (read.operand.kind !== 'span' || !isSpan(read)) return undefined;
      const scratch = blocks.take();
      aggregate(AGGREGATE_KERNELS[read.operand.node.aggregate], scratch, read, period);
      return [scratch];
    });
    const at = table.length;
    table.push(into);
    part.reads.forEach((read, index) => {
      const { operand } = read;
      const entries = prepared[index];
      if (entries !== undefined) for (const entry of entries) table.push(entry);
      else if (read.part !== undefined) {
        const [from, to] = cellsRead(timeline, read, period);
        table.push(from <= to ? (blockOf[read.part.firstCell + from] as number) : 0);
      } else {
        const block = operand.kind === 'assumption' ? blockOfAssumption.get(operand.node.id) : undefined;
        if (block === undefined) fixed.write(operand, period, table);
        else table.push(block);
      }
    });
    step(part.kernel, at);
    part.reads.forEach((read, index) => {
      if (isSpan(read)) blocks.release(prepared[index]?.[0] as number);
    });
  };

  // Aggregates over all periods take each term as soon as it is computed: its block need not wait for the last.
  const running = new Map<Part, Part[]>();
  const lastReading = new Int32Array(partOf.length).fill(-1);
  cells.forEach((cell, position) => {
    const part = partAt(cell);
    const source = runsOver(part);
    if (source !== undefined) running.set(source, [...(running.get(source) ?? []), part]);
    else {
      forEachRead(cell, (read) => {
        lastReading[read] = position;
      });
    }
  });
  const accumulate = (term: number, total: Part): void => {
    const isFirst = blockOf[total.firstCell] === 0;
    if (isFirst) blockOf[total.firstCell] = blocks.take();
    const at = table.length;
    table.push(blockOf[total.firstCell] as number);
    table.push(term);
    step(isFirst ? STARTING_KERNEL : ACCUMULATING_KERNELS[aggregateOf(total)], at);
  };

  cells.forEach((cell, position) => {
    const part = partAt(cell);
    const period = cell - part.firstCell;
    const isRunning = runsOver(part) !== undefined;
    if (!isRunning) {
      const into = blocks.take();
      blockOf[cell] = into;
      const [only] = part.reads;
      if (part.aggregates && only !== undefined) aggregate(part.kernel, into, only, period);
      else compute(part, period, into);
      for (const total of running.get(part) ?? []) accumulate(into, total);
    }
    const block = blockOf[cell] as number;
    const row = rows.get(part);
    if (row !== undefined) {
      steps.push(KEEP);
      steps.push(table.length);
      table.push(block);
      table.push(row + period);
    }
    if (lastReading[cell] === -1) blocks.release(block);
    if (isRunning) return;
    forEachRead(cell, (read) => {
      if (lastReading[read] !== position) return;
      blocks.release(blockOf[read] as number);
      lastReading[read] = -2;
    });
  });
  return { kernels, steps: steps.toArray(), blocks: blocks.count, rows, rowCount };
}
