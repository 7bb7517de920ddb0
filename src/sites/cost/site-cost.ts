import { BALANCE_AGES, COST_ITEMS } from '../../dossier/brownfield.ts';
import type { Brownfield, SiteNeed } from '../../dossier/dossier.ts';
import type { Decimal } from '../../formula/decimal.ts';
import type { Figures } from '../../formula/exact.ts';
import { writeMoney } from '../../formula/french.ts';
import type { Unit } from '../../formula/units.ts';
import { calendarLines } from '../calendar/calendar-lines.ts';
import { type Duration, durationsOf, type PhaseId } from '../calendar/durations.ts';
import { calendarOf, calendarReading, type SiteCalendar } from '../calendar/site-calendar.ts';
import { mapRange, type Range } from '../range.ts';
import { figureOf, type RangedCalculation, rangedCalculation, readThrice } from '../ranged.ts';
import type { Buildings } from './buildings.ts';
import { contradictionsOf } from './contradictions.ts';
import {
  type CostItemId,
  type CostLines,
  type CostTerm,
  costLines,
  type KnownAmount,
  type SiteCostTerms,
} from './cost-lines.ts';
import { type CostDriver, driversOf } from './drivers.ts';
import { measuresOf, type SiteMeasures } from './measures.ts';
import { UNIT_COSTS, type UnitCost } from './unit-costs.ts';

/** Where the amount of an item comes from. */
export type CostKind = 'quote' | 'typed' | 'range' | 'computed';

/** Quantity × unit cost, read three times. */
export interface CostTermRange {
  readonly label: string;
  readonly quantity: Range;
  readonly quantityUnit: Unit;
  readonly unitCost: UnitCost;
  /** Months of carrying. */
  readonly months?: Range;
  readonly share?: UnitCost;
}

/** An item of the cost of a site, in euros before VAT. */
export interface SiteCostItem {
  readonly id: CostItemId;
  readonly label: string;
  readonly amount: Range;
  readonly kind: CostKind;
  readonly terms: readonly CostTermRange[];
  /** Document of a quote or of a typed price, articles of the law; empty when the terms say theirs. */
  readonly source: string;
}

/** The cost of a site, in euros before VAT: what is spent until the opening. */
export interface SiteCost {
  readonly items: readonly SiteCostItem[];
  readonly total: Range;
  /** Building rights sold: `low` is the smallest receipt. */
  readonly sales: Range;
  /** Total less sales. */
  readonly net: Range;
  /** Net over the land and over the floor ready at the opening; null where there is none. */
  readonly perLandM2: Range | null;
  readonly perFloorM2: Range | null;
  /** Floor ready at the opening, kept and new, in square metres; null when nobody says it. */
  readonly floorAreaM2: Decimal | null;
  /** What fees and contingencies owe to the buildings; the rest is of the land. */
  readonly feesOnBuilding: Range;
  readonly contingenciesOnBuilding: Range;
  /** Land that depollution treats, in square metres: never all the land. */
  readonly treatedLandM2: Range;
  readonly measures: SiteMeasures;
  readonly calendar: SiteCalendar;
  /** What makes the gap between low and high, the widest first. */
  readonly drivers: readonly CostDriver[];
  /** In French: what has to be checked. */
  readonly warnings: readonly string[];
}

/** Day of the deed when no dossier sets it: the law of the day when the figures of law were last read. */
export const USUAL_DEED = '2026-12-01';

/** What a computed site keeps besides its figures, for the explanation of one of them. */
export interface ComputedSiteCost {
  readonly into: RangedCalculation;
  readonly lines: CostLines;
  readonly cost: SiteCost;
}

function termReading(figures: Figures, { quantity, unitCost, months, share }: CostTerm) {
  return {
    label: quantity.label,
    quantity: figureOf(figures, quantity),
    quantityUnit: quantity.unit,
    unitCost,
    ...(months === undefined ? {} : { months: figureOf(figures, months) }),
    ...(share === undefined ? {} : { share }),
  };
}

function take(figures: Figures, lines: CostLines) {
  return {
    items: new Map(
      [...lines.items].map(([id, { line, terms }]) => [
        id,
        { amount: figureOf(figures, line), terms: terms.map((term) => termReading(figures, term)) },
      ]),
    ),
    total: figureOf(figures, lines.total),
    sales: figureOf(figures, lines.sales),
    net: figureOf(figures, lines.net),
    treated: figureOf(figures, lines.treatedLand),
    purchaseLaw: lines.purchaseLaw.map((line) => `${line.label} ${writeMoney(figureOf(figures, line))}`),
    feesOnBuilding: figureOf(figures, lines.feesOnBuilding),
    contingenciesOnBuilding: figureOf(figures, lines.contingenciesOnBuilding),
  };
}
type Taken = ReturnType<typeof take>;

function itemOf(id: CostItemId, read: Range<Taken>, terms: SiteCostTerms): SiteCostItem {
  const of = (taken: Taken) => taken.items.get(id) as NonNullable<ReturnType<Taken['items']['get']>>;
  const amount = mapRange(read, (taken) => of(taken).amount);
  const quote = terms.quotes.get(id);
  const isTyped = id === 'purchase' && terms.price !== null && quote === undefined;
  const isComputed = id === 'purchase-costs';
  return {
    id,
    label: COST_ITEMS[id],
    amount,
    kind:
      quote !== undefined
        ? 'quote'
        : isTyped
          ? 'typed'
          : isComputed || amount.low.eq(amount.high)
            ? 'computed'
            : 'range',
    terms: of(read.central).terms.map((term, index) => {
      const over = (pick: (one: typeof term) => Decimal) =>
        mapRange(read, (taken) => pick(of(taken).terms[index] as typeof term));
      const { months, share, label, quantityUnit, unitCost } = term;
      return {
        label,
        quantity: over((one) => one.quantity),
        quantityUnit,
        unitCost,
        ...(months === undefined ? {} : { months: over((one) => one.months as Decimal) }),
        ...(share === undefined ? {} : { share }),
      };
    }),
    source:
      quote?.source ??
      (isTyped ? 'dossier de la friche' : isComputed ? read.central.purchaseLaw.join(' + ') : ''),
  };
}

