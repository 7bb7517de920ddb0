import { field, group, hypothesis, list } from '../input/description.ts';
import {
  amount,
  area,
  choice,
  departmentCode,
  kebabId,
  rate,
  share,
  text,
  wholeNumber,
} from '../input/fields.ts';
import { SITE_CRITERIA, YES_NO_UNKNOWN } from './brownfield-criteria.ts';
import { AFR_ZONES } from './state-aid-zones.ts';
import { moneyField, shareField, truthField } from './wording.ts';

/** What a site was before it was left: its pollution, in the absence of a study, is guessed from it. */
export const PREVIOUS_USES = {
  industry: 'industrielle',
  'agro-industry': 'agro-industrielle',
  commerce: 'commerciale',
  logistics: 'logistique',
  railway: 'ferroviaire',
  port: 'portuaire',
  airport: 'aéroportuaire',
  military: 'militaire',
  mine: 'de carrière ou de mine',
  landfill: 'de décharge',
  hospital: 'hospitalière',
  housing: 'd’habitat',
  'public-facility': 'd’équipement public',
  tourism: 'de loisir, de tourisme ou hôtelière',
  teaching: 'd’enseignement',
  worship: 'cultuelle',
  mixed: 'mixte',
  other: 'autre',
  unknown: 'inconnue',
} as const;

/** What is known of the ground. */
export const GROUND_POLLUTIONS = {
  none: 'inexistante',
  treated: 'traitée',
  unlikely: 'peu probable',
  suspected: 'supposée',
  known: 'avérée',
  unknown: 'inconnue',
} as const;

/** How worn the buildings are. */
export const BUILDING_STATES = {
  good: 'dégradation inexistante ou faible',
  medium: 'dégradation moyenne',
  bad: 'dégradation très importante',
  mixed: 'dégradation hétérogène',
  none: 'aucun bâtiment',
  unknown: 'inconnu',
} as const;

/** Who owns the site. */
export const OWNER_KINDS = {
  'local-authority': 'collectivité',
  epf: 'établissement public foncier',
  state: 'État ou établissement public',
  'social-housing': 'bailleur social',
  company: 'société',
  person: 'personne physique',
  several: 'plusieurs propriétaires de nature différente',
  unknown: 'inconnu',
} as const;

/** What town planning says of the zone. */
export const ZONINGS = {
  activity: 'urbaine ou à urbaniser, vocation activités',
  urban: 'urbaine ou à urbaniser, vocation non précisée ou mixte',
  housing: 'urbaine, vocation habitat',
  facility: 'équipement, loisirs',
  agricultural: 'agricole',
  natural: 'naturelle ou non constructible',
  unknown: 'inconnue',
} as const;

/** The ages of a bilan d’aménagement, oldest first: at each, what is known takes the place of what was estimated. */
export const BALANCE_AGES = {
  feasibility: 'faisabilité',
  initial: 'initial',
  updated: 'actualisé',
  closing: 'clôture',
} as const;

/** The items of the cost of a site, in the order of a bilan d’aménagement. */
export const COST_ITEMS = {
  studies: 'Études préalables et techniques',
  purchase: 'Acquisition',
  'purchase-costs': 'Droits de mutation et frais d’acquisition',
  demolition: 'Démolition',
  asbestos: 'Désamiantage',
  depollution: 'Dépollution',
  unsealing: 'Désimperméabilisation',
  'soil-restoration': 'Restauration des sols',
  servicing: 'Viabilisation et aménagement (VRD)',
  rehabilitation: 'Réhabilitation des bâtiments gardés',
  construction: 'Construction neuve',
  fees: 'Honoraires techniques',
  guarding: 'Gardiennage pendant le portage',
  upkeep: 'Entretien du bâti vacant pendant le portage',
  'taxe-fonciere': 'Taxe foncière pendant le portage',
  contingencies: 'Aléas',
} as const;

/** Defaults say « inconnu »: what is not known makes a range, never a figure. */
const unknownUntil = (why: string) => hypothesis('unknown', why);
const notKnown = (why: string) => hypothesis(null, why);

/** A quantity known from a study: it then takes the place of a range. 0 says that there is none. */
const optionalArea = (label: string, help: string, why: string) =>
  field(amount({ min: '0', max: '100000000' }).nullable(), {
    label,
    help,
    unit: 'area',
    fallback: notKnown(why),
  });
const optionalShare = (label: string, help: string, why: string) =>
  field(share().nullable(), { label, help, unit: 'ratio', fallback: notKnown(why) });
const optionalMonths = (label: string, help: string) =>
  field(wholeNumber(0, 120).nullable(), {
    label,
    help,
    unit: 'months',
    fallback: notKnown('fourchette usuelle'),
  });

