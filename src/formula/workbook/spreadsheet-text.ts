import type { Formula, Line, NodeOf, Operation } from '../operations.ts';
import { OUTSIDE, periodRead, periodsRead } from '../place.ts';
import { periodCount, type Rhythm, type Timeline } from '../timeline.ts';
import { comparisonDecimals } from '../units.ts';
import { addressText, type CellAddress, columnName, type Layout } from './layout.ts';
import {
  differenceFragment,
  powerFragment,
  productFragment,
  quotientFragment,
  sumFragment,
} from './spreadsheet-arithmetic.ts';
import {
  choiceFragment,
  comparisonFragment,
  extremeFragment,
  fallbackFragment,
} from './spreadsheet-choices.ts';
import {
  atom,
  closedText,
  constantFragment,
  type Fragment,
  isZeroConstant,
  ZERO_FRAGMENT,
} from './spreadsheet-fragment.ts';

/**
 * Formulas written as spreadsheet text: the fourth reading of each operation.
 * Function names are English and arguments parted by commas, as files hold them whatever language the reader sees.
 */

/** Where a formula is being written: in which sheet, for which period. */
export interface WritingPlace {
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly sheet: string;
  readonly reader: Rhythm;
  readonly period: number;
}

type Write = { readonly [O in Operation]: (node: NodeOf<O>, place: WritingPlace) => Fragment };

function cellFragment(cell: CellAddress, from: string, mayBeUndefined = false): Fragment {
  const text = addressText(cell, from);
  if (!mayBeUndefined) return { ...atom(text), cell };
  return { ...atom(text), cell, guards: [{ test: `${text}=""`, alone: true }], closed: text };
}

function lineFragment(line: Line, period: number, { layout, sheet }: WritingPlace): Fragment {
  return cellFragment(layout.line(line, period), sheet, line.mayBeUndefined);
}

/** The cells of a line from one period to another, both included. */
function rangeText(line: Line, first: number, last: number, { layout, sheet }: WritingPlace): string {
  const end = layout.line(line, last);
  return `${addressText(layout.line(line, first), sheet)}:${columnName(end.column)}${end.row}`;
}

/** The line in the month that a formula gives; 0 when that is no month of the timeline. */
function atMonthFragment(line: Line, month: Formula, place: WritingPlace): Fragment {
  const last = periodCount(place.timeline, line.rhythm) - 1;
  const { text: wanted, constant } = writeFragment(month, place);
  const known = Number(wanted);
  if (constant === true && !Number.isNaN(known)) {
    const inside = Number.isInteger(known) && known >= 0 && known <= last;
    return inside ? lineFragment(line, known, place) : ZERO_FRAGMENT;
  }
  const inside = `AND(${wanted}>=0,${wanted}<=${last},${wanted}=INT(${wanted}))`;
  const text = `IF(${inside},INDEX(${rangeText(line, 0, last, place)},1,${wanted}+1),0)`;
  if (!line.mayBeUndefined) return atom(text);
  return { ...atom(text), guards: [{ test: `${text}=""`, alone: true }], closed: text };
}

const write: Write = {
  constant: (node) => constantFragment(node.value),
  assumption: (node, { layout, sheet }) => cellFragment(layout.assumption(node.id), sheet),
  period: (node, { layout, sheet, reader, period }) =>
    cellFragment(layout.fact(node.fact, reader, period), sheet),
  line: (node, place) => {
    const { line } = node;
    if (node.place.kind === 'atMonth') return atMonthFragment(line, node.place.month, place);
    const wanted = periodRead(place.timeline, node.place, line.rhythm, place.period);
    return wanted === OUTSIDE ? ZERO_FRAGMENT : lineFragment(line, wanted, place);
  },
  aggregate: (node, place) => {
    const { line, aggregate } = node;
    const [first, last] = periodsRead(place.timeline, node.span, line.rhythm, place.period);
    if (first > last) {
      // A sum of nothing is 0; the smallest of nothing is undefined.
      return aggregate === 'sum' ? ZERO_FRAGMENT : { ...atom('0'), guards: [{ test: '1', alone: true }] };
    }
    if (first === last) return lineFragment(line, first, place);
    const range = rangeText(line, first, last, place);
    const result = atom(`${aggregate.toUpperCase()}(${range})`);
    if (!line.mayBeUndefined) return result;
    // Functions skip "": a sum must notice a missing value, a minimum that all are missing.
    const missing = aggregate === 'sum' ? `<${last - first + 1}` : '=0';
    return { ...result, guards: [{ test: `COUNT(${range})${missing}`, alone: true }] };
  },
  plus: (node, place) => sumFragment(writeAll(node.operands, place), place.sheet),
  minus: ({ operands: [a, b] }, place) =>
    differenceFragment(writeFragment(a, place), writeFragment(b, place)),
  times: ({ operands: [a, b] }, place) => productFragment(writeFragment(a, place), writeFragment(b, place)),
  dividedBy: ({ operands: [a, b], divisorIsNeverZero }, place) =>
    quotientFragment(
      writeFragment(a, place),
      writeFragment(b, place),
      divisorIsNeverZero,
      b.unit === 'money' ? 6 : 9,
    ),
  power: ({ operands: [base, exponent] }, place) =>
    powerFragment(writeFragment(base, place), writeFragment(exponent, place)),
  min: (node, place) => extremeFragment('MIN', writeAll(node.operands, place)),
  max: (node, place) => extremeFragment('MAX', writeAll(node.operands, place)),
  roundedToCents: (node, place) => {
    const value = writeFragment(node.operands[0], place);
    if (isZeroConstant(value)) return value;
    // In doubles 1 000 000.38 − 1 000 000.34 is 0.0400000000372…, and a quarter of such a difference misses its
    // half-cent: rounding to 8 decimals first removes what only the doubles added.
    return { ...atom(`ROUND(ROUND(${value.text},8),2)`, value.mayFail), guards: value.guards };
  },
  integerPart: (node, place) => {
    const value = writeFragment(node.operands[0], place);
    if (isZeroConstant(value)) return value;
    // A double just under a whole number stands for it.
    return { ...atom(`INT(ROUND(${value.text},9))`, value.mayFail), guards: value.guards };
  },
  compare: ({ operands: [a, b], comparison }, place) =>
    comparisonFragment(
      writeFragment(a, place),
      writeFragment(b, place),
      comparison,
      comparisonDecimals(a.unit),
    ),
  choose: ({ operands: [condition, whenTrue, otherwise], unit }, place) =>
    choiceFragment(
      writeFragment(condition, place),
      writeFragment(whenTrue, place),
      writeFragment(otherwise, place),
      unit === 'truth',
    ),
  definedOr: ({ operands: [value, fallback] }, place) =>
    fallbackFragment(writeFragment(value, place), writeFragment(fallback, place)),
};

function writeAll(formulas: readonly Formula[], place: WritingPlace): Fragment[] {
  return formulas.map((formula) => writeFragment(formula, place));
}

/** The formula at one period as a piece of spreadsheet formula. */
export function writeFragment(formula: Formula, place: WritingPlace): Fragment {
  return (write[formula.operation] as (node: Formula, place: WritingPlace) => Fragment)(formula, place);
}

/** A formula as the content of one cell: a live text, or a constant number when it reads no cell. */
export function writeCellText(formula: Formula, place: WritingPlace): { text: string; constant: boolean } {
  const fragment = writeFragment(formula, place);
  return { text: closedText(fragment), constant: fragment.constant === true };
}

/** The reference by which a sheet reads one cell of a line. */
export function referenceText(layout: Layout, line: Line, period: number, from: string): string {
  return addressText(layout.line(line, period), from);
}
