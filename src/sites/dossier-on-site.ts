import { BROWNFIELD, COST_ITEMS } from '../dossier/brownfield.ts';
import type { Brownfield } from '../dossier/dossier.ts';
import { withLaterDefault } from '../dossier/later-default.ts';
import { addMonths } from '../dossier/months.ts';
import { resolvePart } from '../dossier/resolution.ts';
import { SITE_NEED } from '../dossier/site-need.ts';
import type { Decimal } from '../formula/decimal.ts';
import type { Json, RawDossier } from '../input/description.ts';
import type { Reading } from '../input/problem.ts';
import { siteCalendar } from './calendar/site-calendar.ts';
import type { CostItemId } from './cost/cost-lines.ts';
import { siteCost } from './cost/site-cost.ts';
import type { ReadingOfRange } from './range.ts';
import { notesOf } from './settled-notes.ts';
import { asGroup, asList, type Chosen, HELD, stateAidOf } from './settling.ts';

/** Items that become lots of works, in their order; the others are read elsewhere in a dossier. */
const LOTS: readonly CostItemId[] = [
  'studies',
  'asbestos',
  'demolition',
  'depollution',
  'unsealing',
  'soil-restoration',
  'servicing',
  'rehabilitation',
  'construction',
  'guarding',
  'upkeep',
];

/** What a site says of how it is read, not of itself: kept from one site to the next. */
const KEPT_CONVENTIONS = [
  'disbursements',
  'ownerChargesShare',
  'ownerPaysTaxeFonciere',
  'marketManagementRate',
] as const;

/** A number of months that a date can hold. */
const months = (count: Decimal): number => count.toDecimalPlaces(0, 0).toNumber();

function floorOf({ brownfield, need, cost }: Chosen): Decimal {
  return cost.floorAreaM2 ?? brownfield.floorAreaM2 ?? need.floorAreaM2;
}

function amountOf({ cost, reading }: Chosen, id: CostItemId): Decimal | undefined {
  return cost.items.find((item) => item.id === id)?.amount[reading];
}

/** Months of the deed, of the first works and of the opening: works begin with the clearing of the site. */
function datesOf({ cost: { calendar }, reading, signature }: Chosen) {
  const clearing = calendar.phases.find(({ id }) => id === 'asbestos')?.start ?? calendar.worksStart;
  const opening = Math.max(months(calendar.opening[reading]), 1);
  const start = Math.min(months(clearing[reading]), opening - 1);
  const deed = Math.min(months(calendar.deed[reading]), start);
  return {
    purchaseDate: addMonths(signature, deed),
    worksStart: addMonths(signature, start),
    worksEnd: addMonths(signature, opening - 1),
    opening: addMonths(signature, opening),
  };
}

function siteOf(chosen: Chosen, before: RawDossier): RawDossier {
  const { brownfield, cost, reading } = chosen;
  const floor = floorOf(chosen);
  const own = before.chosenBrownfield === brownfield.id ? HELD : [];
  const kept = Object.fromEntries(
    [...KEPT_CONVENTIONS, ...own].flatMap((key) => (before[key] === undefined ? [] : [[key, before[key]]])),
  );
  const yearly = (perM2: Decimal) => perM2.times(floor).toFixed(2);
  return {
    name: brownfield.name,
    commune: brownfield.commune,
    department: brownfield.department,
    landAreaM2: brownfield.landAreaM2.toFixed(),
    floorAreaM2: floor.toFixed(),
    purchaseDate: datesOf(chosen).purchaseDate,
    brownfield: true,
    chosenBrownfield: brownfield.id,
    price: (amountOf(chosen, 'purchase') ?? floor.times(0)).toFixed(2),
    ...(brownfield.marketValue === null ? {} : { marketValue: brownfield.marketValue.toFixed(2) }),
    // Nothing kept: what is bought is land.
    ...(cost.measures.keptAreaM2.range[reading].isZero() ? { landShare: '1' } : {}),
    ...(brownfield.commitmentToBuild ? { commitmentToBuild: true } : {}),
    marketRentPerM2Year: brownfield.marketRentPerM2Year.toFixed(2),
    exitYield: brownfield.exitYield.toFixed(),
    taxeFonciereYear: yearly(brownfield.taxeFoncierePerM2Year),
    propertyChargesYear: yearly(brownfield.chargesPerM2Year),
    ...kept,
  };
}

/** Lots of works of the owner, with the fitting-out of the enterprise kept as it was. */
function worksOf(
  chosen: Chosen,
  before: RawDossier,
): { readonly lots: readonly Json[]; readonly total: Decimal } {
  const lots = LOTS.flatMap((id) => {
    const amount = amountOf(chosen, id);
    return amount === undefined || amount.isZero() ? [] : [{ id, amount }];
  });
  const fitting = asList(before.works).filter((lot) => asGroup(lot).byTenant === true);
  return {
    lots: [
      ...lots.map(({ id, amount }) => ({ id, label: COST_ITEMS[id], amount: amount.toFixed(2) })),
      ...fitting,
    ],
    total: lots.reduce((sum, { amount }) => sum.plus(amount), floorOf(chosen).times(0)),
  };
}

