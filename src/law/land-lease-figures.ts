import type { LawFigure } from './figure.ts';

/** The numbers of leases of long duration that give a right in rem to who builds. */
export const LAND_LEASE_MINIMUM_YEARS: LawFigure<'years'> = {
  id: 'land-lease.minimum-years',
  label: 'Bail emphytéotique (plus de) et bail à construction (au moins) : durée',
  value: '18',
  unit: 'years',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CRPM art. L451-1 ; CCH art. L251-1 (etalab, copies de 2015)',
  confidence: 'sourced',
  note: 'Bail emphytéotique : plus de dix-huit ans ; bail à construction : dix-huit ans au moins.',
};

export const LAND_LEASE_MAXIMUM_YEARS: LawFigure<'years'> = {
  id: 'land-lease.maximum-years',
  label: 'Bail emphytéotique et bail à construction : durée la plus longue',
  value: '99',
  unit: 'years',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CRPM art. L451-1 ; CCH art. L251-1 (etalab, copies de 2015)',
  confidence: 'sourced',
};

export const LONG_LEASE_PUBLICITY_RATE: LawFigure<'ratio'> = {
  id: 'land-lease.publicity-rate',
  label: 'Taxe de publicité foncière d’un bail de plus de douze ans',
  value: '0.007',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 742, 689 (emphytéose) et 743 1° (bail à construction exonéré), juriblio.fr',
  confidence: 'sourced',
  note:
    'Sur le montant cumulé de toutes les années à courir et le droit d’entrée, non indexés ; frais d’assiette et ' +
    'contribution de sécurité immobilière non comptés : à ajouter aux frais d’acte. Un bail emphytéotique soumis à la TVA ' +
    'sur option en est dispensé (de mémoire).',
};

export const LAND_LEASE_FIGURES: readonly LawFigure[] = [
  LAND_LEASE_MINIMUM_YEARS,
  LAND_LEASE_MAXIMUM_YEARS,
  LONG_LEASE_PUBLICITY_RATE,
];
