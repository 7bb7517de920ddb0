import type { ComputedDeal } from '../analysis/computed.ts';
import type { CovenantResult } from '../analysis/covenant-results.ts';
import type { KeyFigure, KeyFigures, Lens } from '../analysis/key-figure.ts';
import type { Verdict } from '../analysis/legality-rule.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeMultiple } from '../formula/french.ts';
import { marksOf } from './comparison-lenses.ts';
import type { EssentialCell, EssentialRow } from './comparison-page.ts';
import { writeKeyFigure } from './key-figure-writing.ts';

/** What the essential table reads of a column. */
export interface EssentialColumn {
  readonly verdict: Verdict;
  readonly keyFigures: KeyFigures;
  /** Undefined when the path is impossible. */
  readonly computed: ComputedDeal | undefined;
}

/** A column that is ranked among those that hold. */
export interface JudgedColumn extends EssentialColumn {
  readonly isStanding: boolean;
}

export type Columns = readonly JudgedColumn[];

export function figureOf({ keyFigures }: EssentialColumn, lens: Lens, id: string): KeyFigure | undefined {
  return keyFigures[lens].find((figure) => figure.id === id);
}

export function textOf(column: EssentialColumn, lens: Lens, id: string): string | undefined {
  const figure = figureOf(column, lens, id);
  return figure === undefined ? undefined : writeKeyFigure(figure);
}

/** In place of a value: « pas de SCI »; the same for all when the path is closed or its plan does not balance. */
export function insteadOf({ verdict, computed }: EssentialColumn, otherwise: string): EssentialCell {
  if (verdict === 'impossible' || computed === undefined) return { text: undefined, instead: 'voie fermée' };
  return { text: undefined, instead: computed.gap === undefined ? otherwise : 'plan non financé' };
}

export interface FigureRow {
  readonly lens: Lens;
  /** Of a key figure. */
  readonly id: string;
  readonly label: string;
  /** What stands where the figure has no value. */
  readonly otherwise?: string | ((column: EssentialColumn) => string);
  /** How its value is written; as everywhere unless given. */
  readonly write?: (value: Decimal) => string;
  /** Said in small after the value. */
  readonly detail?: (column: EssentialColumn) => string | undefined;
}

/** It holds, and what somebody else does for it in public money is not left out. */
function isComparable({ computed, isStanding }: JudgedColumn, lens: Lens): boolean {
  return isStanding && (lens !== 'authority' || computed?.deal.path.kind !== 'market-rent');
}

/** A key figure across the columns; undefined when no column has it. */
export function figureRow(columns: Columns, row: FigureRow): EssentialRow | undefined {
  const { lens, id, label, otherwise = 'sans valeur', write, detail } = row;
  const figures = columns.map((column) => figureOf(column, lens, id));
  if (figures.every((figure) => figure?.value == null)) return undefined;
  const marks = marksOf(
    columns.map((column, index) => ({
      figure: figures[index] ?? { id, label, unit: 'text', value: null },
      isComparable: isComparable(column, lens),
    })),
  );
  const cells = columns.map((column, index): EssentialCell => {
    const figure = figures[index];
    if (figure?.value == null)
      return insteadOf(column, typeof otherwise === 'string' ? otherwise : otherwise(column));
    const text = write === undefined ? writeKeyFigure(figure) : write(new Decimal(figure.value));
    const said = detail?.(column);
    const mark = marks[index];
    return {
      text,
      negative: figure.value.startsWith('-'),
      ...(figure.line === undefined ? {} : { figure: figure.line, period: '' }),
      ...(mark === undefined ? {} : { mark }),
      ...(said === undefined ? {} : { detail: said }),
    };
  });
  return { id, label, cells };
}

interface CoverRow {
  readonly id: string;
  readonly label: string;
  /** Of the covenant, whatever the path calls it. */
  readonly covenants: readonly string[];
  readonly otherwise: string;
}

const limitText = ({ limit }: CovenantResult) =>
  limit === null ? undefined : writeMultiple(new Decimal(limit).toDecimalPlaces(2));

/** A cover of annuities with its limit: told once in the label when it is the same for all. */
export function coverRow(
  columns: Columns,
  { id, label, covenants, otherwise }: CoverRow,
): EssentialRow | undefined {
  const found = columns.map(({ computed }) =>
    computed?.covenants.find((item) => covenants.includes(item.id)),
  );
  const tested = found.filter((item) => item !== undefined && item.value !== null);
  if (tested.length === 0) return undefined;
  const limits = new Set(tested.map((item) => (item === undefined ? undefined : limitText(item))));
  const [common] = limits.size === 1 ? limits : [];
  const cells = columns.map((column, index): EssentialCell => {
    const covenant = found[index];
    if (covenant === undefined || covenant.value === null) return insteadOf(column, otherwise);
    const ownLimit = limits.size === 1 ? undefined : limitText(covenant);
    const said = [
      ...(ownLimit === undefined ? [] : [`limite : ${ownLimit}`]),
      ...(covenant.met === false ? ['sous la limite'] : []),
    ];
    return {
      text: writeMultiple(new Decimal(covenant.value).toDecimalPlaces(2)),
      figure: covenant.line,
      period: '',
      negative: covenant.met === false,
      ...(said.length === 0 ? {} : { detail: said.join(', ') }),
    };
  });
  return { id, label: common === undefined ? label : `${label} (limite : ${common})`, cells };
}
