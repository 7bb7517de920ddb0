import { INK, SERIES_COLOURS, scaleOf } from './chart-look.ts';
import { AMOUNT_AXIS, about, type ChartPlan, spec } from './chart-plan.ts';
import type { Bars } from './page.ts';
import { wrapped } from './wrapped-text.ts';

const BAR_HEIGHT = 10;
const BETWEEN_PARTIES = 14;
const AXIS_HEIGHT = 30;
/** Of a party's name beside its bars, in as many lines as it needs. */
const NAME_LETTERS = 22;
const NAME_LINE_HEIGHT = 13;
const LINE_END = '|';

/** For each party, a bar a path: the present value of what it receives less what it pays. */
export function partyFlows(bars: readonly Bars[], note: string | undefined): ChartPlan {
  const paths = bars.map(({ label }) => label);
  const parties = [...new Set(bars.flatMap(({ parts }) => parts.map(({ label }) => label)))];
  const names = parties.map((party) => wrapped(party.replaceAll(LINE_END, ' '), NAME_LETTERS, party.length));
  // The rank, which is not written, keeps apart two parties whose names would be cut alike.
  const keys = names.map((lines, rank) => [rank, ...lines].join(LINE_END));
  const values = bars.flatMap(({ label: path, parts }) =>
    parts.map(({ label, value }) => ({ path, party: keys[parties.indexOf(label)], value })),
  );
  const tallestName = Math.max(0, ...names.map((lines) => lines.length)) * NAME_LINE_HEIGHT;
  const height = Math.max(paths.length * BAR_HEIGHT, tallestName) + BETWEEN_PARTIES;
  return {
    id: 'compared-flows',
    title: 'Ce que chaque partie reçoit (+) ou paie (−), en valeur présente',
    description: `Une barre par voie et par partie. ${bars
      .map(
        ({ label, parts }) =>
          `${label} : ${parts.map((part) => `${part.label} ${about(part.value)}`).join(', ')}`,
      )
      .join(' ; ')}.`,
    legend: paths.map((label, index) => ({ label, mark: index % SERIES_COLOURS.length })),
    note,
    spec: spec(parties.length * height + AXIS_HEIGHT, {
      layer: [
        {
          data: { values },
          mark: { type: 'bar' },
          encoding: {
            y: {
              field: 'party',
              type: 'nominal',
              sort: keys,
              scale: { paddingInner: 0.3 },
              axis: {
                labelColor: INK,
                labelExpr: `slice(split(datum.label, '${LINE_END}'), 1)`,
                labelLimit: 0,
                labelLineHeight: NAME_LINE_HEIGHT,
                grid: false,
              },
            },
            yOffset: { field: 'path', sort: paths },
            x: {
              field: 'value',
              type: 'quantitative',
              axis: { ...AMOUNT_AXIS, grid: true, domain: false, tickCount: 4 },
            },
            color: { field: 'path', type: 'nominal', scale: scaleOf(paths, SERIES_COLOURS), legend: null },
          },
        },
        { data: { values: [{}] }, mark: { type: 'rule', color: INK }, encoding: { x: { datum: 0 } } },
      ],
    }),
  };
}
