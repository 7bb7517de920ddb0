import { Decimal } from '../formula/decimal.ts';
import { prepareExact } from '../formula/exact.ts';
import { datedRatesOfReturn } from '../formula/rates-of-return.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { ComputedDeal } from './computed.ts';

/** What the investor's return becomes when the exit comes sooner or later, at another yield. */
export interface ExitGrid {
  /** Years after signature. */
  readonly years: readonly number[];
  readonly yields: readonly Decimal[];
  /** Rates by year, then by yield; null where there is none, or several. */
  readonly rates: readonly (readonly (Decimal | null)[])[];
}

const YEARS = [5, 7, 10, 12, 15];
const STEP = new Decimal('0.01');

const known = new WeakMap<ComputedDeal, ExitGrid | undefined>();

/**
 * The investor's rate of return by exit year and capitalisation yield, all else equal: loan and rent keep their
 * amounts. Every cell is an exact reading of its flows.
 * @returns undefined when the path has no investor
 */
export function exitGrid(computed: ComputedDeal): ExitGrid | undefined {
  if (!known.has(computed)) known.set(computed, computeGrid(computed));
  return known.get(computed);
}

function computeGrid({ deal, figures }: ComputedDeal): ExitGrid | undefined {
  const { path, investor, setting } = deal;
  if (path.kind !== 'sci' || investor === undefined) return undefined;
  const { calculation, dossier } = setting;
  const yearId = `${deal.borrower.termsPath.replace(/\.terms$/, '')}.exit.year`;
  const yieldId = 'site.exitYield';
  const firstYear = Math.floor(figures.assumption('project.opening').toNumber() / 12) + 1;
  const years = [...new Set([...YEARS, path.exit.year])]
    .filter((year) => year >= firstYear && year <= dossier.values.horizonYears)
    .sort((one, other) => one - other);
  const central = figures.assumption(yieldId);
  const yields = [central.minus(STEP), central, central.plus(STEP)].filter((rate) => rate.gt(STEP));
  const reader = prepareExact(calculation, { varying: [yearId, yieldId], wanted: [investor.flow] });
  const rateOf = (year: number, rate: Decimal): Decimal | null => {
    const inputs = new Map([
      [yearId, new Decimal(year)],
      [yieldId, rate],
    ]);
    const flows = reader
      .read(inputs)
      .of(investor.flow)
      .flatMap((amount, month) =>
        amount === null || amount.isZero() ? [] : [{ date: monthEnd(calculation.timeline, month), amount }],
      );
    const { rates } = datedRatesOfReturn(flows);
    return rates.length === 1 ? (rates[0] as Decimal) : null;
  };
  return { years, yields, rates: years.map((year) => yields.map((rate) => rateOf(year, rate))) };
}
