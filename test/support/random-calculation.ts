import {
  and,
  at,
  choose,
  constant,
  definedOr,
  dividedBy,
  endOfYear,
  integerPart,
  inYearOf,
  isAtLeast,
  isAtMost,
  isDifferent,
  isEqual,
  isLess,
  isMore,
  largest,
  max,
  min,
  minus,
  next,
  or,
  plus,
  postedIn,
  power,
  previous,
  roundedToCents,
  smallest,
  sumOfYear,
  sumOver,
  times,
  total,
} from '../../src/formula/build.ts';
import { Calculation } from '../../src/formula/calculation.ts';
import type { Formula, Line } from '../../src/formula/operations.ts';
import { createTimeline, type Rhythm } from '../../src/formula/timeline.ts';
import { TEST_ORIGIN } from './small-models.ts';

/** Formulas of any rhythm and definedness: what is random here is checked by the readings, not by the compiler. */
type Money = Formula<'money', never, 'defined'>;
type Ratio = Formula<'ratio', never, 'defined'>;
type Truth = Formula<'truth', never, 'defined'>;
type MoneyLine = Line<'money', 'monthly', 'defined'> & Line<'money', 'yearly', 'defined'>;

const RHYTHMS: readonly Rhythm[] = ['monthly', 'monthly', 'yearly', 'once'];
const COMPARISONS = [isLess, isAtMost, isEqual, isAtLeast, isMore, isDifferent] as const;

/**
 * A calculation of a few assumptions and lines whose formulas follow from a list of whole numbers, read one after the
 * other (and 0 once it is used up: the shortest choices).
 */
