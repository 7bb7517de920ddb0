import { csvRows } from './csv-rows.ts';
import { decoded, type Encoding } from './decoding.ts';
import type { FileNotes } from './file-notes.ts';
import { geojsonRows } from './geojson-rows.ts';
import type { Row } from './row-cells.ts';

export type FileFormat = 'csv' | 'geojson';

/** What a text is, when nobody says it: JSON begins with a brace or a bracket. */
function formatOf(start: string): FileFormat {
  const first = start
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 1);
  return first === '{' || first === '[' ? 'geojson' : 'csv';
}

function* after(first: string, rest: Iterator<string>): Generator<string> {
  if (first !== '') yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** The rows of a file, whatever its format: told, or guessed from its first letter. */
export async function* fileRows(
  pieces: Iterable<Uint8Array>,
  { encoding, format }: { readonly encoding: Encoding; readonly format: FileFormat | undefined },
  notes: FileNotes,
): AsyncGenerator<Row> {
  const text = decoded(pieces, encoding);
  let first = '';
  for (let next = text.next(); !next.done && first.trim() === ''; next = text.next()) {
    first += next.value;
    if (first.trim() !== '') break;
  }
  if (encoding !== 'utf-8')
    notes.count('', 'encoding', () => ({
      problem: `fichier codé en ${encoding === 'utf-16le' ? 'UTF-16' : 'ISO-8859-1 (Windows-1252)'}, lu comme tel`,
      remedy: 'enregistrez-le en UTF-8',
    }));
  const whole = after(first, text);
  if ((format ?? formatOf(first)) === 'csv') yield* csvRows(whole, notes);
  else yield* geojsonRows(whole, notes);
}
