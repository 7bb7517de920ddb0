import type { LawFigure } from './figure.ts';

/**
 * What guarantors other than local authorities accept: published conditions, none of them a text of law. Those that
 * were read are sourced; the others are usages of the place.
 */
export const FRANCE_ACTIVE_COVERAGE_CREATION: LawFigure<'ratio'> = {
  id: 'guarantor.france-active-coverage-creation',
  label: 'France Active Garantie : quotité maximale, création ou moins de trois ans',
  value: '0.65',
  unit: 'ratio',
  since: '2026-03-01',
  orEarlier: true,
  source: 'fonds-publics.fr/aides/garantie-france-active',
  confidence: 'sourced',
};

export const FRANCE_ACTIVE_COVERAGE: LawFigure<'ratio'> = {
  id: 'guarantor.france-active-coverage',
  label: 'France Active Garantie : quotité maximale, développement',
  value: '0.5',
  unit: 'ratio',
  since: '2026-03-01',
  orEarlier: true,
  source: 'ash.tm.fr ; tripleperformance',
  confidence: 'sourced',
};

export const FRANCE_ACTIVE_AMOUNT: LawFigure<'money'> = {
  id: 'guarantor.france-active-amount',
  label: 'France Active Garantie : montant garanti maximal',
  value: '200000',
  unit: 'money',
  since: '2026-03-01',
  orEarlier: true,
  source: 'fonds-publics.fr/aides/garantie-france-active',
  confidence: 'sourced',
  note: 'De 45 000 à 100 000 € selon les produits et les époques.',
};

export const FRANCE_ACTIVE_FEE: LawFigure<'ratio'> = {
  id: 'guarantor.france-active-fee',
  label: 'France Active Garantie : commission unique, sur le montant garanti',
  value: '0.025',
  unit: 'ratio',
  since: '2026-03-01',
  orEarlier: true,
  source: 'bpifrance-creation.fr (garanties égalité France Active)',
  confidence: 'sourced',
  note: 'La source dit « 2,5 % du montant » : l’usage est le montant garanti.',
};

export const FRANCE_ACTIVE_MONTHS: LawFigure<'months'> = {
  id: 'guarantor.france-active-months',
  label: 'France Active Garantie : durée maximale',
  value: '84',
  unit: 'months',
  since: '2026-03-01',
  orEarlier: true,
  source: 'bpifrance-creation.fr (garanties égalité France Active)',
  confidence: 'sourced',
};

export const FGIE_BANK_RISK: LawFigure<'ratio'> = {
  id: 'guarantor.fgie-bank-risk',
  label: 'FGIE : risque minimal gardé par la banque',
  value: '0.25',
  unit: 'ratio',
  since: '2015-01-01',
  source: 'ash.tm.fr (FGIE)',
  confidence: 'sourced',
};

export const SOFISCOP_COVERAGE: LawFigure<'ratio'> = {
  id: 'guarantor.sofiscop-coverage',
  label: 'Sofiscop : quotité maximale (25 ou 50 %)',
  value: '0.5',
  unit: 'ratio',
  since: '2015-06-01',
  source: 'essnormandie.org',
  confidence: 'sourced',
  note: 'Remplace les cautions personnelles.',
};

export const BPIFRANCE_COVERAGE: LawFigure<'ratio'> = {
  id: 'guarantor.bpifrance-coverage',
  label: 'Bpifrance, garantie développement : quotité usuelle',
  value: '0.5',
  unit: 'ratio',
  since: '2026-03-01',
  orEarlier: true,
  source: 'Bpifrance',
  confidence: 'memory',
  note: 'De 40 à 70 % ; la location immobilière (NAF 68.1 et 68.2) est exclue, sauf SCI patrimoniale d’exploitation.',
};

export const BPIFRANCE_FEE: LawFigure<'ratio/years'> = {
  id: 'guarantor.bpifrance-fee',
  label: 'Bpifrance : commission annuelle indicative, sur l’encours garanti',
  value: '0.008',
  unit: 'ratio/years',
  since: '2026-03-01',
  orEarlier: true,
  source: 'Bpifrance',
  confidence: 'uncertain',
  note: 'De 0,6 à 1,2 % de l’encours de crédit selon la quotité.',
};

export const MUTUAL_GUARANTEE_COVERAGE: LawFigure<'ratio'> = {
  id: 'guarantor.mutual-coverage',
  label: 'SIAGI, SOCAMA : quotité maximale usuelle, hors contre-garantie européenne',
  value: '0.8',
  unit: 'ratio',
  since: '2026-03-01',
  orEarlier: true,
  source: 'fourchette de place, aucun texte lu',
  confidence: 'uncertain',
  note: 'De 50 à 80 % ; commission unique de 1,5 à 3 %.',
};

export const MUTUAL_GUARANTEE_FEE: LawFigure<'ratio'> = {
  id: 'guarantor.mutual-fee',
  label: 'SIAGI, SOCAMA : commission unique indicative, sur le montant garanti',
  value: '0.02',
  unit: 'ratio',
  since: '2026-03-01',
  orEarlier: true,
  source: 'fourchette de place, aucun texte lu',
  confidence: 'uncertain',
};

export const GUARANTOR_FIGURES: readonly LawFigure[] = [
  FRANCE_ACTIVE_COVERAGE_CREATION,
  FRANCE_ACTIVE_COVERAGE,
  FRANCE_ACTIVE_AMOUNT,
  FRANCE_ACTIVE_FEE,
  FRANCE_ACTIVE_MONTHS,
  FGIE_BANK_RISK,
  SOFISCOP_COVERAGE,
  BPIFRANCE_COVERAGE,
  BPIFRANCE_FEE,
  MUTUAL_GUARANTEE_COVERAGE,
  MUTUAL_GUARANTEE_FEE,
];
