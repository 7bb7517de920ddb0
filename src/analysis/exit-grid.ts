import { Decimal } from '../formula/decimal.ts';
import { prepareExact } from '../formula/exact.ts';
import { datedRatesOfReturn } from '../formula/rates-of-return.ts';
import { monthEnd } from '../formula/timeline.ts';
import type { ComputedDeal } from './computed.ts';

/** What the investor's return becomes when the exit comes sooner or later, at another yield or multiple. */
export interface ExitGrid {
  /** Years after signature. */
  readonly years: readonly number[];
  /** What the price is read on beside the year: a capitalisation rate, or a multiple of EBE. */
  readonly of: 'yield' | 'multiple';
  /** That of the dossier. */
  readonly central: Decimal;
  readonly steps: readonly Decimal[];
  /** Rates by year, then by yield; null where there is none, or several. */
  readonly rates: readonly (readonly (Decimal | null)[])[];
  /** By year, at the value of the dossier, without the cap of return; undefined when there is none. */
  readonly withoutCap: readonly (Decimal | null)[] | undefined;
}

const YEARS = [5, 7, 10, 12, 15];
/** A yearly return that no exit reaches. */
const NO_CAP = new Decimal(10);
/** A point of capitalisation rate, once the EBE. */
const STEPS = { yield: new Decimal('0.01'), multiple: new Decimal(1) } as const;

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
  const { path, investor, setting, group } = deal;
  if ((path.kind !== 'sci' && path.kind !== 'esus-holding') || investor === undefined) return undefined;
  const { calculation, dossier } = setting;
  const place = (group?.issuer ?? deal.borrower).termsPath.replace(/\.terms$/, '');
  const yearId = `${place}.exit.year`;
  const of = path.kind === 'sci' ? 'yield' : 'multiple';
  const stepId = of === 'yield' ? 'site.exitYield' : `${place}.exit.multiple`;
  const step = STEPS[of];
  const firstYear = Math.floor(figures.assumption('project.opening').toNumber() / 12) + 1;
  const years = [...new Set([...YEARS, path.exit.year])]
    .filter((year) => year >= firstYear && year <= dossier.values.horizonYears)
    .sort((one, other) => one - other);
  const central = figures.assumption(stepId);
  const steps =
    of === 'yield'
      ? [central.minus(step), central, central.plus(step)].filter((value) => value.gt(step))
      : // Down to nothing: what is left to investors is the walls and the cash.
        [new Decimal(0), central.div(2), central, central.plus(step)];
  const capId = `${place}.exit.capAnnualRate`;
  // Without shares to sell (bonds only), nothing is capped, whatever the dossier says.
  const isCapped = calculation.assumptions.has(capId);
  const reader = prepareExact(calculation, {
    varying: [yearId, stepId, ...(isCapped ? [capId] : [])],
    wanted: [investor.flow],
  });
  const rateOf = (year: number, value: Decimal, isFree = false): Decimal | null => {
    const inputs = new Map([
      [yearId, new Decimal(year)],
      [stepId, value],
      ...(isFree ? [[capId, NO_CAP] as const] : []),
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
  return {
    years,
    of,
    central,
    steps,
    rates: years.map((year) => steps.map((value) => rateOf(year, value))),
    withoutCap: isCapped ? years.map((year) => rateOf(year, central, true)) : undefined,
  };
}
