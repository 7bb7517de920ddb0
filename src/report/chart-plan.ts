import type { TopLevelSpec } from 'vega-lite';
import { MINUS_SIGN, MONTH_NAMES, NO_BREAK_SPACE } from '../formula/french.ts';
import { CHART_CONFIG, CHART_WIDTH } from './chart-look.ts';

type ChartId = 'sources-and-uses' | 'cash' | 'debt' | 'cover' | 'flows' | ComparedId | SitesId;
/** The frontiers of sites × paths. */
type SitesId = 'sites-public' | 'sites-founder';
/** The charts of a comparison, where each series is a path. */
type ComparedId =
  | 'compared-uses'
  | 'compared-sources'
  | 'compared-cash'
  | 'compared-debt'
  | 'compared-cover'
  | 'compared-flows';

/** A line of the legend, written by the page: it wraps on a phone and follows the theme. */
export interface LegendEntry {
  readonly label: string;
  /** A colour of `SERIES_COLOURS`, counted from 0, one of `BLOCK_COLOURS`, or a mark of its own. */
  readonly mark: number | `block-${number}` | 'limit' | 'breach' | 'lowest';
  /** How a line is dashed, when colour alone would tell it: rank in `DASHES`. */
  readonly dash?: number;
}

/** What to draw, before it is drawn. */
export interface ChartPlan {
  readonly id: ChartId;
  readonly title: string;
  /** What a person who does not see it should know. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  /** What all should read under it: what it leaves out, what is cut. */
  readonly note?: string | undefined;
  /** Drawn across the page: it has too many columns for half of it. */
  readonly isWide?: boolean;
  readonly spec: TopLevelSpec;
}

export const HEIGHT = 220;

export function shortNumber(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',').replace('-', MINUS_SIGN);
}

/** About how much: charts show sizes, tables show figures. */
export function about(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${shortNumber(value / 1e6, 2)}${NO_BREAK_SPACE}M€`;
  return `${shortNumber(value / 1e3, 0)}${NO_BREAK_SPACE}k€`;
}

export function monthOf(date: string): string {
  return `${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** Charts are drawn in UTC, so that a month is the same everywhere. */
export function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function spec(height: number, rest: object): TopLevelSpec {
  return {
    width: CHART_WIDTH,
    height,
    autosize: { type: 'fit', contains: 'padding' },
    config: CHART_CONFIG,
    ...rest,
  } as unknown as TopLevelSpec;
}

/** Amounts along an axis, in thousands or millions of euros. */
export const AMOUNT_AXIS = {
  labelExpr: `abs(datum.value) >= 1000000 ? format(datum.value / 1000000, ',.1~f') + '${NO_BREAK_SPACE}M€' : datum.value == 0 ? '0' : format(datum.value / 1000, ',.0f') + '${NO_BREAK_SPACE}k€'`,
};
export const TIME_X = {
  field: 'time',
  type: 'temporal',
  scale: { type: 'utc' },
  axis: { format: '%Y', tickCount: 6 },
};
export const YEAR_AXIS = { labelAngle: 0, labelOverlap: 'greedy', labelSeparation: 6 };
