import type { Place, Span } from './operations.ts';
import { periodCount, type Rhythm, type Timeline } from './timeline.ts';

/** Which cell a place means. The four readings share these two functions, so they cannot disagree on time. */
export const OUTSIDE = -1;

/**
 * The period of `line` that a place reads from the cell `period` of a line of rhythm `reader`.
 * @returns the period, or OUTSIDE when the place is not on the timeline (its value is then 0)
 */
export function periodRead(
  timeline: Timeline,
  place: Exclude<Place, { kind: 'atMonth' }>,
  lineRhythm: Rhythm,
  period: number,
): number {
  switch (place.kind) {
    case 'near': {
      if (lineRhythm === 'once') return 0;
      const wanted = period + place.offset;
      return wanted >= 0 && wanted < periodCount(timeline, lineRhythm) ? wanted : OUTSIDE;
    }
    case 'inYearOf':
      return yearAt(timeline, period, place.offset);
    case 'posted':
      return timeline.calendarMonth[period] === place.calendarMonth
        ? yearAt(timeline, period, place.offset)
        : OUTSIDE;
    case 'endOfYear':
      return timeline.years[period + place.offset]?.lastMonth ?? OUTSIDE;
  }
}

function yearAt(timeline: Timeline, month: number, offset: number): number {
  const year = (timeline.yearOfMonth[month] ?? OUTSIDE) + offset;
  return year >= 0 && year < timeline.years.length ? year : OUTSIDE;
}

/** First and last period of a span, both included and inside the timeline; first > last when it is empty. */
export function periodsRead(
  timeline: Timeline,
  span: Span,
  lineRhythm: Rhythm,
  period: number,
): readonly [number, number] {
  const last = periodCount(timeline, lineRhythm) - 1;
  switch (span.kind) {
    case 'all':
      return [0, last];
    case 'window':
      return [Math.max(0, period + span.from), Math.min(last, period + span.to)];
    case 'monthsOfYear': {
      const year = timeline.years[period + span.offset];
      return year === undefined ? [0, OUTSIDE] : [year.firstMonth, year.lastMonth];
    }
  }
}
