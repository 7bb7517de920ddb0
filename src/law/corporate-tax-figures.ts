import type { Calculation } from '../formula/calculation.ts';
import type { Formula } from '../formula/operations.ts';
import { inForce, type LawFigure, lawAssumption } from './figure.ts';

/** The numbers of corporate tax, dated. */
export const CORPORATE_TAX_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.rate',
  label: 'Taux normal de l’impôt sur les sociétés',
  value: '0.25',
  unit: 'ratio',
  since: '2022-01-01',
  source: 'CGI art. 219 I ; mon-entreprise, imposition.publicodes (30/06/2026)',
  confidence: 'sourced',
};

export const REDUCED_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.reduced-rate',
  label: 'Taux réduit de l’impôt sur les sociétés (PME)',
  value: '0.15',
  unit: 'ratio',
  since: '2022-12-31',
  source: 'CGI art. 219 I b ; BOI-IS-LIQ-20-20 (21/06/2023)',
  confidence: 'sourced',
  note:
    'Chiffre d’affaires d’au plus 10 M€, capital entièrement libéré et détenu pour 75 % au moins par des personnes ' +
    'physiques ou par des sociétés remplissant les mêmes conditions.',
};

export const REDUCED_RATE_LIMIT: LawFigure<'money'> = {
  id: 'corporate-tax.reduced-rate-limit',
  label: 'Bénéfice imposé au taux réduit, au plus, pour douze mois',
  value: '42500',
  unit: 'money',
  since: '2022-12-31',
  source: 'CGI art. 219 I b (LF 2023 art. 37) ; BOI-IS-LIQ-20-20 (21/06/2023)',
  confidence: 'sourced',
  note: 'Exercices clos depuis cette date ; à proportion des mois si l’exercice n’en compte pas douze.',
};

export const LOSS_FRANCHISE: LawFigure<'money'> = {
  id: 'corporate-tax.loss-franchise',
  label: 'Déficits imputables sans autre limite que le bénéfice',
  value: '1000000',
  unit: 'money',
  since: '2012-12-31',
  source: 'CGI art. 209 I al. 3 ; BOI-IS-DEF-10-30 (10/04/2013)',
  confidence: 'sourced',
};

export const LOSS_SHARE: LawFigure<'ratio'> = {
  id: 'corporate-tax.loss-share',
  label: 'Part du bénéfice au-delà de la franchise sur laquelle des déficits sont imputables',
  value: '0.5',
  unit: 'ratio',
  since: '2012-12-31',
  source: 'CGI art. 209 I al. 3 ; BOI-IS-DEF-10-30 (10/04/2013)',
  confidence: 'sourced',
};

export const INSTALMENT_THRESHOLD: LawFigure<'money'> = {
  id: 'corporate-tax.instalment-threshold',
  label: 'Impôt de référence jusqu’auquel aucun acompte n’est dû',
  value: '3000',
  unit: 'money',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 1668 ; BOI-IS-DECLA-20-10 ; assistant-juridique.fr',
  confidence: 'sourced',
};

/** Patrimonial income (rents, shares of an SCI) of a body without lucrative activity: CGI art. 219 bis. */
export const NON_PROFIT_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.non-profit-rate',
  label: 'Taux de l’impôt sur les revenus patrimoniaux des organismes sans but lucratif',
  value: '0.24',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 219 bis (copie de 2015)',
  confidence: 'sourced',
  note: 'Sans acompte ; dividendes à 15 % ; ne vaut pas pour l’activité lucrative.',
};

export const CORPORATE_TAX_FIGURES: readonly LawFigure[] = [
  CORPORATE_TAX_RATE,
  REDUCED_RATE,
  REDUCED_RATE_LIMIT,
  LOSS_FRANCHISE,
  LOSS_SHARE,
  INSTALMENT_THRESHOLD,
  NON_PROFIT_RATE,
];

type Money = Formula<'money', 'once', 'defined'>;
type Ratio = Formula<'ratio', 'once', 'defined'>;

/** The numbers of the law, replaceable one by one. */
export interface CorporateTaxRules {
  readonly rate: Ratio;
  readonly reducedRate: Ratio;
  /** For twelve months. */
  readonly reducedRateLimit: Money;
  /** Losses used in a year: at most the franchise, and this share of the profit beyond it. */
  readonly lossFranchise: Money;
  readonly lossShare: Ratio;
  readonly instalmentThreshold: Money;
}

function legal<U extends 'money' | 'ratio'>(
  calculation: Calculation,
  figure: LawFigure<U>,
  date: string,
): Formula<U, 'once', 'defined'> {
  const found = inForce([figure], date);
  if (found === undefined) throw new RangeError(`${figure.id} is not known at ${date}`);
  return lawAssumption(calculation, found);
}

/** The rules in force at a date. @throws RangeError before 31/12/2022: older rates are not recorded */
export function corporateTaxRules(calculation: Calculation, date: string): CorporateTaxRules {
  return {
    rate: legal(calculation, CORPORATE_TAX_RATE, date),
    reducedRate: legal(calculation, REDUCED_RATE, date),
    reducedRateLimit: legal(calculation, REDUCED_RATE_LIMIT, date),
    lossFranchise: legal(calculation, LOSS_FRANCHISE, date),
    lossShare: legal(calculation, LOSS_SHARE, date),
    instalmentThreshold: legal(calculation, INSTALMENT_THRESHOLD, date),
  };
}
