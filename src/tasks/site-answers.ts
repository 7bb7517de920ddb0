import { z } from 'zod';
import { GROUND_POLLUTIONS, PREVIOUS_USES } from '../dossier/brownfield.ts';
import { SITE_STATUSES } from '../sites/inventory-site.ts';

/** What the API answers about the inventory of brownfields, described once. */

const words = (description: string) => z.string().meta({ description });
const keysOf = <T extends string>(list: Readonly<Record<T, string>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);
const count = (description: string) => z.int().min(0).meta({ description });

const rowProblem = z
  .strictObject({
    field: words('Champ du standard ; vide pour la ligne entière.'),
    value: words('Ce que la cellule contient, abrégé.'),
    problem: words('Ce qui ne va pas, ou ce qui a été réparé.'),
    remedy: words('Ce qu’il faut écrire.'),
  })
  .meta({ title: 'Problème d’une ligne' });

export const siteSummary = z
  .strictObject({
    id: words('site_id.'),
    name: words('Nom de la friche.'),
    commune: words('Nom officiel de la commune quand elle est connue.'),
    insee: z.string().nullable().meta({ description: 'Code INSEE de la commune, réparé au besoin.' }),
    department: z.string().nullable().meta({ description: 'Code du département.' }),
    longitude: z.number().nullable().meta({ description: 'Degrés, WGS84.' }),
    latitude: z.number().nullable().meta({ description: 'Degrés, WGS84.' }),
    landAreaM2: z.string().nullable().meta({ description: 'Unité foncière, m².' }),
    builtAreaM2: z.string().nullable().meta({ description: 'Surface de plancher, m².' }),
    previousUse: keysOf(PREVIOUS_USES).meta({ description: 'Ancien usage.' }),
    status: keysOf(SITE_STATUSES).meta({ description: 'Statut de la friche.' }),
    groundPollution: keysOf(GROUND_POLLUTIONS).meta({ description: 'Pollution du sol.' }),
  })
  .meta({ title: 'Friche lue' });

export const importAnswer = z
  .strictObject({
    import: z.int().meta({ description: 'Numéro de l’import : sa page est /sites/imports/{numéro}.' }),
    accepted: count('Lignes gardées, avec ou sans avertissement.'),
    warned: count('Parmi elles, celles qui ont un avertissement ou une réparation.'),
    added: count('Friches que l’inventaire ne connaissait pas.'),
    updated: count('Friches déjà connues dont le contenu a changé ; 0 pour un fichier importé deux fois.'),
    notes: z
      .array(
        z.strictObject({
          field: words('Champ du standard ; vide pour le fichier entier.'),
          problem: words('Ce qui est dit une fois pour tout le fichier.'),
          remedy: words('Ce qu’il faut faire.'),
        }),
      )
      .meta({ description: 'Colonnes absentes ou inconnues, dates réécrites, codage…' }),
    sites: z.array(siteSummary).meta({ description: 'Les cent premières friches gardées.' }),
    rejected: z
      .array(
        z.strictObject({
          row: z.int().min(1).meta({
            description: 'Rang de la ligne dans les données : 1 pour la première après les en-têtes.',
          }),
          siteId: words('site_id de la ligne ; vide s’il manque.'),
          problem: words('Pourquoi elle est rejetée.'),
          problems: z
            .array(rowProblem)
            .meta({ description: 'Tout ce qui ne va pas dans la ligne, à la fois.' }),
        }),
      )
      .meta({ description: 'Une entrée par ligne rejetée, toutes.' }),
  })
  .meta({ title: 'Import de l’inventaire' });
