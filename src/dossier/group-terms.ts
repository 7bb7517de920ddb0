import { field, group, hypothesis, list, type RawDossier } from '../input/description.ts';
import { amount, choice, kebabId, multiple, rate, share, text, wholeNumber } from '../input/fields.ts';
import { paymentsPerYearField } from '../instruments/payment-rhythm.ts';
import { QUASI_EQUITY_CONDITIONS } from '../instruments/quasi-equity-conditions.ts';
import {
  moneyField,
  monthsField,
  optionalMultipleField,
  rateField,
  shareField,
  truthField,
  yearsField,
} from './wording.ts';

/** A SCOP, a SCIC and an association have no shares that a holding or a fund could hold: their activity is then housed in a SAS. */
function formOfEnterprise(dossier: RawDossier): string {
  const operator = dossier.operator as RawDossier | undefined;
  return operator?.form === 'SAS' ? 'SAS' : 'SAS-ESS';
}

/** Where investors enter. */
export const ENTRY = field(
  choice({
    holding: 'dans une holding, au-dessus de l’entreprise',
    direct: 'dans l’entreprise elle-même, ou une coentreprise',
  }),
  {
    label: 'Où entrent les investisseurs',
    help: 'La holding achète le site, le loue à l’entreprise et détient les filiales ; sans holding, l’entreprise ouvre son propre capital.',
    fallback: hypothesis('holding', 'comme VALO+ : une SAS ESUS au-dessus des filiales'),
  },
);

/** Whether the walls are bought, when there is no holding; a holding always buys them. */
export const WALLS = field(choice({ owned: 'achetés', rented: 'loués au marché' }), {
  label: 'Locaux (sans holding)',
  help: 'L’entreprise achète le site, ou le loue au loyer de marché. Une holding l’achète toujours.',
  fallback: hypothesis('owned', 'le même site que les autres voies'),
});

export const ENTERPRISE_FORM = field(
  choice({ 'SAS-ESS': 'SAS de l’ESS', SAS: 'SAS', SCOP: 'SCOP', SCIC: 'SCIC', association: 'association' }),
  {
    label: 'Forme de l’entreprise dans ce montage',
    help: 'Une association ou une coopérative n’a pas d’actions à céder : son activité est alors logée dans une SAS de l’ESS qu’elle détient.',
    fallback: hypothesis(formOfEnterprise, 'SAS de l’ESS, détenue par la structure d’origine'),
  },
);

/** The company whose capital opens: its form, what it keeps, what it distributes. */
export const ISSUER = group('Société qui ouvre son capital', {
  name: field(text(120), {
    label: 'Nom de la holding',
    help: 'Dénomination ; sans holding, l’entreprise garde son nom.',
    fallback: hypothesis('Holding', 'nom usuel'),
  }),
  form: field(choice({ 'SAS-ESS': 'SAS de l’ESS (ESUS)', SAS: 'SAS' }), {
    label: 'Forme de la holding',
    help: 'Une SAS de l’ESS garde la moitié de son bénéfice et ne réduit pas son capital pour faire sortir un associé.',
    fallback: hypothesis('SAS-ESS', 'comme VALO+ : agrément ESUS'),
  }),
  nominal: field(amount({ min: '0.01' }), {
    unit: 'money/count',
    label: 'Valeur nominale d’une action',
    help: 'Ce qui dépasse, à l’émission, est une prime.',
    fallback: hypothesis('1.00', 'un euro'),
  }),
  minimumCash: moneyField({
    label: 'Trésorerie minimale de la société',
    help: 'Laissée à la mise en service et gardée avant toute distribution.',
    fallback: hypothesis('0.00', 'aucune'),
  }),
  managementCostsYear: moneyField(
    {
      label: 'Frais annuels de la holding',
      help: 'Direction, comptabilité, commissaire aux comptes, suivi des investisseurs, hors taxes.',
      fallback: hypothesis('30000.00', 'ordre de grandeur d’une petite holding'),
    },
    'money/years',
  ),
  issueCosts: moneyField({
    label: 'Frais de la levée de fonds',
    help: 'Conseil, audit, actes, payés à la signature, hors taxes.',
    fallback: hypothesis('0.00', 'à estimer : 3 à 6 % de la levée en usage'),
  }),
  distributionShare: shareField({
    label: 'Part du bénéfice distribuable distribuée',
    help: 'En juin, sur les comptes clos, dans la limite de la loi et de la trésorerie.',
    fallback: hypothesis('0', 'bénéfices gardés pour rembourser et investir'),
  }),
  lockUpCover: optionalMultipleField({
    label: 'Couverture sous laquelle la banque bloque les dividendes',
    help: 'EBE et dividendes reçus / annuités de l’exercice ; aucun blocage si le champ est vide.',
    fallback: hypothesis(null, 'aucune clause'),
  }),
});

