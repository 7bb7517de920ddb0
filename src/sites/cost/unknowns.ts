import type { Brownfield } from '../../dossier/dossier.ts';
import type { UnknownId } from '../ranged.ts';
import { REMEDIES } from './drivers.ts';

/** Something of a brownfield that is not known, and what to do about it. */
export interface SiteUnknown {
  /** Key of the field in BROWNFIELD. */
  readonly field: keyof Brownfield;
  /** In French: « surface bâtie ». */
  readonly label: string;
  /** Which driver of the cost it feeds; undefined when it moves no cost. */
  readonly driver?: UnknownId;
  /** In French: what to do. */
  readonly remedy: string;
}

interface Question extends SiteUnknown {
  readonly isMissing: (brownfield: Brownfield) => boolean;
}

const hasBuildings = ({ buildingState, builtAreaM2 }: Brownfield): boolean =>
  buildingState !== 'none' && !(builtAreaM2?.isZero() ?? false);

const isPolluted = ({ groundPollution }: Brownfield): boolean =>
  groundPollution !== 'none' && groundPollution !== 'treated';

const QUESTIONS: readonly Question[] = [
  {
    field: 'groundPollution',
    label: 'pollution du sol',
    driver: 'ground',
    remedy: REMEDIES.ground,
    isMissing: ({ groundPollution, pollutedShare }) =>
      groundPollution === 'unknown' && pollutedShare === null,
  },
  {
    field: 'pollutedShare',
    label: 'part du terrain polluée',
    driver: 'ground',
    remedy: REMEDIES.ground,
    isMissing: (brownfield) =>
      brownfield.pollutedShare === null && brownfield.groundPollution !== 'unknown' && isPolluted(brownfield),
  },
  {
    field: 'asbestos',
    label: 'amiante ou plomb',
    driver: 'asbestos',
    remedy: REMEDIES.asbestos,
    isMissing: (brownfield) => brownfield.asbestos === 'unknown' && hasBuildings(brownfield),
  },
  {
    field: 'builtAreaM2',
    label: 'surface bâtie',
    driver: 'built-area',
    remedy: REMEDIES['built-area'],
    isMissing: (brownfield) => brownfield.builtAreaM2 === null && hasBuildings(brownfield),
  },
  {
    field: 'buildingState',
    label: 'état des bâtiments',
    driver: 'buildings',
    remedy: REMEDIES.buildings,
    isMissing: (brownfield) => brownfield.buildingState === 'unknown' && hasBuildings(brownfield),
  },
  {
    field: 'sealedAreaM2',
    label: 'surface imperméable',
    driver: 'sealing',
    remedy: REMEDIES.sealing,
    isMissing: ({ sealedAreaM2 }) => sealedAreaM2 === null,
  },
  {
    field: 'price',
    label: 'prix demandé',
    driver: 'price',
    remedy: REMEDIES.price,
    isMissing: ({ price, quotes }) => price === null && !quotes.some(({ item }) => item === 'purchase'),
  },
  {
    field: 'ownerKind',
    label: 'propriétaire',
    driver: 'calendar',
    remedy: 'Consulter le fichier foncier ou demander un relevé de propriété à la mairie.',
    isMissing: ({ ownerKind, controlMonths }) => ownerKind === 'unknown' && controlMonths === null,
  },
  {
    field: 'zoning',
    label: 'zonage du plan local d’urbanisme',
    driver: 'calendar',
    remedy: 'Demander un certificat d’urbanisme opérationnel (instruction de deux mois).',
    isMissing: ({ zoning, permitMonths }) => zoning === 'unknown' && permitMonths === null,
  },
  {
    field: 'previousUse',
    label: 'ancien usage',
    driver: 'ground',
    remedy: 'Étude historique : archives, inventaire des anciens sites industriels (CASIAS).',
    isMissing: (brownfield) =>
      brownfield.previousUse === 'unknown' && brownfield.pollutedShare === null && isPolluted(brownfield),
  },
  {
    field: 'marketValue',
    label: 'valeur vénale',
    remedy: 'Avis du Domaine ou expertise : sans elle aucun rabais ne peut être mesuré.',
    isMissing: ({ marketValue }) => marketValue === null,
  },
];

/** What is missing of a brownfield and what to do, in the order of what it usually costs. */
export function unknownsOf(brownfield: Brownfield): readonly SiteUnknown[] {
  return QUESTIONS.filter(({ isMissing }) => isMissing(brownfield)).map(
    ({ isMissing: _, ...unknown }) => unknown,
  );
}
