import type { Calculation } from './calculation.ts';
import type { Decimal } from './decimal.ts';
import { compileFormula, type Evaluate, type Setting, type Value } from './exact/operations.ts';
import { clean } from './exact/short-decimals.ts';
import type { Assumption, Line } from './operations.ts';
import { forEachCell } from './order.ts';
import { periodCount, type Timeline } from './timeline.ts';
import { neededLines, type Variation, variationOf } from './variation.ts';

export type { Value } from './exact/operations.ts';

/** All the figures of a calculation, computed exactly. The only reading ever shown to a person. */
export interface Figures {
  readonly timeline: Timeline;
  /** The values of a line, one a period. @throws when the calculation has no such line */
  readonly of: (line: Line | string) => readonly Value[];
  /** The value that an assumption had in this reading. */
  readonly assumption: (id: string) => Decimal;
}

/** Values given in place of those that the assumptions carry, by id. */
export type Inputs = ReadonlyMap<string, Decimal>;

const NO_INPUT: Inputs = new Map();

export interface ExactSettings {
  /** Ids of the assumptions whose values change from one reading to the next. */
  readonly varying: readonly string[];
  /** Compute only these lines and what they need; all of them unless given. */
  readonly wanted?: readonly Line[];
}

/** A line compiled, with its cells. */
interface Compiled {
  readonly line: Line;
  readonly varies: boolean;
  readonly cells: Value[];
  readonly evaluate: Evaluate;
}

interface Cell {
  readonly of: Compiled;
  readonly period: number;
}

/**
 * The exact reading of a calculation, prepared to be made several times with other values of a few assumptions.
 *
 * What does not depend on them is computed by the first reading only.
 */
export class ExactReader {
  private readonly calculation: Calculation;
  private readonly values = new Map<string, Value[]>();
  private readonly held = new Map<string, { value: Decimal; readonly own: Decimal }>();
  private readonly compiled = new Map<Line, Compiled>();
  private readonly varying: ReadonlySet<string>;
  private readonly needed: ReadonlySet<Line> | undefined;
  /** The cells that vary, in the order of computation, once the first reading is made. */
  private again: readonly Cell[] | undefined;
  /** Of those, what a line needs. */
  private readonly againFor = new Map<Line, readonly Cell[]>();
  private inputs: Inputs = NO_INPUT;

  constructor(calculation: Calculation, settings: ExactSettings) {
    const { timeline } = calculation;
    this.calculation = calculation;
    this.varying = new Set(settings.varying);
    for (const id of this.varying) {
      if (!calculation.assumptions.has(id)) throw new Error(`no assumption ${id}`);
    }
    for (const line of calculation.lines.values()) {
      this.values.set(line.id, new Array<Value>(periodCount(timeline, line.rhythm)).fill(null));
    }
    this.needed = settings.wanted === undefined ? undefined : neededLines(calculation, settings.wanted);
    const setting: Setting = { timeline, values: this.values, given: (assumption) => this.hold(assumption) };
    const variation: Variation | undefined =
      this.varying.size === 0 ? undefined : variationOf(calculation, this.varying);
    for (const line of this.needed ?? calculation.lines.values()) {
      this.compiled.set(line, {
        line,
        varies: variation?.line(line) ?? false,
        cells: this.values.get(line.id) as Value[],
        evaluate: compileFormula(calculation.formulaOf(line), setting),
      });
    }
  }

  private hold(assumption: Assumption): { readonly value: Decimal } {
    let held = this.held.get(assumption.id);
    if (held === undefined) {
      const own = clean(assumption.value);
      held = { value: own, own };
      this.held.set(assumption.id, held);
    }
    return held;
  }

  /** Whether a line depends on the assumptions that vary. */
  varies(line: Line): boolean {
    return this.compiled.get(line)?.varies ?? false;
  }

  /**
   * Computes the figures; those given by an earlier reading are lost.
   * @param inputs values in place of those of the assumptions; from the second reading on, of those that vary only
   * @param only the line that is read: from the second reading on, the others are left as they were
   * @throws Error naming the line for an arithmetic bug
   */
  read(inputs: Inputs = NO_INPUT, only?: Line): Figures {
    if (this.again === undefined) {
      this.give(inputs);
      this.again = this.readFirst();
    } else {
      const other = [...inputs.keys()].find((id) => !this.varying.has(id));
      if (other !== undefined) throw new Error(`assumption ${other} was not said to vary`);
      const kept = [...this.inputs].filter(([id]) => !this.varying.has(id));
      this.give(new Map([...kept, ...inputs]));
      for (const { of, period } of only === undefined ? this.again : this.againOf(only, this.again))
        compute(of, period);
    }
    return this.figures();
  }

  private give(inputs: Inputs): void {
    this.inputs = inputs;
    for (const [id, held] of this.held) {
      const given = inputs.get(id);
      held.value = given === undefined ? held.own : clean(given);
    }
  }

  private againOf(line: Line, again: readonly Cell[]): readonly Cell[] {
    let cells = this.againFor.get(line);
    if (cells === undefined) {
      const needed = neededLines(this.calculation, [line]);
      cells = again.filter(({ of }) => needed.has(of.line));
      this.againFor.set(line, cells);
    }
    return cells;
  }

  /** Computes every cell wanted. @returns those that vary, in the order of computation */
  private readFirst(): Cell[] {
    const again: Cell[] = [];
    forEachCell(this.calculation, (line) => {
      const of = this.compiled.get(line);
      if (of === undefined) return undefined;
      if (!of.varies) return (period) => compute(of, period);
      return (period) => {
        compute(of, period);
        again.push({ of, period });
      };
    });
    return again;
  }

  private figures(): Figures {
    const { calculation, values, needed, inputs } = this;
    return {
      timeline: calculation.timeline,
      of: (line) => {
        const id = typeof line === 'string' ? line : line.id;
        const cells = values.get(id);
        if (cells === undefined) throw new Error(`no line ${id}`);
        if (needed !== undefined && !needed.has(calculation.line(id)))
          throw new Error(`${id} was not computed`);
        return cells;
      },
      assumption: (id) => {
        const given = inputs.get(id) ?? calculation.assumptions.get(id)?.value;
        if (given === undefined) throw new Error(`no assumption ${id}`);
        return given;
      },
    };
  }
}

function compute({ line, cells, evaluate }: Compiled, period: number): void {
  try {
    cells[period] = evaluate(period);
  } catch (problem) {
    throw new Error(`line ${line.id}, period ${period}: ${(problem as Error).message}`, { cause: problem });
  }
}

/**
 * Prepares the exact reading of a calculation for several values of some assumptions.
 * @throws CircleError when lines read one another in a circle; Error for an unknown assumption
 */
export function prepareExact(calculation: Calculation, settings: ExactSettings): ExactReader {
  return new ExactReader(calculation, settings);
}

/**
 * Computes every figure in Decimal.
 * @param inputs values in place of those of the assumptions
 * @param wanted compute only these lines and what they need; all of them unless given
 * @throws CircleError when lines read one another in a circle; Error naming the line for an arithmetic bug
 */
export function readExactly(
  calculation: Calculation,
  inputs: Inputs = NO_INPUT,
  wanted?: readonly Line[],
): Figures {
  return prepareExact(calculation, wanted === undefined ? { varying: [] } : { varying: [], wanted }).read(
    inputs,
  );
}
