import type { ComputedDeal } from '../analysis/computed.ts';
import { vehicleWords } from '../dossier/vehicle-words.ts';
import type { Line } from '../formula/operations.ts';
import type { ComputedColumn } from './computed-column.ts';

/** A cover of annuities read in a column, under a name that says which ratio it is. */
export interface NamedCover {
  /** « P1 : DSCR de la SCI » */
  readonly label: string;
  readonly line: Line;
  /** The smallest that the lender accepts; undefined when it sets none. */
  readonly limit: Line | undefined;
}

function named({ covenants }: ComputedDeal['deal'], label: string, line: Line): NamedCover {
  const covenant = covenants.find(({ byYear }) => byYear?.id === line.id);
  return { label, line, limit: covenant?.limit };
}

/**
 * The covers of a column: the ratio that every column has, the operator's EBE over its annuities; then, with a property
 * company, what its bank reads, which is another ratio: its net rents over its own annuities. Both before tax.
 */
export function coversOf({ name, computed: { deal } }: ComputedColumn): NamedCover[] {
  const operator = named(deal, `${name} : EBE / annuités de l’exploitant`, deal.operatorCover.beforeTax);
  if (deal.vehicle === undefined) return [operator];
  return [operator, named(deal, `${name} : DSCR ${vehicleWords(deal.path.kind).of}`, deal.cover.beforeTax)];
}
