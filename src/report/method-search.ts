/** Text as it is looked for: no accents, no capitals, one kind of apostrophe and of space. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

/** Says of texts whether they hold every word asked, in any order. Without words, all do. */
export function matcher(query: string): (...texts: readonly (string | undefined)[]) => boolean {
  const words = searchable(query)
    .split(' ')
    .filter((word) => word !== '');
  return (...texts) => {
    const text = searchable(texts.filter((item) => item !== undefined).join(' '));
    return words.every((word) => text.includes(word));
  };
}
