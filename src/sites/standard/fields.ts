import { OTHER_LISTS, POLLUTIONS, SITE_TYPES, STATES, STATUSES } from './words.ts';

/** How the cell of a field is read. */
export type FieldKind =
  | 'text'
  | 'date'
  | 'year'
  | 'whole-number'
  | 'word'
  | 'words'
  | 'owner-codes'
  | 'parcels'
  | 'geometry';

export interface StandardField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Whether v1.0.6 asks for it. */
  readonly isRequired: boolean;
  /** Words allowed, for a list. */
  readonly words?: readonly string[];
}

const field = (
  name: string,
  label: string,
  kind: FieldKind = 'text',
  more: { readonly isRequired?: boolean; readonly words?: readonly string[] } = {},
): StandardField => ({
  name,
  label,
  kind,
  isRequired: more.isRequired ?? false,
  ...(more.words === undefined ? {} : { words: more.words }),
});

const asked = { isRequired: true } as const;

/** The 51 fields of the CNIG standard « friches » v1.0.6, in its order. Source: schema.json of 2025-12-16. */
export const STANDARD_FIELDS: readonly StandardField[] = [
  field('site_id', 'Identifiant', 'text', asked),
  field('site_nom', 'Nom', 'text', asked),
  field('site_type', 'Type de friche', 'word', { isRequired: true, words: Object.keys(SITE_TYPES) }),
  field('site_adresse', 'Adresse'),
  field('site_identif_date', 'Repérée le', 'date', asked),
  field('site_actu_date', 'Mise à jour le', 'date', asked),
  field('site_url', 'Fiches du site'),
  field('site_ademe_url', 'Fiche de l’ADEME'),
  field('site_securite', 'Mise en sécurité', 'word', { words: OTHER_LISTS.site_securite }),
  field('site_occupation', 'Occupation', 'word', { words: OTHER_LISTS.site_occupation }),
  field('site_statut', 'Statut', 'word', { words: Object.keys(STATUSES) }),
  field('site_projet_url', 'Contact du projet'),
  field('site_reconv_annee', 'Année de reconversion', 'year'),
  field('site_reconv_type', 'Type de reconversion', 'word', { words: OTHER_LISTS.site_reconv_type }),
  field('activite_libelle', 'Anciennes activités'),
  field('activite_code', 'Codes d’activité'),
  field('activite_fin_annee', 'Fin d’activité', 'year'),
  field('comm_nom', 'Commune', 'text', asked),
  field('comm_insee', 'Code INSEE', 'text', asked),
  field('bati_type', 'Types de bâtiment', 'words', { words: OTHER_LISTS.bati_type }),
  field('bati_nombre', 'Nombre de bâtiments', 'whole-number'),
  field('bati_surface', 'Surface de plancher (m²)', 'whole-number'),
  field('bati_pollution', 'Pollution du bâti', 'word', { words: OTHER_LISTS.bati_pollution }),
  field('bati_vacance', 'Vacance du bâti', 'word', { words: OTHER_LISTS.bati_vacance }),
  field('bati_patrimoine', 'Valeur patrimoniale', 'word', { words: OTHER_LISTS.bati_patrimoine }),
  field('bati_etat', 'État du bâti', 'word', { words: Object.keys(STATES) }),
  field('local_ancien_annee', 'Local le plus ancien', 'year'),
  field('local_recent_annee', 'Local le plus récent', 'year'),
  field('proprio_type', 'Types de propriétaire', 'owner-codes'),
  field('proprio_personne', 'Nature du propriétaire', 'words', { words: OTHER_LISTS.proprio_personne }),
  field('proprio_nom', 'Propriétaires'),
  field('sol_pollution_annee', 'Pollution constatée en', 'year'),
  field('sol_pollution_existe', 'Pollution du sol', 'word', { words: Object.keys(POLLUTIONS) }),
  field('sol_pollution_origine', 'Origine de la pollution', 'word', {
    words: OTHER_LISTS.sol_pollution_origine,
  }),
  field('sol_pollution_commentaire', 'Commentaire sur la pollution'),
  field('sol_depollution_fiche', 'Fiche de dépollution'),
  field('unite_fonciere_surface', 'Unité foncière (m²)', 'whole-number'),
  field('unite_fonciere_refcad', 'Parcelles', 'parcels'),
  field('urba_zone_type', 'Type de zone', 'word', { words: OTHER_LISTS.urba_zone_type }),
  field('urba_zone_lib', 'Libellé de la zone'),
  field('urba_zone_formdomi', 'Forme dominante de la zone'),
  // Asked since v1.0.6 only: its absence is told once, and nothing is held against a row.
  field('urba_zaer', 'Zone d’accélération des énergies renouvelables', 'word', {
    words: OTHER_LISTS.urba_zaer,
  }),
  field('urba_doc_type', 'Document d’urbanisme', 'word', { words: OTHER_LISTS.urba_doc_type }),
  field('desserte_distance', 'Distances aux réseaux'),
  field('desserte_commentaire', 'Desserte'),
  field('source_nom', 'Source', 'text', asked),
  field('source_url', 'Adresse de la source'),
  field('source_producteur', 'Producteur'),
  field('source_contact', 'Contact'),
  field('geompoint', 'Point', 'geometry'),
  field('geomsurf', 'Périmètre', 'geometry'),
];

/** Places given otherwise than the standard says. */
export const PLACE_FIELDS = ['longitude', 'latitude'] as const;

/** Headers of older versions and of exports, folded → name in the standard. */
export const HEADER_ALIASES: Readonly<Record<string, string>> = {
  id_site: 'site_id',
  siteid: 'site_id',
  identifiant_site: 'site_id',
  nom_site: 'site_nom',
  nom_du_site: 'site_nom',
  friche: 'site_nom',
  nom_friche: 'site_nom',
  type_friche: 'site_type',
  type_de_friche: 'site_type',
  adresse: 'site_adresse',
  statut: 'site_statut',
  commune: 'comm_nom',
  nom_commune: 'comm_nom',
  nom_com: 'comm_nom',
  comm_name: 'comm_nom',
  insee: 'comm_insee',
  code_insee: 'comm_insee',
  insee_com: 'comm_insee',
  code_commune: 'comm_insee',
  codgeo: 'comm_insee',
  depcom: 'comm_insee',
  catpro3: 'proprio_type',
  surface_unite_fonciere: 'unite_fonciere_surface',
  refcad: 'unite_fonciere_refcad',
  urba_zone_libelle: 'urba_zone_lib',
  zaer: 'urba_zaer',
  geom_point: 'geompoint',
  geom_surf: 'geomsurf',
  geometrie: 'geomsurf',
  geom: 'geomsurf',
  wkt: 'geomsurf',
  wkt_geom: 'geomsurf',
  the_geom: 'geomsurf',
  lon: 'longitude',
  long: 'longitude',
  lng: 'longitude',
  x: 'longitude',
  coord_x: 'longitude',
  lat: 'latitude',
  y: 'latitude',
  coord_y: 'latitude',
};
