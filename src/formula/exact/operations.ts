import { Decimal, isDust, ONE, withoutDust, ZERO } from '../decimal.ts';
import type { Assumption, Comparison, Formula, NodeOf, Operation } from '../operations.ts';
import { OUTSIDE, periodRead, periodsRead } from '../place.ts';
import { periodCount, type Timeline } from '../timeline.ts';
import { comparisonDecimals } from '../units.ts';
import { RunningSum } from './running-sum.ts';
import { centsOf, clean, divide, isBelow, multiply, signOfDifference, subtract } from './short-decimals.ts';

/** A value, or null where it is undefined (« non défini »). Truth is 1 or 0. */
export type Value = Decimal | null;

/** Computes the value of a formula at a period. */
export type Evaluate = (period: number) => Value;

/** What an evaluator reads besides its formula; the same for all those of a reading. */
export interface Setting {
  readonly timeline: Timeline;
  /** The cells of each line, filled as they are computed. */
  readonly values: ReadonlyMap<string, Value[]>;
  /** Where the value of an assumption is held: it may change from one reading to the next. */
  readonly given: (assumption: Assumption) => { readonly value: Decimal };
}

/** Whole numbers of periods, made once: they are read by most cells. */
const WHOLE: Decimal[] = [ZERO, ONE];

function whole(number: number): Decimal {
  let made = WHOLE[number];
  if (made === undefined) {
    made = new Decimal(number);
    WHOLE[number] = made;
  }
  return made;
}

const HOLDS: Record<Comparison, (sign: number) => boolean> = {
  less: (s) => s < 0,
  atMost: (s) => s <= 0,
  equal: (s) => s === 0,
  atLeast: (s) => s >= 0,
  more: (s) => s > 0,
  different: (s) => s !== 0,
};

/** A month often repeats the operation of the month before: « rate / 12 ». */
function rememberingLast(compute: (a: Decimal, b: Decimal) => Decimal): (a: Decimal, b: Decimal) => Decimal {
  let lastA: Decimal | undefined;
  let lastB: Decimal | undefined;
  let last = ZERO;
  return (a, b) => {
    if (a === lastA && b === lastB) return last;
    last = compute(a, b);
    lastA = a;
    lastB = b;
    return last;
  };
}

/** Powers found, whatever the reading: every column raises the same yearly rates to the same months. */
const powers = new Map<string, Decimal>();
const KEPT_POWERS = 20_000;

function powerOf(base: Decimal, exponent: Decimal): Decimal {
  const key = `${base} ${exponent}`;
  const known = powers.get(key);
  if (known !== undefined) return known;
  const result = base.pow(exponent);
  if (!result.isFinite()) throw new Error(`${base} to the power ${exponent} is not a number`);
  if (powers.size >= KEPT_POWERS) powers.clear();
  const raised = clean(result);
  powers.set(key, raised);
  return raised;
}

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

type Compile = { readonly [O in Operation]: (node: NodeOf<O>, setting: Setting) => Evaluate };

