import { inForce, type LawFigure } from './figure.ts';

/** Ceilings of aids to premises: regional maps, CGCT, general block exemption (RGEC). */
const AFR_SOURCE = 'Décret 2022-968 (carte AFR) ; europe-en-nouvelle-aquitaine.eu/fr/node/11029';

function afr(size: 'large' | 'medium' | 'small', label: string, value: string, note: string) {
  return {
    id: `state-aid.afr-c-${size}-intensity`,
    label: `Zone AFR « c » : intensité maximale, ${label}`,
    value,
    unit: 'ratio',
    since: '2022-07-02',
    until: '2027-12-31',
    source: AFR_SOURCE,
    confidence: 'sourced',
    note,
  } as const satisfies LawFigure<'ratio'>;
}

export const AFR_C = {
  large: afr(
    'large',
    'grande entreprise',
    '0.15',
    'Investissement initial en faveur d’une activité nouvelle seulement.',
  ),
  medium: afr('medium', 'moyenne entreprise', '0.25', 'Coûts admissibles d’au plus 50 M€.'),
  small: afr(
    'small',
    'petite entreprise',
    '0.35',
    'Investissement maintenu trois ans (PME), cinq ans sinon. Zones « a » et territoires de transition juste : taux plus élevés, table communale à charger, non retenus ici.',
  ),
} as const;

/** Last day of the map of regional aids. */
export const AFR_MAP_END = AFR_C.small.until;

export const AFR_OWN_CONTRIBUTION: LawFigure<'ratio'> = {
  id: 'state-aid.afr-own-contribution-share',
  label: 'Aide à finalité régionale : part des coûts payée sans aucune aide, au moins',
  value: '0.25',
  unit: 'ratio',
  since: '2022-07-02',
  source: AFR_SOURCE,
  confidence: 'sourced',
};

const CGCT_SOURCE = 'CGCT art. R1511-6 a (codes-et-lois.fr, version 2012) ; RGEC art. 17';

export const CGCT_SMALL: LawFigure<'ratio'> = {
  id: 'state-aid.premises-small-intensity',
  label: 'Aide à l’immobilier d’entreprise hors zone AFR : petite entreprise, au plus',
  value: '0.2',
  unit: 'ratio',
  since: '2007-08-28',
  source: CGCT_SOURCE,
  confidence: 'sourced',
  note: 'De la valeur vénale de référence ou des coûts admissibles.',
};

export const CGCT_MEDIUM: LawFigure<'ratio'> = {
  id: 'state-aid.premises-medium-intensity',
  label: 'Aide à l’immobilier d’entreprise hors zone AFR : moyenne entreprise, au plus',
  value: '0.1',
  unit: 'ratio',
  since: '2007-08-28',
  source: CGCT_SOURCE,
  confidence: 'sourced',
};

export const CGCT_LARGE: LawFigure<'ratio'> = {
  id: 'state-aid.premises-large-intensity',
  label: 'Aide à l’immobilier d’entreprise hors zone AFR : grande entreprise ou non-PME, au plus',
  value: '0',
  unit: 'ratio',
  since: '2016-06-04',
  orEarlier: true,
  source: 'CGCT art. R1511-5 (D. 2016-733 art. 2, legal.tricoteuses.fr) ; RGEC art. 17 a contrario',
  confidence: 'sourced',
  note: 'Aides de minimis seulement.',
};

const DE_MINIMIS_ROUTE = 'CGCT art. R1511-6 b (codes-et-lois.fr, version 2012)';

export const DE_MINIMIS_SMALL: LawFigure<'ratio'> = {
  id: 'state-aid.premises-de-minimis-small-intensity',
  label: 'Immobilier d’entreprise, voie de minimis : petite entreprise, au plus',
  value: '0.3',
  unit: 'ratio',
  since: '2012-02-04',
  source: DE_MINIMIS_ROUTE,
  confidence: 'sourced',
  note: 'Dans la limite du plafond de minimis en vigueur (200 000 € au texte de 2012).',
};

export const DE_MINIMIS_OTHERS: LawFigure<'ratio'> = {
  id: 'state-aid.premises-de-minimis-intensity',
  label: 'Immobilier d’entreprise, voie de minimis : autres entreprises, au plus',
  value: '0.2',
  unit: 'ratio',
  since: '2012-02-04',
  source: DE_MINIMIS_ROUTE,
  confidence: 'sourced',
};

