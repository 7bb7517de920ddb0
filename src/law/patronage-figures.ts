import type { LawFigure } from './figure.ts';

const TEXT = {
  source: 'CGI art. 238 bis (centre-francais-fondations.org ; demeure-historique.org)',
  confidence: 'sourced',
} as const;

/** Corporate patronage: what the State gives up to a company that gives to a body of general interest. */
export const PATRONAGE_RATE: LawFigure<'ratio'> = {
  ...TEXT,
  id: 'patronage.rate',
  label: 'Mécénat d’entreprise : part du don rendue au mécène par une réduction d’impôt',
  value: '0.6',
  unit: 'ratio',
  since: '2003-08-01',
  orEarlier: true,
};

export const PATRONAGE_THRESHOLD: LawFigure<'money'> = {
  ...TEXT,
  id: 'patronage.threshold',
  label: 'Mécénat d’entreprise : dons de l’année au-delà desquels le taux est réduit',
  value: '2000000',
  unit: 'money',
  since: '2020-12-31',
  note: 'Par mécène, tous dons de l’année confondus : ceux que le dossier ne connaît pas ne sont pas comptés.',
};

export const PATRONAGE_REDUCED_RATE: LawFigure<'ratio'> = {
  ...TEXT,
  id: 'patronage.reduced-rate',
  label: 'Mécénat d’entreprise : taux de la réduction d’impôt au-delà du seuil',
  value: '0.4',
  unit: 'ratio',
  since: '2020-12-31',
};

export const PATRONAGE_CEILING: LawFigure<'money'> = {
  ...TEXT,
  id: 'patronage.ceiling',
  label: 'Mécénat d’entreprise : dons de l’année retenus, au moins',
  value: '20000',
  unit: 'money',
  since: '2020-12-31',
  note: 'Ou 5 pour mille du chiffre d’affaires du mécène s’il donne plus, excédent reporté cinq ans. Non testé : le chiffre d’affaires du mécène n’est pas dans le dossier.',
};

export const PATRONAGE_TURNOVER_SHARE: LawFigure<'ratio'> = {
  ...TEXT,
  id: 'patronage.turnover-share',
  label: 'Mécénat d’entreprise : part du chiffre d’affaires du mécène que ses dons retenus peuvent atteindre',
  value: '0.005',
  unit: 'ratio',
  since: '2003-08-01',
  orEarlier: true,
  note: 'Non testé.',
};

export const PATRONAGE_FIGURES: readonly LawFigure[] = [
  PATRONAGE_RATE,
  PATRONAGE_THRESHOLD,
  PATRONAGE_REDUCED_RATE,
  PATRONAGE_CEILING,
  PATRONAGE_TURNOVER_SHARE,
];
