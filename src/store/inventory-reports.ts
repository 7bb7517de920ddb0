import type { Selectable } from 'kysely';
import type { FileNote, RowProblem } from '../sites/import/row-problem.ts';
import type { SiteSummary } from '../sites/import/site-summary.ts';
import type { InventoryImportsTable } from './database.ts';
import type { Store } from './store.ts';

/** An import, with what it said once of its whole file. */
export interface InventoryImport
  extends Omit<Readonly<Selectable<InventoryImportsTable>>, 'notes' | 'first_sites'> {
  readonly notes: readonly FileNote[];
  readonly firstSites: readonly SiteSummary[];
}

/** A row of a file that was rejected, or kept with warnings. */
export interface ReportedRow {
  readonly row: number;
  readonly isRejected: boolean;
  readonly siteId: string;
  readonly name: string;
  readonly problems: readonly RowProblem[];
}

/** The last imports, the last one first, without their notes nor their sites. */
export async function listImports(
  db: Store,
  most: number,
): Promise<Omit<Selectable<InventoryImportsTable>, 'notes' | 'first_sites'>[]> {
  return await db
    .selectFrom('inventory_imports')
    .select(['id', 'file_name', 'imported_at', 'accepted', 'warned', 'added', 'updated', 'rejected'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

export async function findImport(db: Store, id: number): Promise<InventoryImport | undefined> {
  const found = await db.selectFrom('inventory_imports').selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) return undefined;
  const { notes, first_sites, ...counts } = found;
  return { ...counts, notes: JSON.parse(notes), firstSites: JSON.parse(first_sites) };
}

/** Some rows of an import, in their order. @param after the last row already read; 0 to begin */
export async function listReportedRows(
  db: Store,
  {
    id,
    isRejected,
    after,
    most,
  }: {
    readonly id: number;
    readonly isRejected: boolean;
    readonly after: number;
    readonly most: number;
  },
): Promise<ReportedRow[]> {
  const rows = await db
    .selectFrom('inventory_import_rows')
    .select(['row', 'site_id', 'name', 'problems'])
    .where('import', '=', id)
    .where('is_rejected', '=', isRejected ? 1 : 0)
    .where('row', '>', after)
    .orderBy('row')
    .limit(most)
    .execute();
  return rows.map(({ row, site_id, name, problems }) => ({
    row,
    isRejected,
    siteId: site_id,
    name,
    problems: JSON.parse(problems),
  }));
}

/** Rows read together: few enough for the thread of the pages. */
const BATCH = 200;

/** Every row of an import, rejected ones first, a few at a time. */
export async function* reportedRows(
  db: Store,
  id: number,
  kinds: readonly boolean[] = [true, false],
): AsyncGenerator<readonly ReportedRow[]> {
  for (const isRejected of kinds) {
    for (let after = 0; ; ) {
      const rows = await listReportedRows(db, { id, isRejected, after, most: BATCH });
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) break;
      after = rows.at(-1)?.row ?? after;
      // Other requests are answered between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
