import { nearestWord } from '../input/nearest.ts';

/** `bank-loan.loan.interest` is bank, loan, loan, interest. */
function wordsOf(id: string): string[] {
  return id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * The id that somebody probably meant: misspelt, or only partly written (`loan.interest`).
 * @returns undefined when no id shares even a word
 */
export function nearestFigure(typed: string, known: readonly string[]): string | undefined {
  const near = nearestWord(typed, known);
  if (near !== undefined) return near;
  const wanted = new Set(wordsOf(typed.slice(0, 200)));
  let best: string | undefined;
  let bestScore = 0;
  for (const id of known) {
    const words = wordsOf(id);
    const shared = new Set(words.filter((word) => wanted.has(word))).size;
    // Of two ids sharing as many words, the shorter adds less that was not asked for.
    const score = shared === 0 ? 0 : shared + 1 / (1 + words.length);
    if (score > bestScore) {
      best = id;
      bestScore = score;
    }
  }
  return best;
}
