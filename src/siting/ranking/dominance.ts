import type { Comparable } from './alternatives.ts';
import { type ScoreTable, scoreTable } from './scores.ts';

/** What dominates an alternative: at least as good on every criterion, better on one. */
export interface Dominated {
  readonly id: string;
  /** Ids of those that dominate it on central values. */
  readonly by: readonly string[];
  /** Whether one of them does so whatever the readings of what is uncertain: it can then never be the best. */
  readonly always: boolean;
}

/** How one alternative stands to another on all criteria. */
function dominates(
  better: (criterion: number) => number,
  worse: (criterion: number) => number,
  criteria: number,
) {
  let isStrict = false;
  for (let j = 0; j < criteria; j++) {
    const [one, other] = [better(j), worse(j)];
    if (!(one >= other)) return false;
    if (one > other) isStrict = true;
  }
  return isStrict;
}

/** An alternative that does not hold at a reading is never better there. */
function isNeverBelow(one: number, other: number): boolean {
  return Number.isNaN(other) || one >= other;
}

/** Whether `one` dominates `other` at every reading that both can have together. */
function alwaysDominates(table: ScoreTable, one: number, other: number, isSameSource: boolean): boolean {
  const { criteria, low, central, high } = table;
  const at = (values: Float64Array, alternative: number) => (j: number) =>
    values[alternative * criteria + j] as number;
  // Between two readings scores are straight lines: what holds at the three holds between them.
  if (isSameSource) {
    const readings = [low, central, high];
    const isNeverWorse = readings.every((values) => {
      // Undefined where the other may hold: it does not dominate there.
      for (let j = 0; j < criteria; j++)
        if (!isNeverBelow(at(values, one)(j), at(values, other)(j))) return false;
      return true;
    });
    return isNeverWorse && dominates(at(central, one), at(central, other), criteria);
  }
  const extreme = (pick: (...values: number[]) => number, alternative: number) => (j: number) =>
    pick(at(low, alternative)(j), at(central, alternative)(j), at(high, alternative)(j));
  return dominates(extreme(Math.min, one), extreme(Math.max, other), criteria);
}

/** The dominated alternatives, each with those that dominate it. */
export function dominatedOf(comparable: Comparable): Dominated[] {
  const { alternatives } = comparable;
  const table = scoreTable(comparable);
  const { criteria, central } = table;
  const at = (alternative: number) => (j: number) => central[alternative * criteria + j] as number;
  return alternatives.flatMap((alternative, i) => {
    const by = alternatives.filter((_, k) => k !== i && dominates(at(k), at(i), criteria));
    if (by.length === 0) return [];
    const always = by.some((dominating) =>
      alwaysDominates(table, alternatives.indexOf(dominating), i, dominating.source === alternative.source),
    );
    return [{ id: alternative.id, by: by.map(({ id }) => id), always }];
  });
}
