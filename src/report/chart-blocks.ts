import { BLOCK_COLOURS, INK, MUTED } from './chart-look.ts';
import { about, type ChartPlan, spec } from './chart-plan.ts';
import type { Bars } from './page.ts';

const BLOCKS_HEIGHT = 360;
/** Parts under this share of the whole are drawn together: their label would not fit. */
const SMALLEST_BLOCK = 0.035;
/** Vega, without a screen, takes letters for wider than they are: about 24 of them. */
const BLOCK_LABEL_LIMIT = 212;

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
