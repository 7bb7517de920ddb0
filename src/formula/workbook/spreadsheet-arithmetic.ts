import { addressText, columnName } from './layout.ts';
import {
  anyMayFail,
  atom,
  BINDING,
  type Binding,
  type Fragment,
  guardsOf,
  isZeroConstant,
  operandText,
  ZERO_FRAGMENT,
} from './spreadsheet-fragment.ts';

/** Sums, differences, products, quotients and powers of fragments. */

/** From how many cells in a row a sum is written SUM(first:last). */
const SHORTEST_RUN = 3;

/** Length of the run of cells standing one under the other that starts at `index`. */
function runLength(terms: readonly Fragment[], index: number): number {
  const start = terms[index]?.cell;
  if (start === undefined) return 1;
  let length = 1;
  for (let cell = terms[index + 1]?.cell; cell !== undefined; cell = terms[index + length]?.cell) {
    if (cell.sheet !== start.sheet || cell.column !== start.column || cell.row !== start.row + length) break;
    length++;
  }
  return length;
}

/** a + b + …, without the constant zeros; cells one under the other become one SUM. */
export function sumFragment(operands: readonly Fragment[], from: string): Fragment {
  const terms = operands.filter((operand) => !isZeroConstant(operand));
  const [only] = terms;
  if (only === undefined) return ZERO_FRAGMENT;
  if (terms.length === 1) return only;
  const pieces: { text: string; binding: Binding }[] = [];
  for (let i = 0; i < terms.length; ) {
    const term = terms[i] as Fragment;
    const length = runLength(terms, i);
    if (term.cell !== undefined && length >= SHORTEST_RUN) {
      const end = columnName(term.cell.column) + (term.cell.row + length - 1);
      pieces.push({ text: `SUM(${addressText(term.cell, from)}:${end})`, binding: BINDING.atom });
      i += length;
    } else {
      pieces.push(term);
      i++;
    }
  }
  const signed = pieces.map(({ text, binding }, index) =>
    index > 0 && binding === BINDING.negative ? `(${text})` : text,
  );
  return {
    text: signed.join('+'),
    binding: pieces.length === 1 ? BINDING.atom : BINDING.additive,
    guards: guardsOf(...terms),
    mayFail: anyMayFail(...terms),
  };
}

/** a − b. The text of 0 − b starts with a minus sign only before a cell or a call: −2^2 is 4 in a spreadsheet. */
export function differenceFragment(a: Fragment, b: Fragment): Fragment {
  if (isZeroConstant(b)) return a;
  const guards = guardsOf(a, b);
  const mayFail = anyMayFail(a, b);
  if (isZeroConstant(a) && b.binding === BINDING.atom) {
    return { text: `-${b.text}`, binding: BINDING.negative, guards, mayFail };
  }
  const text = `${a.text}-${operandText(b, BINDING.multiplicative)}`;
  return { text, binding: BINDING.additive, guards, mayFail };
}

/** a × b. Zero times an undefined value stays undefined. */
export function productFragment(a: Fragment, b: Fragment): Fragment {
  const guards = guardsOf(a, b);
  if (a.text === '0' || b.text === '0') return { ...ZERO_FRAGMENT, constant: guards.length === 0, guards };
  if (a.text === '1') return b;
  if (b.text === '1') return a;
  const text = `${operandText(a, BINDING.multiplicative)}*${operandText(b, BINDING.power)}`;
  return { text, binding: BINDING.multiplicative, guards, mayFail: anyMayFail(a, b) };
}

/**
 * a / b, undefined where b is zero.
 * @param decimals to which b is rounded before it is compared to zero: a sum of doubles may miss zero by a hair
 */
export function quotientFragment(
  a: Fragment,
  b: Fragment,
  divisorIsNeverZero: boolean,
  decimals: number,
): Fragment {
  if (b.text === '1') return a;
  const constant = b.constant === true && b.text !== '0';
  const neverZero = divisorIsNeverZero || constant;
  if (neverZero && isZeroConstant(a)) return a;
  const guards = guardsOf(a, b);
  const zero = { test: `ROUND(${b.text},${decimals})=0`, alone: b.guards.length === 0 };
  return {
    text: `${operandText(a, BINDING.multiplicative)}/${operandText(b, BINDING.power)}`,
    binding: BINDING.multiplicative,
    guards: neverZero ? guards : [...guards, zero],
    constant: constant && a.constant === true,
    mayFail: anyMayFail(a, b) || !constant,
  };
}

/** base ^ exponent; 0^0 is 1 here and an error in Excel, so an exponent that may be zero is tested. */
export function powerFragment(base: Fragment, exponent: Fragment): Fragment {
  const guards = guardsOf(base, exponent);
  if (isZeroConstant(exponent) && guards.length === 0) return atom('1');
  const text = `${operandText(base, BINDING.atom)}^${operandText(exponent, BINDING.atom)}`;
  if (exponent.constant === true && exponent.text !== '0') {
    return { text, binding: BINDING.power, guards, mayFail: true };
  }
  return { ...atom(`IF(${exponent.text}=0,1,${text})`, true), guards };
}
