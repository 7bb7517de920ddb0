import { PLACE_NAMES, type PlaceName } from '../sites/inventory-filters.ts';
import type { Territory } from '../sites/listed-site.ts';
import type { Store } from './store.ts';

/** The places where the inventory has sites, among which a form lets choose. */
export interface PlaceChoices {
  readonly region: readonly Territory[];
  readonly department: readonly Territory[];
  /** None until a region or a department is chosen: there are more than a thousand. */
  readonly epci: readonly Territory[];
  /** None until a department or a grouping is chosen. */
  readonly commune: readonly Territory[];
}

type Places = Readonly<Partial<Record<PlaceName, string>>>;

async function territories(
  db: Store,
  kind: Territory['kind'],
  within: Readonly<{ region?: string | undefined; department?: string | undefined }>,
): Promise<readonly Territory[]> {
  let query = db.selectFrom('inventory_territories').selectAll().where('kind', '=', kind);
  if (within.region !== undefined) query = query.where('region', '=', within.region);
  if (within.department !== undefined) query = query.where('department', '=', within.department);
  return await query.orderBy('name').execute();
}

async function territory(
  db: Store,
  kind: Territory['kind'],
  code: string | undefined,
): Promise<Territory | undefined> {
  if (code === undefined) return undefined;
  return await db
    .selectFrom('inventory_territories')
    .selectAll()
    .where('kind', '=', kind)
    .where('code', '=', code)
    .executeTakeFirst();
}

/**
 * The places of a form that make sense together: the widest stays, one that does not lie in it is left out (a
 * department chosen before its region was changed).
 */
export async function coherentPlaces(db: Store, places: Places): Promise<Places> {
  const kept: Partial<Record<PlaceName, string>> = {};
  for (const name of PLACE_NAMES) {
    const code = places[name];
    if (code === undefined) continue;
    const found = await territory(db, name, code);
    const isInside =
      found === undefined ||
      ((name === 'region' || kept.region === undefined || found.region === kept.region) &&
        (name !== 'commune' && name !== 'epci'
          ? true
          : kept.department === undefined || found.department === kept.department));
    if (isInside) kept[name] = code;
  }
  return kept;
}

/** What each select of the form offers, once these places are chosen. */
export async function placeChoices(db: Store, places: Places): Promise<PlaceChoices> {
  const grouping = await territory(db, 'epci', places.epci);
  const department = places.department ?? grouping?.department ?? undefined;
  const { region } = places;
  return {
    region: await territories(db, 'region', {}),
    department: await territories(db, 'department', { region }),
    epci:
      region === undefined && department === undefined
        ? []
        : await territories(db, 'epci', { region, department: places.department }),
    commune: department === undefined ? [] : await territories(db, 'commune', { department }),
  };
}

/** The names of places, by their code; one without a site is not named. */
export async function placeNames(db: Store, places: Places): Promise<Places> {
  const named: Partial<Record<PlaceName, string>> = {};
  for (const name of PLACE_NAMES) {
    const found = await territory(db, name, places[name]);
    if (found !== undefined) named[name] = found.name;
  }
  return named;
}

/** The names of all the departments where there are sites, by code. */
export async function departmentNames(db: Store): Promise<ReadonlyMap<string, string>> {
  return new Map((await territories(db, 'department', {})).map(({ code, name }) => [code, name]));
}
