import type { ResolvedDossier } from '../dossier/resolution.ts';
import { lacksSite } from '../dossier/sources.ts';
import { type Decimal, ZERO } from '../formula/decimal.ts';
import { type Figures, readExactly } from '../formula/exact.ts';
import { writeMonth } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import type { Company } from '../paths/company.ts';
import type { Covenant, Deal, SizedRent, Sizing } from '../paths/deal.ts';
import { sizePath } from '../paths/sizing.ts';
import { covenantResults } from './covenant-results.ts';
import { type AmountQuestion, withValues } from './search-questions.ts';

/** What one company lacks, and why its loan does not bring it. */
export interface Lack {
  readonly amount: Decimal;
  /** Label of the limit that keeps the loan too small; undefined when the loan was typed, or when no loan closes. */
  readonly limit: string | undefined;
  readonly why: 'limit' | 'typed-loan' | 'unreachable';
}

/** A limit that is set, with what is reached, not rounded. */
export interface TriedLimit extends Pick<Covenant, 'id' | 'label' | 'direction'> {
  readonly limit: Decimal;
  /** Null when nothing is tested: no loan, no full year. */
  readonly value: Decimal | null;
  readonly isMissed: boolean;
}

/** The lowest cash of a company until the horizon. */
export interface LowestCash {
  readonly company: string;
  readonly amount: Decimal;
  /** « mars 2031 » */
  readonly month: string;
  /** Read from the entry into service. */
  readonly sinceOpening: boolean;
}

/** A path with one amount tried: loans and rent sized anew, figures exact. */
export interface PlanTrial {
  readonly amount: Decimal;
  /** Nothing is to be found, the rent sought exists, and every limit that is set and tested is met. */
  readonly holds: boolean;
  readonly gap: Decimal;
  readonly totalUses: Decimal;
  /** What no loan pays, over the uses; null when there are none. */
  readonly ownFundsShare: Decimal | null;
  readonly lacks: readonly Lack[];
  readonly limits: readonly TriedLimit[];
  readonly loans: readonly { readonly label: string; readonly amount: Decimal }[];
  readonly rent: SizedRent | undefined;
  readonly lowestCash: readonly LowestCash[];
  /** What is above each target, by name: money or ratio, negative when missed, null when not defined. */
  readonly margins: ReadonlyMap<string, Decimal | null>;
}

const LESS_THAN_A_CENT = '0.005';

function linesOf(deal: Deal): Line[] {
  return [
    deal.plan.gap,
    deal.plan.totalUses,
    deal.ownFundsShare,
    ...deal.companies.flatMap(({ plan, books }) => [plan.gap, books.cash]),
    ...deal.covenants.flatMap(({ value, limit, byYear, slack }) =>
      [value, limit, byYear, slack].filter((line) => line !== undefined),
    ),
  ];
}

function single(figures: Figures, line: Line): Decimal {
  return figures.of(line)[0] ?? ZERO;
}

function lackOf(deal: Deal, company: Company, amount: Decimal, sizings: readonly Sizing[]): Lack {
  const sizing = sizings.find((item) => item.company === company.id);
  if (sizing === undefined) return { amount, limit: undefined, why: 'typed-loan' };
  const covenant = deal.covenants.find(({ id }) => id === sizing.binding);
  if (covenant === undefined) return { amount, limit: undefined, why: 'unreachable' };
  return { amount, limit: covenant.label, why: 'limit' };
}

/** The limits that are set, read as the page of the path reads them. */
function limitsOf(deal: Deal, figures: Figures): TriedLimit[] {
  const results = covenantResults(deal, figures);
  return deal.covenants.flatMap(({ id, label, direction, value, limit }, index) => {
    const asked = limit === undefined ? null : (figures.of(limit)[0] ?? null);
    if (asked === null) return [];
    const isMissed = results[index]?.met === false;
    return [{ id, label, direction, limit: asked, value: figures.of(value)[0] ?? null, isMissed }];
  });
}

/**
 * The lowest cash of a company until the horizon. A property company is empty until it opens, its plan bringing what
 * it pays: read from its opening, unless its cash were negative before.
 */
function lowestCashOf(figures: Figures, deal: Deal, { label, books }: Company): LowestCash {
  const { horizonYears } = deal.setting.dossier.values;
  const cash = figures.of(books.cash).slice(0, horizonYears * 12 + 1);
  const opening = figures.assumption('project.opening').toNumber();
  const isOpened = books.company !== deal.operator.books.company;
  const isNegativeBefore = cash.slice(0, opening).some((value) => value?.lt(0) === true);
  const sinceOpening = isOpened && !isNegativeBefore;
  let month = sinceOpening ? opening : 0;
  for (const [index, value] of cash.entries()) {
    if (index > month && (value ?? ZERO).lt(cash[month] ?? ZERO)) month = index;
  }
  return {
    company: label,
    amount: cash[month] ?? ZERO,
    month: writeMonth(figures.timeline, month),
    sinceOpening,
  };
}

/**
 * A path as it would be with another amount of own funds or ticket.
 * @returns undefined when the dossier refuses the amount, or has no site
 */
export function tryAmount(
  dossier: ResolvedDossier,
  pathIndex: number,
  question: AmountQuestion,
  amount: Decimal,
): PlanTrial | undefined {
  const changed = withValues(dossier, { [question.place]: amount.toFixed(2) });
  if (!changed.ok || lacksSite(changed.value.values, pathIndex)) return undefined;
  const { deal, sizings, rent } = sizePath(changed.value, pathIndex, changed.value.values.site);
  const figures = readExactly(deal.setting.calculation, new Map(), linesOf(deal));
  const gap = single(figures, deal.plan.gap);
  const limits = limitsOf(deal, figures);
  const margins = new Map<string, Decimal | null>([['gap', gap.negated()]]);
  for (const { id, slack } of deal.covenants) {
    if (slack !== undefined) margins.set(id, figures.of(slack)[0] ?? null);
  }
  return {
    amount,
    holds: gap.lt(LESS_THAN_A_CENT) && (rent?.isFound ?? true) && limits.every(({ isMissed }) => !isMissed),
    gap,
    totalUses: single(figures, deal.plan.totalUses),
    ownFundsShare: figures.of(deal.ownFundsShare)[0] ?? null,
    lacks: deal.companies.flatMap((company) => {
      const missing = single(figures, company.plan.gap);
      return missing.lt(LESS_THAN_A_CENT) ? [] : [lackOf(deal, company, missing, sizings)];
    }),
    limits,
    loans: deal.companies.map(({ label, termsPath }) => ({
      label,
      amount: figures.assumption(`${termsPath}.amount`),
    })),
    rent,
    lowestCash: deal.companies.map((company) => lowestCashOf(figures, deal, company)),
    margins,
  };
}