/** A person reads this rate: « 16,66875609 % ». Of three million euros it gives the amount to a few cents. */
const RATE_DECIMALS = 10;

/** What a part is of a whole. */
function rateOf(part: Decimal | undefined, whole: Decimal): string {
  return part === undefined || whole.isZero()
    ? '0'
    : part.div(whole).toDecimalPlaces(RATE_DECIMALS).toFixed();
}

function projectOf(chosen: Chosen, before: RawDossier): RawDossier {
  const { lots, total } = worksOf(chosen, before);
  const { announcedCost: _, ...others } = before;
  const { worksStart, worksEnd, opening } = datesOf(chosen);
  return {
    ...others,
    worksStart,
    worksEnd,
    opening,
    works: lots,
    contingencyRate: rateOf(amountOf(chosen, 'contingencies'), total),
    feesRate: rateOf(amountOf(chosen, 'fees'), total),
  };
}

/** Owners whose price may hide an aid. */
const PUBLIC_OWNERS: readonly Brownfield['ownerKind'][] = ['local-authority', 'epf', 'state'];

/** The seller named after the owner of the brownfield; the others stay. */
function partiesOf({ brownfield }: Chosen, before: Json | undefined): readonly Json[] {
  const isOwner = (party: Json) => asGroup(party).id === 'land-owner';
  const others = asList(before).filter((party) => !isOwner(party));
  const owner = (label: string, side: string) => ({ id: 'land-owner', label, role: 'land-owner', side });
  if (PUBLIC_OWNERS.includes(brownfield.ownerKind))
    return [...others, owner('Propriétaire public de la friche', 'public-aid')];
  // Something of the dossier may name the seller: it stays, as who sells this site.
  return asList(before).some(isOwner) ? [...others, owner('Propriétaire de la friche', 'private')] : others;
}

/**
 * The dossier with its enterprise settled on one of its brownfields: site, works and calendar are those that the
 * brownfield costs and needs, each with its reason; the enterprise and its ways of financing stay as they are.
 * An EPF's carrying and a long lease stay with the site they were typed for, and leave with it.
 * Taxe foncière and duties are left to the dossier, which computes them by itself; building rights resold are not
 * brought into it.
 * @param dossier as typed
 * @param id of one of its brownfields
 * @param reading of the ranges: the central one is what a choice writes
 */
export function dossierOnSite(
  dossier: RawDossier,
  id: string,
  reading: ReadingOfRange = 'central',
): Reading<RawDossier> {
  const index = asList(dossier.brownfields).findIndex((one) => asGroup(one).id === id);
  const brownfield = resolvePart(BROWNFIELD, asList(dossier.brownfields)[index] ?? null);
  if (!brownfield.ok) return within(brownfield.problems, `brownfields[${Math.max(index, 0)}]`);
  const need = resolvePart(SITE_NEED, neededOf(dossier));
  if (!need.ok) return within(need.problems, 'siteNeed');
  const signature = String(dossier.signature);
  const times = siteCalendar(brownfield.value.values, need.value.values);
  const deed = addMonths(signature, months(times.deed[reading]));
  const cost = siteCost(brownfield.value.values, need.value.values, { deed });
  const chosen: Chosen = {
    brownfield: brownfield.value.values,
    need: need.value.values,
    cost,
    reading,
    signature,
  };
  const project = projectOf(chosen, asGroup(dossier.project));
  return {
    ok: true,
    value: {
      ...dossier,
      site: siteOf(chosen, asGroup(dossier.site)),
      // What was looked for does not follow from what was found.
      siteNeed: neededOf(dossier),
      project,
      ...(dossier.stateAid === undefined && chosen.brownfield.afrZone === 'unknown'
        ? {}
        : { stateAid: stateAidOf(chosen, dossier) }),
      parties: partiesOf(chosen, dossier.parties),
      ...(Array.isArray(dossier.paths)
        ? { paths: withLaterDefault(dossier.paths, signature, datesOf(chosen).opening) }
        : {}),
      ...notesOf(chosen, dossier, index, project),
    },
  };
}

function within(problems: readonly { readonly path: string; readonly message: string }[], place: string) {
  return {
    ok: false as const,
    problems: problems.map(({ path, message }) => ({
      path: path === '' ? place : `${place}.${path}`,
      message,
    })),
  };
}

/** The need as typed, with the floor area that its default read in the dossier: choosing a site must not move it. */
function neededOf(dossier: RawDossier): RawDossier {
  const typed = asGroup(dossier.siteNeed);
  if (typed.floorAreaM2 !== undefined) return typed;
  const { fallback } = SITE_NEED.shape.floorAreaM2;
  const value = fallback?.value;
  return { ...typed, floorAreaM2: (typeof value === 'function' ? value(dossier) : value) as Json };
}
