import type {
  BUILDING_STATES,
  GROUND_POLLUTIONS,
  OWNER_KINDS,
  PREVIOUS_USES,
  ZONINGS,
} from '../dossier/brownfield.ts';
import type { YES_NO_UNKNOWN } from '../dossier/brownfield-criteria.ts';
import type { RowProblem } from './import/row-problem.ts';

/** Where a site stands between what it was and what it may become (`site_statut` of the standard). */
export const SITE_STATUSES = {
  potential: 'friche potentielle',
  'without-project': 'friche sans projet',
  'with-project': 'friche avec projet',
  converted: 'friche reconvertie',
  unknown: 'inconnu',
} as const;

/** A brownfield of the national inventory, as one row of a file says it: what is not said is null or 'unknown'. */
export interface InventorySite {
  readonly siteId: string;
  readonly name: string;
  readonly address: string;
  readonly use: keyof typeof PREVIOUS_USES;
  readonly status: keyof typeof SITE_STATUSES;
  /** Official name when the commune is known; as the file writes it else; '' when it does not. */
  readonly commune: string;
  /** Of a commune that exists today. */
  readonly insee: string | null;
  /** SIREN of the grouping of communes. */
  readonly epci: string | null;
  readonly department: string | null;
  readonly region: string | null;
  /** Degrees, WGS84; both or neither. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Square metres. */
  readonly landArea: number | null;
  readonly builtArea: number | null;
  readonly pollution: keyof typeof GROUND_POLLUTIONS;
  readonly buildingState: keyof typeof BUILDING_STATES;
  readonly asbestos: keyof typeof YES_NO_UNKNOWN;
  readonly zoning: keyof typeof ZONINGS;
  readonly ownerKind: keyof typeof OWNER_KINDS;
  /** ISO date of `site_actu_date`. */
  readonly updatedOn: string | null;
  /** Every column of the file under its own header, as text. */
  readonly columns: Readonly<Record<string, string>>;
  /** GeoJSON geometry as text: at most about 2 000 points. */
  readonly outline: string | null;
  readonly warnings: readonly RowProblem[];
}
