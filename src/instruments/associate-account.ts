import { field, hypothesis } from '../input/description.ts';
import { amount, kebabId, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';
import { postQuasiEquity } from './quasi-equity.ts';
import { QUASI_EQUITY_CONDITIONS, quasiEquityEnd } from './quasi-equity-conditions.ts';

/** Associate account (compte courant d'associé), blocked until the exit: C. civ. 1843-1 s. by contract practice; open to associates. */
export const ASSOCIATE_ACCOUNT = instrument(
  'associate-account',
  'Compte courant d’associé bloqué',
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
    ...QUASI_EQUITY_CONDITIONS['associate-account'].conditions,
  },
  (context, terms) => {
    const { calculation, id, assume } = context;
    const total = calculation.once(`${id}.total`, terms.label, assume('amount', 'money'));
    return postQuasiEquity(
      context,
      { kind: 'associate-account', ...terms },
      {
        amount: total,
        lender: terms.from,
        callMonth: assume('callMonth', 'months'),
      },
    );
  },
  quasiEquityEnd,
);
