import { type LawFigure, type LawSeries, lawSeries } from './figure.ts';

/** Taxation of what a company or an association receives from a company that it holds. */
export const PARENT_EXPENSE_SHARE: LawFigure<'ratio'> = {
  id: 'parent-subsidiary.expense-share',
  label: 'Régime mère-fille : quote-part de frais et charges imposable',
  value: '0.05',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 145 et 216 (copie de 2015)',
  confidence: 'sourced',
  note: 'Dividendes exonérés à 95 % pour un associé à l’IS détenant au moins 5 % pendant deux ans.',
};

export const PARENT_MINIMUM_SHARE: LawFigure<'ratio'> = {
  id: 'parent-subsidiary.minimum-share',
  label: 'Régime mère-fille : part minimale du capital',
  value: '0.05',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 145 (copie de 2015)',
  confidence: 'sourced',
  note: 'Détenue pendant deux ans.',
};

export const NON_PROFIT_DIVIDEND_RATE: LawFigure<'ratio'> = {
  id: 'corporate-tax.non-profit-dividend-rate',
  label: 'Organisme sans but lucratif : impôt sur les dividendes',
  value: '0.15',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 219 bis (copie de 2015)',
  confidence: 'sourced',
  note: '15 % et non 10 %, taux de certains titres de créance.',
};

/** By civil year: each rate is known at the closing of its year and kept until the next is known. */
export const ASSOCIATE_ACCOUNT_RATE: LawSeries<'ratio/years'> = lawSeries(
  {
    id: 'associate-account.deductible-rate',
    label: 'Intérêts de compte courant d’associé : taux maximal déductible (dernier exercice civil connu)',
    unit: 'ratio/years',
    source: 'CGI art. 39 1 3°',
  },
  [
    {
      value: '0.0227',
      since: '2022-12-31',
      until: '2023-12-30',
      source: 'CGI art. 39 1 3° ; espace-ace.fr (taux 2022)',
      confidence: 'uncertain',
      note: 'Une seule source secondaire.',
    },
    {
      value: '0.0557',
      since: '2023-12-31',
      until: '2024-12-30',
      source: 'CGI art. 39 1 3° ; espace-ace.fr (taux 2023)',
      confidence: 'sourced',
    },
    {
      value: '0.0575',
      since: '2024-12-31',
      until: '2025-12-30',
      source: 'CGI art. 39 1 3° ; avis ECOT2435051V (taux 2024)',
      confidence: 'sourced',
    },
    {
      value: '0.0455',
      since: '2025-12-31',
      source: 'CGI art. 39 1 3° ; avis ECOT2536351V (taux 2025)',
      confidence: 'sourced',
      note:
        'Taux de 2026 non connu : celui de 2025 est gardé pour toutes les années. LF 2026 art. 14 : taux de marché ' +
        'admis pour un associé non lié.',
    },
  ],
);

export const GROUP_FIGURES: readonly LawFigure[] = [
  PARENT_EXPENSE_SHARE,
  PARENT_MINIMUM_SHARE,
  NON_PROFIT_DIVIDEND_RATE,
  ...ASSOCIATE_ACCOUNT_RATE,
];
