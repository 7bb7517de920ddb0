import { blockBar, columnX, LETTER_WIDTH } from './chart-blocks.ts';
import { BLOCK_COLOURS, CHART_WIDTH, INK } from './chart-look.ts';
import { about, type ChartPlan, type LegendEntry, spec } from './chart-plan.ts';
import type { Bars } from './page.ts';

const COMPARED_HEIGHT = 300;
/** More columns than this are drawn across the page. */
const MOST_NARROW_COLUMNS = 4;
const WIDE_WIDTH = 880;
/** From this share of the tallest column, a block has room for its name and its amount, on two lines or on one. */
const ROOM_FOR_TWO_LINES = 0.12;
const ROOM_FOR_ONE_LINE = 0.05;
/** What is left free on the sides of a block. */
const BLOCK_MARGIN = 10;

/** The parts that have room for their name; the others together, at the foot of the column. */
function withRoom(parts: Bars['parts'], tallest: number): Bars['parts'] {
  const large = parts.filter(({ value }) => value >= tallest * ROOM_FOR_ONE_LINE);
  const small = parts.filter((part) => !large.includes(part));
  const rest = small.reduce((sum, { value }) => sum + value, 0);
  return small.length < 2 ? parts : [...large, { label: 'Autres', value: rest }];
}

/** One column a path, all on the same scale: each part with its name and its amount, the same colour everywhere. */
export function comparedBlocks(
  bars: readonly Bars[],
  id: 'compared-uses' | 'compared-sources',
  title: string,
): ChartPlan {
  const totals = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const tallest = Math.max(...totals);
  const labels = [
    ...new Set(bars.flatMap(({ parts }) => withRoom(parts, tallest).map(({ label }) => label))),
  ];
  const isWide = bars.length > MOST_NARROW_COLUMNS;
  const room = ((isWide ? WIDE_WIDTH : CHART_WIDTH) / bars.length) * 0.92 - BLOCK_MARGIN;
  const fits = (text: string) => text.length * LETTER_WIDTH <= room;
  const values = bars.flatMap(({ label: column, parts }) => {
    let height = parts.reduce((sum, { value }) => sum + value, 0);
    return withRoom(parts, tallest).map(({ label, value }) => {
      const to = height;
      height -= value;
      const amount = about(value);
      const whole = `${label} ${amount}`;
      const share = value / tallest;
      const hasName = share >= ROOM_FOR_TWO_LINES ? fits(label) : share >= ROOM_FOR_ONE_LINE && fits(whole);
      const lines = share < ROOM_FOR_ONE_LINE ? 0 : hasName && share >= ROOM_FOR_TWO_LINES ? 2 : 1;
      const colour = BLOCK_COLOURS[labels.indexOf(label) % BLOCK_COLOURS.length];
      const middle = (height + to) / 2;
      const single = hasName ? whole : amount;
      return { column, label, amount, single, hasName, colour, from: height, to, middle, lines };
    });
  });
  const y = { type: 'quantitative', axis: null, scale: { domain: [0, tallest], nice: false } };
  // A name that does not fit in its block is told by the legend.
  const legend: LegendEntry[] = values.some(({ hasName }) => !hasName)
    ? labels.map((label, index) => ({ label, mark: `block-${index % BLOCK_COLOURS.length}` }))
    : [];
  const text = (field: string, lines: number, dy: number, weight: number) => ({
    transform: [{ filter: `datum.lines === ${lines}` }],
    mark: { type: 'text', dy, fontSize: 11, fontWeight: weight, color: INK },
    encoding: { y: { ...y, field: 'middle' }, text: { field } },
  });
  return {
    id,
    title: `${title} de chaque voie`,
    description: bars
      .map(({ label, parts }, index) => {
        const said = parts.map((part) => `${part.label} ${about(part.value)}`).join(', ');
        return `${label} : ${about(totals[index] ?? 0)}, dont ${said}`;
      })
      .join('. '),
    legend,
    isWide,
    spec: spec(COMPARED_HEIGHT, {
      ...(isWide ? { width: WIDE_WIDTH } : {}),
      data: { values },
      encoding: {
        x: columnX(bars, 0.08),
      },
      layer: [blockBar(y), text('label', 2, -6, 400), text('amount', 2, 8, 600), text('single', 1, 1, 400)],
    }),
  };
}
