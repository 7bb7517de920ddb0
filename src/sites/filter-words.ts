import type { Vocabulary } from './inventory-filters.ts';

/** In the addresses of pages, that people read and send. */
export const PAGE_WORDS: Vocabulary = {
  words: 'q',
  region: 'region',
  department: 'departement',
  epci: 'epci',
  commune: 'commune',
  landAreaMin: 'surface-min',
  landAreaMax: 'surface-max',
  suitabilityMin: 'aptitude-min',
  status: 'statut',
  pollution: 'pollution',
  buildingState: 'batiment',
  zoning: 'zonage',
  ownerKind: 'proprietaire',
  previousUse: 'ancien-usage',
  sort: 'tri',
  page: 'page',
};

/** In the API. */
export const API_WORDS: Vocabulary = {
  words: 'q',
  region: 'region',
  department: 'department',
  epci: 'epci',
  commune: 'commune',
  landAreaMin: 'landAreaMin',
  landAreaMax: 'landAreaMax',
  suitabilityMin: 'suitabilityMin',
  status: 'status',
  pollution: 'pollution',
  buildingState: 'buildingState',
  zoning: 'zoning',
  ownerKind: 'ownerKind',
  previousUse: 'previousUse',
  sort: 'sort',
  page: 'page',
};
