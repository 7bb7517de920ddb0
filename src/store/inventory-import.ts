import type Sqlite from 'better-sqlite3';
import type { Encoding } from '../sites/import/decoding.ts';
import { makeFileNotes } from '../sites/import/file-notes.ts';
import { FileRefused, ImportCancelled } from '../sites/import/file-refused.ts';
import { type FileFormat, fileRows } from '../sites/import/file-rows.ts';
import { MOST_REPORT_CHARACTERS, MOST_ROWS } from '../sites/import/limits.ts';
import type { Row } from '../sites/import/row-cells.ts';
import type { RowProblem } from '../sites/import/row-problem.ts';
import { readSite } from '../sites/import/site-reading.ts';
import { MOST_SUMMARIES, type SiteSummary, summaryOf } from '../sites/import/site-summary.ts';
import type { Territory } from '../sites/territory/territory.ts';
import { mergeStaged } from './inventory-merge.ts';
import { openStaging, type ScoreOf } from './inventory-staging.ts';

/** Rows written together: others of the program may speak between two batches. */
const BATCH = 250;

export interface FileToImport {
  readonly name: string;
  readonly format: FileFormat | undefined;
  readonly encoding: Encoding;
  /** The bytes of the file, read piece by piece. */
  readonly pieces: Iterable<Uint8Array>;
}

export interface ImportCounts {
  readonly accepted: number;
  readonly warned: number;
  readonly rejected: number;
}

export interface ImportSetting {
  readonly territory: Territory;
  readonly scoreOf?: ScoreOf | undefined;
  /** The present moment, ISO 8601. */
  readonly now: () => string;
  /** Told after each batch, and before the writing. */
  readonly tell: (counts: ImportCounts, step: 'reading' | 'writing') => void;
  readonly isCancelled: () => boolean;
}

/** Lets messages and requests come in. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Reads a file into the inventory: row by row into tables of this connection, then one short transaction.
 * @param sqlite its connection, on which no other import runs
 * @returns the number of the import
 * @throws FileRefused when the whole file cannot be read, ImportCancelled when it was stopped: the inventory is as before
 */
export async function importFile(
  sqlite: Sqlite.Database,
  file: FileToImport,
  { territory, scoreOf, now, tell, isCancelled }: ImportSetting,
): Promise<number> {
  const notes = makeFileNotes();
  const staging = openStaging(sqlite, { territory, scoreOf });
  /** By identifier: a row read again replaces the earlier one here too. */
  const firstSites = new Map<string, SiteSummary>();
  let accepted = 0;
  let warned = 0;
  let rejected = 0;
  let reported = 0;

  const keep = (row: Row) => {
    const reading = readSite(row, territory, notes);
    const said: RowProblem[] = [...(reading.ok ? reading.site.warnings : reading.problems)];
    if (reading.ok) {
      accepted += 1;
      const before = staging.addSite(row.number, reading.site);
      if (before !== undefined)
        said.push({
          field: 'site_id',
          value: reading.site.siteId,
          problem: `identifiant déjà lu ligne ${before} : cette ligne-ci la remplace`,
          remedy: 'gardez une seule ligne par friche',
        });
      if (before !== undefined ? firstSites.has(reading.site.siteId) : firstSites.size < MOST_SUMMARIES)
        firstSites.set(reading.site.siteId, summaryOf(reading.site));
      if (said.length > 0) warned += 1;
    } else rejected += 1;
    if (said.length === 0) return;
    reported += staging.addReport({
      row: row.number,
      isRejected: !reading.ok,
      siteId: reading.ok ? reading.site.siteId : reading.siteId,
      name: reading.ok ? reading.site.name : reading.name,
      problems: said,
    });
  };

  const write = async (rows: readonly Row[]) => {
    staging.together(() => {
      for (const row of rows) keep(row);
    });
    if (accepted + rejected > MOST_ROWS)
      throw new FileRefused(`le fichier a plus de ${MOST_ROWS} lignes : envoyez-le en plusieurs parties`);
    if (reported > MOST_REPORT_CHARACTERS)
      throw new FileRefused(
        `presque toutes les lignes sont à corriger (${accepted + rejected} lues) : vérifiez les en-têtes et le séparateur`,
      );
    tell({ accepted, warned, rejected }, 'reading');
    await breathe();
    if (isCancelled()) throw new ImportCancelled();
  };

  try {
    let batch: Row[] = [];
    for await (const row of fileRows(file.pieces, file, notes)) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      await write(batch);
      batch = [];
    }
    await write(batch);
    if (accepted + rejected === 0)
      throw new FileRefused('le fichier n’a que des en-têtes : aucune friche à importer');
    tell({ accepted, warned, rejected }, 'writing');
    await breathe();
    return mergeStaged(sqlite, {
      fileName: file.name,
      now: now(),
      accepted,
      warned,
      rejected,
      notes: notes.list(),
      firstSites: [...firstSites.values()],
    });
  } finally {
    staging.drop();
  }
}
