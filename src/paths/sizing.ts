import type { Site } from '../dossier/dossier.ts';
import { type ResolvedDossier, resolveDossier } from '../dossier/resolution.ts';
import type { Calculation } from '../formula/calculation.ts';
import { Decimal } from '../formula/decimal.ts';
import type { Assumption, Line } from '../formula/operations.ts';
import { type Found, findAll } from '../formula/search.ts';
import { composeBankLoan } from './bank-loan.ts';
import type { Deal, SizedLimit, Sizing } from './deal.ts';

/** No deal of these users comes near it: above, the search would be a mistake. */
const LARGEST_LOAN = new Decimal('10000000000');
const ONE_EURO = new Decimal(1);
const NOTHING = new Decimal(0);

/** A limit of the lender: the loan may grow as long as the slack is not negative. */
export interface LoanLimit {
  readonly id: string;
  readonly label: string;
  readonly slack: Line<'money' | 'ratio', 'once'>;
}

/** A loan sized, with what the searches say of it. */
export interface SizedLoan {
  readonly sizing: Sizing;
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
  calculation: Calculation,
  amount: Assumption,
  surplus: Line<'money', 'once'>,
  limits: readonly LoanLimit[],
): SizedLoan {
  const search = { calculation, assumption: amount, from: NOTHING, to: LARGEST_LOAN, step: ONE_EURO };
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
  readonly dossier: ResolvedDossier;
  readonly deal: Deal;
  readonly sizing: Sizing | undefined;
}

/**
 * R1 with its loan: the one typed, or the one that closes the plan within the limits of the bank.
 * The amount found becomes an ordinary input of the dossier, said to be solved.
 */
export function sizeBankLoan(dossier: ResolvedDossier, pathIndex: number, site: Site): SizedDeal {
  const path = dossier.values.paths[pathIndex];
  const deal = composeBankLoan(dossier, pathIndex, site);
  if (path?.terms.solve !== 'balancing-loan') return { dossier, deal, sizing: undefined };
  const amountPath = `paths[${pathIndex}].terms.amount`;
  const { calculation } = deal.setting;
  const assumption = calculation.assumptions.get(amountPath) as Assumption;
  const limits = deal.covenants.flatMap(({ id, label, slack }) =>
    slack === undefined ? [] : [{ id, label, slack }],
  );
  const { sizing, amount } = sizeLoan(calculation, assumption, deal.plan.surplus, limits);
  const solved = resolveDossier(dossier.typed, { ...solvedOf(dossier), [amountPath]: amount.toFixed(2) });
  if (!solved.ok) throw new Error(`the solved dossier is refused: ${JSON.stringify(solved.problems)}`);
  return { dossier: solved.value, deal: composeBankLoan(solved.value, pathIndex, site), sizing };
}

/** The values already solved, when several paths are sized one after the other. */
function solvedOf(dossier: ResolvedDossier): Record<string, string> {
  const solved: Record<string, string> = {};
  for (const [path, origin] of Object.entries(dossier.origins)) {
    if (origin === 'solved') {
      const amount = path.match(/^paths\[(\d+)\]/);
      const index = Number(amount?.[1]);
      solved[path] = dossier.values.paths[index]?.terms.amount.toFixed(2) ?? '0.00';
    }
  }
  return solved;
}
