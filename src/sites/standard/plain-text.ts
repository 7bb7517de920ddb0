// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const NOT_ASCII = /[^\u0020-\u007e]/;

export function hasControls(text: string): boolean {
  return CONTROL.test(text);
}

/** Without NUL bytes and other characters that are no text. */
export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, ' ');
}

/** Lower case, without accents, typographic apostrophes and dashes made plain, spaces single: what words are compared by. */
export function folded(text: string): string {
  const lower = text.toLowerCase().trim();
  if (!NOT_ASCII.test(lower)) return lower.includes('  ') ? lower.replaceAll(/ +/g, ' ') : lower;
  return lower
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[’‘ʼ´`]/g, "'")
    .replaceAll(/[‐‑‒–—]/g, '-')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

const MISSING: ReadonlySet<string> = new Set([
  '',
  'na',
  'n/a',
  'nan',
  'null',
  'none',
  '_x_',
  'nr',
  'n.r.',
  'n.c.',
  'nc',
  '-',
  'non renseigne',
  'non renseignee',
  '#n/a',
]);

/** Whether a cell says nothing: empty, NA, NaN, _X_ (hidden by the publisher)… « inconnu » is a word of most lists. */
export function isMissing(text: string): boolean {
  return text.length <= 16 && MISSING.has(folded(text));
}
