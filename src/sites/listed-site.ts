import type { RowProblem } from './import/row-problem.ts';

/** What a list shows of a brownfield of the inventory. What is not known is null or 'unknown'. */
export interface ListedSite {
  readonly siteId: string;
  readonly name: string;
  /** Its official name, or as the file writes it; '' when it does not say. */
  readonly commune: string;
  readonly insee: string | null;
  readonly epci: string | null;
  readonly department: string | null;
  readonly region: string | null;
  /** Degrees, WGS84. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Square metres. */
  readonly landAreaM2: number | null;
  readonly builtAreaM2: number | null;
  /** Keys of the word lists of `src/dossier/brownfield.ts` and of `SITE_STATUSES`. */
  readonly status: string;
  readonly previousUse: string;
  readonly pollution: string;
  readonly buildingState: string;
  readonly asbestos: string;
  readonly zoning: string;
  readonly ownerKind: string;
  /** From 0 to 100. */
  readonly suitability: number | null;
  /** From 0 to 100: weight of the criteria that are known. */
  readonly reliability: number | null;
}

/** All that the inventory knows of a site. */
export interface SiteRecord extends ListedSite {
  /** ISO date of its last update by its source. */
  readonly updatedOn: string | null;
  /** Every column of the file, under its own header. */
  readonly columns: Readonly<Record<string, string>>;
  /** A GeoJSON geometry, as text. */
  readonly outline: string | null;
  /** What was repaired or left unread in the row of the file. */
  readonly warnings: readonly RowProblem[];
  readonly importedFrom: {
    readonly fileName: string;
    /** ISO 8601. */
    readonly importedAt: string;
  };
}

/** A site as the map draws it. */
export interface SitePoint {
  readonly siteId: string;
  readonly name: string;
  readonly commune: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly status: string;
}

/** A place where the inventory has sites. */
export interface Territory {
  readonly kind: 'commune' | 'epci' | 'department' | 'region';
  readonly code: string;
  readonly name: string;
  readonly department: string | null;
  readonly region: string | null;
  readonly sites: number;
}

/** How many sites some filters keep in a department; its code is null when it is not known. */
export interface DepartmentCount {
  readonly department: string | null;
  readonly sites: number;
}
