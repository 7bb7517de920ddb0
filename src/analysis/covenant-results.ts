import type { Figures } from '../formula/exact.ts';
import type { Deal } from '../paths/deal.ts';

/** A limit or a target, what is reached, and since when it is missed. */
export interface CovenantResult {
  readonly id: string;
  readonly label: string;
  /** Decimal strings; null: none set, or not defined. */
  readonly limit: string | null;
  readonly value: string | null;
  /** Calendar year of the first breach. */
  readonly firstBreach: string | null;
  readonly met: boolean | null;
  /** A limit is set and there is nothing to hold it against: no full year of repayment, no value. */
  readonly untested: boolean;
  /** Line that explains the value. */
  readonly line: string;
}

const DECIMALS = 6;

/** Reads the covenants of a deal. A limit that is not defined (no loan, no value) is not said to be met or missed. */
export function covenantResults(deal: Deal, figures: Figures): CovenantResult[] {
  return deal.covenants.map((covenant) => {
    const value = figures.of(covenant.value)[0] ?? null;
    const limit = covenant.limit === undefined ? null : (figures.of(covenant.limit)[0] ?? null);
    const misses = (candidate: typeof value): boolean =>
      candidate !== null &&
      limit !== null &&
      (covenant.direction === 'at-most' ? candidate.gt(limit) : candidate.lt(limit));
    const years = covenant.byYear === undefined ? [] : figures.of(covenant.byYear);
    const breach = years.findIndex((year) => misses(year));
    return {
      id: covenant.id,
      label: covenant.label,
      limit: limit?.toFixed() ?? null,
      value: value?.toDecimalPlaces(DECIMALS).toFixed() ?? null,
      firstBreach: breach < 0 ? null : String(figures.timeline.years[breach]?.calendarYear ?? ''),
      untested: value === null && limit !== null,
      met: value === null || limit === null ? null : !misses(value),
      line: covenant.value.id,
    };
  });
}
