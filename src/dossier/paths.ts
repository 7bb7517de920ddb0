import {
  choiceOf,
  type Default,
  type Field,
  field,
  group,
  hypothesis,
  list,
  named,
  nullable,
  type ValueOf,
} from '../input/description.ts';
import { choice, kebabId, literal, text } from '../input/fields.ts';
import { BORROWER_RISK } from '../instruments/borrower-risk.ts';
import { GUARANTEE } from '../instruments/guarantee-terms.ts';
import { SOURCE_INSTRUMENTS, type SourceKind } from '../instruments/instruments.ts';
import { COLLEGES, FONCIERE, LOTS } from './fonciere-terms.ts';
import {
  BONDS,
  ENTERPRISE,
  ENTERPRISE_FORM,
  ENTRY,
  FOUNDERS,
  ISSUER,
  PARENT,
  ROUNDS,
  SHAREHOLDER_EXIT,
  SUBSIDIARIES,
  WALLS,
} from './group-terms.ts';
import { LEASE, MARKET_LEASE, SOLIDARITY_LEASE } from './lease-terms.ts';
import { LOAN_TERMS } from './loan-terms.ts';
import { TEMPORARY, TURNKEY } from './premises-terms.ts';
import { EXIT, TICKET, VEHICLE } from './sci-terms.ts';
import { monthsField } from './wording.ts';

const identity = (kind: string, label: string) => ({
  id: field(kebabId(), {
    label: 'Identifiant de la voie',
    help: 'Unique dans le dossier.',
    fallback: hypothesis(kind, 'nature de la voie'),
  }),
  label: field(text(120), {
    label: 'Nom de la voie',
    help: 'Nom de la colonne.',
    fallback: hypothesis(label, 'nom usuel'),
  }),
});

/** The same field with another default. */
function withFallback<T>(known: Field<T>, fallback: Default): Field<T> {
  return { ...known, fallback };
}

/** The loan of an enterprise that does not buy its walls: fitting-out, machines, deposit, own funds of its SCI. */
const EQUIPMENT_LOAN = group('Prêt de l’exploitant', {
  ...LOAN_TERMS.shape,
  annualRate: withFallback(LOAN_TERMS.shape.annualRate, hypothesis('0.042', 'prêt d’équipement à sept ans')),
  payments: withFallback(LOAN_TERMS.shape.payments, hypothesis(84, 'sept ans d’échéances mensuelles')),
  securityCostRate: withFallback(
    LOAN_TERMS.shape.securityCostRate,
    hypothesis('0.01', 'nantissement du matériel'),
  ),
  maximumLoanToValue: withFallback(
    LOAN_TERMS.shape.maximumLoanToValue,
    hypothesis(null, 'sans objet : pas de murs'),
  ),
  maximumLoanToCost: withFallback(LOAN_TERMS.shape.maximumLoanToCost, hypothesis(null, 'aucune')),
});

const sources = (label: string, fallback?: Default) =>
  list(label, named<PathSource>(choiceOf('Ressource', SOURCE_INSTRUMENTS)), {
    longest: 15,
    ...(fallback === undefined ? {} : { fallback }),
  });

/** Who guarantees the loan that buys the site. */
const guarantees = (fallback?: Default) =>
  list('Garanties du prêt', GUARANTEE, { longest: 3, ...(fallback === undefined ? {} : { fallback }) });

const MARKET_RENT_PATH = group('Location au marché', {
  kind: field(literal('market-rent'), {
    label: 'Nature de la voie',
    help: 'R0 : location du même site, au loyer de marché.',
  }),
  ...identity('market-rent', 'Location au marché'),
  turnkey: nullable('Locaux clés en main d’une collectivité', TURNKEY),
  temporary: nullable('Occupation temporaire', TEMPORARY),
  lease: MARKET_LEASE,
  sources: sources('Ressources avant le prêt', hypothesis([], 'aucune')),
  terms: EQUIPMENT_LOAN,
});

