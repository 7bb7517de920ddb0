import type { InventorySite } from '../inventory-site.ts';

/** What an answer shows of a site that was just read. */
export interface SiteSummary {
  readonly id: string;
  readonly name: string;
  readonly commune: string;
  readonly insee: string | null;
  readonly department: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly landAreaM2: string | null;
  readonly builtAreaM2: string | null;
  readonly previousUse: InventorySite['use'];
  readonly status: InventorySite['status'];
  readonly groundPollution: InventorySite['pollution'];
}

/** Sites that the answer of an import holds. */
export const MOST_SUMMARIES = 100;

const areaText = (area: number | null) => (area === null ? null : String(area));

export function summaryOf(site: InventorySite): SiteSummary {
  return {
    id: site.siteId,
    name: site.name,
    commune: site.commune,
    insee: site.insee,
    department: site.department,
    longitude: site.longitude,
    latitude: site.latitude,
    landAreaM2: areaText(site.landArea),
    builtAreaM2: areaText(site.builtArea),
    previousUse: site.use,
    status: site.status,
    groundPollution: site.pollution,
  };
}