export function randomCalculation(tape: readonly number[]): Calculation {
  const c = new Calculation(createTimeline('2026-10-01', 15));
  let position = 0;
  const pick = (count: number): number => (tape[position++] ?? 0) % count;
  const oneOf = <T>(...options: readonly (() => T)[]): T => (options[pick(options.length)] as () => T)();
  // Half-cents, and small whole numbers often: ties and zero divisors.
  const amount = () => (pick(80001) - 40000) / 200;
  const share = () => (pick(3) === 0 ? pick(4) - 1 : (pick(401) - 150) / 100);

  const amounts = [1, 2].map((k) => c.assumption(`amount${k}`, 'Montant', 'money', amount(), TEST_ORIGIN));
  const shares = [1, 2].map((k) => c.assumption(`share${k}`, 'Part', 'ratio', share(), TEST_ORIGIN));
  const month = c.assumption('month', 'Mois', 'months', pick(18), TEST_ORIGIN);
  const lines: MoneyLine[] = [];

  const readLine = (reader: Rhythm): Money => {
    const line = lines[pick(Math.max(1, lines.length))];
    if (line === undefined) return amounts[0] as unknown as Money;
    const offset = pick(5) - 2;
    const read = (): Formula => {
      const { rhythm } = line as Line;
      if (rhythm === 'once') return line;
      if (reader === 'once') {
        const ofAll = () =>
          oneOf<Formula>(
            () => total(line),
            () => smallest(line),
            () => largest(line),
          );
        return rhythm === 'yearly'
          ? ofAll()
          : oneOf(
              ofAll,
              () => at(line, month),
              () => at(line, constant(3, 'months')),
            );
      }
      if (rhythm === reader) {
        return oneOf<Formula>(
          () => line,
          () => previous(line, pick(4)),
          () => next(line, pick(4)),
          () => sumOver(line, Math.min(0, offset), pick(3)),
          () => total(line),
        );
      }
      return reader === 'monthly'
        ? oneOf<Formula>(
            () => inYearOf(line, offset),
            () => postedIn(line, 1 + pick(12), offset),
          )
        : oneOf<Formula>(
            () => sumOfYear(line, offset),
            () => endOfYear(line, offset),
          );
    };
    return read() as Money;
  };

  /** Without division: whether it is zero, or whole, is then the same in Decimal and in floats. */
  const plainRatio = (depth: number): Ratio =>
    oneOf<Formula>(
      () => constant(share(), 'ratio'),
      () => shares[pick(2)] as Formula,
      ...(depth <= 0
        ? []
        : [
            () => times(plainRatio(depth - 1), plainRatio(depth - 1)),
            () => minus(plainRatio(depth - 1), plainRatio(depth - 1)),
            () => integerPart(plainRatio(depth - 1)),
          ]),
    ) as Ratio;

  const ratio = (depth: number, reader: Rhythm): Ratio =>
    depth <= 0
      ? plainRatio(0)
      : (oneOf<Formula>(
          () => plainRatio(depth),
          () => plus(ratio(depth - 1, reader), plainRatio(0)),
          () => times(ratio(depth - 1, reader), plainRatio(0)),
          () => dividedBy(ratio(depth - 1, reader), plainRatio(1)),
          () => definedOr(dividedBy(plainRatio(1), plainRatio(1)), plainRatio(0)),
          () =>
            power(
              plus(constant(2, 'ratio'), times(plainRatio(0), constant('0.1', 'ratio'))),
              constant(pick(9), 'count'),
            ),
          () => min(ratio(depth - 1, reader), ratio(depth - 1, reader), plainRatio(0)),
        ) as Ratio);

  const truth = (depth: number, reader: Rhythm): Truth =>
    oneOf<Formula>(
      () => (COMPARISONS[pick(6)] as typeof isLess)(money(depth - 1, reader), money(depth - 1, reader)),
      () => (COMPARISONS[pick(6)] as typeof isLess)(ratio(depth - 1, reader), plainRatio(0)),
      ...(depth <= 0
        ? []
        : [
            () => and(truth(depth - 1, reader), truth(depth - 1, reader)),
            () => or(truth(depth - 1, reader), truth(depth - 1, reader)),
          ]),
    ) as Truth;

  const money = (depth: number, reader: Rhythm): Money => {
    const less = depth - 1;
    const leaves = [
      () => constant(amount(), 'money'),
      () => amounts[pick(2)] as Formula,
      () => readLine(reader),
      () => constant(0, 'money'),
    ];
    if (depth <= 0) return oneOf<Formula>(...leaves) as Money;
    return oneOf<Formula>(
      ...leaves,
      () => plus(money(less, reader), money(less, reader), money(0, reader)),
      () => minus(money(less, reader), money(less, reader)),
      () => times(money(less, reader), ratio(less, reader)),
      () => dividedBy(money(less, reader), plainRatio(less)),
      () => roundedToCents(money(less, reader)),
      () => min(money(less, reader), money(less, reader)),
      () => max(money(less, reader), money(less, reader), money(0, reader)),
      () => choose(truth(less, reader), money(less, reader), money(less, reader)),
      () => choose(truth(less, reader), money(less, reader), constant(0, 'money')),
      () => definedOr(money(less, reader), money(less, reader)),
    ) as Money;
  };

  const count = 3 + pick(6);
  for (let k = 0; k < count; k++) {
    const rhythm = RHYTHMS[pick(RHYTHMS.length)] as Rhythm;
    const id = `line${k}`;
    const formula = money(3, rhythm);
    if (rhythm !== 'once' && !formula.mayBeUndefined && pick(2) === 0) {
      // A line that reads itself, forward or backward.
      const line = c.later(id, 'Ligne', 'money', rhythm) as unknown as MoneyLine;
      const before = pick(2) === 0 ? previous(line) : next(line);
      c.define(line, plus(formula, times(before as Money, constant('0.5', 'ratio'))));
      lines.push(line);
      continue;
    }
    const monthly = () => c.monthly(id, 'Ligne', formula);
    const line = {
      monthly,
      yearly: () => c.yearly(id, 'Ligne', formula),
      once: () => c.once(id, 'Ligne', formula),
    };
    lines.push(line[rhythm]() as unknown as MoneyLine);
  }
  return c;
}
