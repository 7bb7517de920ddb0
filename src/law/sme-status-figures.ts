import type { LawFigure } from './figure.ts';

/** The numbers of the European definition of small and medium-sized enterprises. */
const SOURCE = 'Recommandation 2003/361/CE annexe art. 2 ; RGEC 651/2014 annexe I art. 2';

const shared = { since: '2005-01-01', source: SOURCE, confidence: 'sourced' } as const;

export const SMALL_HEADCOUNT: LawFigure<'count'> = {
  ...shared,
  id: 'sme.small-headcount',
  label: 'Petite entreprise : effectif strictement inférieur à',
  value: '50',
  unit: 'count',
  note: 'En ETP, entreprises liées et partenaires comprises.',
};

export const SMALL_TURNOVER: LawFigure<'money'> = {
  ...shared,
  id: 'sme.small-turnover',
  label: 'Petite entreprise : chiffre d’affaires ou total du bilan, au plus',
  value: '10000000',
  unit: 'money',
};

export const MEDIUM_HEADCOUNT: LawFigure<'count'> = {
  ...shared,
  id: 'sme.medium-headcount',
  label: 'Moyenne entreprise : effectif strictement inférieur à',
  value: '250',
  unit: 'count',
  note: 'En ETP, entreprises liées et partenaires comprises.',
};

export const MEDIUM_TURNOVER: LawFigure<'money'> = {
  ...shared,
  id: 'sme.medium-turnover',
  label: 'Moyenne entreprise : chiffre d’affaires, au plus (ou total du bilan)',
  value: '50000000',
  unit: 'money',
};

export const MEDIUM_BALANCE_SHEET: LawFigure<'money'> = {
  ...shared,
  id: 'sme.medium-balance-sheet',
  label: 'Moyenne entreprise : total du bilan, au plus (ou chiffre d’affaires)',
  value: '43000000',
  unit: 'money',
};

export const EXEMPT_PUBLIC_SHARE_LIMIT: LawFigure<'ratio'> = {
  id: 'sme.exempt-public-share-limit',
  label: 'PME : part du capital admise chez les organismes publics dispensés, au plus',
  value: '0.5',
  unit: 'ratio',
  since: '2014-06-26',
  source: 'RGEC 651/2014 annexe I art. 3.2 (legislation.gov.uk)',
  confidence: 'sourced',
  note: 'Collectivités autonomes (moins de 10 M€ de budget et de 5 000 habitants), universités, investisseurs institutionnels dont les fonds de développement régional.',
};

export const SME_FIGURES: readonly LawFigure[] = [
  SMALL_HEADCOUNT,
  SMALL_TURNOVER,
  MEDIUM_HEADCOUNT,
  MEDIUM_TURNOVER,
  MEDIUM_BALANCE_SHEET,
  EXEMPT_PUBLIC_SHARE_LIMIT,
];
