import type { ResolvedDossier } from '../dossier/resolution.ts';
import { hasVehicle, lacksSite } from '../dossier/sources.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import { readExactly, type Value } from '../formula/exact.ts';
import type { Covenant, Deal, SizedRent, Sizing } from '../paths/deal.ts';
import { type SizedDeal, sizePath } from '../paths/sizing.ts';
import { type LoanQuestion, type RentQuestion, withValues } from './search-questions.ts';

/** The rent that a property company needs, with its check: the DSCR of each tested year, there and one cent lower. */
export interface RentAnswer {
  readonly kind: 'rent';
  readonly rent: SizedRent;
  readonly target: Decimal;
  /** Rent of the first year of the dossier, when it is typed. */
  readonly typed: Decimal | undefined;
  /** Of the market at entry into service. */
  readonly market: Decimal | undefined;
  readonly years: readonly { readonly year: number; readonly atRent: Value; readonly before: Value }[];
}

/** The loan that closes the plan of a company, with its check: what is left of it, there and one euro lower. */
export interface LoanAnswer {
  readonly kind: 'loan';
  readonly need: Decimal;
  /** Sources less uses, at the need and one euro lower; undefined when no loan is needed. */
  readonly atNeed: Decimal;
  readonly before: Decimal | undefined;
  /** No amount closes the plan. */
  readonly isUnreachable: boolean;
  readonly limits: readonly { readonly label: string; readonly largest: Decimal; readonly binds: boolean }[];
  /** Label of the limit that keeps the loan smaller, and that loan. */
  readonly limited: { readonly by: string; readonly loan: Decimal } | undefined;
  /** Amount of the dossier, when it is typed. */
  readonly typed: Decimal | undefined;
}

/** The path with one of its amounts asked to be solved, whether or not the dossier asks it. */
function solved(
  dossier: ResolvedDossier,
  pathIndex: number,
  place: string,
  solve: string,
): SizedDeal | undefined {
  const changed = withValues(dossier, { [`${place}.solve`]: solve });
  if (!changed.ok || lacksSite(changed.value.values, pathIndex)) return undefined;
  return sizePath(changed.value, pathIndex, changed.value.values.site);
}

/** The cover of each year, at two values of an assumption. */
function coversOf(deal: Deal, covenant: Covenant, place: string, values: readonly (string | undefined)[]) {
  const { calculation } = deal.setting;
  const { byYear } = covenant;
  return values.map((value): readonly Value[] =>
    byYear === undefined || value === undefined
      ? []
      : readExactly(calculation, new Map([[place, new Decimal(value)]]), [byYear]).of(byYear),
  );
}

/** @returns undefined when the path has no figures */
export function answerRent(
  dossier: ResolvedDossier,
  pathIndex: number,
  question: RentQuestion,
): RentAnswer | undefined {
  const sized = solved(dossier, pathIndex, question.place, 'target-cover');
  const path = dossier.values.paths[pathIndex];
  const covenant = sized?.deal.covenants.find(({ id }) => id === 'dscr');
  if (sized?.rent === undefined || covenant === undefined || path === undefined || !hasVehicle(path))
    return undefined;
  const { deal, rent } = sized;
  const { calculation } = deal.setting;
  const market = calculation.line('site.market-rent-at-opening');
  const place = `${question.place}.rentPerM2Year`;
  const rents = rent.isFound ? [rent.rentPerM2Year, rent.before?.rentPerM2Year] : [];
  const [atRent = [], before = []] = coversOf(deal, covenant, place, rents);
  return {
    kind: 'rent',
    rent,
    target: path.lease.targetCover,
    typed: path.lease.solve === 'none' ? path.lease.rentPerM2Year : undefined,
    market: readExactly(calculation, new Map(), [market]).of(market)[0] ?? undefined,
    years: calculation.timeline.years.flatMap(({ calendarYear }, index) => {
      const value = atRent[index] ?? null;
      return value === null ? [] : [{ year: calendarYear, atRent: value, before: before[index] ?? null }];
    }),
  };
}

function limitsOf({ limits, binding }: Sizing): LoanAnswer['limits'] {
  return limits.map(({ id, label, largestLoan }) => ({
    label,
    largest: new Decimal(largestLoan),
    binds: id === binding,
  }));
}

/** @returns undefined when the path has no figures */
export function answerLoan(
  dossier: ResolvedDossier,
  pathIndex: number,
  question: LoanQuestion,
): LoanAnswer | undefined {
  const sized = solved(dossier, pathIndex, question.place, 'balancing-loan');
  const amountPath = `${question.place}.amount`;
  const sizing = sized?.sizings.find((item) => item.amountPath === amountPath);
  const company = sized?.deal.companies.find(({ id }) => id === sizing?.company);
  if (sized === undefined || sizing === undefined || company === undefined) return undefined;
  const { surplus } = company.plan;
  const surplusAt = (amount: Decimal): Decimal =>
    readExactly(sized.deal.setting.calculation, new Map([[amountPath, amount]]), [surplus]).of(surplus)[0] ??
    ZERO;
  const need = new Decimal(sizing.need);
  const limits = limitsOf(sizing);
  const binding = limits.find(({ binds }) => binds);
  const terms = company.terms;
  const typed = dossier.values.paths[pathIndex];
  const typedTerms =
    typed !== undefined && hasVehicle(typed) && question.place.endsWith('operatorTerms')
      ? typed.operatorTerms
      : typed?.terms;
  return {
    kind: 'loan',
    need,
    atNeed: surplusAt(need),
    before: need.isZero() ? undefined : surplusAt(need.minus(1)),
    isUnreachable: sizing.binding === 'unreachable',
    limits,
    limited: binding === undefined ? undefined : { by: binding.label, loan: terms.amount },
    typed: typedTerms?.solve === 'none' ? typedTerms.amount : undefined,
  };
}
