import { ACQUISITION_FIGURES } from './acquisition-figures.ts';
import { AID_CEILING_FIGURES } from './aid-ceiling-figures.ts';
import { CORPORATE_TAX_FIGURES } from './corporate-tax-figures.ts';
import { DE_MINIMIS_FIGURES } from './de-minimis-figures.ts';
import type { LawFigure } from './figure.ts';
import { GROUP_FIGURES } from './group-figures.ts';
import { GUARANTEE_FIGURES } from './guarantee-limits.ts';
import { PROFIT_FIGURES } from './profit-figures.ts';
import { SME_FIGURES } from './sme-status-figures.ts';
import { STATE_AID_FIGURES } from './state-aid-figures.ts';

/** Every figure of law by subject, in the order of the « Méthode » page. */
export const LAW_SUBJECTS: readonly { readonly title: string; readonly figures: readonly LawFigure[] }[] = [
  { title: 'Impôt sur les sociétés', figures: CORPORATE_TAX_FIGURES },
  { title: 'Associés et filiales', figures: GROUP_FIGURES },
  { title: 'Acquisition', figures: ACQUISITION_FIGURES },
  { title: 'Affectation du résultat', figures: PROFIT_FIGURES },
  { title: 'Garanties d’emprunt des collectivités', figures: GUARANTEE_FIGURES },
  { title: 'Aides d’État', figures: [...STATE_AID_FIGURES, ...DE_MINIMIS_FIGURES] },
  {
    title: 'Aides d’État : taille de l’entreprise et plafonds',
    figures: [...SME_FIGURES, ...AID_CEILING_FIGURES],
  },
];
