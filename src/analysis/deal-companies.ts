import type { KeptCompany } from '../paths/company.ts';
import type { Deal } from '../paths/deal.ts';

/** Every company whose books are kept: those that have a part of the project to finance, then other subsidiaries. */
export function keptCompanies({ companies, group }: Deal): readonly KeptCompany[] {
  return [...companies, ...(group?.subsidiaries ?? [])];
}
