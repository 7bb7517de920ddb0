import type { ComputedDeal } from '../analysis/computed.ts';
import type { Table } from './table.ts';

/** A company of the deal: the operator, the property company, another subsidiary of a holding. */
export type Company = ComputedDeal['deal']['operator'];
/** What of it every company has: books and statements, a plan or not. */
export type KeptCompany = NonNullable<ComputedDeal['deal']['group']>['subsidiaries'][number];

/** Before the ids of the tables of the property company. */
export const VEHICLE_PREFIX = 'sci-';

/** A title with the name of its company, when the deal has two. */
export function withName({ deal }: ComputedDeal, title: string, { label }: KeptCompany): string {
  return deal.vehicle === undefined ? title : `${title} – ${label}`;
}

/** The id and title of a table of one company: the ids of the operator bear no name. */
export function nameTable(
  computed: ComputedDeal,
  company: KeptCompany,
  id: string,
  title: string,
): Pick<Table, 'id' | 'title'> {
  const { operator, vehicle } = computed.deal;
  const prefix = company === operator ? '' : company === vehicle ? VEHICLE_PREFIX : `${company.id}-`;
  return { id: `${prefix}${id}`, title: withName(computed, title, company) };
}

/** What shareholders receive, in the word of the legal form. */
export function distributionLabel({ deal }: ComputedDeal, company: KeptCompany): string {
  if (company !== deal.operator) return 'Distributions aux associés';
  const { form } = deal.setting.dossier.values.operator;
  return form === 'SCOP' || form === 'SCIC' ? 'Intérêts aux parts sociales' : 'Dividendes';
}
