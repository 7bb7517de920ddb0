import type { LawFigure } from './figure.ts';

/** The numbers of a purchase of land or of a building: duties, contribution, notary's scale. */
export const STANDARD_DUTY_RATE: LawFigure<'ratio'> = {
  id: 'transfer-duty.standard-rate',
  label: 'Droits de mutation, taux total (département à 4,50 %)',
  value: '0.0580665',
  unit: 'ratio',
  since: '2014-03-01',
  source: 'CGI art. 1594 D, 1584, 1647 V ; legifiscal.fr 4107',
  confidence: 'sourced',
  note: '4,50 % pour le département, 1,20 % pour la commune, 2,37 % de 4,50 % pour frais d’assiette.',
};

export const RAISED_DUTY_RATE: LawFigure<'ratio'> = {
  id: 'transfer-duty.raised-rate',
  label: 'Droits de mutation, taux total (département à 5 %)',
  value: '0.063185',
  unit: 'ratio',
  since: '2025-04-01',
  until: '2028-03-31',
  source: 'LF 2025 art. 116 ; CGI art. 1594 D ; legifiscal.fr ; banquedesterritoires.fr (mai 2025)',
  confidence: 'sourced',
  note:
    'Actes passés jusqu’au 31/03/2028. Liste des départements de mai 2025, Martinique depuis le 01/02/2026 ; ' +
    'les autres changements de 2026 n’ont pas été vérifiés. Achat de la résidence principale par un primo-accédant exclu.',
};

export const COMMUNE_DUTY_RATE: LawFigure<'ratio'> = {
  id: 'transfer-duty.commune-rate',
  label: 'Droits de mutation, taxe additionnelle de la commune',
  value: '0.012',
  unit: 'ratio',
  since: '2014-03-01',
  source: 'CGI art. 1584 ; legifiscal.fr 4107',
  confidence: 'sourced',
  note: 'Dans les petites communes elle passe par un fonds départemental de péréquation : comptée pour la commune.',
};

export const COLLECTION_FEE_EXISTING: LawFigure<'ratio'> = {
  id: 'transfer-duty.collection-fee',
  label: 'Droits de mutation, frais d’assiette de l’État, part de la taxe départementale',
  value: '0.0237',
  unit: 'ratio',
  since: '2014-03-01',
  source: 'CGI art. 1647 V ; legifiscal.fr 4107',
  confidence: 'sourced',
};

export const COLLECTION_FEE_NEW: LawFigure<'ratio'> = {
  id: 'transfer-duty.collection-fee-new',
  label: 'Immeuble neuf, frais d’assiette de l’État, part de la taxe départementale',
  value: '0.0214',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 1647 V, 1594 F quinquies A (copie de 2015)',
  confidence: 'sourced',
};

export const NEW_BUILDING_RATE: LawFigure<'ratio'> = {
  id: 'transfer-duty.new-building-rate',
  label: 'Taxe de publicité foncière sur un immeuble neuf (moins de cinq ans, TVA sur le prix total)',
  value: '0.00715',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 1594 F quinquies A (copie de 2015)',
  confidence: 'sourced',
  note: '0,70 % et 2,14 % de frais d’assiette, arrondis à 0,715 %. Assiette : prix hors taxes.',
};

export const BUILDING_COMMITMENT_DUTY: LawFigure<'money'> = {
  id: 'transfer-duty.building-commitment',
  label: 'Droit fixe en cas d’engagement de construire',
  value: '125',
  unit: 'money',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 1594-0 G A, 691 bis (copie de 2015)',
  confidence: 'sourced',
  note: 'Acquéreur assujetti à la TVA, construction sous quatre ans, délai prorogeable par périodes d’un an.',
};

export const SCI_SHARES_RATE: LawFigure<'ratio'> = {
  id: 'transfer-duty.sci-shares-rate',
  label: 'Droits sur la cession de parts de société à prépondérance immobilière',
  value: '0.05',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 726 I 2° et II (copie de 2015)',
  confidence: 'sourced',
  note: 'Sur le prix et les charges, ou la valeur réelle des parts si elle est supérieure.',
};

