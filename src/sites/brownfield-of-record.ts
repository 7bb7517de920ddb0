import { brownfieldOf, type SiteBrownfield } from './brownfield-of-site.ts';
import type { InventorySite } from './inventory-site.ts';
import type { SiteRecord } from './listed-site.ts';

/** A site as the store gives it back, as a part of a dossier. Its words were read at the import: they are known ones. */
export function brownfieldOfRecord(record: SiteRecord): SiteBrownfield {
  return brownfieldOf({
    siteId: record.siteId,
    name: record.name,
    commune: record.commune,
    department: record.department,
    use: record.previousUse as InventorySite['use'],
    ownerKind: record.ownerKind as InventorySite['ownerKind'],
    landArea: record.landAreaM2,
    builtArea: record.builtAreaM2,
    buildingState: record.buildingState as InventorySite['buildingState'],
    asbestos: record.asbestos as InventorySite['asbestos'],
    pollution: record.pollution as InventorySite['pollution'],
    zoning: record.zoning as InventorySite['zoning'],
    updatedOn: record.updatedOn,
  });
}