export const RESALE_YEARS: LawFigure<'years'> = {
  id: 'state-aid.resale-years',
  label: 'Revente en l’état par la collectivité : durée pendant laquelle son prix d’achat est un plancher',
  value: '3',
  unit: 'years',
  since: '2007-08-28',
  orEarlier: true,
  source: 'CGCT art. R1511-4 (codes-et-lois.fr)',
  confidence: 'sourced',
  note: 'Sauf baisse générale des prix constatée par le Domaine.',
};

export const SME_NOTIFICATION: LawFigure<'money'> = {
  id: 'state-aid.sme-notification-threshold',
  label: 'RGEC art. 17 : aide au-delà de laquelle le projet est à notifier',
  value: '8250000',
  unit: 'money',
  since: '2023-07-01',
  until: '2026-12-31',
  source: 'RGEC 651/2014 art. 4.1 c, révision 2023 (gesetze.legal/eu/vo_eu_2014_651/4)',
  confidence: 'sourced',
  note: 'Zones AFR : seuils propres (art. 4.1 a). Le rachat des actifs d’un établissement fermé est admissible, celui de ses parts ne l’est pas (art. 17.3).',
};

function afrNotification(intensity: '15' | '25' | '35', value: string) {
  return {
    id: `state-aid.afr-notification-${intensity}`,
    label: `Aide à finalité régionale, intensité de ${intensity} % : montant au-delà duquel elle se notifie`,
    value,
    unit: 'money',
    since: '2023-07-01',
    until: '2026-12-31',
    source: 'RGEC 651/2014 art. 4.1 a, révision 2023 (gesetze.legal/eu/vo_eu_2014_651/4)',
    confidence: 'sourced',
    note: 'Coûts admissibles de 110 M€ ou plus. Intensité lue comme celle de la zone, sans la majoration des PME : la lecture la plus prudente.',
  } as const satisfies LawFigure<'money'>;
}

/** Amounts above which a regional aid is notified one by one, by the intensity of its zone. Zone « c » is one of 15 %. */
export const AFR_NOTIFICATION = {
  at15: afrNotification('15', '12380000'),
  at25: afrNotification('25', '20630000'),
  at35: afrNotification('35', '28880000'),
} as const;

/** Last day of the general block exemption; no successor was adopted when the facts were read. */
export const BLOCK_EXEMPTION_END = '2026-12-31';

export const REMEDIATION: LawFigure<'ratio'> = {
  id: 'state-aid.remediation-intensity',
  label: 'RGEC art. 45 : réhabilitation de sites pollués, intensité maximale',
  value: '1',
  unit: 'ratio',
  since: '2023-07-01',
  until: '2026-12-31',
  source: 'RGEC 651/2014 art. 45',
  confidence: 'memory',
  note: 'Des coûts moins la hausse de valeur du terrain ; pollueur-payeur d’abord (par. 5) ; pas la remise en état après centrales ou mines (par. 4).',
};

export const PARI_PASSU: LawFigure<'ratio'> = {
  id: 'state-aid.pari-passu-private-share',
  label:
    'Argent public sans aide (pari passu) : part du tour apportée par des investisseurs privés, au moins',
  value: '0.3',
  unit: 'ratio',
  since: '2014-01-01',
  orEarlier: true,
  source: 'Communication 2016/C 262/01 (notion d’aide) et lignes directrices sur le financement des risques',
  confidence: 'memory',
  note: 'Mêmes conditions, mêmes risques, en même temps ; investisseurs privés indépendants du bénéficiaire.',
};

/** Whether the map of regional aids covers a grant of this date. */
export function isInAfrMap(date: string): boolean {
  return inForce([AFR_C.small], date) !== undefined;
}

export const AID_CEILING_FIGURES: readonly LawFigure[] = [
  ...Object.values(AFR_C),
  AFR_OWN_CONTRIBUTION,
  CGCT_SMALL,
  CGCT_MEDIUM,
  CGCT_LARGE,
  DE_MINIMIS_SMALL,
  DE_MINIMIS_OTHERS,
  RESALE_YEARS,
  SME_NOTIFICATION,
  ...Object.values(AFR_NOTIFICATION),
  REMEDIATION,
  PARI_PASSU,
];
