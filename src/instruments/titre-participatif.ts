import { field, hypothesis } from '../input/description.ts';
import { amount, kebabId, rate, share, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { postQuasiEquity } from './quasi-equity.ts';
import { quasiEquityEnd } from './quasi-equity-conditions.ts';

/**
 * Titre participatif (C. com. L228-36 and L228-37, R228-49): issued by cooperatives, repaid by the issuer after seven
 * years at the earliest, in one payment; last rank, « autres fonds propres ». Its yearly coupon has a fixed part on
 * the nominal and a variable part, computed on at most 40 % of the nominal from the accounts approved the year after.
 */
export const TITRE_PARTICIPATIF = instrument(
  'titre-participatif',
  'Titre participatif',
  {
    from: field(kebabId(), { label: 'Souscripteur', help: 'Identifiant de la partie qui souscrit.' }),
    amount: field(amount({ min: '0' }), { label: 'Nominal', help: 'Versé en une fois.', unit: 'money' }),
    callMonth: field(wholeNumber(0, 120), {
      label: 'Mois du versement',
      help: 'Mois après la signature, au plus tard à la mise en service.',
      unit: 'months',
      fallback: hypothesis(0, 'versé à la signature'),
    }),
    annualRate: field(rate(), {
      unit: 'ratio/years',
      label: 'Part fixe du coupon',
      help: 'Par an, sur le nominal.',
      fallback: hypothesis('0.02', 'de 2 à 4 % chez un fonds coopératif'),
    }),
    variableBase: field(share(), {
      unit: 'ratio',
      label: 'Assiette de la part variable, part du nominal',
      help: 'Au plus 40 % du nominal (C. com. R228-49) : c’est l’assiette, non la part du coupon.',
      fallback: hypothesis('0.40', 'plafond légal'),
    }),
    variableRate: field(rate(), {
      unit: 'ratio/years',
      label: 'Part variable au plus, sur son assiette',
      help: 'Par an.',
      fallback: hypothesis('0.05', 'plafond contractuel'),
    }),
    resultShare: field(share(), {
      unit: 'ratio',
      label: 'Clef de la part variable, sur le bénéfice',
      help: 'Part du bénéfice des comptes approuvés qui revient aux titres, dans la limite ci-dessus.',
      fallback: hypothesis('0.10', 'un dixième du bénéfice'),
    }),
    payments: field(wholeNumber(7, 40), {
      unit: 'count',
      label: 'Remboursement après (années)',
      help: 'Comptées de la mise en service ; sept au moins.',
      fallback: hypothesis(10, 'dix ans'),
    }),
  },
  (context, terms) => {
    const { calculation, id, assume } = context;
    const nominal = calculation.once(`${id}.total`, terms.label, assume('amount', 'money'));
    return postQuasiEquity(
      context,
      {
        kind: 'titre-participatif',
        label: terms.label,
        paymentsPerYear: 1,
        repayment: 'bullet',
        interest: 'paid',
      },
      { amount: nominal, lender: terms.from, callMonth: assume('callMonth', 'months') },
    );
  },
  ({ payments }, opening) => quasiEquityEnd({ payments, paymentsPerYear: 1 }, opening),
);
