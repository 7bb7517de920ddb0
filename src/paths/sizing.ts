import type { Site } from '../dossier/dossier.ts';
import { type ResolvedDossier, withSolved } from '../dossier/resolution.ts';
import { hasVehicle } from '../dossier/sources.ts';
import type { Calculation } from '../formula/calculation.ts';
import { Decimal } from '../formula/decimal.ts';
import type { Assumption, Line } from '../formula/operations.ts';
import { type Found, findAll, type Given, smallestThatHolds } from '../formula/search.ts';
import type { Company } from './company.ts';
import { composePath } from './compose.ts';
import type { Deal, SizedLimit, SizedRent, Sizing } from './deal.ts';

/** No deal of these users comes near it: above, the search would be a mistake. */
const LARGEST_LOAN = new Decimal('10000000000');
const ONE_EURO = new Decimal(1);
const NOTHING = new Decimal(0);
/** Rents are searched by the cent of euro a square metre and year, up to far above any market. */
const ONE_CENT = new Decimal('0.01');
const LARGEST_RENT = new Decimal('5000');

/** A limit of the lender: the loan may grow as long as the slack is not negative. */
export interface LoanLimit {
  readonly id: string;
  readonly label: string;
  readonly slack: Line<'money' | 'ratio', 'once'>;
}

/** A loan sized, with what the searches say of it. */
export interface SizedLoan {
  readonly sizing: Omit<Sizing, 'company' | 'amountPath'>;
  readonly amount: Decimal;
  /** The search of the loan that closes the plan: its check, or the nearest that any loan comes to closing it. */
  readonly closing: Found;
  /** The search of each limit, by its id. */
  readonly searches: ReadonlyMap<string, Found>;
}

/**
 * The loan that closes a plan, rounded up to the euro, within limits each rounded down.
 * @param amount the assumption that holds the loan
 * @param surplus sources less uses: not negative once the plan is closed
 * @returns the loan; 0 is the need when no loan closes the plan, all of it being then to be found elsewhere
 */
export function sizeLoan(
  { calculation, given }: { readonly calculation: Calculation; readonly given?: Given },
  amount: Assumption,
  surplus: Line<'money', 'once'>,
  limits: readonly LoanLimit[],
): SizedLoan {
  const search = {
    calculation,
    ...(given === undefined ? {} : { given }),
    assumption: amount,
    from: NOTHING,
    to: LARGEST_LOAN,
    step: ONE_EURO,
  };
  const [closing, ...largest] = findAll(search, [
    { line: surplus, value: 'smallest' },
    ...limits.map(({ slack }) => ({ line: slack, value: 'largest' as const })),
  ]) as [Found, ...Found[]];
  const need = closing.value ?? NOTHING;
  let loan = need;
  let binding = closing.value === undefined ? 'unreachable' : 'need';
  const sized: SizedLimit[] = [];
  for (const [index, { id, label }] of limits.entries()) {
    const allowed = largest[index]?.value ?? NOTHING;
    sized.push({ id, label, largestLoan: allowed.toFixed(0) });
    if (allowed.lt(loan)) {
      loan = allowed;
      binding = id;
    }
  }
  return {
    sizing: { need: need.toFixed(0), limits: sized, binding, loan: loan.toFixed(0) },
    amount: loan,
    closing,
    searches: new Map(limits.map(({ id }, index) => [id, largest[index] as Found] as const)),
  };
}

export interface SizedDeal {
  /** With the amounts found in place. */
  readonly dossier: ResolvedDossier;
  readonly deal: Deal;
  /** The loans sized: that of the borrower of the site first. */
  readonly sizings: readonly Sizing[];
  readonly rent: SizedRent | undefined;
  /** Amounts found, by their place in the dossier. */
  readonly solved: Readonly<Record<string, string>>;
}

/**
 * A path with its solved amounts, one unknown at a time: the loan of who buys, the rent of its lease, the loan of the
 * operator. Each becomes an ordinary input of the dossier, said to be solved.
 *
 * Rent given: the loan is the need within the limits of the bank. Rent solved: the loan is the need, the rent the
 * smallest that holds the target cover every tested year; limits are then checks (DOMAIN § 5).
 */
export function sizePath(dossier: ResolvedDossier, pathIndex: number, site: Site | null): SizedDeal {
  const deal = composePath(dossier, pathIndex, site);
  const { calculation } = deal.setting;
  const given = new Map<string, Decimal>();
  const sizings: Sizing[] = [];
  const isRentSolved = hasVehicle(deal.path) && deal.path.lease.solve === 'target-cover';
  const sizeLoanOf = (company: Company): void => {
    const amountPath = `${company.termsPath}.amount`;
    if (company.terms.solve !== 'balancing-loan') return;
    const limits =
      isRentSolved && company === deal.vehicle
        ? []
        : deal.covenants.flatMap(({ id, label, slack, company: watched }) =>
            slack === undefined || watched !== company.id ? [] : [{ id, label, slack }],
          );
    const { sizing, amount } = sizeLoan(
      { calculation, given },
      calculation.assumptions.get(amountPath) as Assumption,
      company.plan.surplus,
      limits,
    );
    given.set(amountPath, amount);
    sizings.push({ company: company.id, amountPath, ...sizing });
  };
  sizeLoanOf(deal.borrower);
  let rent: SizedRent | undefined;
  if (isRentSolved) {
    const rentPath = `paths[${pathIndex}].lease.rentPerM2Year`;
    const found = smallestThatHolds({
      calculation,
      given,
      assumption: calculation.assumptions.get(rentPath) as Assumption,
      line: calculation.line(`${deal.borrower.planId}.dscr.target-slack`) as Line<'ratio', 'once'>,
      from: NOTHING,
      to: LARGEST_RENT,
      step: ONE_CENT,
    });
    const value = found.value ?? NOTHING;
    given.set(rentPath, value);
    rent = {
      rentPerM2Year: value.toFixed(2),
      reached: found.reached?.toFixed() ?? null,
      isFound: found.value !== undefined,
      before:
        found.neighbour === undefined
          ? null
          : {
              rentPerM2Year: found.neighbour.value.toFixed(2),
              reached: found.neighbour.reached?.toFixed() ?? null,
            },
    };
  }
  if (deal.borrower !== deal.operator) sizeLoanOf(deal.operator);
  const solved = Object.fromEntries([...given].map(([path, value]) => [path, value.toFixed(2)]));
  if (given.size === 0) return { dossier, deal, sizings, rent, solved };
  const whole = withSolved(dossier, solved);
  if (!whole.ok) throw new Error(`the solved dossier is refused: ${JSON.stringify(whole.problems)}`);
  return {
    dossier: whole.value,
    deal: composePath(whole.value, pathIndex, site),
    sizings,
    rent,
    solved,
  };
}
