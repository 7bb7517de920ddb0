import { z } from 'zod';
import { SUPPORT_FORM_IDS } from '../siting/land-support/forms.ts';

const words = (description: string) => z.string().meta({ description });
const decimal = (description: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .meta({ description, examples: ['182400.00'] });
const confidence = z.enum(['sourced', 'computed', 'memory', 'uncertain']);
const formId = z.enum(SUPPORT_FORM_IDS);

const target = z
  .strictObject({
    id: z.enum(['plan', 'occupancy-cost', 'minimum-cover', 'investor-irr', 'bank-limits']),
    label: z.string(),
    unit: z.enum(['EUR', 'EUR/m2/year', 'ratio']),
    limit: decimal('Ce qui est visé.'),
    value: decimal('Ce qui est atteint, non arrondi ; null : rien à tester.').nullable(),
    met: z.boolean(),
    note: words('Pourquoi il n’y a pas de valeur, ou quelles limites sont dépassées.').nullable(),
  })
  .meta({ title: 'Cible et ce qui est atteint' });

const ceiling = z
  .strictObject({
    amount: decimal('Plafond d’aides applicable, en euros.'),
    total: decimal('Toutes les aides de la voie, ce soutien compris, en équivalent-subvention brut.'),
    route: words('Voie la plus favorable.'),
    article: z.string(),
    verdict: z.enum(['possible', 'a-verifier', 'impossible']),
    reason: z.string(),
    toCheck: z.array(z.string()),
  })
  .meta({ title: 'Plafond d’aides' });

const levelOfForm = z.strictObject({ form: formId, level: decimal('Niveau, dans l’unité de la forme.') });
const nullableDecimal = (description: string) => decimal(description).nullable();

const form = z
  .strictObject({
    id: formId,
    label: z.string(),
    article: z.string(),
    section: z.enum(['investissement', 'fonctionnement', 'hors bilan']),
    status: z.enum(['found', 'not-needed', 'insufficient', 'not-open']),
    level: nullableDecimal(
      'Plus petit niveau qui tient tout ; de « insufficient », le plus grand niveau essayé.',
    ),
    unit: z.enum(['EUR', 'EUR/m2/year', 'EUR/year', 'ratio', 'points']),
    step: decimal('Plus petit écart entre deux niveaux, dans cette unité (0,1 point : 0.001).'),
    sentence: words('Le niveau en mots.').nullable(),
    nominal: nullableDecimal(
      'Montant donné, investi ou garanti ; d’un soutien étalé dans le temps, ce qui est payé moins ce qui revient jusqu’à l’horizon : négatif quand plus revient.',
    ),
    presentCost: nullableDecimal(
      'Versé moins reçu jusqu’à l’horizon, au taux public ; garantie : perte attendue.',
    ),
    grantEquivalent: nullableDecimal('Équivalent-subvention brut.'),
    expectedLoss: nullableDecimal('D’une garantie : perte attendue, non actualisée.'),
    ceiling: ceiling.nullable(),
    aboveCeiling: z.boolean().nullable(),
    lawfulLevel: nullableDecimal('Quand le plafond est dépassé : plus grand niveau permis.'),
    budget: z.array(
      z.strictObject({
        year: z.int(),
        operating: decimal('Fonctionnement, dépenses moins recettes.'),
        investment: decimal('Investissement, dépenses moins recettes.'),
        offBalance: decimal('Encours garanti à la fin de l’exercice.'),
      }),
    ),
    costPerJob: nullableDecimal('Coût présent par emploi créé ; null sans emploi créé.'),
    costPerInsertionJob: nullableDecimal('Coût présent par emploi d’insertion créé.'),
    returns: z.array(
      z.strictObject({
        level: z.string(),
        label: z.string(),
        total: decimal('Reçu jusqu’à l’horizon, en euros courants.'),
        firstYear: z.int().meta({ description: 'Année du premier encaissement.' }),
      }),
    ),
    paybackMonth: z.int().nullable().meta({
      description:
        'Mois après la signature où les impôts nés du projet, tous niveaux ensemble, ont rendu ce coût ; les autres aides du dossier ne sont pas comptées.',
    }),
    competence: z.strictObject({ who: z.string(), article: z.string(), confidence }),
    deliberation: z.array(z.strictObject({ text: z.string(), article: z.string(), confidence })),
    assumed: z.array(words('Hypothèse de cette forme.')),
    check: z
      .strictObject({
        results: z.array(target),
        stepLess: z.strictObject({ level: decimal('Un pas de moins.'), missed: z.array(target) }).nullable(),
      })
      .nullable(),
    reason: words('Pourquoi cette forme n’est pas une réponse, en chiffres.').nullable(),
  })
  .meta({ title: 'Forme de soutien, dimensionnée' });

const cheapest = z
  .strictObject({ amount: decimal('En euros.'), supports: z.array(z.array(levelOfForm)) })
  .nullable();

/** The answer of `POST /api/v1/land-support`. */
export const landSupportAnswer = z
  .strictObject({
    path: words('Identifiant de la voie.'),
    summary: z.array(z.string()),
    rent: z
      .strictObject({
        given: decimal('Loyer donné, €/m²/an.'),
        present: decimal('Loyer du dossier, €/m²/an.'),
      })
      .nullable(),
    present: z.strictObject({ holds: z.boolean(), targets: z.array(target) }),
    forms: z.array(form),
    mixes: z.array(
      z.strictObject({
        share: decimal('Part du niveau de la première forme.'),
        parts: z.array(
          z.strictObject({
            form: formId,
            level: decimal('Niveau.'),
            presentCost: decimal('En euros.'),
            grantEquivalent: decimal('En euros.'),
          }),
        ),
        presentCost: decimal('En euros.'),
        grantEquivalent: decimal('En euros.'),
        aboveCeiling: z.boolean(),
      }),
    ),
    mixesOf: z.array(formId).meta({ description: 'Formes mélangées : trois au plus, les moins chères.' }),
    mixesRestricted: z.boolean(),
    cheapest: z.strictObject({ presentCost: cheapest, grantEquivalent: cheapest, underCeiling: cheapest }),
    notes: z.array(z.string()),
  })
  .meta({ title: 'Plus petit soutien, par forme et en mélange' });

export type LandSupportAnswer = z.infer<typeof landSupportAnswer>;
export type LandSupportForm = z.infer<typeof form>;
