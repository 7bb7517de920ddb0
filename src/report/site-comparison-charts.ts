import { NO_BREAK_SPACE } from '../formula/french.ts';
import { type Directions, type FrontierPoint, frontierOf } from '../siting/comparison/frontier.ts';
import { ACCENT, INK, MUTED } from './chart-look.ts';
import { type ChartPlan, HEIGHT, spec } from './chart-plan.ts';
import { writeKeyFigure } from './key-figure-writing.ts';
import type { NamedAlternative } from './site-comparison-names.ts';
import type { SiteChartTable } from './site-comparison-page.ts';

/** What each frontier sets against what. */
interface FrontierAxes {
  readonly id: 'sites-public' | 'sites-founder';
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly directions: Directions;
  /** Said under the chart. */
  readonly why?: string;
}

/** A drawn point, with its figures as they are written. */
interface DrawnPoint extends FrontierPoint {
  readonly name: string;
  readonly label: string;
  readonly xText: string;
  readonly yText: string;
}

const FOUNDER: FrontierAxes = {
  id: 'sites-founder',
  title: 'Coût d’occupation et délai avant l’ouverture',
  x: 'months-to-opening',
  y: 'occupancy-cost-m2',
  directions: { x: 'lower', y: 'lower' },
};

const JOBS: FrontierAxes = {
  id: 'sites-public',
  title: 'Aides versées et emplois créés',
  x: 'public-budget',
  y: 'jobs-created',
  directions: { x: 'lower', y: 'higher' },
};

/** Where all create the same jobs, what the public pays is set against what the enterprise pays. */
const OCCUPANCY: FrontierAxes = {
  id: 'sites-public',
  title: 'Aides versées et coût d’occupation',
  x: 'public-budget',
  y: 'occupancy-cost-m2',
  directions: { x: 'lower', y: 'lower' },
  why: 'Toutes ces combinaisons créent les mêmes emplois : les aides versées sont mises face à ce que paie l’entreprise.',
};

function pointsOf(alternatives: readonly NamedAlternative[], { x, y }: FrontierAxes): DrawnPoint[] {
  return alternatives.flatMap(({ id, name, label, column }) => {
    const [across, up] = [column.figures[x], column.figures[y]];
    const [xText, yText] = [across && writeKeyFigure(across), up && writeKeyFigure(up)];
    if (across?.value == null || up?.value == null || xText === undefined || yText === undefined) return [];
    return [{ id, name, label, x: Number(across.value), y: Number(up.value), xText, yText }];
  });
}

/** Axes and points of the two frontiers; one without at least two points is not drawn. */
function frontiers(alternatives: readonly NamedAlternative[]) {
  const ranked = alternatives.filter(({ isRanked }) => isRanked);
  // Who rents leaves the works, and their public money, to somebody else.
  const owners = ranked.filter(({ column }) => column.kind !== 'market-rent');
  const jobs = new Set(owners.map(({ column }) => column.figures['jobs-created']?.value));
  const publicAxes = jobs.size > 1 ? JOBS : OCCUPANCY;
  return [
    { axes: publicAxes, points: pointsOf(owners, publicAxes) },
    { axes: FOUNDER, points: pointsOf(ranked, FOUNDER) },
  ].flatMap(({ axes, points }) =>
    points.length < 2 ? [] : [{ axes, points, frontier: frontierOf(points, axes.directions) }],
  );
}

type Frontier = ReturnType<typeof frontiers>[number];

/** Thousands of euros all along: a short axis would repeat « 1 M€ ». */
const THOUSANDS = { labelExpr: `format(datum.value / 1000, ',.0f') + '${NO_BREAK_SPACE}k€'` };

const AXES: Readonly<Record<string, object>> = {
  'public-budget': THOUSANDS,
  'occupancy-cost-m2': { labelExpr: `format(datum.value, ',.1~f') + '${NO_BREAK_SPACE}€/m²/an'` },
  'months-to-opening': { labelExpr: `format(datum.value, '.0f') + '${NO_BREAK_SPACE}mois'` },
  'jobs-created': { labelExpr: `format(datum.value, '.0f') + '${NO_BREAK_SPACE}ETP'` },
};

