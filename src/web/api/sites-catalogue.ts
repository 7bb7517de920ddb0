import { API_WORDS } from '../../sites/filter-words.ts';
import { CHOICE_NAMES, CHOICES, type ChoiceName, SORTS } from '../../sites/inventory-filters.ts';
import type { ApiCall } from './call-description.ts';

const words = (names: object) => Object.keys(names).join(', ');

const CHOICE_LABELS: Readonly<Record<ChoiceName, readonly [label: string, example: string]>> = {
  status: ['Statut', 'without-project'],
  pollution: ['Pollution du sol', 'unlikely'],
  buildingState: ['État des bâtiments', 'good'],
  zoning: ['Zonage d’urbanisme', 'activity'],
  ownerKind: ['Propriétaire', 'epf'],
  previousUse: ['Ancien usage', 'industry'],
};

const parameter = (name: string, description: string, example: string) =>
  ({ name, in: 'query', description, example }) as const;

/** The calls about the inventory of brownfields. */
export const CALLS_OF_INVENTORY: readonly ApiCall[] = [
  {
    id: 'listSites',
    method: 'GET',
    path: '/api/v1/sites',
    title: 'Friches de l’inventaire',
    purpose:
      'Cherche dans l’inventaire importé : cinquante friches par page, avec les filtres de la page « Friches ».',
    parameters: [
      parameter(
        API_WORDS.words,
        'Débuts de mots du nom, de la commune ou de l’adresse ; tous sont demandés.',
        'filature',
      ),
      parameter(API_WORDS.region, 'Code INSEE de la région.', '84'),
      parameter(API_WORDS.department, 'Code du département.', '42'),
      parameter(API_WORDS.epci, 'SIREN de l’intercommunalité.', '200035731'),
      parameter(API_WORDS.commune, 'Code INSEE de la commune.', '42187'),
      parameter(API_WORDS.landAreaMin, 'Terrain d’au moins, en m² ; un terrain inconnu est écarté.', '5000'),
      parameter(API_WORDS.landAreaMax, 'Terrain d’au plus, en m².', '50000'),
      parameter(API_WORDS.suitabilityMin, 'Aptitude à l’industrie d’au moins, de 0 à 100.', '50'),
      ...CHOICE_NAMES.map((name) =>
        parameter(
          API_WORDS[name],
          `${CHOICE_LABELS[name][0]}, à répéter pour en accepter plusieurs : ${words(CHOICES[name])}.`,
          CHOICE_LABELS[name][1],
        ),
      ),
      parameter(API_WORDS.sort, `Ordre, par nom à défaut : ${words(SORTS)}.`, '-land-area'),
      parameter(API_WORDS.page, 'Numéro de la page, à partir de 1.', '2'),
    ],
    answer: { kind: 'json', schema: 'Sites' },
  },
  {
    id: 'oneSite',
    method: 'GET',
    path: '/api/v1/sites/{siteId}',
    title: 'Une friche',
    purpose: 'Donne tout ce que l’inventaire sait d’une friche, avec chaque colonne du fichier importé.',
    parameters: [
      { name: 'siteId', in: 'path', description: 'Identifiant national de la friche.', example: '42187_1' },
    ],
    answer: { kind: 'json', schema: 'Site' },
  },
];
