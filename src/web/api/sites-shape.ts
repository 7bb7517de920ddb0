import { z } from 'zod';

/** What the API gives of the inventory of brownfields, described once: types, documentation, and what tests check. */

const known = (description: string) => z.string().nullable().meta({ description });
const area = (description: string) =>
  z
    .string()
    .nullable()
    .meta({
      description: `${description}, texte décimal en m² ; null : non renseignée.`,
      examples: ['11268.5'],
    });
const word = (description: string) =>
  z.string().meta({ description: `${description} ; « unknown » : inconnu.` });
const score = (description: string) =>
  z
    .number()
    .nullable()
    .meta({ description: `${description}, de 0 à 100 ; null : aucune donnée.` });

const siteShape = z.strictObject({
  siteId: z.string().meta({ description: 'Identifiant national (site_id).' }),
  name: z.string(),
  commune: z.string().meta({ description: 'Nom officiel, ou celui du fichier ; vide s’il ne le dit pas.' }),
  insee: known('Code INSEE de la commune.'),
  epci: known('SIREN de l’intercommunalité.'),
  department: known('Code du département.'),
  region: known('Code de la région.'),
  longitude: z.number().nullable().meta({ description: 'Degrés, WGS84.' }),
  latitude: z.number().nullable().meta({ description: 'Degrés, WGS84.' }),
  landAreaM2: area('Terrain'),
  builtAreaM2: area('Surface bâtie'),
  status: word('Statut'),
  previousUse: word('Ancien usage'),
  pollution: word('Pollution du sol'),
  buildingState: word('État des bâtiments'),
  asbestos: word('Amiante ou plomb'),
  zoning: word('Zonage'),
  ownerKind: word('Propriétaire'),
  suitability: score('Aptitude à l’industrie'),
  reliability: score('Poids des critères connus dans cette aptitude'),
});

export const sitesAnswer = z
  .strictObject({
    total: z.int().meta({ description: 'Friches retenues, toutes pages comprises.' }),
    page: z.int(),
    pageSize: z.int(),
    sites: z.array(siteShape),
    next: z.string().optional().meta({ description: 'Adresse de la page suivante, s’il y en a une.' }),
  })
  .meta({ title: 'Page de friches' });

export const siteAnswer = siteShape
  .extend({
    updatedOn: known('Date de la dernière mise à jour par la source, ISO.'),
    importedFrom: z.strictObject({
      fileName: z.string(),
      importedAt: z.string().meta({ description: 'ISO 8601.' }),
    }),
    columns: z
      .record(z.string(), z.string())
      .meta({ description: 'Chaque colonne du fichier, sous son nom.' }),
    outline: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'Géométrie GeoJSON, simplifiée si elle est trop fine.' }),
    warnings: z
      .array(
        z.strictObject({ field: z.string(), value: z.string(), problem: z.string(), remedy: z.string() }),
      )
      .meta({ description: 'Ce qui a été réparé ou laissé de côté à l’import.' }),
  })
  .meta({ title: 'Friche' });

export type SitesAnswer = z.infer<typeof sitesAnswer>;
export type SiteAnswer = z.infer<typeof siteAnswer>;
