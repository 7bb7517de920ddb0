import type { Calculation } from '../calculation.ts';
import type { Decimal } from '../decimal.ts';
import type { Assumption, Line, NodeOf, PeriodFact } from '../operations.ts';
import { forEachCell } from '../order.ts';
import { OUTSIDE, periodRead, periodsRead } from '../place.ts';
import type { Timeline } from '../timeline.ts';
import type { Operand } from './operand.ts';
import type { Part, Parts } from './parts.ts';
import type { Table } from './table.ts';

/**
 * The values that do not vary: constants, facts of a period, assumptions that are not drawn and the lines that depend
 * on them alone. They are computed once and read by the drawn lines as plain numbers.
 */
export class FixedValues {
  private readonly timeline: Timeline;
  private readonly parts: Parts;
  private readonly initial: number[] = [0];
  private readonly numbers = new Map<Decimal | PeriodFact, number>();
  private readonly assumptions = new Map<string, number>();
  private readonly steps: { readonly part: Part; readonly period: number; readonly at: number }[] = [];
  private readonly firstCell: number;
  /** Value 0 is zero: what lies outside the timeline. */
  values = new Float64Array(0);

  constructor(calculation: Calculation, parts: Parts, table: Table) {
    this.timeline = calculation.timeline;
    this.parts = parts;
    this.firstCell = this.initial.length;
    for (const part of parts.fixed)
      for (let period = 0; period < part.periods; period++) this.initial.push(Number.NaN);
    forEachCell(calculation, (line) => {
      const part = parts.ofLine(line);
      if (part === undefined || parts.variation.line(line)) return undefined;
      return (period) => {
        const at = table.length;
        table.push(this.cell(line, period));
        for (const { operand } of part.reads) this.write(operand, period, table);
        this.steps.push({ part, period, at });
      };
    });
  }

  /** Number of the value of a cell that does not vary. */
  cell(line: Line, period: number): number {
    if (period === OUTSIDE) return 0;
    return this.firstCell + (this.parts.ofLine(line)?.firstCell ?? 0) + period;
  }

  /** Writes in the table the entries of an operand that does not vary, read from the period of its reader. */
  write(operand: Operand, period: number, table: Table): void {
    switch (operand.kind) {
      case 'constant': {
        const { value } = operand.node;
        table.push(this.number(value, () => [value.toNumber()]));
        return;
      }
      case 'assumption':
        table.push(this.assumption(operand.node));
        return;
      case 'period':
        table.push(this.number(operand.fact, () => periodFacts(this.timeline, operand.fact)) + period);
        return;
      case 'cell':
        table.push(
          this.cell(operand.line, periodRead(this.timeline, operand.place, operand.line.rhythm, period)),
        );
        return;
      case 'span': {
        const [from, to] = periodsRead(this.timeline, operand.span, operand.line.rhythm, period);
        table.push(this.cell(operand.line, 0) + from);
        table.push(this.cell(operand.line, 0) + to);
        return;
      }
      case 'row':
        table.push(this.cell(operand.line, 0));
        table.push(this.timeline.months);
    }
  }

  private number(key: Decimal | PeriodFact, make: () => readonly number[]): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const position = this.initial.length;
    this.initial.push(...make());
    this.numbers.set(key, position);
    return position;
  }

  private assumption(node: NodeOf<'assumption'>): number {
    const known = this.assumptions.get(node.id);
    if (known !== undefined) return known;
    const position = this.initial.length;
    this.initial.push((node as unknown as Assumption).value.toNumber());
    this.assumptions.set(node.id, position);
    return position;
  }

  /**
   * Computes all the values.
   * @param constants in place of the values of the assumptions that do not vary
   * @throws Error naming the first line whose value is not a number though it may not be undefined
   */
  compute(constants: ReadonlyMap<string, Decimal>, table: Int32Array): void {
    this.values = Float64Array.from(this.initial);
    for (const [id, position] of this.assumptions) {
      const given = constants.get(id);
      if (given !== undefined) this.values[position] = given.toNumber();
    }
    for (const { part, period, at } of this.steps) {
      part.kernel([], this.values, table, at, 1);
      const value = this.values[table[at] as number] as number;
      if (Number.isFinite(value) || (Number.isNaN(value) && part.line.mayBeUndefined)) continue;
      throw new Error(`line ${part.line.id}, period ${period}: ${value} in the reading in floats`);
    }
  }
}

function periodFacts(timeline: Timeline, fact: PeriodFact): readonly number[] {
  if (fact === 'calendarMonth') return timeline.calendarMonth;
  if (fact === 'monthsInYear') return timeline.years.map((year) => year.months);
  return timeline.calendarMonth.map((_, period) => period);
}
