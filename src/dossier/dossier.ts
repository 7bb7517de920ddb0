import {
  choiceOf,
  field,
  group,
  hypothesis,
  list,
  named,
  nullable,
  type RawDossier,
  type ValueOf,
} from '../input/description.ts';
import { choice, isoDate, kebabId, text, wholeNumber } from '../input/fields.ts';
import { type BROWNFIELD, BROWNFIELDS } from './brownfield.ts';
import { OPERATOR } from './operator.ts';
import { PATHS, type PathDescription } from './paths.ts';
import { PROGRAMME } from './programme-terms.ts';
import { PROJECT } from './project.ts';
import { SITE } from './site.ts';
import { SITE_NEED } from './site-need.ts';
import { STATE_AID } from './state-aid.ts';
import { rateField } from './wording.ts';

const MACRO = group('Environnement économique', {
  annualInflation: rateField({
    label: 'Inflation annuelle',
    help: 'Fait évoluer salaires, aides au poste, charges fixes et charges de l’immeuble.',
    fallback: hypothesis('0.018', 'ordre de grandeur retenu pour la zone euro à long terme'),
  }),
  annualRentIndexation: rateField({
    label: 'Indexation annuelle des loyers',
    help: 'Évolution de l’indice du bail (ILAT ou ICC pour un local industriel).',
    fallback: hypothesis('0.018', 'même évolution que l’inflation'),
  }),
  annualTaxeFonciereGrowth: rateField({
    label: 'Évolution annuelle de la taxe foncière',
    help: 'Revalorisation des bases et des taux.',
    fallback: hypothesis('0.02', 'revalorisation des bases un peu au-dessus de l’inflation'),
  }),
  founderDiscountRate: rateField({
    label: 'Taux d’actualisation du fondateur',
    help: 'Sert au coût complet d’occupation et aux valeurs présentes vues du fondateur.',
    fallback: hypothesis('0.04', 'proche du taux d’un prêt bancaire à long terme'),
  }),
  investorDiscountRate: rateField({
    label: 'Taux d’actualisation de l’investisseur',
    help: 'Rendement cible d’un investisseur à impact dans l’immobilier.',
    fallback: hypothesis('0.045', 'rendement cible cité pour l’immobilier de l’ESS, entre 3 et 7 %'),
  }),
  marketTargetRate: rateField({
    label: 'Rendement de marché pour un tel risque',
    help: 'Ce que demanderait un investisseur sans impact : l’écart avec le rendement accepté fait l’effort de rendement.',
    fallback: hypothesis(
      '0.08',
      'bas de la fourchette de 8 à 11 % citée pour l’industriel secondaire en région, valeur non établie',
    ),
  }),
});

/** A funder or another party named by the dossier. */
const PARTY = group('Partie', {
  id: field(kebabId(), { label: 'Identifiant', help: 'Nom court en minuscules, tirets entre les mots.' }),
  label: field(text(120), { label: 'Nom', help: 'Nom affiché.' }),
  role: field(
    choice({
      owners: 'associés ou membres',
      bank: 'banque',
      'public-funder': 'financeur public',
      state: 'État',
      'local-authority': 'collectivité',
      'land-owner': 'vendeur du site',
      builders: 'entreprises de travaux',
      suppliers: 'fournisseurs',
      customers: 'clients',
      landlord: 'bailleur',
      patron: 'mécène',
      investor: 'investisseur',
      citizens: 'souscripteurs citoyens',
      guarantor: 'garant',
    }),
    { label: 'Rôle', help: 'Ce que cette partie est dans le montage.' },
  ),
  side: field(
    choice({
      private: 'privés',
      'public-market': 'publics, aux conditions du marché',
      'public-aid': 'aide publique',
    }),
    {
      label: 'Nature des fonds',
      help: 'Privés, publics aux conditions du marché, ou aide publique.',
      fallback: hypothesis('private', 'fonds privés sauf mention contraire'),
    },
  ),
});

const FACT = group('Fait', {
  path: field(text(200), { label: 'Donnée', help: 'Chemin de la donnée dans le dossier.' }),
  source: field(text(600), { label: 'Source', help: 'Document, date et auteur.' }),
});

const HYPOTHESIS = group('Hypothèse', {
  path: field(text(200), { label: 'Donnée', help: 'Chemin de la donnée dans le dossier.' }),
  why: field(text(600), { label: 'Raison', help: 'Pourquoi cette valeur est retenue.' }),
});

