import { field, group, hypothesis } from '../input/description.ts';
import { amount, choice } from '../input/fields.ts';

export const YES_NO_UNKNOWN = { yes: 'oui', no: 'non', unknown: 'inconnu' } as const;

const UNKNOWN = hypothesis(
  'unknown',
  'non renseigné : le critère n’entre pas dans l’indice et la fiabilité baisse',
);

const yesNo = (label: string, help: string) =>
  field(choice(YES_NO_UNKNOWN), { label, help, fallback: UNKNOWN });
const oneOf = <const T extends string>(label: string, help: string, words: Readonly<Record<T, string>>) =>
  field(choice(words), { label, help, fallback: UNKNOWN });
const distance = (label: string, help: string) =>
  field(amount({ min: '0' }).nullable(), {
    label,
    help,
    fallback: hypothesis(null, 'non renseigné : le critère n’entre pas dans l’indice et la fiabilité baisse'),
  });

/** What the national grid of mutability asks and the inventory does not say: access, networks, risks, protections. */
export const SITE_CRITERIA = group('Critères de mutabilité', {
  cityCentre: yesNo('Site en centre-ville', 'Au cœur du tissu urbain.'),
  motorwayKm: distance('Distance à l’autoroute (km)', 'Par la route, jusqu’à l’échangeur.'),
  publicTransportM: distance('Distance aux transports en commun (m)', 'Jusqu’à l’arrêt le plus proche.'),
  waterConnection: yesNo('Raccordement à l’eau', 'Réseau au droit du site.'),
  roadQuality: oneOf('Voie de desserte', 'Accès des poids lourds.', {
    accessible: 'bonne',
    degraded: 'dégradée',
    poor: 'peu accessible',
    unknown: 'inconnue',
  }),
  railSiding: oneOf('Embranchement ferroviaire', 'À moins d’un kilomètre, en bon état.', {
    good: 'à moins d’1 km, bon état',
    no: 'absent ou en mauvais état',
    unknown: 'inconnu',
  }),
  floodRisk: yesNo('Risque d’inondation', 'Plan de prévention ou aléa connu.'),
  clayRisk: yesNo('Retrait-gonflement des argiles fort', 'Carte des argiles.'),
  cavities: yesNo('Cavités souterraines', 'Inventaire national des cavités.'),
  technologicalRisk: yesNo('Risques technologiques', 'Périmètre d’un établissement à risque.'),
  environmentalZone: oneOf('Zonage environnemental', 'Protection la plus forte.', {
    none: 'hors zone',
    'natura-2000': 'Natura 2000 ou ZNIEFF',
    reserve: 'réserve',
    unknown: 'inconnu',
  }),
  heritageZone: oneOf('Zonage patrimonial', 'Protection la plus forte.', {
    none: 'aucun',
    abf: 'périmètre de l’architecte des bâtiments de France',
    listed: 'site classé',
    unknown: 'inconnu',
  }),
  landscape: oneOf('Qualité du paysage', 'Appréciation de terrain.', {
    ordinary: 'ordinaire',
    remarkable: 'remarquable',
    unknown: 'inconnue',
  }),
  architecture: oneOf('Valeur architecturale', 'Des bâtiments présents.', {
    ordinary: 'ordinaire',
    remarkable: 'remarquable',
    unknown: 'inconnue',
  }),
  greenCorridor: yesNo('Trame verte et bleue', 'Site dans la trame.'),
  protectedSpecies: yesNo('Espèces protégées', 'Présence connue.'),
  wetland: yesNo('Zone humide', 'Zone humide potentielle ou avérée.'),
});