const VOTES = list(
  'Voix',
  group('Voix', {
    from: field(kebabId(), { label: 'Associé', help: 'Identifiant de la partie.' }),
    share: field(share(), {
      unit: 'ratio',
      label: 'Part des voix',
      help: 'Fixée par les statuts et le pacte : elle ne se déduit jamais du capital.',
    }),
  }),
  { longest: 12, fallback: hypothesis([], 'voix non saisies') },
);

/** Who held the shares before anybody entered: the parent SCOP or association, founders, employees. */
export const FOUNDERS = list(
  'Associés d’origine',
  group('Associé d’origine', {
    from: field(kebabId(), {
      label: 'Associé d’origine',
      help: 'Identifiant de la partie : structure mère, fondateurs, salariés.',
    }),
    amount: moneyField({
      label: 'Valeur des actions à leur nominal',
      help: 'Actions reçues au nominal.',
    }),
    brought: field(
      choice({
        cash: 'apport en numéraire',
        'in-kind': 'apport de titres des filiales',
        existing: 'actions déjà émises',
      }),
      {
        label: 'Comment',
        help: 'Numéraire versé à la signature, titres apportés, ou capital déjà au bilan de l’entreprise.',
        fallback: hypothesis('cash', 'versé à la signature'),
      },
    ),
  }),
  { longest: 10, fallback: hypothesis([], 'aucun : tout le capital vient des tours') },
);

/** A round of shares: when, at what price, who subscribes, how everybody votes after it. */
export const ROUNDS = list(
  'Tours de capital',
  group('Tour', {
    label: field(text(80), {
      label: 'Nom du tour',
      help: 'Nom affiché.',
      fallback: hypothesis('Augmentation de capital', 'nom usuel'),
    }),
    month: monthsField(
      {
        label: 'Mois du tour',
        help: 'Mois après la signature, au plus tard à la mise en service.',
        fallback: hypothesis(0, 'versé à la signature'),
      },
      0,
      120,
    ),
    sharePrice: field(amount({ min: '0.01' }), {
      unit: 'money/count',
      label: 'Prix d’une action',
      help: 'Au moins le nominal ; ce qui dépasse est la prime d’émission.',
      fallback: hypothesis('1.00', 'au nominal'),
    }),
    subscriptions: list(
      'Souscriptions',
      group('Souscription', {
        from: field(kebabId(), { label: 'Souscripteur', help: 'Identifiant de la partie.' }),
        amount: moneyField({ label: 'Montant souscrit', help: 'Prime comprise.' }),
      }),
      { longest: 12 },
    ),
    votes: VOTES,
  }),
  { longest: 6, fallback: hypothesis([], 'aucun tour') },
);

const BOND = QUASI_EQUITY_CONDITIONS['convertible-bond'].conditions;

