import { Calculation } from '../formula/calculation.ts';
import type { Decimal } from '../formula/decimal.ts';
import type { Figures } from '../formula/exact.ts';
import { prepareExact, readExactly } from '../formula/exact.ts';
import type { Assumption, Line, Origin } from '../formula/operations.ts';
import { createTimeline } from '../formula/timeline.ts';
import type { Unit } from '../formula/units.ts';
import { type Range, READINGS, type ReadingOfRange } from './range.ts';

/** A quantity that enters a cost of a site, three times read: what its unknown is called, where it comes from. */
export interface Ranged<U extends Unit = Unit> {
  readonly id: string;
  readonly label: string;
  readonly unit: U;
  readonly range: Range;
  readonly origin: Origin;
  /** What would have to be known for it to be one value. */
  readonly unknown: UnknownId;
}

/** What is not known of a brownfield, each lifted by one step. */
export const UNKNOWNS = {
  ground: 'Pollution du sol',
  asbestos: 'Amiante et plomb',
  'built-area': 'Surface bâtie',
  buildings: 'État des bâtiments et coût de leur réhabilitation',
  sealing: 'Sols imperméables',
  price: 'Prix d’achat',
  clearing: 'Prix de la démolition et de la remise en état des sols',
  servicing: 'Études et viabilisation',
  construction: 'Coût de la construction neuve',
  fees: 'Honoraires et aléas',
  carrying: 'Coût du portage',
  calendar: 'Calendrier',
  sale: 'Prix des droits à construire revendus',
} as const;
export type UnknownId = keyof typeof UNKNOWNS;

/** A calculation of which some assumptions have three values, read at their low, central or high value. */
export interface RangedCalculation {
  readonly calculation: Calculation;
  readonly ranged: Ranged[];
}

/** @param months length of its timeline: 12 when nothing is read by month */
export function rangedCalculation(start: string, months = 12): RangedCalculation {
  return { calculation: new Calculation(createTimeline(start, months)), ranged: [] };
}

/** An assumption with three values; the calculation carries the central one. */
export function rangedAssumption<U extends Unit>(into: RangedCalculation, given: Ranged<U>): Assumption<U> {
  into.ranged.push(given);
  return into.calculation.assumption(given.id, given.label, given.unit, given.range.central, given.origin);
}

/** Whether a quantity is known: its three values are one. */
export function isKnown({ range }: Ranged): boolean {
  return range.low.eq(range.high);
}

/** The values that make one reading, for the assumptions that have a range. */
function inputsOf(ranged: readonly Ranged[], reading: ReadingOfRange): Map<string, Decimal> {
  return new Map(ranged.map(({ id, range }) => [id, range[reading]]));
}

/**
 * Reads a calculation at its three values and takes something from each.
 * @param also called with a way to read again some assumptions at their low or high value, the others being central
 */
export function readThrice<T>(
  { calculation, ranged }: RangedCalculation,
  take: (figures: Figures, reading: ReadingOfRange) => T,
  also?: (readWith: (moved: readonly Ranged[], reading: ReadingOfRange, line: Line) => Decimal) => void,
): Range<T> {
  const moving = ranged.filter((one) => !isKnown(one));
  const reader = prepareExact(calculation, { varying: moving.map(({ id }) => id) });
  const taken = Object.fromEntries(
    READINGS.map((reading) => [reading, take(reader.read(inputsOf(moving, reading)), reading)]),
  ) as unknown as Range<T>;
  if (also !== undefined) {
    const central = inputsOf(moving, 'central');
    reader.read(central);
    also((moved, reading, line) =>
      figureOf(reader.read(new Map([...central, ...inputsOf(moved, reading)]), line), line),
    );
  }
  return taken;
}

/** Every figure of one reading, for an explanation or a workbook. */
export function readAt({ calculation, ranged }: RangedCalculation, reading: ReadingOfRange): Figures {
  return readExactly(calculation, inputsOf(ranged, reading));
}

/** A figure with one value. @throws when it has none: a bug of the model */
export function figureOf(figures: Figures, line: Line | string, period = 0): Decimal {
  const value = figures.of(line)[period];
  if (value === undefined || value === null) throw new Error('no figure for a line of a site');
  return value;
}
