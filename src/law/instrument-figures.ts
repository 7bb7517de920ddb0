import type { LawFigure } from './figure.ts';

/** The numbers of titres participatifs, titres associatifs and long leases on the ground. */
export const TITRE_PARTICIPATIF_YEARS: LawFigure<'years'> = {
  id: 'titre-participatif.years',
  label: 'Titre participatif : années avant lesquelles l’émetteur ne peut pas le rembourser',
  value: '7',
  unit: 'years',
  since: '1983-01-03',
  source: 'C. com. art. L228-36 (kiwix, Titre participatif)',
  confidence: 'sourced',
  note: 'Créance de dernier rang, après les prêts participatifs. Émetteurs : coopératives, mutuelles, établissements publics.',
};

export const TITRE_PARTICIPATIF_VARIABLE_BASE: LawFigure<'ratio'> = {
  id: 'titre-participatif.variable-base',
  label: 'Titre participatif : part du nominal sur laquelle la rémunération variable est calculée, au plus',
  value: '0.4',
  unit: 'ratio',
  since: '1983-01-03',
  source: 'C. com. art. R228-49 (tricoteuses.fr LEGIARTI000006344266)',
  confidence: 'sourced',
  note: 'Plafond de l’assiette, non du coupon : le coupon variable peut en dépasser 40 %.',
};

export const TITRE_ASSOCIATIF_YEARS: LawFigure<'years'> = {
  id: 'titre-associatif.years',
  label: 'Titre associatif : durée minimale',
  value: '7',
  unit: 'years',
  since: '2014-08-01',
  source: 'CMF art. L213-9 s. ; senat.fr/rap/a13-070',
  confidence: 'sourced',
  note: 'Activité économique effective depuis deux ans ; remboursable si les excédents cumulés dépassent le nominal.',
};

export const ASSOCIATION_BOND_ACTIVITY_YEARS: LawFigure<'years'> = {
  id: 'association.bond-activity-years',
  label: 'Association : années d’activité économique avant d’émettre obligations ou titres associatifs',
  value: '2',
  unit: 'years',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CMF art. L213-8 (etalab, copie de 2015)',
  confidence: 'sourced',
};

export const BRSA_YEARS: LawFigure<'years'> = {
  id: 'brsa.years',
  label: 'Bail réel solidaire d’activité : durée minimale',
  value: '12',
  unit: 'years',
  since: '2023-02-08',
  source: 'CCH art. L256-1 à L256-21 (ord. 2023-80) ; thavocats.fr',
  confidence: 'sourced',
  note: 'Et non 18 ans, durée du bail réel solidaire de logement. Décret d’application à vérifier.',
};

export const BRSA_EMPLOYEES: LawFigure<'count'> = {
  id: 'brsa.employees',
  label: 'Bail réel solidaire d’activité : effectif auquel le preneur n’est plus une microentreprise',
  value: '10',
  unit: 'count',
  since: '2023-02-08',
  source: 'CCH art. L256-2 ; annalesdesloyers.fr',
  confidence: 'sourced',
};

export const BRSA_TURNOVER: LawFigure<'money'> = {
  id: 'brsa.turnover',
  label: 'Bail réel solidaire d’activité : chiffre d’affaires ou bilan du preneur, au plus',
  value: '2000000',
  unit: 'money',
  since: '2023-02-08',
  source: 'CCH art. L256-2 ; annalesdesloyers.fr',
  confidence: 'sourced',
};

export const INSTRUMENT_FIGURES: readonly LawFigure[] = [
  TITRE_PARTICIPATIF_YEARS,
  TITRE_PARTICIPATIF_VARIABLE_BASE,
  TITRE_ASSOCIATIF_YEARS,
  ASSOCIATION_BOND_ACTIVITY_YEARS,
  BRSA_YEARS,
  BRSA_EMPLOYEES,
  BRSA_TURNOVER,
];
