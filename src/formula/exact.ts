import type { Calculation } from './calculation.ts';
import { Decimal, isDust, ONE, roundedTo, toCents, withoutDust, ZERO } from './decimal.ts';
import type { Assumption, Comparison, Formula, Line, NodeOf, Operation } from './operations.ts';
import { forEachCell, referencesOf } from './order.ts';
import { OUTSIDE, periodRead, periodsRead } from './place.ts';
import { periodCount, type Timeline } from './timeline.ts';
import { comparisonDecimals } from './units.ts';

/** A value, or null where it is undefined (« non défini »). Truth is 1 or 0. */
export type Value = Decimal | null;

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

type Evaluate = (period: number) => Value;

interface Reading {
  readonly timeline: Timeline;
  readonly values: Map<string, Value[]>;
  readonly inputs: Inputs;
  readonly evaluate: (formula: Formula) => Evaluate;
}

/** Zero is one object, so that sums and products can skip it without arithmetic. */
function clean(value: Decimal): Decimal {
  return value.isZero() ? ZERO : value;
}

/** The sign of a − b once rounded to what distinguishes two values of the unit. */
function sign(a: Decimal, b: Decimal, decimals: number): number {
  if (a === b) return 0;
  const difference = roundedTo(a.minus(b), decimals);
  return difference.isZero() ? 0 : difference.isNegative() ? -1 : 1;
}

const HOLDS: Record<Comparison, (sign: number) => boolean> = {
  less: (s) => s < 0,
  atMost: (s) => s <= 0,
  equal: (s) => s === 0,
  atLeast: (s) => s >= 0,
  more: (s) => s > 0,
  different: (s) => s !== 0,
};

function extreme(
  operands: readonly Evaluate[],
  keep: (candidate: Decimal, best: Decimal) => boolean,
): Evaluate {
  return (period) => {
    let best: Value = null;
    for (const operand of operands) {
      const value = operand(period);
      if (value !== null && (best === null || keep(value, best))) best = value;
    }
    return best;
  };
}

type Compile = { readonly [O in Operation]: (node: NodeOf<O>, reading: Reading) => Evaluate };

const compile: Compile = {
  constant: (node) => {
    const value = clean(node.value);
    return () => value;
  },
  assumption: (node, { inputs }) => {
    const value = clean(inputs.get(node.id) ?? (node as unknown as Assumption).value);
    return () => value;
  },
  period: (node, { timeline }) => {
    const { fact } = node;
    if (fact === 'month' || fact === 'year') return (period) => (period === 0 ? ZERO : new Decimal(period));
    if (fact === 'calendarMonth') return (period) => new Decimal(timeline.calendarMonth[period] ?? 0);
    return (period) => new Decimal(timeline.years[period]?.months ?? 0);
  },
  line: (node, { timeline, values, evaluate }) => {
    const { line, place } = node;
    const cells = values.get(line.id) as Value[];
    if (place.kind === 'atMonth') {
      const month = evaluate(place.month);
      return (period) => {
        const wanted = month(period)?.toNumber() ?? OUTSIDE;
        return cells[wanted] === undefined ? ZERO : (cells[wanted] as Value);
      };
    }
    if (place.kind === 'near') {
      if (line.rhythm === 'once') return () => cells[0] as Value;
      const { offset } = place;
      const count = periodCount(timeline, line.rhythm);
      return (period) => {
        const wanted = period + offset;
        return wanted < 0 || wanted >= count ? ZERO : (cells[wanted] as Value);
      };
    }
    return (period) => {
      const wanted = periodRead(timeline, place, line.rhythm, period);
      return wanted === OUTSIDE ? ZERO : (cells[wanted] as Value);
    };
  },
  aggregate: (node, { timeline, values }) => {
    const { line, span, aggregate } = node;
    const cells = values.get(line.id) as Value[];
    if (aggregate === 'sum') {
      return (period) => {
        const [from, to] = periodsRead(timeline, span, line.rhythm, period);
        let sum = ZERO;
        for (let p = from; p <= to; p++) {
          const value = cells[p] as Value;
          if (value === null) return null;
          if (value !== ZERO) sum = sum === ZERO ? value : sum.plus(value);
        }
        return clean(sum);
      };
    }
    const wantsLess = aggregate === 'min';
    return (period) => {
      const [from, to] = periodsRead(timeline, span, line.rhythm, period);
      let best: Value = null;
      for (let p = from; p <= to; p++) {
        const value = cells[p] as Value;
        if (value !== null && (best === null || (wantsLess ? value.lt(best) : value.gt(best)))) best = value;
      }
      return best;
    };
  },
  plus: (node, { evaluate }) => {
    const operands = node.operands.map(evaluate);
    return (period) => {
      let sum = ZERO;
      for (const operand of operands) {
        const value = operand(period);
        if (value === null) return null;
        if (value !== ZERO) sum = sum === ZERO ? value : sum.plus(value);
      }
      return clean(sum);
    };
  },
  minus: (node, { evaluate }) => {
    const [left, right] = [evaluate(node.operands[0]), evaluate(node.operands[1])];
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      if (b === ZERO) return a;
      return a === ZERO ? b.neg() : clean(a.minus(b));
    };
  },
  times: (node, { evaluate }) => {
    const [left, right] = [evaluate(node.operands[0]), evaluate(node.operands[1])];
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      return a === ZERO || b === ZERO ? ZERO : clean(a.times(b));
    };
  },
  dividedBy: (node, { evaluate }) => {
    const [left, right] = [evaluate(node.operands[0]), evaluate(node.operands[1])];
    const { divisorIsNeverZero } = node;
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      if (isDust(b)) {
        if (divisorIsNeverZero) throw new Error('a divisor said never to be zero is zero');
        return null;
      }
      return a === ZERO ? ZERO : clean(a.div(b));
    };
  },
  power: (node, { evaluate }) => {
    const [left, right] = [evaluate(node.operands[0]), evaluate(node.operands[1])];
    return (period) => {
      const base = left(period);
      const exponent = right(period);
      if (base === null || exponent === null) return null;
      if (exponent === ZERO) return ONE;
      const result = base.pow(exponent);
      if (!result.isFinite()) throw new Error(`${base} to the power ${exponent} is not a number`);
      return clean(result);
    };
  },
  min: (node, { evaluate }) => extreme(node.operands.map(evaluate), (a, b) => a.lt(b)),
  max: (node, { evaluate }) => extreme(node.operands.map(evaluate), (a, b) => a.gt(b)),
  roundedToCents: (node, { evaluate }) => {
    const operand = evaluate(node.operands[0]);
    return (period) => {
      const value = operand(period);
      if (value === null || value === ZERO) return value;
      return clean(toCents(value));
    };
  },
  integerPart: (node, { evaluate }) => {
    const operand = evaluate(node.operands[0]);
    return (period) => {
      const value = operand(period);
      return value === null || value === ZERO ? value : clean(withoutDust(value).floor());
    };
  },
  compare: (node, { evaluate }) => {
    const [left, right] = [evaluate(node.operands[0]), evaluate(node.operands[1])];
    const decimals = comparisonDecimals(node.operands[0].unit);
    const holds = HOLDS[node.comparison];
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      return holds(sign(a, b, decimals)) ? ONE : ZERO;
    };
  },
  choose: (node, { evaluate }) => {
    const condition = evaluate(node.operands[0]);
    const [whenTrue, otherwise] = [evaluate(node.operands[1]), evaluate(node.operands[2])];
    return (period) => {
      const truth = condition(period);
      if (truth === null) return null;
      return truth === ZERO ? otherwise(period) : whenTrue(period);
    };
  },
  definedOr: (node, { evaluate }) => {
    const [value, fallback] = [evaluate(node.operands[0]), evaluate(node.operands[1])];
    return (period) => value(period) ?? fallback(period);
  },
};

