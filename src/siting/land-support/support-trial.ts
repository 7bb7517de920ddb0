import { covenantResults } from '../../analysis/covenant-results.ts';
import type { Measures } from '../../analysis/measure-setting.ts';
import { addMeasures } from '../../analysis/measures.ts';
import { resolveDossier } from '../../dossier/resolution.ts';
import { lacksSite } from '../../dossier/sources.ts';
import { Decimal, ZERO } from '../../formula/decimal.ts';
import { type Figures, readExactly } from '../../formula/exact.ts';
import { writeMoney } from '../../formula/french.ts';
import type { Line } from '../../formula/operations.ts';
import { datedRatesOfReturn } from '../../formula/rates-of-return.ts';
import { monthEnd } from '../../formula/timeline.ts';
import type { Deal, Sizing } from '../../paths/deal.ts';
import { type SizedDeal, sizePath } from '../../paths/sizing.ts';
import type { Draft } from './draft.ts';
import {
  coverCovenant,
  investorFlow,
  LESS_THAN_A_CENT,
  type Margins,
  type SupportTargets,
  type TargetResult,
} from './targets.ts';

/** A level of support tried: loan sized anew, figures exact. */
export interface SupportTrial {
  /** The plan closes within the limits of the bank, and every target is met. */
  readonly holds: boolean;
  readonly results: readonly TargetResult[];
  readonly margins: Margins;
}

/** A dossier sized, with its measures: what a trial reads, and what the cost of a level is read in. */
export interface SizedSupport extends SizedDeal {
  readonly measures: Measures;
  /** Rent, charges, taxe foncière and the share of the annuities that pays for premises, by month of the cruising year. */
  readonly occupancyMonth: Line | undefined;
}

/**
 * Sizes a path of a draft.
 * @returns undefined when the dossier refuses what was written in it
 */
export function sizeDraft(draft: Draft, pathIndex: number): SizedSupport | undefined {
  const read = resolveDossier(draft);
  if (!read.ok || lacksSite(read.value.values, pathIndex)) return undefined;
  const sized = sizePath(read.value, pathIndex, read.value.values.site);
  const measures = addMeasures(sized.deal);
  return { ...sized, measures, occupancyMonth: measures.lines.get('premises-paid-month') };
}

/**
 * What a tenant of the deal pays, lacks and misses: its rent given, no support of the site changes it. Read once, with all
 * the figures of the path without support.
 */
export interface TenantHeld {
  readonly occupancy: Decimal | null;
  readonly gap: Decimal;
  /** Labels of its limits that are missed. */
  readonly missed: readonly string[];
}

/** Undefined where the enterprise itself borrows for its premises. */
export function tenantOf(sized: SizedSupport, figures: Figures): TenantHeld | undefined {
  const { deal } = sized;
  if (deal.borrower === deal.operator) return undefined;
  return {
    occupancy: occupancyCostOf(sized, figures),
    gap: single(figures, deal.operator.plan.gap) ?? ZERO,
    missed: missedOf(deal, figures, ({ company }) => company !== deal.borrower.id),
  };
}

/**
 * What a path holds of its targets, as sized.
 * @param tenant what need not be read again
 */
export function trialOf(sized: SizedSupport, targets: SupportTargets, tenant?: TenantHeld): SupportTrial {
  const { deal } = sized;
  const figures = readExactly(deal.setting.calculation, new Map(), wantedLines(sized, targets, tenant));
  const gap =
    tenant === undefined
      ? (single(figures, deal.plan.gap) ?? ZERO)
      : tenant.gap.plus(single(figures, deal.borrower.plan.gap) ?? ZERO);
  const missed =
    tenant === undefined
      ? missedOf(deal, figures, () => true)
      : [...missedOf(deal, figures, ({ company }) => company === deal.borrower.id), ...tenant.missed];
  const results = [
    planResult(gap, missed),
    ...occupancyResult(tenant === undefined ? occupancyCostOf(sized, figures) : tenant.occupancy, targets),
    ...coverResult(deal, figures, targets),
    ...returnResult(deal, figures, targets),
  ];
  return {
    holds: results.every(({ isMet }) => isMet),
    results,
    margins: new Map(
      results.map((result) => [result.id, result.id === 'plan' ? roomOf(sized, gap) : marginOf(result)]),
    ),
  };
}

function wantedLines(
  { deal, occupancyMonth }: SizedSupport,
  { investorIrr }: SupportTargets,
  tenant: TenantHeld | undefined,
): Line[] {
  const covenants =
    tenant === undefined
      ? deal.covenants
      : deal.covenants.filter(({ company }) => company === deal.borrower.id);
  const flow = investorIrr === undefined ? undefined : investorFlow(deal);
  return [
    ...(tenant === undefined
      ? [deal.plan.gap, ...(occupancyMonth === undefined ? [] : [occupancyMonth])]
      : [deal.borrower.plan.gap]),
    ...(flow === undefined ? [] : [flow.line]),
    ...(flow === undefined || deal.exit === undefined ? [] : [deal.exit.unfunded]),
    ...covenants.flatMap(({ value, limit, byYear }) =>
      [value, limit, byYear].filter((line) => line !== undefined),
    ),
  ];
}

