import { type Decimal, ZERO } from '../decimal.ts';
import type { Value } from '../exact.ts';
import { countPeriods, PERIOD_WORDS, UNDEFINED_TEXT, withDe, writePeriod } from '../french.ts';
import type { Line, NodeOf, Span } from '../operations.ts';
import { periodsRead } from '../place.ts';
import {
  atom,
  type Cell,
  COLON,
  type Context,
  type Explained,
  lineCells,
  numberText,
  OUTSIDE_TEXT,
  phrase,
  positionsOfLargest,
  SEMICOLON,
  sumOf,
  type Text,
  writeInside,
  writeLabel,
} from './text.ts';

/** How the sum, the smallest or the largest of a span of cells is told. */

/** Cells told one by one in the sentence. */
const TOLD_IN_SENTENCE = 3;

function writeSpan(context: Context, line: Line, span: Span, from: number, to: number): string {
  if (span.kind === 'all') return 'sur toute la période d’étude';
  if (from > to) return `sur une durée ${OUTSIDE_TEXT}`;
  const { timeline } = context.figures;
  if (span.kind === 'monthsOfYear') {
    return `sur l’${writePeriod(timeline, 'yearly', context.period + span.offset)}`;
  }
  const [first, last] = [writePeriod(timeline, line.rhythm, from), writePeriod(timeline, line.rhythm, to)];
  if (line.rhythm === 'yearly') return from === to ? `sur l’${first}` : `de l’${first} à l’${last}`;
  return from === to ? `sur ${first}` : `${withDe(first)} à ${last}`;
}

function plural(count: number, word: string): string {
  return count >= 2 ? `${word}s` : word;
}

/** « mars 2028 : 1 000,00 € » */
function tellCell(context: Context, cell: Cell): string {
  const period = writePeriod(context.figures.timeline, cell.rhythm, cell.period);
  return `${period}${COLON}${writeInside(context, cell.value, cell.unit, cell.ratio)}`;
}

/** « décembre 2036 : 900,00 €, seul mois non nul sur 252 » */
function tellFew(context: Context, cells: readonly Cell[], counted: readonly Cell[]): Text {
  const [first] = counted;
  const { rhythm } = first as Cell;
  const word = PERIOD_WORDS[rhythm];
  const told = counted.map((cell) => tellCell(context, cell)).join(SEMICOLON);
  const of = `sur ${cells.length}`;
  return counted.length === 1
    ? phrase(`${told}, seul ${word.one} non nul ${of}`)
    : phrase(`${told}${SEMICOLON}seuls ${word.many} non nuls ${of}`);
}

/** « somme de 12 mois (dont mars 2028 : 900,00 € ; les 8 autres : 1 000,00 € ; 3 nuls) » */
function tellSum(context: Context, cells: readonly Cell[], first: Cell): Text {
  const count = `somme de ${countPeriods(first.rhythm, cells.length)}`;
  const write = (value: Value) => writeInside(context, value, first.unit, first.ratio);
  const counted = cells.filter((cell) => !cell.value?.isZero());
  if (counted.length === 0) return phrase(`${count} ${plural(cells.length, 'nul')}`);
  const { value } = first;
  if (cells.length > 1 && value !== null && cells.every((cell) => cell.value?.eq(value))) {
    return phrase(`${count} à ${write(value)}`);
  }
  if (counted.length <= TOLD_IN_SENTENCE && counted.length * 2 < cells.length)
    return tellFew(context, cells, counted);
  // One cell more is told rather than « le 1 autre ».
  const toldAtMost = counted.length === TOLD_IN_SENTENCE + 1 ? counted.length : TOLD_IN_SENTENCE;
  const values = counted.map((cell) => cell.value);
  const told = positionsOfLargest(values, toldAtMost);
  const items = counted.filter((_, position) => told.has(position)).map((cell) => tellCell(context, cell));
  const rest = values.filter((_, position) => !told.has(position));
  if (rest.length > 0) items.push(`les ${rest.length} autres${COLON}${write(sumOf(rest))}`);
  const zeros = cells.length - counted.length;
  if (zeros > 0) items.push(`${zeros} ${plural(zeros, 'nul')}`);
  return phrase(`${count} (${rest.length > 0 ? 'dont ' : ''}${items.join(SEMICOLON)})`);
}

