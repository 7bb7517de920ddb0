/** Number of letters to change, add, remove or swap between two words; stops counting past `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** Letters only, lower case: `loan-amount`, `loanAmount` and `loan_amount` are one word. */
function folded(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/**
 * The word that somebody probably meant.
 * @param typed what was typed; only its first 60 characters are looked at
 * @param known the words that exist
 * @returns the nearest known word, undefined when none is near (a third of its letters, at most 3)
 */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  const wanted = folded(typed.slice(0, 60));
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const candidate = folded(word);
    const limit = Math.min(3, Math.max(1, Math.floor(candidate.length / 3)));
    const found = distance(wanted, candidate, limit);
    if (found <= limit && found < bestDistance) {
      best = word;
      bestDistance = found;
    }
  }
  return best;
}
