import { choiceOf, field, group, hypothesis, list } from '../input/description.ts';
import { choice, kebabId, multiple, share, text, wholeNumber } from '../input/fields.ts';
import { QUASI_EQUITY_CONDITIONS } from '../instruments/quasi-equity-conditions.ts';
import {
  moneyField,
  monthsField,
  optionalShareField,
  rateField,
  shareField,
  truthField,
  yearsField,
} from './wording.ts';

/** The property company: who holds it, how it is taxed, what it keeps. */
export const VEHICLE = group('Société civile immobilière', {
  name: field(text(120), {
    label: 'Nom de la SCI',
    help: 'Dénomination.',
    fallback: hypothesis('SCI', 'nom usuel'),
  }),
  taxRegime: field(choice({ IR: 'impôt sur le revenu (transparente)', IS: 'impôt sur les sociétés' }), {
    label: 'Régime fiscal de la SCI',
    help: 'IR : chaque associé est imposé sur sa part ; IS : la SCI paie l’impôt sur les sociétés.',
    fallback: hypothesis('IS', 'option pour l’IS'),
  }),
  reducedCorporateTaxRate: truthField({
    label: 'Taux réduit de 15 % pour la SCI',
    help: 'Capital détenu à 75 % par des personnes physiques : rarement le cas d’une filiale.',
    fallback: hypothesis(false, 'SCI détenue par une entreprise : le taux réduit n’est pas dû'),
  }),
  capital: moneyField({
    label: 'Capital de la SCI',
    help: 'Apports des associés, versés à la signature.',
  }),
  operatorShare: field(share(), {
    unit: 'ratio',
    label: 'Part du capital détenue par l’exploitant',
    help: 'Le reste est la part de l’investisseur.',
    fallback: hypothesis('0.95', 'comme la SCI Envie Soleil'),
  }),
  operatorVotes: field(share(), {
    unit: 'ratio',
    label: 'Part des voix de l’exploitant',
    help: 'Les statuts fixent les voix : elles ne se déduisent pas du capital.',
    fallback: hypothesis('0.95', 'statuts supposés proportionnels'),
  }),
  minimumCash: moneyField({
    label: 'Trésorerie minimale de la SCI',
    help: 'Laissée à la mise en service et gardée avant toute distribution.',
    fallback: hypothesis('0.00', 'aucune'),
  }),
  managementCostsYear: moneyField(
    {
      label: 'Frais annuels de la SCI',
      help: 'Comptabilité, banque, assurance du bailleur, hors taxes.',
      fallback: hypothesis('4000.00', 'ordre de grandeur'),
    },
    'money/years',
  ),
  distributionShare: shareField({
    label: 'Part du bénéfice distribuable distribuée',
    help: 'Chaque mois de juin, sur les comptes de l’exercice clos et dans la limite de la trésorerie.',
    fallback: hypothesis('0', 'bénéfices gardés pour rembourser'),
  }),
});

/** What the investor brings: its share of the capital, and the rest as quasi-equity with its own terms. */
export const TICKET = group('Ticket de l’investisseur', {
  from: field(kebabId(), {
    label: 'Investisseur',
    help: 'Identifiant de la partie qui investit.',
    fallback: hypothesis('investor', 'investisseur à impact non nommé'),
  }),
  amount: moneyField({
    label: 'Ticket de l’investisseur',
    help: 'En tout : sa part du capital, le reste en quasi-fonds propres.',
  }),
  callMonth: monthsField(
    {
      label: 'Mois du versement des quasi-fonds propres',
      help: 'Mois après la signature.',
      fallback: hypothesis(0, 'versés à la signature'),
    },
    0,
    120,
  ),
  instruments: list('Quasi-fonds propres', choiceOf('Quasi-fonds propres', ticketVariants()), {
    longest: 3,
    fallback: hypothesis(
      [{ kind: 'associate-account', share: '1' }],
      'compte courant d’associé bloqué jusqu’à la sortie',
    ),
  }),
});

function ticketVariants() {
  const part = field(share(), {
    unit: 'ratio',
    label: 'Part du reste du ticket',
    help: 'Les parts font 1 au total.',
    fallback: hypothesis('1', 'tout le reste du ticket'),
  });
  const account = QUASI_EQUITY_CONDITIONS['associate-account'];
  const loan = QUASI_EQUITY_CONDITIONS['subordinated-loan'];
  const bond = QUASI_EQUITY_CONDITIONS['convertible-bond'];
  return {
    'associate-account': group(account.label, {
      kind: account.kindField,
      share: part,
      ...account.conditions,
    }),
    'subordinated-loan': group(loan.label, { kind: loan.kindField, share: part, ...loan.conditions }),
    'convertible-bond': group(bond.label, { kind: bond.kindField, share: part, ...bond.conditions }),
  };
}

/** How the investor leaves: when, at which price, who pays. */
export const EXIT = group('Sortie de l’investisseur', {
  year: field(wholeNumber(2, 40), {
    unit: 'years',
    label: 'Année de la sortie',
    help: 'Années après la signature.',
    fallback: hypothesis(10, 'de 7 à 12 ans après l’entrée'),
  }),
  method: field(
    choice({
      capitalisation: 'loyer net de marché capitalisé',
      'indexed-cost': 'coût de revient indexé',
      'nominal-indexed': 'nominal des parts indexé',
    }),
    {
      label: 'Prix de sortie',
      help: 'Loyer net de marché capitalisé, coût de revient indexé, ou nominal indexé des parts.',
      fallback: hypothesis('capitalisation', 'valeur de marché du bâtiment'),
    },
  ),
  nominalIndexRate: rateField({
    label: 'Indexation du nominal ou du coût',
    help: 'Par an, pour un prix au coût ou au nominal.',
    fallback: hypothesis('0.018', 'même évolution que l’inflation'),
  }),
  recognisedLatentTax: shareField({
    label: 'Impôt latent déduit du prix',
    help: 'Part de l’impôt latent sur la plus-value, à l’IS seulement.',
    fallback: hypothesis('0.5', 'usage : moitié, à négocier'),
  }),
  discount: shareField({
    label: 'Décote de minorité',
    help: 'Appliquée à la valeur des parts.',
    fallback: hypothesis('0', 'aucune'),
  }),
  operatorMinimumCash: moneyField({
    label: 'Trésorerie minimale gardée par l’exploitant',
    help: 'Ce qui dépasse peut payer le rachat.',
    fallback: hypothesis('100000.00', 'plancher forfaitaire, à fixer selon les charges de l’entreprise'),
  }),
  refinancingMaximumLoanToValue: optionalShareField({
    label: 'Refinancement : dettes / valeur, au plus',
    help: 'Nouveau prêt de la SCI à la sortie ; aucun refinancement si le champ est vide.',
    fallback: hypothesis('0.60', 'prudence bancaire sur un immeuble d’exploitation'),
  }),
  refinancingMinimumCover: field(multiple('100'), {
    unit: 'ratio',
    label: 'Refinancement : couverture, au moins',
    help: 'Loyers nets des douze mois suivants / annuités des deux prêts.',
    fallback: hypothesis('1.20', 'repère bancaire'),
  }),
  refinancingAnnualRate: rateField({
    label: 'Taux du refinancement',
    help: 'Taux fixe annuel.',
    fallback: hypothesis('0.042', 'un peu au-dessus du premier prêt'),
  }),
  refinancingYears: yearsField(
    { label: 'Durée du refinancement', help: 'En années.', fallback: hypothesis(10, 'durée usuelle') },
    1,
    25,
  ),
});