const BANK_LOAN_PATH = group('Prêt bancaire seul', {
  kind: field(literal('bank-loan'), {
    label: 'Nature de la voie',
    help: 'R1 : achat par l’exploitant, prêt bancaire.',
  }),
  ...identity('bank-loan', 'Prêt bancaire seul'),
  sources: sources('Ressources avant le prêt'),
  terms: LOAN_TERMS,
});

const GUARANTEE_PATH = group('Garantie publique', {
  kind: field(literal('guarantee'), {
    label: 'Nature de la voie',
    help: 'P5 : achat par l’exploitant, prêt bancaire garanti.',
  }),
  ...identity('guarantee', 'Garantie publique'),
  sources: sources('Ressources avant le prêt'),
  terms: LOAN_TERMS,
  guarantees: guarantees(),
  risk: BORROWER_RISK,
});

const SCI_PATH = group('SCI, fonds propres et quasi-fonds propres', {
  kind: field(literal('sci'), {
    label: 'Nature de la voie',
    help: 'P1 : une SCI achète et loue à l’exploitant, avec un investisseur.',
  }),
  ...identity('sci', 'SCI, fonds propres et quasi-fonds propres'),
  vehicle: VEHICLE,
  ticket: TICKET,
  sources: sources('Autres ressources de la SCI', hypothesis([], 'aucune')),
  terms: LOAN_TERMS,
  guarantees: guarantees(hypothesis([], 'aucune')),
  risk: BORROWER_RISK,
  lease: LEASE,
  operatorSources: sources('Ressources de l’exploitant', hypothesis([], 'aucune')),
  operatorTerms: EQUIPMENT_LOAN,
  exit: EXIT,
});

const FONCIERE_PATH = group('Foncière solidaire', {
  kind: field(literal('fonciere'), {
    label: 'Nature de la voie',
    help: 'P4 : une foncière de plusieurs sites achète et loue sous le marché, sans jamais revendre.',
  }),
  ...identity('fonciere', 'Foncière solidaire'),
  vehicle: FONCIERE,
  colleges: COLLEGES,
  pooledSources: sources('Titres et autres fonds communs de la foncière', hypothesis([], 'aucun')),
  sources: sources('Ressources propres à ce site', hypothesis([], 'aucune')),
  terms: LOAN_TERMS,
  lease: SOLIDARITY_LEASE,
  operatorSources: sources('Ressources de l’exploitant', hypothesis([], 'aucune')),
  operatorTerms: EQUIPMENT_LOAN,
  lots: LOTS,
});

const ESUS_HOLDING_PATH = group('Holding SAS ESUS', {
  kind: field(literal('esus-holding'), {
    label: 'Nature de la voie',
    help: 'P3 : des investisseurs entrent dans une holding SAS ESUS qui détient murs et filiales, ou dans l’entreprise elle-même.',
  }),
  ...identity('esus-holding', 'Holding SAS ESUS'),
  entry: ENTRY,
  walls: WALLS,
  enterpriseForm: ENTERPRISE_FORM,
  vehicle: ISSUER,
  parent: PARENT,
  founders: FOUNDERS,
  rounds: ROUNDS,
  bonds: BONDS,
  sources: sources('Autres ressources de la société', hypothesis([], 'aucune')),
  terms: LOAN_TERMS,
  lease: LEASE,
  enterprise: ENTERPRISE,
  subsidiaries: SUBSIDIARIES,
  operatorSources: sources('Ressources de l’entreprise', hypothesis([], 'aucune')),
  operatorTerms: EQUIPMENT_LOAN,
  exit: SHAREHOLDER_EXIT,
});

/** The loan of who carries a contrat à impact: for its site, or for its machines. */
const BESIDE_PROGRAMME_LOAN = group('Conditions du prêt', {
  ...LOAN_TERMS.shape,
  annualRate: withFallback(LOAN_TERMS.shape.annualRate, hypothesis('0.04', 'prêt à long terme')),
  payments: withFallback(LOAN_TERMS.shape.payments, hypothesis(180, 'quinze ans d’échéances mensuelles')),
});

