import { readFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { InventoryImports } from '../../src/sites/import/import-progress.ts';
import { loadTerritory, type Territory } from '../../src/sites/territory/territory.ts';
import { makeImportQueue, memorySpool } from '../../src/store/import-queue.ts';

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
