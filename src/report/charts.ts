import { sourcesAndUses } from './chart-blocks.ts';
import { legendOf, monthLines } from './chart-comparison.ts';
import { ACCENT, ACCENT_TINT, ALERT, INK, SERIES_COLOURS } from './chart-look.ts';
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
  YEAR_AXIS,
} from './chart-plan.ts';
import type { PathPage, Series } from './page.ts';

/** Debts told one by one under their chart. */
const MOST_PEAKS = 4;

function lowestOf(points: Series['points']): Series['points'][number] | undefined {
  return points.reduce<Series['points'][number] | undefined>(
    (lowest, point) => (lowest === undefined || point.value < lowest.value ? point : lowest),
    undefined,
  );
}

/** The cash of both companies, a line each. */
function cashOfCompanies(series: readonly Series[]): ChartPlan {
  const legend = legendOf(series, ({ points, lowestFrom }) => {
    const isEmptyBefore = points.every(({ date, value }) => value >= 0 || date >= (lowestFrom ?? ''));
    const since = isEmptyBefore ? lowestFrom : undefined;
    const lowest = lowestOf(since === undefined ? points : points.filter(({ date }) => date >= since));
    const when = since === undefined ? '' : ' une fois en service';
    return lowest === undefined
      ? ''
      : ` : au plus bas${when} ${about(lowest.value)}, en ${monthOf(lowest.date)}`;
  });
  const last = series[0]?.points.at(-1);
  const ends = series.map(({ label, points }) => `${label} ${about(points.at(-1)?.value ?? 0)}`);
  const description =
    last === undefined ? '' : `Une ligne par société. En ${monthOf(last.date)} : ${ends.join(', ')}.`;
  const told = { id: 'cash', title: 'Trésorerie de chaque société, en fin de mois', legend } as const;
  return { ...monthLines(series, told, false), description };
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
  const peakOf = (points: Series['points']) =>
    points.reduce((best, point) => (point.value > best.value ? point : best));
  const said = (label: string, points: Series['points']) => {
    const peak = peakOf(points);
    return `${label} : au plus ${about(peak.value)}, en ${monthOf(peak.date)}`;
  };
  const totals = (shown[0]?.points ?? []).map(({ date }, index) => ({
    date,
    value: shown.reduce((sum, { points }) => sum + (points[index]?.value ?? 0), 0),
  }));
  // Past a few, the largest and the whole say enough.
  const told = shown.length > MOST_PEAKS ? shown.slice(0, 1) : shown;
  const peaks = [
    ...(told.length < shown.length ? [said('Ensemble', totals)] : []),
    ...told.map(({ label, points }) => said(label, points)),
  ];
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

function cashPlan(series: readonly Series[]): ChartPlan[] {
  const [only, ...others] = series.filter(({ points }) => points.length > 0);
  if (only === undefined) return [];
  return [others.length === 0 ? cash(only) : cashOfCompanies([only, ...others])];
}

/** The charts of a path, in the order of its page; one without anything to draw is left out. */
export function chartPlans(charts: PathPage['charts']): ChartPlan[] {
  return [
    ...(charts.sourcesAndUses.some(({ parts }) => parts.length > 0)
      ? [sourcesAndUses(charts.sourcesAndUses)]
      : []),
    ...cashPlan(charts.cash),
    ...(charts.debt.some(({ points }) => points.some(({ value }) => value !== 0)) ? [debt(charts.debt)] : []),
    ...(charts.cover.points.length > 0 ? [cover(charts.cover, charts.coverLimit)] : []),
    ...(charts.flows.some(({ points }) => points.length > 0) ? [flows(charts.flows)] : []),
  ];
}
