import type { Decimal } from './decimal.ts';
import { explainedTogether } from './explanation-reasons.ts';
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
} from './explanation-text.ts';
import { withDe, writeList } from './french.ts';
import type { Formula } from './operations.ts';

type Adjective = 'petit' | 'grand';

function bestOf(
  parts: readonly Explained[],
  adjective: Adjective,
): (Explained & { value: Decimal }) | undefined {
  let best: (Explained & { value: Decimal }) | undefined;
  for (const part of parts) {
    const { value } = part;
    if (value === null) continue;
    const beats = best === undefined || (adjective === 'petit' ? value.lt(best.value) : value.gt(best.value));
    if (beats) best = { ...part, value };
  }
  return best;
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
  const tied = parts.filter((part) => part.value?.eq(best.value)).length > 1;
  const verdict = tied ? 'à égalité' : `ici${COLON}${wordsInside(best).text}`;
  return { value: best.value, words, numbers: phrase(`${numbers} (${verdict})`), cells };
}
