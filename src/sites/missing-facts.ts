import type { SiteRecord } from './listed-site.ts';

/** What the inventory does not say of a site. */
export interface MissingFact {
  readonly label: string;
  /** What it changes, and what is taken in its place. */
  readonly why: string;
  /** Who or what would say it. */
  readonly remedy: string;
}

const FACTS: readonly (MissingFact & { readonly isMissing: (site: SiteRecord) => boolean })[] = [
  {
    label: 'Surface du terrain',
    isMissing: ({ landAreaM2 }) => landAreaM2 === null,
    why: 'Presque tous les coûts se comptent au mètre carré de terrain : sans elle, le site ne se chiffre pas.',
    remedy: 'cadastre, ou contour du site',
  },
  {
    label: 'Pollution du sol',
    isMissing: ({ pollution }) => pollution === 'unknown',
    why: 'La dépollution est le poste le plus incertain : la part polluée est alors supposée d’après l’ancien usage.',
    remedy: 'étude historique et documentaire, puis sondages ; fiches BASIAS et BASOL de Géorisques',
  },
  {
    label: 'Surface bâtie',
    isMissing: ({ builtAreaM2 }) => builtAreaM2 === null,
    why: 'Démolition, désamiantage et réhabilitation se comptent au mètre carré bâti.',
    remedy: 'relevé, ou fichiers fonciers',
  },
  {
    label: 'État des bâtiments',
    isMissing: ({ buildingState }) => buildingState === 'unknown',
    why: 'Il décide entre réhabiliter et démolir, dont les coûts diffèrent beaucoup.',
    remedy: 'visite avec un maître d’œuvre',
  },
  {
    label: 'Amiante et plomb',
    isMissing: ({ asbestos, buildingState }) => asbestos === 'unknown' && buildingState !== 'none',
    why: 'Le désamiantage s’ajoute ou non à la démolition et à la réhabilitation.',
    remedy: 'repérage avant travaux ou démolition',
  },
  {
    label: 'Zonage d’urbanisme',
    isMissing: ({ zoning }) => zoning === 'unknown',
    why: 'Une zone qui n’admet pas l’industrie demande de modifier le PLU, ou ferme le site.',
    remedy: 'PLU de la commune, Géoportail de l’urbanisme',
  },
  {
    label: 'Propriétaire',
    isMissing: ({ ownerKind }) => ownerKind === 'unknown',
    why: 'Il allonge ou raccourcit la maîtrise du foncier, donc le portage.',
    remedy: 'relevé de propriété',
  },
  {
    label: 'Nature de la friche',
    isMissing: ({ previousUse }) => previousUse === 'unknown',
    why: 'À défaut d’étude, c’est lui qui fixe la part de terrain polluée.',
    remedy: 'archives communales, inventaire des anciens sites industriels',
  },
  {
    label: 'Place du site',
    isMissing: ({ longitude }) => longitude === null,
    why: 'Le site n’est pas sur la carte, et ses distances ne se mesurent pas.',
    remedy: 'adresse ou références cadastrales',
  },
];

/** What is missing, that which changes most first. */
export function missingFacts(site: SiteRecord): readonly MissingFact[] {
  return FACTS.filter(({ isMissing }) => isMissing(site)).map(({ label, why, remedy }) => ({
    label,
    why,
    remedy,
  }));
}
