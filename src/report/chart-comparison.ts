import { comparedBlocks } from './chart-compared-blocks.ts';
import { partyFlows } from './chart-flows.ts';
import { INK, SERIES_COLOURS, scaleOf } from './chart-look.ts';
import {
  AMOUNT_AXIS,
  about,
  type ChartPlan,
  HEIGHT,
  type LegendEntry,
  monthOf,
  shortNumber,
  spec,
  TIME_X,
  timeOf,
} from './chart-plan.ts';
import type { ComparedCharts } from './comparison-charts.ts';
import type { Bars, Series } from './page.ts';

/** Lines of paths, told apart by more than their colour; the stylesheet draws the same in legends. */
const DASHES = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
] as const;

/** Colour and dash of each path, the same in all the charts. */
function seriesEncoding(labels: readonly string[]) {
  return {
    color: { field: 'label', type: 'nominal', scale: scaleOf(labels, SERIES_COLOURS), legend: null },
    strokeDash: { field: 'label', type: 'nominal', scale: scaleOf(labels, DASHES), legend: null },
  };
}

export function legendOf(series: readonly Series[], said: (one: Series) => string): LegendEntry[] {
  return series.map((one, index) => ({
    label: `${one.label}${said(one)}`,
    mark: index % SERIES_COLOURS.length,
    dash: index % DASHES.length,
  }));
}

function lowestOf({ points }: Series) {
  const [first, ...rest] = points;
  if (first === undefined) return undefined;
  return rest.reduce((lowest, point) => (point.value < lowest.value ? point : lowest), first);
}

/** Lines by month, told apart by colour and dash. */
export function monthLines(
  series: readonly Series[],
  told: Pick<ChartPlan, 'id' | 'title' | 'legend'>,
  step: boolean,
): ChartPlan {
  const labels = series.map(({ label }) => label);
  const values = series.flatMap(({ label, points }) =>
    points.map(({ date, value }) => ({ time: timeOf(date), value, label })),
  );
  return {
    ...told,
    description: `Une ligne par voie. ${told.legend.map(({ label }) => label).join(' ; ')}.`,
    spec: spec(HEIGHT, {
      layer: [
        {
          data: { values },
          mark: { type: 'line', strokeWidth: 2, ...(step ? { interpolate: 'step-after' } : {}) },
          encoding: {
            x: TIME_X,
            y: { field: 'value', type: 'quantitative', axis: AMOUNT_AXIS },
            ...seriesEncoding(labels),
          },
        },
        { data: { values: [{}] }, mark: { type: 'rule', color: INK }, encoding: { y: { datum: 0 } } },
      ],
    }),
  };
}

function cash(series: readonly Series[]): ChartPlan {
  const legend = legendOf(series, (one) => {
    const lowest = lowestOf(one);
    return lowest === undefined ? '' : ` : au plus bas ${about(lowest.value)}, en ${monthOf(lowest.date)}`;
  });
  return monthLines(series, { id: 'compared-cash', title: 'Trésorerie de l’exploitant', legend }, false);
}

function debt(series: readonly Series[]): ChartPlan {
  const legend = legendOf(series, ({ points }) => {
    const [first, ...rest] = points;
    if (first === undefined) return '';
    const peak = rest.reduce((best, point) => (point.value > best.value ? point : best), first);
    return ` : au plus ${about(peak.value)}, en ${monthOf(peak.date)}`;
  });
  return monthLines(series, { id: 'compared-debt', title: 'Dettes envers les financeurs', legend }, true);
}

/** Past this, annuities are covered without question: the frame stops there, to show what happens near the limit. */
const HIGHEST_COVER = 4;

function cover(series: ComparedCharts['cover']): ChartPlan {
  const labels = series.map(({ label }) => label);
  const limits = [...new Set(series.flatMap(({ limit }) => limit ?? []))];
  // One limit for all needs no name; else each says whose it is.
  const isShared = limits.length === 1 && series.every(({ limit }) => limit !== undefined);
  const whose = (value: number) => series.filter(({ limit }) => limit === value).map(({ label }) => label);
  const lines = legendOf(series, (one) => {
    const lowest = lowestOf(one);
    if (lowest === undefined) return ', aucun exercice testé';
    const isBeyond = one.points.some(({ value }) => value > HIGHEST_COVER);
    const beyond = isBeyond ? `, au-delà de ${HIGHEST_COVER} hors du cadre` : '';
    return `, au plus bas ${shortNumber(lowest.value, 2)}, en ${lowest.date}${beyond}`;
  });
  const legend: LegendEntry[] = [
    ...lines,
    ...limits.map((limit) => ({
      label: `Limite : ${shortNumber(limit, 2)}${isShared ? '' : ` (${whose(limit).join(' ; ')})`}`,
      mark: 'limit' as const,
    })),
  ];
  const values = series.flatMap(({ label, points }) =>
    points.map(({ date, value }) => ({ time: timeOf(`${date}-07-01`), value, label })),
  );
  const isCut = values.some(({ value }) => value > HIGHEST_COVER);
  const scale = isCut ? { scale: { domain: [0, HIGHEST_COVER] } } : {};
  return {
    id: 'compared-cover',
    title: 'Couverture des annuités, avant impôt',
    description: `Une ligne par voie et par ratio. ${legend.map(({ label }) => label).join(' ; ')}.`,
    legend,
    spec: spec(HEIGHT, {
      layer: [
        {
          data: { values },
          mark: { type: 'line', strokeWidth: 2, clip: true, point: { size: 18, filled: true } },
          encoding: {
            x: TIME_X,
            y: { field: 'value', type: 'quantitative', axis: { format: ',.1f' }, ...scale },
            ...seriesEncoding(labels),
          },
        },
        {
          data: { values: limits.map((limit) => ({ limit })) },
          mark: { type: 'rule', color: INK, strokeDash: [5, 3], strokeWidth: 1.5 },
          encoding: { y: { field: 'limit', type: 'quantitative' } },
        },
      ],
    }),
  };
}

/** The charts of a comparison, in the order of its page; one without anything to draw is left out. */
export function comparedPlans(charts: ComparedCharts): ChartPlan[] {
  const hasPoints = (series: readonly Series[]) => series.some(({ points }) => points.length > 0);
  const hasParts = (bars: readonly Bars[]) => bars.some(({ parts }) => parts.length > 0);
  return [
    ...(hasParts(charts.uses) ? [comparedBlocks(charts.uses, 'compared-uses', 'Besoins')] : []),
    ...(hasParts(charts.sources) ? [comparedBlocks(charts.sources, 'compared-sources', 'Ressources')] : []),
    ...(hasPoints(charts.cash) ? [cash(charts.cash)] : []),
    ...(hasPoints(charts.debt) ? [debt(charts.debt)] : []),
    ...(hasPoints(charts.cover) ? [cover(charts.cover)] : []),
    ...(hasParts(charts.flows) ? [partyFlows(charts.flows, charts.flowsLeftOut)] : []),
  ];
}
