import { nearestWord } from '../input/nearest.ts';

/** `bank-loan.loan.interest` is bank, loan, loan, interest. */
function wordsOf(id: string): string[] {
  return id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The id that somebody probably meant: misspelt, or only partly written (`loan.interest`).
 * @returns undefined when no id shares even a word
 */
export function nearestFigure(typed: string, known: readonly string[]): string | undefined {
  const near = nearestWord(typed, known);
  if (near !== undefined) return near;
  const wanted = new Set(wordsOf(typed));
  let best: { readonly id: string; readonly merits: readonly number[] } | undefined;
  for (const id of known) {
    const words = wordsOf(id);
    const shared = new Set(words.filter((word) => wanted.has(word))).size;
    if (shared === 0) continue;
    // The most words in common, then the longest common start, then the shortest id.
    const merits = [shared, sharedStart(typed, id), -words.length];
    const difference = merits.findIndex((merit, index) => merit !== best?.merits[index]);
    if (best === undefined || (merits[difference] ?? 0) > (best.merits[difference] ?? 0))
      best = { id, merits };
  }
  return best?.id;
}
