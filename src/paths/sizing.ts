import type { Site } from '../dossier/dossier.ts';
import { type ResolvedDossier, resolveDossier } from '../dossier/resolution.ts';
import { Decimal } from '../formula/decimal.ts';
import type { Assumption, Line } from '../formula/operations.ts';
import { largestThatHolds, smallestThatHolds } from '../formula/search.ts';
import { composeBankLoan } from './bank-loan.ts';
import type { Deal, SizedLimit, Sizing } from './deal.ts';
import { OPERATOR } from './operating-company.ts';

/** No deal of these users comes near it: above, the search would be a mistake. */
const LARGEST_LOAN = new Decimal('10000000000');
const ONE_EURO = new Decimal(1);
const NOTHING = new Decimal(0);

export interface SizedDeal {
  readonly dossier: ResolvedDossier;
  readonly deal: Deal;
  readonly sizing: Sizing | undefined;
}

/**
 * The loan that closes the plan, rounded up to the euro, within the limits of the bank, each rounded down.
 * The amount found becomes an ordinary input of the dossier, said to be solved.
 */
export function sizeBankLoan(dossier: ResolvedDossier, pathIndex: number, site: Site): SizedDeal {
  const path = dossier.values.paths[pathIndex];
  const deal = composeBankLoan(dossier, pathIndex, site);
  if (path?.terms.solve !== 'balancing-loan') return { dossier, deal, sizing: undefined };
  const amountPath = `paths[${pathIndex}].terms.amount`;
  const { calculation } = deal.setting;
  const assumption = calculation.assumptions.get(amountPath) as Assumption;
  const searchOf = (line: Line<'money' | 'ratio', 'once'>) => ({
    calculation,
    assumption,
    line,
    from: NOTHING,
    to: LARGEST_LOAN,
    step: ONE_EURO,
  });
  const found = smallestThatHolds(searchOf(deal.operator.plan.surplus)).value;
  const limits: SizedLimit[] = [];
  // When costs grow as fast as the loan, no loan closes the plan: all of it is to be found elsewhere.
  const need = found ?? NOTHING;
  let loan = need;
  let binding = found === undefined ? 'unreachable' : 'need';
  for (const covenant of deal.covenants) {
    if (covenant.slack === undefined) continue;
    const largest = largestThatHolds(searchOf(covenant.slack)).value ?? NOTHING;
    limits.push({ id: covenant.id, label: covenant.label, largestLoan: largest.toFixed(0) });
    if (largest.lt(loan)) {
      loan = largest;
      binding = covenant.id;
    }
  }
  const solved = resolveDossier(dossier.typed, { ...solvedOf(dossier), [amountPath]: loan.toFixed(2) });
  if (!solved.ok) throw new Error(`the solved dossier is refused: ${JSON.stringify(solved.problems)}`);
  return {
    dossier: solved.value,
    deal: composeBankLoan(solved.value, pathIndex, site),
    sizing: { company: OPERATOR, amountPath, need: need.toFixed(0), limits, binding, loan: loan.toFixed(0) },
  };
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
