import { z } from 'zod';
import { API_UNITS } from './api-units.ts';

/**
 * The answers of the API, each described once: types of what tasks give, documentation, and what tests check.
 * Titles and descriptions are French: they are printed in the OpenAPI document.
 */
const amount = (description: string) =>
  z
    .string()
    .regex(/^-?\d+\.\d{2}$/)
    .meta({ description, examples: ['1234.56'] });
const decimal = (description: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .meta({ description, examples: ['0.0385'] });
const words = (description: string) => z.string().meta({ description });

export const problemShape = z
  .strictObject({
    path: words('Où : `paths[0].terms.annualRate` ; vide pour le tout.'),
    message: words('Ce qui ne va pas et ce qu’il faut écrire.'),
  })
  .meta({ title: 'Problème à un endroit' });

const scenario = z.strictObject({
  id: words('Identifiant, à mettre dans l’adresse.'),
  title: words('Titre.'),
  summary: words('Résumé.'),
  paths: z.array(words('Identifiant d’une voie.')),
  mainPath: words('Voie principale.'),
});
export const scenariosAnswer = z.array(scenario).meta({ title: 'Cas de l’étude' });

export const resolutionAnswer = z
  .strictObject({
    dossier: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Le même dossier, où rien n’est laissé vide.' }),
    origins: z
      .record(z.string(), z.enum(['typed', 'default', 'law', 'solved']))
      .meta({ description: 'D’où vient chaque donnée, par chemin : saisie, par défaut, loi, calculée.' }),
    warnings: z.array(problemShape).meta({ description: 'À vérifier, sans rien empêcher.' }),
  })
  .meta({ title: 'Dossier complété' });

const namedAmount = z.strictObject({ id: z.string(), label: z.string(), amount: amount('En euros.') });

const keyFigure = z
  .strictObject({
    id: words('Le même dans toutes les voies.'),
    label: z.string(),
    unit: z.enum([
      'EUR',
      'ratio',
      'points',
      'years',
      'months',
      'count',
      'm2',
      'EUR/m2/year',
      'EUR/month',
      'EUR/job',
      'date',
      'text',
    ]),
    value: z
      .string()
      .nullable()
      .meta({ description: 'Nombre décimal, date ISO ou texte ; null avec sa raison.' }),
    reason: words('Pourquoi il n’y a pas de valeur.').exactOptional(),
    counted: words('Ce que compte un nombre, quand ce ne sont pas des ETP.').exactOptional(),
  })
  .meta({ title: 'Chiffre clé' });

const legality = z
  .strictObject({
    rule: z.string(),
    verdict: z.enum(['possible', 'a-verifier', 'impossible']),
    article: z.string(),
    reason: z.string(),
    remedy: z.string(),
    confidence: z.enum(['sourced', 'computed', 'memory', 'uncertain']),
    confirmed: words('Qui a vérifié ce point, et pourquoi ; absent sinon.').exactOptional(),
    confirmedBefore: words(
      'Vérification faite quand ce point disait autre chose : à refaire.',
    ).exactOptional(),
  })
  .meta({ title: 'Règle de droit' });

const annualRow = z
  .strictObject({
    party: words('Société dont ce sont les comptes.'),
    statement: z
      .enum(['income', 'cash', 'balance'])
      .meta({ description: 'Compte de résultat et soldes, trésorerie, bilan au 31 décembre.' }),
    year: words('Exercice : "2028".'),
    lines: z.array(namedAmount),
  })
  .meta({ title: 'Comptes d’un exercice' });

const covenant = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    limit: decimal('Limite ; null : aucune.').nullable(),
    value: decimal('Ce qui est atteint ; null : non défini.').nullable(),
    firstBreach: words('Premier exercice où la limite est franchie.').nullable(),
    met: z.boolean().nullable(),
  })
  .meta({ title: 'Limite ou cible' });

const check = z
  .strictObject({ id: z.string(), label: z.string(), value: amount('Écart.'), holds: z.boolean() })
  .meta({ title: 'Loi de conservation' });

const comparedPath = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    verdict: z.enum(['possible', 'a-verifier', 'impossible']),
    funded: z
      .boolean()
      .nullable()
      .meta({ description: 'Le plan de financement s’équilibre ; null si la voie est impossible.' }),
    gap: amount('Financement à trouver, quand le plan ne s’équilibre pas.').exactOptional(),
    legality: z.array(legality),
    sourcesAndUses: z.strictObject({
      uses: z.array(namedAmount),
      sources: z.array(namedAmount),
      total: amount('Total des besoins, égal à celui des ressources.').nullable(),
    }),
    keyFigures: z.strictObject({
      founder: z.array(keyFigure),
      investor: z.array(keyFigure),
      authority: z.array(keyFigure),
    }),
    annual: z.array(annualRow),
    covenants: z.array(covenant),
    checks: z.array(check),
  })
  .meta({ title: 'Voie calculée' });

export const comparisonAnswer = z
  .strictObject({ paths: z.array(comparedPath) })
  .meta({ title: 'Comparaison des voies' });

const apiUnit = z.enum(Object.values(API_UNITS));
const value = decimal('Exact, non arrondi ; null : non défini.').nullable();

export const figuresAnswer = z
  .strictObject({
    periods: z.strictObject({
      monthly: z.array(words('"2027-01"')),
      yearly: z.array(words('"2027"')),
    }),
    lines: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        unit: apiUnit,
        party: words('Société ou personne dont c’est la ligne.').nullable(),
        rhythm: z.enum(['once', 'yearly', 'monthly']),
        values: z.array(value).meta({ description: 'Une par période du rythme ; une seule pour `once`.' }),
      }),
    ),
    transfers: z.array(
      z.strictObject({
        id: z.string(),
        from: words('Qui paie.'),
        to: words('Qui reçoit.'),
        nature: z.string(),
        line: words('Ligne mensuelle du montant.'),
      }),
    ),
  })
  .meta({ title: 'Chiffres d’une voie' });

export const explanationAnswer = z
  .strictObject({
    figure: z.string(),
    label: z.string(),
    sentence: words('Une phrase : ce qu’est le chiffre et d’où il vient.'),
    value: z
      .string()
      .nullable()
      .meta({ description: 'Nombre décimal exact, date ISO ou texte ; null : non défini.' }),
    formula: words('La formule en mots ; pour une donnée, son origine.'),
    operands: z
      .array(
        z.strictObject({
          figure: words('À redemander pour descendre d’un niveau.'),
          period: words('"2028-03", "2028" ou "".'),
          label: z.string(),
          value,
          unit: apiUnit,
        }),
      )
      .meta({ description: 'Ce que la formule lit : les termes les plus grands quand ils sont nombreux.' }),
    source: words('Loi, contrat, fait ou hypothèse.').exactOptional(),
  })
  .meta({ title: 'Explication d’un chiffre' });

export type ScenariosAnswer = z.infer<typeof scenariosAnswer>;
export type ResolutionAnswer = z.infer<typeof resolutionAnswer>;
export type ComparisonAnswer = z.infer<typeof comparisonAnswer>;
export type ComparedPath = z.infer<typeof comparedPath>;
export type AnnualRow = z.infer<typeof annualRow>;
export type FiguresAnswer = z.infer<typeof figuresAnswer>;
export type ExplanationAnswer = z.infer<typeof explanationAnswer>;
