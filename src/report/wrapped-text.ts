/** Texts of drawings, where nothing wraps by itself. */

/** A text of at most so many letters. */
export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** A text in lines of so many letters; what does not fit in the last is cut. */
export function wrapped(text: string, letters: number, lines: number): string[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  if (found.length <= lines) return found.map((line) => shortened(line, letters));
  const rest = found.slice(lines - 1).join(' ');
  return [...found.slice(0, lines - 1), shortened(rest, letters)];
}
