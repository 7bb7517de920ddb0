import type { Confidence } from './figure.ts';

/** A rule of law that the calculation follows, which is not a number. Printed on « Méthode ». */
export interface LawRule {
  /** Stable, English, dotted. */
  readonly rule: string;
  readonly article: string;
  /** What it says, in French, as a sentence. */
  readonly reason: string;
  readonly confidence: Confidence;
}

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
    rule: 'corporate-tax.each-company',
    article: 'CGI art. 223 A',
    reason:
      'L’intégration fiscale demande 95 % du capital ; elle n’est jamais appliquée ici : chaque société paie son impôt.',
    confidence: 'sourced',
  },
  {
    rule: 'corporate-tax.labour-share',
    article: 'CGI art. 214',
    reason: 'La part travail d’une SCOP est déduite de son résultat fiscal.',
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
  {
    rule: 'ir-pme.payment-date',
    article: 'CGI art. 199 terdecies-0 A',
    reason: 'La réduction d’impôt des particuliers suit le jour du versement.',
    confidence: 'sourced',
  },
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
  {
    rule: 'sci.liability',
    article: 'C. civ. art. 1857',
    reason: 'Les associés d’une SCI répondent de ses dettes sans limite, à proportion de leurs parts.',
    confidence: 'sourced',
  },
];

/** Every rule by subject, in the order of the « Méthode » page: one line a subject. */
export const RULE_SUBJECTS: readonly { readonly title: string; readonly rules: readonly LawRule[] }[] = [
  { title: 'Impôts, partage et événements', rules: CALCULATION_RULES },
];
