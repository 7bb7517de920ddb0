import type { LawFigure } from './figure.ts';

/** The numbers of the agreement « entreprise solidaire d'utilité sociale ». */
const SALARIES = 'C. trav. art. L3332-17-1 ; carenews.com, « c’est quoi une ESUS »';
const CHARGES = 'C. trav. art. R3332-21-1 (etalab, copie de 2015)';

export const ESUS_SOCIAL_CHARGES: LawFigure<'ratio'> = {
  id: 'esus.social-charges',
  label: 'ESUS : part minimale des charges d’exploitation liées à l’utilité sociale',
  value: '0.66',
  unit: 'ratio',
  since: '2015-07-01',
  source: CHARGES,
  confidence: 'sourced',
  note: 'Moyenne des trois derniers exercices clos ; ou le critère de la rémunération financière.',
};

export const ESUS_FINANCIAL_MARGIN: LawFigure<'ratio'> = {
  id: 'esus.financial-margin',
  label: 'ESUS : marge, sur le TMO, sous laquelle reste la rémunération des financements',
  value: '0.05',
  unit: 'ratio',
  since: '2015-07-01',
  source: CHARGES,
  confidence: 'sourced',
  note:
    '(Dividendes et rémunération des financements non bancaires) / (capitaux propres et ces financements), sur trois ' +
    'exercices ; un arrêté peut changer la marge d’un quart au plus.',
};

export const ESUS_FIVE_SALARIES: LawFigure<'count'> = {
  id: 'esus.five-salaries',
  label: 'ESUS : moyenne des cinq plus hautes rémunérations, en SMIC annuels, au plus',
  value: '7',
  unit: 'count',
  since: '2014-08-01',
  source: SALARIES,
  confidence: 'sourced',
};

export const ESUS_HIGHEST_SALARY: LawFigure<'count'> = {
  id: 'esus.highest-salary',
  label: 'ESUS : plus haute rémunération, en SMIC annuels, au plus',
  value: '10',
  unit: 'count',
  since: '2014-08-01',
  source: SALARIES,
  confidence: 'sourced',
};

export const ESUS_YEARS: LawFigure<'years'> = {
  id: 'esus.years',
  label: 'ESUS : durée de l’agrément',
  value: '5',
  unit: 'years',
  since: '2015-08-05',
  source: 'Arrêté du 5 août 2015 (lettre économique de Gennevilliers)',
  confidence: 'sourced',
  note: 'Silence de deux mois : acceptation. Entreprises d’insertion, entreprises adaptées, ACI : de plein droit.',
};

export const ESUS_YOUNG_YEARS: LawFigure<'years'> = {
  id: 'esus.young-years',
  label: 'ESUS : durée de l’agrément d’une entreprise de moins de trois ans',
  value: '2',
  unit: 'years',
  since: '2015-08-05',
  source: 'Arrêté du 5 août 2015 (lettre économique de Gennevilliers)',
  confidence: 'sourced',
};

export const ESUS_FIGURES: readonly LawFigure[] = [
  ESUS_SOCIAL_CHARGES,
  ESUS_FINANCIAL_MARGIN,
  ESUS_FIVE_SALARIES,
  ESUS_HIGHEST_SALARY,
  ESUS_YEARS,
  ESUS_YOUNG_YEARS,
];
