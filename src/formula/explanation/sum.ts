import { ZERO } from '../decimal.ts';
import type { Value } from '../exact.ts';
import type { Formula, NodeOf } from '../operations.ts';
import type { Unit } from '../units.ts';
import {
  atom,
  BINDING,
  bound,
  type Context,
  type Explained,
  numbersInside,
  numberText,
  positionsOfLargest,
  problemOf,
  sumOf,
  type Text,
  TOLD_AT_MOST,
  wordsInside,
  writeInside,
} from './text.ts';

/** How a sum of terms, some taken away, is told: the terms that are not zero, the largest if they are many, and the count of the others. */

interface Signed<T> {
  readonly term: T;
  readonly sign: '+' | '−';
}

interface Sum {
  readonly value: Value;
  readonly terms: readonly Signed<Explained>[];
}

/**
 * The terms of sums of sums and differences, as one sum; what is taken away stays one term. The value is added up in
 * the order of the formula, as `exact` does: its last digit would show where it is rounded.
 */
function addUp(formula: Formula, context: Context): Sum {
  if (formula.operation === 'plus') {
    const parts = formula.operands.map((operand) => addUp(operand, context));
    return { value: sumOf(parts.map((part) => part.value)), terms: parts.flatMap((part) => part.terms) };
  }
  if (formula.operation !== 'minus') {
    const term = context.explained(formula);
    return { value: term.value, terms: [{ term, sign: '+' }] };
  }
  const left = addUp(formula.operands[0], context);
  const right = context.explained(formula.operands[1]);
  const value = left.value === null || right.value === null ? null : left.value.minus(right.value);
  return { value, terms: [...left.terms, { term: right, sign: '−' }] };
}

/** « A + B − C », with the parentheses needed. */
export function joinTerms(terms: readonly Signed<Text>[]): Text {
  const [first, ...rest] = terms;
  if (first === undefined) return atom('0');
  const negated = first.sign === '−';
  if (rest.length === 0 && !negated) return first.term;
  const start = negated ? `−${bound(first.term, BINDING.atom)}` : bound(first.term, BINDING.sum);
  const others = rest.map(({ term, sign }) => ` ${sign} ${bound(term, BINDING.product)}`);
  return {
    text: `${start}${others.join('')}`,
    binding: rest.length === 0 ? BINDING.negative : BINDING.sum,
  };
}

function followedBy(text: Text, note: string): Text {
  return { ...text, text: `${text.text} (${note})` };
}

function countTerms(count: number, adjective: '' | 'nul', others: boolean): string {
  const plural = count >= 2 ? 's' : '';
  const words = [
    `${count}`,
    others ? `autre${plural}` : '',
    `terme${plural}`,
    adjective === '' ? '' : `${adjective}${plural}`,
  ];
  return words.filter((word) => word !== '').join(' ');
}

function signedValue({ term, sign }: Signed<Explained>): Value {
  return sign === '+' ? term.value : (term.value?.neg() ?? null);
}

/** The numbers of the terms told, then the sum of the others, then how many are zero. */
function writeNumbers(
  told: readonly Signed<Explained>[],
  rest: readonly Signed<Explained>[],
  zeros: number,
  unit: Unit,
  context: Context,
): Text {
  const numbers = told.map(({ term, sign }): Signed<Text> => ({ term: numbersInside(term), sign }));
  if (numbers.length === 0) numbers.push({ term: atom(writeInside(context, ZERO, unit)), sign: '+' });
  if (rest.length > 0) {
    const text = numberText(writeInside(context, sumOf(rest.map(signedValue)), unit));
    numbers.push({ term: followedBy(text, countTerms(rest.length, '', true)), sign: '+' });
  }
  const sum = joinTerms(numbers);
  if (zeros === 0) return sum;
  const note = countTerms(zeros, 'nul', told.length > 0);
  return sum.binding > BINDING.phrase ? followedBy(sum, note) : followedBy(atom(`(${sum.text})`), note);
}

/** Of a sum in which one cell or one span alone counts, its words say more than its value said twice. */
function middleOf(counted: readonly Signed<Explained>[], zeros: number): { middle?: string } {
  const [alone, another] = counted;
  if (alone === undefined || another !== undefined || alone.sign === '−') return {};
  const { single, shortNumbers, words, numbers, reasons = [] } = alone.term;
  if (reasons.length > 0 || (single !== 'cell' && shortNumbers === undefined)) return {};
  const text = single === 'cell' ? words : numbers;
  return { middle: followedBy(text, countTerms(zeros, 'nul', true)).text };
}

export function explainSum(node: NodeOf<'plus'> | NodeOf<'minus'>, context: Context): Explained {
  const { value, terms } = addUp(node as Formula, context);
  // A difference of two terms shows both, be one of them zero.
  const isDifference = node.operation === 'minus' && terms.length === 2;
  const counted = isDifference ? terms : terms.filter(({ term }) => !term.value?.isZero());
  const largest = positionsOfLargest(
    counted.map(({ term }) => term.value),
    TOLD_AT_MOST,
  );
  const told = counted.filter((_, position) => largest.has(position));
  const rest = counted.filter((_, position) => !largest.has(position));
  const named = terms.length <= TOLD_AT_MOST ? terms : told;
  const words = joinTerms(named.map(({ term, sign }) => ({ term: wordsInside(term), sign })));
  const unnamed = terms.length - named.length;
  return {
    value,
    words:
      unnamed === 0
        ? words
        : { text: `${words.text} + ${countTerms(unnamed, '', true)}`, binding: BINDING.sum },
    ...middleOf(counted, terms.length - counted.length),
    numbers: writeNumbers(told, rest, terms.length - counted.length, node.unit, context),
    cells: terms.flatMap((signed) =>
      named.includes(signed)
        ? signed.term.cells
        : signed.term.cells.map((cell) => ({ ...cell, rank: Number.POSITIVE_INFINITY })),
    ),
    ...problemOf(terms.map(({ term }) => term)),
  };
}