function missedOf(
  deal: Deal,
  figures: Figures,
  isWatched: (covenant: Deal['covenants'][number]) => boolean,
): string[] {
  return covenantResults({ ...deal, covenants: deal.covenants.filter(isWatched) }, figures)
    .filter(({ met }) => met === false)
    .map(({ label }) => label);
}

function single(figures: Figures, line: Line): Decimal | null {
  return figures.of(line)[0] ?? null;
}

/** The plan closes, within every limit that the bank sets. */
function planResult(gap: Decimal, missed: readonly string[]): TargetResult {
  return {
    id: 'plan',
    label: 'Financement à trouver, dans les limites de la banque',
    unit: 'EUR',
    direction: 'at-most',
    limit: ZERO,
    value: gap.lt(LESS_THAN_A_CENT) ? ZERO : gap,
    isMet: gap.lt(LESS_THAN_A_CENT) && missed.length === 0,
    note:
      missed.length === 0
        ? undefined
        : `limites dépassées : ${missed.map((label) => `« ${label} »`).join(', ')}`,
  };
}

/** Below the limits of the bank, how much more could be lent; above, what is to be found. */
function roomOf({ sizings }: SizedSupport, gap: Decimal): Decimal | null {
  if (gap.gte(LESS_THAN_A_CENT)) return gap.negated();
  const rooms = sizings.flatMap((sizing) => roomUnder(sizing));
  return rooms.length === 0 ? null : Decimal.min(...rooms);
}

function roomUnder({ limits, need }: Sizing): Decimal[] {
  return limits.map(({ largestLoan }) => new Decimal(largestLoan).minus(need));
}

/** Paid for the premises by m² and year, in the cruising year; null when there is none before the horizon. */
export function occupancyCostOf({ deal, occupancyMonth }: SizedSupport, figures: Figures): Decimal | null {
  const month = occupancyMonth === undefined ? null : single(figures, occupancyMonth);
  const area = deal.setting.dossier.values.site?.floorAreaM2;
  if (month === null || area === undefined || area.isZero()) return null;
  return month.times(12).div(area);
}

function occupancyResult(value: Decimal | null, { occupancyCost }: SupportTargets): TargetResult[] {
  if (occupancyCost === undefined) return [];
  return [
    {
      id: 'occupancy-cost',
      label: 'Coût d’occupation en année de croisière',
      unit: 'EUR/m2/year',
      direction: 'at-most',
      limit: occupancyCost,
      value,
      isMet: value?.lte(occupancyCost) ?? false,
      note: value === null ? 'pas d’année de croisière avant l’horizon' : undefined,
    },
  ];
}

function coverResult(deal: Deal, figures: Figures, { minimumCover }: SupportTargets): TargetResult[] {
  const covenant = coverCovenant(deal);
  if (minimumCover === undefined || covenant === undefined) return [];
  const value = single(figures, covenant.value);
  return [
    {
      id: 'minimum-cover',
      label:
        deal.vehicle === undefined
          ? 'EBE / annuités, avant impôt, au plus bas des exercices testés'
          : 'Couverture des annuités par les loyers nets (DSCR), avant impôt, au plus bas des exercices testés',
      unit: 'ratio',
      direction: 'at-least',
      limit: minimumCover,
      value,
      isMet: value === null || value.gte(minimumCover),
      note: value === null ? 'aucun exercice testé : pas de prêt, ou pas d’année pleine' : undefined,
    },
  ];
}

function returnResult(deal: Deal, figures: Figures, { investorIrr }: SupportTargets): TargetResult[] {
  const flow = investorFlow(deal);
  if (investorIrr === undefined || flow === undefined) return [];
  const flows = figures
    .of(flow.line)
    .map((amount, month) => ({ date: monthEnd(figures.timeline, month), amount: amount ?? ZERO }))
    .filter(({ amount }) => !amount.isZero());
  const { rates } = datedRatesOfReturn(flows);
  const unfunded = deal.exit === undefined ? ZERO : (single(figures, deal.exit.unfunded) ?? ZERO);
  // A price that nobody pays makes no return.
  const isPaid = unfunded.lt(LESS_THAN_A_CENT);
  const [only, other] = rates;
  const value = only === undefined || other !== undefined ? null : only;
  return [
    {
      id: 'investor-irr',
      label: 'TRI de l’investisseur',
      unit: 'ratio',
      direction: 'at-least',
      limit: investorIrr,
      value,
      isMet: isPaid && value?.gte(investorIrr) === true,
      note: isPaid
        ? value === null
          ? `${rates.length === 0 ? 'aucun' : 'plusieurs'} taux de rendement`
          : undefined
        : `rachat non financé : ${writeMoney(unfunded)} du prix de sortie restent à trouver`,
    },
  ];
}

function marginOf({ direction, limit, value }: TargetResult): Decimal | null {
  if (value === null) return null;
  return direction === 'at-least' ? value.minus(limit) : limit.minus(value);
}
