import type { Calculation } from '../calculation.ts';
import type { Decimal } from '../decimal.ts';
import { type DrawReader, prepareDraws } from '../draws.ts';
import { type ExactReader, prepareExact, type Value } from '../exact.ts';
import type { Line } from '../operations.ts';
import type { Unit } from '../units.ts';
import type { Grid } from './grid.ts';

/**
 * How far from zero a value in floats must be for its sign to be sure; nearer, only the exact reading can tell.
 * @param size the largest amount that it comes from
 */
export function doubtOf(unit: Unit, size: number): number {
  return (unit === 'money' ? 0.05 : 1e-7) + 1e-7 * size;
}

/**
 * Some lines of a calculation as functions of one assumption: in floats by blocks, and exactly one value at a time.
 * Each reading is prepared once, when first asked for.
 */
export class Readings {
  private readonly calculation: Calculation;
  private readonly lines: readonly Line[];
  private readonly grid: Grid;
  private readonly given: ReadonlyMap<string, Decimal>;
  private readonly varying: readonly string[];
  private draws: DrawReader | undefined;
  private exact: ExactReader | undefined;
  /** By position, the values of the lines read there. */
  private readonly known = new Map<number, Value[]>();

  /** @param lines with one value each; a calculation without the assumption gives the same values everywhere */
  constructor(
    calculation: Calculation,
    assumption: string,
    lines: readonly Line[],
    grid: Grid,
    given: ReadonlyMap<string, Decimal> = new Map(),
  ) {
    this.calculation = calculation;
    this.lines = lines;
    this.grid = grid;
    this.given = given;
    this.varying = calculation.assumptions.has(assumption) ? [assumption] : [];
  }

  private drawReader(): DrawReader {
    this.draws ??= prepareDraws(this.calculation, {
      varying: this.varying,
      kept: this.lines,
      constants: this.given,
    });
    return this.draws;
  }

  /** Whether a line depends on the assumption. */
  varies(index: number): boolean {
    return this.drawReader().varies(this.lines[index] as Line);
  }

  /** The values in floats of each line, at some positions; lost at the next call. */
  sample(positions: readonly number[]): (index: number) => Float64Array {
    const reader = this.drawReader();
    const block = Float64Array.from(positions, this.grid.numberAt);
    const inputs = new Map(this.varying.map((id) => [id, block] as const));
    reader.run(inputs, positions.length);
    return (index) => reader.value(this.lines[index] as Line, 0);
  }

  /** The exact value of a line at a position. */
  exactly(index: number, position: number): Value {
    const place = this.varies(index) ? position : 0;
    const values = this.known.get(place) ?? [];
    if (values[index] === undefined) {
      const line = this.lines[index] as Line;
      const inputs = new Map<string, Decimal>(this.varying.map((id) => [id, this.grid.at(place)]));
      // What is given does not change between readings: the first one is told of it.
      const isFirst = this.exact === undefined;
      this.exact ??= prepareExact(this.calculation, { varying: this.varying, wanted: this.lines });
      const figures = this.exact.read(isFirst ? new Map([...this.given, ...inputs]) : inputs, line);
      if (isFirst) for (const [at, other] of this.lines.entries()) values[at] = figures.of(other)[0] ?? null;
      else values[index] = figures.of(line)[0] ?? null;
      this.known.set(place, values);
    }
    return values[index] ?? null;
  }
}
