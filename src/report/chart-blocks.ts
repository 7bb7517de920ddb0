import { BLOCK_COLOURS, CHART_WIDTH, INK, MUTED } from './chart-look.ts';
import { about, type ChartPlan, type LegendEntry, spec } from './chart-plan.ts';
import type { Bars } from './page.ts';

const BLOCKS_HEIGHT = 360;
const COMPARED_HEIGHT = 300;
/** More columns than this are drawn across the page. */
const MOST_NARROW_COLUMNS = 4;
const WIDE_WIDTH = 880;
/** From this share of the tallest column, a block has room for its name and its amount, on two lines or on one. */
const ROOM_FOR_TWO_LINES = 0.12;
const ROOM_FOR_ONE_LINE = 0.05;
/** Parts under this share of the whole are drawn together: their label would not fit. */
const SMALLEST_BLOCK = 0.035;
/** Vega, without a screen, takes letters for wider than they are: about 24 of them. */
const BLOCK_LABEL_LIMIT = 204;

/** Of a letter of 11 pixels, on average; and what is left free on the sides of a block. */
const LETTER_WIDTH = 6.2;
const BLOCK_MARGIN = 10;

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

/** Uses and sources: two columns of the same height, each part with its own label. */
export function sourcesAndUses(bars: readonly Bars[]): ChartPlan {
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
      .map(({ label }) => `${label} : d’abord « ${largest(label).label} », ${largest(label).amount}`)
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
        x: {
          field: 'column',
          type: 'nominal',
          sort: bars.map((bar) => bar.label),
          scale: { paddingInner: 0.08, paddingOuter: 0 },
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
        text('label', 2, -6, 400),
        text('amount', 2, 8, 600),
        text('single', 1, 1, 400),
      ],
    }),
  };
}
