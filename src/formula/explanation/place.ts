import { ZERO } from '../decimal.ts';
import { countPeriods, MONTH_NAMES, PERIOD_WORDS, withDe, writePeriod } from '../french.ts';
import type { Line, NodeOf, Place } from '../operations.ts';
import { OUTSIDE, periodRead } from '../place.ts';
import { periodCount, type Rhythm } from '../timeline.ts';
import {
  atom,
  type Cell,
  COLON,
  type Context,
  type Explained,
  lineCells,
  numberText,
  OUTSIDE_TEXT,
  wordsInside,
  writeInside,
  writeLabel,
} from './text.ts';

/** How the reading of a cell at another period is told. */

/** « mois précédent, mars 2028 », « exercice précédent, 2028 » */
function writeNear(context: Context, rhythm: Rhythm, offset: number, target: number): string {
  const distance = Math.abs(offset);
  const where =
    distance === 1
      ? `${PERIOD_WORDS[rhythm].one} ${offset < 0 ? 'précédent' : 'suivant'}`
      : `${countPeriods(rhythm, distance)} ${offset < 0 ? 'plus tôt' : 'plus tard'}`;
  if (target === OUTSIDE) return `${where}, ${OUTSIDE_TEXT}`;
  const { timeline } = context.figures;
  const name =
    rhythm === 'yearly' ? `${timeline.years[target]?.calendarYear}` : writePeriod(timeline, rhythm, target);
  return `${where}, ${name}`;
}

interface Found {
  readonly target: number;
  /** Said in parentheses after the label; nothing for the same period. */
  readonly where: string;
  /** Said after the 0 that stands for a cell that does not exist. */
  readonly whyZero: string;
  readonly cells: readonly Cell[];
}

/** Which cell a place means from this one, and its words. */
function find(context: Context, line: Line, place: Place): Found {
  const { timeline } = context.figures;
  if (place.kind === 'atMonth') {
    const month = context.explained(place.month);
    const number = month.value?.isInteger() ? month.value.toNumber() : OUTSIDE;
    const inside = number >= 0 && number < periodCount(timeline, line.rhythm);
    const name = `mois ${month.value === null ? '' : writeInside(context, month.value, 'count')}`;
    const date = inside ? writePeriod(timeline, 'monthly', number) : OUTSIDE_TEXT;
    const formula = month.single === 'constant' ? '' : `${wordsInside(month).text}${COLON}`;
    return {
      target: inside ? number : OUTSIDE,
      where: `${formula}${name}, ${date}`,
      whyZero: OUTSIDE_TEXT,
      cells: month.cells,
    };
  }
  const target = periodRead(timeline, place, line.rhythm, context.period);
  const found = { target, whyZero: OUTSIDE_TEXT, cells: [] };
  const date = target === OUTSIDE ? OUTSIDE_TEXT : writePeriod(timeline, line.rhythm, target);
  switch (place.kind) {
    case 'near':
      if (line.rhythm === 'once' || place.offset === 0) return { ...found, where: '' };
      return { ...found, where: writeNear(context, line.rhythm, place.offset, target) };
    case 'inYearOf':
      return { ...found, where: date };
    case 'endOfYear':
      return { ...found, where: `fin d’exercice, ${date}` };
    case 'posted': {
      const entry = `écriture ${withDe(MONTH_NAMES[place.calendarMonth - 1] ?? '')}`;
      if (timeline.calendarMonth[context.period] === place.calendarMonth) {
        return { ...found, where: `${date}, ${entry}` };
      }
      return { ...found, where: `${entry} seulement`, whyZero: `${entry} seulement` };
    }
  }
}

/** The reading of one cell of a line. */
export function explainReading(
  node: NodeOf<'line'>,
  context: Context,
  ratio: Cell['ratio'] | undefined,
): Explained {
  const { line } = node;
  const { target, where, whyZero, cells } = find(context, line, node.place);
  const words = atom(where === '' ? writeLabel(line.label) : `${writeLabel(line.label)} (${where})`);
  const [cell] = target === OUTSIDE ? [] : lineCells(context, line, target, target);
  if (cell === undefined) return { value: ZERO, words, numbers: atom(`0 (${whyZero})`), cells };
  return {
    value: cell.value,
    words,
    numbers: numberText(writeInside(context, cell.value, cell.unit, ratio ?? cell.ratio)),
    cells: [cell, ...cells],
    single: 'cell',
    middle: words.text,
    ...(cell.value === null ? { problem: `${words.text} n’est pas calculable` } : {}),
  };
}
