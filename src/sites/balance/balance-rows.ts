import type { CostItemId } from '../cost/cost-lines.ts';

/** The headings of a bilan d’aménagement, in the order in which French practice writes them. */
export const BALANCE_ROWS = {
  studies: 'Études préalables et pré-opérationnelles',
  land: 'Acquisitions foncières et frais',
  clearing: 'Libération et mise en état des sols',
  servicing: 'Travaux d’aménagement (VRD, espaces publics)',
  fees: 'Honoraires techniques',
  taxes: 'Impôts, assurances et portage',
  selling: 'Frais de commercialisation et divers',
  remuneration: 'Rémunération de l’aménageur',
  contingencies: 'Aléas',
  interest: 'Frais financiers',
  rights: 'Cessions de droits à construire',
  'land-charge': 'Charge foncière payée pour les locaux de l’entreprise',
  authority: 'Participation de la collectivité',
  grants: 'Subventions',
} as const;
export type BalanceRowId = keyof typeof BALANCE_ROWS;

/** Costs of the site that each heading gathers; the buildings are not in a bilan d’aménagement. */
export const ITEMS_OF_ROW: Partial<Record<BalanceRowId, readonly CostItemId[]>> = {
  studies: ['studies'],
  land: ['purchase', 'purchase-costs'],
  clearing: ['demolition', 'asbestos', 'depollution', 'unsealing', 'soil-restoration'],
  servicing: ['servicing'],
  fees: ['fees'],
  taxes: ['guarding', 'upkeep', 'taxe-fonciere'],
  contingencies: ['contingencies'],
};

/** Items that bear no VAT: purchase of an old site and its duties, taxe foncière. */
export const WITHOUT_VAT: readonly CostItemId[] = ['purchase', 'purchase-costs', 'taxe-fonciere'];
