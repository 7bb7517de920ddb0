import { choose, isEqual, MONTH, NO_MONEY } from '../formula/build.ts';
import { field } from '../input/description.ts';
import { amount } from '../input/fields.ts';
import { instrument } from './instrument.ts';

/** Cash that the enterprise already has and puts in the project at signature. No transfer: it stays in the same company. */
export const SELF_FINANCING = instrument(
  'self-financing',
  'Autofinancement',
  {
    amount: field(amount({ min: '0' }), {
      label: 'Autofinancement',
      help: 'Trésorerie de l’exploitant affectée au projet dès la signature.',
      unit: 'money',
    }),
  },
  ({ calculation, id, assume, milestones }, terms) => {
    const typed = assume('amount', 'money');
    return {
      category: 'own-funds',
      received: calculation.monthly(
        `${id}.received`,
        terms.label,
        choose(isEqual(MONTH, milestones.signature), typed, NO_MONEY),
      ),
      total: calculation.once(`${id}.total`, terms.label, typed),
    };
  },
);
