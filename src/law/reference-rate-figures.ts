import { type LawFigure, type LawSeries, lawSeries } from './figure.ts';

/** Rates that contracts and public evaluations refer to, set or published by a public body. */
export const LIVRET_A: LawSeries<'ratio/years'> = lawSeries(
  {
    id: 'reference-rate.livret-a',
    label: 'Livret A',
    unit: 'ratio/years',
    source: 'Arrêté du taux ; linternaute.com (janvier 2026)',
  },
  [
    [
      '0.0075',
      '2015-08-01',
      '2020-01-31',
      'Arrêté du taux ; mieuxvivre, carnetsdeleconomie',
      'memory',
    ] as const,
    [
      '0.005',
      '2020-02-01',
      '2022-01-31',
      'Arrêté du taux ; assurcity.com (30/03/2020), tf1info.fr (2023)',
      'sourced',
    ] as const,
    ['0.01', '2022-02-01', '2022-07-31', 'Arrêté du taux ; tf1info.fr (2023)', 'sourced'] as const,
    ['0.02', '2022-08-01', '2023-01-31', 'Arrêté du taux ; tf1info.fr (2023)', 'sourced'] as const,
    ['0.03', '2023-02-01', '2025-01-31', undefined, 'sourced'] as const,
    ['0.024', '2025-02-01', '2025-07-31', undefined, 'sourced'] as const,
    ['0.017', '2025-08-01', '2026-01-31', undefined, 'sourced'] as const,
    ['0.015', '2026-02-01', '2026-07-31', undefined, 'sourced'] as const,
    [
      '0.017',
      '2026-08-01',
      undefined,
      'Arrêté du taux ; fichiers publics citant economie.gouv.fr et Service-Public',
      'sourced',
    ] as const,
  ].map(([value, since, until, source, confidence]) => ({
    value,
    since,
    confidence,
    ...(until === undefined ? {} : { until }),
    ...(source === undefined ? {} : { source }),
  })),
);

/** Real social discount rate of public evaluation. */
export const PUBLIC_REAL_RATE: LawFigure<'ratio/years'> = {
  id: 'reference-rate.public-real-rate',
  label: 'Taux d’actualisation de l’évaluation publique, hors inflation',
  value: '0.032',
  unit: 'ratio/years',
  since: '2021-10-01',
  source: 'France Stratégie, complément opérationnel I (21/10/2021) ; Commission Quinet 2025',
  confidence: 'memory',
  note: 'Aucun texte ne l’impose ; cohérent avec la trajectoire de la valeur de l’action pour le climat de 2025.',
};

export const REFERENCE_RATE_FIGURES: readonly LawFigure[] = [...LIVRET_A, PUBLIC_REAL_RATE];
