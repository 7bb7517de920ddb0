/**
 * The timeline of a calculation: months counted from that of signature (month 0) and the fiscal years they fill.
 *
 * Fiscal years end in December; the first may be shorter. The last year is whole: the timeline ends with it.
 */
export type Rhythm = 'once' | 'yearly' | 'monthly';

export interface FiscalYear {
  /** Position in the timeline, from 0. */
  readonly index: number;
  /** Calendar year in which it closes. */
  readonly calendarYear: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly months: number;
}

export interface Timeline {
  /** First day of month 0, ISO. */
  readonly start: string;
  readonly months: number;
  readonly years: readonly FiscalYear[];
  /** Year index of each month. */
  readonly yearOfMonth: readonly number[];
  /** Calendar month, 1 to 12, of each month. */
  readonly calendarMonth: readonly number[];
}

/** Month in which every fiscal year closes (other closings are refused when the dossier is read). */
export const CLOSING_MONTH = 12;

/**
 * Builds the timeline holding at least `months` months from the month of `signature`.
 * @param signature ISO date; its month is month 0
 * @param months at least 1; extended to the end of the last fiscal year
 */
export function createTimeline(signature: string, months: number): Timeline {
  const startYear = Number(signature.slice(0, 4));
  const startMonth = Number(signature.slice(5, 7));
  if (!(startYear > 0 && startMonth >= 1 && startMonth <= 12 && months >= 1)) {
    throw new Error(`no timeline from ${signature} over ${months} months`);
  }
  const years: FiscalYear[] = [];
  const yearOfMonth: number[] = [];
  const calendarMonth: number[] = [];
  for (let firstMonth = 0; firstMonth < months; ) {
    const index = years.length;
    const length = index === 0 ? CLOSING_MONTH - startMonth + 1 : 12;
    for (let i = 0; i < length; i++) {
      yearOfMonth.push(index);
      calendarMonth.push(((startMonth - 1 + firstMonth + i) % 12) + 1);
    }
    years.push({
      index,
      calendarYear: startYear + index,
      firstMonth,
      lastMonth: firstMonth + length - 1,
      months: length,
    });
    firstMonth += length;
  }
  return {
    start: `${signature.slice(0, 7)}-01`,
    months: yearOfMonth.length,
    years,
    yearOfMonth,
    calendarMonth,
  };
}

/** Number of cells of a line of this rhythm. */
export function periodCount(timeline: Timeline, rhythm: Rhythm): number {
  if (rhythm === 'once') return 1;
  return rhythm === 'yearly' ? timeline.years.length : timeline.months;
}

/** Last day of month `month`, ISO: the date of all its flows. */
export function monthEnd(timeline: Timeline, month: number): string {
  const year = Number(timeline.start.slice(0, 4));
  const first = Number(timeline.start.slice(5, 7)) - 1;
  return new Date(Date.UTC(year, first + month + 1, 0)).toISOString().slice(0, 10);
}
