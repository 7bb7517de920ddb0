import type { TopLevelSpec } from 'vega-lite';
import { MINUS_SIGN, MONTH_NAMES, NO_BREAK_SPACE } from '../formula/french.ts';
import {
  ACCENT,
  ACCENT_TINT,
  ALERT,
  BLOCK_COLOURS,
  CHART_CONFIG,
  CHART_WIDTH,
  INK,
  MUTED,
  SERIES_COLOURS,
} from './chart-look.ts';
import type { Bars, PathPage, Series } from './page.ts';

type Charts = PathPage['charts'];
type ChartId = 'sources-and-uses' | 'cash' | 'debt' | 'cover' | 'flows';

/** A line of the legend, written by the page: it wraps on a phone and follows the theme. */
export interface LegendEntry {
  readonly label: string;
  /** A colour of `SERIES_COLOURS`, counted from 0, or a mark of its own. */
  readonly mark: number | 'limit' | 'breach' | 'lowest';
}

/** What to draw, before it is drawn. */
export interface ChartPlan {
  readonly id: ChartId;
  readonly title: string;
  /** What a person who does not see it should know. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  readonly spec: TopLevelSpec;
}

const HEIGHT = 220;
const BLOCKS_HEIGHT = 360;
/** Parts under this share of the whole are drawn together: their label would not fit. */
const SMALLEST_BLOCK = 0.035;
/** Vega, without a screen, takes letters for wider than they are: about 24 of them. */
const BLOCK_LABEL_LIMIT = 212;

function shortNumber(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',').replace('-', MINUS_SIGN);
}

