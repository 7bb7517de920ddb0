import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { noteHeaders, planHeaders } from '../standard/headers.ts';
import type { FileNotes } from './file-notes.ts';
import { FileRefused } from './file-refused.ts';
import { MOST_COLUMNS, MOST_RECORDS, MOST_ROW_CHARACTERS } from './limits.ts';
import type { Row } from './row-cells.ts';
import { shown } from './row-problem.ts';

const LONGEST_HEADER_LINE = 2 * 1024 * 1024;
const SEPARATORS = [';', ',', '\t'] as const;

/** The separator that the first line holds most of, outside quotation marks. */
export function separatorOf(firstLine: string): (typeof SEPARATORS)[number] {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const letter of firstLine) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  let best: (typeof SEPARATORS)[number] = ';';
  for (const separator of SEPARATORS)
    if ((counts.get(separator) ?? 0) > (counts.get(best) ?? 0)) best = separator;
  return best;
}

/** The start of a text, up to the end of its first line that is not empty; what was read is given back. */
function firstLineOf(pieces: Iterator<string>): { line: string; read: string } {
  let read = '';
  for (;;) {
    const start = read.length - read.trimStart().length;
    const lineEnd = read.slice(start).search(/[\r\n]/);
    if (lineEnd >= 0) return { line: read.slice(start, start + lineEnd), read };
    const { done, value } = read.length > LONGEST_HEADER_LINE ? { done: true, value: '' } : pieces.next();
    if (done) return { line: read.slice(start), read };
    read += value;
  }
}

function* joined(first: string, rest: Iterator<string>): Generator<string> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

function refusalOf(error: CsvError): FileRefused {
  const line = typeof error.lines === 'number' ? ` (vers la ligne ${error.lines})` : '';
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new FileRefused(
        `un guillemet ouvert n’est jamais refermé${line} : doublez les guillemets d’un texte, ou retirez-les`,
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new FileRefused(
        `une ligne est trop longue${line}, sans doute à cause d’un guillemet jamais refermé : corrigez le fichier`,
      );
    default:
      return new FileRefused(
        `le fichier ne se lit pas comme un tableau${line} : exportez-le de nouveau en CSV`,
      );
  }
}

/**
 * The rows of a CSV file, one after the other: `;`, `,` or tabulation, any end of line.
 * @throws FileRefused when it is no table, or has no `site_id` column
 */
export async function* csvRows(text: Iterator<string>, notes: FileNotes): AsyncGenerator<Row> {
  const { line, read } = firstLineOf(text);
  if (line.trim() === '') throw new FileRefused('le fichier est vide : envoyez un tableau CSV ou un GeoJSON');
  const parser = parse({
    bom: true,
    delimiter: separatorOf(line),
    relax_quotes: true,
    relax_column_count: true,
    // Lines without a letter hold nothing to lose; those of separators alone are counted below.
    skip_empty_lines: true,
    max_record_size: MOST_ROW_CHARACTERS,
  });
  const source = Readable.from(joined(read, text));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);

  let headers: ReturnType<typeof planHeaders> | undefined;
  let number = 0;
  let empty = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const isEmpty = record.every((text) => text.trim() === '');
      if (headers === undefined) {
        if (isEmpty) continue;
        if (record.length > MOST_COLUMNS)
          throw new FileRefused(`le fichier a ${record.length} colonnes : au plus ${MOST_COLUMNS}`);
        headers = planHeaders(record);
        if (!headers.rankOf.has('site_id')) {
          const seen = headers.columns.slice(0, 5).map((name) => `« ${shown(name)} »`);
          throw new FileRefused(
            `aucune colonne site_id : la première ligne doit porter les noms de colonnes du standard CNIG Friches ; lu ${seen.join(', ')}${headers.columns.length > 5 ? '…' : ''}`,
            'site_id',
          );
        }
        noteHeaders(headers, notes);
        continue;
      }
      number += 1;
      if (number > MOST_RECORDS)
        throw new FileRefused(
          `le fichier a plus de ${MOST_RECORDS} lignes, vides comprises : retirez les lignes vides`,
        );
      if (isEmpty) {
        empty += 1;
        continue;
      }
      if (record.length > headers.columns.length)
        notes.count('', 'long rows', (count, written) => ({
          problem: `${written} ${count > 1 ? 'lignes ont' : 'ligne a'} plus de cellules que d’en-têtes : l’excédent n’est pas lu`,
          remedy: 'un texte contient sans doute le séparateur : mettez-le entre guillemets',
        }));
      if (record.length < headers.columns.length)
        notes.count('', 'short rows', (count, written) => ({
          problem: `${written} ${count > 1 ? 'lignes ont' : 'ligne a'} moins de cellules que d’en-têtes : le reste est compté comme absent`,
          remedy: 'vérifiez les guillemets de ces lignes',
        }));
      yield { number, headers, texts: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (empty > 0)
    notes.count('', 'empty rows', () => ({
      problem: `${empty} ${empty > 1 ? 'lignes vides ignorées' : 'ligne vide ignorée'}`,
      remedy: 'rien à faire',
    }));
  if (headers === undefined)
    throw new FileRefused('le fichier est vide : envoyez un tableau CSV ou un GeoJSON');
}
