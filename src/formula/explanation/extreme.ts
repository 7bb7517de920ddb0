import type { Decimal } from '../decimal.ts';
import { withDe, writeList } from '../french.ts';
import type { Formula } from '../operations.ts';
import { explainedTogether, sharedRatioStyle } from './reasons.ts';
import {
  BINDING,
  bound,
  COLON,
  type Context,
  type Explained,
  numbersInside,
  phrase,
  problemOf,
  type Text,
  wordsInside,
  writeInside,
} from './text.ts';

type Adjective = 'petit' | 'grand';

function bestOf(parts: readonly Explained[], adjective: Adjective): Decimal | undefined {
  let best: Decimal | undefined;
  for (const { value } of parts) {
    if (value === null) continue;
    if (best === undefined || (adjective === 'petit' ? value.lt(best) : value.gt(best))) best = value;
  }
  return best;
}

/** Which operand wins: by its name if it is a single figure, else by its place and its value. */
function writeVerdict(parts: readonly Explained[], best: Decimal, write: (value: Decimal) => string): string {
  const winners = parts.flatMap((part, position) => (part.value?.eq(best) ? [{ part, position }] : []));
  const [winner] = winners;
  if (winner === undefined || winners.length > 1) return 'à égalité';
  if (winner.part.single !== undefined) return `ici${COLON}${wordsInside(winner.part).text}`;
  const place = winner.position === 0 ? 'le premier' : `le ${winner.position + 1}e`;
  return `ici${COLON}${place}, ${write(best)}`;
}

/** The smallest or the largest of several, and which: « le plus petit de 900,00 € et 800,00 € (ici : Plafond) ». */
export function explainExtreme(
  operands: readonly Formula[],
  adjective: Adjective,
  context: Context,
): Explained {
  const parts = explainedTogether(operands, context);
  const items = (textOf: (part: Explained) => Text) =>
    withDe(writeList(parts.map((part) => bound(textOf(part), BINDING.sum))));
  const words = phrase(`le plus ${adjective} ${items(wordsInside)}`);
  const numbers = `le plus ${adjective} ${items(numbersInside)}`;
  const cells = parts.flatMap((part) => part.cells);
  const best = bestOf(parts, adjective);
  if (best === undefined) return { value: null, words, numbers: phrase(numbers), cells, ...problemOf(parts) };
  const [first] = operands;
  const write = (value: Decimal) =>
    writeInside(context, value, first?.unit ?? 'money', sharedRatioStyle(parts));
  const verdict = writeVerdict(parts, best, write);
  return {
    value: best,
    words,
    numbers: phrase(`${numbers} (${verdict})`),
    // Inside another formula, which operand wins shows in its numbers.
    shortNumbers: phrase(numbers),
    cells,
  };
}
