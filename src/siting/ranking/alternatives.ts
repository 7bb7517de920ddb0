/**
 * What is ranked: alternatives read on criteria of which nobody sets the weight. Numbers are floats, as in every reading by
 * draws: they rank, they are never shown as amounts.
 */
export interface RankedCriterion {
  readonly id: string;
  readonly label: string;
  readonly better: 'higher' | 'lower';
}

/**
 * A value at the three readings of what is uncertain. Null at an end: the alternative does not hold there, and is out of the draws
 * that fall between its central reading and that end.
 */
export interface UncertainValue {
  readonly low: number | null;
  readonly central: number;
  readonly high: number | null;
}

export interface RankedAlternative {
  readonly id: string;
  /**
   * What its uncertainty belongs to: alternatives of one source (the paths of one site) are drawn at the same reading,
   * so that they are never told apart by chance.
   */
  readonly source: string;
  /** By id of criterion; null or left out: undefined, for the reason given. */
  readonly values: Readonly<Record<string, number | UncertainValue | null>>;
}

/** An alternative out of the ranking, with the criteria that it lacks. */
export interface Excluded {
  readonly id: string;
  readonly missing: readonly string[];
}

/** What can be ranked, in an order that does not depend on the one given. */
export interface Comparable {
  readonly criteria: readonly RankedCriterion[];
  readonly alternatives: readonly RankedAlternative[];
  readonly excluded: readonly Excluded[];
  /** Criteria that more than half of the alternatives lack. */
  readonly dropped: readonly string[];
  /** Criteria on which all the alternatives left are equal: they part nobody. */
  readonly equal: readonly string[];
}

export const READINGS_OF_VALUE = ['low', 'central', 'high'] as const;

/** The three readings of a value, NaN where it is null; undefined without a central one. */
export function readingsOf(
  value: number | UncertainValue | null | undefined,
): { readonly low: number; readonly central: number; readonly high: number } | undefined {
  if (value === null || value === undefined) return undefined;
  const { low, central, high } =
    typeof value === 'number' ? { low: value, central: value, high: value } : value;
  if (!Number.isFinite(central)) return undefined;
  return { low: low ?? Number.NaN, central, high: high ?? Number.NaN };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0;

/**
 * Sorts out what lacks values. A criterion that more than half of the alternatives lack is dropped, or it would empty
 * the ranking; then an alternative that lacks one of those left is excluded: giving it the worst or an average value would
 * be inventing a figure. A criterion that all share changes no rank and is left out.
 */
export function comparableOf(
  criteria: readonly RankedCriterion[],
  alternatives: readonly RankedAlternative[],
): Comparable {
  const has = ({ values }: RankedAlternative, id: string) => readingsOf(values[id]) !== undefined;
  const isDropped = ({ id }: RankedCriterion) =>
    alternatives.filter((alternative) => !has(alternative, id)).length * 2 > alternatives.length;
  const dropped = criteria.filter(isDropped);
  const kept = criteria.filter((criterion) => !dropped.includes(criterion));
  const missing = (alternative: RankedAlternative) =>
    kept.filter(({ id }) => !has(alternative, id)).map(({ id }) => id);
  const whole = alternatives.filter((alternative) => missing(alternative).length === 0);
  const isEqual = ({ id }: RankedCriterion) => {
    const values = whole.flatMap((alternative) => {
      const three = readingsOf(alternative.values[id]);
      return three === undefined
        ? []
        : READINGS_OF_VALUE.map((reading) => three[reading]).filter(Number.isFinite);
    });
    return new Set(values).size < 2 && whole.every(({ values: own }) => typeof own[id] === 'number');
  };
  const equal = kept.filter(isEqual);
  return {
    criteria: kept.filter((criterion) => !equal.includes(criterion)).toSorted(byId),
    alternatives: whole.toSorted(byId),
    excluded: alternatives
      .filter((alternative) => !whole.includes(alternative))
      .map((alternative) => ({ id: alternative.id, missing: missing(alternative) })),
    dropped: dropped.map(({ id }) => id),
    equal: equal.map(({ id }) => id),
  };
}
