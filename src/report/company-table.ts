import type { ComputedDeal } from '../analysis/computed.ts';
import type { Table } from './table.ts';

/** A company of the deal: the operator, or the property company. */
export type Company = ComputedDeal['deal']['operator'];

/** Before the ids of the tables of the property company. */
export const VEHICLE_PREFIX = 'sci-';

/** The id and title of a table of one company: those of the operator bear no name. */
export function nameTable(
  { deal }: ComputedDeal,
  company: Company,
  id: string,
  title: string,
): Pick<Table, 'id' | 'title'> {
  if (company === deal.operator) return { id, title };
  return { id: `${VEHICLE_PREFIX}${id}`, title: `${title} – ${company.label}` };
}

/** What shareholders receive, in the word of the legal form. */
export function distributionLabel({ deal }: ComputedDeal, company: Company): string {
  if (company !== deal.operator) return 'Distributions aux associés';
  const { form } = deal.setting.dossier.values.operator;
  return form === 'SCOP' || form === 'SCIC' ? 'Intérêts aux parts sociales' : 'Dividendes';
}