/** A brownfield that an enterprise may settle on, told by its physical state: what is null makes a range. */
export const BROWNFIELD = group('Friche', {
  id: field(kebabId(), {
    label: 'Identifiant de la friche',
    help: 'Nom court en minuscules, tirets entre les mots.',
  }),
  name: field(text(160), { label: 'Nom de la friche', help: 'Nom usuel.' }),
  inventoryId: field(text(80).nullable(), {
    label: 'Identifiant dans l’inventaire national',
    help: 'site_id du standard CNIG Friches.',
    fallback: notKnown('friche décrite à la main'),
  }),
  commune: field(text(120), { label: 'Commune de la friche', help: 'Nom de la commune.' }),
  department: field(departmentCode(), {
    label: 'Département de la friche',
    help: 'Code à deux ou trois caractères (42, 2A, 974).',
  }),
  previousUse: field(choice(PREVIOUS_USES), {
    label: 'Nature de la friche',
    help: 'Ancien usage : fixe la part de surface polluée à défaut d’étude.',
    fallback: unknownUntil('ancien usage non renseigné'),
  }),
  ownerKind: field(choice(OWNER_KINDS), {
    label: 'Propriétaire de la friche',
    help: 'Allonge ou raccourcit la maîtrise du foncier.',
    fallback: unknownUntil('propriétaire non renseigné'),
  }),
  landAreaM2: field(area(), {
    label: 'Terrain de la friche',
    help: 'Unité foncière, en mètres carrés.',
    unit: 'area',
  }),
  builtAreaM2: optionalArea(
    'Bâtiments existants',
    'Surface de plancher présente, en mètres carrés ; 0 s’il n’y en a aucun.',
    'surface bâtie non renseignée',
  ),
  sealedAreaM2: optionalArea(
    'Sols imperméables aujourd’hui',
    'Bâtiments et enrobés, en mètres carrés.',
    'part usuelle du terrain',
  ),
  buildingState: field(choice(BUILDING_STATES), {
    label: 'État des bâtiments',
    help: 'Fixe le niveau de réhabilitation.',
    fallback: unknownUntil('état non renseigné'),
  }),
  asbestos: field(choice(YES_NO_UNKNOWN), {
    label: 'Amiante ou plomb',
    help: 'Présence repérée dans les bâtiments.',
    fallback: unknownUntil('aucun repérage'),
  }),
  groundPollution: field(choice(GROUND_POLLUTIONS), {
    label: 'Pollution du sol',
    help: 'Ce qu’en disent les études ou l’inventaire.',
    fallback: unknownUntil('aucune étude'),
  }),
  pollutedShare: optionalShare(
    'Part du terrain polluée',
    'Part de la surface, d’après une étude de sols.',
    'part usuelle de l’ancien usage',
  ),
  treatedShare: optionalShare(
    'Part de la surface polluée à traiter',
    'D’après le plan de gestion.',
    'un quart de la surface polluée',
  ),
  zoning: field(choice(ZONINGS), {
    label: 'Zonage d’urbanisme',
    help: 'Zone du PLU.',
    fallback: unknownUntil('zonage non renseigné'),
  }),
  afrZone: field(choice(AFR_ZONES), {
    label: 'Zone d’aide à finalité régionale (AFR) de la commune',
    help: 'Carte 2022-2027. « À vérifier » : celle du dossier si la commune est la même, sinon les plafonds hors zone.',
    fallback: unknownUntil('zone non recherchée'),
  }),
  ruralCommune: truthField({
    label: 'Commune rurale',
    help: 'Le gardiennage n’y est pas compté.',
    fallback: hypothesis(false, 'commune urbaine'),
  }),
  price: field(amount({ min: '0' }).nullable(), {
    label: 'Prix demandé',
    help: 'Hors droits et frais.',
    unit: 'money',
    fallback: notKnown('prix inconnu : ratio au mètre carré de terrain'),
  }),
  marketValue: field(amount({ min: '0' }).nullable(), {
    label: 'Valeur vénale',
    help: 'Avis du Domaine ou expertise : mesure un rabais quand le vendeur est public.',
    unit: 'money',
    fallback: notKnown('non renseignée : aucun rabais mesuré'),
  }),
  commitmentToBuild: truthField({
    label: 'Engagement de construire sur la friche',
    help: 'Droit fixe de 125 € au lieu des droits proportionnels.',
    fallback: hypothesis(false, 'pas d’engagement de construire'),
  }),
  floorAreaM2: optionalArea(
    'Locaux prêts à l’ouverture',
    'Surface utile livrée sur cette friche, en mètres carrés.',
    'besoin de l’entreprise',
  ),
  keptBuiltAreaM2: optionalArea(
    'Bâtiments gardés et réhabilités',
    'En mètres carrés ; le reste est démoli.',
    'ce que l’état des bâtiments permet, dans la limite du besoin',
  ),
  rehabilitation: field(
    choice({ light: 'légère', medium: 'moyenne', heavy: 'lourde', unknown: 'selon l’état des bâtiments' }),
    {
      label: 'Niveau de réhabilitation',
      help: 'Légère, moyenne ou lourde.',
      fallback: unknownUntil('d’après l’état des bâtiments'),
    },
  ),
  developedAreaM2: optionalArea(
    'Terrain aménagé',
    'Partie du terrain que le projet aménage ; le reste attend.',
    'ce que les locaux demandent, tout le terrain au plus haut',
  ),
  builtShareAfter: shareField({
    label: 'Part bâtie après projet',
    help: 'Du terrain aménagé.',
    fallback: hypothesis('0.6', 'programme industriel type de Bénéfriches (ADEME, 2026)'),
  }),
  sealedShareAfter: shareField({
    label: 'Part imperméable non bâtie après projet',
    help: 'Voirie et parkings, part du terrain aménagé.',
    fallback: hypothesis('0.3', 'programme industriel type de Bénéfriches (ADEME, 2026)'),
  }),
  greenShareAfter: shareField({
    label: 'Part végétalisée après projet',
    help: 'Part du terrain aménagé.',
    fallback: hypothesis('0.1', 'programme industriel type de Bénéfriches (ADEME, 2026)'),
  }),
  soldFloorAreaM2: optionalArea(
    'Droits à construire revendus',
    'Surface de plancher cédée à d’autres, en mètres carrés.',
    'aucune revente',
  ),
  unitCosts: field(
    choice({ levier: 'fourchettes de Levier', benefriches: 'ratios de Bénéfriches, sans fourchette' }),
    {
      label: 'Coûts unitaires retenus',
      help: 'Fourchettes bas, central, haut, ou ratios publiés par l’ADEME.',
      fallback: hypothesis('levier', 'fourchettes : une friche se chiffre rarement à un seul prix'),
    },
  ),
  quotes: list(
    'Montants connus',
    group('Montant connu', {
      item: field(choice(COST_ITEMS), { label: 'Poste', help: 'Poste du coût du site.' }),
      amount: moneyField({ label: 'Montant connu', help: 'Hors taxes ; il remplace la fourchette.' }),
      source: field(text(300), {
        label: 'Source du montant',
        help: 'Devis, étude, acte : document, date et auteur.',
      }),
      age: field(choice(BALANCE_AGES), {
        label: 'Âge du bilan',
        help: 'Bilan dans lequel ce montant entre : faisabilité, initial, actualisé, clôture. Le plus récent l’emporte.',
        fallback: hypothesis('initial', 'montant connu à l’engagement de l’opération'),
      }),
    }),
    { longest: 64, fallback: hypothesis([], 'aucun devis : tous les postes sont des fourchettes') },
  ),
  controlMonths: optionalMonths('Maîtrise du foncier', 'Mois jusqu’à l’acte.'),
  studyMonths: optionalMonths('Études et diagnostics', 'Mois.'),
  permitMonths: optionalMonths('Autorisations d’urbanisme', 'Mois, recours compris.'),
  clearingMonths: optionalMonths('Désamiantage, démolition, dépollution', 'Mois.'),
  worksMonths: optionalMonths('Travaux de bâtiment et d’aménagement', 'Mois.'),
  marketRentPerM2Year: moneyField(
    {
      label: 'Loyer de marché de la friche',
      help: 'Locaux livrés, en €/m²/an hors taxes et hors charges.',
      fallback: hypothesis(
        '55.00',
        'villes moyennes et bassins industriels : de 35 à 65 €/m²/an, estimation',
      ),
    },
    'money/area/years',
  ),
  exitYield: field(rate({ aboveMin: true }), {
    unit: 'ratio/years',
    label: 'Taux de capitalisation de la friche',
    help: 'Loyer net / valeur, droits exclus.',
    fallback: hypothesis('0.09', 'locaux d’activité secondaires : de 8 à 11 %, estimation'),
  }),
  taxeFoncierePerM2Year: moneyField(
    {
      label: 'Taxe foncière par mètre carré',
      help: 'Des locaux livrés, par an.',
      fallback: hypothesis('9.00', 'ordre de grandeur d’un local industriel, à demander à la commune'),
    },
    'money/area/years',
  ),
  chargesPerM2Year: moneyField(
    {
      label: 'Charges de l’immeuble par mètre carré',
      help: 'Assurance, entretien, maintenance, hors taxes, par an.',
      fallback: hypothesis('6.00', 'ordre de grandeur d’un local industriel'),
    },
    'money/area/years',
  ),
  criteria: SITE_CRITERIA,
});

/** The brownfields that a dossier compares for its enterprise. */
export const BROWNFIELDS = list('Friches comparées', BROWNFIELD, {
  longest: 8,
  fallback: hypothesis([], 'aucune friche comparée'),
});