function explainSpanSum(context: Context, line: Line, where: string, cells: readonly Cell[]): Explained {
  const words = phrase(`somme ${withDe(writeLabel(line.label))} ${where}`);
  const [first] = cells;
  if (first === undefined) return { value: ZERO, words, numbers: atom(`0 (${OUTSIDE_TEXT})`), cells };
  const values = cells.map((cell) => cell.value);
  const value = sumOf(values);
  const ranks = [...positionsOfLargest(values, values.length)];
  const missing = cells.find((cell) => cell.value === null);
  const isNothing = cells.every((cell) => cell.value?.isZero() === true);
  const short = `${writeInside(context, value, line.unit, first.ratio)} (somme de ${countPeriods(line.rhythm, cells.length)})`;
  return {
    value,
    words,
    numbers: tellSum(context, cells, first),
    shortNumbers: numberText(short),
    // A cell of zero is never what a reader looks for, unless there is nothing else.
    cells: cells.map((cell, position) => ({
      ...cell,
      rank: cell.value?.isZero() === true && !isNothing ? Number.POSITIVE_INFINITY : ranks.indexOf(position),
    })),
    ...(missing === undefined ? {} : { problem: cannotCompute(context, missing) }),
  };
}

function cannotCompute(context: Context, cell: Cell): string {
  const period = writePeriod(context.figures.timeline, cell.rhythm, cell.period);
  return `${writeLabel(cell.label)} (${period}) n’est pas calculable`;
}

function explainSpanExtreme(
  adjective: 'petite' | 'grande',
  context: Context,
  line: Line,
  where: string,
  cells: readonly Cell[],
): Explained {
  const direction = adjective === 'petite' ? 1 : -1;
  const defined = cells
    .filter((cell): cell is Cell & { value: Decimal } => cell.value !== null)
    .sort((a, b) => direction * a.value.comparedTo(b.value));
  const undefinedCells = cells.filter((cell) => cell.value === null);
  const ranked = [...defined, ...undefinedCells].map((cell, rank) => ({ ...cell, rank }));
  const label = withDe(writeLabel(line.label));
  const words = phrase(`plus ${adjective} valeur ${label} ${where}`);
  const [best] = defined;
  if (best === undefined) {
    const problem = `aucune valeur ${label} n’est calculable ${where}`;
    return { value: null, words, numbers: atom(UNDEFINED_TEXT), cells: ranked, problem };
  }
  const missing = undefinedCells.length;
  const skipped = missing === 0 ? '' : `, dont ${missing} non ${plural(missing, 'défini')}`;
  const count = `plus ${adjective} valeur de ${countPeriods(line.rhythm, cells.length)}${skipped}`;
  return {
    value: best.value,
    words,
    numbers: phrase(`${count} (${tellCell(context, best)})`),
    shortNumbers: numberText(`${writeInside(context, best.value, line.unit, best.ratio)} (${count})`),
    cells: ranked,
  };
}

/** The sum, the smallest or the largest of a span of cells. */
export function explainAggregate(node: NodeOf<'aggregate'>, context: Context): Explained {
  const { line, span, aggregate } = node;
  const [from, to] = periodsRead(context.figures.timeline, span, line.rhythm, context.period);
  const cells = lineCells(context, line, from, to);
  const where = writeSpan(context, line, span, from, to);
  if (aggregate === 'sum') return explainSpanSum(context, line, where, cells);
  return explainSpanExtreme(aggregate === 'min' ? 'petite' : 'grande', context, line, where, cells);
}
