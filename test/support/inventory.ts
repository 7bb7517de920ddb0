import { readFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import SqliteDatabase from 'better-sqlite3';
import { makeEncodingCheck } from '../../src/sites/import/decoding.ts';
import type { FileFormat } from '../../src/sites/import/file-rows.ts';
import type { InventoryImports } from '../../src/sites/import/import-progress.ts';
import type { FileNote, RowProblem } from '../../src/sites/import/row-problem.ts';
import { loadTerritory, type Territory } from '../../src/sites/territory/territory.ts';
import { makeImportQueue, memorySpool } from '../../src/store/import-queue.ts';
import { importFile } from '../../src/store/inventory-import.ts';
import { makeStore, migrate } from '../../src/store/store.ts';

let territory: Territory | undefined;

/** The communes of France, read once for all tests. */
export function testTerritory(): Territory {
  territory ??= loadTerritory((url) => readFileSync(url, 'utf8'));
  return territory;
}

/** Imports on the connection of the test, in this thread. */
export function makeTestImports(sqlite: Sqlite.Database): InventoryImports {
  return makeImportQueue({
    sqlite,
    territory: testTerritory,
    openSpool: memorySpool,
    now: () => '2026-11-22T10:00:00.000Z',
    report: (error) => {
      throw error;
    },
  });
}

/** What an import leaves, read back from its tables. */
export interface TestImport {
  readonly sites: readonly Record<string, unknown>[];
  readonly counts: Record<string, unknown>;
  readonly notes: readonly FileNote[];
  readonly rejected: readonly TestRow[];
  readonly warned: readonly TestRow[];
}

interface TestRow {
  readonly row: number;
  readonly siteId: string;
  readonly problems: readonly RowProblem[];
}

export async function emptyInventory(): Promise<Sqlite.Database> {
  const sqlite = new SqliteDatabase(':memory:');
  await migrate(makeStore(sqlite));
  return sqlite;
}

/**
 * Imports a file into an inventory in memory.
 * @param pieceSize bytes read at once: small ones cut letters and rows anywhere
 */
export async function importText(
  file: string | Uint8Array,
  {
    sqlite,
    format,
    pieceSize = 1 << 16,
  }: { sqlite?: Sqlite.Database; format?: FileFormat; pieceSize?: number } = {},
): Promise<TestImport> {
  const database = sqlite ?? (await emptyInventory());
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += pieceSize) pieces.push(bytes.subarray(at, at + pieceSize));
  const check = makeEncodingCheck();
  for (const piece of pieces) check.push(piece);
  const id = await importFile(
    database,
    { name: 'test', format, encoding: check.encoding(), pieces },
    {
      territory: testTerritory(),
      now: () => '2026-11-22T10:00:00.000Z',
      tell: () => {},
      isCancelled: () => false,
    },
  );
  const read = (sql: string) => database.prepare(sql).all(id) as Record<string, unknown>[];
  const rows = (isRejected: number) =>
    read(
      `SELECT * FROM inventory_import_rows WHERE import = ? AND is_rejected = ${isRejected} ORDER BY row`,
    ).map((row) => ({
      row: row.row as number,
      siteId: row.site_id as string,
      problems: JSON.parse(row.problems as string) as RowProblem[],
    }));
  const [{ notes, ...counts } = {} as Record<string, unknown>] = read(
    'SELECT * FROM inventory_imports WHERE id = ?',
  );
  return {
    sites: database.prepare('SELECT * FROM inventory_sites ORDER BY id').all() as Record<string, unknown>[],
    counts,
    notes: JSON.parse(notes as string),
    rejected: rows(1),
    warned: rows(0),
  };
}
