/**
 * What the national grid of mutability says of a brownfield for industry: weights and effects are facts, copied with
 * their source; how they are read on a brownfield stands in `site-answers.ts`.
 *
 * Source: « Mutafriches » (ADEME, Cerema), algorithm v1.11, column « industrie », read on 2026-11-22. The whole grid has
 * 28 criteria and a weight of 30 for all uses. The 22 whose effect on industry was read are here (weight 24.5): the six
 * others, of which no effect on this use was read, count neither in the index nor among what is known.
 */
export const GRID_SOURCE =
  'Mutafriches (ADEME, Cerema), algorithme v1.11, colonne industrie, lu le 22/11/2026';

/** Sum of the weights of the whole national grid, of which the reliability is a share. */
export const GRID_WEIGHT = 30;
export const GRID_CRITERIA = 28;

export type Effect = 'very-positive' | 'positive' | 'neutral' | 'negative' | 'very-negative';

/**
 * Points of each effect, before its weight, on the side of advantages and on that of constraints. A neutral criterion
 * counts half a point on both sides, as in the national algorithm: known, it draws the index towards one half.
 */
export const EFFECTS: Readonly<
  Record<Effect, { readonly label: string; readonly advantage: number; readonly constraint: number }>
> = {
  'very-positive': { label: 'très positif', advantage: 2, constraint: 0 },
  positive: { label: 'positif', advantage: 1, constraint: 0 },
  neutral: { label: 'neutre', advantage: 0.5, constraint: 0.5 },
  negative: { label: 'négatif', advantage: 0, constraint: 1 },
  'very-negative': { label: 'très négatif', advantage: 0, constraint: 2 },
};

/** What a criterion may find, and what it does to the index. */
export interface Answer {
  readonly when: string;
  readonly effect: Effect;
}

export interface GridCriterion {
  readonly label: string;
  readonly weight: number;
  readonly answers: Readonly<Record<string, Answer>>;
}

const answer = (when: string, effect: Effect): Answer => ({ when, effect });
const yesOrNo = (yes: Effect, no: Effect) => ({ yes: answer('oui', yes), no: answer('non', no) });

/**
 * Bounds belong to the interval that the national algorithm puts them in: exactly 1 ha and exactly 5 ha are positive,
 * exactly 5 000 m² and 10 000 m² of buildings negative, exactly 1 km positive, 2 km negative, 5 km very negative,
 * exactly 500 m neutral.
 */
