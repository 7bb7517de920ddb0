import { periodCount, type Rhythm, type Timeline } from './timeline.ts';

/** A period as the API writes it: "2028-03" for a month, "2028" for a fiscal year, "" for a single value. */
export function periodText(timeline: Timeline, rhythm: Rhythm, period: number): string {
  if (rhythm === 'once') return '';
  const month = rhythm === 'monthly' ? period : (timeline.years[period]?.lastMonth ?? 0);
  const year = timeline.years[timeline.yearOfMonth[month] ?? 0]?.calendarYear ?? 0;
  if (rhythm === 'yearly') return `${year}`;
  return `${year}-${String(timeline.calendarMonth[month] ?? 0).padStart(2, '0')}`;
}

/** The period that the API means by this text; undefined when the timeline has none such. */
export function periodOf(timeline: Timeline, rhythm: Rhythm, text: string): number | undefined {
  for (let period = 0; period < periodCount(timeline, rhythm); period++) {
    if (periodText(timeline, rhythm, period) === text) return period;
  }
  return undefined;
}