function compileFormula(formula: Formula, reading: Reading): Evaluate {
  return (compile[formula.operation] as (node: Formula, reading: Reading) => Evaluate)(formula, reading);
}

/** The lines that some lines need, themselves included. */
function neededFor(calculation: Calculation, wanted: readonly Line[]): ReadonlySet<Line> {
  const needed = new Set<Line>();
  const waiting = [...wanted];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    if (needed.has(line)) continue;
    needed.add(line);
    for (const reference of referencesOf(calculation.formulaOf(line))) waiting.push(reference.line);
  }
  return needed;
}

/**
 * Computes every figure in Decimal.
 * @param inputs values in place of those of the assumptions
 * @param wanted compute only these lines and what they need; all of them unless given
 * @throws CircleError when lines read one another in a circle; Error naming the line for an arithmetic bug
 */
export function readExactly(
  calculation: Calculation,
  inputs: Inputs = new Map(),
  wanted?: readonly Line[],
): Figures {
  const { timeline } = calculation;
  const values = new Map<string, Value[]>();
  for (const line of calculation.lines.values()) {
    values.set(line.id, new Array<Value>(periodCount(timeline, line.rhythm)).fill(null));
  }
  const reading: Reading = {
    timeline,
    values,
    inputs,
    evaluate: (formula) => compileFormula(formula, reading),
  };
  const evaluators = new Map<Line, { cells: Value[]; evaluate: Evaluate }>();
  const needed = wanted === undefined ? undefined : neededFor(calculation, wanted);
  for (const line of needed ?? calculation.lines.values()) {
    evaluators.set(line, {
      cells: values.get(line.id) as Value[],
      evaluate: compileFormula(calculation.formulaOf(line), reading),
    });
  }
  forEachCell(calculation, (line, period) => {
    const evaluator = evaluators.get(line);
    if (evaluator === undefined) return;
    const { cells, evaluate } = evaluator;
    try {
      cells[period] = evaluate(period);
    } catch (problem) {
      throw new Error(`line ${line.id}, period ${period}: ${(problem as Error).message}`, { cause: problem });
    }
  });
  return {
    timeline,
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
