import type { ComputedDeal } from '../analysis/computed.ts';
import type { Table } from './table.ts';

/** A company of the deal: the operator, or the property company. */
export type Company = ComputedDeal['deal']['operator'];

/** Before the ids of the tables of the property company. */
export const VEHICLE_PREFIX = 'sci-';

/** A title with the name of its company, when the deal has two. */
export function withName({ deal }: ComputedDeal, title: string, { label }: Company): string {
  return deal.vehicle === undefined ? title : `${title} – ${label}`;
}

/** The id and title of a table of one company: the ids of the operator bear no name. */
export function nameTable(
  computed: ComputedDeal,
  company: Company,
  id: string,
  title: string,
): Pick<Table, 'id' | 'title'> {
  const isOperator = company === computed.deal.operator;
  return { id: isOperator ? id : `${VEHICLE_PREFIX}${id}`, title: withName(computed, title, company) };
}

/** What shareholders receive, in the word of the legal form. */
export function distributionLabel({ deal }: ComputedDeal, company: Company): string {
  if (company !== deal.operator) return 'Distributions aux associés';
  const { form } = deal.setting.dossier.values.operator;
  return form === 'SCOP' || form === 'SCIC' ? 'Intérêts aux parts sociales' : 'Dividendes';
}
