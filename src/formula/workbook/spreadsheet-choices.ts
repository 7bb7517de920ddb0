import type { Comparison } from '../operations.ts';
import { differenceFragment } from './spreadsheet-arithmetic.ts';
import {
  ARGUMENT_LIMIT,
  anyGuardText,
  anyMayFail,
  atom,
  callText,
  closedText,
  conditionText,
  type Fragment,
  guardedText,
  guardsOf,
} from './spreadsheet-fragment.ts';

/** Comparisons, choices, smallest and largest of fragments. A truth is 1 or 0 in a cell. */

const SIGNS: Record<Comparison, string> = {
  less: '<',
  atMost: '<=',
  equal: '=',
  atLeast: '>=',
  more: '>',
  different: '<>',
};

/** Beyond any value of a calculation, so that MIN and MAX never keep it. Not written 1E+300: some engines cannot read it. */
const BEYOND = '10^300';

/** a compared to b, once their difference is rounded to what distinguishes two values of their unit. */
export function comparisonFragment(
  a: Fragment,
  b: Fragment,
  comparison: Comparison,
  decimals: number,
): Fragment {
  const { text } = differenceFragment(a, b);
  const condition = `ROUND(${text},${decimals})${SIGNS[comparison]}0`;
  return { ...atom(`IF(${condition},1,0)`, anyMayFail(a, b)), condition, guards: guardsOf(a, b) };
}

/** A choice between truths, as a test. AND and OR evaluate everything, so they are kept for what cannot fail. */
function chosenTest(condition: Fragment, whenTrue: Fragment, otherwise: Fragment): string {
  const test = conditionText(condition);
  const plain = !anyMayFail(whenTrue, otherwise) && guardsOf(whenTrue, otherwise).length === 0;
  if (plain && whenTrue.text === '0' && otherwise.text === '1') return `NOT(${test})`;
  if (plain && otherwise.text === '0') return `AND(${test},${conditionText(whenTrue)})`;
  if (plain && whenTrue.text === '1') return `OR(${test},${conditionText(otherwise)})`;
  return `IF(${test},${conditionText(whenTrue)},${conditionText(otherwise)})`;
}

/** `whenTrue` if the condition holds, else `otherwise`; each branch is undefined for itself. */
export function choiceFragment(
  condition: Fragment,
  whenTrue: Fragment,
  otherwise: Fragment,
  ofTruths: boolean,
): Fragment {
  const test = conditionText(condition);
  const truth = ofTruths ? chosenTest(condition, whenTrue, otherwise) : undefined;
  const isTest = truth !== undefined && !truth.startsWith('IF(');
  const text = isTest ? `IF(${truth},1,0)` : `IF(${test},${whenTrue.text},${otherwise.text})`;
  const made: Fragment = {
    ...atom(text, anyMayFail(condition, whenTrue, otherwise)),
    guards: condition.guards,
    ...(truth === undefined ? {} : { condition: truth }),
  };
  if (guardsOf(whenTrue, otherwise).length === 0) return made;
  const inBranch = `IF(${test},${anyGuardText(whenTrue.guards)},${anyGuardText(otherwise.guards)})`;
  const closed = `IF(${test},${closedText(whenTrue)},${closedText(otherwise)})`;
  return {
    ...made,
    guards: [...condition.guards, { test: inBranch, alone: condition.guards.length === 0 }],
    closed: guardedText(condition.guards, '""', closed),
  };
}

/** The value, or the fallback where it is undefined. */
export function fallbackFragment(value: Fragment, fallback: Fragment): Fragment {
  if (value.guards.length === 0) return value;
  const text = guardedText(value.guards, fallback.text, value.text);
  const made = atom(text, anyMayFail(value, fallback));
  if (fallback.guards.length === 0) return made;
  const test = `IF(${anyGuardText(value.guards)},${anyGuardText(fallback.guards)},0)`;
  const closed = guardedText(value.guards, closedText(fallback), value.text);
  return { ...made, guards: [{ test, alone: true }], closed };
}

/** MIN or MAX: undefined operands are skipped; a reference to "" is skipped by the function itself. */
export function extremeFragment(name: 'MIN' | 'MAX', operands: readonly Fragment[]): Fragment {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) return only;
  const neutral = name === 'MIN' ? BEYOND : `0-${BEYOND}`;
  const few = operands.length <= ARGUMENT_LIMIT;
  const parts = operands.map((operand) =>
    few && operand.cell !== undefined ? operand.text : guardedText(operand.guards, neutral, operand.text),
  );
  const made = atom(callText(name, parts), anyMayFail(...operands));
  if (operands.some((operand) => operand.guards.length === 0)) return made;
  const onlyCells = few && operands.every((operand) => operand.cell !== undefined);
  const eachUndefined = () =>
    callText(
      'AND',
      operands.map((operand) => anyGuardText(operand.guards)),
    );
  const test = onlyCells ? `COUNT(${parts.join(',')})=0` : eachUndefined();
  return { ...made, guards: [{ test, alone: true }] };
}
