import { folded } from './plain-text.ts';

/** Reading of the cells of the standard. No pattern here can backtrack: lengths are bounded, repeats never nested. */

export interface ReadDate {
  /** ISO, at the day. */
  readonly date: string;
  /** Whether it was written otherwise than the standard asks. */
  readonly isRewritten: boolean;
}

const pad = (value: number) => String(value).padStart(2, '0');

function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 2200) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

/** AAAA-MM-JJ with or without an hour, JJ/MM/AAAA; undefined for anything else, or for 31/02. */
export function readDate(text: string): ReadDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 40) return undefined;
  const [, year, month, day, rest] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})([T ].*)?$/.exec(trimmed) ?? [];
  if (year !== undefined) {
    const date = isoDate(Number(year), Number(month), Number(day));
    return date === undefined ? undefined : { date, isRewritten: date !== trimmed && rest === undefined };
  }
  const [, dayFirst, then, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})([T ].*)?$/.exec(trimmed) ?? [];
  if (dayFirst === undefined) return undefined;
  const date = isoDate(Number(last), Number(then), Number(dayFirst));
  return date === undefined ? undefined : { date, isRewritten: true };
}

/** A year of four digits, alone or at the start of a date. */
export function readYear(text: string): number | undefined {
  const trimmed = text.trim();
  const [, year] = /^(\d{4})(?:[.,]0+)?$/.exec(trimmed.slice(0, 20)) ?? [];
  if (year !== undefined) return Number(year) >= 1000 && Number(year) <= 2200 ? Number(year) : undefined;
  const date = readDate(trimmed);
  return date === undefined ? undefined : Number(date.date.slice(0, 4));
}

/** « 1 234,5 » or « 1234.5 »; undefined for anything else, an exponent included. */
export function readNumber(text: string): number | undefined {
  if (text.length > 40) return undefined;
  const bare = text.replaceAll(/[\s\u00a0\u202f']/g, '');
  if (!/^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(bare)) return undefined;
  return Number(bare.replace(',', '.'));
}

/** The items of « a|b », « {a,b} », « ['a', 'b'] » or « ["a"] ». */
export function readItems(text: string): string[] {
  const trimmed = text.trim();
  const isBracketed =
    (trimmed.startsWith('{') && trimmed.endsWith('}')) || (trimmed.startsWith('[') && trimmed.endsWith(']'));
  const inside = isBracketed ? trimmed.slice(1, -1) : trimmed;
  const items = inside.split(isBracketed ? /[|,;]/ : '|');
  return items
    .map((item) => item.trim().replace(/^['"]/, '').replace(/['"]$/, '').trim())
    .filter((item) => item !== '');
}

/** « 5,62E+184 »: what a spreadsheet made of a long reference. */
export function isSpreadsheetNumber(text: string): boolean {
  return /^\d{1,3}(?:[.,]\d{1,20})?E\+?\d{1,4}$/i.test(text.trim().slice(0, 40));
}

/** Commune (5), prefix (3), section (2), number (4). */
export function isParcel(text: string): boolean {
  return /^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$/.test(text);
}

/** A letter, a digit, a small letter: « P5a ». The published pattern repeats inside a repeat and never ends. */
export function isOwnerCode(text: string): boolean {
  return /^[A-Z][0-9][a-z]$/.test(text);
}

export interface ReadWord {
  readonly word: string;
  /** exact; the same word otherwise written (accent, apostrophe, capital); an older term. */
  readonly as: 'exact' | 'otherwise' | 'older';
}

/** Finds a word in a list whatever its accents, apostrophes and capitals; undefined when it is not there. */
export function makeWordReader(
  words: readonly string[],
  older: Readonly<Record<string, string>> = {},
): (text: string) => ReadWord | undefined {
  const byFold = new Map(words.map((word) => [folded(word), word] as const));
  const olderByFold = new Map(Object.entries(older).map(([term, word]) => [folded(term), word] as const));
  return (text) => {
    if (text.length > 200) return undefined;
    const key = folded(text);
    const word = byFold.get(key);
    if (word !== undefined) {
      // A straight apostrophe is how the standard itself is typed.
      const isExact = text.trim() === word || text.trim() === word.replaceAll('’', "'");
      return { word, as: isExact ? 'exact' : 'otherwise' };
    }
    const modern = olderByFold.get(key);
    return modern === undefined ? undefined : { word: modern, as: 'older' };
  };
}
