import type { LawFigure } from './figure.ts';

/** The numbers of the allocation of a profit, by legal form. */
export const SCOP_LEGAL_RESERVE: LawFigure<'ratio'> = {
  id: 'scop.legal-reserve',
  label: 'SCOP : dotation à la réserve légale',
  value: '0.15',
  unit: 'ratio',
  since: '1978-07-19',
  source: 'Loi 78-763 art. 33 1° (legal.tricoteuses.fr LEGIARTI000006289968)',
  confidence: 'sourced',
  note: 'Cesse quand la réserve égale le plus haut montant atteint par le capital.',
};

export const SCOP_LABOUR_SHARE: LawFigure<'ratio'> = {
  id: 'scop.labour-share',
  label: 'SCOP : part travail minimale',
  value: '0.25',
  unit: 'ratio',
  since: '1978-07-19',
  source: 'Loi 78-763 art. 33 3°',
  confidence: 'sourced',
  note: 'À tous les salariés ayant trois mois de présence ou six mois d’ancienneté.',
};

export const COOPERATIVE_LEGAL_RESERVE: LawFigure<'ratio'> = {
  id: 'cooperative.legal-reserve',
  label: 'Coopérative : dotation aux réserves (trois vingtièmes)',
  value: '0.15',
  unit: 'ratio',
  since: '1947-09-10',
  source: 'Loi 47-1775 art. 16 al. 2 (legifrance LEGIARTI000028965427)',
  confidence: 'sourced',
  note: 'Tant que les réserves totalisées n’atteignent pas le capital social.',
};

export const SCIC_STATUTORY_RESERVE: LawFigure<'ratio'> = {
  id: 'scic.statutory-reserve',
  label: 'SCIC : réserve statutaire, part du solde après réserve légale',
  value: '0.5',
  unit: 'ratio',
  since: '2001-07-17',
  source: 'Loi 47-1775 art. 19 nonies',
  confidence: 'sourced',
  note: 'Avec la réserve légale : 57,5 % au moins du bénéfice en réserves impartageables.',
};

export const ESS_RETENTION: LawFigure<'ratio'> = {
  id: 'ess.retention',
  label: 'Société commerciale de l’ESS : part du bénéfice gardée en réserves obligatoires ou en report',
  value: '0.5',
  unit: 'ratio',
  since: '2015-08-11',
  source: 'Loi 2014-856 art. 1 II 2° c ; arrêté du 3 août 2015 art. 2',
  confidence: 'sourced',
  note: 'La dotation au fonds de développement et la réserve légale y sont comprises.',
};

export const ESS_DEVELOPMENT_FUND: LawFigure<'ratio'> = {
  id: 'ess.development-fund',
  label: 'Société commerciale de l’ESS : dotation au fonds de développement',
  value: '0.2',
  unit: 'ratio',
  since: '2015-08-11',
  source: 'Loi 2014-856 art. 1 II 2° c ; arrêté du 3 août 2015 art. 1',
  confidence: 'sourced',
};

export const ESS_DEVELOPMENT_FUND_END: LawFigure<'ratio'> = {
  id: 'ess.development-fund-end',
  label: 'Société commerciale de l’ESS : réserves, en part du capital, auxquelles cesse la dotation',
  value: '0.2',
  unit: 'ratio',
  since: '2015-08-11',
  source: 'Loi 2014-856 art. 1 II 2° c ; arrêté du 3 août 2015 art. 1',
  confidence: 'sourced',
};

export const COMPANY_LEGAL_RESERVE: LawFigure<'ratio'> = {
  id: 'company.legal-reserve',
  label: 'Société par actions : dotation à la réserve légale',
  value: '0.05',
  unit: 'ratio',
  since: '2000-09-21',
  source: 'C. com. art. L232-10',
  confidence: 'memory',
};

export const COMPANY_LEGAL_RESERVE_END: LawFigure<'ratio'> = {
  id: 'company.legal-reserve-end',
  label: 'Société par actions : réserve légale, en part du capital, à laquelle cesse la dotation',
  value: '0.1',
  unit: 'ratio',
  since: '2000-09-21',
  source: 'C. com. art. L232-10',
  confidence: 'memory',
};

export const PROFIT_FIGURES: readonly LawFigure[] = [
  SCOP_LEGAL_RESERVE,
  SCOP_LABOUR_SHARE,
  COOPERATIVE_LEGAL_RESERVE,
  SCIC_STATUTORY_RESERVE,
  ESS_RETENTION,
  ESS_DEVELOPMENT_FUND,
  ESS_DEVELOPMENT_FUND_END,
  COMPANY_LEGAL_RESERVE,
  COMPANY_LEGAL_RESERVE_END,
];