/** Names at one place of the drawing: those of the same point are written once. */
function labelsOf(points: readonly DrawnPoint[]) {
  const places = new Map<string, { readonly x: number; readonly y: number; readonly names: string[] }>();
  for (const { x, y, name } of points) {
    const place = `${x} ${y}`;
    const known = places.get(place) ?? { x, y, names: [] };
    known.names.push(name);
    places.set(place, known);
  }
  return [...places.values()].map(({ x, y, names: [first, second, ...others] }) => ({
    x,
    y,
    name: [first, second].filter((name) => name !== undefined).join(', ') + (others.length > 0 ? '…' : ''),
  }));
}

/** Points joined on the frontier are filled; the others are hollow: told apart without colour. */
function planOf({ axes, points, frontier }: Frontier): ChartPlan {
  const isOn = (point: DrawnPoint) => frontier.includes(point);
  const names = frontier.map(({ name, xText, yText }) => `${name} (${xText} ; ${yText})`);
  const values = points.map((point) => ({ x: point.x, y: point.y, name: point.name, isOn: isOn(point) }));
  const scale = { zero: false, nice: false, padding: 18 };
  const encoding = {
    x: {
      field: 'x',
      type: 'quantitative',
      scale,
      axis: { ...AXES[axes.x], tickCount: 5, labelOverlap: 'greedy' },
    },
    y: { field: 'y', type: 'quantitative', scale, axis: AXES[axes.y] ?? {} },
  };
  return {
    id: axes.id,
    title: axes.title,
    description: `Sur la frontière, où rien ne s’améliore d’un côté sans perdre de l’autre : ${names.join(', ')}.`,
    legend: [],
    note: `Points pleins, reliés : sur la frontière. Points creux : une autre combinaison fait au moins aussi bien sur les deux.${axes.why === undefined ? '' : ` ${axes.why}`}`,
    spec: spec(HEIGHT + 40, {
      layer: [
        {
          data: { values: frontier.map(({ x, y }, order) => ({ x, y, order })) },
          mark: { type: 'line', color: ACCENT, strokeWidth: 1.5, strokeDash: [5, 3] },
          encoding: { ...encoding, order: { field: 'order', type: 'quantitative' } },
        },
        {
          data: { values: values.filter(({ isOn: on }) => !on) },
          mark: { type: 'point', filled: false, color: MUTED, size: 55, strokeWidth: 1.5, opacity: 1 },
          encoding,
        },
        {
          data: { values: values.filter(({ isOn: on }) => on) },
          mark: { type: 'point', filled: true, color: ACCENT, size: 75, opacity: 1 },
          encoding,
        },
        {
          data: { values: labelsOf(frontier) },
          mark: { type: 'text', align: 'left', dx: 8, dy: -8, fontSize: 11, fontWeight: 600, color: INK },
          encoding: { ...encoding, text: { field: 'name' } },
        },
      ],
    }),
  };
}

/** The two frontiers, drawn: what the local authority weighs, then what the founder weighs. */
export function siteFrontierPlans(alternatives: readonly NamedAlternative[]): ChartPlan[] {
  return frontiers(alternatives).map(planOf);
}

/** The figures of the two frontiers. */
export function siteFrontierTables(alternatives: readonly NamedAlternative[]): SiteChartTable[] {
  const labelOf = (id: string) =>
    alternatives.map(({ column }) => column.figures[id]?.label).find((label) => label !== undefined) ?? id;
  return frontiers(alternatives).map(({ axes, points, frontier }) => ({
    id: axes.id,
    title: axes.title,
    columns: [labelOf(axes.x), labelOf(axes.y)],
    rows: points.map((point) => ({
      name: point.name,
      label: point.label,
      x: point.xText,
      y: point.yText,
      isOnFrontier: frontier.includes(point),
    })),
  }));
}
