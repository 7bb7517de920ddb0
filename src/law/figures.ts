import { ACQUISITION_FIGURES } from './acquisition-figures.ts';
import { AID_CEILING_FIGURES } from './aid-ceiling-figures.ts';
import { CLIMATE_FIGURES } from './climate-value.ts';
import { COOPERATIVE_FIGURES } from './cooperative-figures.ts';
import { CORPORATE_TAX_FIGURES } from './corporate-tax-figures.ts';
import { DE_MINIMIS_FIGURES } from './de-minimis-figures.ts';
import { DE_MINIMIS_GUARANTEE_FIGURES } from './de-minimis-guarantee.ts';
import { ESS_CAPITAL_FIGURES } from './ess-capital.ts';
import { ESUS_FIGURES } from './esus-figures.ts';
import type { LawFigure } from './figure.ts';
import { GROUP_FIGURES } from './group-figures.ts';
import { GUARANTEE_FIGURES } from './guarantee-limits.ts';
import { GUARANTOR_FIGURES } from './guarantor-figures.ts';
import { INSTRUMENT_FIGURES } from './instrument-figures.ts';
import { IR_PME_FIGURES } from './ir-pme-figures.ts';
import { LAND_LEASE_FIGURES } from './land-lease-figures.ts';
import { LOCAL_AUTHORITY_FIGURES } from './local-authority-figures.ts';
import { PATRONAGE_FIGURES } from './patronage-figures.ts';
import { PROFIT_FIGURES } from './profit-figures.ts';
import { REFERENCE_RATE_FIGURES } from './reference-rate-figures.ts';
import { SHARE_INTEREST_FIGURES } from './share-interest-cap.ts';
import { SME_FIGURES } from './sme-status-figures.ts';
import { STATE_AID_FIGURES } from './state-aid-figures.ts';
import { TAX_REGIME_FIGURES } from './tax-regime-figures.ts';
import { WAGE_FIGURES } from './wage-figures.ts';

/** Every figure of law by subject, in the order of the « Méthode » page. */
export const LAW_SUBJECTS: readonly { readonly title: string; readonly figures: readonly LawFigure[] }[] = [
  { title: 'Coopératives : capital et voix', figures: COOPERATIVE_FIGURES },
  { title: 'Société de l’ESS : capital', figures: ESS_CAPITAL_FIGURES },
  { title: 'Agrément ESUS', figures: ESUS_FIGURES },
  { title: 'Titres et baux réglementés', figures: INSTRUMENT_FIGURES },
  { title: 'Baux de longue durée', figures: LAND_LEASE_FIGURES },
  { title: 'Collectivités au capital', figures: LOCAL_AUTHORITY_FIGURES },
  { title: 'Impôt sur les sociétés', figures: CORPORATE_TAX_FIGURES },
  { title: 'Régimes fiscaux : conditions', figures: TAX_REGIME_FIGURES },
  { title: 'Associés et filiales', figures: GROUP_FIGURES },
  { title: 'Acquisition', figures: ACQUISITION_FIGURES },
  { title: 'Affectation du résultat', figures: PROFIT_FIGURES },
  { title: 'Intérêts aux parts de coopératives', figures: SHARE_INTEREST_FIGURES },
  { title: 'Réduction d’impôt des particuliers (IR-PME)', figures: IR_PME_FIGURES },
  { title: 'Mécénat d’entreprise', figures: PATRONAGE_FIGURES },
  { title: 'Garanties d’emprunt des collectivités', figures: GUARANTEE_FIGURES },
  { title: 'Autres garants', figures: GUARANTOR_FIGURES },
  { title: 'Salaires', figures: WAGE_FIGURES },
  { title: 'Taux de référence', figures: REFERENCE_RATE_FIGURES },
  {
    title: 'Aides d’État',
    figures: [...STATE_AID_FIGURES, ...DE_MINIMIS_FIGURES, ...DE_MINIMIS_GUARANTEE_FIGURES],
  },
  {
    title: 'Aides d’État : taille de l’entreprise et plafonds',
    figures: [...SME_FIGURES, ...AID_CEILING_FIGURES],
  },
  { title: 'Impact', figures: CLIMATE_FIGURES },
];
