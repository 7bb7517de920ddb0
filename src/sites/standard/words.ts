import type {
  BUILDING_STATES,
  GROUND_POLLUTIONS,
  OWNER_KINDS,
  PREVIOUS_USES,
  ZONINGS,
} from '../../dossier/brownfield.ts';
import type { SITE_STATUSES } from '../inventory-site.ts';

/**
 * The word lists of the CNIG standard « friches » v1.0.6, as the standard writes them, and the older terms that files
 * still hold. Source: CNIG, Standard Friches v1.0.6, schema.json of 2025-12-16.
 */

const NOT_SAID = ['inconnu', 'autre', 'sans objet'] as const;

/** Word of the standard → our word. */
export const SITE_TYPES = {
  'friche industrielle': 'industry',
  'friche commerciale': 'commerce',
  'friche hospitalière': 'hospital',
  'friche agro-industrielle': 'agro-industry',
  'friche carrière ou mine': 'mine',
  'friche militaire': 'military',
  'friche d’habitat': 'housing',
  'friche d’équipement public': 'public-facility',
  'friche portuaire': 'port',
  'friche aéroportuaire': 'airport',
  'friche ferroviaire': 'railway',
  'friche logistique': 'logistics',
  'friche loisir tourisme hôtellerie': 'tourism',
  'friche enseignement': 'teaching',
  'friche cultuelle': 'worship',
  'mixte - dominante habitat': 'mixed',
  'mixte - autre': 'mixed',
  inconnu: 'unknown',
  autre: 'other',
  'sans objet': 'unknown',
} as const satisfies Readonly<Record<string, keyof typeof PREVIOUS_USES>>;

export const STATUSES = {
  'friche potentielle': 'potential',
  'friche sans projet': 'without-project',
  'friche avec projet': 'with-project',
  'friche reconvertie': 'converted',
  inconnu: 'unknown',
  autre: 'unknown',
  'sans objet': 'unknown',
} as const satisfies Readonly<Record<string, keyof typeof SITE_STATUSES>>;

export const POLLUTIONS = {
  'pollution inexistante': 'none',
  'pollution traitée': 'treated',
  'pollution peu probable': 'unlikely',
  'pollution supposée': 'suspected',
  'pollution avérée': 'known',
  inconnu: 'unknown',
  autre: 'unknown',
  'sans objet': 'unknown',
} as const satisfies Readonly<Record<string, keyof typeof GROUND_POLLUTIONS>>;

export const STATES = {
  'dégradation inexistante ou faible': 'good',
  'dégradation moyenne': 'medium',
  'dégradation très importante': 'bad',
  'dégradation hétérogène': 'mixed',
  inconnu: 'unknown',
  autre: 'unknown',
  'sans objet': 'unknown',
} as const satisfies Readonly<Record<string, keyof typeof BUILDING_STATES>>;

