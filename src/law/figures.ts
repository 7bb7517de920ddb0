import { ACQUISITION_FIGURES } from './acquisition-figures.ts';
import { CORPORATE_TAX_FIGURES } from './corporate-tax-figures.ts';
import type { LawFigure } from './figure.ts';
import { GROUP_FIGURES } from './group-figures.ts';
import { GUARANTEE_FIGURES } from './guarantee-limits.ts';
import { IR_PME_FIGURES } from './ir-pme-figures.ts';
import { PROFIT_FIGURES } from './profit-figures.ts';
import { REFERENCE_RATE_FIGURES } from './reference-rate-figures.ts';
import { SHARE_INTEREST_FIGURES } from './share-interest-cap.ts';
import { STATE_AID_FIGURES } from './state-aid-figures.ts';
import { WAGE_FIGURES } from './wage-figures.ts';

/** Every figure of law by subject, in the order of the « Méthode » page. */
export const LAW_SUBJECTS: readonly { readonly title: string; readonly figures: readonly LawFigure[] }[] = [
  { title: 'Impôt sur les sociétés', figures: CORPORATE_TAX_FIGURES },
  { title: 'Associés et filiales', figures: GROUP_FIGURES },
  { title: 'Acquisition', figures: ACQUISITION_FIGURES },
  { title: 'Affectation du résultat', figures: PROFIT_FIGURES },
  { title: 'Intérêts aux parts de coopératives', figures: SHARE_INTEREST_FIGURES },
  { title: 'Réduction d’impôt des particuliers (IR-PME)', figures: IR_PME_FIGURES },
  { title: 'Garanties d’emprunt des collectivités', figures: GUARANTEE_FIGURES },
  { title: 'Aides d’État', figures: STATE_AID_FIGURES },
  { title: 'Salaires', figures: WAGE_FIGURES },
  { title: 'Taux de référence', figures: REFERENCE_RATE_FIGURES },
];