export const INDUSTRY_CRITERIA = {
  'land-area': {
    label: 'Surface du site',
    weight: 2,
    answers: {
      'under-1-ha': answer('moins de 1 ha', 'very-negative'),
      'from-1-ha': answer('de 1 à 1,5 ha', 'positive'),
      'from-1.5-ha': answer('de 1,5 à 5 ha', 'positive'),
      'over-5-ha': answer('plus de 5 ha', 'very-positive'),
    },
  },
  'built-area': {
    label: 'Surface bâtie',
    weight: 2,
    answers: {
      'under-5000-m2': answer('moins de 5 000 m²', 'very-negative'),
      'from-5000-m2': answer('de 5 000 à 10 000 m²', 'negative'),
      'over-10000-m2': answer('plus de 10 000 m²', 'positive'),
    },
  },
  'city-centre': {
    label: 'Site en centre-ville',
    weight: 1,
    answers: yesOrNo('very-negative', 'very-positive'),
  },
  motorway: {
    label: 'Distance à l’autoroute',
    weight: 0.5,
    answers: {
      'under-1-km': answer('moins de 1 km', 'very-positive'),
      'from-1-km': answer('de 1 à 2 km', 'positive'),
      'from-2-km': answer('de 2 à 5 km', 'negative'),
      'from-5-km': answer('5 km et plus', 'very-negative'),
    },
  },
  'public-transport': {
    label: 'Distance aux transports en commun',
    weight: 1,
    answers: {
      'under-500-m': answer('moins de 500 m', 'positive'),
      'from-500-m': answer('500 m et plus', 'neutral'),
    },
  },
  zoning: {
    label: 'Zonage réglementaire',
    weight: 2,
    answers: {
      activity: answer('urbain activité, ou à urbaniser à vocation d’activités', 'very-positive'),
      other: answer('habitat, équipement, agricole, naturel ou non constructible', 'very-negative'),
      urban: answer('urbain ou à urbaniser, sans précision', 'neutral'),
    },
  },
  pollution: {
    label: 'Présence de pollution',
    weight: 2,
    answers: {
      none: answer('non, ou déjà gérée', 'positive'),
      asbestos: answer('composés volatils ou amiante', 'negative'),
      other: answer('autres composés', 'neutral'),
    },
  },
  'building-state': {
    label: 'État du bâti',
    weight: 2,
    answers: {
      good: answer('intact ou faiblement dégradé', 'very-positive'),
      none: answer('aucun bâti', 'positive'),
      medium: answer('moyen ou hétérogène', 'neutral'),
      bad: answer('très dégradé', 'negative'),
    },
  },
  water: { label: 'Raccordement à l’eau', weight: 1, answers: yesOrNo('very-positive', 'very-negative') },
  road: {
    label: 'Qualité de la voie de desserte',
    weight: 0.5,
    answers: {
      accessible: answer('accessible', 'very-positive'),
      degraded: answer('dégradée', 'negative'),
      poor: answer('peu accessible', 'very-negative'),
    },
  },
  flood: { label: 'Risque d’inondation', weight: 1, answers: yesOrNo('very-negative', 'neutral') },
  clay: {
    label: 'Retrait-gonflement des argiles fort',
    weight: 0.5,
    answers: yesOrNo('negative', 'neutral'),
  },
  cavities: { label: 'Cavités souterraines', weight: 0.5, answers: yesOrNo('negative', 'neutral') },
  'technological-risk': {
    label: 'Risques technologiques',
    weight: 1,
    answers: yesOrNo('positive', 'neutral'),
  },
  environment: {
    label: 'Zonage environnemental',
    weight: 1,
    answers: {
      none: answer('hors zone', 'positive'),
      'natura-2000': answer('Natura 2000 ou ZNIEFF', 'negative'),
      reserve: answer('réserve', 'very-negative'),
    },
  },
  heritage: {
    label: 'Zonage patrimonial',
    weight: 1,
    answers: {
      none: answer('aucun', 'positive'),
      abf: answer('périmètre de l’architecte des bâtiments de France', 'negative'),
      listed: answer('site classé', 'very-negative'),
    },
  },
  landscape: {
    label: 'Qualité du paysage',
    weight: 1,
    answers: {
      ordinary: answer('ordinaire', 'positive'),
      remarkable: answer('remarquable', 'negative'),
    },
  },
  architecture: {
    label: 'Valeur architecturale',
    weight: 1,
    answers: {
      ordinary: answer('ordinaire', 'positive'),
      remarkable: answer('remarquable', 'negative'),
    },
  },
  'green-corridor': {
    label: 'Trame verte et bleue',
    weight: 1,
    answers: { no: answer('hors trame', 'positive'), yes: answer('dans la trame', 'negative') },
  },
  'protected-species': {
    label: 'Espèces protégées',
    weight: 1,
    answers: yesOrNo('very-negative', 'neutral'),
  },
  wetland: { label: 'Zone humide', weight: 1, answers: yesOrNo('very-negative', 'neutral') },
  'rail-siding': {
    label: 'Embranchement ferroviaire',
    weight: 0.5,
    answers: {
      good: answer('à moins de 1 km, en bon état', 'very-positive'),
      no: answer('plus loin, absent ou en mauvais état', 'neutral'),
    },
  },
} as const satisfies Readonly<Record<string, GridCriterion>>;

export type CriterionId = keyof typeof INDUSTRY_CRITERIA;

export const CRITERION_IDS = Object.keys(INDUSTRY_CRITERIA) as readonly CriterionId[];
