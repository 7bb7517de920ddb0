import { hasVehicle } from '../../dossier/sources.ts';
import { Decimal } from '../../formula/decimal.ts';
import { readExactly } from '../../formula/exact.ts';
import type { Line } from '../../formula/operations.ts';
import { settle } from '../../formula/search/settling.ts';
import { type Draft, groupAt, pathAt } from './draft.ts';
import { occupancyCostOf, type SizedSupport, sizeDraft } from './support-trial.ts';

/** The rent of a property company of the deal, given for all the levels of support. */
export interface GivenRent {
  /** By m² and year, at entry into service; decimal. */
  readonly rent: Decimal;
  /** As the dossier stands, before. */
  readonly present: Decimal;
  /** Occupancy cost at that rent; undefined without a cruising year. */
  readonly occupancy: Decimal | undefined;
}

const CENT = new Decimal('0.01');
const LARGEST_RENT = new Decimal('5000');
const MOST_GUESSES = 4;

/** The loan of the site is sized anew at each level, whatever the dossier says of its amount. */
export function balanceLoan(draft: Draft, pathIndex: number): void {
  groupAt(pathAt(draft, pathIndex), 'terms').solve = 'balancing-loan';
}

/** Types the rent of the lease. */
export function giveRent(draft: Draft, pathIndex: number, rent: Decimal): void {
  const lease = groupAt(pathAt(draft, pathIndex), 'lease');
  lease.solve = 'none';
  lease.rentPerM2Year = rent.toFixed(2);
}

/** The rent that the enterprise pays as the dossier stands; undefined where no company of the deal lets to it. */
export function presentRent({ deal, dossier }: SizedSupport, pathIndex: number): Decimal | undefined {
  const path = dossier.values.paths[pathIndex];
  if (path === undefined || !hasVehicle(path)) return undefined;
  if (path.lease.solve !== 'below-market') return path.lease.rentPerM2Year;
  const { calculation } = deal.setting;
  const line = calculation.line('fonciere.rent-per-m2') as Line;
  const [value] = readExactly(calculation, new Map(), [line]).of(line);
  return (value ?? new Decimal(0)).toDecimalPlaces(2);
}

/**
 * The rent at which the enterprise pays what is aimed at for its premises: the greatest, to the cent, that keeps its
 * occupancy cost within it. Nothing when even no rent is too dear.
 * @param draft loan already balanced; it is not changed
 */
export function rentAtOccupancy(
  draft: Draft,
  pathIndex: number,
  present: Decimal,
  wanted: Decimal,
): GivenRent {
  const known = new Map<number, Decimal | undefined>();
  const last = LARGEST_RENT.div(CENT).toNumber();
  const at = (cents: number): Decimal | undefined => {
    if (!known.has(cents)) {
      const tried = structuredClone(draft);
      giveRent(tried, pathIndex, CENT.times(cents));
      const sized = sizeDraft(tried, pathIndex);
      known.set(cents, sized && occupancyOf(sized));
    }
    return known.get(cents);
  };
  const isTooDear = (cents: number) => at(cents)?.gt(wanted) ?? true;
  let guess = present.div(CENT).round().toNumber();
  for (let guesses = 0; guesses < MOST_GUESSES; guesses++) {
    const step = 100;
    const [one, other] = [at(guess), at(guess + step)];
    if (one === undefined || other === undefined || other.lte(one)) break;
    const next = wanted.minus(one).times(step).div(other.minus(one)).floor().plus(guess).toNumber();
    const bounded = Math.min(last, Math.max(0, next));
    if (bounded === guess) break;
    guess = bounded;
  }
  // The first that is too dear, looked for from the guess: the one before is the greatest that is not.
  const dear = settle(isTooDear, Math.min(last, guess + 1), last) ?? last + 1;
  const cents = Math.max(0, dear - 1);
  return { rent: CENT.times(cents), present, occupancy: at(cents) };
}

/** Occupancy cost of a sized path. */
export function occupancyOf(sized: SizedSupport): Decimal | undefined {
  const { deal, occupancyMonth } = sized;
  if (occupancyMonth === undefined) return undefined;
  const figures = readExactly(deal.setting.calculation, new Map(), [occupancyMonth]);
  return occupancyCostOf(sized, figures) ?? undefined;
}
