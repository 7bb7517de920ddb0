import { field, hypothesis } from '../input/description.ts';
import { amount, kebabId, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { postQuasiEquity } from './quasi-equity.ts';
import { QUASI_EQUITY_CONDITIONS, quasiEquityEnd } from './quasi-equity-conditions.ts';

/** Subordinated loan, fixed rate and a share of the profit: what a civil company may contract where a prêt participatif (CMF L313-13) is doubtful. */
export const SUBORDINATED_LOAN = instrument(
  'subordinated-loan',
  'Prêt subordonné',
  {
    from: field(kebabId(), { label: 'Financeur', help: 'Identifiant de la partie qui avance.' }),
    amount: field(amount({ min: '0' }), {
      label: 'Montant',
      help: 'Versé en une fois.',
      unit: 'money',
    }),
    callMonth: field(wholeNumber(0, 120), {
      label: 'Mois du versement',
      help: 'Mois après la signature, au plus tard à la mise en service.',
      unit: 'months',
      fallback: hypothesis(0, 'versé à la signature'),
    }),
    ...QUASI_EQUITY_CONDITIONS['subordinated-loan'].conditions,
  },
  (context, terms) => {
    const { calculation, id, assume } = context;
    const total = calculation.once(`${id}.total`, terms.label, assume('amount', 'money'));
    return postQuasiEquity(
      context,
      { kind: 'subordinated-loan', ...terms },
      {
        amount: total,
        lender: terms.from,
        callMonth: assume('callMonth', 'months'),
      },
    );
  },
  quasiEquityEnd,
);
