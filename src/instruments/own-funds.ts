import { choose, isEqual, MONTH, NO_MONEY } from '../formula/build.ts';
import { field, hypothesis } from '../input/description.ts';
import { amount, kebabId, wholeNumber } from '../input/fields.ts';
import { instrument } from './instrument.ts';

/** New money from the owners or a partner, kept: capital, parts sociales, apport associatif. */
export const OWN_FUNDS = instrument(
  'own-funds',
  'Apport en fonds propres',
  {
    from: field(kebabId(), {
      label: 'Apporteur',
      help: 'Identifiant de la partie qui apporte.',
      fallback: hypothesis('owners', 'associés ou membres de l’exploitant'),
    }),
    amount: field(amount({ min: '0' }), {
      label: 'Apport en fonds propres',
      help: 'Montant versé, sans remboursement prévu.',
      unit: 'money',
    }),
    callMonth: field(wholeNumber(0, 120), {
      label: 'Mois de l’appel',
      help: 'Mois après la signature.',
      unit: 'months',
      fallback: hypothesis(0, 'versé à la signature'),
    }),
  },
  ({ calculation, ledger, borrower, id, assume }, terms) => {
    const typed = assume('amount', 'money');
    const received = calculation.monthly(
      `${id}.received`,
      terms.label,
      choose(isEqual(MONTH, assume('callMonth', 'months')), typed, NO_MONEY),
    );
    ledger.transfer(terms.from, borrower, 'own-funds', received);
    return {
      category: 'own-funds',
      contributor: terms.from,
      received,
      total: calculation.once(`${id}.total`, terms.label, typed),
    };
  },
);
