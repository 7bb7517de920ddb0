import type { LawFigure } from './figure.ts';
import { DE_MINIMIS_CEILING } from './state-aid-figures.ts';

/** De minimis aids: windows and « transparent » loans. The ceiling itself stands with the other figures. */
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

export const SGEI_CEILING: LawFigure<'money'> = {
  id: 'state-aid.de-minimis-sgei-ceiling',
  label: 'Aides de minimis à un service d’intérêt économique général : plafond sur trois ans glissants',
  value: '750000',
  unit: 'money',
  since: '2024-01-01',
  until: '2030-12-31',
  source: 'Règlement (UE) 2023/2832 ; dbfbruxelles.eu (LEB 1023) ; aidesetat.wallonie.be',
  confidence: 'sourced',
  note: 'Suppose un mandat SIEG.',
};

export const FLAT_LOAN_AMOUNT: LawFigure<'money'> = {
  id: 'state-aid.de-minimis-loan-amount',
  label: 'De minimis : prêt de dix ans qui vaut le plafond entier (voie forfaitaire)',
  value: '750000',
  unit: 'money',
  since: '2024-01-01',
  until: '2030-12-31',
  source: 'Règlement (UE) 2023/2831 art. 4.3 b (gesetze.legal/eu/vo_eu_2023_2831/4)',
  confidence: 'sourced',
  note: '1 500 000 € sur cinq ans ; au prorata du montant et de la durée ; sûretés couvrant au moins la moitié du prêt.',
};

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

/** Last day of the regulation. */
export const DE_MINIMIS_END = DE_MINIMIS_CEILING.until ?? '';

export const DE_MINIMIS_FIGURES: readonly LawFigure[] = [
  DE_MINIMIS_YEARS,
  SGEI_CEILING,
  FLAT_LOAN_AMOUNT,
  FLAT_RATE_YEARS,
];