/** Convertible bonds of the issuer: paid back with their premium, or turned into shares when investors leave. */
export const BONDS = list(
  'Obligations convertibles',
  group('Obligation convertible', {
    id: field(kebabId(), { label: 'Identifiant (obligation)', help: 'Unique dans la voie.' }),
    label: field(text(120), {
      label: 'Nom de l’obligation',
      help: 'Nom affiché.',
      fallback: hypothesis('Obligations convertibles', 'nom usuel'),
    }),
    from: field(kebabId(), { label: 'Souscripteur', help: 'Identifiant de la partie qui prête.' }),
    amount: moneyField({ label: 'Montant', help: 'Versé en une fois.' }),
    callMonth: monthsField(
      {
        label: 'Mois du versement',
        help: 'Mois après la signature, au plus tard à la mise en service.',
        fallback: hypothesis(0, 'versé à la signature'),
      },
      0,
      120,
    ),
    annualRate: BOND.annualRate,
    payments: { ...BOND.payments, fallback: hypothesis(7, 'sept ans, échéances annuelles') },
    paymentsPerYear: paymentsPerYearField(hypothesis(1, 'annuelles')),
    repayment: BOND.repayment,
    interest: BOND.interest,
    nonConversionPremiumRate: BOND.nonConversionPremiumRate,
    conversion: field(choice({ none: 'aucune', 'at-exit': 'à la sortie' }), {
      label: 'Conversion',
      help: 'Remboursée, ou convertie en actions à la sortie.',
      fallback: hypothesis('none', 'remboursée'),
    }),
    conversionPrice: field(amount({ min: '0.01' }), {
      unit: 'money/count',
      label: 'Prix de conversion d’une action',
      help: 'Nombre d’actions reçues = capital converti / ce prix.',
      fallback: hypothesis('1.00', 'au nominal, à négocier'),
    }),
  }),
  { longest: 6, fallback: hypothesis([], 'aucune') },
);

