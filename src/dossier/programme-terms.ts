import type { Decimal } from '../formula/decimal.ts';
import {
  type Default,
  type Field,
  field,
  group,
  hypothesis,
  type Json,
  list,
  type RawDossier,
  type ValueOf,
} from '../input/description.ts';
import { amount, choice, kebabId, rate, text } from '../input/fields.ts';
import { CAP, EXPENSES, INDICATORS, MEASUREMENTS, PROPOSED_INDICATOR, TRANCHES } from './programme-preset.ts';
import { moneyField, monthsField, shareField } from './wording.ts';

/** The results that a programme may have: each is computed, one is posted. */
export const OUTCOMES = ['failure', 'expected', 'success'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** As said on screen. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  failure: 'échec',
  expected: 'attendu',
  success: 'succès',
};

const name = (what: string) => ({
  id: field(kebabId(), {
    label: `Identifiant (${what})`,
    help: 'Nom court en minuscules, tirets entre les mots.',
  }),
  label: field(text(120), { label: `Libellé (${what})`, help: 'Nom affiché.' }),
});

/** Results counted at a measurement: people, places, whatever the indicator counts; no unit of ours. */
function resultField(wording: {
  readonly label: string;
  readonly help: string;
  readonly fallback?: Default;
}): Field<Decimal> {
  return field(amount({ min: '0' }), wording);
}

/** Id of the first indicator of the programme, typed or proposed. */
function firstIndicator(dossier: RawDossier): Json | undefined {
  const typed = (dossier.programme as { readonly indicators?: readonly { readonly id?: string }[] } | null)
    ?.indicators;
  return typed?.[0]?.id ?? PROPOSED_INDICATOR;
}

/** Latest month of a programme: ten years after signature. */
const LAST_MONTH = 120;

const EXPENSE = group('Dépense', {
  ...name('dépense'),
  pays: field(
    choice({ staff: 'salaires', suppliers: 'achats et prestations', walls: 'murs (exclus par le contrat)' }),
    {
      label: 'Ce que la dépense paie',
      help: 'Salaires, achats et prestations ; jamais des murs : un contrat à impact paie des résultats.',
      fallback: hypothesis('suppliers', 'achats et prestations'),
    },
  ),
  amount: moneyField({ label: 'Montant de la dépense', help: 'En tout, TVA non récupérée comprise.' }),
  firstMonth: monthsField(
    {
      label: 'Premier mois',
      help: 'En mois après la signature.',
      fallback: hypothesis(0, 'dès la signature'),
    },
    0,
    LAST_MONTH,
  ),
  months: monthsField(
    {
      label: 'Durée de la dépense',
      help: 'En mois, par parts égales.',
      fallback: hypothesis(1, 'payée en une fois'),
    },
    1,
    LAST_MONTH,
  ),
});

const TRANCHE = group('Tranche', {
  ...name('tranche'),
  from: field(kebabId(), {
    label: 'Investisseur',
    help: 'Identifiant de qui verse cette tranche, parmi les parties.',
    fallback: hypothesis('investor', 'investisseur à impact non nommé'),
  }),
  amount: moneyField({ label: 'Montant de la tranche', help: 'Versé à l’entreprise.' }),
  month: monthsField(
    {
      label: 'Mois du versement',
      help: 'En mois après la signature.',
      fallback: hypothesis(0, 'versée à la signature'),
    },
    0,
    LAST_MONTH,
  ),
});

const LEVELS = {
  threshold: resultField({
    label: 'Seuil',
    help: 'Résultat sous lequel rien n’est payé.',
    fallback: hypothesis('0', 'sans seuil'),
  }),
  target: resultField({ label: 'Cible', help: 'Résultat visé par le contrat.' }),
  ceiling: resultField({ label: 'Plafond', help: 'Résultat au-delà duquel rien de plus n’est payé.' }),
};

const INDICATOR = group('Indicateur', {
  ...name('indicateur'),
  type: field(choice({ output: 'réalisation', outcome: 'résultat', lasting: 'effet durable' }), {
    label: 'Type d’indicateur',
    help: 'Ce qui est fait (réalisation), ce qui change (résultat), ce qui dure (effet durable).',
    fallback: hypothesis('outcome', 'un contrat à impact paie des résultats'),
  }),
  unit: field(text(60), {
    label: 'Unité',
    help: 'Ce qui est compté, au singulier.',
    fallback: hypothesis('résultat', 'unité non précisée'),
  }),
  evidence: field(text(300), {
    label: 'Preuve',
    help: 'Document ou fichier que l’évaluateur contrôle.',
    fallback: hypothesis('', 'preuve à préciser dans le contrat'),
  }),
  comparisonGroup: field(text(300), {
    label: 'Groupe de comparaison',
    help: 'À qui les résultats sont comparés ; vide s’il n’y en a pas.',
    fallback: hypothesis('', 'aucun : l’effet propre du programme n’est pas isolé'),
  }),
  pricing: field(
    choice({
      linear: 'prix unitaire (linéaire)',
      tier: 'par palier',
      binary: 'tout ou rien à la cible',
    }),
    {
      label: 'Barème',
      help: 'Prix par résultat, montant par palier atteint, ou montant dû à la cible seulement.',
      fallback: hypothesis('linear', 'prix par résultat'),
    },
  ),
  ...LEVELS,
  weight: shareField({
    label: 'Pondération',
    help: 'Multiplie le paiement de cet indicateur : 1 pour un barème propre ; des pondérations de total 1 se partagent un même barème.',
    fallback: hypothesis('1', 'barème propre à l’indicateur'),
  }),
  unitPrice: moneyField({
    label: 'Prix unitaire',
    help: 'Payé par résultat, du premier au plafond, une fois le seuil atteint (barème linéaire).',
    fallback: hypothesis('0.00', 'barème par palier'),
  }),
  paymentAtThreshold: moneyField({
    label: 'Paiement au seuil',
    help: 'Dû quand le seuil est atteint (barème par palier).',
    fallback: hypothesis('0.00', 'rien au seuil'),
  }),
  paymentAtTarget: moneyField({
    label: 'Paiement à la cible',
    help: 'Dû quand la cible est atteinte (par palier, ou tout ou rien).',
    fallback: hypothesis('0.00', 'barème linéaire'),
  }),
  paymentAtCeiling: moneyField({
    label: 'Paiement au plafond',
    help: 'Dû quand le plafond est atteint (barème par palier).',
    fallback: hypothesis('0.00', 'barème linéaire'),
  }),
});