export const SHARE_SALE_RATE: LawFigure<'ratio'> = {
  id: 'share-sale.rate',
  label: 'Droits d’enregistrement sur une cession d’actions',
  value: '0.001',
  unit: 'ratio',
  since: '2012-08-01',
  source: 'CGI art. 726 I 1° (de mémoire)',
  confidence: 'memory',
  note: 'Société non cotée ; 5 % si son actif est fait pour plus de la moitié d’immeubles (CGI art. 726 I 2°).',
};

export const LAND_REGISTRY_RATE: LawFigure<'ratio'> = {
  id: 'land-registry.rate',
  label: 'Contribution de sécurité immobilière, taux',
  value: '0.001',
  unit: 'ratio',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 879, 881 K (copie de 2015)',
  confidence: 'sourced',
};

export const LAND_REGISTRY_MINIMUM: LawFigure<'money'> = {
  id: 'land-registry.minimum',
  label: 'Contribution de sécurité immobilière, minimum',
  value: '15',
  unit: 'money',
  since: '2015-01-01',
  orEarlier: true,
  source: 'CGI art. 879, 881 K (copie de 2015)',
  confidence: 'sourced',
};

export const VAT_RATE: LawFigure<'ratio'> = {
  id: 'vat.rate',
  label: 'TVA, taux normal',
  value: '0.2',
  unit: 'ratio',
  since: '2014-01-01',
  source: 'CGI art. 278 (copie de 2015)',
  confidence: 'sourced',
};

function notaryRate(
  bracket: number,
  label: string,
  value: string,
  confidence: LawFigure['confidence'],
): LawFigure<'ratio'> {
  return {
    id: `notary.rate-${bracket}`,
    label: `Émoluments du notaire sur une vente : ${label}`,
    value,
    unit: 'ratio',
    since: '2021-01-01',
    source: 'C. com. art. A444-91',
    confidence,
  };
}

function notaryLimit(bracket: number, value: string): LawFigure<'money'> {
  return {
    id: `notary.limit-${bracket}`,
    label: `Émoluments du notaire sur une vente : fin de la tranche ${bracket}`,
    value,
    unit: 'money',
    since: '2021-01-01',
    source: 'C. com. art. A444-91',
    confidence: 'sourced',
  };
}

export interface NotaryBracket {
  /** End of the bracket; none for the last one. */
  readonly upTo?: LawFigure<'money'>;
  readonly rate: LawFigure<'ratio'>;
}

/** Before VAT. */
export const NOTARY_SCALE: readonly NotaryBracket[] = [
  { upTo: notaryLimit(1, '6500'), rate: notaryRate(1, 'jusqu’à 6 500 €', '0.0387', 'sourced') },
  { upTo: notaryLimit(2, '17000'), rate: notaryRate(2, 'de 6 500 à 17 000 €', '0.01596', 'sourced') },
  { upTo: notaryLimit(3, '60000'), rate: notaryRate(3, 'de 17 000 à 60 000 €', '0.01064', 'sourced') },
  { rate: notaryRate(4, 'au-delà de 60 000 €', '0.00799', 'memory') },
];

export const ACQUISITION_FIGURES: readonly LawFigure[] = [
  STANDARD_DUTY_RATE,
  RAISED_DUTY_RATE,
  COMMUNE_DUTY_RATE,
  COLLECTION_FEE_EXISTING,
  COLLECTION_FEE_NEW,
  NEW_BUILDING_RATE,
  BUILDING_COMMITMENT_DUTY,
  SCI_SHARES_RATE,
  SHARE_SALE_RATE,
  LAND_REGISTRY_RATE,
  LAND_REGISTRY_MINIMUM,
  VAT_RATE,
  ...NOTARY_SCALE.flatMap(({ upTo, rate }) => (upTo === undefined ? [rate] : [upTo, rate])),
];
