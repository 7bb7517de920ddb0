import { ESS_CAPITAL_RULES } from './ess-capital.ts';
import { ESUS_RULES } from './esus-rules.ts';
import { GROUP_RULES } from './group-rules.ts';
import { GUARANTEE_RULES } from './guarantee-rules.ts';
import { IMPACT_CONTRACT_RULES } from './impact-contract-rules.ts';
import { IR_PME_RULES } from './ir-pme-rules.ts';
import { LAND_INSTRUMENT_RULES } from './land-instrument-rules.ts';
import type { LawRule } from './law-rule.ts';
import { LOCAL_AUTHORITY_RULES } from './local-authority.ts';
import { REGULATED_INSTRUMENT_RULES } from './regulated-instruments.ts';
import { SCIC_COLLEGE_RULES } from './scic-college-rules.ts';
import { SCOP_HOLDING_RULES } from './scop-holding.ts';
import { SHARE_INTEREST_RULE } from './share-interest-cap.ts';
import { SUPPORT_RULES } from './support-rules.ts';
import { TAX_REGIME_RULES } from './tax-regime-rules.ts';

export type { LawRule } from './law-rule.ts';

/** Associates of a société civile answer for its debts. */
export const SCI_LIABILITY_RULE: LawRule = {
  rule: 'sci.liability',
  article: 'C. civ. art. 1857',
  reason: 'Les associés d’une SCI répondent de ses dettes sans limite, à proportion de leurs parts.',
  confidence: 'sourced',
};

/** How profits are taxed and shared, and what follows an event rather than the date of law. */
const CALCULATION_RULES: readonly LawRule[] = [
  {
    rule: 'corporate-tax.transparent-company',
    article: 'CGI art. 8 et 238 bis K',
    reason:
      'Une SCI à l’impôt sur le revenu ne paie pas d’impôt : chaque associé est imposé sur sa part, selon son propre régime.',
    confidence: 'sourced',
  },
  {
    rule: 'local-tax.scop-exemption',
    article: 'CGI art. 1456',
    reason:
      'L’exonération de CFE d’une SCOP ne s’étend ni à une SCI, ni à une SCIC, ni à une SAS. La CFE n’est calculée pour aucune société.',
    confidence: 'sourced',
  },
  {
    rule: 'vat.rent-option',
    article: 'CGI art. 260 2° et 261 D ; annexe II art. 194',
    reason:
      'Un loyer de locaux nus est exonéré de TVA, sauf option par immeuble ; sans option, la TVA des travaux est une charge.',
    confidence: 'sourced',
  },
  {
    rule: 'transfer-duty.deed-date',
    article: 'CGI art. 1594 D ; LF 2025 art. 116',
    reason: 'Les droits de mutation suivent le jour de l’acte et le département, non la date du dossier.',
    confidence: 'sourced',
  },
  SHARE_INTEREST_RULE,
  {
    rule: 'scop.share-interest',
    article: 'Loi 78-763 art. 33 4°',
    reason:
      'Les intérêts aux parts d’une SCOP ne dépassent ni les réserves dotées, ni la part travail ; le plafond de taux des autres coopératives ne s’y applique pas.',
    confidence: 'sourced',
  },
  {
    rule: 'cooperative.nominal',
    article: 'Loi 47-1775 art. 18',
    reason: 'Une part de coopérative est remboursée au nominal, moins les pertes : jamais de plus-value.',
    confidence: 'sourced',
  },
  SCI_LIABILITY_RULE,
];

/** Every rule by subject, in the order of the « Méthode » page: one line a subject. */
export const RULE_SUBJECTS: readonly { readonly title: string; readonly rules: readonly LawRule[] }[] = [
  { title: 'SCOP : capital et voix', rules: Object.values(SCOP_HOLDING_RULES) },
  { title: 'SCIC : catégories et collèges', rules: Object.values(SCIC_COLLEGE_RULES) },
  { title: 'Collectivités : capital et avances', rules: Object.values(LOCAL_AUTHORITY_RULES) },
  { title: 'Garanties d’emprunt des collectivités', rules: Object.values(GUARANTEE_RULES) },
  { title: 'Titres, contrats et baux réglementés', rules: Object.values(REGULATED_INSTRUMENT_RULES) },
  { title: 'Portage, baux de longue durée, occupations', rules: Object.values(LAND_INSTRUMENT_RULES) },
  { title: 'Contrat à impact', rules: Object.values(IMPACT_CONTRACT_RULES) },
  { title: 'Société de l’ESS : réduction de capital', rules: Object.values(ESS_CAPITAL_RULES) },
  { title: 'Groupes : actions, contrôle, sortie', rules: Object.values(GROUP_RULES) },
  { title: 'Agrément ESUS', rules: Object.values(ESUS_RULES) },
  { title: 'Réduction d’impôt des particuliers (IR-PME)', rules: Object.values(IR_PME_RULES) },
  { title: 'Bonification, prêt d’honneur, mécénat', rules: Object.values(SUPPORT_RULES) },
  { title: 'Régimes fiscaux', rules: Object.values(TAX_REGIME_RULES) },
  { title: 'Impôts, partage et événements', rules: CALCULATION_RULES },
];
