import {
  choose,
  constant,
  integerPart,
  isAtLeast,
  MONTH,
  min,
  minus,
  over,
  plus,
  previous,
  roundedToCents,
  times,
} from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { field, group, hypothesis, list } from '../input/description.ts';
import { amount, choice, kebabId, share, wholeNumber } from '../input/fields.ts';
import { instrument, type Milestones, type Month } from './instrument.ts';

const CALENDAR = list(
  'Calendrier de versement',
  group('Versement', {
    event: field(
      choice({ signature: 'signature', 'half-works': 'moitié des travaux', completion: 'fin des travaux' }),
      {
        label: 'Événement',
        help: 'Signature, moitié des travaux ou fin des travaux.',
      },
    ),
    delayMonths: field(wholeNumber(0, 60), {
      label: 'Délai après l’événement',
      help: 'En mois.',
      unit: 'months',
      fallback: hypothesis(0, 'sans délai'),
    }),
    share: field(share(), { label: 'Part versée', help: 'Les parts font 1 au total.', unit: 'ratio' }),
  }),
  {
    longest: 12,
    fallback: hypothesis(
      [
        { event: 'signature', delayMonths: 0, share: '0.30' },
        { event: 'half-works', delayMonths: 0, share: '0.40' },
        { event: 'completion', delayMonths: 3, share: '0.30' },
      ],
      'usage : 30 % à la signature, 40 % à mi-travaux, 30 % trois mois après la fin',
    ),
  },
);

function monthOf(event: 'signature' | 'half-works' | 'completion', milestones: Milestones): Month {
  const { signature, worksStart, worksEnd } = milestones;
  if (event === 'signature') return signature;
  if (event === 'completion') return worksEnd;
  return plus(worksStart, integerPart(over(minus(worksEnd, worksStart), constant(2, 'ratio'))));
}

/** An investment grant, paid by instalments on dates of the works. Claw-back is not modelled. */
export const GRANT = instrument(
  'grant',
  'Subvention d’investissement',
  {
    from: field(kebabId(), { label: 'Financeur', help: 'Identifiant de la partie qui verse.' }),
    basis: field(choice({ amount: 'montant saisi', rate: 'part des travaux et honoraires' }), {
      label: 'Calcul de la subvention',
      help: 'Montant saisi (amount), ou part des travaux et honoraires, plafonnée (rate).',
      fallback: hypothesis('amount', 'montant saisi'),
    }),
    amount: field(amount({ min: '0' }), {
      label: 'Montant de la subvention',
      help: 'Montant attendu ; plafond quand la subvention est un taux des travaux.',
      unit: 'money',
    }),
    rate: field(share(), {
      label: 'Taux de la subvention',
      help: 'Part des travaux et honoraires hors taxes.',
      unit: 'ratio',
      fallback: hypothesis('0', 'sans objet pour un montant saisi'),
    }),
    status: field(
      choice({ awarded: 'acquise', 'in-review': 'en instruction', 'to-request': 'à solliciter' }),
      {
        label: 'État de la demande',
        help: 'Acquise, en instruction ou à solliciter.',
        fallback: hypothesis('to-request', 'à solliciter tant que rien ne prouve le contraire'),
      },
    ),
    calendar: CALENDAR,
  },
  ({ calculation, ledger, borrower, id, assume, milestones, eligibleCosts }, terms) => {
    const typed = assume('amount', 'money');
    const total = calculation.once(
      `${id}.total`,
      terms.label,
      terms.basis === 'amount'
        ? typed
        : min(typed, roundedToCents(times(eligibleCosts, assume('rate', 'ratio')))),
    );
    const none = constant(0, 'ratio');
    const shares = terms.calendar.map((payment, index): Formula<'ratio', 'monthly' | 'once', 'defined'> => {
      const due = plus(
        monthOf(payment.event, milestones),
        assume(`calendar[${index}].delayMonths`, 'months'),
      );
      return choose(isAtLeast(MONTH, due), assume(`calendar[${index}].share`, 'ratio'), none);
    });
    const share = calculation.monthly(
      `${id}.share-due`,
      `${terms.label} : part échue`,
      plus(none, ...shares),
    );
    const cumulated = calculation.monthly(
      `${id}.cumulated`,
      `${terms.label} : versements cumulés`,
      roundedToCents(times(total, share)),
    );
    const received = calculation.monthly(
      `${id}.received`,
      `${terms.label} : versement`,
      minus(cumulated, previous(cumulated)),
    );
    ledger.transfer(terms.from, borrower, 'grant', received);
    return { category: 'grant', received, total, status: terms.status };
  },
  // The end of works is never after entry into service.
  (terms, opening) => opening + Math.max(0, ...terms.calendar.map((payment) => payment.delayMonths)),
);
