import { type Decimal, ZERO } from '../../formula/decimal.ts';
import type { Line } from '../../formula/operations.ts';
import type { TransferNature } from '../../ledger/natures.ts';
import type { DealGuarantee } from '../../paths/guarantee-figures.ts';
import { type Monthly, monthsOf, type ReadSupport } from './read-support.ts';
import type { CostOfForm, LevelUnit, OpenForm } from './support-form.ts';
import { taxesOf } from './support-returns.ts';

/** What a support costs in one fiscal year of the giver; negative: it receives. */
export interface BudgetYear {
  readonly year: number;
  readonly operating: Decimal;
  readonly investment: Decimal;
  /** Guaranteed at the end of the year: outside the budget, never added to it. */
  readonly offBalance: Decimal;
}

/** What a support costs, beside the same path without it. */
export interface SupportCost {
  /** Paid less received, in euros of each year. */
  readonly paid: Decimal;
  /** The same to the horizon at the public rate; of a guarantee, its expected loss. */
  readonly presentCost: Decimal;
  readonly expectedLoss: Decimal | undefined;
  /** Years in which something happens. */
  readonly budget: readonly BudgetYear[];
  readonly costPerJob: Decimal | null;
  readonly costPerInsertionJob: Decimal | null;
  /** Month after signature from which taxes born of the project have given back what the support cost; null: not before the horizon, or nothing paid. */
  readonly paybackMonth: number | null;
}

/** What a party pays less what it receives, month after month, in transfers of some natures. */
function netPaid(read: ReadSupport, party: string, natures: readonly TransferNature[]): Monthly {
  const { ledger, calculation } = read.sized.deal.setting;
  const sums = Array.from({ length: calculation.timeline.months }, () => ZERO);
  for (const { from, to, nature, amount } of ledger.transfers) {
    if (!natures.includes(nature) || (from !== party && to !== party)) continue;
    for (const [month, value] of monthsOf(read, amount).entries())
      sums[month] = from === party ? (sums[month] ?? ZERO).plus(value) : (sums[month] ?? ZERO).minus(value);
  }
  return sums;
}

function difference(withSupport: Monthly, without: Monthly): Monthly {
  return withSupport.map((value, month) => value.minus(without[month] ?? ZERO));
}

function guaranteeOf(read: ReadSupport, id: string | undefined): DealGuarantee | undefined {
  return read.sized.deal.guarantees?.list.find(({ terms }) => terms.id === id);
}

/** Discounted at the public rate, what falls until the horizon. */
function present({ sized, figures }: ReadSupport, flow: Monthly): Decimal {
  const factor = figures.of('measure.public-factor');
  const { horizonYears } = sized.deal.setting.dossier.values;
  return flow
    .slice(0, horizonYears * 12 + 1)
    .reduce((sum, value, month) => sum.plus(value.times(factor[month] ?? ZERO)), ZERO);
}

/** The expected loss of a guarantee, each year of its loan counted at its end. */
function expectedLossFlow(read: ReadSupport, { expectedLoss }: DealGuarantee): Monthly {
  const { timeline } = read.figures;
  const flow = Array.from({ length: timeline.months }, () => ZERO);
  const last = flow.length - 1;
  for (const [year, value] of read.figures.of(expectedLoss).entries()) {
    const month = Math.min(last, (year + 1) * 12);
    flow[month] = (flow[month] ?? ZERO).plus(value ?? ZERO);
  }
  return flow;
}

/** What the giver pays for a level of support, by year and in present value: the path with it less the path without. */
export function costOf(form: OpenForm, withSupport: ReadSupport, without: ReadSupport): SupportCost {
  const { cost } = form;
  const flows = flowsOf(cost, withSupport, without);
  const guarantee = guaranteeOf(withSupport, cost.guarantee);
  const all = flows.operating.map((value, month) => value.plus(flows.investment[month] ?? ZERO));
  const loss = guarantee && expectedLossFlow(withSupport, guarantee);
  const presentCost = present(withSupport, loss ?? all).toDecimalPlaces(2);
  const { jobsCreated, insertionJobsCreated } = withSupport.sized.deal.activity;
  return {
    paid: all.reduce((sum, value) => sum.plus(value), ZERO),
    presentCost,
    expectedLoss: loss?.reduce((sum, value) => sum.plus(value), ZERO).toDecimalPlaces(2),
    budget: budgetOf(withSupport, flows, guarantee),
    costPerJob: perJob(withSupport, presentCost, jobsCreated),
    costPerInsertionJob: perJob(withSupport, presentCost, insertionJobsCreated),
    paybackMonth: paybackOf(withSupport, all),
  };
}

/**
 * The first month from which, until the horizon, cumulated taxes are never below the cumulated cost; never before the first
 * payment: nothing is given back before it was given.
 */
function paybackOf(read: ReadSupport, paid: Monthly): number | null {
  const taxes = taxesOf(read);
  const { horizonYears } = read.sized.deal.setting.dossier.values;
  let missing = ZERO;
  let since: number | null = null;
  let isPaid = false;
  for (const [month, value] of paid.slice(0, horizonYears * 12 + 1).entries()) {
    missing = missing.plus(value).minus(taxes[month] ?? ZERO);
    isPaid ||= value.gt(0);
    if (missing.gt(0)) since = null;
    else if (isPaid) since ??= month;
  }
  return since;
}

function flowsOf(cost: CostOfForm, withSupport: ReadSupport, without: ReadSupport) {
  const { party, countedShare } = cost;
  const of = (natures: readonly TransferNature[]) => {
    const counted = difference(netPaid(withSupport, party, natures), netPaid(without, party, natures));
    if (countedShare === undefined) return counted;
    return counted.map((value) => value.div(countedShare).toDecimalPlaces(2));
  };
  return { operating: of(cost.operating), investment: of(cost.investment) };
}

function perJob({ figures }: ReadSupport, amount: Decimal, line: Line): Decimal | null {
  const jobs = figures.of(line)[0] ?? null;
  return jobs === null || jobs.lte(0) ? null : amount.div(jobs).toDecimalPlaces(2);
}

function budgetOf(
  read: ReadSupport,
  { operating, investment }: { readonly operating: Monthly; readonly investment: Monthly },
  guarantee: DealGuarantee | undefined,
): BudgetYear[] {
  const balance = guarantee === undefined ? [] : monthsOf(read, guarantee.balance);
  const sum = (flow: Monthly, from: number, to: number) =>
    flow.slice(from, to + 1).reduce((total, value) => total.plus(value), ZERO);
  return read.figures.timeline.years
    .map(({ calendarYear, firstMonth, lastMonth }) => ({
      year: calendarYear,
      operating: sum(operating, firstMonth, lastMonth),
      investment: sum(investment, firstMonth, lastMonth),
      offBalance: balance[lastMonth] ?? ZERO,
    }))
    .filter((year) => !year.operating.isZero() || !year.investment.isZero() || !year.offBalance.isZero());
}

/** What is given: the level itself in euros, what is guaranteed, or all that a level given year after year costs. */
export function nominalOf(
  unit: LevelUnit,
  level: Decimal,
  form: OpenForm,
  read: ReadSupport,
  paid: Decimal,
): Decimal {
  if (unit === 'EUR') return level;
  const guarantee = guaranteeOf(read, form.cost.guarantee);
  return guarantee === undefined ? paid : (read.figures.of(guarantee.guaranteed)[0] ?? ZERO);
}
