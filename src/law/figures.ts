import { ACQUISITION_FIGURES } from './acquisition-figures.ts';
import { CORPORATE_TAX_FIGURES } from './corporate-tax-figures.ts';
import { DE_MINIMIS_GUARANTEE_FIGURES } from './de-minimis-guarantee.ts';
import type { LawFigure } from './figure.ts';
import { GROUP_FIGURES } from './group-figures.ts';
import { GUARANTEE_FIGURES } from './guarantee-limits.ts';
import { GUARANTOR_FIGURES } from './guarantor-figures.ts';
import { PROFIT_FIGURES } from './profit-figures.ts';
import { STATE_AID_FIGURES } from './state-aid-figures.ts';

/** Every figure of law by subject, in the order of the « Méthode » page. */
export const LAW_SUBJECTS: readonly { readonly title: string; readonly figures: readonly LawFigure[] }[] = [
  { title: 'Impôt sur les sociétés', figures: CORPORATE_TAX_FIGURES },
  { title: 'Associés et filiales', figures: GROUP_FIGURES },
  { title: 'Acquisition', figures: ACQUISITION_FIGURES },
  { title: 'Affectation du résultat', figures: PROFIT_FIGURES },
  { title: 'Garanties d’emprunt des collectivités', figures: GUARANTEE_FIGURES },
  { title: 'Autres garants', figures: GUARANTOR_FIGURES },
  { title: 'Aides d’État', figures: [...STATE_AID_FIGURES, ...DE_MINIMIS_GUARANTEE_FIGURES] },
];
