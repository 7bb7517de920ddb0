import { type LawFigure, type LawSeries, lastBegun, lawSeries } from './figure.ts';
import { DE_MINIMIS_CEILING } from './state-aid-figures.ts';

/** De minimis aids: windows and « transparent » loans, before and since 2024. The ceiling stands with the other figures. */
export const DE_MINIMIS_YEARS: LawFigure<'years'> = {
  id: 'state-aid.de-minimis-years',
  label: 'Aides de minimis : durée sur laquelle elles se cumulent, en années glissantes',
  value: '3',
  unit: 'years',
  since: '2024-01-01',
  until: '2030-12-31',
  source: 'Règlement (UE) 2023/2831 art. 3 ; fonds-publics.fr',
  confidence: 'sourced',
  note: 'Trois ans de date à date, jusqu’à l’octroi, et non trois exercices. Registre obligatoire depuis le 01/01/2026.',
};

export const SGEI_CEILING: LawSeries<'money'> = lawSeries(
  {
    id: 'state-aid.de-minimis-sgei-ceiling',
    label: 'Aides de minimis à un service d’intérêt économique général : plafond sur trois ans glissants',
    unit: 'money',
    source: 'Règlement (UE) 2023/2832 ; dbfbruxelles.eu (LEB 1023) ; aidesetat.wallonie.be',
    note: 'Suppose un mandat SIEG.',
  },
  [
    {
      value: '500000',
      since: '2012-04-29',
      until: '2023-12-31',
      source: 'Règlement (UE) 360/2012 art. 2',
      confidence: 'memory',
    },
    { value: '750000', since: '2024-01-01', until: '2030-12-31', confidence: 'sourced' },
  ],
);

const BEFORE_2024 = {
  since: '2014-01-01',
  until: '2023-12-31',
  source: 'Règlement (UE) 1407/2013 art. 4 § 3',
  confidence: 'memory',
} as const;

const FLAT_LOAN = {
  unit: 'money',
  source: 'Règlement (UE) 2023/2831 art. 4.3 b (gesetze.legal/eu/vo_eu_2023_2831/4)',
  note: 'Au prorata du montant et de la durée ; sûretés couvrant au moins la moitié du prêt ; voie fermée au-delà.',
} as const;

export const FLAT_LOAN_AMOUNT: LawSeries<'money'> = lawSeries(
  {
    ...FLAT_LOAN,
    id: 'state-aid.de-minimis-loan-amount',
    label: 'De minimis : prêt de dix ans qui vaut le plafond entier (voie forfaitaire)',
  },
  [
    { value: '500000', ...BEFORE_2024 },
    { value: '750000', since: '2024-01-01', until: '2030-12-31', confidence: 'sourced' },
  ],
);

export const FLAT_LOAN_FIVE_YEARS: LawSeries<'money'> = lawSeries(
  {
    ...FLAT_LOAN,
    id: 'state-aid.de-minimis-loan-amount-5',
    label: 'De minimis : prêt de cinq ans qui vaut le plafond entier (voie forfaitaire)',
  },
  [
    { value: '1000000', ...BEFORE_2024 },
    { value: '1500000', since: '2024-01-01', until: '2030-12-31', confidence: 'sourced' },
  ],
);

export const FLAT_RATE_YEARS: LawFigure<'years'> = {
  id: 'state-aid.de-minimis-flat-rate-years',
  label: 'De minimis : durée au-delà de laquelle la voie forfaitaire d’un prêt est fermée',
  value: '10',
  unit: 'years',
  since: '2024-01-01',
  until: '2030-12-31',
  source: 'Règlement (UE) 2023/2831 art. 4.3 b (gesetze.legal/eu/vo_eu_2023_2831/4)',
  confidence: 'sourced',
  note: 'Une garantie de quinze ans se calcule par son équivalent-subvention brut.',
};

/** Last day of the latest regulation. */
export const DE_MINIMIS_END = lastBegun(DE_MINIMIS_CEILING).until ?? '';

export const DE_MINIMIS_FIGURES: readonly LawFigure[] = [
  DE_MINIMIS_YEARS,
  ...SGEI_CEILING,
  ...FLAT_LOAN_AMOUNT,
  ...FLAT_LOAN_FIVE_YEARS,
  FLAT_RATE_YEARS,
];
