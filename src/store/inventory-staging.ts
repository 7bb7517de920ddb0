import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { brownfieldOf, type SiteBrownfield } from '../sites/brownfield-of-site.ts';
import type { RowProblem } from '../sites/import/row-problem.ts';

import type { InventorySite } from '../sites/inventory-site.ts';
import { searchTextOf } from '../sites/search-text.ts';
import type { NamedTerritory, Territory } from '../sites/territory/territory.ts';

/** The columns of a site that a file gives, in the order of their writing. */
export const SITE_COLUMNS = [
  'site_id',
  'name',
  'search_text',
  'use',
  'status',
  'commune',
  'insee',
  'epci',
  'department',
  'region',
  'longitude',
  'latitude',
  'land_area',
  'built_area',
  'pollution',
  'building_state',
  'asbestos',
  'zoning',
  'owner_kind',
  'suitability',
  'reliability',
  'updated_on',
  'columns',
  'outline',
  'warnings',
  'content_hash',
] as const;

/** Suitability of a site for industry and how much of it is known, from 0 to 100; null when nothing is. */
export type ScoreOf = (
  brownfield: SiteBrownfield['json'],
) => { readonly index: number; readonly reliability: number } | null;

/** Rows put aside in tables of this connection alone: nothing of the file of the inventory is locked. */
export interface Staging {
  /** @returns the row that an earlier one of the same file held under this identifier, if any */
  readonly addSite: (row: number, site: InventorySite) => number | undefined;
  readonly addReport: (entry: {
    readonly row: number;
    readonly isRejected: boolean;
    readonly siteId: string;
    readonly name: string;
    readonly problems: readonly RowProblem[];
  }) => number;
  /** Writes many rows at once. */
  readonly together: (write: () => void) => void;
  readonly drop: () => void;
}

/** The same text for the same content, whatever the order of the columns of the file. */
function hashOf(values: readonly unknown[], columns: InventorySite['columns']): string {
  const names = Object.keys(columns).sort();
  const sorted = names.map((name) => [name, columns[name]]);
  return createHash('sha256')
    .update(JSON.stringify([values, sorted]))
    .digest('hex');
}

function sqlValues(site: InventorySite, scoreOf: ScoreOf | undefined): (string | number | null)[] {
  const score = scoreOf?.(brownfieldOf(site).json) ?? null;
  const read = [
    site.siteId,
    site.name,
    searchTextOf(site),
    site.use,
    site.status,
    site.commune,
    site.insee,
    site.epci,
    site.department,
    site.region,
    site.longitude,
    site.latitude,
    site.landArea,
    site.builtArea,
    site.pollution,
    site.buildingState,
    site.asbestos,
    site.zoning,
    site.ownerKind,
    score?.index ?? null,
    score?.reliability ?? null,
    site.updatedOn,
  ];
  const rest = [site.outline, JSON.stringify(site.warnings)];
  return [...read, JSON.stringify(site.columns), ...rest, hashOf([...read, ...rest], site.columns)];
}

/** The territories of a site, by name. */
function territoriesOf(site: InventorySite, territory: Territory): [string, NamedTerritory][] {
  const commune = site.insee === null ? undefined : territory.commune(site.insee);
  const found: [string, NamedTerritory | undefined][] = [
    ['commune', commune],
    ['epci', site.epci === null ? undefined : territory.epci(site.epci)],
    ['department', site.department === null ? undefined : territory.department(site.department)],
    ['region', site.region === null ? undefined : territory.region(site.region)],
  ];
  return found.filter((entry): entry is [string, NamedTerritory] => entry[1] !== undefined);
}

/** Opens the tables of one import on a connection that no other import uses. */
export function openStaging(
  sqlite: Sqlite.Database,
  { territory, scoreOf }: { readonly territory: Territory; readonly scoreOf: ScoreOf | undefined },
): Staging {
  const drop = () => {
    for (const table of ['staged_sites', 'staged_rows', 'staged_territories'])
      sqlite.exec(`DROP TABLE IF EXISTS temp.${table}`);
  };
  drop();
  sqlite.exec(`CREATE TEMP TABLE staged_sites (row INTEGER NOT NULL, ${SITE_COLUMNS.join(', ')}, PRIMARY KEY (site_id));
    CREATE TEMP TABLE staged_rows (is_rejected, row, site_id, name, problems);
    CREATE TEMP TABLE staged_territories (kind, code, name, department, region)`);
  const places = SITE_COLUMNS.map(() => '?').join(', ');
  const insertSite = sqlite.prepare(
    `INSERT OR REPLACE INTO temp.staged_sites (row, ${SITE_COLUMNS.join(', ')}) VALUES (?, ${places})`,
  );
  const insertRow = sqlite.prepare('INSERT INTO temp.staged_rows VALUES (?, ?, ?, ?, ?)');
  const insertTerritory = sqlite.prepare('INSERT INTO temp.staged_territories VALUES (?, ?, ?, ?, ?)');
  const rowOf = new Map<string, number>();
  const named = new Set<string>();
  return {
    addSite: (row, site) => {
      insertSite.run(row, ...sqlValues(site, scoreOf));
      for (const [kind, { code, name, department, region }] of territoriesOf(site, territory)) {
        if (named.has(`${kind} ${code}`)) continue;
        named.add(`${kind} ${code}`);
        insertTerritory.run(kind, code, name, department, region);
      }
      const before = rowOf.get(site.siteId);
      rowOf.set(site.siteId, row);
      return before;
    },
    addReport: ({ row, isRejected, siteId, name, problems }) => {
      const text = JSON.stringify(problems);
      insertRow.run(isRejected ? 1 : 0, row, siteId, name, text);
      return text.length;
    },
    together: (write) => sqlite.transaction(write)(),
    drop,
  };
}
