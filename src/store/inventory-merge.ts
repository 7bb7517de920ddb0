import type Sqlite from 'better-sqlite3';
import type { FileNote } from '../sites/import/row-problem.ts';
import type { SiteSummary } from '../sites/import/site-summary.ts';
import { SITE_COLUMNS } from './inventory-staging.ts';

/** Imports whose rows can still be read one by one; of older ones the counts stay. */
const DETAILED_IMPORTS = 20;

export interface ImportToWrite {
  readonly fileName: string;
  /** ISO 8601. */
  readonly now: string;
  readonly accepted: number;
  readonly warned: number;
  readonly rejected: number;
  readonly notes: readonly FileNote[];
  readonly firstSites: readonly SiteSummary[];
}

const GIVEN = SITE_COLUMNS.filter((column) => column !== 'site_id');
const UPDATE = `UPDATE inventory_sites SET ${GIVEN.map((column) => `${column} = staged.${column}`).join(', ')}, import = ?
  FROM temp.staged_sites AS staged
  WHERE inventory_sites.site_id = staged.site_id AND inventory_sites.content_hash <> staged.content_hash`;
const INSERT = `INSERT INTO inventory_sites (${SITE_COLUMNS.join(', ')}, import)
  SELECT ${SITE_COLUMNS.join(', ')}, ? FROM temp.staged_sites AS staged
  WHERE NOT EXISTS (SELECT 1 FROM inventory_sites WHERE inventory_sites.site_id = staged.site_id)
  ORDER BY staged.row`;

const TERRITORY_COLUMNS = {
  commune: 'insee',
  epci: 'epci',
  department: 'department',
  region: 'region',
} as const;

/** Names of territories, and how many sites each has. */
function writeTerritories(sqlite: Sqlite.Database): void {
  sqlite.exec(`INSERT INTO inventory_territories (kind, code, name, department, region, sites)
    SELECT kind, code, name, department, region, 0 FROM temp.staged_territories WHERE true
    ON CONFLICT (kind, code) DO UPDATE SET
      name = excluded.name, department = excluded.department, region = excluded.region`);
  for (const [kind, column] of Object.entries(TERRITORY_COLUMNS)) {
    sqlite
      .prepare(
        `UPDATE inventory_territories SET sites =
           (SELECT count(*) FROM inventory_sites WHERE inventory_sites.${column} = inventory_territories.code)
         WHERE kind = ?`,
      )
      .run(kind);
  }
  sqlite.exec('DELETE FROM inventory_territories WHERE sites = 0');
}

/**
 * Writes what was put aside, in one transaction: the inventory is as before, or as after.
 * @returns the number of the import
 */
export function mergeStaged(sqlite: Sqlite.Database, written: ImportToWrite): number {
  const merge = sqlite.transaction((): number => {
    const { fileName, now, accepted, warned, rejected, notes, firstSites } = written;
    const { lastInsertRowid } = sqlite
      .prepare(
        `INSERT INTO inventory_imports
           (file_name, imported_at, accepted, warned, added, updated, rejected, notes, first_sites)
         VALUES (?, ?, ?, ?, 0, 0, ?, ?, ?)`,
      )
      .run(fileName, now, accepted, warned, rejected, JSON.stringify(notes), JSON.stringify(firstSites));
    const id = Number(lastInsertRowid);
    const updated = sqlite.prepare(UPDATE).run(id).changes;
    const added = sqlite.prepare(INSERT).run(id).changes;
    sqlite
      .prepare('UPDATE inventory_imports SET added = ?, updated = ? WHERE id = ?')
      .run(added, updated, id);
    sqlite
      .prepare(
        `INSERT INTO inventory_import_rows (import, is_rejected, row, site_id, name, problems)
         SELECT ?, is_rejected, row, site_id, name, problems FROM temp.staged_rows ORDER BY is_rejected, row`,
      )
      .run(id);
    sqlite.prepare('DELETE FROM inventory_import_rows WHERE import <= ?').run(id - DETAILED_IMPORTS);
    if (added + updated > 0) writeTerritories(sqlite);
    return id;
  });
  return merge.immediate();
}