/** Another company of the group, told by its large figures. */
export const SUBSIDIARIES = list(
  'Autres filiales',
  group('Filiale', {
    id: field(kebabId(), { label: 'Identifiant (filiale)', help: 'Unique dans la voie.' }),
    name: field(text(120), { label: 'Nom de la filiale', help: 'Dénomination.' }),
    form: field(choice({ 'SAS-ESS': 'SAS de l’ESS', SAS: 'SAS' }), {
      label: 'Forme de la filiale',
      help: 'Une SAS de l’ESS garde la moitié de son bénéfice.',
      fallback: hypothesis('SAS-ESS', 'filiale d’un groupe de l’ESS'),
    }),
    share: field(share(), {
      unit: 'ratio',
      label: 'Part détenue par la holding',
      help: 'Le reste est à d’autres associés.',
      fallback: hypothesis('1', 'filiale à 100 %'),
    }),
    revenueYear: moneyField(
      { label: 'Chiffre d’affaires annuel', help: 'Hors taxes, à la signature.' },
      'money/years',
    ),
    annualGrowth: rateField({
      label: 'Croissance annuelle du chiffre d’affaires',
      help: 'Prix et volumes.',
      fallback: hypothesis('0.018', 'même évolution que l’inflation'),
    }),
    operatingMargin: shareField({
      label: 'EBE / chiffre d’affaires',
      help: 'Après ses propres loyers.',
      fallback: hypothesis('0.05', 'ordre de grandeur d’une entreprise d’insertion industrielle'),
    }),
    openingCash: moneyField({
      label: 'Trésorerie de la filiale à la signature',
      help: 'Disponibilités.',
      fallback: hypothesis('0.00', 'non renseignée'),
    }),
    fixedAssets: moneyField({
      label: 'Immobilisations nettes de la filiale à la signature',
      help: 'Valeur nette comptable, amortie sur la durée d’amortissement de la filiale.',
      fallback: hypothesis('0.00', 'non renseignées'),
    }),
    existingDebt: moneyField({
      label: 'Emprunts de la filiale à la signature',
      help: 'Capital restant dû.',
      fallback: hypothesis('0.00', 'aucun'),
    }),
    existingDebtAnnualRate: rateField({
      label: 'Taux des emprunts de la filiale',
      help: 'Taux annuel.',
      fallback: hypothesis('0.03', 'ordre de grandeur'),
    }),
    existingDebtYears: yearsField(
      {
        label: 'Durée restante des emprunts de la filiale',
        help: 'En années.',
        fallback: hypothesis(5, 'ordre de grandeur'),
      },
      1,
      30,
    ),
    renewalYear: moneyField(
      {
        label: 'Investissement annuel de la filiale',
        help: 'Renouvellement, hors taxes, aux prix de la signature, chaque décembre.',
        fallback: hypothesis('0.00', 'aucun : à estimer, sinon la trésorerie est flattée'),
      },
      'money/years',
    ),
    depreciationYears: yearsField(
      {
        label: 'Durée d’amortissement de la filiale',
        help: 'En années.',
        fallback: hypothesis(8, 'durée moyenne de matériel industriel'),
      },
      1,
      20,
    ),
    capital: moneyField({
      label: 'Capital de la filiale à la signature',
      help: 'Sert aux réserves que la loi demande.',
      fallback: hypothesis('0.00', 'non renseigné'),
    }),
    funding: moneyField({
      label: 'Apport de la holding à la filiale',
      help: 'Augmentation de capital versée à la signature.',
      fallback: hypothesis('0.00', 'aucun'),
    }),
    investment: moneyField({
      label: 'Investissement de la filiale à la signature',
      help: 'Hors taxes, net de ses propres subventions, payé par l’apport et sa trésorerie, amorti comme le reste.',
      fallback: hypothesis('0.00', 'aucun : l’apport reste en trésorerie'),
    }),
    minimumCash: moneyField({
      label: 'Trésorerie minimale de la filiale',
      help: 'Gardée avant toute distribution.',
      fallback: hypothesis('0.00', 'aucune'),
    }),
    distributionShare: shareField({
      label: 'Part du bénéfice distribuable remontée à la holding',
      help: 'En juin, sur les comptes clos, dans la limite de la loi et de la trésorerie.',
      fallback: hypothesis('0.5', 'la moitié de ce que la loi permet'),
    }),
  }),
  { longest: 6, fallback: hypothesis([], 'aucune autre filiale') },
);

/** What links the enterprise to its holding. */
export const ENTERPRISE = group('Entreprise dans le groupe', {
  share: field(share(), {
    unit: 'ratio',
    label: 'Part de l’entreprise détenue par la holding',
    help: 'Le reste est aux associés d’origine.',
    fallback: hypothesis('1', 'filiale à 100 %'),
  }),
  funding: moneyField({
    label: 'Apport de la holding à l’entreprise',
    help: 'Augmentation de capital versée à la signature, pour son matériel et son fonds de roulement.',
    fallback: hypothesis('0.00', 'aucun'),
  }),
  minimumCash: moneyField({
    label: 'Trésorerie minimale de l’entreprise',
    help: 'Gardée avant toute distribution.',
    fallback: hypothesis('100000.00', 'plancher forfaitaire, à fixer selon les charges de l’entreprise'),
  }),
  distributionShare: shareField({
    label: 'Part du bénéfice distribuable remontée par l’entreprise',
    help: 'En juin, sur les comptes clos, dans la limite de la loi et de la trésorerie.',
    fallback: hypothesis('0', 'bénéfices gardés dans l’entreprise'),
  }),
});