/** About how much: charts show sizes, tables show figures. */
function about(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${shortNumber(value / 1e6, 2)}${NO_BREAK_SPACE}M€`;
  return `${shortNumber(value / 1e3, 0)}${NO_BREAK_SPACE}k€`;
}

function monthOf(date: string): string {
  return `${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** Charts are drawn in UTC, so that a month is the same everywhere. */
function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function spec(height: number, rest: object): TopLevelSpec {
  return {
    width: CHART_WIDTH,
    height,
    autosize: { type: 'fit', contains: 'padding' },
    config: CHART_CONFIG,
    ...rest,
  } as unknown as TopLevelSpec;
}

/** Amounts along an axis, in thousands or millions of euros. */
const AMOUNT_AXIS = {
  labelExpr: `abs(datum.value) >= 1000000 ? format(datum.value / 1000000, ',.1~f') + '${NO_BREAK_SPACE}M€' : datum.value == 0 ? '0' : format(datum.value / 1000, ',.0f') + '${NO_BREAK_SPACE}k€'`,
};
const TIME_X = {
  field: 'time',
  type: 'temporal',
  scale: { type: 'utc' },
  axis: { format: '%Y', tickCount: 6 },
};
const YEAR_AXIS = { labelAngle: 0, labelOverlap: 'greedy', labelSeparation: 6 };

interface Block {
  readonly column: string;
  readonly label: string;
  readonly amount: string;
  readonly colour: string;
  readonly from: number;
  readonly to: number;
  readonly middle: number;
}

function blocksOf({ label: column, parts }: Bars): Block[] {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const large = parts.filter((part) => part.value >= total * SMALLEST_BLOCK);
  const rest = total - large.reduce((sum, part) => sum + part.value, 0);
  const shown =
    rest > total / 1e6 ? [...large, { label: `Autres ${column.toLowerCase()}`, value: rest }] : large;
  let height = total;
  return shown.map(({ label, value }, index) => {
    const to = height;
    height -= value;
    const colour = BLOCK_COLOURS[index % BLOCK_COLOURS.length] as string;
    return { column, label, amount: about(value), colour, from: height, to, middle: (height + to) / 2 };
  });
}

function sourcesAndUses(bars: readonly Bars[]): ChartPlan {
  const values = bars.flatMap(blocksOf);
  const total = Math.max(...values.map((block) => block.to));
  const y = { field: 'middle', type: 'quantitative', axis: null, scale: { domain: [0, total], nice: false } };
  const text = (field: string, align: 'left' | 'right', side: number) => ({
    mark: { type: 'text', align, fontSize: 11, color: INK, limit: align === 'left' ? BLOCK_LABEL_LIMIT : 0 },
    encoding: { x: { field: 'column', type: 'nominal', bandPosition: side }, y, text: { field } },
  });
  const largest = (column: string) =>
    values
      .filter((block) => block.column === column)
      .reduce((best, block) => (block.to - block.from > best.to - best.from ? block : best));
  return {
    id: 'sources-and-uses',
    title: 'Besoins et ressources',
    description: `Deux colonnes de même hauteur, ${about(total)}. ${bars
      .map(({ label }) => `${label} : d'abord « ${largest(label).label} », ${largest(label).amount}`)
      .join('. ')}.`,
    legend: [],
    spec: spec(BLOCKS_HEIGHT, {
      data: { values },
      encoding: {
        x: {
          field: 'column',
          type: 'nominal',
          sort: bars.map((bar) => bar.label),
          scale: { paddingInner: 0.06, paddingOuter: 0 },
          axis: {
            orient: 'top',
            labelAngle: 0,
            domain: false,
            labelColor: INK,
            labelFontSize: 12,
            labelFontWeight: 600,
          },
        },
      },
      layer: [
        {
          mark: { type: 'bar', stroke: MUTED, strokeWidth: 0.75, width: { band: 1 } },
          encoding: {
            y: { ...y, field: 'from' },
            y2: { field: 'to' },
            color: { field: 'colour', type: 'nominal', scale: null },
          },
        },
        text('label', 'left', 0.03),
        text('amount', 'right', 0.97),
      ],
    }),
  };
}

function lowestOf(points: Series['points']): Series['points'][number] | undefined {
  return points.reduce<Series['points'][number] | undefined>(
    (lowest, point) => (lowest === undefined || point.value < lowest.value ? point : lowest),
    undefined,
  );
}

function cash({ points }: Series): ChartPlan {
  const lowest = lowestOf(points);
  const last = points.at(-1);
  const values = points.map(({ date, value }) => ({ time: timeOf(date), value }));
  const lowestMark = lowest === undefined ? [] : [{ time: timeOf(lowest.date), value: lowest.value }];
  const y = { field: 'value', type: 'quantitative', axis: AMOUNT_AXIS };
  return {
    id: 'cash',
    title: 'Trésorerie à la fin de chaque mois',
    description:
      lowest === undefined || last === undefined
        ? ''
        : `La trésorerie est au plus bas en ${monthOf(lowest.date)}, à ${about(lowest.value)} ; elle atteint ${about(last.value)} en ${monthOf(last.date)}.`,
    legend: lowest === undefined ? [] : [{ label: `Au plus bas, ${monthOf(lowest.date)}`, mark: 'lowest' }],
    spec: spec(HEIGHT, {
      layer: [
        {
          data: { values },
          mark: { type: 'area', color: ACCENT_TINT, line: { color: ACCENT, strokeWidth: 1.75 } },
          encoding: { x: TIME_X, y },
        },
        { data: { values: [{}] }, mark: { type: 'rule', color: INK }, encoding: { y: { datum: 0 } } },
        {
          data: { values: lowestMark },
          mark: { type: 'point', filled: true, color: ALERT, size: 50, opacity: 1 },
          encoding: { x: TIME_X, y },
        },
      ],
    }),
  };
}

function coloursOf(labels: readonly string[]) {
  return { domain: labels, range: labels.map((_, index) => SERIES_COLOURS[index % SERIES_COLOURS.length]) };
}

function debt(series: readonly Series[]): ChartPlan {
  const shown = series.filter(({ points }) => points.some(({ value }) => Math.abs(value) >= 0.005));
  const labels = shown.map(({ label }) => label);
  const values = shown.flatMap(({ label, points }, order) =>
    points.map(({ date, value }) => ({ time: timeOf(date), value, label, order })),
  );
  const peaks = shown.map(({ label, points }) => {
    const peak = points.reduce((best, point) => (point.value > best.value ? point : best));
    return `${label} : au plus ${about(peak.value)}, en ${monthOf(peak.date)}`;
  });
  return {
    id: 'debt',
    title: 'Dettes à la fin de chaque mois',
    description: `Dettes empilées. ${peaks.join(' ; ')}.`,
    legend: labels.map((label, mark) => ({ label, mark })),
    spec: spec(HEIGHT, {
      data: { values },
      mark: { type: 'area', interpolate: 'step-after' },
      encoding: {
        x: TIME_X,
        y: { field: 'value', type: 'quantitative', stack: true, axis: AMOUNT_AXIS },
        color: { field: 'label', type: 'nominal', scale: coloursOf(labels), legend: null },
        order: { field: 'order' },
      },
    }),
  };
}

function cover({ label, points }: Series, limit: number | undefined): ChartPlan {
  const lowest = lowestOf(points);
  const breaches = limit === undefined ? [] : points.filter(({ value }) => value < limit);
  const values = points.map(({ date, value }) => ({
    year: date,
    value,
    colour: limit !== undefined && value < limit ? ALERT : ACCENT,
  }));
  const limitLine = {
    data: { values: [{ limit }] },
    mark: { type: 'rule', color: INK, strokeDash: [5, 3], strokeWidth: 1.5 },
    encoding: { y: { field: 'limit', type: 'quantitative' } },
  };
  const legend: LegendEntry[] = [
    ...(limit === undefined ? [] : [{ label: `Limite : ${shortNumber(limit, 2)}`, mark: 'limit' as const }]),
    ...(breaches.length === 0 ? [] : [{ label: 'Sous la limite', mark: 'breach' as const }]),
  ];
  const met =
    limit === undefined
      ? 'Aucune limite fixée'
      : breaches.length === 0
        ? `Toujours au-dessus de la limite de ${shortNumber(limit, 2)}`
        : `Sous la limite de ${shortNumber(limit, 2)} en ${breaches.map(({ date }) => date).join(', ')}`;
  return {
    id: 'cover',
    title: `${label}, par exercice`,
    description: `${met}${lowest === undefined ? '' : ` ; au plus bas ${shortNumber(lowest.value, 2)} en ${lowest.date}`}.`,
    legend,
    spec: spec(HEIGHT, {
      layer: [
        {
          data: { values },
          mark: { type: 'bar', width: { band: 0.7 } },
          encoding: {
            x: { field: 'year', type: 'ordinal', axis: YEAR_AXIS },
            y: { field: 'value', type: 'quantitative', axis: { format: ',.1f' } },
            color: { field: 'colour', type: 'nominal', scale: null },
          },
        },
        ...(limit === undefined ? [] : [limitLine]),
      ],
    }),
  };
}

function flows(series: readonly Series[]): ChartPlan {
  const shown = series.filter(({ points }) => points.some(({ value }) => Math.abs(value) >= 0.005));
  const labels = shown.map(({ label }) => label);
  const values = shown.flatMap(({ label, points }, order) =>
    points.map(({ date, value }) => ({ year: date, value, label, order })),
  );
  const legend = shown.map(({ label, points }, mark) => {
    const total = points.reduce((sum, { value }) => sum + value, 0);
    return { label: `${label} : ${total < 0 ? 'paie' : 'reçoit'} ${about(Math.abs(total))} en tout`, mark };
  });
  return {
    id: 'flows',
    title: 'Ce que chaque partie reçoit (+) ou paie (−), par exercice',
    description: `Barres empilées. ${legend.map(({ label }) => label).join(' ; ')}.`,
    legend,
    spec: spec(HEIGHT + 20, {
      layer: [
        {
          data: { values },
          mark: { type: 'bar', width: { band: 0.75 } },
          encoding: {
            x: { field: 'year', type: 'ordinal', axis: YEAR_AXIS },
            y: { field: 'value', type: 'quantitative', axis: AMOUNT_AXIS },
            color: { field: 'label', type: 'nominal', scale: coloursOf(labels), legend: null },
            order: { field: 'order' },
          },
        },
        { data: { values: [{}] }, mark: { type: 'rule', color: INK }, encoding: { y: { datum: 0 } } },
      ],
    }),
  };
}

/** The charts of a path, in the order of its page; one without anything to draw is left out. */
export function chartPlans(charts: Charts): ChartPlan[] {
  return [
    ...(charts.sourcesAndUses.some(({ parts }) => parts.length > 0)
      ? [sourcesAndUses(charts.sourcesAndUses)]
      : []),
    ...(charts.cash.points.length > 0 ? [cash(charts.cash)] : []),
    ...(charts.debt.some(({ points }) => points.some(({ value }) => value !== 0)) ? [debt(charts.debt)] : []),
    ...(charts.cover.points.length > 0 ? [cover(charts.cover, charts.coverLimit)] : []),
    ...(charts.flows.some(({ points }) => points.length > 0) ? [flows(charts.flows)] : []),
  ];
}