const IMPACT_BOND_PATH = group('Contrat à impact', {
  kind: field(literal('impact-bond'), {
    label: 'Nature de la voie',
    help: 'P2 : un programme payé à ses résultats, à côté du prêt bancaire ; jamais des murs.',
  }),
  ...identity('impact-bond', 'Contrat à impact'),
  outcome: field(choice({ failure: 'échec', expected: 'attendu', success: 'succès' }), {
    label: 'Résultats retenus',
    help: 'Les trois sont calculés ; celui-ci est compté dans les flux de cette voie.',
    fallback: hypothesis('expected', 'résultats attendus par le contrat'),
  }),
  drawings: field(
    choice({ scheduled: 'au calendrier des tranches', once: 'en une fois, avec la première' }),
    {
      label: 'Versement des tranches',
      help: 'Au mois de chaque tranche du programme, ou toutes avec la première : le taux de rendement en dépend.',
      fallback: hypothesis('scheduled', 'calendrier du programme'),
    },
  ),
  paymentDelayMonths: monthsField(
    {
      label: 'Délai entre la mesure et son paiement',
      help: 'En mois : le payeur et les investisseurs sont réglés autant de mois plus tard.',
      fallback: hypothesis(0, 'payé le mois de la mesure'),
    },
    0,
    24,
  ),
  circuit: field(choice({ direct: 'avance directe à l’entreprise', vehicle: 'par un véhicule émetteur' }), {
    label: 'Circuit des fonds',
    help: 'Les investisseurs avancent à l’entreprise, ou à un véhicule qui émet l’obligation et lui avance les fonds.',
    fallback: hypothesis('direct', 'circuit le plus simple'),
  }),
  vehicle: group('Véhicule émetteur', {
    name: field(text(120), {
      label: 'Nom du véhicule',
      help: 'Utile pour le circuit par un véhicule.',
      fallback: hypothesis('Véhicule du contrat à impact', 'véhicule non nommé'),
    }),
    form: field(
      choice({
        SAS: 'SAS',
        'SAS-ESS': 'SAS de l’ESS',
        SCIC: 'SCIC',
        association: 'association',
        SCI: 'SCI',
      }),
      {
        label: 'Forme du véhicule',
        help: 'Fixe ce qu’il peut émettre.',
        fallback: hypothesis('SAS', 'société dédiée'),
      },
    ),
  }),
  sources: sources('Ressources avant le prêt', hypothesis([], 'aucune')),
  terms: BESIDE_PROGRAMME_LOAN,
});

/** The ways to finance a site that a dossier may compare, by kind. */
export const PATHS = {
  'market-rent': MARKET_RENT_PATH,
  'bank-loan': BANK_LOAN_PATH,
  sci: SCI_PATH,
  'esus-holding': ESUS_HOLDING_PATH,
  fonciere: FONCIERE_PATH,
  guarantee: GUARANTEE_PATH,
  'impact-bond': IMPACT_BOND_PATH,
} as const;

export type MarketRentPath = ValueOf<typeof MARKET_RENT_PATH>;
export type BankLoanPath = ValueOf<typeof BANK_LOAN_PATH>;
export type SciPath = ValueOf<typeof SCI_PATH>;
export type FoncierePath = ValueOf<typeof FONCIERE_PATH>;
export type EsusHoldingPath = ValueOf<typeof ESUS_HOLDING_PATH>;
export type GuaranteePath = ValueOf<typeof GUARANTEE_PATH>;
export type ImpactBondPath = ValueOf<typeof IMPACT_BOND_PATH>;
export type PathDescription =
  | MarketRentPath
  | BankLoanPath
  | SciPath
  | EsusHoldingPath
  | FoncierePath
  | GuaranteePath
  | ImpactBondPath;
export type PathSource = {
  [K in SourceKind]: ValueOf<(typeof SOURCE_INSTRUMENTS)[K]>;
}[SourceKind];
export type LeaseTerms = MarketRentPath['lease'];
export type SciLease = SciPath['lease'];
export type LoanTerms = ValueOf<typeof LOAN_TERMS>;
