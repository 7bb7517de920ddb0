import { STANDARD_FIELDS } from '../standard/fields.ts';
import { folded } from '../standard/plain-text.ts';
import { makeWordReader, readItems } from '../standard/values.ts';
import { OLDER_TERMS } from '../standard/words.ts';
import type { FileNotes } from './file-notes.ts';
import type { RowCells } from './row-cells.ts';

const READERS = new Map(
  STANDARD_FIELDS.flatMap(({ name, words }) =>
    words === undefined ? [] : [[name, { words, read: makeWordReader(words, OLDER_TERMS[name]) }] as const],
  ),
);

/** The words of a list, short enough for a message. */
function someWords(words: readonly string[]): string {
  const shownWords = words.slice(0, 6).join(', ');
  return words.length > 6 ? `${shownWords}…` : shownWords;
}

/**
 * The word of the standard that a cell holds; undefined when it says nothing, or nothing known. A word otherwise
 * written is read and counted for the file; an older term and an unknown one are told in the row.
 */
export function readWord(
  cells: RowCells,
  field: string,
  notes: FileNotes,
  text = cells.text(field),
): string | undefined {
  const reader = READERS.get(field);
  if (text === '' || reader === undefined) return undefined;
  const found = reader.read(text);
  if (found === undefined) {
    if (folded(text) === 'inconnu' || folded(text) === 'inconnue') return undefined;
    cells.warn(
      field,
      text,
      'valeur hors de la liste du standard : gardée telle quelle, comptée comme inconnue',
      `écrivez l’une de ces valeurs : ${someWords(reader.words)}`,
    );
    return undefined;
  }
  if (found.as === 'older')
    cells.warn(field, text, `terme ancien : lu « ${found.word} »`, `écrivez « ${found.word} »`);
  if (found.as === 'otherwise')
    notes.count(field, 'otherwise written', (count, written) => ({
      problem: `${written} ${count > 1 ? 'valeurs écrites' : 'valeur écrite'} avec une autre apostrophe, un autre accent ou une autre casse, par exemple « ${text.slice(0, 60)} » : ${count > 1 ? 'lues' : 'lue'} quand même`,
      remedy: 'écrivez les valeurs exactement comme le standard',
    }));
  return found.word;
}

/** Each word of « a|b ». */
export function readWords(cells: RowCells, field: string, notes: FileNotes): string[] {
  const text = cells.text(field);
  if (text === '') return [];
  const words = readItems(text.slice(0, 2000)).map((item) => readWord(cells, field, notes, item));
  return words.filter((word) => word !== undefined);
}
