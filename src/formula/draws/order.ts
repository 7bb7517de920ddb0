import type { Calculation } from '../calculation.ts';
import { forEachCell } from '../order.ts';
import type { Timeline } from '../timeline.ts';
import { cellsRead, type Part, type Parts } from './parts.ts';
import { Table } from './table.ts';

/**
 * The order in which the cells that vary are computed.
 *
 * Any order in which each cell follows those that it reads gives the same figures. This one runs month by month
 * through all the lines, where they allow it, so that a cell is read soon after it is written and few must be held at
 * once: one line after the other would hold whole lines, 252 blocks where one or two do.
 */
export interface CellOrder {
  /** Cells needed, in the order of computation. */
  readonly cells: Int32Array;
  /** Part of each cell, by its number in `parts.varying`. */
  readonly partOf: Int32Array;
  /** Calls `visit` for each cell that a cell needed reads, as often as it reads it. */
  readonly forEachRead: (cell: number, visit: (read: number) => void) => void;
}

/** All the cells, in the order of `forEachCell`; the aggregate of a line follows its last cell. */
function sequenceOf(calculation: Calculation, parts: readonly Part[], total: number): Int32Array {
  const sequence = new Int32Array(total);
  const lines = new Map<string, { part: Part; wholes: Part[]; left: number }>();
  for (const part of parts) {
    if (!part.isWhole) lines.set(part.line.id, { part, wholes: [], left: part.periods });
    else lines.get(part.line.id)?.wholes.push(part);
  }
  let length = 0;
  forEachCell(calculation, (line) => {
    const entry = lines.get(line.id);
    if (entry === undefined) return undefined;
    return (period) => {
      sequence[length++] = entry.part.firstCell + period;
      if (--entry.left > 0) return;
      for (const whole of entry.wholes) sequence[length++] = whole.firstCell;
    };
  });
  return sequence;
}

/** The first month of a cell: 0 for a value without date. */
function monthOf(timeline: Timeline, part: Part, period: number): number {
  if (part.rhythm === 'once') return 0;
  return part.rhythm === 'yearly' ? (timeline.years[period]?.firstMonth ?? 0) : period;
}

/** Orders the cells needed for those kept; others are left out. */
export function orderCells(calculation: Calculation, parts: Parts, kept: readonly Part[]): CellOrder {
  const { timeline } = calculation;
  const total = parts.varying.reduce((sum, part) => sum + part.periods, 0);
  const partOf = new Int32Array(total);
  for (const part of parts.varying) partOf.fill(part.index, part.firstCell, part.firstCell + part.periods);
  const sequence = sequenceOf(calculation, parts.varying, total);

  const needed = new Uint8Array(total);
  for (const part of kept) needed.fill(1, part.firstCell, part.firstCell + part.periods);
  const reads = new Table();
  const readsFrom = new Int32Array(total);
  const readsTo = new Int32Array(total);
  for (let position = total - 1; position >= 0; position--) {
    const cell = sequence[position] as number;
    if (needed[cell] === 0) continue;
    const part = parts.varying[partOf[cell] as number] as Part;
    readsFrom[cell] = reads.length;
    for (const read of part.reads) {
      if (read.part === undefined) continue;
      const { firstCell } = read.part;
      const [from, to] = cellsRead(timeline, read, cell - part.firstCell);
      for (let period = from; period <= to; period++) {
        reads.push(firstCell + period);
        needed[firstCell + period] = 1;
      }
    }
    readsTo[cell] = reads.length;
  }
  const forEachRead = (cell: number, visit: (read: number) => void): void => {
    const to = readsTo[cell] as number;
    for (let k = readsFrom[cell] as number; k < to; k++) visit(reads.at(k));
  };

  // The moment of a cell: its own month, or the moment of the latest cell that it reads.
  const moments = new Int32Array(total);
  let last = 0;
  for (const cell of sequence) {
    if (needed[cell] === 0) continue;
    const part = parts.varying[partOf[cell] as number] as Part;
    let moment = monthOf(timeline, part, cell - part.firstCell);
    forEachRead(cell, (read) => {
      moment = Math.max(moment, moments[read] as number);
    });
    moments[cell] = moment;
    last = Math.max(last, moment);
  }

  // A stable counting sort: at one moment, the order of `forEachCell`, in which a cell follows those that it reads.
  const starts = new Int32Array(last + 2);
  const wanted = sequence.filter((cell) => needed[cell] === 1);
  for (const cell of wanted) {
    const after = (moments[cell] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let moment = 1; moment <= last; moment++) {
    starts[moment] = (starts[moment] as number) + (starts[moment - 1] as number);
  }
  const cells = new Int32Array(wanted.length);
  for (const cell of wanted) {
    const moment = moments[cell] as number;
    const position = starts[moment] as number;
    cells[position] = cell;
    starts[moment] = position + 1;
  }
  return { cells, partOf, forEachRead };
}
