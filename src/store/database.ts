import type { Generated } from 'kysely';

/** Inputs as they were saved: never changed, found by an address that nobody can guess. */
export interface SavedInputsTable {
  /** Its address: random, short enough for a link. */
  readonly key: string;
  /** The dossier, as JSON text. */
  readonly json: string;
  /** SHA-256 of the JSON text: the same inputs from the same parent are one row. */
  readonly content_hash: string;
  /** Key of the inputs or id of the case that was changed; '' when there is none. */
  readonly parent: string;
  /** ISO 8601. */
  readonly created_at: string;
  /** Address of the kept dossier whose version these inputs were made from; '' when there is none. */
  readonly kept_dossier: Generated<string>;
}

/** A dossier that somebody keeps; its address is the only key to it. */
export interface KeptDossiersTable {
  readonly address: string;
  /** That of its last version. */
  readonly title: string;
  /** ISO 8601. */
  readonly created_at: string;
}

/** A version of a kept dossier. The database refuses to change or to remove one. */
export interface KeptVersionsTable {
  /** Address of the kept dossier. */
  readonly dossier: string;
  /** 1, 2, 3… in the dossier, without a hole. */
  readonly number: number;
  /** The dossier as typed, as JSON text. */
  readonly json: string;
  /** What the person says of it; may be empty. */
  readonly comment: string;
  /** ISO 8601. */
  readonly created_at: string;
  /** Version of the program that computed the figures. */
  readonly engine_version: string;
  /** Date of the law applied, ISO. */
  readonly law_date: string;
  /** The key figures of each path as they were when it was saved, as JSON text. */
  readonly figures: string;
}

/** A link that shows one version to whoever has it, until it is revoked. */
export interface ShareLinksTable {
  /** Its address: random. */
  readonly token: string;
  readonly dossier: string;
  readonly number: number;
  /** ISO 8601. */
  readonly created_at: string;
  /** ISO 8601; null while the link works. */
  readonly revoked_at: string | null;
}

/** An import of the inventory. */
export interface InventoryImportsTable {
  readonly id: Generated<number>;
  readonly file_name: string;
  /** ISO 8601. */
  readonly imported_at: string;
  /** Rows kept; those with warnings, new sites and those that changed a site already known are among them. */
  readonly accepted: number;
  readonly warned: number;
  readonly added: number;
  readonly updated: number;
  readonly rejected: number;
  /** What was said once of the whole file, as JSON text: `FileNote[]`. */
  readonly notes: string;
  /** The first hundred sites that it kept, as JSON text: `SiteSummary[]`. */
  readonly first_sites: string;
}

/** A row of a file that was rejected, or accepted with warnings. */
export interface InventoryImportRowsTable {
  readonly import: number;
  /** 1 when the row was rejected, 0 when it was kept with warnings. */
  readonly is_rejected: number;
  /** Rank of the record in the file: 1 for the first one after the header. */
  readonly row: number;
  readonly site_id: string;
  readonly name: string;
  /** As JSON text: `RowProblem[]`. */
  readonly problems: string;
}

/** A territory where the inventory has a site, by name. */
export interface InventoryTerritoriesTable {
  readonly kind: 'commune' | 'epci' | 'department' | 'region';
  /** INSEE code, or SIREN of an EPCI. */
  readonly code: string;
  readonly name: string;
  /** Of a commune, or of most communes of an EPCI; its own code for a department. */
  readonly department: string | null;
  readonly region: string | null;
  /** How many sites it has. */
  readonly sites: number;
}

/** A brownfield of the inventory. Words of `src/dossier/brownfield.ts` where it has words; areas in m². */
export interface InventorySitesTable {
  readonly id: Generated<number>;
  readonly site_id: string;
  readonly name: string;
  readonly search_text: string;
  /** What it was: a key of `PREVIOUS_USES`. */
  readonly use: string;
  /** A key of `SITE_STATUSES` of `src/sites/inventory-site.ts`. */
  readonly status: string;
  readonly commune: string;
  readonly insee: string | null;
  readonly epci: string | null;
  readonly department: string | null;
  readonly region: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly land_area: number | null;
  readonly built_area: number | null;
  readonly pollution: string;
  readonly building_state: string;
  readonly asbestos: string;
  readonly zoning: string;
  readonly owner_kind: string;
  /** From 0 to 100; null when nothing is known. */
  readonly suitability: number | null;
  /** From 0 to 100: weight of the criteria that are known. */
  readonly reliability: number | null;
  /** ISO date of `site_actu_date`. */
  readonly updated_on: string | null;
  readonly columns: string;
  readonly outline: string | null;
  readonly warnings: string;
  readonly content_hash: string;
  readonly import: number;
}

export interface Database {
  readonly inventory_imports: InventoryImportsTable;
  readonly inventory_import_rows: InventoryImportRowsTable;
  readonly inventory_sites: InventorySitesTable;
  readonly inventory_territories: InventoryTerritoriesTable;
  readonly saved_inputs: SavedInputsTable;
  readonly kept_dossiers: KeptDossiersTable;
  readonly kept_versions: KeptVersionsTable;
  readonly share_links: ShareLinksTable;
}