const RESULT = group('Résultat', {
  indicator: field(kebabId(), { label: 'Indicateur mesuré', help: 'Identifiant de l’indicateur.' }),
  failure: resultField({
    label: 'En cas d’échec',
    help: 'Résultat supposé, compté depuis la mesure précédente.',
    fallback: hypothesis('0', 'aucun résultat'),
  }),
  expected: resultField({ label: 'Attendu', help: 'Résultat supposé, compté depuis la mesure précédente.' }),
  success: resultField({
    label: 'En cas de succès',
    help: 'Résultat supposé, compté depuis la mesure précédente.',
  }),
});

const MEASUREMENT = group('Mesure', {
  ...name('mesure'),
  month: monthsField(
    { label: 'Mois de la mesure et du paiement', help: 'En mois après la signature.' },
    0,
    LAST_MONTH,
  ),
  results: list('Résultats supposés', RESULT, { longest: 6 }),
});

/** A programme with measured results: what it spends, who advances it, what is measured and what the payer pays for it. */
export const PROGRAMME = group('Programme à impact', {
  label: field(text(160), {
    label: 'Nom du programme',
    help: 'Ce que le contrat à impact préfinance.',
    fallback: hypothesis('Programme à impact', 'programme non nommé'),
  }),
  payer: field(kebabId(), {
    label: 'Payeur',
    help: 'Identifiant de qui paie les résultats, parmi les parties.',
    fallback: hypothesis('state-payer', 'État, payeur le plus fréquent'),
  }),
  cap: moneyField({
    label: 'Plafond des paiements',
    help: 'Tout ce que le payeur peut payer, toutes mesures réunies.',
    fallback: CAP,
  }),
  expenses: list('Dépenses du programme', EXPENSE, { longest: 12, fallback: EXPENSES }),
  structurer: field(kebabId(), {
    label: 'Structureur',
    help: 'Identifiant de qui monte le contrat, parmi les parties.',
    fallback: hypothesis('structurer', 'structureur non nommé'),
  }),
  structuringShare: shareField({
    label: 'Frais de structuration, part des tranches',
    help: 'Payés au structureur le mois de la première tranche.',
    fallback: hypothesis('0.05', 'structuration et évaluation : 8 à 15 % du montant, 10 % ici en tout'),
  }),
  evaluator: field(kebabId(), {
    label: 'Évaluateur',
    help: 'Identifiant de qui constate les résultats, parmi les parties ; indépendant des autres.',
    fallback: hypothesis('evaluator', 'évaluateur indépendant non nommé'),
  }),
  evaluationShare: shareField({
    label: 'Frais d’évaluation, part des tranches',
    help: 'Payés à l’évaluateur par parts égales à chaque mesure, avant le remboursement des investisseurs.',
    fallback: hypothesis('0.05', 'structuration et évaluation : 8 à 15 % du montant, 10 % ici en tout'),
  }),
  tranches: list('Tranches des investisseurs', TRANCHE, { longest: 8, fallback: TRANCHES }),
  premiumRateCap: field(rate().nullable(), {
    label: 'Rémunération des investisseurs, taux annuel maximal',
    help: 'Au-delà, l’excédent reste à l’entreprise ; vide : tout ce qui est payé leur revient.',
    unit: 'ratio/years',
    fallback: hypothesis('0.05', 'contrats français chiffrés : de 1 à 5 % par an, à confirmer'),
  }),
  indicators: list('Indicateurs', INDICATOR, { longest: 6, fallback: INDICATORS }),
  measurements: list('Mesures', MEASUREMENT, { longest: 6, fallback: MEASUREMENTS }),
  mainIndicator: field(kebabId(), {
    label: 'Indicateur des coûts par résultat',
    help: 'Ce que comptent le coût public par résultat et le coût évité.',
    fallback: hypothesis(firstIndicator, 'premier indicateur'),
  }),
  avoidedCostPerResult: moneyField({
    label: 'Coût public évité par résultat, une année',
    help: 'Ce qu’un résultat épargne aux finances publiques, avant contrefactuel.',
    fallback: hypothesis('8000.00', 'ordre de grandeur prudent par ETP en insertion, IGF-IGAS 2019'),
  }),
  attributableShare: shareField({
    label: 'Part attribuable au programme',
    help: 'Ce qui ne serait pas arrivé sans lui : effet d’aubaine et déplacement déduits.',
    fallback: hypothesis('0.70', 'effet d’aubaine et déplacement de 20 à 40 % : 30 % ici'),
  }),
  grantAlternative: field(amount({ min: '0' }).nullable(), {
    label: 'Subvention de même objet',
    help: 'Ce que coûterait le même programme subventionné, payé quels que soient les résultats ; vide : ses dépenses, sans structuration ni évaluation.',
    unit: 'money',
    fallback: hypothesis(null, 'dépenses du programme, sans structuration ni évaluation'),
  }),
});

export type Programme = ValueOf<typeof PROGRAMME>;
export type Indicator = Programme['indicators'][number];
