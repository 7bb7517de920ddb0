import type { Per } from '../formula/units.ts';
import { type LawFigure, type LawSeries, lawSeries } from './figure.ts';

type YearlyRate = Per<'ratio', 'years'>;

/** The numbers of State aid: reference rates, safe-harbour premiums, de minimis. */
const REFERENCE_SOURCE = 'Communication 2008/C 14/02 (EUR-Lex 52008XC0119(01))';

export const BASE_RATE: LawSeries<YearlyRate> = lawSeries(
  {
    id: 'state-aid.base-rate',
    label: 'Taux de base de l’Union pour la France',
    unit: 'ratio/years',
    source: REFERENCE_SOURCE,
  },
  [
    {
      value: '0.0219',
      since: '2026-01-01',
      until: '2026-06-30',
      source: `${REFERENCE_SOURCE} ; Euribor 12 mois moyen de septembre à novembre 2025`,
      confidence: 'computed',
      note: 'À recouper avec le taux publié au Journal officiel de l’Union.',
    },
    {
      value: '0.027',
      since: '2026-07-01',
      source: `${REFERENCE_SOURCE} ; Euribor 12 mois moyen de mars à mai 2026 (2,701 %)`,
      confidence: 'uncertain',
      note: 'Estimation : le taux publié au Journal officiel de l’Union est à relever avant usage.',
    },
  ],
);

export const DISCOUNT_MARGIN: LawFigure<YearlyRate> = {
  id: 'state-aid.discount-margin',
  label: 'Marge du taux d’actualisation des aides sur le taux de base',
  value: '0.01',
  unit: 'ratio/years',
  since: '2008-07-01',
  source: REFERENCE_SOURCE,
  confidence: 'sourced',
};

export type Rating = 'AAA-A' | 'BBB' | 'BB' | 'B' | 'CCC' | 'unrated';
export type Security = 'high' | 'normal' | 'low';

const SECURITY_LABELS: Readonly<Record<Security, string>> = {
  high: 'sûretés hautes',
  normal: 'sûretés normales',
  low: 'sûretés basses',
};

function margins(rating: Rating, high: string, normal: string, low: string) {
  const figure = (security: Security, value: string): LawFigure<YearlyRate> => ({
    id: `state-aid.margin-${rating.toLowerCase()}-${security}`,
    label: `Marge du taux de référence : ${rating === 'unrated' ? 'sans notation' : rating}, ${SECURITY_LABELS[security]}`,
    value,
    unit: 'ratio/years',
    since: '2008-07-01',
    source: REFERENCE_SOURCE,
    confidence: 'sourced',
    ...(rating === 'unrated'
      ? {
          note: 'Sans historique ni notation : au moins 400 points de base, jamais moins que la société mère.',
        }
      : {}),
  });
  return { high: figure('high', high), normal: figure('normal', normal), low: figure('low', low) };
}

/** Margins over the base rate, by rating and security. */
export const REFERENCE_MARGINS: Readonly<Record<Rating, Readonly<Record<Security, LawFigure<YearlyRate>>>>> =
  {
    'AAA-A': margins('AAA-A', '0.006', '0.0075', '0.01'),
    BBB: margins('BBB', '0.0075', '0.01', '0.022'),
    BB: margins('BB', '0.01', '0.022', '0.04'),
    B: margins('B', '0.022', '0.04', '0.065'),
    CCC: margins('CCC', '0.04', '0.065', '0.1'),
    unrated: margins('unrated', '0.04', '0.04', '0.04'),
  };

export type GuaranteeRating = 'AAA' | 'A' | 'BBB' | 'BB' | 'B' | 'B-';

function premium(rating: GuaranteeRating, label: string, value: string): LawFigure<YearlyRate> {
  return {
    id: `state-aid.premium-${rating === 'B-' ? 'b-minus' : rating.toLowerCase()}`,
    label: `Prime refuge annuelle d’une garantie à une PME, ${label}`,
    value,
    unit: 'ratio/years',
    since: '2008-06-20',
    source: 'Communication 2008/C 155/02 § 3.3, rectificatif JO C 244 du 25/09/2008',
    confidence: 'sourced',
  };
}

/** Safe-harbour premiums, a year, on the amount guaranteed at the start of the year. None below B−. */
export const SAFE_HARBOUR_PREMIUMS: Readonly<Record<GuaranteeRating, LawFigure<YearlyRate>>> = {
  AAA: premium('AAA', 'AAA à AA', '0.004'),
  A: premium('A', 'A', '0.0055'),
  BBB: premium('BBB', 'BBB', '0.008'),
  BB: premium('BB', 'BB', '0.02'),
  B: premium('B', 'B+ et B, et jeune entreprise sans historique', '0.038'),
  'B-': premium('B-', 'B−', '0.063'),
};

export const GUARANTEE_COVERAGE_LIMIT: LawFigure<'ratio'> = {
  id: 'state-aid.guarantee-coverage-limit',
  label: 'Garantie publique sans aide : quotité maximale du prêt',
  value: '0.8',
  unit: 'ratio',
  since: '2008-06-20',
  source: 'Communication 2008/C 155/02 § 3.2 c',
  confidence: 'memory',
};

export const DE_MINIMIS_CEILING: LawSeries<'money'> = lawSeries(
  {
    id: 'state-aid.de-minimis-ceiling',
    label: 'Aides de minimis : plafond par entreprise unique sur trois ans glissants',
    unit: 'money',
    source: 'Règlement (UE) 2023/2831 art. 3',
  },
  [
    {
      value: '200000',
      since: '2014-01-01',
      until: '2023-12-31',
      source: 'Règlement (UE) 1407/2013 art. 3',
      confidence: 'memory',
      note: 'Sur trois exercices fiscaux dans ce règlement ; Levier compte de date à date.',
    },
    { value: '300000', since: '2024-01-01', until: '2030-12-31', confidence: 'sourced' },
  ],
);

export const STATE_AID_FIGURES: readonly LawFigure[] = [
  ...BASE_RATE,
  DISCOUNT_MARGIN,
  ...Object.values(REFERENCE_MARGINS).flatMap((bySecurity) => Object.values(bySecurity)),
  ...Object.values(SAFE_HARBOUR_PREMIUMS),
  GUARANTEE_COVERAGE_LIMIT,
  ...DE_MINIMIS_CEILING,
];
