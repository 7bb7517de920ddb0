import { BLOCK_COLOURS, INK, MUTED } from './chart-look.ts';
import { about, type ChartPlan, spec } from './chart-plan.ts';
import type { Bars } from './page.ts';
import { wrapped } from './wrapped-text.ts';

const BLOCKS_HEIGHT = 360;
/** Parts under this share of the whole are drawn together: their label would not fit. */
const SMALLEST_BLOCK = 0.035;
/** Of a letter of 11 pixels, on average. */
export const LETTER_WIDTH = 6.2;
/** Free for the name and the amount of a block, in the two columns of uses and sources; a line of a name there. */
const COLUMN_ROOM = 194;
const LINE_HEIGHT = 13;
const HEAD_HEIGHT = 28;

/** Columns of blocks, each with its name above. */
export function columnX(bars: readonly Bars[], paddingInner: number) {
  return {
    field: 'column',
    type: 'nominal',
    sort: bars.map((bar) => bar.label),
    scale: { paddingInner, paddingOuter: 0 },
    axis: {
      orient: 'top',
      labelAngle: 0,
      domain: false,
      labelColor: INK,
      labelFontSize: 12,
      labelFontWeight: 600,
    },
  };
}

/** A block, from one amount to another. */
export function blockBar(y: object) {
  return {
    mark: { type: 'bar', stroke: MUTED, strokeWidth: 0.75, width: { band: 1 } },
    encoding: {
      y: { ...y, field: 'from' },
      y2: { field: 'to' },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  };
}

interface Block {
  readonly column: string;
  readonly label: string;
  /** What is written of the name: a line, or two. */
  readonly lines: readonly string[];
  readonly amount: string;
  readonly colour: number;
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
    const amount = about(value);
    const letters = Math.floor(COLUMN_ROOM / LETTER_WIDTH) - amount.length - 1;
    const isTall = (value / total) * (BLOCKS_HEIGHT - HEAD_HEIGHT) >= 2 * LINE_HEIGHT;
    const lines = wrapped(label, letters, isTall ? 2 : 1);
    const colour = index % BLOCK_COLOURS.length;
    return { column, label, lines, amount, colour, from: height, to, middle: (height + to) / 2 };
  });
}

/** Uses and sources: two columns of the same height, each part with its own label. */
export function sourcesAndUses(bars: readonly Bars[]): ChartPlan {
  const blocks = bars.flatMap(blocksOf);
  const total = Math.max(...blocks.map((block) => block.to));
  const values = blocks.map(({ lines: [first, second], colour, ...block }) => ({
    ...block,
    colour: BLOCK_COLOURS[colour],
    first,
    second,
  }));
  const y = { field: 'middle', type: 'quantitative', axis: null, scale: { domain: [0, total], nice: false } };
  const text = (field: string, align: 'left' | 'right', side: number, dy: number, filter: string) => ({
    transform: [{ filter }],
    mark: { type: 'text', align, dy, fontSize: 11, color: INK, limit: 0 },
    encoding: { x: { field: 'column', type: 'nominal', bandPosition: side }, y, text: { field } },
  });
  const largest = (column: string) =>
    blocks
      .filter((block) => block.column === column)
      .reduce((best, block) => (block.to - block.from > best.to - best.from ? block : best));
  return {
    id: 'sources-and-uses',
    title: 'Besoins et ressources',
    description: `Deux colonnes de même hauteur, ${about(total)}. ${bars
      .map(({ label }) => `${label} : d’abord « ${largest(label).label} », ${largest(label).amount}`)
      .join('. ')}.`,
    // A name that is cut in its block is whole here, with its column: both columns use the same colours.
    legend: blocks
      .filter(({ lines }) => lines.at(-1)?.endsWith('…'))
      .map(({ column, label, colour }) => ({
        label: `${column} : ${label}`,
        mark: `block-${colour}` as const,
      })),
    spec: spec(BLOCKS_HEIGHT, {
      data: { values },
      encoding: {
        x: columnX(bars, 0.06),
      },
      layer: [
        blockBar(y),
        text('first', 'left', 0.03, 0, '!datum.second'),
        text('first', 'left', 0.03, -LINE_HEIGHT / 2, '!!datum.second'),
        text('second', 'left', 0.03, LINE_HEIGHT / 2, '!!datum.second'),
        text('amount', 'right', 0.97, 0, 'true'),
      ],
    }),
  };
}