/** The SCOP or the association above, when it must keep control, and the seven years of a SCOP being taken over. */
export const PARENT = group('Structure mère', {
  form: field(
    choice({
      none: 'aucune',
      SCOP: 'SCOP',
      SCIC: 'SCIC',
      association: 'association',
      other: 'autre société',
    }),
    {
      label: 'Forme de la structure mère',
      help: 'Celle du premier associé d’origine.',
      fallback: hypothesis('none', 'fondateurs personnes physiques'),
    },
  ),
  takeOver: truthField({
    label: 'Reprise en SCOP d’amorçage',
    help: 'Les salariés reprennent l’entreprise en SCOP : ils ont sept ans pour atteindre 51 % du capital.',
    fallback: hypothesis(false, 'pas de reprise'),
  }),
  takeOverYear: yearsField(
    {
      label: 'Année de la transformation en SCOP',
      help: 'Années après la signature.',
      fallback: hypothesis(1, 'l’année qui suit la signature'),
    },
    0,
    40,
  ),
  employeeCapital: shareField({
    label: 'Part du capital des salariés à la transformation',
    help: 'Le reste est aux extérieurs, qui s’engagent à céder.',
    fallback: hypothesis('0.3', 'à saisir'),
  }),
});

/** How investors leave: price of the shares, limits of their return, who buys and with what. */
export const SHAREHOLDER_EXIT = group('Sortie des investisseurs', {
  year: field(wholeNumber(2, 40), {
    unit: 'years',
    label: 'Année de la sortie',
    help: 'Années après la signature.',
    fallback: hypothesis(7, 'de 5 à 10 ans après l’entrée'),
  }),
  multiple: field(multiple('50', true), {
    unit: 'ratio',
    label: 'Multiple d’EBE',
    help: 'Appliqué à l’EBE consolidé après un loyer de marché sur les murs détenus, qui sont comptés à part.',
    fallback: hypothesis('4', 'de 3 à 6 pour une petite entreprise industrielle'),
  }),
  discount: shareField({
    label: 'Décote sur le prix',
    help: 'Minorité, incessibilité, convention ESS.',
    fallback: hypothesis('0', 'aucune'),
  }),
  floorAnnualRate: field(rate().nullable(), {
    unit: 'ratio/years',
    label: 'Rendement annuel plancher des actions',
    help: 'Prix relevé pour que les actions rapportent au moins ce taux, dividendes compris ; aucun si vide.',
    fallback: hypothesis(null, 'aucun : un associé participe aux pertes'),
  }),
  capAnnualRate: field(rate().nullable(), {
    unit: 'ratio/years',
    label: 'Rendement annuel plafond des actions',
    help: 'Prix abaissé pour que les actions ne rapportent pas plus, dividendes compris ; aucun si vide.',
    fallback: hypothesis('0.06', 'rendement borné d’un investisseur à impact'),
  }),
  buyer: field(kebabId(), {
    label: 'Qui rachète',
    help: 'Partie qui rachète les actions : structure mère, fondateurs, tiers. La société elle-même ne le peut pas.',
    fallback: hypothesis('owners', 'associés d’origine'),
  }),
  buyerCash: moneyField({
    label: 'Trésorerie de l’acheteur à la sortie',
    help: 'Au-dessus de ce qu’il doit garder.',
    fallback: hypothesis('0.00', 'non renseignée : à saisir'),
  }),
  buyerCashFlowYear: moneyField(
    {
      label: 'Capacité d’autofinancement annuelle de l’acheteur',
      help: 'Après ses propres annuités, sans les dividendes du groupe, qui sont ajoutés.',
      fallback: hypothesis('0.00', 'non renseignée : à saisir'),
    },
    'money/years',
  ),
  buyerAnnualRate: rateField({
    label: 'Taux du prêt de rachat',
    help: 'Taux fixe annuel.',
    fallback: hypothesis('0.045', 'un peu au-dessus d’un prêt immobilier'),
  }),
  buyerYears: yearsField(
    { label: 'Durée du prêt de rachat', help: 'En années.', fallback: hypothesis(7, 'durée usuelle') },
    1,
    20,
  ),
  buyerCover: field(multiple('10'), {
    unit: 'ratio',
    label: 'Couverture demandée par le prêteur du rachat',
    help: 'Autofinancement et dividendes de l’acheteur / annuités du prêt.',
    fallback: hypothesis('1.20', 'repère bancaire'),
  }),
});