/**
 * The pure entry: every quantity, unit cost and duration given, none read from a brownfield.
 * @param floor ready at the opening, to divide by
 */
export function computeSiteCost(
  terms: SiteCostTerms,
  durations: Readonly<Record<PhaseId, Duration>>,
  floor: Decimal | null,
): ComputedSiteCost {
  const into = rangedCalculation(terms.deed);
  const times = calendarLines(into, durations);
  const readTimes = calendarReading(into, times);
  const lines = costLines(into, terms, times);
  let drivers: readonly CostDriver[] = [];
  const read = readThrice(
    into,
    (figures) => ({ ...take(figures, lines), calendar: readTimes(figures) }),
    (readWith) => {
      drivers = driversOf(into, lines.net, readWith);
    },
  );
  const net = mapRange(read, (one) => one.net);
  const land = terms.measures.landAreaM2.range.central;
  const over = (area: Decimal | null) =>
    area === null || area.isZero() ? null : mapRange(net, (amount) => amount.div(area));
  return {
    into,
    lines,
    cost: {
      items: (Object.keys(COST_ITEMS) as CostItemId[]).map((id) => itemOf(id, read, terms)),
      total: mapRange(read, (one) => one.total),
      // Read at its favourable price first: what is received is then the largest.
      sales: { low: read.high.sales, central: read.central.sales, high: read.low.sales },
      net,
      perLandM2: over(land),
      perFloorM2: over(floor),
      floorAreaM2: floor,
      feesOnBuilding: mapRange(read, (one) => one.feesOnBuilding),
      contingenciesOnBuilding: mapRange(read, (one) => one.contingenciesOnBuilding),
      treatedLandM2: mapRange(read, (one) => one.treated),
      measures: terms.measures,
      calendar: calendarOf(
        durations,
        mapRange(read, (one) => one.calendar),
      ),
      drivers,
      warnings: lines.warnings,
    },
  };
}

/** The ages of a balance, oldest first. */
export type BalanceAge = keyof typeof BALANCE_AGES;
const AGES = Object.keys(BALANCE_AGES) as readonly BalanceAge[];

/** Known amounts up to an age, by item: the most recent wins, and those of one age add up. */
export function quotesUpTo(brownfield: Brownfield, age: BalanceAge): ReadonlyMap<CostItemId, KnownAmount> {
  const rank = AGES.indexOf(age);
  const known = new Map<CostItemId, KnownAmount & { readonly age: BalanceAge }>();
  for (const quote of brownfield.quotes.toSorted((a, b) => AGES.indexOf(a.age) - AGES.indexOf(b.age))) {
    if (AGES.indexOf(quote.age) > rank) continue;
    const before = known.get(quote.item);
    const { amount, source } = quote;
    // Two documents of one age are two parts of the item; a later age replaces an earlier one whole.
    known.set(
      quote.item,
      before?.age === quote.age
        ? { age: quote.age, amount: before.amount.plus(amount), source: `${before.source} ; ${source}` }
        : { age: quote.age, amount, source },
    );
  }
  return known;
}

/** How a cost is read: at which date the site is bought, with what was known at which age. */
export interface CostReading {
  /** Date of the purchase, ISO: the law of that day. */
  readonly deed?: string;
  /** Known amounts of later ages are left out; none is by default. */
  readonly age?: BalanceAge;
}

/** What the cost reads of a brownfield. */
export function siteCostTerms(
  brownfield: Brownfield,
  need?: SiteNeed,
  { deed = USUAL_DEED, age = 'closing' }: CostReading = {},
): { readonly terms: SiteCostTerms; readonly buildings: Buildings } {
  const { measures, buildings } = measuresOf(brownfield, need);
  return {
    buildings,
    terms: {
      measures,
      quotes: quotesUpTo(brownfield, age),
      unitCosts: UNIT_COSTS[brownfield.unitCosts],
      rehabilitation: buildings.level,
      price: brownfield.price,
      department: brownfield.department,
      deed,
      commitmentToBuild: brownfield.commitmentToBuild,
      taxeFoncierePerM2Year: brownfield.taxeFoncierePerM2Year,
    },
  };
}

/** The cost of a brownfield with the calculation behind it. */
export function computeBrownfieldCost(
  brownfield: Brownfield,
  need?: SiteNeed,
  reading: CostReading = {},
): ComputedSiteCost {
  const { terms, buildings } = siteCostTerms(brownfield, need, reading);
  const floor = buildings.floor ?? (buildings.kept.isZero() ? null : buildings.kept);
  const { cost, ...computed } = computeSiteCost(terms, durationsOf(brownfield, need), floor);
  return { ...computed, cost: { ...cost, warnings: [...contradictionsOf(brownfield), ...cost.warnings] } };
}

/**
 * What a brownfield costs until the opening, item by item, before VAT: low, central and high.
 * @param need of the enterprise: its floor area decides what is kept and what is built
 */
export function siteCost(brownfield: Brownfield, need?: SiteNeed, reading: CostReading = {}): SiteCost {
  return computeBrownfieldCost(brownfield, need, reading).cost;
}