/** Lists that have no word of ours: read to be checked, kept as text. */
export const OTHER_LISTS = {
  site_securite: [
    'évacuation des produits dangereux et déchets présents sur le site',
    'interdictions ou limitations d’accès au site',
    'suppression des risques d’incendie et d’explosion',
    'surveillance des effets de l’installation sur son environnement',
    'mesures de gestion de pollution ou restrictions temporaires',
    'existence d’une attestation de mise en sécurité',
    ...NOT_SAID,
  ],
  site_occupation: [
    'totalement inoccupé',
    'partiellement inoccupé',
    'occupation transitoire ou temporaire',
    'occupation illicite supposée',
    'occupation illicite avérée',
    ...NOT_SAID,
  ],
  site_reconv_type: [
    'habitat',
    'bureau',
    'commerce',
    'industrie',
    'autres activités économiques',
    'équipement public',
    'aménagement d’espace public',
    'renaturation',
    'panneaux photovoltaïques',
    'énergie, hors photovoltaïque',
    'mixte',
    ...NOT_SAID,
  ],
  bati_type: ['industriel', 'commercial', 'résidentiel', 'secteur tertiaire', ...NOT_SAID],
  bati_pollution: ['amiante', 'plomb', ...NOT_SAID],
  bati_vacance: ['occupé', 'partiellement occupé', 'vacant', ...NOT_SAID],
  bati_patrimoine: [
    'aucun',
    'présence d’un bâtiment d’intérêt',
    'présence d’un bâtiment classé',
    ...NOT_SAID,
  ],
  proprio_personne: ['personne physique', 'personne morale', ...NOT_SAID],
  sol_pollution_origine: [
    'dépôt de déchets, stockages de produits',
    'pollution due au fonctionnement de l’installation',
    'origine accidentelle (transport, transbordement, manipulation,...)',
    'retombées atmosphériques',
    ...NOT_SAID,
  ],
  urba_zone_type: ['U', 'AUc', 'AUs', 'A', 'N', 'Zc', 'ZCa', 'ZnC', 'RNU', ...NOT_SAID],
  urba_zaer: ['oui', 'non', 'inconnu'],
  urba_doc_type: ['RNU', 'CC', 'PLU', 'PLUI', 'PSMV', ...NOT_SAID],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Terms of older versions and of exports, without accents nor capitals → the word of the standard. */
export const OLDER_TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  site_type: {
    'agro-industrielle': 'friche agro-industrielle',
    industrielle: 'friche industrielle',
    commerciale: 'friche commerciale',
    hospitaliere: 'friche hospitalière',
    militaire: 'friche militaire',
    portuaire: 'friche portuaire',
    aeroportuaire: 'friche aéroportuaire',
    ferroviaire: 'friche ferroviaire',
    logistique: 'friche logistique',
    cultuelle: 'friche cultuelle',
    enseignement: 'friche enseignement',
    habitat: 'friche d’habitat',
    "friche d'habitation": 'friche d’habitat',
    "friche d'equipement": 'friche d’équipement public',
    'equipement public': 'friche d’équipement public',
    'carriere ou mine': 'friche carrière ou mine',
    'loisir tourisme hotellerie': 'friche loisir tourisme hôtellerie',
    'friche touristique': 'friche loisir tourisme hôtellerie',
    mixte: 'mixte - autre',
    'friche mixte': 'mixte - autre',
  },
  site_statut: {
    'sans projet': 'friche sans projet',
    'avec projet': 'friche avec projet',
    reconvertie: 'friche reconvertie',
    potentielle: 'friche potentielle',
  },
  sol_pollution_existe: {
    inexistante: 'pollution inexistante',
    traitee: 'pollution traitée',
    'peu probable': 'pollution peu probable',
    supposee: 'pollution supposée',
    averee: 'pollution avérée',
  },
  bati_type: { residence: 'résidentiel', tertiaire: 'secteur tertiaire' },
};

/** Zone of the plan → its family; activity, housing and facility are then told by the dominant form. */
export const ZONE_FAMILIES: Readonly<
  Record<string, 'urban' | Extract<keyof typeof ZONINGS, 'activity' | 'agricultural' | 'natural' | 'unknown'>>
> = {
  U: 'urban',
  AUc: 'urban',
  AUs: 'urban',
  A: 'agricultural',
  N: 'natural',
  Zc: 'urban',
  ZCa: 'activity',
  ZnC: 'natural',
};

/**
 * Families of owners by the start of their code in the fichiers fonciers (catpro3, 121 codes). What may be public as
 * well as private (health, teaching, associations) is left unknown. Owners of a condominium are several.
 * Source: Cerema, doc-datafoncier, « catpro3txt ».
 */
export const OWNER_CODES: Readonly<Record<string, keyof typeof OWNER_KINDS>> = {
  P1b: 'state',
  P2: 'local-authority',
  P3: 'local-authority',
  P4: 'local-authority',
  P5: 'local-authority',
  P6: 'local-authority',
  F1: 'social-housing',
  F2: 'epf',
  F4: 'company',
  F5a: 'company',
  F5b: 'state',
  F6: 'company',
  F7a: 'state',
  F7b: 'company',
  F7c: 'state',
  F7d: 'company',
  F7e: 'company',
  F7f: 'company',
  F7g: 'state',
  A1a: 'company',
  A1f: 'company',
  A1h: 'company',
  G1: 'company',
  G2: 'several',
  M1: 'company',
  R1: 'company',
  R2: 'state',
  R5: 'company',
  X1: 'person',
  Z1: 'company',
  Z2: 'company',
  Z3: 'company',
  Z4: 'state',
};
