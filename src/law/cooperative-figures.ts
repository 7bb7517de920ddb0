import type { LawFigure } from './figure.ts';

/** The numbers of who holds and who votes in a cooperative. */
const SCOP_TEXT = 'Loi 78-763 art. 5, 25 ; entreprises.nouvelle-aquitaine.fr/node/459 (Bpifrance)';

export const SCOP_EMPLOYEE_CAPITAL: LawFigure<'ratio'> = {
  id: 'scop.employee-capital',
  label: 'SCOP : part minimale du capital détenue par les associés salariés',
  value: '0.51',
  unit: 'ratio',
  since: '1978-07-19',
  source: SCOP_TEXT,
  confidence: 'sourced',
  note: 'Tout apport extérieur en parts sociales tient donc dans 49 %.',
};

export const SCOP_EMPLOYEE_VOTES: LawFigure<'ratio'> = {
  id: 'scop.employee-votes',
  label: 'SCOP : part minimale des droits de vote des associés salariés',
  value: '0.65',
  unit: 'ratio',
  since: '1978-07-19',
  source: SCOP_TEXT,
  confidence: 'sourced',
};

export const SCOP_ASSOCIATE_CAPITAL: LawFigure<'ratio'> = {
  id: 'scop.associate-capital',
  label: 'SCOP : part maximale du capital d’un même associé',
  value: '0.5',
  unit: 'ratio',
  since: '1978-07-19',
  source: 'Loi 78-763 ; entreprises.nouvelle-aquitaine.fr/node/459 (Bpifrance)',
  confidence: 'sourced',
  note: 'Aucun associé n’en détient plus de la moitié.',
};

export const SCOP_START_UP_YEARS: LawFigure<'years'> = {
  id: 'scop.start-up-years',
  label: 'SCOP d’amorçage : durée maximale d’une majorité extérieure au capital',
  value: '7',
  unit: 'years',
  since: '2014-08-01',
  source: 'Loi 78-763 art. 49 bis s. (loi 2014-856 art. 27) ; CGI art. 1456 al. 3 (etalab, copie de 2015)',
  confidence: 'sourced',
  note: 'Les extérieurs s’engagent à céder ce qu’il faut pour que les salariés atteignent 51 %.',
};

export const SCOP_ASSOCIATES: LawFigure<'count'> = {
  id: 'scop.associates',
  label: 'SCOP en SARL ou en SAS : nombre minimal d’associés salariés',
  value: '2',
  unit: 'count',
  since: '2014-08-01',
  orEarlier: true,
  source: 'entreprises.nouvelle-aquitaine.fr/node/459 (Bpifrance)',
  confidence: 'sourced',
  note: 'Sept en SA.',
};

export const NON_COOPERATOR_VOTES: LawFigure<'ratio'> = {
  id: 'cooperative.non-cooperator-votes',
  label: 'Coopérative : droits de vote des associés non coopérateurs, ensemble, au plus',
  value: '0.49',
  unit: 'ratio',
  since: '2014-08-01',
  source: 'Loi 47-1775 art. 3 bis (legal.tricoteuses.fr LEGIARTI000029320770 ; version du 11/11/2024)',
  confidence: 'sourced',
  note: 'Ceux qui ne sont pas des coopératives restent à 35 % ; au-delà, les voix sont réduites d’autant.',
};

export const OUTSIDER_VOTES: LawFigure<'ratio'> = {
  id: 'cooperative.outsider-votes',
  label: 'Coopérative : droits de vote des non-coopérateurs qui ne sont pas des coopératives, au plus',
  value: '0.35',
  unit: 'ratio',
  since: '2014-08-01',
  source: 'Loi 47-1775 art. 3 bis (legal.tricoteuses.fr LEGIARTI000029320770 ; version du 11/11/2024)',
  confidence: 'sourced',
  note: 'Banque des Territoires, fonds. La SCIC a son propre régime, par collèges.',
};

export const CERTIFICATES_CAPITAL: LawFigure<'ratio'> = {
  id: 'cooperative.certificates-capital',
  label: 'Certificats coopératifs et parts à intérêt prioritaire : part maximale du capital de clôture',
  value: '0.5',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'Loi 47-1775 art. 19 sexdecies, 19 tervicies al. 3 (etalab)',
  confidence: 'sourced',
  note: 'Sans droit de vote. Les certificats d’associés sont réservés aux établissements de crédit coopératifs.',
};

export const CAPITAL_LEAST_SHARE: LawFigure<'ratio'> = {
  id: 'cooperative.capital-least-share',
  label:
    'Coopérative à capital variable : part du plus haut capital atteint sous laquelle elle ne rembourse plus',
  value: '0.25',
  unit: 'ratio',
  since: '1947-09-11',
  source: 'Loi 47-1775 art. 13',
  confidence: 'memory',
  note: 'Taux et article à relire.',
};

export const REDEMPTION_YEARS: LawFigure<'years'> = {
  id: 'cooperative.redemption-years',
  label: 'Coopérative : délai d’usage des statuts pour rembourser des parts',
  value: '5',
  unit: 'years',
  since: '1947-09-11',
  source: 'Loi 47-1775 art. 18 ; statuts',
  confidence: 'sourced',
  note: 'Au nominal, diminué de la part des pertes.',
};

export const SCIC_CATEGORIES: LawFigure<'count'> = {
  id: 'scic.categories',
  label: 'SCIC : nombre minimal de catégories d’associés',
  value: '3',
  unit: 'count',
  since: '2001-07-17',
  source: 'Loi 47-1775 art. 19 septies',
  confidence: 'sourced',
  note: 'Dont les salariés, ou à défaut les producteurs, et les bénéficiaires.',
};

export const SCIC_COLLEGE_LEAST_VOTES: LawFigure<'ratio'> = {
  id: 'scic.college-least-votes',
  label: 'SCIC : part minimale des voix d’un collège',
  value: '0.1',
  unit: 'ratio',
  since: '2001-07-17',
  source: 'Loi 47-1775 art. 19 octies (taux non relu)',
  confidence: 'memory',
  note: 'L’apport en capital ne peut pas fonder un collège.',
};

export const SCIC_COLLEGE_MOST_VOTES: LawFigure<'ratio'> = {
  id: 'scic.college-most-votes',
  label: 'SCIC : part maximale des voix d’un collège',
  value: '0.5',
  unit: 'ratio',
  since: '2001-07-17',
  source: 'Loi 47-1775 art. 19 octies, cité par redmine.tetaneutral.net',
  confidence: 'sourced',
  note: 'Sans clause des statuts : autant de voix pour chaque collège.',
};

export const COOPERATIVE_FIGURES: readonly LawFigure[] = [
  SCOP_EMPLOYEE_CAPITAL,
  SCOP_EMPLOYEE_VOTES,
  SCOP_ASSOCIATE_CAPITAL,
  SCOP_START_UP_YEARS,
  SCOP_ASSOCIATES,
  NON_COOPERATOR_VOTES,
  OUTSIDER_VOTES,
  CERTIFICATES_CAPITAL,
  SCIC_CATEGORIES,
  SCIC_COLLEGE_LEAST_VOTES,
  SCIC_COLLEGE_MOST_VOTES,
  CAPITAL_LEAST_SHARE,
  REDEMPTION_YEARS,
];
