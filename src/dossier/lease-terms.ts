import { field, group, hypothesis, list, type RawDossier } from '../input/description.ts';
import { choice, choiceOfNumbers, multiple } from '../input/fields.ts';
import { moneyField, monthsField, optionalShareField, shareField, truthField } from './wording.ts';

function operatorDeductsVat(dossier: RawDossier): string {
  const operator = dossier.operator as RawDossier | undefined;
  return operator?.subjectToVat === false ? '0' : '1';
}

/** What a lease says besides its rent: payment, indexation aside (it follows the economic assumptions). */
const CONDITIONS = {
  paymentsPerYear: field(choiceOfNumbers([12, 4], { 12: 'mensuelles', 4: 'trimestrielles' }), {
    label: 'Échéances de loyer par an',
    help: 'Trimestrielles (4) ou mensuelles (12).',
    fallback: hypothesis(4, 'usage des baux commerciaux : par trimestre'),
  }),
  inAdvance: truthField({
    label: 'Loyer payé d’avance',
    help: 'Terme à échoir au premier mois de la période, sinon au dernier.',
    fallback: hypothesis(true, 'usage des baux commerciaux : terme à échoir'),
  }),
  rentFreeMonths: monthsField(
    {
      label: 'Franchise de loyer',
      help: 'Mois sans loyer à compter de la mise en service.',
      fallback: hypothesis(0, 'aucune franchise'),
    },
    0,
    36,
  ),
  steps: list(
    'Paliers du loyer progressif',
    group('Palier', {
      months: monthsField(
        { label: 'Jusqu’au mois', help: 'Mois écoulés depuis la mise en service, à la fin du palier.' },
        1,
        120,
      ),
      share: shareField({
        label: 'Part du loyer due pendant le palier',
        help: 'Un an de franchise lissé sur trois ans : 66,67 % jusqu’au mois 36.',
      }),
    }),
    { longest: 10, fallback: hypothesis([], 'loyer plein dès la mise en service') },
  ),
  depositMonths: monthsField(
    {
      label: 'Dépôt de garantie',
      help: 'En mois de loyer hors taxes, versé à la mise en service.',
      fallback: hypothesis(3, 'usage des baux commerciaux : un trimestre'),
    },
    0,
    12,
  ),
  rechargedChargesShare: shareField({
    label: 'Charges refacturées au locataire',
    help: 'Part des charges annuelles de l’immeuble.',
    fallback: hypothesis('1', 'bail dit triple net : le locataire rembourse les charges courantes'),
  }),
  taxeFoncierePaidByTenant: truthField({
    label: 'Taxe foncière refacturée au locataire',
    help: 'Le bailleur la paie, le bail peut la mettre à la charge du locataire.',
    fallback: hypothesis(true, 'usage des baux de locaux d’activité'),
  }),
  vatOption: truthField({
    label: 'Option du bailleur pour la TVA sur les loyers',
    help: 'Avec : TVA des travaux récupérée, loyer taxé. Sans : la TVA des travaux est un coût, loyer non taxé.',
    fallback: hypothesis(true, 'travaux importants : la TVA en serait perdue sans option (CGI 260 2°)'),
  }),
  tenantVatShare: shareField({
    label: 'TVA du loyer déduite par le locataire',
    help: 'Coefficient de déduction : 100 % pour une activité taxée, 0 % pour une association exonérée.',
    fallback: hypothesis(operatorDeductsVat, 'selon l’assujettissement de l’exploitant'),
  }),
};

/** The lease at market rent, of a landlord outside the deal. */
export const MARKET_LEASE = group('Bail', CONDITIONS);

/** What the lease of a property company of the deal says besides how its rent is set. */
const VEHICLE_LEASE = {
  rentPerM2Year: moneyField(
    {
      label: 'Loyer de la première année',
      help: 'En €/m²/an hors taxes et hors charges, calculé par Levier ou saisi.',
      fallback: hypothesis('0.00', 'calculé pour tenir la couverture visée'),
    },
    'money/area/years',
  ),
  targetCover: field(multiple('100', true), {
    unit: 'ratio',
    label: 'Couverture visée par le loyer calculé (DSCR)',
    help: 'Loyers nets encaissés / (intérêts + capital du prêt), avant impôt, chaque exercice testé.',
    fallback: hypothesis('1.20', 'repère bancaire : de 1,10 à 1,25 en SCI'),
  }),
  ...CONDITIONS,
  managementFeeRate: shareField({
    label: 'Frais de gestion locative',
    help: 'Part des loyers, supportée par le bailleur.',
    fallback: hypothesis('0', 'gestion assurée par l’exploitant'),
  }),
  repairsEndowmentYear: moneyField(
    {
      label: 'Provision annuelle de gros entretien',
      help: 'Trésorerie mise de côté chaque année par le bailleur, aux prix de la signature.',
      fallback: hypothesis('0.00', 'aucune : à estimer, un bâtiment ancien en demande'),
    },
    'money/years',
  ),
};

/** The lease between a property company and the enterprise. */
export const LEASE = group('Bail', {
  solve: field(choice({ 'target-cover': 'calculé pour tenir la couverture visée', none: 'saisi' }), {
    label: 'Loyer',
    help: 'Calculé : le plus petit qui tient la couverture visée chaque année (target-cover), ou saisi (none).',
    fallback: hypothesis('target-cover', 'loyer d’équilibre'),
  }),
  ...VEHICLE_LEASE,
});

/** The lease of a foncière solidaire: below the market, and no dearer than the enterprise can bear. */
export const SOLIDARITY_LEASE = group('Bail', {
  solve: field(
    choice({
      'below-market': 'loyer de marché, décote et plafond déduits',
      'target-cover': 'calculé pour tenir la couverture visée',
      none: 'saisi',
    }),
    {
      label: 'Loyer',
      help: 'Sous le marché (below-market), calculé pour tenir la couverture (target-cover), ou saisi (none).',
      fallback: hypothesis('below-market', 'objet d’une foncière solidaire'),
    },
  ),
  marketDiscount: shareField({
    label: 'Décote sur le loyer de marché',
    help: 'Part du loyer de marché à laquelle la foncière renonce.',
    fallback: hypothesis('0.30', 'bas de la fourchette de 30 à 70 % citée par une foncière solidaire'),
  }),
  affordabilityRatio: optionalShareField({
    label: 'Taux d’effort au plus (loyer, charges et taxe foncière / chiffre d’affaires)',
    help: 'Plafonne le loyer de la première année ; aucun plafond si le champ est vide.',
    fallback: hypothesis('0.10', 'plafond de soutenabilité, à fixer avec l’entreprise'),
  }),
  ...VEHICLE_LEASE,
  steps: {
    ...VEHICLE_LEASE.steps,
    fallback: hypothesis(
      [
        { months: 12, share: '0.50' },
        { months: 24, share: '0.75' },
      ],
      'loyer progressif pendant la montée en charge',
    ),
  },
});