const CONFIRMATION = group('Point vérifié', {
  path: field(kebabId(), { label: 'Voie', help: 'Identifiant de la voie dont le verdict porte ce point.' }),
  rule: field(text(80), { label: 'Règle', help: 'Identifiant de la règle « à vérifier ».' }),
  note: field(text(600), { label: 'Vérification', help: 'Qui a vérifié, et pourquoi.' }),
  reason: field(text(1000), {
    label: 'Constat vérifié',
    help: 'Ce que disait le point ce jour-là : s’il dit autre chose, il est de nouveau à vérifier.',
    fallback: hypothesis('', 'quoi que dise le point'),
  }),
});

/** A dossier, as a file of `scenarios/`, the page's form and the body of the API give it. */
export const DOSSIER = group('Dossier', {
  schemaVersion: field(wholeNumber(1, 1), {
    label: 'Version du format',
    help: 'Toujours 1.',
    fallback: hypothesis(1, 'seule version du format'),
  }),
  id: field(kebabId(), { label: 'Identifiant', help: 'Nom court en minuscules, tirets entre les mots.' }),
  title: field(text(160), { label: 'Titre', help: 'Nom du dossier.' }),
  summary: field(text(2000), {
    label: 'Résumé',
    help: 'De quoi il s’agit, en quelques phrases.',
    fallback: hypothesis('', 'sans résumé'),
  }),
  // Rates of corporate tax are recorded from this day on.
  lawDate: field(isoDate('2022-12-31', '2049-12-31'), {
    label: 'Date du droit appliqué',
    help: 'Les règles en vigueur à cette date sont appliquées.',
  }),
  signature: field(isoDate('2015-01-01', '2099-12-31'), {
    label: 'Date de signature',
    help: 'Son mois est le mois 0 de tous les calculs.',
  }),
  horizonYears: field(wholeNumber(1, 40), {
    label: 'Horizon d’étude (années)',
    help: 'De 1 à 40 ans après la signature.',
    fallback: hypothesis(20, 'durée usuelle d’un prêt immobilier'),
  }),
  macro: MACRO,
  site: nullable('Site', SITE),
  siteNeed: SITE_NEED,
  brownfields: BROWNFIELDS,
  project: PROJECT,
  operator: OPERATOR,
  stateAid: STATE_AID,
  programme: nullable('Programme à impact', PROGRAMME),
  parties: list('Parties', PARTY, { longest: 60, fallback: hypothesis([], 'aucune autre partie nommée') }),
  paths: list('Voies', named<PathDescription>(choiceOf('Voie', PATHS)), { longest: 7 }),
  mainPath: field(kebabId(), {
    label: 'Voie principale',
    help: 'Voie ouverte par défaut et exportée.',
    fallback: hypothesis((dossier: RawDossier) => firstPath(dossier), 'première voie du dossier'),
  }),
  facts: list('Faits sourcés', FACT, { longest: 600, fallback: hypothesis([], 'aucun fait sourcé') }),
  hypotheses: list('Hypothèses', HYPOTHESIS, {
    longest: 600,
    fallback: hypothesis([], 'aucune hypothèse commentée'),
  }),
  confirmations: list('Points vérifiés', CONFIRMATION, {
    longest: 100,
    fallback: hypothesis([], 'aucun point vérifié par une personne'),
  }),
});

function firstPath(dossier: RawDossier): string {
  const [first] = Array.isArray(dossier.paths) ? dossier.paths : [];
  return first?.id ?? first?.kind ?? 'bank-loan';
}

export type {
  BankLoanPath,
  EsusHoldingPath,
  FoncierePath,
  GuaranteePath,
  ImpactBondPath,
  LeaseTerms,
  LoanTerms,
  MarketRentPath,
  PathDescription,
  PathSource,
  SciLease,
  SciPath,
} from './paths.ts';
export type Dossier = ValueOf<typeof DOSSIER>;
export type Site = ValueOf<typeof SITE>;
export type Brownfield = ValueOf<typeof BROWNFIELD>;
export type SiteNeed = ValueOf<typeof SITE_NEED>;
export type Project = ValueOf<typeof PROJECT>;
export type Operator = ValueOf<typeof OPERATOR>;
