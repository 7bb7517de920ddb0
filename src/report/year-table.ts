import type { ComputedDeal } from '../analysis/computed.ts';
import type { Line } from '../formula/operations.ts';
import type { FigureReference, Row, Table } from './table.ts';

export type Kind = Row['kind'];

/** Whether a line has nothing to say: a row of zeros is noise. */
export function isNil(computed: ComputedDeal, line: Line): boolean {
  return computed.figures.of(line).every((value) => value?.isZero() === true);
}

export function once(line: Line): FigureReference {
  return { line: line.id, period: 0 };
}

function yearsShown(computed: ComputedDeal): { readonly index: number; readonly label: string }[] {
  const { figures, deal } = computed;
  const horizon = Number(deal.setting.dossier.values.horizonYears) * 12;
  return figures.timeline.years
    .filter((year) => year.firstMonth <= horizon)
    .map((year) => ({
      index: year.index,
      label: year.months === 12 ? String(year.calendarYear) : `${year.calendarYear} (${year.months} mois)`,
    }));
}

/** A table by fiscal year: each row is a yearly line, or a monthly one read at the end of the year. */
export function byYear(
  computed: ComputedDeal,
  about: Pick<Table, 'id' | 'title' | 'notes'>,
  rows: readonly (readonly [Kind, string, Line | undefined])[],
  count = Number.POSITIVE_INFINITY,
): Table {
  const years = yearsShown(computed).slice(0, count);
  return {
    ...about,
    unit: 'en euros',
    columns: years.map((year) => year.label),
    rows: rows
      .filter(([kind, , line]) => kind !== 'line' || line === undefined || !isNil(computed, line))
      .map(([kind, label, line]) => ({
        kind,
        label,
        cells: years.map((year) => {
          if (line === undefined) return null;
          if (line.rhythm === 'yearly') return { line: line.id, period: year.index };
          return { line: line.id, period: computed.figures.timeline.years[year.index]?.lastMonth ?? 0 };
        }),
      })),
  };
}
