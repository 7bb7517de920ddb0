import { type Decimal, ONE, roundedTo, ZERO } from '../decimal.ts';
import { UNDEFINED_TEXT } from '../french.ts';
import type { Comparison, NodeOf } from '../operations.ts';
import type { RatioStyle } from '../units.ts';
import { comparisonDecimals } from '../units.ts';
import { COMPARISON_SIGNS, connectiveOf, explainedTogether, reasonsOf } from './reasons.ts';
import {
  atom,
  BINDING,
  bound,
  type Context,
  type Explained,
  numbersInside,
  phrase,
  problemOf,
  type Text,
  wordsInside,
} from './text.ts';

/** Comparisons, and the operations that tell one branch only and why it was taken. */

const HOLDS: Record<Comparison, (difference: Decimal) => boolean> = {
  less: (difference) => difference.lt(0),
  atMost: (difference) => difference.lte(0),
  equal: (difference) => difference.isZero(),
  atLeast: (difference) => difference.gte(0),
  more: (difference) => difference.gt(0),
  different: (difference) => !difference.isZero(),
};

export function explainComparison(node: NodeOf<'compare'>, context: Context): Explained {
  const parts = explainedTogether(node.operands, context);
  const sign = COMPARISON_SIGNS[node.comparison];
  const sides = (textOf: (part: Explained) => Text) =>
    phrase(parts.map((part) => bound(textOf(part), BINDING.sum)).join(` ${sign} `));
  const explained = {
    words: sides(wordsInside),
    numbers: sides(numbersInside),
    cells: parts.flatMap((part) => part.cells),
  };
  const [left, right] = parts.map((part) => part.value);
  if (!left || !right) return { value: null, ...explained, ...problemOf(parts) };
  const decimals = comparisonDecimals(node.operands[0].unit);
  const difference = roundedTo(left.minus(right), decimals);
  return { value: HOLDS[node.comparison](difference) ? ONE : ZERO, ...explained };
}

/** « A et B », « A ou B » of the truths that were read; of other choices between truths, the branch taken. */
function explainTruth(
  node: NodeOf<'choose'>,
  condition: Explained,
  branch: Explained,
  holds: boolean,
): Explained {
  const connective = connectiveOf(node);
  const cells = [...condition.cells, ...branch.cells];
  if (connective === undefined) return { ...branch, cells };
  const decided = connective === 'and' ? !holds : holds;
  if (decided) return { ...condition, cells };
  const word = connective === 'and' ? 'et' : 'ou';
  const join = (textOf: (part: Explained) => Text) =>
    phrase([condition, branch].map((part) => textOf(part).text).join(` ${word} `));
  return {
    value: branch.value,
    words: join(wordsInside),
    numbers: join(numbersInside),
    cells,
    ...problemOf([branch]),
  };
}

export function explainChoice(
  node: NodeOf<'choose'>,
  context: Context,
  ratio: RatioStyle | undefined,
): Explained {
  const [conditionFormula, whenTrue, otherwise] = node.operands;
  const condition = context.explained(conditionFormula);
  if (condition.value === null) {
    return {
      value: null,
      words: condition.words,
      numbers: atom(UNDEFINED_TEXT),
      cells: condition.cells,
      problem: `la condition n’est pas calculable (${condition.problem})`,
    };
  }
  const holds = !condition.value.isZero();
  const branch = context.explained(holds ? whenTrue : otherwise, ratio);
  if (node.unit === 'truth') return explainTruth(node, condition, branch, holds);
  return {
    ...branch,
    cells: [...condition.cells, ...branch.cells],
    reasons: [...reasonsOf(conditionFormula, context), ...(branch.reasons ?? [])],
  };
}

export function explainFallback(
  node: NodeOf<'definedOr'>,
  context: Context,
  ratio: RatioStyle | undefined,
): Explained {
  const [first, second] = node.operands;
  const value = context.explained(first, ratio);
  if (value.value !== null) return value;
  const fallback = context.explained(second, ratio);
  const reason = `${bound(wordsInside(value), BINDING.sum)} n’est pas calculable`;
  return {
    ...fallback,
    cells: [...value.cells, ...fallback.cells],
    reasons: [reason, ...(fallback.reasons ?? [])],
  };
}
