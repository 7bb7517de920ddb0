import type { Calculation } from './calculation.ts';
import { cellsRead, type Part, type Parts } from './draws-parts.ts';
import { forEachCell, orderOf } from './order.ts';
import type { Timeline } from './timeline.ts';

/**
 * The order in which the cells that vary are computed.
 *
 * Any order in which each cell follows those that it reads gives the same figures. This one runs month by month
 * through all the lines, so that a cell is read soon after it is written and few must be held at once: a line after
 * the other would hold whole lines, 252 blocks where one or two do.
 */
export interface CellOrder {
  /** Cells needed, in the order of computation. */
  readonly cells: Int32Array;
  /** Part of each cell, by its number in `parts.varying`. */
  readonly partOf: Int32Array;
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
  forEachCell(calculation, (line, period) => {
    const entry = lines.get(line.id);
    if (entry === undefined) return;
    sequence[length++] = entry.part.firstCell + period;
    if (--entry.left > 0) return;
    for (const whole of entry.wholes) sequence[length++] = whole.firstCell;
  });
  return sequence;
}

/**
 * In which sweep through the months each part is best computed: even ones go forward, odd ones backward. Lines that
 * look ahead in a circle wait for a backward sweep, and lines that read a value known at the end of a sweep for the
 * next one. It only guides: `orderCells` delays a cell further if it reads one computed later.
 */
function sweepsOf(calculation: Calculation, parts: Parts): number[] {
  const sweeps = new Array<number>(parts.varying.length).fill(0);
  const knownAtEnd = new Array<boolean>(parts.varying.length).fill(false);
  const place = (part: Part, inside: ReadonlySet<Part>): number => {
    let sweep = 0;
    for (const { part: read } of part.reads) {
      if (read === undefined || inside.has(read)) continue;
      const waits = part.rhythm !== 'once' && knownAtEnd[read.index];
      sweep = Math.max(sweep, (sweeps[read.index] as number) + (waits ? 1 : 0));
    }
    return sweep;
  };
  const settle = (part: Part, sweep: number): void => {
    sweeps[part.index] = sweep;
    knownAtEnd[part.index] =
      part.rhythm === 'once' &&
      part.reads.some(({ part: read }) => {
        return (
          read !== undefined &&
          sweeps[read.index] === sweep &&
          (read.rhythm !== 'once' || knownAtEnd[read.index])
        );
      });
  };
  const wholes = new Map<string, Part[]>();
  for (const part of parts.varying) {
    if (part.isWhole) wholes.set(part.line.id, [...(wholes.get(part.line.id) ?? []), part]);
  }
  for (const group of orderOf(calculation)) {
    const [first] = group.lines;
    if (first === undefined || !parts.variation.line(first)) continue;
    const members = group.lines.map(parts.ofLine).filter((part) => part !== undefined);
    const inside = new Set(members);
    const circular = members.some((part) =>
      part.reads.some(({ part: read }) => read !== undefined && inside.has(read)),
    );
    let sweep = Math.max(0, ...members.map((part) => place(part, inside)));
    if (circular && (sweep % 2 === 0) !== (group.direction === 'forward')) sweep++;
    for (const part of members) settle(part, sweep);
    for (const line of group.lines) for (const whole of wholes.get(line.id) ?? []) settle(whole, sweep);
  }
  return sweeps;
}

function stepOf(timeline: Timeline, part: Part, period: number, forward: boolean): number {
  if (part.rhythm === 'once') return 0;
  const year = part.rhythm === 'yearly' ? timeline.years[period] : undefined;
  return forward ? (year?.firstMonth ?? period) : timeline.months - 1 - (year?.lastMonth ?? period);
}

/** Orders the cells needed for those kept; others are left out. */
export function orderCells(calculation: Calculation, parts: Parts, kept: readonly Part[]): CellOrder {
  const { timeline } = calculation;
  const total = parts.varying.reduce((sum, part) => sum + part.periods, 0);
  const partOf = new Int32Array(total);
  for (const part of parts.varying) partOf.fill(part.index, part.firstCell, part.firstCell + part.periods);
  const sequence = sequenceOf(calculation, parts.varying, total);
  const sweeps = sweepsOf(calculation, parts);

  const needed = new Uint8Array(total);
  for (const part of kept) needed.fill(1, part.firstCell, part.firstCell + part.periods);
  for (let position = total - 1; position >= 0; position--) {
    const cell = sequence[position] as number;
    if (needed[cell] === 0) continue;
    const part = parts.varying[partOf[cell] as number] as Part;
    for (const read of part.reads) {
      const [from, to] = cellsRead(timeline, read, cell - part.firstCell);
      if (read.part !== undefined && from <= to)
        needed.fill(1, read.part.firstCell + from, read.part.firstCell + to + 1);
    }
  }

  // The moment of a cell: its own date in its sweep, or that of the latest cell that it reads.
  const moments = new Int32Array(total);
  let last = 0;
  for (const cell of sequence) {
    if (needed[cell] === 0) continue;
    const part = parts.varying[partOf[cell] as number] as Part;
    const sweep = sweeps[part.index] as number;
    let moment = sweep * timeline.months + stepOf(timeline, part, cell - part.firstCell, sweep % 2 === 0);
    for (const read of part.reads) {
      const [from, to] = cellsRead(timeline, read, cell - part.firstCell);
      const first = read.part?.firstCell ?? 0;
      for (let period = from; period <= to; period++)
        moment = Math.max(moment, moments[first + period] as number);
    }
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
  return { cells, partOf };
}
