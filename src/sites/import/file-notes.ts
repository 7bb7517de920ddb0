import { Decimal } from '../../formula/decimal.ts';
import { writeCount } from '../../formula/french.ts';
import type { FileNote } from './row-problem.ts';

/** What is said once of a whole file, with how often it was met. */
export interface FileNotes {
  /** Counts one more case of a note. @param write the sentence, with the count and how it is written */
  readonly count: (
    field: string,
    kind: string,
    write: (count: number, written: string) => Omit<FileNote, 'field'>,
  ) => void;
  readonly list: () => FileNote[];
}

/** Beyond, a file with ten thousand strange columns would only bury what matters. */
const MOST_NOTES = 200;

export function makeFileNotes(): FileNotes {
  const notes = new Map<
    string,
    { field: string; count: number; write: (count: number, written: string) => Omit<FileNote, 'field'> }
  >();
  return {
    count: (field, kind, write) => {
      const key = `${kind} ${field}`;
      const known = notes.get(key);
      if (known !== undefined) known.count += 1;
      else if (notes.size < MOST_NOTES) notes.set(key, { field, count: 1, write });
    },
    list: () =>
      [...notes.values()].map(({ field, count, write }) => ({
        field,
        ...write(count, writeCount(new Decimal(count))),
      })),
  };
}
