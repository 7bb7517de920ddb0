import type { Site } from '../dossier/dossier.ts';
import { choose, isLess, MONTH, NO_MONEY, plus, total } from '../formula/build.ts';
import type { Line } from '../formula/operations.ts';
import { additionsTo } from '../ledger/books.ts';
import { writeBuildingDepreciation, writeGrantRelease } from '../property/depreciation.ts';
import { type Carrying, EPF, writeCarrying } from '../property/epf-carrying.ts';
import { writeLandLease } from '../property/land-lease.ts';
import { type Purchase, writePurchase } from '../property/purchase.ts';
import type { PropertySetting } from '../property/setting.ts';
import { type Works, writeWorks } from '../property/works.ts';
import type { Source, Use } from './funding-plan-rows.ts';
import type { PathSetting } from './setting.ts';

export { EPF } from '../property/epf-carrying.ts';

type MonthlyMoney = Line<'money', 'monthly', 'defined'>;

/** Where the property lines of one company are written. */
export function propertySetting(path: PathSetting, owner: string): PropertySetting {
  const { calculation, ledger, assume, purchase, worksStart, worksEnd, opening, inflationIndex } = path;
  const { lawDate } = path.dossier.values;
  return {
    calculation,
    ledger,
    owner,
    assume,
    lawDate,
    purchase,
    worksStart,
    worksEnd,
    opening,
    inflationIndex,
  };
}

/** Positions of the lots that the owner of the building pays for, and of those left to a tenant. */
export function worksByPayer(path: PathSetting): {
  readonly owner: readonly number[];
  readonly tenant: readonly number[];
} {
  const lots = path.dossier.values.project.works.map((lot, index) => ({ index, byTenant: lot.byTenant }));
  const positions = (wanted: boolean) =>
    lots.filter(({ byTenant }) => byTenant === wanted).map(({ index }) => index);
  return { owner: positions(false), tenant: positions(true) };
}

/** The site bought and built by one company. */
export interface PropertyProject {
  readonly setting: PropertySetting;
  readonly purchase: Purchase;
  /** The site was carried by an EPF before; undefined when it is bought from its owner. */
  readonly carrying: Carrying | undefined;
  readonly works: Works;
  /** Canon of a lease of long duration before there is a use of the site: the plan pays it. */
  readonly canonBeforeOpening: MonthlyMoney | undefined;
  /** What bears VAT, month by month, before tax. */
  readonly taxable: readonly MonthlyMoney[];
  /** Works and fees: what grants usually count. */
  readonly eligibleCosts: Line<'money', 'once', 'defined'>;
}

/**
 * Writes the purchase and the works of a site bought by one company.
 * @param lots positions of the lots that this company pays for
 */
export function writePropertyProject(
  path: PathSetting,
  owner: string,
  site: Site,
  lots: readonly number[],
): PropertyProject {
  const bare = propertySetting(path, owner);
  const { setting, purchase, carrying } = writeLand(bare, site);
  const works = writeWorks(setting, lots);
  return {
    setting,
    purchase,
    carrying,
    works,
    canonBeforeOpening:
      setting.landLease &&
      path.calculation.monthly(
        'site.landLease.canon-before-opening',
        'Canon payé avant la mise en service',
        choose(isLess(MONTH, setting.opening), setting.landLease.canonPaid, NO_MONEY),
        { party: owner },
      ),
    taxable: [...purchase.taxable, works.worksPaid, works.contingenciesPaid, works.feesPaid],
    eligibleCosts: path.calculation.once(
      'works.eligible',
      'Travaux et honoraires hors taxes',
      plus(works.amount, works.fees),
    ),
  };
}

/** How the site comes to its owner: bought from who owns it, or from the EPF that carried it, or held by a long lease. */
function writeLand(
  setting: PropertySetting,
  site: Site,
): Pick<PropertyProject, 'setting' | 'purchase' | 'carrying'> {
  if (site.landLease !== null) {
    const { lease, purchase } = writeLandLease(setting, site.landLease);
    return { setting: { ...setting, landLease: lease }, purchase, carrying: undefined };
  }
  if (site.carrying === null) return { setting, purchase: writePurchase(setting, site), carrying: undefined };
  const carrying = writeCarrying(setting, { hasCap: site.carrying.minorationCap !== null });
  return {
    setting,
    purchase: writePurchase(setting, site, { seller: EPF, price: carrying.price }),
    carrying,
  };
}

/** What the project costs its owner before financing, use by use, in the order of a plan de financement. */
export function propertyUses({ setting, purchase, works, canonBeforeOpening }: PropertyProject): Use[] {
  return [
    ...(setting.landLease === undefined
      ? [
          { id: 'land', label: 'Terrain', paid: purchase.landPaid },
          { id: 'building', label: 'Bâtiment', paid: purchase.buildingPaid },
          { id: 'acquisition-costs', label: 'Frais d’acquisition', paid: purchase.acquisitionCostsPaid },
        ]
      : [
          { id: 'building', label: 'Droit d’entrée du bail', paid: purchase.buildingPaid },
          { id: 'acquisition-costs', label: 'Frais du bail', paid: purchase.acquisitionCostsPaid },
        ]),
    { id: 'works', label: 'Travaux', paid: works.worksPaid },
    { id: 'fees', label: 'Honoraires de maîtrise d’œuvre', paid: works.feesPaid },
    { id: 'contingencies', label: 'Aléas', paid: works.contingenciesPaid },
    ...(canonBeforeOpening === undefined
      ? []
      : [{ id: 'canon', label: 'Canon du bail avant la mise en service', paid: canonBeforeOpening }]),
  ];
}

/**
 * Depreciates the building of a company by components and releases its grants alike. Written before its books are opened.
 * @param sources of the company: its grants are found among them
 * @param fittings the lots of a tenant, which it depreciates over their own years
 */
export function depreciateBuilding(
  { calculation, ledger, dossier }: PathSetting,
  { setting }: PropertyProject,
  sources: readonly Source[],
  fittings?: Parameters<typeof writeBuildingDepreciation>[3],
): ReturnType<typeof writeBuildingDepreciation> {
  const cost = calculation.once(
    'building.cost',
    'Coût du bâtiment à amortir',
    total(additionsTo(ledger, setting.owner, 'building')),
  );
  const { components } = dossier.values.project;
  const depreciation = writeBuildingDepreciation(setting, cost, components, fittings);
  writeGrantRelease(
    setting,
    sources.filter((source) => source.category === 'grant').map((source) => source.received),
    { cumulated: depreciation.cumulated, cost },
  );
  return depreciation;
}
