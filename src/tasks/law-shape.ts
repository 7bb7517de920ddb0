import { z } from 'zod';
import { API_UNITS } from './api-units.ts';

/** What the API gives of the law, described once: types, documentation, and what tests check. */
const words = (description: string) => z.string().meta({ description });
const confidence = () =>
  z.enum(['sourced', 'computed', 'memory', 'uncertain']).meta({
    description: 'Texte consulté, calculé, de mémoire, non établi.',
  });

const lawValue = z.strictObject({
  id: words('Identifiant du chiffre ; ses valeurs datées le partagent.'),
  subject: words('Matière.'),
  label: words('Ce que c’est.'),
  value: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .meta({ description: 'Texte décimal ; un taux est une fraction.', examples: ['0.0385'] }),
  unit: z.enum(Object.values(API_UNITS)).meta({ description: 'Unité.' }),
  since: words('Premier jour en vigueur, ou jour où le texte l’était déjà.'),
  sinceOrEarlier: z.boolean().meta({ description: 'Vrai si `since` n’est pas le premier jour connu.' }),
  until: z.string().nullable().meta({ description: 'Dernier jour en vigueur ; nul sans terme connu.' }),
  source: words('Article, puis où il a été lu.'),
  confidence: confidence(),
  note: z.string().nullable().meta({ description: 'Ce qu’il faut savoir pour l’appliquer.' }),
});

const lawRule = z.strictObject({
  rule: words('Identifiant de la règle, celui des verdicts d’une voie.'),
  subject: words('Matière.'),
  reason: words('Ce que dit la règle.'),
  article: words('Article.'),
  confidence: confidence(),
});

const lawForm = z.strictObject({
  form: words('Forme juridique.'),
  label: words('Son nom.'),
  capital: words('Ce qui le compose et comment il se rembourse.'),
  liability: words('Qui répond des dettes.'),
  votes: words('Qui vote.'),
  distribution: words('Ce qui peut être distribué.'),
  capitalGain: z.boolean().meta({ description: 'Vrai si un investisseur peut gagner plus que son apport.' }),
  article: words('Article.'),
});

const lawCell = z.strictObject({
  form: words('Forme juridique.'),
  rule: words('Identifiant de la règle.'),
  open: z.enum(['yes', 'conditions', 'no']).meta({ description: 'Ouvert, sous conditions, fermé.' }),
  verdict: z.enum(['possible', 'a-verifier', 'impossible']).meta({
    description: 'Ce qu’en dit une voie : une règle de mémoire n’interdit jamais seule.',
  }),
  reason: words('Pourquoi.'),
  article: words('Article.'),
  remedy: words('Que faire.'),
  confidence: confidence(),
});

const lawInstrument = z.strictObject({
  instrument: words('Identifiant de l’instrument.'),
  label: words('Instrument.'),
  cells: z.array(lawCell).meta({ description: 'Une case par forme juridique.' }),
});

export const lawAnswer = z
  .strictObject({
    figures: z.array(lawValue).meta({ description: 'Chaque valeur datée de chaque chiffre de droit.' }),
    rules: z.array(lawRule).meta({ description: 'Règles qui ne sont pas un nombre.' }),
    forms: z.array(lawForm).meta({ description: 'Ce qu’est chaque forme juridique.' }),
    matrix: z.array(lawInstrument).meta({ description: 'Qui peut émettre, contracter ou recevoir quoi.' }),
  })
  .meta({ title: 'Droit' });

export type LawAnswer = z.infer<typeof lawAnswer>;
