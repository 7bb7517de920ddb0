import { field, group, hypothesis, list } from '../input/description.ts';
import { choice, isoDate, kebabId, share, signedRate, wholeNumber } from '../input/fields.ts';
import { paymentsPerYearField } from '../instruments/payment-rhythm.ts';
import { moneyField, optionalMultipleField, optionalShareField, rateField } from './wording.ts';

/** A bank loan sized to close the plan de financement, its bridge, and the limits that the bank sets. */
export const LOAN_TERMS = group('Conditions du prêt', {
  lender: field(kebabId(), {
    label: 'Prêteur',
    help: 'Identifiant de la banque parmi les parties.',
    fallback: hypothesis('bank', 'banque non nommée'),
  }),
  solve: field(choice({ 'balancing-loan': 'calculé pour équilibrer le plan', none: 'saisi' }), {
    label: 'Montant du prêt',
    help: 'Calculé pour équilibrer le plan, dans les limites de la banque (balancing-loan), ou saisi (none).',
    fallback: hypothesis('balancing-loan', 'prêt d’équilibre'),
  }),
  amount: moneyField({
    label: 'Montant du prêt',
    help: 'Calculé par Levier, ou saisi quand le calcul n’est pas demandé.',
    fallback: hypothesis('0.00', 'calculé pour équilibrer le plan de financement'),
  }),
  annualRate: rateField({ label: 'Taux annuel du prêt', help: 'Taux fixe, ou marge au-dessus de l’indice.' }),
  rateIndex: list(
    'Indice du taux',
    group('Indice à une date', {
      from: field(isoDate(), { label: 'À partir du', help: 'Mois où cette valeur de l’indice s’applique.' }),
      annualRate: field(signedRate(), {
        label: 'Valeur de l’indice',
        help: 'Livret A ou Euribor, en fraction.',
        unit: 'ratio/years',
      }),
    }),
    { longest: 40, fallback: hypothesis([], 'taux fixe') },
  ),
  rateConvention: field(choice({ proportional: 'proportionnel', actuarial: 'actuariel' }), {
    label: 'Taux périodique',
    help: 'Proportionnel (banques) ou actuariel (Caisse des Dépôts).',
    fallback: hypothesis('proportional', 'usage bancaire'),
  }),
  payments: field(wholeNumber(1, 480), {
    label: 'Nombre d’échéances',
    help: 'Différé compris, après la mobilisation.',
  }),
  paymentsPerYear: paymentsPerYearField(hypothesis(12, 'échéances mensuelles')),
  repayment: field(
    choice({
      'level-payment': 'échéances constantes',
      'level-principal': 'capital constant',
      bullet: 'in fine',
    }),
    {
      label: 'Remboursement',
      help: 'Échéances constantes, capital constant ou in fine.',
      fallback: hypothesis('level-payment', 'usage bancaire'),
    },
  ),
  deferralKind: field(choice({ none: 'aucun', partial: 'partiel', total: 'total' }), {
    label: 'Différé d’amortissement',
    help: 'Partiel : les intérêts sont payés ; total : ils sont capitalisés.',
    fallback: hypothesis('none', 'sans différé après la mobilisation'),
  }),
  deferralPayments: field(wholeNumber(0, 240), {
    label: 'Échéances en différé',
    help: 'Comprises dans le nombre d’échéances.',
    fallback: hypothesis(0, 'sans différé après la mobilisation'),
  }),
  interestDuringWorks: field(choice({ paid: 'payés', capitalised: 'capitalisés' }), {
    label: 'Intérêts pendant la mobilisation',
    help: 'Payés chaque mois ou capitalisés.',
    fallback: hypothesis('paid', 'usage bancaire'),
  }),
  commitmentFeeRate: rateField({
    label: 'Commission de non-utilisation',
    help: 'Par an, sur la part non tirée pendant la mobilisation.',
    fallback: hypothesis('0', 'aucune'),
  }),
  arrangementFeeRate: field(share({ max: '0.2' }), {
    unit: 'ratio',
    label: 'Frais de dossier, part du prêt',
    help: 'Payés à la signature.',
    fallback: hypothesis('0.005', 'ordre de grandeur'),
  }),
  securityCostRate: field(share({ max: '0.2' }), {
    unit: 'ratio',
    label: 'Frais de garantie, part du prêt',
    help: 'Hypothèque ou privilège de prêteur de deniers : taxe, contribution, notaire.',
    fallback: hypothesis(
      '0.012',
      'taxe de publicité foncière, contribution de sécurité immobilière et notaire',
    ),
  }),
  bridgeAnnualRate: rateField({
    label: 'Taux du relais',
    help: 'Crédit relais de la TVA et des subventions à recevoir.',
    fallback: hypothesis('0.042', 'un peu au-dessus du prêt'),
  }),
  maximumLoanToValue: optionalShareField({
    label: 'Prêt / valeur du site, au plus',
    help: 'Limite de la banque ; aucune si le champ est vide.',
    fallback: hypothesis('0.80', 'repère bancaire'),
  }),
  maximumLoanToCost: optionalShareField({
    label: 'Prêt / coût de revient, au plus',
    help: 'Limite de la banque ; aucune si le champ est vide.',
    fallback: hypothesis('0.80', 'repère bancaire'),
  }),
  minimumCover: optionalMultipleField({
    label: 'EBE / annuités, au moins',
    help: 'Limite de la banque sur les exercices pleins après le différé ; le prêt est calculé avant impôt ; aucune si le champ est vide.',
    fallback: hypothesis('1.20', 'repère bancaire'),
  }),
  minimumDebtYield: optionalShareField({
    label: 'Loyer net de marché / prêt, au moins',
    help: 'Limite de la banque ; aucune si le champ est vide.',
    fallback: hypothesis(null, 'aucune'),
  }),
});
