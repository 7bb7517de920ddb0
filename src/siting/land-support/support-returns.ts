import { RETURN_LEVELS, type ReturnLevel, returnLine } from '../../analysis/public-returns-measures.ts';
import { type Decimal, ZERO } from '../../formula/decimal.ts';
import { type Monthly, monthsOf, type ReadSupport } from './read-support.ts';

/** What comes back to one level of government until the horizon, and when it begins. */
export interface LevelReturn {
  readonly level: ReturnLevel;
  readonly label: string;
  readonly total: Decimal;
  /** Calendar year of the first receipt. */
  readonly firstYear: number;
}

/** What comes back of the path with its support, by level: without the support the project would not be. */
export function returnsByLevel({ sized, figures }: ReadSupport): LevelReturn[] {
  return (Object.keys(RETURN_LEVELS) as ReturnLevel[]).flatMap((level) => {
    const line = sized.measures.lines.get(returnLine(level));
    if (line === undefined) return [];
    const values = figures.of(line).map((value) => value ?? ZERO);
    const first = values.findIndex((value) => value.gt(0));
    if (first < 0) return [];
    return [
      {
        level,
        label: RETURN_LEVELS[level],
        total: values.reduce((sum, value) => sum.plus(value), ZERO),
        firstYear: figures.timeline.years[first]?.calendarYear ?? 0,
      },
    ];
  });
}

/** Taxes born of the project, month after month, all levels; what funders get back is not one. */
export function taxesOf(read: ReadSupport): Monthly {
  const { calculation } = read.sized.deal.setting;
  const lines = (Object.keys(RETURN_LEVELS) as ReturnLevel[])
    .filter((level) => level !== 'funders')
    .flatMap((level) => calculation.lines.get(`measure.public-returns.${level}`) ?? []);
  const months = lines.map((line) => monthsOf(read, line));
  return Array.from({ length: calculation.timeline.months }, (_, month) =>
    months.reduce((sum, values) => sum.plus(values[month] ?? ZERO), ZERO),
  );
}
