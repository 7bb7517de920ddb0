import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';

type Debt = ComputedDeal['deal']['setting']['ledger']['debts'][number];

/** Words of the trade, written small after a colon; a name that was typed keeps its capital. */
const COMMON_NOUN = /^(Prêt|Avance|Relais|Compte|Obligation|Emprunt|Crédit|Refinancement)/;

/** The name of a debt after that of its company. */
function afterColon(label: string): string {
  return COMMON_NOUN.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/** « SCI : prêt bancaire »: whose debt it is, where two companies borrow. */
export function debtName({ deal }: ComputedDeal, { borrower, label }: Debt): string {
  return `${borrower === deal.vehicle?.id ? vehicleWords(deal.path.kind).name : 'Exploitant'} : ${afterColon(label)}`;
}

/** « P1, SCI : prêt bancaire », « R1 : prêt bancaire »: the debt of a column, with its company where there are two. */
export function comparedDebtName(name: string, computed: ComputedDeal, debt: Debt): string {
  if (computed.deal.vehicle === undefined) return `${name} : ${afterColon(debt.label)}`;
  return `${name}, ${debtName(computed, debt).replace(/^Exploitant/, 'exploitant')}`;
}