const compile: Compile = {
  constant: (node) => {
    const value = clean(node.value);
    return () => value;
  },
  assumption: (node, { given }) => {
    const held = given(node as unknown as Assumption);
    return () => held.value;
  },
  period: (node, { timeline }) => {
    const { fact } = node;
    if (fact === 'month' || fact === 'year') return whole;
    if (fact === 'calendarMonth') return (period) => whole(timeline.calendarMonth[period] ?? 0);
    return (period) => whole(timeline.years[period]?.months ?? 0);
  },
  line: (node, setting) => {
    const { line, place } = node;
    const { timeline, values } = setting;
    const cells = values.get(line.id) as Value[];
    if (place.kind === 'atMonth') {
      const month = compileFormula(place.month, setting);
      return (period) => {
        const wanted = month(period)?.toNumber() ?? OUTSIDE;
        return cells[wanted] === undefined ? ZERO : (cells[wanted] as Value);
      };
    }
    if (place.kind === 'near') {
      if (line.rhythm === 'once') return () => cells[0] as Value;
      const { offset } = place;
      if (offset === 0) return (period) => cells[period] as Value;
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
      const sum = new RunningSum();
      return (period) => {
        const [from, to] = periodsRead(timeline, span, line.rhythm, period);
        sum.clear();
        for (let p = from; p <= to; p++) {
          const value = cells[p] as Value;
          if (value === null) return null;
          if (value !== ZERO) sum.add(value);
        }
        return sum.total();
      };
    }
    const wantsLess = aggregate === 'min';
    return (period) => {
      const [from, to] = periodsRead(timeline, span, line.rhythm, period);
      let best: Value = null;
      for (let p = from; p <= to; p++) {
        const value = cells[p] as Value;
        if (value !== null && (best === null || (wantsLess ? isBelow(value, best) : isBelow(best, value))))
          best = value;
      }
      return best;
    };
  },
  plus: (node, setting) => {
    const operands = compileAll(node.operands, setting);
    const sum = new RunningSum();
    return (period) => {
      sum.clear();
      for (const operand of operands) {
        const value = operand(period);
        if (value === null) return null;
        if (value !== ZERO) sum.add(value);
      }
      return sum.total();
    };
  },
  minus: (node, setting) => {
    const [left, right] = [
      compileFormula(node.operands[0], setting),
      compileFormula(node.operands[1], setting),
    ];
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      if (b === ZERO) return a;
      return a === ZERO ? b.neg() : subtract(a, b);
    };
  },
  times: (node, setting) => {
    const [left, right] = [
      compileFormula(node.operands[0], setting),
      compileFormula(node.operands[1], setting),
    ];
    const product = rememberingLast(multiply);
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      return a === ZERO || b === ZERO ? ZERO : product(a, b);
    };
  },
  dividedBy: (node, setting) => {
    const [left, right] = [
      compileFormula(node.operands[0], setting),
      compileFormula(node.operands[1], setting),
    ];
    const { divisorIsNeverZero } = node;
    const quotient = rememberingLast(divide);
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      if (isDust(b)) {
        if (divisorIsNeverZero) throw new Error('a divisor said never to be zero is zero');
        return null;
      }
      return a === ZERO ? ZERO : quotient(a, b);
    };
  },
  power: (node, setting) => {
    const [left, right] = [
      compileFormula(node.operands[0], setting),
      compileFormula(node.operands[1], setting),
    ];
    const raise = rememberingLast(powerOf);
    return (period) => {
      const base = left(period);
      const exponent = right(period);
      if (base === null || exponent === null) return null;
      if (exponent === ZERO) return ONE;
      return raise(base, exponent);
    };
  },
  min: (node, setting) => extreme(compileAll(node.operands, setting), isBelow),
  max: (node, setting) => extreme(compileAll(node.operands, setting), (a, b) => isBelow(b, a)),
  roundedToCents: (node, setting) => {
    const operand = compileFormula(node.operands[0], setting);
    return (period) => {
      const value = operand(period);
      if (value === null || value === ZERO) return value;
      return centsOf(value);
    };
  },
  integerPart: (node, setting) => {
    const operand = compileFormula(node.operands[0], setting);
    return (period) => {
      const value = operand(period);
      return value === null || value === ZERO ? value : clean(withoutDust(value).floor());
    };
  },
  compare: (node, setting) => {
    const [left, right] = [
      compileFormula(node.operands[0], setting),
      compileFormula(node.operands[1], setting),
    ];
    const decimals = comparisonDecimals(node.operands[0].unit);
    const holds = HOLDS[node.comparison];
    return (period) => {
      const a = left(period);
      const b = right(period);
      if (a === null || b === null) return null;
      return holds(signOfDifference(a, b, decimals)) ? ONE : ZERO;
    };
  },
  choose: (node, setting) => {
    const condition = compileFormula(node.operands[0], setting);
    const [whenTrue, otherwise] = [
      compileFormula(node.operands[1], setting),
      compileFormula(node.operands[2], setting),
    ];
    return (period) => {
      const truth = condition(period);
      if (truth === null) return null;
      return truth === ZERO ? otherwise(period) : whenTrue(period);
    };
  },
  definedOr: (node, setting) => {
    const [value, fallback] = [
      compileFormula(node.operands[0], setting),
      compileFormula(node.operands[1], setting),
    ];
    return (period) => value(period) ?? fallback(period);
  },
};

function compileAll(formulas: readonly Formula[], setting: Setting): Evaluate[] {
  return formulas.map((formula) => compileFormula(formula, setting));
}

/** The function that computes a formula in Decimal. */
export function compileFormula(formula: Formula, setting: Setting): Evaluate {
  return (compile[formula.operation] as (node: Formula, setting: Setting) => Evaluate)(formula, setting);
}
